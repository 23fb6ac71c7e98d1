import { readConfig } from '../../src/app/config.ts'
import { parseMarkdown } from '../../src/article/markdown.ts'
import { parsePage } from '../../src/article/page.ts'
import { slugFrom } from '../../src/article/slug.ts'
import { briefArticle } from '../../src/briefing/brief-article.ts'
import { parseSchedule } from '../../src/digest/parse-schedule.ts'
import { EVERY_DAY } from '../../src/digest/schedule.ts'
import { decodePress, encodePress } from '../../src/messages/buttons/press.ts'
import { readQuestion } from '../../src/requests/read-question.ts'
import { readRequest } from '../../src/requests/read-request.ts'
import { parseQuery } from '../../src/search/query.ts'
import { readUpdate } from '../../src/telegram/read-update.ts'
import type { Random } from './random.ts'

const SETTINGS = ['BOT_TOKEN', 'OWNER_IDS', 'DEFAULT_TIMEZONE', 'WEBHOOK_URL', 'PORT', 'HOST', 'SEND_RATE', 'LOG_LEVEL']

/** What people, files and operators write, by who reads it. None may throw, but for settings with a line for the operator. */
export const READERS: Readonly<Record<string, (text: string, random: Random) => unknown>> = {
  article: (text) => briefIfRead(parseMarkdown(text, slugFrom('fuzzed'))),
  page: (text) => briefIfRead(parsePage(text, slugFrom('fuzzed'))),
  press: (text) => {
    const press = decodePress(text)
    if (press !== null && encodePress(press) !== text) throw new Error('a press that is not itself')
  },
  request: (text) => readRequest({ text, botUsername: 'mujaz_bot', direct: true }),
  question: readQuestion,
  query: (text) => parseQuery(text, '2026-08-16'),
  schedule: (text) => parseSchedule(text, { times: [450], days: EVERY_DAY, zone: 'Africa/Cairo' }),
  update: (text) => readUpdate({ update_id: 1, message: { text } }),
  settings: (text, random) => {
    try {
      readConfig({ [random.pick(SETTINGS)]: text })
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ConfigError') throw error
    }
  },
}

function briefIfRead(parsed: ReturnType<typeof parsePage>): unknown {
  return parsed.kind === 'article' ? briefArticle(parsed.article) : null
}
