import { renderNext } from '../../messages/render.ts'
import { speakerRows } from '../../messages/views/all-quotes.ts'
import { clip } from '../../text/rich.ts'
import { answer } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { show } from '../show.ts'
import { lookFor } from './search.ts'

const NAMED_SPEAKERS = 5

/** `/quotes [speaker]`: all quotes, or one speaker's over all articles. */
export const quotes: Command = {
  name: 'quotes',
  run: async (context) => {
    const { argument, library } = context
    if (argument === '') return show(context, { view: 'all-quotes', page: 0 })
    const [speaker] = await library.archive.speakersNamed(argument, 1)
    if (speaker === undefined)
      return context.plainText === null ? answerNoSpeaker(context) : lookFor(context, context.plainText)
    await show(context, { view: 'speaker', speaker: speaker.key, page: 0 })
  },
}

/** Names those who speak most, with a button of each. */
async function answerNoSpeaker(context: ChatContext): Promise<void> {
  const { argument, library, view } = context
  const { items } = await library.archive.speakers({ offset: 0, limit: NAMED_SPEAKERS })
  if (items.length === 0) return answer(context, renderNext('no-speakers', {}, view))
  const speakers = view.wording.list(items.map(({ name }) => clip(name, 60)))
  const line = { name: clip(argument, 100), speakers }
  await answer(context, renderNext('no-such-speaker', line, view, speakerRows(items, view)))
}
