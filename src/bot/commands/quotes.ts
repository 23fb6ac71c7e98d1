import { renderLine } from '../../messages/render.ts'
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

async function answerNoSpeaker(context: ChatContext): Promise<void> {
  const { argument, library, view } = context
  const { items } = await library.archive.speakers({ offset: 0, limit: NAMED_SPEAKERS })
  const speakers = items.map(({ name }) => clip(name, 60))
  if (speakers.length === 0) return answer(context, renderLine('no-speakers', {}, view))
  await answer(
    context,
    renderLine('no-such-speaker', { name: clip(argument, 100), speakers: view.wording.list(speakers) }, view),
  )
}
