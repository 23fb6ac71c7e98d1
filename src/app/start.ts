import type { Logger } from 'pino'
import { createAftermath } from '../bot/after-delivery.ts'
import { connectBot } from '../bot/connect.ts'
import { createBot } from '../bot/create-bot.ts'
import { tellOfLostEditors } from '../bot/drafts/editors-lost.ts'
import { draftMessages } from '../bot/drafts/message.ts'
import { createTidier } from '../bot/groups/auto-delete.ts'
import { createIntake } from '../bot/intake.ts'
import { createPanel } from '../bot/owner/broadcast-panel.ts'
import { createEmptyNotice } from '../bot/owner/empty-edition.ts'
import { registerOwners } from '../bot/owner/registration.ts'
import { startPolling } from '../bot/polling.ts'
import { registerBot } from '../bot/registration.ts'
import { createCorrections } from '../delivery/find-corrections.ts'
import { createTicker } from '../delivery/plan-digests.ts'
import { createWeekPlanner } from '../delivery/plan-weekly-recaps.ts'
import { createBroadcaster } from '../delivery/send-broadcasts.ts'
import { createCorrector } from '../delivery/send-corrections.ts'
import { createSender } from '../delivery/sender/sender.ts'
import { createDraftKeeper } from '../delivery/show-drafts.ts'
import { openLibrary } from '../library/library.ts'
import { audienceOfChat } from '../messages/buttons/keyboard.ts'
import { renderDigest, shelfArticles } from '../messages/render-digest.ts'
import { renderWeek } from '../messages/views/weekly-recap.ts'
import { openStore } from '../store/store.ts'
import { createTelegram } from '../telegram/api.ts'
import { createSend } from '../telegram/send.ts'
import { createTransport } from '../telegram/transport.ts'
import { createHealth } from '../web/health.ts'
import { createMetrics } from '../web/metrics.ts'
import { listen } from '../web/server.ts'
import type { Config } from './config.ts'
import { readWordings } from './wordings.ts'

/** A bot at work. */
export type Running = {
  /** Where its own HTTP is served. */
  readonly url: string
  /** Settles when the bot can't go on by itself: its token is refused. */
  readonly ended: Promise<void>
  /** When the next digest of all chats is due, epoch milliseconds; `null` when none is. */
  readonly nextDigest: () => Promise<number | null>
  /** Hands what is due now to the sender, without waiting for the minute. */
  readonly tick: () => Promise<unknown>
  /** Deletes what groups wanted to be gone by now, without waiting. */
  readonly tidy: () => Promise<void>
  /** Takes no more updates, waits for what is being done, and closes everything. */
  readonly stop: () => Promise<void>
}

/** An app of any kind of environment. */
export type Pages = { readonly fetch: (request: Request, env: never) => Response | Promise<Response> }

export type StartOptions = {
  /** `apiRoot` `null`: the further pages are a Bot API themselves. */
  readonly telegram: { readonly token: string; readonly apiRoot: string | null }
  readonly log: Logger
  readonly now: () => Date
  /** Further routes to serve beside health and metrics. */
  readonly pages?: Pages
  /** Gives up waiting for Telegram. */
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

/** Every part that has to be closed is pushed as it is opened; they are closed last first. */
async function start(
  config: Config,
  { telegram, log, now, pages, signal = new AbortController().signal }: StartOptions,
  closers: (() => Promise<void>)[],
): Promise<Omit<Running, 'stop'>> {
  const { defaultLanguage, defaultZone } = config
  const wordings = readWordings()
  const time = () => now().getTime()
  const store = await openStore({ directory: config.dataDir })
  closers.push(store.close)
  const loaded = createCorrections({
    ...{ store, wordings, now, log },
    nudge: () => {
      corrector.nudge()
      keeper.nudge()
    },
  })
  const corrector = createCorrector({ store, now: time, log, nudge: () => sender.nudge() })
  const keeper = createDraftKeeper({
    ...{ store, now: time, log, nudge: () => sender.nudge() },
    render: (unshown, digest) => {
      const site = { shelf: library.shelf(), wordings, botUsername: bot.botInfo.username }
      return draftMessages(unshown, digest, site)
    },
    lost: (channelId) => tellOfLostEditors(channelId, { api: bot.api, store, wordings, defaultLanguage, now: time }),
  })
  const library = await openLibrary({ dir: config.contentDir, store, now, log, loaded })
  closers.push(library.close)
  library.watch()
  const metrics = createMetrics(() => library.shelf().items.length)
  const health = createHealth({ pingStore: store.ping, pingTelegram: () => bot.api.getMe(), metrics })
  if (pages !== undefined) health.all('*', (c) => pages.fetch(c.req.raw, c.env as never))
  const listener = await listen(health, config)
  closers.push(listener.close)
  const access = { token: telegram.token, apiRoot: telegram.apiRoot ?? listener.url }
  const transport = createTransport(access.apiRoot)
  closers.push(transport.close)
  const { ownerIds, sendRate } = config
  const owner = { ids: ownerIds, sendRate, nudge: () => broadcaster.nudge() }
  const drafts = { nudge: () => keeper.nudge() }
  const parts = { store, library, wordings, defaultLanguage, defaultZone, now, log, owner, drafts }
  const { bot, decline } = createBot(
    { ...access, fetch: transport.fetch },
    { ...parts, countUpdate: metrics.countUpdate },
  )
  await connectBot(bot, log, signal)
  await registerBot(bot.api, { wordings, defaultLanguage, log, signal })
  await registerOwners(bot.api, { ownerIds, wordings, defaultLanguage, log, signal })
  const send = createSend(createTelegram({ ...access, fetch: transport.fetch }))
  const aftermath = createAftermath({ api: bot.api, store, wordings, defaultLanguage, now: time, log })
  closers.push(aftermath.stop)
  const sender = createSender({
    ...{ store, send, rate: sendRate, now: time, log },
    concluded: (delivery, outcome) => {
      aftermath.concluded(delivery, outcome)
      if (delivery.draftId !== null || delivery.chatId < 0) keeper.nudge()
    },
  })
  const show = createPanel({ api: bot.api, store, wordings, sendRate })
  const broadcaster = createBroadcaster({ store, now: time, log, nudge: sender.nudge, show })
  const ticker = createTicker({
    store,
    shelf: () => shelfArticles(library.shelf()),
    render: (content, { language, digits, chatKind, form }) => {
      const audience = audienceOfChat(chatKind, bot.botInfo.username)
      return renderDigest(content, form, { shelf: library.shelf(), wording: wordings(language, digits), audience })
    },
    now: time,
    log,
    nudge: () => {
      sender.nudge()
      keeper.nudge()
    },
    emptyForAll: createEmptyNotice({
      ...{ api: bot.api, store, ownerIds: config.ownerIds, log },
      wording: wordings(defaultLanguage),
    }),
  })
  sender.start()
  closers.push(sender.stop)
  keeper.start()
  closers.push(keeper.stop)
  ticker.start()
  closers.push(ticker.stop)
  const weeks = createWeekPlanner({
    ...{ store, defaultZone, now: time, log, nudge: sender.nudge },
    render: ({ asking, chat: { kind, language, digits } }) => {
      const audience = audienceOfChat(kind, bot.botInfo.username)
      return renderWeek(asking, {
        shelf: library.shelf(),
        wording: wordings(language ?? defaultLanguage, digits),
        audience,
      })
    },
  })
  weeks.start()
  closers.push(weeks.stop)
  const tidier = createTidier({ api: bot.api, store, now: time, log })
  tidier.start()
  closers.push(tidier.stop)
  corrector.start()
  closers.push(corrector.stop)
  broadcaster.start()
  closers.push(broadcaster.stop)
  const polling = startPolling(bot, createIntake(bot, { decline, log }), log)
  closers.push(polling.stop)
  return {
    url: listener.url,
    ended: polling.ended,
    nextDigest: async () => {
      const times = [await store.planning.nextDue(), await store.drafts.nextDue(time())]
      return times.reduce((first, due) => (first === null || (due !== null && due < first) ? due : first))
    },
    tick: async () => {
      await weeks.tick()
      const report = await ticker.tick()
      sender.nudge()
      keeper.nudge()
      return report
    },
    tidy: tidier.sweep,
  }
}
