import { isIP } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

/** True for names and addresses that lead only to this machine; IPv6 in brackets, as URLs write it, or without. */
export function isLoopback(hostname: string): boolean {
  const name = hostname.toLowerCase()
  if (isIP(name) === 4) return name.startsWith('127.')
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || name === '::1'
}

export type OwnNames = {
  /** The address that is listened on. */
  readonly host: string
  /** Further host names, without a port. */
  readonly moreHosts: readonly string[]
}

/**
 * Refuses with 403 what a web page elsewhere could make a browser send: requests to names that are not the playground's
 * own (DNS rebinding) and requests of another origin. Only `/`, which does nothing, may be linked to from anywhere.
 */
export function refuseForeign({ host, moreHosts }: OwnNames): MiddlewareHandler {
  const names = new Set(
    ['localhost', '127.0.0.1', '::1', host, ...moreHosts].map((name) => hostnameOf(bracketed(name))),
  )
  // No name of a foreign site leads here by an address, so a server on all addresses may be called by any of them.
  const isOwn = (name: string) => names.has(name) || (isWildcard(host) && isIP(name.replace(/^\[|\]$/g, '')) > 0)
  return async (c, next) => {
    const called = c.req.header('host') ?? ''
    if (!isOwn(hostnameOf(called))) return refuse(c, `"${called}" is not a name of this playground (option moreHosts)`)
    if (c.req.path !== '/' && isCrossOrigin(c)) return refuse(c, 'the request comes from a page of another site')
    return next()
  }
}

function hostnameOf(authority: string): string {
  return URL.parse(`http://${authority}`)?.hostname ?? ''
}

function bracketed(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

/** Browsers tell where a request comes from; a bot's client sends neither header. */
function isCrossOrigin(c: Context): boolean {
  const site = c.req.header('sec-fetch-site') ?? 'none'
  const origin = c.req.header('origin')
  if (site !== 'same-origin' && site !== 'none') return true
  return origin !== undefined && URL.parse(origin)?.host !== c.req.header('host')?.toLowerCase()
}

function refuse(c: Context, reason: string): Response {
  return c.json({ ok: false, error_code: 403, description: `Forbidden: ${reason}` }, 403)
}

/** Gives the browser the secret that `demandSecret` asks for; other sites can neither read nor send it. */
export function giveSecret(c: Context, secret: string): void {
  setCookie(c, cookieName(c), secret, { httpOnly: true, sameSite: 'Strict', path: '/playground' })
}

/** Refuses with 403 what comes without the secret: of a page that was opened before this start, or of no page. */
export function demandSecret(secret: string): MiddlewareHandler {
  return async (c, next) => {
    if (getCookie(c, cookieName(c)) === secret) return next()
    return refuse(c, 'open the page at / first')
  }
}

/** Browsers share cookies among all ports of a host: two playgrounds at once must not take each other's. */
function cookieName(c: Context): string {
  return `playground-${URL.parse(`http://${c.req.header('host')}`)?.port || '80'}`
}
