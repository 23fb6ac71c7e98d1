import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Verify } from '../library/verify.ts'
import type { Finding } from '../verify/finding.ts'
import { LONGEST_TEXT } from '../verify/read-claims.ts'
import { createRateLimit } from './rate-limit.ts'

const MOST_BYTES = 32_768
/** Quotes of one text. */
const MOST_CLAIMS = 20
const LONGEST_SPEAKER = 120
/** Quotes a minute, of one address and of all. */
const MOST_A_MINUTE = { one: 120, all: 1_200 } as const

const asked = z.object({
  text: z
    .string()
    .max(LONGEST_TEXT)
    .regex(/[\p{L}\p{N}]/u),
  speaker: z.string().trim().min(1).max(LONGEST_SPEAKER).nullish(),
})
const WANTED = `the body is a JSON object { "text": 1 to ${LONGEST_TEXT} characters with words, "speaker"?: at most ${LONGEST_SPEAKER} }`

/** `POST /verify`: a finding for each quote in a text, as JSON; other answers are `{ "error" }` with their status. */
export function createVerifyApi(verify: Pick<Verify, 'read' | 'check'>): Hono {
  const app = new Hono()
  const limit = createRateLimit(MOST_A_MINUTE)
  const tooLarge = (c: Context) => c.json({ error: `the body is larger than ${MOST_BYTES} bytes` }, 413)
  app.post('/verify', bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge }), async (c) => {
    const body = asked.safeParse(await c.req.json().catch(() => null))
    if (!body.success) return c.json({ error: WANTED }, 400)
    const { text, speaker } = body.data
    const later = (seconds: number) =>
      c.json({ error: `too many quotes: try again in ${seconds} s` }, 429, { 'retry-after': `${seconds}` })
    // reading a text costs about as much as looking for one quote
    const toRead = limit.take(addressOf(c), 1)
    if (toRead > 0) return later(toRead)
    const claims = await verify.read(text)
    if (claims.length > MOST_CLAIMS) return c.json({ error: `the text has more than ${MOST_CLAIMS} quotes` }, 422)
    const toFind = limit.take(addressOf(c), claims.length)
    if (toFind > 0) return later(toFind)
    const findings = await verify.check(claims.map((claim) => ({ ...claim, speaker: speaker ?? claim.speaker })))
    return c.json({ results: findings.map(resultOf) })
  })
  app.all('/verify', (c) => c.json({ error: 'only POST is answered here' }, 405, { allow: 'POST' }))
  return app
}

/** Of a connection without one: all share it. */
function addressOf(c: Context): string {
  const { incoming }: Partial<HttpBindings> = c.env ?? {}
  return incoming?.socket.remoteAddress ?? ''
}

function resultOf(finding: Finding) {
  if (finding.verdict === 'unknown') {
    return {
      verdict: finding.verdict,
      quote: null,
      speaker: null,
      article: null,
      paragraph: null,
      url: null,
      difference: [],
    }
  }
  const { item, quote, paragraph, pieces, differences } = finding.evidence
  const sentence = pieces.filter(({ kind }) => kind !== 'added').map(({ text }) => text)
  return {
    verdict: finding.verdict,
    quote: quote?.text ?? sentence.join(''),
    speaker: quote?.speaker ?? null,
    article: item.slug,
    paragraph,
    url: item.briefing.article.url,
    difference: differences,
  }
}
