import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { SourceFile } from './brief-file.ts'
import type { PreparedFile } from './prepare-file.ts'
import type { ReadDocument, SourceDocument } from './read-document.ts'

/** Briefs files one after the other in a process of their own, so that no file delays replies or takes the bot down with it. */
export type BriefFiles = {
  /** @throws after `close`. */
  readonly brief: (file: SourceFile) => Promise<PreparedFile>
  /** Reads what is not ours to trust, under the same limits. @throws after `close`. */
  readonly read: (document: SourceDocument) => Promise<ReadDocument>
  /** Gives up a file in work at once. */
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

/** A process and the files that wait for it; all libraries in here share one, as starting it takes half a second. */
type Briefer = { child: ChildProcess | null; queue: Promise<unknown>; idle?: NodeJS.Timeout }

const briefers = new Map<number, Briefer>()

/**
 * A file over a limit kills the process; the next file starts a new one. Not a worker thread: over its memory limit V8 may
 * end the whole bot (nodejs/node#65019).
 */
export function createBriefFiles({ timeoutMs, memoryMb }: BriefLimits = LIMITS): BriefFiles {
  const briefer = briefers.get(memoryMb) ?? { child: null, queue: Promise.resolve() }
  briefers.set(memoryMb, briefer)
  let isClosed = false
  let isAtWork = false
  let last: Promise<unknown> = Promise.resolve()

  async function ask<Answer>(task: SourceFile | SourceDocument): Promise<Answer | Unreadable> {
    if (isClosed) throw new Error(CLOSED)
    clearTimeout(briefer.idle)
    isAtWork = true
    try {
      const child = briefer.child ?? (await start(briefer, memoryMb))
      child.send(task, () => {})
      const late = `takes longer than ${timeoutMs / 1000} s to read: shorten it`
      // what article-process.ts sends
      return (await messageOf(child, timeoutMs, late)) as Answer
    } catch (error) {
      await end(briefer)
      if (isClosed) throw new Error(CLOSED)
      return { kind: 'unreadable', why: error instanceof Error ? error.message : String(error) }
    } finally {
      isAtWork = false
      briefer.idle = setTimeout(() => void end(briefer), IDLE_MS).unref()
    }
  }

  function inTurn<Answer>(task: SourceFile | SourceDocument): Promise<Answer | Unreadable> {
    const answered = briefer.queue.then(() => ask<Answer>(task))
    last = briefer.queue = answered.catch(() => {})
    return answered
  }

  return {
    brief: (file) => inTurn<PreparedFile>(file),
    read: (document) => inTurn<ReadDocument>(document),
    close: async () => {
      isClosed = true
      if (isAtWork) await end(briefer)
      await last
    },
  }
}

type Unreadable = { readonly kind: 'unreadable'; readonly why: string }

const CLOSED = 'the briefing of files is closed'

async function start(briefer: Briefer, memoryMb: number): Promise<ChildProcess> {
  const child = fork(PROCESS, {
    execArgv: [`--max-old-space-size=${memoryMb}`],
    // what reads files of others' making has no use for the token
    env: { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
    serialization: 'advanced',
    // V8 writes a page as it gives up
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  briefer.child = child
  // one that dies between two files is replaced
  child
    .on('error', () => {})
    .once('exit', () => {
      if (briefer.child === child) briefer.child = null
    })
  // idle, it does not keep the bot running, and ends with it
  child.unref()
  child.channel?.unref()
  await messageOf(child, START_MS, `can't be briefed: the process for it did not start in ${START_MS / 1000} s`)
  return child
}

async function end(briefer: Briefer): Promise<void> {
  const { child } = briefer
  briefer.child = null
  if (child?.kill('SIGKILL') !== true) return
  child.ref()
  await once(child, 'exit')
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
