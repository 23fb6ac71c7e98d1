import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { badRequest } from '../refusal.ts'

type Property = { readonly type?: string | readonly string[]; readonly enum?: readonly unknown[] }

type BotApi = {
  readonly definitions: Readonly<Record<string, { readonly properties?: Readonly<Record<string, Property>> }>>
}

const botApi: BotApi = JSON.parse(readFileSync(new URL('./bot-api-10.5.schema.json', import.meta.url), 'utf8'))

/** Shared by all playgrounds of a process: what it compiles depends on the schema alone. */
const ajv = new Ajv({ schemas: [botApi], strict: false, validateSchema: false, formats: {}, code: { optimize: false } })

/** Throws Telegram's refusal unless the parameters are exactly what Bot API 10.5 describes; unknown ones refuse. */
export type Check<Params> = (params: unknown) => Params

/** The check of a method's parameters; compiled at its first use, so that a start costs nothing. */
export function checkOf<Params>(method: string): Check<Params> {
  let validate: ValidateFunction<Params> | undefined
  return (params) => {
    if (isDeeperThan(params, MOST_LEVELS)) throw badRequest("can't parse parameters: nested too deeply")
    validate ??= ajv.getSchema<Params>(`bot-api#/definitions/${method}`)
    if (!validate) throw new Error(`The schema has no method ${method}`)
    if (validate(params)) return params
    throw refusalOf(method, validate.errors ?? [])
  }
}

/** No method takes more; what is deeper would only exhaust the stack. */
const MOST_LEVELS = 200

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(part, levels - 1))
}

/** Every method that the schema describes. */
export const METHOD_NAMES: readonly string[] = Object.keys(botApi.definitions).filter((name) => /^[a-z]/.test(name))

// Telegram's own words for what it checks before anything else.
const MISSING: Readonly<Record<string, string>> = {
  text: 'message text is empty',
  chat_id: 'chat_id is empty',
  message_id: 'message identifier is not specified',
  photo: 'there is no photo in the request',
  document: 'there is no document in the request',
  commands: 'parameter "commands" is required',
}

function refusalOf(method: string, errors: readonly ErrorObject[]): Error {
  const missing = errors.find(({ keyword, instancePath }) => keyword === 'required' && instancePath === '')
  const name = String(missing?.params.missingProperty ?? '')
  if (missing) return badRequest(MISSING[name] ?? `parameter "${name}" is required`)
  if (errors.some(({ instancePath }) => instancePath === '/parse_mode')) return badRequest('unsupported parse_mode')
  if (errors.some(({ instancePath }) => instancePath === '/language_code')) {
    return badRequest('invalid language code specified')
  }
  const deepest = errors.toSorted((one, other) => other.instancePath.length - one.instancePath.length)[0]
  const extra = deepest?.params.additionalProperty
  const what = extra === undefined ? deepest?.message : `has the unknown field "${String(extra)}"`
  return badRequest(`${method}${deepest?.instancePath ?? ''} ${what ?? 'does not fit the Bot API'}`)
}

/** True for a parameter of the method; anything else in a form is an uploaded file. */
export function isParameter(method: string, name: string): boolean {
  return botApi.definitions[method]?.properties?.[name] !== undefined
}

/** A parameter converted to its type: Telegram accepts numbers, booleans and JSON objects as strings. */
export function coerce(method: string, name: string, value: unknown): unknown {
  const property = botApi.definitions[method]?.properties?.[name]
  if (typeof value !== 'string' || !property || accepts(property, 'string')) return value
  if (accepts(property, 'number')) return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value
  if (accepts(property, 'boolean')) return /^(?:true|yes|1)$/i.test(value)
  try {
    return JSON.parse(value)
  } catch {
    throw badRequest(`can't parse ${name.replaceAll('_', ' ')} JSON object`)
  }
}

function accepts({ type }: Property, wanted: string): boolean {
  return type === wanted || (Array.isArray(type) && type.includes(wanted))
}
