import { createHash } from 'node:crypto'
import type { RenderedDigest } from '../store/subscriptions/planning.ts'
import type { Message } from '../text/message.ts'

/** A message as the ledger keeps it, named by its content. */
export function renderedDigest(message: Message): RenderedDigest {
  const json = JSON.stringify(message)
  return { id: createHash('sha256').update(json).digest('hex'), message: json }
}
