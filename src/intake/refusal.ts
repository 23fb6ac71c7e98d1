/** Why a page was not fetched, with the words of its sentence `fetch-<why>` in the locale files. */
export type Refusal = {
  readonly why: RefusalReason
  readonly words: Readonly<Record<string, string | number>>
  /** When the server wants to be asked again, from now. */
  readonly retryAfterSeconds: number | null
}

export const REFUSAL_REASONS = [
  'not-web',
  'password',
  'private',
  'unknown-host',
  'unreachable',
  'certificate',
  'too-slow',
  'too-large',
  'redirects',
  'missing',
  'forbidden',
  'busy',
  'failing',
  'status',
  'not-text',
  'no-feed',
  'broken',
] as const

export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** Refusals that may pass by themselves. */
const PASSING: ReadonlySet<RefusalReason> = new Set([
  'unknown-host',
  'unreachable',
  'too-slow',
  'busy',
  'failing',
  'broken',
])

export function mayPass({ why }: Refusal): boolean {
  return PASSING.has(why)
}

export class FetchRefused extends Error {
  override readonly name = 'FetchRefused'
  readonly why: RefusalReason
  readonly words: Refusal['words']

  constructor(why: RefusalReason, words: Refusal['words']) {
    super(why)
    this.why = why
    this.words = words
  }
}

/** The refusal for what a request threw. */
export function refusalOf(error: unknown, host: string): Refusal {
  if (error instanceof FetchRefused) return { why: error.why, words: error.words, retryAfterSeconds: null }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return { why: reasonForCode(code), words: { host }, retryAfterSeconds: null }
}

function reasonForCode(code: string): RefusalReason {
  if (/^(?:ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/.test(code)) return 'unknown-host'
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_/.test(code)) return 'certificate'
  if (/^(?:Z_|ERR_BROTLI|ERR__ERROR_FORMAT|HPE_|ERR_STREAM_PREMATURE)/.test(code)) return 'broken'
  return 'unreachable'
}
