import { renderLine } from '../../messages/render.ts'
import { renderOptions } from '../../messages/views/suggestions.ts'
import type { ArchiveSpeaker } from '../../shelf/archive.ts'
import { clip } from '../../text/rich.ts'
import { answer } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { findSpeaker } from '../find-speaker.ts'
import { show } from '../show.ts'
import { requestOption } from './suggest.ts'

const NAMED_SPEAKERS = 6

/** `/quotes [speaker]`: all quotes, or one speaker's over all articles. */
export const quotes: Command = {
  name: 'quotes',
  run: async (context) => {
    const { argument } = context
    if (argument === '') return show(context, { view: 'all-quotes', page: 0 })
    const found = await findSpeaker(context, argument)
    if (found.kind === 'found') return show(context, { view: 'speaker', speaker: found.speaker.key, page: 0 })
    await answerNoSpeaker(context, found.speakers)
  },
}

/** Offers those whose name is near, else those who are quoted most, and a search for the name. */
export async function answerNoSpeaker(
  context: ChatContext,
  near: readonly Pick<ArchiveSpeaker, 'key' | 'name'>[],
): Promise<void> {
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
