import { z } from 'zod'
import type { WebhookTarget } from '../bot/connect.ts'
import { LANGUAGES, type Language, languageNamed } from '../language/language.ts'

/** The Bot API or a compatible server; without a token the playground. */
type TelegramConfig =
  | { readonly kind: 'bot'; readonly token: string; readonly apiRoot: string }
  | { readonly kind: 'playground' }

/** `web` answers what Telegram posts; `worker` plans, sends, polls and brings in; `all` does both. */
const ROLES = ['all', 'web', 'worker'] as const
type Role = (typeof ROLES)[number]

export type Config = {
  readonly telegram: TelegramConfig
  readonly role: Role
  readonly ownerIds: readonly number[]
  readonly contentDir: string
  readonly dataDir: string
  /** The address of a PostgreSQL database; `null`: SQLite in `dataDir`. */
  readonly database: string | null
  readonly defaultLanguage: Language
  /** An IANA time zone. */
  readonly defaultZone: string
  readonly port: number
  readonly host: string
  readonly publicUrl: string | null
  /** Where Telegram posts updates to; `null`: they are polled. */
  readonly webhook: WebhookTarget | null
  /** Digest messages a second over all chats. */
  readonly sendRate: number
  readonly logLevel: LogLevel
  /** Whether pages of this machine and its network may be imported. */
  readonly fetchesPrivate: boolean
  /** How the log names people and chats. */
  readonly logIds: 'hashed' | 'plain'
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** A setting that can't be used; the message names the variable, what is wrong and what it should look like. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const settings = z
  .object({
    BOT_TOKEN: text().refine((value) => value === '' || /^\d+:[\w-]{3,}$/.test(value), {
      error:
        'is not a bot token: it looks like 123456:ABC… (ask @BotFather for one), or leave it empty for the playground',
    }),
    BOT_API_ROOT: url('https://api.telegram.org'),
    ROLE: text(ROLES[0]).refine((value): value is Role => ROLES.some((role) => role === value), {
      error: `is not a role: it is one of ${ROLES.join(', ')}`,
    }),
    OWNER_IDS: text().refine((value) => /^\s*(?:\d{1,15}\s*(?:,\s*\d{1,15}\s*)*,?\s*)?$/.test(value), {
      error: 'is not a list of Telegram user ids: it looks like 12345,67890',
    }),
    CONTENT_DIR: text('content'),
    DATA_DIR: text('data'),
    DATABASE_URL: text().refine((value) => value === '' || isPostgres(value), {
      error: 'is not the address of a PostgreSQL database: it looks like postgres://user:password@host:5432/name',
    }),
    DEFAULT_LANGUAGE: text(LANGUAGES[0]).refine((value): value is Language => languageNamed(value) !== null, {
      error: `is not a language of the bot: it is one of ${LANGUAGES.join(', ')}`,
    }),
    DEFAULT_TIMEZONE: text('Africa/Cairo').refine(isZone, {
      error: 'is not a time zone: it looks like Africa/Cairo (an IANA name)',
    }),
    WEBHOOK_URL: url('').refine((value) => !value.startsWith('http:') || isLoopback(value), {
      error: 'must begin with https://: Telegram posts to no other, but for an address of this machine',
    }),
    WEBHOOK_SECRET: text().refine((value) => /^[\w-]{0,256}$/.test(value), {
      error: 'is not a webhook secret: it is 1–256 of A–Z, a–z, 0–9, _ and -',
    }),
    PORT: number(8080, { low: 0, high: 65_535, what: 'a port: it is a whole number from 0 to 65535' }),
    HOST: text('127.0.0.1').refine((value) => /^[\w.:-]+$/.test(value), {
      error: 'is not a host: it looks like 127.0.0.1 or 0.0.0.0',
    }),
    PUBLIC_URL: url(''),
    SEND_RATE: number(25, { low: 1, high: 1000, what: 'a rate: it is a whole number of messages a second, 1 to 1000' }),
    FETCH_PRIVATE: text('no').refine((value) => value === 'yes' || value === 'no', {
      error: 'is not yes or no: yes lets owners import pages of this machine and its network',
    }),
    LOG_LEVEL: text('info').refine((value): value is LogLevel => LOG_LEVELS.some((level) => level === value), {
      error: `is not a log level: it is one of ${LOG_LEVELS.join(', ')}`,
    }),
    LOG_IDS: text('hashed').refine((value): value is 'hashed' | 'plain' => value === 'hashed' || value === 'plain', {
      error: 'is not a way to log ids: it is hashed or plain',
    }),
  })
  .refine(({ WEBHOOK_URL, WEBHOOK_SECRET }) => WEBHOOK_URL === '' || WEBHOOK_SECRET !== '', {
    path: ['WEBHOOK_SECRET'],
    error:
      'is missing: with WEBHOOK_URL it must be 1–256 of A–Z, a–z, 0–9, _ and -, so that nobody else can post updates',
  })
  .refine(({ ROLE, WEBHOOK_URL }) => ROLE !== 'web' || WEBHOOK_URL !== '', {
    path: ['ROLE'],
    error: 'is web, which answers what Telegram posts: set WEBHOOK_URL, or leave ROLE empty to poll',
  })

/**
 * The settings of an environment; empty and missing variables take their defaults.
 * @throws ConfigError with one line a wrong variable. Values are named only where they can't be secrets.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const result = settings.safeParse(environment)
  if (!result.success) throw new ConfigError(result.error.issues.map(lineOf).join('\n'))
  const read = result.data
  return {
    telegram:
      read.BOT_TOKEN === ''
        ? { kind: 'playground' }
        : { kind: 'bot', token: read.BOT_TOKEN, apiRoot: read.BOT_API_ROOT },
    role: read.ROLE,
    ownerIds: read.OWNER_IDS.split(',').flatMap((id) => (id.trim() === '' ? [] : [Number(id)])),
    contentDir: read.CONTENT_DIR,
    dataDir: read.DATA_DIR,
    database: read.DATABASE_URL === '' ? null : read.DATABASE_URL,
    defaultLanguage: read.DEFAULT_LANGUAGE,
    defaultZone: read.DEFAULT_TIMEZONE,
    port: read.PORT,
    host: read.HOST,
    webhook: read.WEBHOOK_URL === '' ? null : { url: read.WEBHOOK_URL, secret: read.WEBHOOK_SECRET },
    publicUrl: read.PUBLIC_URL === '' ? null : read.PUBLIC_URL,
    sendRate: read.SEND_RATE,
    logLevel: read.LOG_LEVEL,
    fetchesPrivate: read.FETCH_PRIVATE === 'yes',
    logIds: read.LOG_IDS,
  }
}

function lineOf(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')} ${issue.message}`
}

function text(fallback = '') {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : fallback),
    z.string(),
  )
}

function url(fallback: string) {
  return text(fallback)
    .refine((value) => value === fallback || isHttpUrl(value), {
      error: 'is not a web address: it looks like https://example.org (no path of a method, no query)',
    })
    .transform((value) => value.replace(/(?<!\/)\/+$/, ''))
}

function number(fallback: number, { low, high, what }: { low: number; high: number; what: string }) {
  const error = `is not ${what}`
  return text(String(fallback))
    .refine((value) => /^\d{1,6}$/.test(value) && Number(value) >= low && Number(value) <= high, { error })
    .transform(Number)
}

function isHttpUrl(value: string): boolean {
  const parsed = URL.parse(value)
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.search === '' && parsed.hash === ''
}

function isPostgres(value: string): boolean {
  const parsed = URL.parse(value)
  return (
    parsed !== null && /^postgres(?:ql)?:$/.test(parsed.protocol) && parsed.host !== '' && parsed.pathname.length > 1
  )
}

function isLoopback(value: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(value).hostname)
}

function isZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
