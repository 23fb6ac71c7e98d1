/** Node's own heap is some 40 MB when the bot is idle; a storm makes it several times that. */
const GROWN_BYTES = 64 * 1024 * 1024
const LOOK_MS = 1000
/** Of one core; below it nobody waits for the collection, which holds the bot for a tenth of a second. */
const IDLE = 0.1

/**
 * Gives a storm's memory back: V8 collects garbage when memory is asked for, so without requests it keeps what it has. Only
 * where Node was started with `--expose-gc`. Answers what ends it.
 */
export function trimMemory(): () => void {
  const { gc } = globalThis
  if (gc === undefined) return () => {}
  let used = process.cpuUsage()
  let wasBusy = false
  const look = () => {
    const { user, system } = process.cpuUsage(used)
    used = process.cpuUsage()
    const isBusy = (user + system) / 1000 > IDLE * LOOK_MS
    if (wasBusy && !isBusy && process.memoryUsage().heapTotal > GROWN_BYTES) {
      // the only kind after which V8 keeps no pages for itself
      gc({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    }
    wasBusy = isBusy
  }
  const timer = setInterval(look, LOOK_MS).unref()
  return () => clearInterval(timer)
}
