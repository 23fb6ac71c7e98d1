import { ENGINE_VERSION } from '../briefing/engine-version.ts'
import { createArchive, type StoredArchive } from './articles/archive.ts'
import { createFiles, type Files } from './articles/files.ts'
import { createNames, type Names } from './articles/names.ts'
import { createPassages, type Passages } from './articles/passages.ts'
import { type Changes, createChanges } from './changes.ts'
import { type AutoDeletes, createAutoDeletes } from './chats/auto-delete.ts'
import { type Chats, createChats } from './chats/chats.ts'
import { createManagers, type Managers } from './chats/managers.ts'
import { createPins, type Pins } from './chats/pins.ts'
import { type Choices, createChoices } from './chats/settings.ts'
import { createNotices, type Notices } from './chats/told-once.ts'
import { createDrafts, type Drafts } from './drafts/drafts.ts'
import { createEditors, type Editors } from './drafts/editors.ts'
import { createForgetting, type Forgetting } from './forget.ts'
import { createHeld, type Held } from './held/held.ts'
import { createInbox, type Inbox } from './inbox.ts'
import { createLeases, type Leases } from './lease.ts'
import { type Broadcasts, createBroadcasts } from './ledger/broadcasts.ts'
import { type Corrections, createCorrections } from './ledger/corrections.ts'
import { type Counts, createCounts } from './ledger/counts.ts'
import { createDeliveries, type Deliveries } from './ledger/deliveries.ts'
import { createWeeklyRecaps, type Weeks } from './ledger/weekly-recaps.ts'
import { createMeta, type Meta } from './meta.ts'
import { moveChat } from './move-chat.ts'
import { openDatabase, type StoreOptions } from './open-database.ts'
import { type Bookmarks, createBookmarks } from './readers/bookmarks.ts'
import { createReading, type Reading } from './readers/reading.ts'
import { createSearches, type Searches } from './readers/searches.ts'
import { createUsage, type Usage } from './readers/usage.ts'
import { createFeedItems, type FeedItems } from './sources/feed-items.ts'
import { createImports, type Imports } from './sources/imports.ts'
import { createSources, type Sources } from './sources/sources.ts'
import { createPauses, type Pauses } from './subscriptions/pauses.ts'
import { createPlanning, type Planning } from './subscriptions/planning.ts'
import { createSubscriptions, type Subscriptions } from './subscriptions/subscriptions.ts'

/** All that the bot stores between two starts. Every promise settles when its change is on the disk. */
export type Store = Forgetting & {
  readonly chats: Chats
  readonly subscriptions: Subscriptions
  readonly reading: Reading
  readonly archive: StoredArchive
  readonly files: Files
  readonly held: Held
  readonly names: Names
  readonly bookmarks: Bookmarks
  readonly deliveries: Deliveries
  readonly planning: Planning
  readonly passages: Passages
  readonly searches: Searches
  readonly usage: Usage
  readonly choices: Choices
  readonly managers: Managers
  readonly notices: Notices
  readonly pauses: Pauses
  readonly pins: Pins
  readonly autoDeletes: AutoDeletes
  readonly weeklyRecaps: Weeks
  readonly inbox: Inbox
  readonly meta: Meta
  readonly tallies: Counts
  readonly broadcasts: Broadcasts
  readonly corrections: Corrections
  readonly editors: Editors
  readonly drafts: Drafts
  readonly sources: Sources
  readonly feedItems: FeedItems
  readonly imports: Imports
  readonly leases: Leases
  readonly changes: Changes
  /** Moves a chat's rows to its new id, and merges where both ids have some. Idempotent. */
  readonly moveChat: (from: number, to: number, now: number) => Promise<void>
  /** Rejects when the database does not answer. */
  readonly ping: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens the store in a directory, made where it is missing, and brings its tables up to date. Throws `StoreUnusable`. */
export async function openStore(options: StoreOptions, engine = ENGINE_VERSION): Promise<Store> {
  let look = async () => {}
  const onNews = () => void look().catch(() => {})
  const db = await openDatabase({ ...options, onNews })
  const changes = await createChanges(db).catch(async (error: unknown) => {
    await db.destroy()
    throw error
  })
  look = changes.look
  const archive = createArchive(db)
  const chats = createChats(db)
  const usage = createUsage(db)
  const forgetting = createForgetting(db)
  changes.listen({
    heard: (news) => {
      if (news.chats.length > 0) chats.changed(news.chats)
      if (news.articles.length > 0) archive.changed(news.articles)
    },
    missed: () => {
      chats.changed(null)
      archive.changed(null)
    },
  })
  return {
    changes,
    chats,
    subscriptions: createSubscriptions(db),
    reading: createReading(db),
    archive,
    files: createFiles(db, archive, engine),
    held: createHeld(db, archive),
    names: createNames(db),
    bookmarks: createBookmarks(db),
    deliveries: createDeliveries(db),
    planning: createPlanning(db),
    passages: createPassages(db),
    searches: createSearches(db),
    usage,
    choices: createChoices(db),
    managers: createManagers(db),
    notices: createNotices(db),
    pauses: createPauses(db),
    pins: createPins(db),
    autoDeletes: createAutoDeletes(db),
    weeklyRecaps: createWeeklyRecaps(db),
    inbox: createInbox(db),
    meta: createMeta(db),
    tallies: createCounts(db),
    broadcasts: createBroadcasts(db),
    corrections: createCorrections(db),
    editors: createEditors(db),
    drafts: createDrafts(db),
    sources: createSources(db),
    feedItems: createFeedItems(db),
    imports: createImports(db),
    leases: createLeases(db),
    forgetChat: (chatId) => chats.changing([chatId], () => forgetting.forgetChat(chatId)),
    forgetReader: forgetting.forgetReader,
    moveChat: (from, to, now) =>
      chats.changing([from, to], () => db.transaction().execute((tx) => moveChat(tx, { from, to, now }))),
    ping: async () => {
      await db.selectFrom('meta').select('key').limit(1).execute()
    },
    close: async () => {
      try {
        await changes.close()
        await usage.write()
      } finally {
        await db.destroy()
      }
    },
  }
}
