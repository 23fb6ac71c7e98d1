import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Answers, Question } from './load.ts'

export type BotServer = {
  readonly url: string
  readonly ask: <Kind extends keyof Answers>(question: Question & { readonly kind: Kind }) => Promise<Answers[Kind]>
  readonly stop: () => void
}

type Told = { readonly port: number } | { readonly id: number; readonly answer: never }

/** Starts the server in a process of its own, on a free port of this machine; it ends with this process. */
export async function startBotServer(): Promise<BotServer> {
  const child = fork(join(import.meta.dirname, 'serve.ts'))
  const waiting = new Map<number, (answer: never) => void>()
  let asked = 0
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the Bot API server ended')))
    child.on('message', (told: Told) => {
      if ('port' in told) return resolve(told.port)
      waiting.get(told.id)?.(told.answer)
      waiting.delete(told.id)
    })
  })
  return {
    url: `http://127.0.0.1:${port}`,
    ask: (question) =>
      new Promise((resolve) => {
        asked += 1
        waiting.set(asked, resolve)
        child.send({ ...question, id: asked })
      }),
    stop: () => child.kill(),
  }
}
