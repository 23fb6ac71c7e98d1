import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { SourceFile } from './brief-file.ts'
import type { PreparedFile } from './prepare-file.ts'

/** Briefs files one after the other in a worker thread, so that no file delays replies to people. */
export type BriefFiles = {
  /** @throws after `close`. */
  readonly brief: (file: SourceFile) => Promise<PreparedFile>
  /** Terminates the thread at once, even while it briefs. */
  readonly close: () => Promise<void>
}

export type BriefLimits = { readonly timeoutMs: number; readonly memoryMb: number }

const LIMITS: BriefLimits = { timeoutMs: 10_000, memoryMb: 512 }
/** An idle thread holds some 40 MB. */
const IDLE_MS = 30_000
const WORKER = new URL('./article-worker.ts', import.meta.url)

/** A file over a limit terminates the thread; the next file starts a new one. */
export function createBriefFiles({ timeoutMs, memoryMb }: BriefLimits = LIMITS): BriefFiles {
  let worker: Worker | null = null
  let isClosed = false
  let queue: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  async function brief(file: SourceFile): Promise<PreparedFile> {
    clearTimeout(idle)
    const ready = await start()
    if (typeof ready === 'string') return { kind: 'unreadable', why: ready }
    ready.postMessage(file)
    const answer = await answerOf(ready, timeoutMs)
    if (isClosed) throw new Error('the briefing of files was closed')
    if (typeof answer === 'string') {
      await end()
      return { kind: 'unreadable', why: answer }
    }
    idle = setTimeout(end, IDLE_MS).unref()
    return answer
  }

  async function start(): Promise<Worker | string> {
    if (isClosed) throw new Error('the briefing of files is closed')
    if (worker !== null) return worker
    const fresh = new Worker(WORKER, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    worker = fresh
    try {
      await once(fresh, 'message')
    } catch (error) {
      await end()
      return `can't be briefed: ${String(error).split('\n')[0]}`
    }
    // a thread that dies between two files is replaced
    fresh.on('error', () => {})
    fresh.once('exit', () => {
      if (worker === fresh) worker = null
    })
    // an idle thread must not keep the process alive
    fresh.unref()
    return fresh
  }

  async function end(): Promise<void> {
    const ended = worker
    worker = null
    await ended?.terminate()
  }

  return {
    brief: (file) => {
      const briefed = queue.then(() => brief(file))
      queue = briefed.catch(() => {})
      return briefed
    },
    close: async () => {
      isClosed = true
      clearTimeout(idle)
      await end()
      await queue
    },
  }
}

/** The worker's next message, or one line on why none came. */
function answerOf(worker: Worker, timeoutMs: number): Promise<PreparedFile | string> {
  return new Promise((resolve) => {
    const settle = (answer: PreparedFile | string) => {
      clearTimeout(timer)
      worker.off('message', settle).off('error', failed).off('exit', failed)
      resolve(answer)
    }
    const failed = (error: Error | number) => {
      const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      settle(
        isMemory ? 'takes too much memory to read: shorten it' : `can't be briefed: ${String(error).split('\n')[0]}`,
      )
    }
    const timer = setTimeout(() => settle(`takes longer than ${timeoutMs / 1000} s to read: shorten it`), timeoutMs)
    worker.on('message', settle).on('error', failed).on('exit', failed)
  })
}
