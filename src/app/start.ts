import type { Api } from 'grammy'
import type { Logger } from 'pino'
import { createAfterDelivery } from '../bot/after-delivery.ts'
import { connectBot } from '../bot/connect.ts'
import { createBot } from '../bot/create-bot.ts'
import { notifyOfLostEditors } from '../bot/drafts/editors-lost.ts'
import { createAutoDelete } from '../bot/groups/auto-delete.ts'
import { createIntake } from '../bot/intake.ts'
import { createBroadcastPanel } from '../bot/owner/broadcast-panel.ts'
import { createDeskNotice } from '../bot/owner/desk-notice.ts'
import { createEmptyNotice } from '../bot/owner/empty-edition.ts'
import { createFileNotice } from '../bot/owner/file-notice.ts'
import { ownerRegistrations } from '../bot/owner/registration.ts'
import { createTroubleNotice } from '../bot/owner/trouble-notice.ts'
import { createTroubleWatch } from '../bot/owner/trouble-watch.ts'
import { type Outage, startPolling, type Updates } from '../bot/polling.ts'
import { createPostedUpdates } from '../bot/posted-updates.ts'
import { registerOnce } from '../bot/register-once.ts'
import { botRegistrations } from '../bot/registration.ts'
import { createStoredUpdates } from '../bot/stored-updates.ts'
import { createWebhook, handlerOf } from '../bot/webhook.ts'
import { createDelivery } from '../delivery/delivery.ts'
import { createCorrectionFinder } from '../delivery/find-corrections.ts'
import { createLease } from '../delivery/lease.ts'
import { createWake } from '../delivery/wake.ts'
import { importsIn, openWaysIn } from '../intake/ways-in.ts'
import { openLibrary } from '../library/library.ts'
import { telegramAway } from '../messages/views/trouble.ts'
import { openStore } from '../store/store.ts'
import { createTelegram } from '../telegram/api.ts'
import type { BrokenUpdate } from '../telegram/read-update.ts'
import { createSend } from '../telegram/send.ts'
import { createTransport } from '../telegram/transport.ts'
import { cachedProbe, createHealth } from '../web/health.ts'
import { createMetrics } from '../web/metrics.ts'
import { listen } from '../web/server.ts'
import { createVerifyApi } from '../web/verify.ts'
import type { Config } from './config.ts'
import { readingsOf } from './readings.ts'
import { trimMemory } from './trim-memory.ts'
import { warmUp } from './warm-up.ts'
import { readWordings } from './wordings.ts'

export type Running = {
  /** Its own HTTP server. */
  readonly url: string
  /** Settles when the bot can't go on by itself: its token is refused. */
  readonly ended: Promise<void>
  /** When the next digest of all chats is due, epoch milliseconds; `null` when none is. */
  readonly nextDigest: () => Promise<number | null>
  /** Queues due deliveries now, without waiting for the minute. */
  readonly tick: () => Promise<unknown>
  /** Deletes expired messages in groups now. */
  readonly autoDelete: () => Promise<unknown>
  /** Stops taking updates, waits for running work, and closes everything. */
  readonly stop: () => Promise<void>
}

/** A Hono app with any environment. */
type Pages = { readonly fetch: (request: Request, env: never) => Response | Promise<Response> }

export type StartOptions = {
  /** `apiRoot` `null`: `pages` serve the Bot API. */
  readonly telegram: { readonly token: string; readonly apiRoot: string | null }
  readonly log: Logger
  readonly now: () => Date
  /** Further routes to serve beside health and metrics. */
  readonly pages?: Pages
  /** Aborts the wait for Telegram. */
  readonly signal?: AbortSignal
}

/**
 * Starts the bot: store, library, HTTP, then Telegram, however long that takes, then digests.
 * @throws StoreUnusable, ListenError, TokenRefused; what was opened is closed again.
 */
export async function startMujaz(config: Config, options: StartOptions): Promise<Running> {
  const closers: (() => Promise<void>)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    return { ...(await start(config, options, closers)), stop: close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Lifetime of a cached answer, and time limit of a request. */
const TELEGRAM_PROBE = { keepMs: 10_000, withinMs: 3_000 }

/** Of a worker, where Telegram posts them to others. */
const NO_UPDATES: Updates = { ended: new Promise(() => {}), stop: async () => {} }

/** `closers`: receives the close function of each part as it opens; call them last first. */
async function start(
  config: Config,
  { telegram, log, now, pages, signal = new AbortController().signal }: StartOptions,
  closers: (() => Promise<void>)[],
): Promise<Omit<Running, 'stop'>> {
  const { role, defaultLanguage, defaultZone, ownerIds, sendRate } = config
  const wordings = readWordings()
  const time = () => now().getTime()
  const wake = createWake()
  let isWritten = false
  const onWrite = () => {
    isWritten = true
  }
  const store = await openStore({ directory: config.dataDir, database: config.database, onWrite })
  closers.push(store.close)
  const lease = createLease({ store, log, taken: wake.all })
  closers.push(lease.stop)
  if (role === 'web') log.info('this process only answers: one with ROLE=worker plans, sends and brings in')
  else await lease.start()
  const isOnDuty = lease.isHeld
  const loaded = createCorrectionFinder({ store, wordings, now, log, wake: wake.all })
  const waysIn = await openWaysIn({ ...config, store, now })
  closers.push(waysIn.close)
  const content = { dir: config.contentDir, importedDir: importsIn(config.dataDir), zone: defaultZone }
  const library = await openLibrary({ ...content, store, now, log, isOnDuty, loaded, read: wake.all })
  closers.push(library.close)
  if (role !== 'web') library.watch()
  const feeds = waysIn.followFeeds({ log, isOnDuty })
  const { dataDir, contentDir } = config
  const watch = createTroubleWatch({ store, contentDir, dataDir, now: time })
  const metrics = createMetrics(readingsOf(store, watch))
  const api = Promise.withResolvers<Api>()
  const askTelegram = async (until: AbortSignal) => (await api.promise).getMe(until as never)
  const health = createHealth({
    pingStore: store.ping,
    pingTelegram: cachedProbe(askTelegram, TELEGRAM_PROBE),
    metrics,
  })
  const broken = ({ id, problem }: BrokenUpdate) => {
    metrics.count('updates_broken')
    log.warn({ update: id, problem }, 'a broken update was left out')
  }
  const { webhook: target } = config
  const { changes, inbox } = store
  const posted = createPostedUpdates({ inbox, changes, log, now: time })
  const isPostedTo = target !== null && role !== 'worker'
  const webhook = isPostedTo ? createWebhook({ ...target, posted, broken }) : null
  if (webhook !== null) health.route('/', webhook.pages)
  health.route('/', createVerifyApi(library.verify))
  if (pages !== undefined) health.all('*', (c) => pages.fetch(c.req.raw, c.env as never))
  const listener = await listen(health, config)
  closers.push(listener.close)
  const apiRoot = telegram.apiRoot ?? listener.url
  const transport = createTransport(apiRoot)
  closers.push(transport.close)
  const access = { token: telegram.token, apiRoot, transport }
  const unretried = createTelegram(access)
  api.resolve(unretried)

  const site = { store, library, wordings, defaultLanguage, defaultZone, log }
  const owner = { ids: ownerIds, sendRate }
  // what was only read makes no work
  const afterUpdate = () => {
    if (!isWritten) return
    isWritten = false
    wake.all()
    if (!lease.isHeld())
      changes.tellWork().catch((error: unknown) => log.error({ err: error }, 'others were not woken'))
  }
  const updateFailed = () => {
    metrics.count('updates_failed')
    watch.note({ kind: 'updates-failed', about: '' })
  }
  const events = { beforeUpdate: metrics.countUpdate, afterUpdate, updateFailed }
  const { bot, decline, rights } = createBot(access, {
    ...site,
    now,
    owner,
    intake: { ...waysIn, wakeFeeds: feeds.wake },
    ...events,
  })
  changes.listen({
    heard: ({ hasWork }) => {
      if (hasWork) wake.all()
    },
    missed: wake.all,
  })
  await connectBot(bot, { webhook: target, log, signal })
  const told = { wordings, defaultLanguage, ownerIds, signal }
  const registrations = [...botRegistrations(bot.api, told), ...ownerRegistrations(bot.api, told)]
  await registerOnce(registrations, { meta: store.meta, botId: bot.botInfo.id, log, signal })

  const owners = { api: bot.api, store, ownerIds, wordings, defaultLanguage, log, isOnDuty }
  const chats = { api: bot.api, store, wordings, defaultLanguage, now: time, log, isOnDuty }
  const afterDelivery = createAfterDelivery(chats)
  closers.push(afterDelivery.stop)
  const delivery = createDelivery({
    ...{ ...site, now: time, wake, lease, rate: sendRate },
    botUsername: bot.botInfo.username,
    send: createSend(unretried),
    events: {
      concluded: (delivered, outcome) => {
        metrics.countDelivery(outcome.kind, time() - delivered.dueAt)
        if (outcome.kind === 'refused') watch.note({ kind: 'message-refused', about: outcome.description })
        afterDelivery.concluded(delivered, outcome)
      },
      emptyForAll: createEmptyNotice(owners),
      mayReview: rights.isAdmin,
      editorsLost: (channelId) => notifyOfLostEditors(channelId, chats),
      showBroadcast: createBroadcastPanel({ api: bot.api, store, wordings, sendRate }),
    },
  })
  const stopTrimming = trimMemory()
  closers.push(async () => stopTrimming())
  closers.push(
    warmUp(library, {
      wording: wordings(defaultLanguage),
      audience: { kind: 'private', botUsername: bot.botInfo.username },
    }),
  )
  const autoDelete = createAutoDelete(chats)
  const botUsername = bot.botInfo.username
  const deskNotice = createDeskNotice({ ...chats, ownerIds, defaultZone, botUsername })
  wake.add(deskNotice.wake)
  const notices = [deskNotice, createFileNotice(owners), createTroubleNotice({ ...owners, watch })]
  for (const part of role === 'web' ? [] : [delivery, autoDelete, feeds, ...notices]) {
    part.start()
    closers.push(part.stop)
  }
  const intake = createIntake(bot, { decline, dropped: () => metrics.count('updates_dropped'), log })
  const stored = createStoredUpdates({ posted, inbox, handle: handlerOf(intake), log })
  const wasAway = (outage: Outage) => watch.note(telegramAway(outage))
  const polling = { polled: metrics.polled, wasAway, now: time, broken, log, lease, ...stored }
  const updates = target === null ? startPolling(bot, intake, polling) : (webhook?.start(intake) ?? NO_UPDATES)
  // both at once, and then the lease: the next process waits for it
  closers.push(async () => {
    await Promise.all([updates.stop(), delivery.stop()])
    await posted.stop()
    await lease.stop()
  })
  const { tick, nextDigest } = delivery
  return { url: listener.url, ended: updates.ended, nextDigest, tick, autoDelete: autoDelete.tick }
}
