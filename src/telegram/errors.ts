import { GrammyError, HttpError } from 'grammy'

/** Whether Telegram says that the token is not one of its bots' (401 and 404 are its two ways to say so). */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)
}

/** One line for the operator: what happened and, where something can be done, what. Never a token. */
export function describeTrouble(error: unknown): string {
  if (isTokenRefused(error)) return 'BOT_TOKEN is refused by Telegram: ask @BotFather for the current one'
  if (error instanceof GrammyError && error.error_code === 409) {
    return `another process takes this bot's updates, so this one waits: stop one of the two (${error.description})`
  }
  if (error instanceof GrammyError) return `Telegram refused ${error.method}: ${error.error_code} ${error.description}`
  if (error instanceof HttpError) return 'Telegram can’t be reached, trying again: is BOT_API_ROOT right?'
  return `Telegram could not be asked: ${error instanceof Error ? `${error.name} ${error.message}` : 'unknown error'}`
}

/** `false` when Telegram refuses or can't be reached: these are kindnesses, not promises. */
export async function attempt(request: () => Promise<unknown>): Promise<boolean> {
  try {
    await request()
    return true
  } catch (error) {
    if (error instanceof GrammyError || error instanceof HttpError) return false
    throw error
  }
}

export function isRefusal(error: unknown): error is GrammyError {
  return error instanceof GrammyError && error.error_code === 400
}

/** Whether a refusal is for want of a right to write. Telegram has no code for it. */
export function isRightMissing(description: string): boolean {
  return /not enough rights|administrator rights|no rights to send|CHAT_WRITE_FORBIDDEN|CHAT_ADMIN_REQUIRED/i.test(
    description,
  )
}
