import type { Update, WebhookInfo } from '@grammyjs/types'
import { badRequest, Refusal } from '../../refusal.ts'
import { type Context, type Method, type Params, serve } from '../method.ts'
import type { Webhook } from '../webhook.ts'

/** How updates and files come to the bot. */
export const receivingMethods: readonly Method[] = [
  serve('getUpdates', getUpdates),
  serve('setWebhook', setWebhook),
  serve('deleteWebhook', ({ webhook, updates }, params) => {
    webhook.remove()
    if (params.drop_pending_updates) updates.clear()
    return true
  }),
  serve('getWebhookInfo', getWebhookInfo),
  serve('getFile', ({ world }, params) => {
    const file = world.files.get(params.file_id)
    if (!file) throw badRequest('invalid file_id')
    const path = `files/${file.id}`
    return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.bytes.length, file_path: path }
  }),
]

const MAX_TIMEOUT_SECONDS = 50

function getUpdates(context: Context, params: Params<'getUpdates'>): Promise<readonly Update[]> {
  const { updates, webhook, signal } = context
  if (webhook.target) {
    throw new Refusal(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
  }
  rememberAllowed(context, params.allowed_updates)
  return updates.poll({
    offset: params.offset ?? 0,
    limit: Math.min(100, Math.max(1, params.limit ?? 100)),
    timeoutSeconds: Math.min(MAX_TIMEOUT_SECONDS, Math.max(0, params.timeout ?? 0)),
    signal,
  })
}

/** Left out, the last list stays; empty, it is the default again. */
function rememberAllowed({ updates }: Context, allowed: Params<'getUpdates'>['allowed_updates']): void {
  if (allowed) updates.allowed = allowed.length === 0 ? null : allowed
}

function setWebhook(context: Context, params: Params<'setWebhook'>): true {
  const { webhook, updates } = context
  const { url, secret_token: secret = '', max_connections: maxConnections = 40 } = params
  if (secret.length > 256) throw badRequest('secret token is too long')
  if (!/^[A-Za-z0-9_-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters')
  if (url !== '') checkUrl(webhook, url)
  if (params.drop_pending_updates) updates.clear()
  rememberAllowed(context, params.allowed_updates)
  if (url === '') webhook.remove()
  else webhook.set({ url, secret, maxConnections: Math.min(100, Math.max(1, maxConnections)) })
  return true
}

// Like a Bot API server run with --local, this one posts to http as well and to any port.
function checkUrl(webhook: Webhook, url: string): void {
  const parsed = URL.parse(url)
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  }
  if (!webhook.mayPostTo(parsed)) throw badRequest('bad webhook: this playground posts to its own machine only')
}

function getWebhookInfo({ webhook, updates }: Context): WebhookInfo {
  const { target, lastError } = webhook
  return {
    url: target?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: updates.pending().length,
    ...(target ? { max_connections: target.maxConnections } : {}),
    ...(lastError ? { last_error_date: lastError.date, last_error_message: lastError.message } : {}),
    ...(updates.allowed ? { allowed_updates: [...updates.allowed] } : {}),
  }
}
