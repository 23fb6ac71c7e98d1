import { createServer, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Question } from './load.ts'
import { createServedBot, type ServedBot } from './served-bot.ts'

/*
 * A Bot API for any number of bots, as little of it as they need to be asked and to answer, in a process of its own: its
 * CPU time and its pauses are not theirs. It checks nothing; the playground does.
 */

type Connected = ServedBot & { open: number; most: number }

const bots = new Map<string, Connected>()
const seen = new WeakSet<Socket>()
const server = createServer((incoming, response) => {
  const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)/.exec(incoming.url ?? '') ?? []
  const bot = botOf(token)
  countSocket(bot, incoming.socket)
  readBody(incoming, (body) => bot.call(method, paramsOf(body), response))
})
// Telegram keeps connections open for longer than a bench pauses
server.keepAliveTimeout = 120_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
process.on('message', async (question: Question & { readonly id: number }) => {
  process.send?.({ id: question.id, answer: await answerTo(question) })
})
process.on('disconnect', () => process.exit())

async function answerTo(question: Question): Promise<unknown> {
  const bot = botOf(question.token)
  switch (question.kind) {
    case 'ready':
      await bot.ready
      return null
    case 'run':
      return await bot.run(question.load)
    case 'end':
      bot.end()
      return null
    case 'sockets':
      return bot.most
    case 'unasked':
      return bot.unasked()
    default:
      return question satisfies never
  }
}

function botOf(token: string): Connected {
  const known = bots.get(token) ?? { ...createServedBot(), open: 0, most: 0 }
  bots.set(token, known)
  return known
}

function countSocket(bot: Connected, socket: Socket): void {
  if (seen.has(socket)) return
  seen.add(socket)
  bot.open += 1
  bot.most = Math.max(bot.most, bot.open)
  socket.once('close', () => {
    bot.open -= 1
  })
}

function readBody(incoming: IncomingMessage, then: (body: string) => void): void {
  const chunks: Buffer[] = []
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => then(Buffer.concat(chunks).toString()))
}

/** A file is sent in parts; which chat it goes to is asked of none here. */
function paramsOf(body: string): object {
  return body.startsWith('{') ? JSON.parse(body) : {}
}
