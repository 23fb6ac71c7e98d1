/** Node's own heap is some 40 MB when the bot is idle; a storm makes it several times that. */
const GROWN_BYTES = 64 * 1024 * 1024
const LOOK_MS = 1000
/** Of one core; below it nobody waits for the collection, which holds the bot for a tenth of a second. */
const IDLE = 0.1
/** The next storm pays for all that this gives back: within seconds it would cost twice its CPU. */
const IDLE_MS = 25_000

/**
 * Gives a storm's memory back once the bot has been idle for so long: V8 collects garbage when memory is asked for, so without
 * requests it keeps what it has. Only where Node was started with `--expose-gc`. Answers what ends it.
 */
export function trimMemory(idleMs = IDLE_MS): () => void {
  const { gc } = globalThis
  if (gc === undefined) return () => {}
  let used = process.cpuUsage()
  let idleForMs = 0
  const look = () => {
    const { user, system } = process.cpuUsage(used)
    used = process.cpuUsage()
    const isBusy = (user + system) / 1000 > IDLE * LOOK_MS
    idleForMs = isBusy ? 0 : idleForMs + LOOK_MS
    if (idleForMs === idleMs && process.memoryUsage().heapTotal > GROWN_BYTES) {
      // the only kind after which V8 keeps no pages for itself
      gc({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    }
  }
  const timer = setInterval(look, LOOK_MS).unref()
  return () => clearInterval(timer)
}
