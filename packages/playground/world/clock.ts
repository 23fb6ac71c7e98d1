/** A clock that can be set forward; it goes on from there. */
export type Clock = { readonly now: () => Date; readonly jumpTo: (moment: Date) => void }

/** A clock that shows the real time until it is set forward; it never goes back. */
export function createClock(): Clock {
  let ahead = 0
  return {
    now: () => new Date(Date.now() + ahead),
    jumpTo: (moment) => {
      ahead = Math.max(ahead, moment.getTime() - Date.now())
    },
  }
}
