import type { Readable } from 'node:stream'
import { Pool } from 'undici'

/** What grammY hands to `client.fetch` and needs of its answer (grammy/out/core/client.js). */
export type FetchRequest = {
  readonly method: 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Readable
  /** At run time the `abort-controller` package's, not the platform's. */
  readonly signal: AbortSignal
}
export type FetchResponse = { readonly json: () => Promise<unknown> }

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

/**
 * Connections to one Bot API server, kept open between requests. undici's `request` costs a third of the CPU of grammY's
 * own transport. Time-outs are grammY's: it aborts by its signal, which `undici.request` takes as it is.
 */
export function createTransport(apiRoot: string): Transport {
  const { origin } = new URL(apiRoot)
  const pool = new Pool(origin, { headersTimeout: 0, bodyTimeout: 0, allowH2: false })
  const fetch = async (url: string, request: FetchRequest): Promise<FetchResponse> => {
    const { method, headers, body, signal } = request
    const path = url.slice(origin.length)
    try {
      const answer = await pool.request({
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
  return { fetch, close: () => pool.close() }
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
