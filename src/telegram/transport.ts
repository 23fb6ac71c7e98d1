import type { Readable } from 'node:stream'
import request from 'undici/lib/api/api-request.js'
import Pool from 'undici/lib/dispatcher/pool.js'

/** What grammY hands to `client.fetch` and needs of its answer (grammy/out/core/client.js). */
type FetchRequest = {
  readonly method: 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Readable
  /** At run time the `abort-controller` package's, not the platform's. */
  readonly signal: AbortSignal
}
type FetchResponse = { readonly json: () => Promise<unknown> }

export type Transport = {
  /** For grammY's `client.fetch`. Rejects with a `TransportError`; an answer of any status is an answer. */
  readonly fetch: (url: string, request: FetchRequest) => Promise<FetchResponse>
  /** Lets what is under way end, then closes the connections. */
  readonly close: () => Promise<void>
}

/** A request that got no answer. The token, which is part of every Bot API address, is never in its words. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly code: string

  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

const MOST_CONNECTIONS = 64

/**
 * At most 64 connections to one Bot API server, kept open between requests. undici's `request` costs a third of the CPU of grammY's
 * own transport. Time-outs are grammY's: it aborts by its signal, which `undici.request` takes as it is.
 */
export function createTransport(apiRoot: string): Transport {
  const { origin } = new URL(apiRoot)
  const connect = (connections: number) =>
    new Pool(origin, { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0, allowH2: false })
  const [calls, polls] = [connect(MOST_CONNECTIONS - 1), connect(1)]
  const fetch = async (url: string, asked: FetchRequest): Promise<FetchResponse> => {
    const { method, headers, body, signal } = asked
    const path = url.slice(origin.length)
    // a poll never waits behind what is being sent
    const pool = path.endsWith('/getUpdates') ? polls : calls
    try {
      const answer = await request.call(pool, {
        path,
        method,
        headers: { 'content-type': contentType(headers) },
        body,
        signal,
      })
      return { json: async () => readJson(await answer.body.text(), answer.statusCode) }
    } catch (error) {
      throw withoutToken(error)
    }
  }
  return { fetch, close: async () => void (await Promise.all([calls.close(), polls.close()])) }
}

function contentType(headers: Readonly<Record<string, string>>): string {
  return headers['content-type'] ?? 'application/json'
}

/** A proxy in between may answer with a page of its own. */
function readJson(text: string, status: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new TransportError(`the answer is no JSON (status ${status})`, `HTTP_${status}`)
  }
}

function withoutToken(error: unknown): TransportError {
  if (error instanceof TransportError) return error
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
  return new TransportError(message.replace(/bot\d+:[\w-]+/g, 'bot<token>'), code)
}
