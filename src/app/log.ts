import { createHmac, randomBytes } from 'node:crypto'
import { type Logger, pino } from 'pino'
import type { LogLevel } from './config.ts'

export type LogOptions = {
  readonly level: LogLevel
  /** None of them appears in the log; the first one keys the hashes of ids. */
  readonly secrets: readonly string[]
  /** `hashed`: people and chats are short hashes, the same as long as the token is. */
  readonly ids: 'hashed' | 'plain'
  readonly write?: (line: string) => void
}

/** The fields of log lines that name a person or a chat. */
const NAMING = ['owner', 'chat', 'channel', 'from', 'by', 'outcome'] as const
/** Numbers inside of them that name nobody. */
const MEASURES = new Set(['messageId', 'retryAfterSeconds'])

/** A log to standard output, one JSON object a line. */
export function createLog({ level, secrets, ids, write = toStdout }: LogOptions): Logger {
  const scrub = (text: string) => secrets.reduce((scrubbed, secret) => scrubbed.replaceAll(secret, '[secret]'), text)
  const [key = randomBytes(16).toString('hex')] = secrets
  const hash = (id: string) => `#${createHmac('sha256', key).update(id).digest('base64url').slice(0, 8)}`
  const hashed = (value: unknown): unknown => {
    if (typeof value === 'number') return hash(String(value))
    if (typeof value === 'string') return value.replace(/-?\d{5,}/g, hash)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, MEASURES.has(name) ? inner : hashed(inner)]),
    )
  }
  const naming = Object.fromEntries(NAMING.map((name) => [name, hashed]))
  const serializers = { err: factsOf, ...(ids === 'hashed' ? naming : {}) }
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers },
    { write: (line: string) => write(scrub(line)) },
  )
}

function toStdout(line: string): void {
  process.stdout.write(line)
}

/** The fields of an error that can't hold a user's message: kind, text, code and stack. */
function factsOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack, cause } = error
  const code = 'code' in error ? String(error.code) : undefined
  return { name, message, code, stack, cause: cause instanceof Error ? factsOf(cause) : undefined }
}
