import type { Readable } from 'node:stream'
import { type ApiCallFn, HttpError, InputFile, type Transformer } from 'grammy'
import type { Dispatcher } from 'undici'
import Pool from 'undici/lib/dispatcher/pool.js'
import { parseAnswer, readRefusal } from './read-answer.ts'

/** What grammY hands to `client.fetch` and needs of its answer (grammy/out/core/client.js). */
type FetchRequest = {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Readable
  /** At run time the `abort-controller` package's, not the platform's. */
  readonly signal: AbortSignal
}
type FetchResponse = { readonly json: () => Promise<unknown> }

export type Transport = {
  /**
   * Makes a bot's calls without grammY's client, which costs as much as the connection itself; a file is left to it. Rejects
   * with grammY's HttpError over a `TransportError`. To be installed before other transformers.
   */
  readonly caller: (token: string, timeoutSeconds: number) => Transformer
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
/** A hundred updates of the longest texts are less. */
const MOST_BYTES = 32 * 1024 * 1024
const JSON_HEADERS = { 'content-type': 'application/json' }

type Request = {
  readonly path: string
  readonly headers: { readonly 'content-type': string }
  readonly body: string | Readable
  readonly signal: AbortSignal | undefined
  /** `null`: whoever asks gives up by the signal. */
  readonly timeoutMs: number | null
}

/** At most 64 connections to one Bot API server, kept open between requests. */
export function createTransport(apiRoot: string): Transport {
  const { origin, pathname } = new URL(apiRoot)
  const connect = (connections: number) =>
    new Pool(origin, { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0, allowH2: false })
  const [calls, polls] = [connect(MOST_CONNECTIONS - 1), connect(1)]
  // a poll never waits behind what is being sent
  const ask = (request: Request) => send(request.path.endsWith('/getUpdates') ? polls : calls, request)
  return {
    caller: (token, timeoutSeconds) => async (call: ApiCallFn, method, payload, signal) => {
      if (Object.values(payload).some((value) => value instanceof InputFile)) return await call(method, payload, signal)
      const path = `${pathname.replace(/\/$/, '')}/bot${token}/${method}`
      const body = JSON.stringify(payload)
      try {
        // grammY types its own signal; at run time both are the platform's
        const given = signal as AbortSignal | undefined
        const timeoutMs = timeoutSeconds * 1000
        return (await ask({ path, headers: JSON_HEADERS, body, signal: given, timeoutMs })) as never
      } catch (error) {
        throw new HttpError(`Network request for '${method}' failed!`, error)
      }
    },
    fetch: async (url, { headers, body, signal }) => {
      const path = url.slice(origin.length)
      const type = { 'content-type': headers['content-type'] ?? JSON_HEADERS['content-type'] }
      const answer = await ask({ path, headers: type, body, signal, timeoutMs: null })
      return { json: async () => answer }
    },
    close: async () => void (await Promise.all([calls.close(), polls.close()])),
  }
}

/** The parsed answer of any status. @throws TransportError */
async function send(pool: Pool, { path, headers, body, signal, timeoutMs }: Request): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const chunks: Buffer[] = []
  let started: Dispatcher.DispatchController | null = null
  let end: TransportError | null = null
  let status = 0
  let bytes = 0
  const giveUp = (error: TransportError) => {
    end = error
    started?.abort(error)
    reject(error)
  }
  const ignore = signal === undefined ? null : onAbort(signal, () => giveUp(new TransportError('given up', 'ABORTED')))
  const late = () => giveUp(new TransportError(`timed out after ${Number(timeoutMs) / 1000} s`, 'TIMEOUT'))
  const timer = timeoutMs === null ? undefined : setTimeout(late, timeoutMs)
  pool.dispatch(
    { path, method: 'POST', headers, body },
    {
      onRequestStart: (controller) => {
        started = controller
        if (end !== null) controller.abort(end)
      },
      onResponseStart: (_, code) => {
        status = code
      },
      onResponseData: (_, chunk) => {
        bytes += chunk.length
        if (bytes <= MOST_BYTES) chunks.push(chunk)
        else giveUp(new TransportError('the answer is too long', 'TOO_LONG'))
      },
      onResponseEnd: () => resolve(Buffer.concat(chunks).toString('utf8')),
      onResponseError: (_, error) => reject(withoutToken(error)),
    },
  )
  try {
    return readAnswer(await promise, status)
  } finally {
    clearTimeout(timer)
    ignore?.()
  }
}

const waiting = new WeakMap<AbortSignal, Set<() => void>>()

/** Answers what takes `act` back. One listener for all that wait for a signal: adding one looks at all that are there. */
function onAbort(signal: AbortSignal, act: () => void): () => void {
  const known = waiting.get(signal)
  const acts = known ?? new Set()
  if (known === undefined) {
    waiting.set(signal, acts)
    signal.addEventListener('abort', () => {
      for (const each of [...acts]) each()
    })
  }
  if (signal.aborted) act()
  acts.add(act)
  return () => acts.delete(act)
}

/** A proxy in between may answer with a page of its own, a broken server with anything. */
function readAnswer(text: string, status: number): unknown {
  const answer = parseAnswer(text)
  if (answer === null)
    throw new TransportError(`the answer is none of the Bot API (status ${status})`, `HTTP_${status}`)
  return answer.ok ? answer : readRefusal(answer)
}

function withoutToken(error: unknown): TransportError {
  if (error instanceof TransportError) return error
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
  return new TransportError(message.replace(/bot\d+:[\w-]+/g, 'bot<token>'), code)
}
