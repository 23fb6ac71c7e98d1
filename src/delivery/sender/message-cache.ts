import type { Deliveries } from '../../store/ledger/deliveries.ts'
import type { Message } from '../../text/message.ts'

/** Loads messages by digest and caches the last ones: a fan-out sends the same few thousands of times. */
export function createMessageCache(deliveries: Deliveries): (digestId: string) => Promise<Message | null> {
  const cached = new Map<string, Message>()
  return async (digestId) => {
    const message = cached.get(digestId) ?? (await deliveries.message(digestId))
    if (message === null || cached.has(digestId)) return message
    if (cached.size >= 64) cached.clear()
    // its id is a hash of it, so a stored message never changes
    cached.set(digestId, message)
    return message
  }
}
