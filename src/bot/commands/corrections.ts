import type { Change } from '../../briefing/corrections.ts'
import { type LoggedCorrection, renderCorrections } from '../../messages/views/corrections.ts'
import type { LogEntry } from '../../store/ledger/corrections.ts'
import { languageOf } from '../../store/text-columns.ts'
import { answer } from '../answer.ts'
import type { Command } from '../chat-context.ts'

const MOST_SHOWN = 200

/** `/corrections [page]`: what was wrong, and what is right, newest first; for everybody. */
export const corrections: Command = {
  name: 'corrections',
  run: async (asked) => {
    const page = /^\d{1,3}$/.test(asked.argument) ? Number(asked.argument) - 1 : 0
    const latest = await asked.store.corrections.latest(MOST_SHOWN)
    await answer(asked, renderCorrections(latest.map(loggedOf), page, asked.view))
  },
}

function loggedOf({ title, language, change, created_at }: LogEntry): LoggedCorrection {
  // written from a Change
  const { was, now }: Change = JSON.parse(change)
  return { title, language: languageOf(language), day: new Date(created_at).toISOString().slice(0, 10), was, now }
}
