/** Wakes all workers; created before them, so that producers of work need not know them. */
export type Wake = {
  /** There may be work. Each worker looks for its own, so needless calls do no harm. */
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

/** The shortest time between two looks, in milliseconds: a storm of wakes costs 20 looks a second. */
export const WAKE_GAP_MS = 50

/** An interruptible sleep. */
export type Sleeper = {
  /** Ends the current sleep, or else the next before it begins. */
  readonly wake: () => void
  /** Sleeps for that time, at most an hour, or until woken. */
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
