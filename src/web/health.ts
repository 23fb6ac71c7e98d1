import { Hono } from 'hono'
import type { Metrics } from './metrics.ts'

export type HealthParts = {
  /** Rejects when the database does not answer. */
  readonly pingStore: () => Promise<void>
  /** Rejects when Telegram does not answer. */
  readonly pingTelegram: () => Promise<unknown>
  readonly metrics: Metrics
}

export type ProbeLimits = { readonly keepMs: number; readonly withinMs: number }

/**
 * A probe that calls `ask` at most once in `keepMs` and repeats its answer in between. A call is aborted after
 * `withinMs`.
 */
export function cachedProbe(ask: (signal: AbortSignal) => Promise<unknown>, { keepMs, withinMs }: ProbeLimits) {
  let askedAt = Number.NEGATIVE_INFINITY
  let answer: Promise<unknown> = Promise.resolve()
  return (): Promise<unknown> => {
    if (performance.now() - askedAt >= keepMs) {
      askedAt = performance.now()
      answer = ask(AbortSignal.timeout(withinMs))
    }
    return answer
  }
}

/** `/healthz`: the process lives; `/readyz`: it can serve, else 503 with what is missing; `/metrics`: Prometheus text. */
export function createHealth({ pingStore, pingTelegram, metrics }: HealthParts): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.text('ok\n'))
  app.get('/readyz', async (c) => {
    const [database, telegram] = await Promise.allSettled([pingStore(), pingTelegram()])
    const missing = [
      ...(database.status === 'rejected' ? ['database'] : []),
      ...(telegram.status === 'rejected' ? ['Telegram'] : []),
    ]
    return missing.length === 0 ? c.text('ok\n') : c.text(`not reachable: ${missing.join(', ')}\n`, 503)
  })
  app.get('/metrics', async (c) => c.text(await metrics.text(), 200, { 'content-type': metrics.contentType }))
  return app
}
