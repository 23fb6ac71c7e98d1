import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { demandSecret, giveSecret } from '../access.ts'
import type { Env } from '../api/bot-api.ts'
import type { Control } from '../control.ts'
import type { StoredFile, World } from '../world/world.ts'
import { serveFonts } from './fonts.ts'
import { carryOut, PAGE_ACT } from './page-acts.ts'
import { eventFor, stateFor } from './page-view.ts'

/** What a bot's author may set on the chat page. */
export type PageSettings = {
  /** Its language at first, until somebody chooses; default `en`. */
  readonly language?: PageLanguage
  /** The zone it tells times in; default UTC. */
  readonly timeZone?: string
  /** Instead of its own words, by language. */
  readonly words?: Readonly<Partial<Record<PageLanguage, PageWords>>>
  /** Behind the button that sets the clock forward to what is due next; resolves to that moment, `null` when nothing is due. No button without it. */
  readonly jump?: () => Promise<Date | null>
}

type PageLanguage = 'ar' | 'en'

type PageWords = {
  /** Under the bot's name. */
  readonly tagline?: string
  /** On the button; while it waits; where nothing is due. */
  readonly jump?: string
  readonly jumping?: string
  readonly nothingDue?: string
}

export type PageOptions = { readonly world: World; readonly control: Control; readonly settings: PageSettings }

/** The chat page at `/`, and what it talks to: `/playground/*`, for holders of the secret that came with it. */
export function createPageApi(options: PageOptions): Hono<Env> {
  const { world, control, settings } = options
  const { timeZone = 'UTC', words = {}, jump } = settings
  const secret = randomBytes(16).toString('base64url')
  const app = new Hono<Env>()
  app.use('/playground/*', demandSecret(secret))
  servePage(app, { secret, language: settings.language ?? 'en' })
  serveFonts(app, { 'content-security-policy': POLICY, 'cache-control': 'max-age=86400' })
  app.get('/playground/state', (c) => {
    const clock = { now: world.now().toISOString(), timeZone, canJump: jump !== undefined }
    return c.json({ ...stateFor(world, control), ...clock, words })
  })
  app.get('/playground/commands', (c) => {
    const at = { chatId: Number(c.req.query('chat')), userId: Number(c.req.query('person')) }
    return world.chats.has(at.chatId) ? c.json(control.commands(at)) : c.json([], 404)
  })
  app.get('/playground/files/:id', (c) => {
    const file = world.files.get(c.req.param('id'))
    return file ? fileResponse(file) : c.notFound()
  })
  app.get('/playground/events', (c) => streamSSE(c, (stream) => streamEvents(stream, options)))
  app.post('/playground/act', bodyLimit({ maxSize: MAX_ACT_BYTES, onError: refuseLarge }), (c) => answerAct(c, options))
  return app
}

const MAX_ACT_BYTES = 1024 * 1024

function refuseLarge(c: Context): Response {
  return c.json({ error: 'An act has at most 1 MB' }, 413)
}

const FOLDER = new URL('client/', import.meta.url)

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

// No outside and no inline code: the page shows text that anyone may have written.
const POLICY = "default-src 'self'; img-src 'self' blob:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"

type Served = { readonly secret: string; readonly language: PageLanguage }

function servePage(app: Hono<Env>, { secret, language }: Served): void {
  for (const name of readdirSync(FOLDER)) {
    const content = readFileSync(new URL(name, FOLDER), 'utf8')
    const type = TYPES[extname(name)] ?? 'text/plain'
    const headers = { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': 'no-cache' }
    if (name !== 'index.html') {
      app.get(`/playground/${name}`, (c) => c.body(content, 200, headers))
      continue
    }
    const page = language === 'ar' ? content.replace('lang="en" dir="ltr"', 'lang="ar" dir="rtl"') : content
    app.get('/', (c) => {
      giveSecret(c, secret)
      return c.body(page, 200, headers)
    })
  }
}

function fileResponse({ bytes, mimeType }: StoredFile): Response {
  const safety = { 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff' }
  return new Response(Uint8Array.from(bytes), { headers: { 'content-type': mimeType, ...safety } })
}

const CLOCK_EVERY_MS = 1000

/** Sends events until the page disconnects or the playground closes. */
function streamEvents(stream: SSEStreamingApi, { world, control }: PageOptions): Promise<void> {
  return new Promise((resolve) => {
    const send = (data: object): void => void stream.writeSSE({ data: JSON.stringify(data) })
    const stop = world.events.subscribe((event) => {
      const shown = eventFor(world, control, event)
      if (shown) send(shown)
      if (event.kind === 'closed') finish()
    })
    const clock = setInterval(() => send({ kind: 'clock', now: world.now().toISOString() }), CLOCK_EVERY_MS)
    stream.onAbort(finish)
    function finish(): void {
      clearInterval(clock)
      stop()
      resolve()
    }
  })
}

async function answerAct(c: Context<Env>, { control, settings }: PageOptions): Promise<Response> {
  if (!c.req.header('content-type')?.startsWith('application/json')) return c.json({ error: 'JSON only' }, 415)
  const body: unknown = await c.req.json().catch(() => undefined)
  if (body === undefined) return c.json({ error: 'The body is no JSON' }, 400)
  const act = PAGE_ACT.safeParse(body)
  if (!act.success) return c.json({ error: z.prettifyError(act.error) }, 400)
  try {
    return Response.json(await carryOut(act.data, { control, jump: settings.jump }))
  } catch (error) {
    return c.json({ error: error instanceof Error ? error.message : String(error) }, 400)
  }
}
