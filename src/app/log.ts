import { type Logger, pino } from 'pino'
import type { LogLevel } from './config.ts'

/** A log to standard output, one JSON object a line, in which the given secrets never appear. */
export function createLog(level: LogLevel, secrets: readonly string[]): Logger {
  const scrub = (text: string) => secrets.reduce((scrubbed, secret) => scrubbed.replaceAll(secret, '[secret]'), text)
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: factsOf } },
    { write: (line: string) => process.stdout.write(scrub(line)) },
  )
}

/** The fields of an error that can't hold a user's message: kind, text, code and stack. */
function factsOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack, cause } = error
  const code = 'code' in error ? String(error.code) : undefined
  return { name, message, code, stack, cause: cause instanceof Error ? factsOf(cause) : undefined }
}
