/** What Telegram adds to some refusals. */
export type RefusalParameters = { readonly migrate_to_chat_id?: number; readonly retry_after?: number }

/** A Bot API refusal in Telegram's own words; thrown by handlers, answered as `{ ok: false, … }` at the HTTP edge. */
export class Refusal extends Error {
  readonly code: number
  readonly parameters: RefusalParameters

  constructor(code: number, description: string, parameters: RefusalParameters = {}) {
    super(description)
    this.name = 'Refusal'
    this.code = code
    this.parameters = parameters
  }
}

/** 400 with the words after `Bad Request: `. */
export function badRequest(words: string): Refusal {
  return new Refusal(400, `Bad Request: ${words}`)
}

/** 403 with the words after `Forbidden: `. */
export function forbidden(words: string): Refusal {
  return new Refusal(403, `Forbidden: ${words}`)
}

/** 429 with the seconds to wait, rounded up, at least one. */
export function tooManyRequests(seconds: number): Refusal {
  const wait = Math.max(1, Math.ceil(seconds))
  return new Refusal(429, `Too Many Requests: retry after ${wait}`, { retry_after: wait })
}
