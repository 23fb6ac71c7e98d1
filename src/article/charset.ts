/** How much of a page is searched for its `meta`, as browsers do. */
const HEAD = 4096
/** UTF-8 and the Arabic code pages that pages are still sent in; all others by their WHATWG labels. */
const DEFAULT = 'utf-8'

/** The text of a page's bytes; `null` where they are no text. The charset is said by a mark, the header, a `meta`, or tried. */
export function decodePage(bytes: Uint8Array, contentType: string | undefined): string | null {
  const marked = charsetOfMark(bytes)
  if (marked !== null) return decoded(bytes, marked, false)
  // only UTF-16 has them, and it comes with its mark
  if (bytes.includes(0)) return null
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const stated = [charsetIn(contentType ?? ''), charsetIn(head)].filter((label) => label !== null)
  for (const label of [...stated, DEFAULT]) {
    const text = decoded(bytes, label, true)
    // what is not UTF-8 often says so, and the other way round
    if (text !== null && !isMisread(text)) return text
  }
  return begunText(bytes) ?? decoded(bytes, 'windows-1256', false)
}

function charsetOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function charsetIn(text: string): string | null {
  return /charset\s*=\s*["']?\s*([\w:-]{2,40})/i.exec(text)?.[1]?.toLowerCase() ?? null
}

/** `null` for an unknown label or, where asked to be strict, for bytes that the charset does not have. */
function decoded(bytes: Uint8Array, label: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes)
  } catch {
    return null
  }
}

/** A Western or Arabic code page read out of UTF-8, or the other way round: `Ø§Ù„`, `ط§ظ„`. */
const MISREAD = /[\u00D8\u00D9][\u0080-\u00BF\u0152-\u2122]|[طظ][§¨©ھ„†‡ˆ‰پ…ƒ¬®¯°±²³´µ¶·¸¹؛»¼½¾]/gu

/** Whether letters stand in it as only a wrong charset makes them: 1 in 20. */
export function isMisread(text: string): boolean {
  const sample = text.slice(0, 200_000)
  const letters = sample.match(/[\u0600-\u06FF\u00C0-\u00FF]/gu)?.length ?? 0
  const wrong = sample.match(MISREAD)?.length ?? 0
  return wrong > 8 && wrong * 4 > letters
}

/** The text of UTF-8 without a last letter that was cut; `null` for bytes that are no UTF-8, or have no letter to tell. */
function begunText(bytes: Uint8Array): string | null {
  try {
    const begun = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return /[\u0080-\uFFFF]/.test(begun) ? begun : null
  } catch {
    return null
  }
}
