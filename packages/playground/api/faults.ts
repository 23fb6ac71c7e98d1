import { tooManyRequests } from '../refusal.ts'

/** Failures on purpose. Faults are tried in the order they were planned; the first that fits decides. */
export type Faults = {
  plan(fault: Fault): PlannedFault
  clear(): void
}

type Fault = {
  /** Which methods; default all but `getUpdates`. */
  readonly methods?: readonly string[]
  readonly chatId?: number
  readonly where?: (request: { readonly method: string; readonly params: Readonly<Record<string, unknown>> }) => boolean
  /** Let so many matching requests pass first. Default 0. */
  readonly skip?: number
  /** Strike at most so often. Default: without end. */
  readonly times?: number
  /** 0…1, default 1. */
  readonly probability?: number
  readonly strike: Strike
}

export type Strike =
  /** 429; every later send in the same scope is 429 too until the time is over, unless `lasting` is false. */
  | {
      readonly kind: 'flood'
      readonly retryAfterSeconds: number
      readonly scope: 'chat' | 'all'
      readonly lasting?: boolean
    }
  /** Any refusal: 403 blocked, 400 whatever, 502 with its own words. */
  | { readonly kind: 'refuse'; readonly code: number; readonly description: string }
  /** An answer that is no JSON, as from a proxy. */
  | { readonly kind: 'gateway'; readonly status: number }
  /** Says ok with this result, and does nothing. */
  | { readonly kind: 'answer'; readonly result: unknown }
  /** The connection breaks, before the request is carried out or after. */
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** The group becomes a supergroup just before the request. */
  | { readonly kind: 'upgrade' }

type PlannedFault = { readonly hits: number; cancel(): void }

/** A request that faults are matched against; `chatId` is `null` for methods without a chat. */
export type Attempt = {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  readonly chatId: number | null
}

export type FaultPlan = Faults & {
  /** The strike for this request or `null`; throws 429 while an earlier flood lasts. */
  strikeOn(attempt: Attempt): Strike | null
}

type Entry = { readonly fault: Fault; matched: number; hits: number }

/** An empty plan. */
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

/** True for methods that Telegram's flood limits count: those that add to a chat or change it. */
export function isSend({ method, chatId }: Attempt): boolean {
  return chatId !== null && /^(?:send(?!ChatAction)|forward|copy|edit)/.test(method)
}
