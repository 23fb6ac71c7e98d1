import { config as readDotenv } from 'dotenv'
import { type Config, ConfigError, readConfig } from './app/config.ts'
import { createLog } from './app/log.ts'
import { type Running, type StartOptions, startMujaz } from './app/start.ts'
import { TokenRefused } from './bot/connect.ts'
import { StoreUnusable } from './store/open-database.ts'
import { ListenError } from './web/server.ts'

type Site = Pick<StartOptions, 'log' | 'signal'>

/** Longer than the slowest stop should take: a request to Telegram may last 30 s. */
const STOP_PATIENCE_MS = 40_000

await main()

async function main(): Promise<void> {
  try {
    readDotenv({ quiet: true })
    const config = readConfig(process.env)
    const { telegram } = config
    const log = createLog(config.logLevel, telegram.kind === 'bot' ? [telegram.token] : [])
    const stopping = new AbortController()
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop(stopping))
    const site = { log, signal: stopping.signal }
    const running = telegram.kind === 'bot' ? await startBot(config, site) : await startPlayground(config, site)
    await Promise.race([aborted(stopping.signal), running.ended])
    if (!stopping.signal.aborted) process.exitCode = 1
    await running.stop()
    log.info('stopped')
  } catch (error) {
    fail(error)
  }
}

/** A stop that hangs, at the start or at the end, ends the process all the same. */
function stop(stopping: AbortController): void {
  setTimeout(() => process.exit(1), STOP_PATIENCE_MS).unref()
  stopping.abort()
}

function startBot(config: Config, site: Site): Promise<Running> {
  if (config.telegram.kind !== 'bot') throw new Error('no bot is configured')
  return startMujaz(config, { ...site, telegram: config.telegram, now: () => new Date() })
}

/** The playground is loaded only where it is used. */
async function startPlayground(config: Config, site: Site): Promise<Running> {
  const { startInPlayground } = await import('./app/playground.ts')
  const running = await startInPlayground(config, site)
  process.stdout.write(`\nmujaz · مُوجَز: the playground is at ${running.url}\n\n`)
  return running
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** What the operator can mend is one line each; anything else is a bug and shows where it comes from. */
function fail(error: unknown): void {
  process.exitCode = 1
  const known = [ConfigError, StoreUnusable, ListenError, TokenRefused].some((kind) => error instanceof kind)
  if (known && error instanceof Error) process.stderr.write(`${error.message}\n`)
  else if (!isAbort(error)) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  else process.exitCode = 0
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
