import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/*
 * Poolers in transaction mode, in short: a client has a server's connection from its first question until the transaction ends,
 * and the next time maybe another one. As PgBouncer: startup parameters other than a few are refused, and what the server
 * says of itself, such as a notification, reaches whoever is linked, or nobody.
 *
 *     client ──Q, or P B D E S──▶ linked? ──▶ server ──answer, then Z──▶ client ──Z says idle, none is owed──▶ free
 */

type Backend = { readonly socket: Socket; client: Client | null }
type Client = { readonly socket: Socket; readonly waiting: Buffer[]; owed: number; backend: Backend | null }

const SSL_REQUEST = 80_877_103
const CANCEL_REQUEST = 80_877_102
const PARAMETERS = ['user', 'database', 'application_name', 'client_encoding', 'DateStyle', 'TimeZone']
const READY = message('Z', Buffer.from('I'))
const AUTHENTICATED = message('R', Buffer.alloc(4))

/** Its address in place of a server's; so many connections serve all clients. */
export async function aPooler(address: string, connections: number): Promise<string> {
  const { hostname, port, username, pathname } = new URL(address)
  const sockets = new Set<Socket>()
  const clients: Client[] = []
  const start = startup({ user: username, database: pathname.slice(1) })
  const backends = await Promise.all(Array.from({ length: connections }, () => aBackend()))

  async function aBackend(): Promise<Backend> {
    const socket = track(connect({ port: Number(port), host: hostname, noDelay: true }))
    const backend: Backend = { socket, client: null }
    const ready = Promise.withResolvers<void>()
    onMessages(socket, (type, whole) => {
      const { client } = backend
      if (client === null) return type === 'Z' ? ready.resolve() : undefined
      client.socket.write(whole)
      if (type !== 'Z') return
      client.owed -= 1
      if (client.owed === 0 && whole.at(-1) === READY.at(-1)) release(client, backend)
    })
    socket.write(start)
    await ready.promise
    return backend
  }

  function release(client: Client, backend: Backend): void {
    client.backend = null
    backend.client = null
    link()
  }

  function link(): void {
    for (const client of clients.filter(({ waiting, backend }) => waiting.length > 0 && backend === null)) {
      // not the one that it had before, where another is free
      const free = backends.findLast((backend) => backend.client === null)
      if (free === undefined) return
      backends.unshift(...backends.splice(backends.indexOf(free), 1))
      free.client = client
      client.backend = free
      pass(client, free)
    }
  }

  function pass(client: Client, { socket }: Backend): void {
    for (const whole of client.waiting.splice(0)) {
      if (/[QS]/.test(typeOf(whole))) client.owed += 1
      socket.write(whole)
    }
  }

  function track(socket: Socket): Socket {
    sockets.add(socket)
    return socket.on('error', () => {})
  }

  const server = createServer({ noDelay: true }, (socket) => {
    const client: Client = { socket: track(socket), waiting: [], owed: 0, backend: null }
    clients.push(client)
    onStart(socket, () =>
      onMessages(socket, (type, whole) => {
        if (type === 'X') return void socket.end()
        client.waiting.push(whole)
        if (client.backend === null) link()
        else pass(client, client.backend)
      }),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const pooled = new URL(address)
  const own = server.address()
  pooled.port = String(typeof own === 'object' && own !== null ? own.port : 0)
  return pooled.href
}

/** Answers what a client says first, and calls `started` once it may ask. */
function onStart(socket: Socket, started: () => void): void {
  socket.once('data', (first: Buffer) => {
    const code = first.readInt32BE(4)
    if (code === CANCEL_REQUEST) return socket.end()
    if (code === SSL_REQUEST) {
      socket.write('N')
      return onStart(socket, started)
    }
    const names = first
      .subarray(8)
      .toString()
      .split('\0')
      .filter((_, at) => at % 2 === 0)
    const unknown = names.find((name) => name !== '' && !PARAMETERS.includes(name))
    if (unknown !== undefined) {
      const fields = `SFATAL\0C08P01\0Munsupported startup parameter: ${unknown}\0\0`
      return socket.end(message('E', Buffer.from(fields)))
    }
    started()
    socket.write(Buffer.concat([AUTHENTICATED, READY]))
  })
}

function onMessages(socket: Socket, heard: (type: string, whole: Buffer) => void): void {
  let rest = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    while (rest.length >= 5 && rest.length >= rest.readInt32BE(1) + 1) {
      const whole = rest.subarray(0, rest.readInt32BE(1) + 1)
      rest = rest.subarray(whole.length)
      heard(typeOf(whole), whole)
    }
  })
}

function typeOf(whole: Buffer): string {
  return String.fromCharCode(whole[0] ?? 0)
}

function message(type: string, body: Buffer): Buffer {
  const whole = Buffer.alloc(5)
  whole.write(type)
  whole.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([whole, body])
}

function startup(parameters: Readonly<Record<string, string>>): Buffer {
  const body = Buffer.from(`${Object.entries(parameters).flat().join('\0')}\0\0`)
  const head = Buffer.alloc(8)
  head.writeInt32BE(body.length + 8)
  head.writeInt32BE(196_608, 4)
  return Buffer.concat([head, body])
}
