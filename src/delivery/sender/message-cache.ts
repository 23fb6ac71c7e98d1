import type { Deliveries } from '../../store/ledger/deliveries.ts'
import type { Message } from '../../text/message.ts'

/** Loads and caches messages by digest: a fan-out sends the same few thousands of times. */
export function createMessageCache(deliveries: Deliveries): (digestId: string) => Promise<Message | null> {
  const cached = new Map<string, Message>()
  return async (digestId) => {
    const message = cached.get(digestId) ?? (await deliveries.message(digestId))
    if (message === null || cached.has(digestId)) return message
    if (cached.size >= 64) cached.clear()
    // the id is the message's hash, so a stored message never changes
    cached.set(digestId, message)
    return message
  }
}
