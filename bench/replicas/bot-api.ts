import { createServer, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** A message that one of the replicas sent; `at`: on the monotonic clock. */
type Sent = { readonly replica: number; readonly chatId: number; readonly text: string; readonly at: number }

/** As much of the Bot API as replicas need to send, with an address for each of them, to tell who sent. */
export type BotApi = {
  readonly addressFor: (replica: number) => Promise<string>
  readonly sent: readonly Sent[]
  /** Called with each message. */
  onSent: (sent: Sent) => void
  readonly close: () => void
}

/** Long enough for idle bots to be idle. */
const POLL_MS = 2_000
const ME = { id: 1, is_bot: true, first_name: 'bench', username: 'bench_bot' }

export function createBotApi(): BotApi {
  const sent: Sent[] = []
  const servers: Server[] = []
  const api: BotApi = {
    sent,
    onSent: () => {},
    addressFor: async (replica) => {
      const server = createServer((request, response) => {
        const method = request.url?.split('/').at(-1) ?? ''
        const chunks: Buffer[] = []
        request
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => void answer(method, { replica, body: Buffer.concat(chunks).toString() }, response))
      })
      server.keepAliveTimeout = 120_000
      servers.push(server)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const address = server.address()
      return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    },
    close: () => {
      for (const server of servers) server.close().closeAllConnections()
    },
  }
  return api

  async function answer(
    method: string,
    { replica, body }: { readonly replica: number; readonly body: string },
    response: ServerResponse,
  ): Promise<void> {
    const reply = (result: unknown) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, result }))
    if (method === 'getMe') return void reply(ME)
    if (method === 'getUpdates') {
      await sleep(POLL_MS)
      return void reply([])
    }
    if (!/^send(?!ChatAction)/.test(method)) return void reply(true)
    const { chat_id: chatId = 0, text = '' } = body.startsWith('{') ? JSON.parse(body) : {}
    const one = { replica, chatId, text, at: performance.now() }
    sent.push(one)
    reply({ message_id: sent.length, date: 0, chat: { id: chatId, type: 'private' }, text: '-' })
    api.onSent(one)
  }
}
