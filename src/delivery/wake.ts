/** Something to sleep on that others can end. */
export type Alarm = {
  /** Ends the sleep that is on, or the next one before it begins. */
  readonly ring: () => void
  /** Sleeps so many milliseconds, at most an hour, or until it rings. */
  readonly sleep: (milliseconds: number) => Promise<void>
}

const LONGEST_MS = 60 * 60_000

export function createAlarm(): Alarm {
  let rung = false
  let wake = () => {}
  return {
    ring: () => {
      rung = true
      wake()
    },
    sleep: async (milliseconds) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.min(LONGEST_MS, Math.max(0, Math.ceil(milliseconds))))
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      rung = false
    },
  }
}
