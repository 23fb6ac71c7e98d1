import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { type Context, Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { z } from 'zod'
import type { Env } from '../api/bot-api.ts'
import type { Control } from '../control.ts'
import type { StoredFile, World } from '../world/world.ts'
import { carryOut, PAGE_ACT } from './page-acts.ts'
import { eventFor, stateFor } from './page-view.ts'

export type PageOptions = {
  readonly world: World
  readonly control: Control
  readonly timeZone: string
  readonly jumpToNextDigest: (() => Promise<Date | null>) | null
}

/** The chat page and what it talks to, `/playground/*`. */
export function createPageApi(options: PageOptions): Hono<Env> {
  const { world, control, timeZone, jumpToNextDigest } = options
  const app = new Hono<Env>()
  servePage(app)
  app.get('/playground/state', (c) => {
    const clock = { now: world.now().toISOString(), timeZone, canJump: jumpToNextDigest !== null }
    return c.json({ ...stateFor(world, control), ...clock })
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
  app.post('/playground/act', (c) => answerAct(c, options))
  return app
}

const FOLDER = new URL('client/', import.meta.url)

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

// Nothing from elsewhere, nothing inline: the page draws what strangers write.
const POLICY = "default-src 'self'; img-src 'self' blob:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"

function servePage(app: Hono<Env>): void {
  for (const name of readdirSync(FOLDER)) {
    const content = readFileSync(new URL(name, FOLDER), 'utf8')
    const type = TYPES[extname(name)] ?? 'text/plain'
    const headers = { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': 'no-cache' }
    app.get(name === 'index.html' ? '/' : `/playground/${name}`, () => new Response(content, { headers }))
  }
}

function fileResponse({ bytes, mimeType }: StoredFile): Response {
  const safety = { 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff' }
  return new Response(Uint8Array.from(bytes), { headers: { 'content-type': mimeType, ...safety } })
}

const CLOCK_EVERY_MS = 1000

/** Until the page goes or the playground closes. */
function streamEvents(stream: SSEStreamingApi, { world, control }: PageOptions): Promise<void> {
  return new Promise((resolve) => {
    const send = (data: object): void => void stream.writeSSE({ data: JSON.stringify(data) })
    const stop = world.hub.listen((happening) => {
      const event = eventFor(world, control, happening)
      if (event) send(event)
      if (happening.kind === 'closed') finish()
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

async function answerAct(c: Context<Env>, { control, jumpToNextDigest }: PageOptions): Promise<Response> {
  // A page of another site must not play here: it cannot send JSON without asking, and it gives its origin away.
  const origin = c.req.header('origin')
  const isForeign = origin !== undefined && URL.parse(origin)?.host !== c.req.header('host')
  if (isForeign) return c.json({ error: 'Not from here' }, 403)
  if (!c.req.header('content-type')?.startsWith('application/json')) return c.json({ error: 'JSON only' }, 415)
  const act = PAGE_ACT.safeParse(await c.req.json())
  if (!act.success) return c.json({ error: z.prettifyError(act.error) }, 400)
  try {
    return Response.json(await carryOut(act.data, { control, jumpToNextDigest }))
  } catch (error) {
    return c.json({ error: error instanceof Error ? error.message : String(error) }, 400)
  }
}
