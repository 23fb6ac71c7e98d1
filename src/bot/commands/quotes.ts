import { renderLine } from '../../messages/render.ts'
import { renderOptions } from '../../messages/views/suggestions.ts'
import type { ArchiveSpeaker } from '../../shelf/archive.ts'
import { clip } from '../../text/rich.ts'
import { answer } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { findSpeaker } from '../find-speaker.ts'
import { show } from '../show.ts'
import { lookFor } from './search.ts'
import { requestOption } from './suggest.ts'

const NAMED_SPEAKERS = 6

/** `/quotes [speaker [about words]]`: all quotes, or one speaker's over all articles, or those about something. */
export const quotes: Command = {
  name: 'quotes',
  run: async (context) => {
    const { argument } = context
    if (argument === '') return show(context, { view: 'all-quotes', page: 0 })
    const [, speaker = argument, about = ''] = ABOUT.exec(argument) ?? []
    const near = await answerQuotesOf({ ...context, argument: speaker }, about)
    if (near !== null) await answerNoSpeaker({ ...context, argument: speaker }, near)
  },
}

const ABOUT = /^(.+?)\s(?:عن|حول|بشأن|about|on)\s+(.+)$/iu

type NamedSpeaker = Pick<ArchiveSpeaker, 'key' | 'name'>

/** Answers with the quotes of the speaker that the argument names; `null`, or else those whose name is near. */
export async function answerQuotesOf(context: ChatContext, about: string): Promise<readonly NamedSpeaker[] | null> {
  const found = await findSpeaker(context, context.argument)
  if (found.kind === 'near') return found.speakers
  const { key, name } = found.speaker
  if (about === '') await show(context, { view: 'speaker', speaker: key, page: 0 })
  else await lookFor(context, `قائل:"${name.replaceAll('"', '')}" ${about}`)
  return null
}

/** Offers those whose name is near, else those who are quoted most, and a search for the name. */
export async function answerNoSpeaker(context: ChatContext, near: readonly NamedSpeaker[]): Promise<void> {
  const { argument, library, view } = context
  const { items } = await library.archive.speakers({ offset: 0, limit: NAMED_SPEAKERS })
  if (items.length === 0) return answer(context, renderLine('no-speakers', {}, view))
  const name = clip(argument, 100)
  const speakers = (near.length > 0 ? near : items).map(({ key, name: label }) => ({
    label,
    press: { kind: 'open', screen: { view: 'speaker', speaker: key, page: 0 } } as const,
  }))
  const search = await requestOption(context, {
    label: view.wording.say('button-search-for', { words: name }),
    text: `/search ${argument}`,
  })
  const id = near.length > 0 ? 'near-speaker' : 'no-such-speaker'
  await answer(context, renderOptions({ id, words: { name } }, [...speakers, search], view))
}
