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
  /** It is held for the term from when that was asked for. */
  readonly extend: (from: Clocks) => void
  readonly isOver: () => boolean
}

/** Over before it is extended. */
export function createTenure(milliseconds: number): Tenure {
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
