import { GrammyError, HttpError } from 'grammy'
import { TransportError } from './transport.ts'

/** Whether Telegram says that the token is not one of its bots' (401 and 404 are its two ways to say so). */
export function isTokenRefused(error: unknown): boolean {
  return isRefused(error, 401, 404)
}

/** One line for the operator: what happened and, where something can be done, what. Never a token. */
export function describeTrouble(error: unknown): string {
  if (isTokenRefused(error)) return 'BOT_TOKEN is refused by Telegram: ask @BotFather for the current one'
  if (isRefused(error, 409)) {
    return `another process takes this bot's updates, so this one waits: stop one of the two (${error.description})`
  }
  if (isRefused(error)) return `Telegram refused ${error.method}: ${error.error_code} ${error.description}`
  if (error instanceof HttpError) return 'Telegram can’t be reached, trying again: is BOT_API_ROOT right?'
  return `Telegram could not be asked: ${error instanceof Error ? `${error.name} ${error.message}` : 'unknown error'}`
}

/** Whether Telegram answered with one of these error codes; without codes, with any. */
export function isRefused(error: unknown, ...codes: readonly number[]): error is GrammyError {
  return error instanceof GrammyError && (codes.length === 0 || codes.includes(error.error_code))
}

/** Whether a request was ended by its own signal, as a stop does. */
export function isGivenUp(error: unknown): boolean {
  return error instanceof HttpError && error.error instanceof TransportError && error.error.code === 'ABORTED'
}

/** Whether an edit was refused because the message is as wanted already. The Bot API has no code for it. */
export function isUnchanged(error: unknown): boolean {
  return isRefused(error, 400) && error.description.includes('message is not modified')
}

/**
 * Makes a request that may fail without harm. `false`: Telegram refused it with one of the codes; without codes, refused
 * it at all or couldn't be reached. @throws every other error.
 */
export async function quietly(request: () => Promise<unknown>, ...codes: readonly number[]): Promise<boolean> {
  try {
    await request()
    return true
  } catch (error) {
    if (isRefused(error, ...codes) || (codes.length === 0 && error instanceof HttpError)) return false
    throw error
  }
}

/** What Telegram said, or what else went wrong, for the log. */
export function reasonOf(error: unknown): string {
  return isRefused(error) ? error.description : String(error)
}

/** Whether a refusal is for want of a right to write. Telegram has no code for it. */
export function isRightMissing(description: string): boolean {
  return /not enough rights|administrator rights|no rights to send|CHAT_WRITE_FORBIDDEN|CHAT_ADMIN_REQUIRED/i.test(
    description,
  )
}
