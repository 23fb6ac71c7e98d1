/** What people ask a bot: texts in turn, or the first button of what it sent last. */
export type Load = {
  readonly texts: readonly string[] | 'press'
  readonly chats: number
  readonly updates: number
  /** Updates a second, whatever the bot does; `null`: each chat asks again when it is answered. */
  readonly rate: number | null
  /** What is not answered by then stays so. */
  readonly withinMs: number
}

/** What became of a load. What was not answered counts among the latencies with the time it waited. */
export type Measured = {
  readonly asked: number
  readonly answered: number
  readonly seconds: number
  /** From an update's coming to its answer: a message sent, or, for a pressed button, the message changed. */
  readonly p50Ms: number
  readonly p99Ms: number
  /** The last answer's text. */
  readonly said: string
}

export type Question = { readonly token: string } & (
  | { readonly kind: 'ready' | 'end' | 'sockets' | 'unasked' }
  | { readonly kind: 'run'; readonly load: Load }
)

/** The answer to each kind of question. */
export type Answers = {
  /** When the bot has polled first, or set its webhook. */
  readonly ready: null
  readonly run: Measured
  /** Ends what runs: it is measured as far as it came. */
  readonly end: null
  /** The most connections the bot had open at once. */
  readonly sockets: number
  /** When messages came that nobody had asked for, epoch milliseconds; asked once. */
  readonly unasked: readonly number[]
}
