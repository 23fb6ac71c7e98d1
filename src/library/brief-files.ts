import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { SourceFile } from './brief-file.ts'
import type { PreparedFile } from './prepare-file.ts'

/** Briefs files one after the other in a process of their own, so that no file delays replies or takes the bot down with it. */
export type BriefFiles = {
  /** @throws after `close`. */
  readonly brief: (file: SourceFile) => Promise<PreparedFile>
  /** Kills the process at once, even while it briefs. */
  readonly close: () => Promise<void>
}

export type BriefLimits = { readonly timeoutMs: number; readonly memoryMb: number }

const LIMITS: BriefLimits = { timeoutMs: 10_000, memoryMb: 512 }
/** A process that takes longer to start is given up. */
const START_MS = 60_000
/** An idle process holds some 60 MB. */
const IDLE_MS = 30_000
/** How V8 ends a process at its memory limit. */
const OUT_OF_MEMORY = 'SIGABRT'
const PROCESS = fileURLToPath(new URL('./article-process.ts', import.meta.url))

/**
 * A file over a limit kills the process; the next file starts a new one. Not a worker thread: over its memory limit V8 may
 * end the whole bot (nodejs/node#65019).
 */
export function createBriefFiles({ timeoutMs, memoryMb }: BriefLimits = LIMITS): BriefFiles {
  let running: ChildProcess | null = null
  let isClosed = false
  let queue: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  async function brief(file: SourceFile): Promise<PreparedFile> {
    clearTimeout(idle)
    try {
      const child = await started()
      child.send(file, () => {})
      // what article-process.ts sends
      return (await messageOf(
        child,
        timeoutMs,
        `takes longer than ${timeoutMs / 1000} s to read: shorten it`,
      )) as PreparedFile
    } catch (error) {
      await end()
      if (isClosed) throw new Error('the briefing of files is closed')
      return { kind: 'unreadable', why: error instanceof Error ? error.message : String(error) }
    } finally {
      idle = setTimeout(end, IDLE_MS).unref()
    }
  }

  async function started(): Promise<ChildProcess> {
    if (isClosed) throw new Error('closed')
    if (running !== null) return running
    const child = fork(PROCESS, {
      execArgv: [`--max-old-space-size=${memoryMb}`],
      // what reads files of others' making has no use for the token
      env: { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
      serialization: 'advanced',
      // V8 writes a page as it gives up
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    running = child
    // one that dies between two files is replaced
    child
      .on('error', () => {})
      .once('exit', () => {
        if (running === child) running = null
      })
    // idle, it does not keep the bot running
    child.unref()
    child.channel?.unref()
    await messageOf(child, START_MS, `can't be briefed: the process for it did not start in ${START_MS / 1000} s`)
    return child
  }

  async function end(): Promise<void> {
    const child = running
    running = null
    if (child?.kill('SIGKILL') !== true) return
    child.ref()
    await once(child, 'exit')
  }

  return {
    brief: (file) => {
      const briefed = queue.then(() => brief(file))
      queue = briefed.catch(() => {})
      return briefed
    },
    close: async () => {
      isClosed = true
      await end()
      await queue
      clearTimeout(idle)
    },
  }
}

/** @throws `late` after `timeoutMs`, or one line on how the process ended. */
function messageOf(child: ChildProcess, timeoutMs: number, late: string): Promise<Serializable> {
  return new Promise((resolve, reject) => {
    const settle = (error: string | null, message: Serializable) => {
      clearTimeout(timer)
      child.off('message', received).off('error', failed).off('exit', exited)
      return error === null ? resolve(message) : reject(new Error(error))
    }
    const received = (message: Serializable) => settle(null, message)
    const failed = (error: Error) => settle(`can't be briefed: ${error.message}`, '')
    const exited = (code: number | null, signal: NodeJS.Signals | null) =>
      settle(
        signal === OUT_OF_MEMORY
          ? 'takes too much memory to read: shorten it'
          : `can't be briefed: its process ended with ${signal ?? code}`,
        '',
      )
    const timer = setTimeout(settle, timeoutMs, late, '')
    child.on('message', received).on('error', failed).on('exit', exited)
  })
}
