import { renderLine } from '../../messages/render.ts'
import { clip } from '../../text/rich.ts'
import { answer } from '../answer.ts'
import type { Asked, Command } from '../chat-context.ts'
import { show } from '../show.ts'
import { lookFor } from './search.ts'

const NAMED_SPEAKERS = 5

/** `/quotes [speaker]`: who said what; with a name, that speaker's words over all articles. */
export const quotes: Command = {
  name: 'quotes',
  run: async (asked) => {
    const { argument, library } = asked
    if (argument === '') return show(asked, { view: 'all-quotes', page: 0 })
    const [speaker] = await library.archive.speakersNamed(argument, 1)
    if (speaker === undefined) return asked.said === null ? answerNoSpeaker(asked) : lookFor(asked, asked.said)
    await show(asked, { view: 'speaker', speaker: speaker.key, page: 0 })
  },
}

async function answerNoSpeaker(asked: Asked): Promise<void> {
  const { argument, library, view } = asked
  const { items } = await library.archive.speakers({ offset: 0, limit: NAMED_SPEAKERS })
  const speakers = items.map(({ name }) => clip(name, 60))
  if (speakers.length === 0) return answer(asked, renderLine('no-speakers', {}, view))
  await answer(
    asked,
    renderLine('no-such-speaker', { name: clip(argument, 100), speakers: view.wording.list(speakers) }, view),
  )
}
