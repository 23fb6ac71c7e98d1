/** The user id in `tg://user?id=…`, `null` for other addresses. */
export function mentionedUserId(url: string): number | null {
  const found = /^tg:(?:\/\/)?user\?id=([1-9][0-9]{0,15})$/i.exec(url)
  return found ? Number(found[1]) : null
}

/** A link as Telegram keeps it, with scheme, lower-case host and path; null where it is no link. */
export function checkedLink(target: string): string | null {
  if (/^(?:tg|ton):\S+$/i.test(target)) return target
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(target) ? target : `http://${target}`
  const found = /^(https?|ftp):\/\/([^/?#\s]+)([/?#][^\s]*)?$/i.exec(absolute)
  if (!found) return null
  const [, scheme = '', authority = '', rest = ''] = found
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  if (!isHost(host)) return null
  const path = rest.startsWith('/') ? rest : `/${rest}`
  return `${scheme.toLowerCase()}://${authority.toLowerCase()}${path}`
}

function isHost(host: string): boolean {
  const name = host.replace(/:[0-9]{1,5}$/, '')
  return /^\[[0-9a-f:]+\]$/i.test(name) || name === 'localhost' || /^[^\s.:]+(?:\.[^\s.:]+)+$/u.test(name)
}
