import { autoRetry } from '@grammyjs/auto-retry'
import { Bot, Context } from 'grammy'
import type { Update } from 'grammy/types'
import { createLru } from '../store/lru.ts'
import type { TelegramAccess } from '../telegram/api.ts'
import { againAfterBreaks } from '../telegram/retry.ts'
import { createArchiveCache } from './archive-cache.ts'
import type { BotParts, BotSite } from './chat-context.ts'
import { createDownload } from './download.ts'
import { followMigrations } from './groups/refusals.ts'
import { createUpdateHandler, followFailure, notifyOfFailure } from './handle-update.ts'
import { createRights, type Rights } from './rights/rights.ts'
import { createScreenCache } from './screen-cache.ts'

/** Groups whose recent answers are remembered. */
const MOST_GROUPS = 2000
/** People who called the bot as a guest, and calls, that are remembered. */
const MOST_GUESTS = 10_000
const MOST_CALLS = 1000
const MOST_INLINE_UNITS = 1_000_000

/** Longer than a poll is held. */
const TIMEOUT_SECONDS = 60

/** Called at each update, before and after it is handled, and where that failed by a bug. */
export type OnUpdate = {
  readonly beforeUpdate: () => void
  readonly afterUpdate: () => void
  readonly updateFailed: () => void
}

export type CreatedBot = {
  /** With all handlers; takes no updates yet. */
  readonly bot: Bot
  readonly rights: Rights
  /** Notifies an update's sender that there were too many. */
  readonly decline: (update: Update) => Promise<void>
}

export function createBot(access: TelegramAccess, site: BotSite & OnUpdate): CreatedBot {
  const { token, apiRoot, transport } = access
  const bot = new Bot(token, { client: { apiRoot, fetch: transport.fetch, timeoutSeconds: TIMEOUT_SECONDS } })
  bot.api.config.use(transport.caller(token, TIMEOUT_SECONDS))
  const parts: BotParts = {
    ...site,
    download: createDownload(bot.api, access),
    rights: createRights({ api: bot.api, changes: site.store.changes, now: () => site.now().getTime() }),
    histories: createLru(MOST_GROUPS, () => 1),
    guests: createLru(MOST_GUESTS, () => 1),
    calls: createLru(MOST_CALLS, () => 1),
    chatOf: new WeakMap(),
    screens: createScreenCache(site.library.archive),
    inlinePages: createArchiveCache(site.library.archive, MOST_INLINE_UNITS),
  }
  bot.api.config.use(async (previous, method, payload, signal) =>
    method === 'getUpdates'
      ? previous(method, payload, signal)
      : retry(againAfterBreaks(previous), method, payload, signal),
  )
  bot.api.config.use(followMigrations(site))
  const handle = createUpdateHandler(parts, bot.api)
  bot.use(async (ctx) => {
    site.beforeUpdate()
    try {
      await handle(ctx)
    } catch (error) {
      await followFailure(ctx, parts, { error, failed: site.updateFailed })
    } finally {
      site.afterUpdate()
    }
  })
  return {
    bot,
    rights: parts.rights,
    decline: (update) => notifyOfFailure(new Context(update, bot.api, bot.botInfo), parts, 'too-fast'),
  }
}

/** Short floods are waited out, a failing server is tried three times; of a longer failure the person is notified. */
const retry = autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 30, rethrowHttpErrors: true })
