import { setInterval } from 'node:timers'
import type { Api } from 'grammy'
import type { Logger } from 'pino'
import type { Store } from '../../store/store.ts'
import { quietly } from '../../telegram/errors.ts'
import type { Asked } from '../chat-context.ts'

/** Runs what answers a group's command; where the group chose so, command and answer are put down to go after a while. */
export async function runTidily(asked: Asked, run: (asked: Asked) => Promise<void>): Promise<void> {
  const { ctx, chatId, store, view, now } = asked
  if (view.audience.kind !== 'group') return run(asked)
  const minutes = Number(await store.choices.get(chatId, 'tidy'))
  if (!(minutes > 0)) return run(asked)
  const deleteAt = now().getTime() + minutes * 60_000
  const messageIds = ctx.msg === undefined ? [] : [ctx.msg.message_id]
  const answered = (messageId: number) => {
    asked.answered(messageId)
    messageIds.push(messageId)
  }
  await run({ ...asked, answered })
  await store.tidying.add(messageIds.map((messageId) => ({ chatId, messageId, deleteAt })))
}

export type TidyOptions = {
  readonly api: Api
  readonly store: Store
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Logger
}

/** Deletes what groups want to be gone; what may not be deleted stays. */
export type Tidier = {
  readonly start: () => void
  /** Deletes all that is due. */
  readonly sweep: () => Promise<void>
  /** Ends when the sweep under way has. */
  readonly stop: () => Promise<void>
}

const EVERY_MS = 10_000
const AT_ONCE = 100

export function createTidier({ api, store, now, log }: TidyOptions): Tidier {
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  async function run(): Promise<void> {
    try {
      for (let taken = AT_ONCE; taken === AT_ONCE; ) {
        const due = await store.tidying.take(now(), AT_ONCE)
        for (const { chatId, messageId } of due) await quietly(() => api.deleteMessage(chatId, messageId))
        taken = due.length
      }
    } catch (error) {
      log.error({ err: error }, 'messages could not be tidied away')
    }
  }

  const sweep = () => {
    running = running.then(run)
    return running
  }
  return {
    start: () => {
      timer = setInterval(sweep, EVERY_MS)
    },
    sweep,
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
