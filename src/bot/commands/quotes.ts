import { renderLine } from '../../messages/render.ts'
import { findSpeakers } from '../../shelf/shelf.ts'
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
    const { argument, view } = asked
    if (argument === '') return show(asked, { view: 'all-quotes', page: 0 })
    const [speaker] = findSpeakers(view.shelf, argument)
    if (speaker === undefined) return asked.said === null ? answerNoSpeaker(asked) : lookFor(asked, asked.said)
    await show(asked, { view: 'speaker', speaker: speaker.key, page: 0 })
  },
}

async function answerNoSpeaker(asked: Asked): Promise<void> {
  const { argument, view } = asked
  const speakers = view.shelf.speakers.slice(0, NAMED_SPEAKERS).map(({ name }) => clip(name, 60))
  if (speakers.length === 0) return answer(asked, renderLine('no-speakers', {}, view))
  await answer(
    asked,
    renderLine('no-such-speaker', { name: clip(argument, 100), speakers: view.wording.list(speakers) }, view),
  )
}
