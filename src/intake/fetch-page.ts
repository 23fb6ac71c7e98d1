import { lookup as lookUp } from 'node:dns/promises'
import { get as getHttp, type IncomingMessage } from 'node:http'
import { get as getHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { FetchRefused, type Refusal, type RefusalReason, refusalOf } from './refusal.ts'

/** What a server said of a document, so that it can be asked for only when it has changed. */
type Validators = { readonly etag: string | null; readonly modified: string | null }

export type FetchedPage = Validators & {
  readonly kind: 'page'
  readonly bytes: Uint8Array
  readonly contentType: string | null
  /** Where it was found, after redirects. */
  readonly url: string
}
/** `unchanged`: since the validators that were given. */
export type Fetched =
  | FetchedPage
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export type Fetch = (url: string, wish?: FetchWish) => Promise<Fetched>

type FetchWish = { readonly known?: Validators; readonly signal?: AbortSignal }

export type FetchOptions = {
  /** Whether an IP address may be connected to. */
  readonly mayReach: (address: string) => boolean
  /** Where the operator can be asked, for the User-Agent. */
  readonly about: string | null
  readonly limits?: FetchLimits
  /** The addresses of a host. Default: the system's resolver. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
}

type FetchLimits = { readonly bytes: number; readonly milliseconds: number; readonly redirects: number }

const LIMITS: FetchLimits = { bytes: 10_000_000, milliseconds: 15_000, redirects: 5 }

/**
 * Fetches web pages and feeds. Each host's addresses are checked as they are resolved, and the connection goes to a checked
 * one, at each redirect anew: a name can't lead to a private address a moment later. The returned function never throws.
 */
export function createFetch(options: FetchOptions): Fetch {
  const { limits = LIMITS, about } = options
  const userAgent = `mujaz (news briefings for Telegram${about === null ? '' : `; +${about}`})`
  return async (url, { known, signal } = {}) => {
    const deadline = AbortSignal.timeout(limits.milliseconds)
    const until = signal === undefined ? deadline : AbortSignal.any([deadline, signal])
    try {
      const headers = { ...ACCEPT, 'user-agent': userAgent, ...conditions(known) }
      return await follow(url, { ...options, limits, headers, signal: until })
    } catch (error) {
      const seconds = Math.ceil(limits.milliseconds / 1000)
      const refusal = deadline.aborted ? refuse('too-slow', { seconds }) : refusalOf(error, hostOf(url))
      return { kind: 'refused', refusal }
    }
  }
}

const ACCEPT = {
  accept: 'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,text/*;q=0.8',
  'accept-encoding': 'gzip, deflate, br',
}

function conditions(known: Validators | undefined): Readonly<Record<string, string>> {
  return {
    ...(known?.etag ? { 'if-none-match': known.etag } : {}),
    ...(known?.modified ? { 'if-modified-since': known.modified } : {}),
  }
}

type Asking = FetchOptions & {
  readonly limits: FetchLimits
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

async function follow(start: string, asking: Asking): Promise<Fetched> {
  const { limits } = asking
  let url = webAddress(start)
  for (let redirects = 0; redirects <= limits.redirects; redirects++) {
    const response = await ask(url, asking)
    const { statusCode: status = 0 } = response
    const { location } = response.headers
    if (location === undefined || ![301, 302, 303, 307, 308].includes(status)) return read(response, url, asking)
    response.destroy()
    url = webAddress(location, url)
  }
  throw new FetchRefused('redirects', { count: limits.redirects })
}

/** @throws FetchRefused for any other address than a public one of http or https. */
function webAddress(text: string, base?: URL): URL {
  const url = URL.parse(text, base)
  if (url === null || !/^https?:$/.test(url.protocol)) throw new FetchRefused('not-web', {})
  if (url.username !== '' || url.password !== '') throw new FetchRefused('password', {})
  return url
}

async function ask(url: URL, { headers, signal, ...options }: Asking): Promise<IncomingMessage> {
  const host = hostOf(url.href)
  const checked = await checkedAddresses(host, options)
  signal.throwIfAborted()
  // the checked address, whatever the name resolves to a moment later
  const lookup: LookupFunction = (_, { all }, done) => {
    const addresses = checked.map((address) => ({ address, family: isIP(address) }))
    const [first = { address: '', family: 0 }] = addresses
    if (all) done(null, addresses)
    else done(null, first.address, first.family)
  }
  const get = url.protocol === 'https:' ? getHttps : getHttp
  return new Promise((resolve, reject) => {
    get(url, { headers, signal, lookup, agent: false, maxHeaderSize: 16_384 }, resolve).on('error', reject)
  })
}

async function checkedAddresses(
  host: string,
  { mayReach, resolve = systemAddresses }: Pick<FetchOptions, 'mayReach' | 'resolve'>,
): Promise<readonly string[]> {
  const addresses = isIP(host) === 0 ? await resolve(host) : [host]
  if (!addresses.every(mayReach)) throw new FetchRefused('private', { host })
  return addresses
}

async function systemAddresses(host: string): Promise<readonly string[]> {
  return (await lookUp(host, { all: true })).map(({ address }) => address)
}

async function read(response: IncomingMessage, url: URL, { limits }: Asking): Promise<Fetched> {
  const { statusCode: status = 0, headers } = response
  if (status === 304) {
    response.destroy()
    return { kind: 'unchanged' }
  }
  const contentType = headers['content-type'] ?? null
  const refusal = refusalOfHead(status, contentType, { host: url.hostname, retryAfter: headers['retry-after'] })
  if (refusal !== null) {
    response.destroy()
    return { kind: 'refused', refusal }
  }
  const bytes = await bodyOf(response, limits.bytes)
  const { etag = null, 'last-modified': modified = null } = headers
  return { kind: 'page', bytes, contentType, url: url.href, etag, modified }
}

type Head = { readonly host: string; readonly retryAfter: string | undefined }

function refusalOfHead(status: number, contentType: string | null, { host, retryAfter }: Head): Refusal | null {
  if (status === 404 || status === 410) return refuse('missing', { host })
  if (status === 401 || status === 403 || status === 451) return refuse('forbidden', { host, status })
  if (status === 429 || status === 503) {
    return { ...refuse('busy', { host }), retryAfterSeconds: secondsOf(retryAfter) }
  }
  if (status >= 500) return { ...refuse('failing', { host, status }), retryAfterSeconds: secondsOf(retryAfter) }
  if (status < 200 || status >= 300) return refuse('status', { host, status })
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return type === '' || READABLE.test(type) ? null : refuse('not-text', { type: type.slice(0, 60) })
}

const READABLE = /^text\/|[/+](?:xml|json|xhtml)|^application\/(?:octet-stream|x-rss)/

/** `Retry-After`: seconds, or a date. */
function secondsOf(retryAfter: string | undefined): number | null {
  if (retryAfter === undefined) return null
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter)
  const at = Date.parse(retryAfter)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000))
}

/** The whole body, unpacked; both its packed and its unpacked size are bounded while it comes in. */
async function bodyOf(response: IncomingMessage, most: number): Promise<Uint8Array> {
  const tooLarge = () => new FetchRefused('too-large', { megabytes: Math.round(most / 1e6) })
  if (Number(response.headers['content-length'] ?? 0) > most) {
    response.destroy()
    throw tooLarge()
  }
  let packed = 0
  response.on('data', (part: Buffer) => {
    packed += part.length
    if (packed > most) response.destroy(tooLarge())
  })
  const parts: Buffer[] = []
  let length = 0
  // leaving the loop early destroys the stream, and with it the connection
  for await (const part of unpacked(response)) {
    length += part.length
    if (length > most) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (encoding === 'identity' || encoding === '') return response
  const unpack = UNPACK[encoding]
  if (unpack === undefined) throw new FetchRefused('broken', {})
  const unpacker = unpack()
  response.on('error', (error) => unpacker.destroy(error))
  unpacker.on('close', () => response.destroy())
  return response.pipe(unpacker)
}

const UNPACK: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

function refuse(why: RefusalReason, words: Refusal['words']): Refusal {
  return { why, words, retryAfterSeconds: null }
}

/** A host as DNS and `isIP` take it: an IPv6 address without its brackets. */
function hostOf(url: string): string {
  return (URL.parse(url)?.hostname ?? '').replace(/^\[|\]$/g, '')
}
