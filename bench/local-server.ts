import { fork } from 'node:child_process'
import { createServer } from 'node:http'

/*
 * A server that answers every request as Telegram answers a sent message, in a process of its own, so that its CPU time
 * and its pauses are not the sender's.
 */

export type LocalServer = {
  readonly url: string
  /** How many requests came in so far, over how long, and the most in any second. */
  readonly seen: () => Promise<Seen>
  readonly stop: () => void
}

type Seen = { readonly count: number; readonly milliseconds: number; readonly mostInASecond: number }

/** Starts the server; each answer takes `latencyMs`. */
export async function startLocalServer(latencyMs: number): Promise<LocalServer> {
  const child = fork(import.meta.filename, [String(latencyMs)])
  const ask = <T>(question: string) =>
    new Promise<T>((resolve) => {
      child.once('message', (answer: T) => resolve(answer))
      child.send(question)
    })
  const port = await ask<number>('port')
  return { url: `http://127.0.0.1:${port}`, seen: () => ask<Seen>('seen'), stop: () => child.kill() }
}

function serve(latencyMs: number): void {
  let times: number[] = []
  const answer = JSON.stringify({ ok: true, result: { message_id: 7, date: 0, chat: { id: 1, type: 'private' } } })
  const server = createServer((request, response) => {
    times.push(performance.now())
    request.resume().on('end', () => {
      setTimeout(() => response.setHeader('content-type', 'application/json').end(answer), latencyMs)
    })
  })
  server.listen(0, '127.0.0.1')
  process.on('message', (question) => {
    if (question === 'seen') {
      process.send?.(summary(times))
      times = []
    } else {
      const address = server.address()
      process.send?.(typeof address === 'object' ? address?.port : 0)
    }
  })
}

function summary(times: readonly number[]): Seen {
  let first = 0
  const inLastSecond = times.map((time, index) => {
    while (time - (times[first] ?? time) >= 1000) first += 1
    return index - first + 1
  })
  const milliseconds = (times.at(-1) ?? 0) - (times[0] ?? 0)
  return { count: times.length, milliseconds, mostInASecond: Math.max(0, ...inLastSecond) }
}

if (import.meta.main) serve(Number(process.argv[2]))
