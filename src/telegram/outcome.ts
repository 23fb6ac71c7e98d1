import { GrammyError, HttpError } from 'grammy'
import { TransportError } from './transport.ts'

/** What became of one try to send. */
export type Outcome =
  | { readonly kind: 'sent'; readonly messageId: number }
  | { readonly kind: 'gone'; readonly why: 'blocked' | 'kicked' | 'deleted'; readonly description: string }
  | { readonly kind: 'moved'; readonly to: number }
  /** The topic was deleted or closed; its chat is there. */
  | { readonly kind: 'topic-gone'; readonly description: string }
  /** A flood: all of the time has to pass. */
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }
  /** The server failed or there was no answer: the message may have arrived or not. */
  | { readonly kind: 'failed'; readonly description: string }
  /** This message can never be sent. */
  | { readonly kind: 'refused'; readonly description: string }
  /** Telegram does not know the bot's token: nothing can be sent at all. */
  | { readonly kind: 'token-refused'; readonly description: string }

/** What grammY threw, as an outcome; throws on what is no failure of a request. */
export function outcomeOf(error: unknown): Exclude<Outcome, { kind: 'sent' }> {
  if (error instanceof GrammyError) return outcomeOfAnswer(error)
  if (error instanceof HttpError) return { kind: 'failed', description: describe(error) }
  throw error
}

/** Telegram's errors have few codes; its words decide only where one code means several things. */
function outcomeOfAnswer({ error_code, description, parameters }: GrammyError): Exclude<Outcome, { kind: 'sent' }> {
  if (parameters.migrate_to_chat_id !== undefined) return { kind: 'moved', to: parameters.migrate_to_chat_id }
  if (error_code === 429) return { kind: 'later', retryAfterSeconds: parameters.retry_after ?? 1 }
  if (error_code === 401 || error_code === 404) return { kind: 'token-refused', description }
  if (error_code === 403) return { kind: 'gone', why: whyForbidden(description), description }
  if (error_code >= 500) return { kind: 'failed', description: `${error_code} ${description}` }
  if (/chat not found|chat_id_invalid|peer_id_invalid/i.test(description)) {
    return { kind: 'gone', why: 'deleted', description }
  }
  if (/message thread not found|topic[ _](?:deleted|closed|id_invalid)/i.test(description)) {
    return { kind: 'topic-gone', description }
  }
  return { kind: 'refused', description }
}

function whyForbidden(description: string): 'blocked' | 'kicked' | 'deleted' {
  if (/deactivated|deleted/i.test(description)) return 'deleted'
  return /blocked|can't initiate/i.test(description) ? 'blocked' : 'kicked'
}

function describe({ error, message }: HttpError): string {
  return error instanceof TransportError ? `${error.code} ${error.message}` : message
}
