import { renderCorrections } from '../../messages/views/corrections.ts'
import { answer } from '../answer.ts'
import type { Command } from '../chat-context.ts'

const MOST_SHOWN = 200

/** `/corrections [page]`: what was wrong, and what is right, newest first. */
export const corrections: Command = {
  name: 'corrections',
  run: async (context) => {
    const page = /^\d{1,3}$/.test(context.argument) ? Number(context.argument) - 1 : 0
    const latest = await context.store.corrections.latest(MOST_SHOWN)
    const logged = latest.map(({ at, ...entry }) => ({ ...entry, day: new Date(at).toISOString().slice(0, 10) }))
    await answer(context, renderCorrections(logged, page, context.view))
  },
}
