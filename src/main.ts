import type { Config } from './app/config.ts'
import { readSettings } from './app/read-env.ts'
import type { Running, StartOptions } from './app/start.ts'

type Site = Pick<StartOptions, 'log' | 'signal'>

/** Longer than the slowest stop should take: a request to Telegram may last 30 s. */
const STOP_PATIENCE_MS = 40_000
/** Errors by their names: their classes would load all that throws them before the settings are known to be right. */
const FOR_THE_OPERATOR = ['ConfigError', 'StoreUnusable', 'ListenError', 'TokenRefused']

await main()

async function main(): Promise<void> {
  try {
    const config = readSettings()
    const { telegram } = config
    const { createLog } = await import('./app/log.ts')
    const log = createLog({ level: config.logLevel, ids: config.logIds, secrets: secretsIn(config) })
    const stopping = new AbortController()
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop(stopping))
    const site = { log, signal: stopping.signal }
    const running = telegram.kind === 'bot' ? await startBot(config, site) : await startPlayground(config, site)
    await Promise.race([aborted(stopping.signal), running.ended])
    if (!stopping.signal.aborted) process.exitCode = 1
    await running.stop()
    log.info('stopped')
    // with its database gone the sender would go on trying to record what it sent
    process.exit()
  } catch (error) {
    fail(error)
  }
}

function secretsIn({ telegram, webhook, database }: Config): readonly string[] {
  return [
    ...(telegram.kind === 'bot' ? [telegram.token] : []),
    ...(webhook === null ? [] : [webhook.secret]),
    ...(database === null ? [] : [database, decodeURIComponent(new URL(database).password)]),
  ].filter((secret) => secret !== '')
}

/** A stop that hangs, at the start or at the end, ends the process all the same. */
function stop(stopping: AbortController): void {
  setTimeout(() => process.exit(1), STOP_PATIENCE_MS).unref()
  stopping.abort()
}

async function startBot(config: Config, site: Site): Promise<Running> {
  if (config.telegram.kind !== 'bot') throw new Error('no bot is configured')
  const { startMujaz } = await import('./app/start.ts')
  return await startMujaz(config, { ...site, telegram: config.telegram, now: () => new Date() })
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
  if (error instanceof Error && FOR_THE_OPERATOR.includes(error.name)) process.stderr.write(`${error.message}\n`)
  else if (!isAbort(error)) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  else process.exitCode = 0
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
