/** Calls everyone who waits for work; made before them, so that whoever makes work need not know them. */
export type Wake = {
  /** There may be work for anybody. All look for themselves, so a call too many does no harm. */
  readonly all: () => void
  readonly add: (wake: () => void) => void
}

export function createWake(): Wake {
  const wakes: (() => void)[] = []
  return {
    all: () => {
      for (const wake of wakes) wake()
    },
    add: (wake) => {
      wakes.push(wake)
    },
  }
}

/** Looks that calls ask for come at least this far apart, in milliseconds: a storm of updates costs 20 looks a second. */
export const WAKE_GAP_MS = 50

/** A sleep that others can end. */
export type Sleeper = {
  /** Ends the sleep that is on, or the next one before it begins. */
  readonly wake: () => void
  /** Sleeps so many milliseconds, at most an hour, or until it is woken. */
  readonly sleep: (milliseconds: number) => Promise<void>
}

const LONGEST_MS = 60 * 60_000

export function createSleeper(): Sleeper {
  let isWoken = false
  let end = () => {}
  return {
    wake: () => {
      isWoken = true
      end()
    },
    sleep: async (milliseconds) => {
      if (!isWoken) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.min(LONGEST_MS, Math.max(0, Math.ceil(milliseconds))))
          end = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      isWoken = false
    },
  }
}
