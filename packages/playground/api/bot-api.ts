import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono, type Context as HonoContext } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Answer } from '../control.ts'
import { Refusal } from '../refusal.ts'
import { type FaultPlan, isSend, type Strike } from './faults.ts'
import type { Context, Method } from './method.ts'
import { answeringMethods } from './methods/answering.ts'
import { chatMethods } from './methods/chats.ts'
import { editingMethods } from './methods/editing.ts'
import { profileMethods } from './methods/profile.ts'
import { receivingMethods } from './methods/receiving.ts'
import { sendingMethods } from './methods/sending.ts'
import type { Rates } from './rates.ts'
import { readRequest, type UploadedFile } from './request-body.ts'
import type { RequestLog } from './request-log.ts'
import { checkOf, METHOD_NAMES } from './schema.ts'

/** Node's request and response, beside the web's; faults break the connection through them. */
export type Env = { Bindings: HttpBindings }

export type BotApiOptions = {
  readonly token: string
  readonly shared: Omit<Context, 'files' | 'signal'>
  readonly faults: FaultPlan
  readonly rates: Rates
  readonly requestLog: RequestLog
  readonly upgradeGroup: (chatId: number) => void
}

/** A call as it comes from HTTP or from a webhook's answer. */
type Call = {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  readonly files: ReadonlyMap<string, UploadedFile>
  readonly signal: AbortSignal
}

export type BotApi = {
  readonly app: Hono<Env>
  /** Carries out a call as if it came by HTTP. */
  call(call: Call): Promise<Answer>
}

const MEGABYTE = 1024 * 1024
const limitText = bodyLimit({ maxSize: MEGABYTE, onError: refuseLarge })
// Files of 50 MB, as Telegram takes them, and the fields beside them.
const limitForm = bodyLimit({ maxSize: 51 * MEGABYTE, onError: refuseLarge })

/** The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export function createBotApi(options: BotApiOptions): BotApi {
  const { token, shared, faults, rates, requestLog } = options
  const app = new Hono<Env>()
  app.use('/:bot{bot[^/]+}/:method', async (c, next) => {
    if (c.req.param('bot') !== `bot${token}`) return jsonOf(refusalAnswer(new Refusal(401, 'Unauthorized')))
    const isForm = c.req.header('content-type')?.startsWith('multipart/form-data')
    return isForm ? limitForm(c, next) : limitText(c, next)
  })
  app.all('/:bot{bot[^/]+}/:method', async (c) => {
    const name = c.req.param('method')
    const method = METHODS.get(name.toLowerCase())
    if (!method) return jsonOf(refusalAnswer(notServed(name)))
    const answer = await readRequest(c.req, method.name).then(
      (parsed) => call({ method: method.name, ...parsed, signal: c.req.raw.signal }),
      answerForError,
    )
    return respond(c, answer)
  })
  app.get('/file/:bot{bot[^/]+}/files/:id', (c) => {
    const file = shared.world.files.get(c.req.param('id'))
    if (c.req.param('bot') !== `bot${token}` || !file) return jsonOf(refusalAnswer(new Refusal(404, 'Not Found')))
    return new Response(Uint8Array.from(file.bytes), { headers: { 'content-type': 'application/octet-stream' } })
  })
  return { app, call }

  async function call({ method, params, files, signal }: Call): Promise<Answer> {
    const at = performance.now()
    const answer = await carryOut({ method, params, files, signal }).catch(answerForError)
    requestLog.record({ method, params, at, answer })
    shared.world.events.emit({ kind: 'request' })
    return answer
  }

  async function carryOut({ method, params, files, signal }: Call): Promise<Answer> {
    const run = METHODS.get(method.toLowerCase())?.run
    if (!run) throw new Refusal(404, 'Not Found')
    const attempt = { method, params, chatId: chatIdOf(params) }
    const strike = faults.strikeOn(attempt)
    const spoilt = strike ? await applyStrike(strike, attempt.chatId) : null
    if (spoilt) return spoilt
    if (attempt.chatId !== null && isSend(attempt) && !method.startsWith('edit')) rates.count(attempt.chatId)
    const result = await run({ ...shared, files, signal }, params)
    if (strike?.kind === 'drop') return { kind: 'dropped', when: strike.when }
    return { kind: 'ok', result }
  }

  /** The answer of a fault; `null` where the method is carried out all the same. */
  async function applyStrike(strike: Strike, chatId: number | null): Promise<Answer | null> {
    switch (strike.kind) {
      case 'refuse':
        throw new Refusal(strike.code, strike.description)
      case 'gateway':
        return { kind: 'gateway', status: strike.status }
      case 'answer':
        return { kind: 'ok', result: strike.result }
      case 'drop':
        return strike.when === 'before' ? { kind: 'dropped', when: 'before' } : null
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, strike.milliseconds))
        return null
      case 'upgrade':
        if (chatId !== null && shared.world.chats.get(chatId)?.kind === 'group') options.upgradeGroup(chatId)
        return null
      case 'flood':
        return null
      default:
        return strike satisfies never
    }
  }
}

const SERVED: readonly Method[] = [
  ...sendingMethods,
  ...editingMethods,
  ...answeringMethods,
  ...chatMethods,
  ...profileMethods,
  ...receivingMethods,
]
const names = new Set(SERVED.map(({ name }) => name))
const UNSERVED = METHOD_NAMES.filter((name) => !names.has(name)).map(refuseUnserved)
// Method names are case-insensitive: https://core.telegram.org/bots/api#making-requests
const METHODS = new Map([...SERVED, ...UNSERVED].map((method) => [method.name.toLowerCase(), method]))

/** A method that is described and not carried out: wrong parameters are refused first, as wherever the bot will run. */
function refuseUnserved(name: string): Method {
  const check = checkOf(name)
  return {
    name,
    run: (_, params) => {
      check(params)
      throw notServed(name)
    },
  }
}

function notServed(name: string): Refusal {
  return new Refusal(404, `Not Found: the playground has no method ${name}`)
}

function chatIdOf(params: Readonly<Record<string, unknown>>): number | null {
  const chatId = params.chat_id
  if (typeof chatId === 'number') return chatId
  return typeof chatId === 'string' && /^-?[0-9]+$/.test(chatId) ? Number(chatId) : null
}

function answerForError(error: unknown): Answer {
  if (error instanceof Refusal) return refusalAnswer(error)
  throw error
}

function refusalAnswer({ code, message, parameters }: Refusal): Extract<Answer, { readonly kind: 'error' }> {
  return { kind: 'error', code, description: message, parameters }
}

function respond(c: HonoContext<Env>, answer: Answer): Response {
  if (answer.kind !== 'dropped') return jsonOf(answer)
  c.env.incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}

function refuseLarge(): Response {
  return jsonOf(refusalAnswer(new Refusal(413, 'Request Entity Too Large')))
}

const JSON_HEADERS = { 'content-type': 'application/json' }

function jsonOf(answer: Exclude<Answer, { readonly kind: 'dropped' }>): Response {
  switch (answer.kind) {
    case 'ok':
      return new Response(JSON.stringify({ ok: true, result: answer.result }), { headers: JSON_HEADERS })
    case 'error': {
      const { code, description, parameters } = answer
      const extra = Object.keys(parameters).length > 0 ? { parameters } : {}
      const body = { ok: false, error_code: code, description, ...extra }
      return new Response(JSON.stringify(body), { status: code, headers: JSON_HEADERS })
    }
    case 'gateway':
      return new Response(`<html><body><h1>${answer.status}</h1></body></html>`, {
        status: answer.status,
        headers: { 'content-type': 'text/html' },
      })
    default:
      return answer satisfies never
  }
}
