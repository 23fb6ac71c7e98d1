import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Hono } from 'hono'

/** `url`: reachable from this machine. */
export type Listener = { readonly url: string; readonly close: () => Promise<void> }

/** A port or host that can't be listened on; the message says what to set. */
class ListenError extends Error {
  override readonly name = 'ListenError'
}

/** Serves an app over HTTP; port 0 takes a free one. @throws ListenError */
export function listen(app: Hono, { host, port }: { host: string; port: number }): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (address: AddressInfo) => {
      resolve({ url: `http://${reachable(host)}:${address.port}`, close: () => close(server) })
    })
    server.once('error', (error: NodeJS.ErrnoException) => reject(new ListenError(reasonOf(error, host, port))))
  })
}

function reasonOf({ code }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `PORT ${port} is taken by another program: set PORT to a free one`
  if (code === 'EACCES') return `PORT ${port} may not be used by this user: set PORT to one above 1023`
  return `HOST ${host} can't be listened on (${code}): set HOST to an address of this machine, such as 127.0.0.1`
}

/** The host to connect to: a wildcard address can't be connected to. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
