import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Labels of one value, such as `{ kind: 'group' }`. */
type Labelled = { readonly labels: Readonly<Record<string, string>>; readonly value: number }

/** What is asked at each scrape, by the metric's name without `mujaz_`; one that can't be told is left out of that scrape. */
export type Readings = Readonly<Record<keyof typeof GAUGES, () => Promise<number | readonly Labelled[]>>>

export type Metrics = {
  readonly countUpdate: () => void
  readonly count: (what: keyof typeof COUNTERS) => void
  /** `delayMs`: of one that was sent, since it was due. */
  readonly countDelivery: (outcome: string, delayMs: number) => void
  /** A poll was answered. */
  readonly polled: () => void
  readonly text: () => Promise<string>
  readonly contentType: string
}

const COUNTERS = {
  updates_dropped: 'Updates dropped as their chat or sender had too many waiting',
  updates_broken: 'Updates left out as they are not as the Bot API describes them',
  updates_failed: 'Updates whose handling ended in a bug',
} as const

const GAUGES = {
  articles: { help: 'Articles on hand', labels: [] },
  files_unusable: { help: 'Files of CONTENT_DIR that can not be used', labels: [] },
  chats: { help: 'Chats by kind and state', labels: ['kind', 'state'] },
  subscriptions: { help: 'Subscriptions by state', labels: ['state'] },
  deliveries_waiting: { help: 'Deliveries that are to be sent', labels: [] },
  deliveries_overdue_seconds: { help: 'Time for which the first due delivery has not been sent', labels: [] },
  disk_free_bytes: { help: 'Free space in DATA_DIR', labels: [] },
  trouble: { help: '1 while there is trouble of this kind', labels: ['kind'] },
} as const

const DELAY_SECONDS = [1, 5, 15, 60, 300, 900, 3600]

/** Counters of this process, with its memory, CPU and event loop. */
export function createMetrics(readings: Readings): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const updates = new Counter({ name: 'mujaz_updates_total', help: 'Updates taken from Telegram', registers })
  const counters = mapValues(COUNTERS, (help, name) => new Counter({ name: `mujaz_${name}_total`, help, registers }))
  const deliveries = new Counter({
    name: 'mujaz_deliveries_total',
    help: 'Attempts to deliver a digest by their outcome',
    labelNames: ['outcome'],
    registers,
  })
  const delay = new Histogram({
    name: 'mujaz_delivery_delay_seconds',
    help: 'From the due time of a sent delivery until Telegram had it',
    buckets: DELAY_SECONDS,
    registers,
  })
  const gauges = mapValues(
    GAUGES,
    ({ help, labels }, name) => new Gauge({ name: `mujaz_${name}`, help, labelNames: [...labels], registers }),
  )
  let polledAt = performance.now()
  new Gauge({
    name: 'mujaz_poll_age_seconds',
    help: 'Time since Telegram last answered a poll; with a webhook none is asked',
    registers,
    collect() {
      this.set((performance.now() - polledAt) / 1000)
    },
  })
  return {
    countUpdate: () => updates.inc(),
    count: (what) => counters[what].inc(),
    countDelivery: (outcome, delayMs) => {
      deliveries.inc({ outcome })
      if (outcome === 'sent') delay.observe(Math.max(0, delayMs) / 1000)
    },
    polled: () => {
      polledAt = performance.now()
    },
    text: async () => {
      await Promise.all(Object.values(mapValues(readings, (read, name) => take(gauges[name], read))))
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}

async function take(gauge: Gauge, read: Readings[keyof Readings]): Promise<void> {
  const [reading] = await Promise.allSettled([read()])
  gauge.reset()
  if (reading.status === 'rejected') return gauge.remove()
  if (typeof reading.value === 'number') gauge.set(reading.value)
  else for (const { labels, value } of reading.value) gauge.set(labels, value)
}

function mapValues<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  map: (value: From, key: Key) => To,
): Readonly<Record<Key, To>> {
  return Object.fromEntries(
    Object.entries<From>(record).map(([key, value]) => [key, map(value, key as Key)]),
  ) as Record<Key, To>
}
