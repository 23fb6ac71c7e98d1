import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import type { Env } from './bot-api.ts'
import { chatOrThrow } from './chats.ts'
import type { ChatMessage, Control } from './control.ts'
import type { Happening } from './hub.ts'
import { viewMessage } from './watching.ts'
import type { World } from './world.ts'

export type PageOptions = {
  readonly world: World
  readonly control: Control
  readonly timeZone: string
  readonly jumpToNextDigest: (() => Promise<Date | null>) | null
}

const CHAT = { chatId: z.number() }

/** What the page may ask for: what a person does with a client, and the jump of the clock. */
const ACT = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('say'),
    ...CHAT,
    from: z.number(),
    text: z.string(),
    replyTo: z.number().optional(),
    threadId: z.number().optional(),
    as: z.enum(['self', 'chat']).optional(),
  }),
  z.object({ kind: z.literal('press'), ...CHAT, from: z.number(), messageId: z.number(), button: z.string() }),
  z.object({ kind: z.literal('inline'), from: z.number(), query: z.string().max(256), offset: z.string().optional() }),
  z.object({
    kind: z.literal('sendInline'),
    ...CHAT,
    from: z.number(),
    resultId: z.string(),
    threadId: z.number().optional(),
  }),
  z.object({ kind: z.literal('delete'), ...CHAT, messageId: z.number() }),
  z.object({ kind: z.literal('block'), personId: z.number() }),
  z.object({ kind: z.literal('unblock'), personId: z.number() }),
  z.object({ kind: z.literal('addBot'), ...CHAT, by: z.number() }),
  z.object({ kind: z.literal('kickBot'), ...CHAT, by: z.number() }),
  z.object({ kind: z.literal('jump') }),
])

type Act = z.infer<typeof ACT>

const FOLDER = new URL('page/', import.meta.url)

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

// Nothing from elsewhere, nothing inline: the page draws what strangers write.
const POLICY = "default-src 'self'; img-src 'self' blob:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"

/** The chat page and what it talks to, `/playground/*`. */
export function createPageApi({ world, control, timeZone, jumpToNextDigest }: PageOptions): Hono<Env> {
  const app = new Hono<Env>()
  for (const name of readdirSync(FOLDER)) {
    const content = readFileSync(new URL(name, FOLDER), 'utf8')
    const type = TYPES[extname(name)] ?? 'text/plain'
    const headers = { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': 'no-cache' }
    app.get(name === 'index.html' ? '/' : `/playground/${name}`, () => new Response(content, { headers }))
  }
  app.get('/playground/state', (c) => c.json(stateOf()))
  app.get('/playground/commands', (c) => {
    const at = { chatId: Number(c.req.query('chat')), userId: Number(c.req.query('person')) }
    return world.chats.has(at.chatId) ? c.json(control.commands(at)) : c.json([], 404)
  })
  app.get('/playground/files/:id', (c) => {
    const file = world.files.get(c.req.param('id'))
    if (!file) return c.notFound()
    const headers = {
      'content-type': file.mimeType,
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
    }
    return new Response(Uint8Array.from(file.bytes), { headers })
  })
  app.get('/playground/events', (c) =>
    streamSSE(c, async (stream) => {
      await new Promise<void>((resolve) => {
        const send = (data: unknown) => void stream.writeSSE({ data: JSON.stringify(data) })
        const stop = world.hub.listen((happening) => {
          if (happening.kind === 'closed') finish()
          else for (const event of eventsOf(happening)) send(event)
        })
        const clock = setInterval(() => send({ kind: 'clock', now: world.now().toISOString() }), 1000)
        stream.onAbort(finish)
        function finish(): void {
          clearInterval(clock)
          stop()
          resolve()
        }
      })
    }),
  )
  app.post('/playground/act', async (c) => {
    // A page of another site must not play here: it cannot send JSON without asking, and it gives its origin away.
    const origin = c.req.header('origin')
    if (origin !== undefined && URL.parse(origin)?.host !== c.req.header('host'))
      return c.json({ error: 'Not from here' }, 403)
    if (!c.req.header('content-type')?.startsWith('application/json')) return c.json({ error: 'JSON only' }, 415)
    const act = ACT.safeParse(await c.req.json())
    if (!act.success) return c.json({ error: z.prettifyError(act.error) }, 400)
    try {
      return c.json(await carryOut(act.data))
    } catch (error) {
      return c.json({ error: error instanceof Error ? error.message : String(error) }, 400)
    }
  })
  return app

  async function carryOut(act: Act): Promise<unknown> {
    switch (act.kind) {
      case 'say': {
        const { replyTo, threadId, as, kind: _, ...rest } = act
        const messageId = control.say({
          ...rest,
          ...(replyTo === undefined ? {} : { replyTo }),
          ...(threadId === undefined ? {} : { threadId }),
          ...(as === undefined ? {} : { as }),
        })
        return { messageId }
      }
      case 'press':
        return control.press({ ...act, timeoutMs: 15_000 })
      case 'inline':
        return control.inlineQuery({ from: act.from, query: act.query, offset: act.offset ?? '' })
      case 'sendInline': {
        const { chatId, from, resultId, threadId } = act
        const messageId = control.sendInlineResult({
          chatId,
          from,
          resultId,
          ...(threadId === undefined ? {} : { threadId }),
        })
        return { messageId }
      }
      case 'delete':
        return control.deleteMessage(act) ?? {}
      case 'block':
        return control.blockBot(act.personId) ?? {}
      case 'unblock':
        return control.unblockBot(act.personId) ?? {}
      case 'addBot':
        return control.addBot({ chatId: act.chatId, by: act.by, as: 'administrator' }) ?? {}
      case 'kickBot':
        return control.kickBot(act) ?? {}
      case 'jump':
        return { at: (await jumpToNextDigest?.())?.toISOString() ?? null }
      default:
        return act satisfies never
    }
  }

  function stateOf(): unknown {
    const chatIds = [...world.chats.values()].filter(({ migratedTo }) => migratedTo === null).map(({ id }) => id)
    return {
      bot: world.bot,
      people: [...world.people.values()].map(({ id, firstName, username, languageCode }) => {
        return { id, name: firstName, username, languageCode }
      }),
      chats: chatIds.map(control.chat),
      messages: chatIds.flatMap((id) => control.messages(id).map(pageMessage)),
      now: world.now().toISOString(),
      timeZone,
      canJump: jumpToNextDigest !== null,
    }
  }

  function eventsOf(happening: Happening): readonly unknown[] {
    switch (happening.kind) {
      case 'message': {
        const chat = chatOrThrow(world, happening.chatId)
        const shelf = happening.ephemeral ? chat.ephemeral : chat.messages
        const message = shelf.get(happening.messageId)
        return message ? [{ kind: 'message', message: pageMessage(viewMessage(world, chat, message)) }] : []
      }
      case 'chat':
        return [{ kind: 'chat', chat: control.chat(happening.chatId) }]
      case 'deleted':
      case 'commands':
        return [happening]
      case 'request':
      case 'taken':
      case 'closed':
        return []
      default:
        return happening satisfies never
    }
  }
}

function pageMessage({ attachment, ...message }: ChatMessage): unknown {
  if (!attachment) return { ...message, attachment }
  const { kind, fileId, fileName } = attachment
  return { ...message, attachment: { kind, fileName, url: `/playground/files/${fileId}` } }
}
