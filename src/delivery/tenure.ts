import { hasEnded } from '../store/process-name.ts'

/** Without a sign of life for so many milliseconds a process loses what it holds. */
export const TTL_MS = 15_000

/** Both clocks of this machine: what a test or the playground sets is no sleep. */
export type Clocks = { readonly monotonic: number; readonly wall: number }

export function clocks(): Clocks {
  return { monotonic: performance.now(), wall: Date.now() }
}

/**
 * Until when something is surely held that others may take after some time: on two clocks, as the monotonic one may stand
 * while the machine sleeps, and the wall clock may be set.
 */
export type Tenure = {
  /** It is held from when that was asked for until shortly before others may take it. */
  readonly extend: (from: Clocks) => void
  readonly isOver: () => boolean
}

/** Over before it is extended. */
export function createTenure(ttlMs: number): Tenure {
  const milliseconds = (ttlMs * 13) / 15
  let until: Clocks = { monotonic: 0, wall: 0 }
  return {
    extend: ({ monotonic, wall }) => {
      until = { monotonic: monotonic + milliseconds, wall: wall + milliseconds }
    },
    isOver: () => {
      const { monotonic, wall } = clocks()
      return monotonic >= until.monotonic || wall >= until.wall
    },
  }
}

/** What processes are seen to do, by one that may take over from them. Others' clocks are never compared. */
export type Signs = {
  /** Whether it lost what it holds: it ran on this machine and ended, or its beat was seen unchanged for the whole term. */
  readonly isLost: (process: { readonly name: string; readonly beat: string | number }, asked: Clocks) => boolean
  /** For when nobody could give a sign of life. */
  readonly forget: () => void
}

export function watchSigns(ttlMs: number): Signs {
  const seen = new Map<string, { readonly beat: string | number; readonly since: number }>()
  return {
    isLost: ({ name, beat }, { monotonic: asked }) => {
      const at = performance.now()
      // a database so slow kept the others waiting too
      if (at - asked >= ttlMs / 3) seen.clear()
      const before = seen.get(name)
      const since = before?.beat === beat ? before.since : at
      seen.set(name, { beat, since })
      return asked - since >= ttlMs || hasEnded(name)
    },
    forget: () => seen.clear(),
  }
}
