/** A part of a form: a value, or a file with its name. */
export type Part = {
  readonly name: string
  readonly fileName: string | null
  readonly mimeType: string
  readonly bytes: Buffer
}

/**
 * The parts of a `multipart/form-data` body, null for one that is broken. As lenient as Telegram: clients leave quotes
 * and spaces out of the headers, which the platform's own reader refuses.
 */
export function parseMultipart(body: Buffer, contentType: string): readonly Part[] | null {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? bare
  if (boundary === undefined) return null
  // Every delimiter begins a line; the body's first line has no end before it.
  const framed = Buffer.concat([Buffer.from('\r\n'), body])
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  const parts: Part[] = []
  let start = framed.indexOf(delimiter)
  while (start >= 0) {
    const from = start + delimiter.length
    if (framed.toString('latin1', from, from + 2) === '--') return parts
    const end = framed.indexOf(delimiter, from)
    const part = end < 0 ? null : parsePart(framed.subarray(from + 2, end))
    if (!part) return null
    parts.push(part)
    start = end
  }
  return null
}

function parsePart(content: Buffer): Part | null {
  const headEnd = content.indexOf('\r\n\r\n')
  if (headEnd < 0) return null
  const head = content.toString('utf8', 0, headEnd)
  const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1] ?? ''
  const name = parameterOf(disposition, 'name')
  if (name === null) return null
  return {
    name,
    fileName: parameterOf(disposition, 'filename'),
    mimeType: /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim() ?? 'text/plain',
    bytes: content.subarray(headEnd + 4),
  }
}

function parameterOf(disposition: string, key: string): string | null {
  const [, quoted, bare] = new RegExp(`(?:^|;)\\s*${key}=(?:"([^"]*)"|([^;]*))`, 'i').exec(disposition) ?? []
  return quoted ?? bare?.trim() ?? null
}
