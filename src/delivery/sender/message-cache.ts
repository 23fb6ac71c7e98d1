import type { Deliveries } from '../../store/ledger/deliveries.ts'
import type { Message } from '../../text/message.ts'

/** The rendered messages of digests, the last ones kept: a fan-out sends the same few again and again. */
export function createMessageCache(deliveries: Deliveries): (digestId: string) => Promise<Message | null> {
  const kept = new Map<string, Message>()
  return async (digestId) => {
    const known = kept.get(digestId)
    if (known !== undefined) return known
    const json = await deliveries.message(digestId)
    if (json === null) return null
    // what is parsed here was made by `renderedDigest`, and the ledger never changes it
    const message: Message = JSON.parse(json)
    if (kept.size >= 64) kept.clear()
    kept.set(digestId, message)
    return message
  }
}
