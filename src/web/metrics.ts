import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'

export type Metrics = {
  readonly countUpdate: () => void
  readonly countDelivery: (outcome: string) => void
  readonly text: () => Promise<string>
  readonly contentType: string
}

/** Counters of this process, with its memory, CPU and event loop; `articlesOnHand` is called at each scrape. */
export function createMetrics(articlesOnHand: () => Promise<number>): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const updates = new Counter({ name: 'mujaz_updates_total', help: 'Updates taken from Telegram', registers })
  const deliveries = new Counter({
    name: 'mujaz_deliveries_total',
    help: 'Attempts to deliver a digest by their outcome',
    labelNames: ['outcome'],
    registers,
  })
  new Gauge({
    name: 'mujaz_articles',
    help: 'Articles on hand',
    registers,
    async collect() {
      this.set(await articlesOnHand())
    },
  })
  return {
    countUpdate: () => updates.inc(),
    countDelivery: (outcome) => deliveries.inc({ outcome }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
