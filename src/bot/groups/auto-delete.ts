import { createLoop, type Loop, type WorkerParts } from '../../delivery/loop.ts'
import { quietly } from '../../telegram/errors.ts'
import type { AfterDeliveryOptions } from '../after-delivery.ts'
import type { ChatContext } from '../chat-context.ts'

/** Runs a command; where the group chose so, schedules the command and its answers for deletion. */
export async function runWithAutoDelete(context: ChatContext, run: () => Promise<void>): Promise<void> {
  const { ctx, chatId, store, view, now, sent } = context
  if (view.audience.kind !== 'group') return run()
  const minutes = Number(await store.choices.get(chatId, 'tidy'))
  if (!(minutes > 0)) return run()
  const deleteAt = now().getTime() + minutes * 60_000
  await run()
  const messageIds = ctx.msg === undefined ? sent : [ctx.msg.message_id, ...sent]
  await store.autoDeletes.add(messageIds.map((messageId) => ({ chatId, messageId, deleteAt })))
}

export type AutoDeleteOptions = Pick<AfterDeliveryOptions, 'api' | 'store' | 'now' | 'log'> &
  Pick<WorkerParts, 'isOnDuty'>

const EVERY_MS = 10_000
const AT_ONCE = 100

/** Deletes scheduled messages when due; one that may not be deleted stays. */
export function createAutoDelete({ api, store, now, log, isOnDuty }: AutoDeleteOptions): Loop {
  async function look(): Promise<number> {
    for (let taken = AT_ONCE; taken === AT_ONCE; ) {
      const due = await store.autoDeletes.take(now(), AT_ONCE)
      for (const { chatId, messageId } of due) await quietly(() => api.deleteMessage(chatId, messageId))
      taken = due.length
    }
    return EVERY_MS
  }

  return createLoop({ look, retryMs: EVERY_MS, trouble: 'messages could not be deleted: tried again', log, isOnDuty })
}
