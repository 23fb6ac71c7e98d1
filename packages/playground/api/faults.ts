import type { Fault, Faults, PlannedFault, Strike } from '../control.ts'
import { tooManyRequests } from '../refusal.ts'

/** A request as faults look at it; `chatId` is null for methods without a chat. */
export type Attempt = {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  readonly chatId: number | null
}

export type FaultPlan = Faults & {
  /** What strikes this request, or null; throws 429 while an earlier flood lasts. */
  strikeOn(attempt: Attempt): Strike | null
}

type Entry = { readonly fault: Fault; matched: number; hits: number }

/** No trouble until some is planned. */
export function createFaults(elapsed: () => number, random: () => number): FaultPlan {
  let entries: Entry[] = []
  const floods = new Map<number | 'all', number>()
  return {
    plan(fault): PlannedFault {
      const entry: Entry = { fault, matched: 0, hits: 0 }
      entries.push(entry)
      return {
        get hits() {
          return entry.hits
        },
        cancel() {
          entries = entries.filter((other) => other !== entry)
        },
      }
    },
    clear() {
      entries = []
      floods.clear()
    },
    strikeOn(attempt) {
      if (isSend(attempt)) checkFloods(attempt)
      const entry = entries.find((candidate) => strikes(candidate, attempt))
      if (!entry) return null
      entry.hits += 1
      const strike = entry.fault.strike
      if (strike.kind === 'flood') flood(attempt, strike)
      return strike
    },
  }

  function strikes(entry: Entry, attempt: Attempt): boolean {
    const { skip = 0, times = Number.POSITIVE_INFINITY, probability = 1 } = entry.fault
    if (entry.hits >= times || !matches(entry.fault, attempt)) return false
    entry.matched += 1
    return entry.matched > skip && (probability >= 1 || random() < probability)
  }

  function checkFloods({ chatId }: Attempt): void {
    const until = Math.max(floods.get('all') ?? 0, chatId === null ? 0 : (floods.get(chatId) ?? 0))
    if (elapsed() < until) throw tooManyRequests((until - elapsed()) / 1000)
  }

  function flood({ chatId }: Attempt, strike: Extract<Strike, { readonly kind: 'flood' }>): never {
    if (strike.lasting !== false) {
      floods.set(
        strike.scope === 'chat' && chatId !== null ? chatId : 'all',
        elapsed() + strike.retryAfterSeconds * 1000,
      )
    }
    throw tooManyRequests(strike.retryAfterSeconds)
  }
}

function matches(fault: Fault, attempt: Attempt): boolean {
  const { methods, chatId, where } = fault
  const named = methods ? methods.includes(attempt.method) : attempt.method !== 'getUpdates'
  return named && (chatId === undefined || chatId === attempt.chatId) && (where === undefined || where(attempt))
}

/** The methods that Telegram's flood limits count: those that put something into a chat or change it. */
export function isSend({ method, chatId }: Attempt): boolean {
  return chatId !== null && /^(?:send(?!ChatAction)|forward|copy|edit)/.test(method)
}
