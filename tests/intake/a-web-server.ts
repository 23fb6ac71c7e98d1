import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

type Serve = (request: IncomingMessage, response: ServerResponse) => void

/** A web server of the test's own. */
export type AWebServer = {
  readonly url: string
  readonly port: number
  /** Serves a path from now on. */
  readonly at: (path: string, serve: Serve | string) => void
  /** The requests so far. */
  readonly requests: { readonly path: string; readonly headers: IncomingMessage['headers'] }[]
}

/** Serves on a loopback address until the test ends; 404 for other paths. */
export async function aWebServer({ host = '127.0.0.1', port = 0 } = {}): Promise<AWebServer> {
  const pages = new Map<string, Serve>()
  const requests: AWebServer['requests'] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    requests.push({ path, headers: request.headers })
    const serve = pages.get(path)
    if (serve === undefined) response.writeHead(404).end()
    else serve(request, response)
  })
  await new Promise<void>((resolve) => server.listen(port, host, resolve))
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  const address = server.address() as AddressInfo
  return {
    url: `http://${host}:${address.port}`,
    port: address.port,
    at: (path, serve) => pages.set(path, typeof serve === 'string' ? html(serve) : serve),
    requests,
  }
}

function html(text: string): Serve {
  return (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text)
}
