import type { Generated, Insertable, Kysely, Selectable, Transaction } from 'kysely'
import type { Slug } from '../article/article.ts'
import type { Key } from '../article/key.ts'
import type { FixKind } from '../briefing/briefing.ts'
import type { DraftChange, DraftState } from '../digest/drafts.ts'
import type { ArticleState, Decision } from '../shelf/release.ts'

/*
 * The tables as Kysely sees them. Times are epoch milliseconds; Telegram's ids fit in a JavaScript number. A column of JSON is
 * written and read in its table's own file, and a message in `ledger/messages.ts`.
 */

export type ChatKind = 'private' | 'group' | 'supergroup' | 'channel'

/** A chat that is not active keeps its settings: it may come back. */
export type ChatState = 'active' | 'blocked' | 'kicked' | 'deleted'

type ChatsTable = {
  readonly id: number
  readonly kind: ChatKind
  readonly title: string | null
  /** `null` until somebody chose one. */
  readonly language: string | null
  /** `latn` or `arab`; `null` until somebody chose. */
  readonly digits: string | null
  readonly state: ChatState
  readonly created_at: number
  readonly updated_at: number
}

type ArticlesTable = {
  /** The order of arrival, from 1; never given twice. */
  readonly number: Generated<number>
  readonly slug: Slug
  readonly hash: string
  readonly title: string
  readonly first_seen_at: number
}

/** A schedule that is not active rests until its topic is open, the bot may post, or an admin resumes it. */
export type SubscriptionState = 'active' | 'topic-gone' | 'topic-closed' | 'no-rights' | 'paused'

type SubscriptionsTable = {
  readonly id: Generated<number>
  readonly chat_id: number
  /** 0: no topic. */
  readonly thread_id: number
  /** Minutes of the day, `450,1140`. */
  readonly times: string
  /** ISO weekdays, `1,2,3`. */
  readonly days: string
  readonly zone: string
  /** Quiet hours, a season and a pause as JSON; `null`: none. */
  readonly exceptions: string | null
  /** The contents of its digests as JSON; `null`: the usual ones. */
  readonly wishes: string | null
  readonly language: string
  /** When it is next planned; `null`: never (paused, or the chat is gone). */
  readonly next_due: number | null
  readonly state: SubscriptionState
  /** 1: its digests go to editors first, so `next_due` is when the draft is made. */
  readonly drafted: Generated<number>
  readonly created_at: number
  readonly updated_at: number
}

/** The articles that a chat or topic has received, scheduled or on request; outlives its subscription. */
type FollowingTable = {
  readonly chat_id: number
  readonly thread_id: number
  /** The number of the last article received. */
  readonly seen_through: number
  readonly updated_at: number
}

type ReadingTable = {
  readonly reader: string
  readonly slug: Slug
  /** Chunk indices from 0. */
  readonly furthest: number
  readonly last_shown: number
  readonly started_at: number
  readonly updated_at: number
}

type DigestsTable = {
  /** The SHA-256 of `message`, so equal renderings are one row. */
  readonly id: string
  /** The rendered message as JSON. */
  readonly message: string
  readonly created_at: number
}

export type DeliveryState = 'pending' | 'sending' | 'sent' | 'later' | 'gone' | 'refused'

type DeliveriesTable = {
  readonly id: Generated<number>
  readonly chat_id: number
  readonly thread_id: number
  /** `null` once the subscription is removed. */
  readonly subscription_id: number | null
  readonly due_at: number
  readonly digest_id: string
  readonly state: DeliveryState
  readonly not_before: number
  readonly attempts: number
  readonly message_id: number | null
  readonly reason: string | null
  readonly created_at: number
  readonly updated_at: number
  /** The order of claims: a number of RANKS. */
  readonly rank: Generated<number>
  readonly broadcast_id: Generated<number | null>
  /** The message to be edited instead of sending a new one. */
  readonly edits: Generated<number | null>
  /** The change of an article that it notifies its chat of. */
  readonly change_id: Generated<string | null>
  /** The draft that it shows to editors, or reminds them of. */
  readonly draft_id: Generated<number | null>
}

/** A digest is due at its minute; a correction and an announcement may wait. */
export const RANKS = { digest: 0, correction: 1, broadcast: 2 } as const

/** Running counts, kept by triggers; see the migration `040-tallies`. */
type TalliesTable = { readonly what: string; readonly reason: string; readonly count: number }

/** What an article said when its file was last read: its units as JSON. */
type ArticleTextsTable = {
  readonly slug: string
  readonly file_hash: string
  readonly units_hash: string
  readonly units: string
}

/** The articles that a digest shows, and the language of the words around them. */
type DigestShowsTable = { readonly digest_id: string; readonly slug: string; readonly language: string }

/** An article's units before its text shrank, and the corrections of digests that followed, each as JSON. */
type ShrunkTextsTable = {
  readonly slug: string
  readonly change_id: string
  readonly units: string
  readonly digests: string
}

/** The public log; `change`: JSON of a Change. */
type CorrectionsTable = {
  readonly id: Generated<number>
  readonly change_id: string
  readonly slug: string
  readonly title: string
  readonly language: string
  readonly change: string
  readonly created_at: number
}

/** A digest to be corrected, and the messages that replace it. */
type CorrectionJobsTable = {
  readonly id: Generated<number>
  readonly change_id: string
  readonly digest_id: string
  readonly corrected_id: string
  readonly marked_id: string
  readonly notice_id: string | null
  readonly created_at: number
}

export type BroadcastState = 'draft' | 'cancelled' | 'running' | 'stopping' | 'stopped' | 'done'

type BroadcastsTable = {
  readonly id: Generated<number>
  readonly owner_id: number
  /** The message in the owner's chat that shows its progress; `null` until it is sent. */
  readonly panel_id: number | null
  /** The owner's language when it was drafted. */
  readonly language: string
  /** The announcement as JSON of a Message. */
  readonly message: string
  readonly state: BroadcastState
  /** The last chat planned, in descending order of ids; `null`: none yet. */
  readonly planned_through: number | null
  readonly planned: number
  readonly sent: number
  readonly gone: number
  readonly refused: number
  readonly confirmed_at: number | null
  readonly audience: Generated<BroadcastAudience>
  readonly created_at: number
  readonly updated_at: number
}

/** Which chats an announcement is for; `chats`: private ones and groups. */
export type BroadcastAudience = 'chats' | 'private' | 'groups' | 'channels' | 'all'

/** What was read or searched on a day (of the epoch, UTC), and how often. */
type UsageTable = {
  readonly day: number
  readonly what: UsageKind
  readonly key: string
  /** A word that was searched; `null`: once only. */
  readonly word: string | null
  readonly count: number
}

/** Who did on a day, as a hash. */
type UsagePeopleTable = { readonly day: number; readonly what: UsageKind; readonly person: string }

export type UsageKind = 'read' | 'search'

/** Users' bookmarks: places in articles, as a button encodes them; `kept`: the words there as JSON, `null`: not yet. */
type BookmarksTable = {
  readonly user_id: number
  readonly place: string
  readonly created_at: number
  readonly kept: string | null
}

/** The titles of articles that are no longer on hand, by the key in buttons; 1: it was withdrawn. */
type RemovedArticlesTable = { readonly key: Key; readonly title: string; readonly withdrawn: Generated<number> }

/** An article of a file that is not on hand. */
type HeldArticlesTable = {
  readonly slug: Slug
  readonly key: Key
  readonly file: string
  readonly state: Exclude<ArticleState, 'published'>
  /** Why, as JSON. */
  readonly reasons: string
  /** When its embargo ends. */
  readonly due: number | null
  readonly held_at: number
  /** When the desk was told of it; `null`: not yet. */
  readonly told_at: number | null
  /** As that of `briefings`. */
  readonly briefing: Uint8Array
}

type ArticleDecisionsTable = { readonly slug: Slug; readonly decision: Decision; readonly decided_at: number }

/** A fix of an article beside its file; `quote`: the hash of the quote's words, empty for its title. */
type ArticleFixesTable = {
  readonly slug: Slug
  readonly kind: FixKind
  readonly quote: string
  /** The title or the speaker's name; empty: nobody known, or dropped. */
  readonly words: string
}

/** An article just withdrawn, while what was posted of it is edited. */
type WithdrawalsTable = { readonly slug: Slug; readonly briefing: Uint8Array; readonly withdrawn_at: number }

/**
 * The articles in the search index, by the hash of what was indexed. `day`: the ISO date an article was published on, or
 * empty; `passages`: how many it has.
 */
type IndexedArticlesTable = {
  readonly number: number
  readonly hash: string
  readonly day: string
  readonly passages: number
}

/** A paragraph's tokens; the id tells its article and paragraph. `passages_index`, which finds them, is no such table. */
type PassagesTable = {
  readonly id: number
  readonly stems: string
  readonly words: string
  readonly about: string
}

/** `tail`: the bare form from its end to its beginning. */
type VocabularyTable = {
  readonly word: string
  readonly shown: string
  readonly bare: string
  readonly tail: string
  readonly skeleton: string
}

type SearchesTable = {
  readonly key: string
  readonly text: string
  readonly used_at: number
  readonly user_id: number
}

/** A chat's settings other than language and digits. */
type ChoicesTable = { readonly chat_id: number; readonly name: string; readonly value: string }

/** The persons seen to administer a chat. */
type ManagersTable = { readonly user_id: number; readonly chat_id: number }

/** The digest pinned in each place. */
type PinsTable = { readonly chat_id: number; readonly thread_id: number; readonly message_id: number }

type NoticesTable = {
  readonly chat_id: number
  readonly thread_id: number
  readonly what: string
  readonly told_at: number
}

/** Why the bot can't write to a place (`no-rights`: to all of a chat). */
type HindrancesTable = {
  readonly chat_id: number
  readonly thread_id: number
  readonly why: Exclude<SubscriptionState, 'active'>
}

type TidyingTable = { readonly chat_id: number; readonly message_id: number; readonly delete_at: number }

/** When a group's next weekly recap is due; only for groups that want one. */
type WeeksTable = { readonly chat_id: number; readonly next_at: number }

/** How often an article was read or a word searched for in a group on one day (since 1970, in UTC). */
type WeekCountsTable = {
  readonly chat_id: number
  readonly day: number
  readonly what: 'article' | 'word'
  /** An article's key, or a hash of the word. */
  readonly key: string
  /** The word itself, once a second request has it. */
  readonly word: string | null
  readonly count: number
}

/** The chat that reviews a channel's digests; `editors_chat_id` 0: it is gone. */
type EditorsTable = {
  readonly chat_id: number
  readonly editors_chat_id: number
  readonly editors_thread_id: number
  /** The language of its drafts where that chat has chosen none. */
  readonly language: string
  /** `null`: chosen before it was recorded. */
  readonly chosen_by: Generated<number | null>
}

/** A channel's digest on its way through its editors' hands. */
type DraftsTable = {
  readonly id: Generated<number>
  readonly chat_id: number
  /** `null`: made outside of a schedule, or its schedule is removed. */
  readonly subscription_id: number | null
  readonly due_at: number
  readonly zone: string
  readonly editors_chat_id: number
  readonly editors_thread_id: number
  readonly language: string
  /** The digest without an intro. */
  readonly digest_id: string
  /** The number of the last article that the channel has received once this is posted. */
  readonly seen_through: number
  readonly read_slug: Slug | null
  readonly read_chunk: number | null
  /** How many new articles it does not name. */
  readonly unnamed: Generated<number>
  readonly intro: string | null
  readonly state: DraftState
  readonly decided_by: number | null
  readonly decided_name: string | null
  /** 0: the admin acted in the group's name, so the name is not shown. */
  readonly decided_openly: number
  readonly decided_at: number | null
  /** What was changed last, and of which article; `null`: nothing was. */
  readonly changed: Generated<DraftChange | null>
  readonly changed_title: Generated<string | null>
  /** The delivery that shows it to its editors; `null` until there is one. */
  readonly message_delivery_id: number | null
  /** The delivery that posts it, once it is approved. */
  readonly post_delivery_id: number | null
  /** Grows with each change; its editors see `shown_version`. */
  readonly version: number
  readonly shown_version: number
  readonly created_at: number
  readonly updated_at: number
}

/** A file of articles as it was last read. */
type FilesTable = {
  readonly name: string
  /** What it was like; empty: to be read again. */
  readonly signature: string
  /** Of its text; empty where it was never read. */
  readonly hash: string
  readonly engine: number
  /** One line on why it can't be used. */
  readonly problem: string | null
  /** 1: its articles were compared with their former texts. */
  readonly compared: number
  /** Grows when it is to be read again though unchanged; the reading that saw `answered` is the last. */
  readonly asked: Generated<number>
  readonly answered: Generated<number>
}

type FileSlugsTable = { readonly slug: Slug; readonly file: string }

/** An article on hand; `number` as in `articles`. */
type BriefingsTable = {
  readonly number: number
  readonly slug: Slug
  readonly key: Key
  /** The file it stands in. */
  readonly file: string
  /** Epoch milliseconds; 0: its page does not say. */
  readonly published: number
  readonly title: string
  /** The title, folded. */
  readonly folded: string
  /** How many there are of each. */
  readonly pages: number
  readonly quotes: number
  /** JSON, for its readers in `article-rows.ts`. */
  readonly terms: string
  readonly names: string
  /** The briefing as deflated JSON. */
  readonly briefing: Uint8Array
  /** Empty until its file is read again by this version. */
  readonly language: string
}

/** An article that tells what `other`, in `language`, tells. */
type TranslationsTable = { readonly language: string; readonly number: number; readonly other: number }

/** The articles of the collection that an article names. */
type RelatedSlugsTable = { readonly number: number; readonly slug: Slug }

type QuotesTable = {
  readonly published: number
  readonly number: number
  /** Its index among the article's quotes. */
  readonly position: number
  readonly speaker: Key | null
  readonly name: string | null
}

/** `by`: somebody quoted, with how many quotes; `from`: a source or a web site, with how many articles. */
type NamesTable = {
  readonly kind: 'by' | 'from'
  readonly key: Key
  readonly name: string
  readonly uses: number
}

type NameWordsTable = {
  readonly kind: 'by' | 'from'
  readonly word: string
  readonly key: Key
  /** The word from its end to its beginning. */
  readonly tail: string
  readonly skeleton: string
}

type ArchiveCountsTable = {
  readonly name: 'articles' | 'quotes' | 'speakers' | 'passages'
  readonly count: number
}

type SourcesTable = {
  readonly id: Generated<number>
  readonly kind: 'feed' | 'channel' | 'site'
  readonly key: string
  readonly title: string
  /** The host of a feed or a site. */
  readonly site: string | null
  readonly mode: 'publish' | 'hold'
  readonly etag: string | null
  readonly modified: string | null
  /** When a feed is fetched next; `null`: it is no feed. */
  readonly next_at: number | null
  /** Fetches in a row that failed. */
  readonly failures: number
  /** What kept it from being fetched the last time, as JSON. */
  readonly trouble: string | null
  readonly is_begun: number
}

type FeedItemsTable = {
  readonly source_id: number
  readonly item: string
  /** A hash of what it said when it came in; `null`: it has not. */
  readonly content: string | null
  readonly attempts: number
  readonly seen_at: number
}

type ImportsTable = {
  readonly slug: Slug
  /** The key of its source, or `owner`. */
  readonly source: string
  /** A hash of its file. */
  readonly content: string
  readonly url: string | null
  readonly body: string | null
  readonly created_at: number
}

type ImportKeysTable = { readonly key: string; readonly slug: Slug }

type AlbumPartsTable = {
  readonly album: string
  readonly message_id: number
  readonly text: string
  readonly at: number
}

type ArticleIdentitiesTable = { readonly number: number; readonly url: string | null; readonly body: string | null }
/** What Telegram posted, as JSON; `text` and `lane` are `null` once it was handled. */
type UpdatesTable = {
  readonly update_id: number
  readonly text: string | null
  readonly received_at: number
  /** Of one lane the updates that wait have one taker. */
  readonly lane: string | null
  /** The process that handles it. */
  readonly taker: string | null
  /** 1: another process stored it, and its taker does not know it yet. */
  readonly passed: Generated<number>
}

/** The processes that take updates; `beat` is raised while they live. */
type TakersTable = { readonly name: string; readonly beat: number }

/** What processes tell each other: the chat or the article that `about` names was changed, or what Telegram says of a chat. */
type ChangesTable = {
  readonly id: Generated<number>
  readonly kind: 'chat' | 'article' | 'rights' | 'work'
  readonly about: number
  readonly person: number | null
}

/** Who plans and sends. */
type LeasesTable = {
  readonly name: string
  readonly epoch: number
  readonly beat: number
  /** A process; `null`: it was given up. */
  readonly holder: string | null
}

type MetaTable = { readonly key: string; readonly value: string }

export type Tables = {
  chats: ChatsTable
  articles: ArticlesTable
  subscriptions: SubscriptionsTable
  following: FollowingTable
  reading: ReadingTable
  digests: DigestsTable
  deliveries: DeliveriesTable
  tallies: TalliesTable
  broadcasts: BroadcastsTable
  usage: UsageTable
  usage_people: UsagePeopleTable
  article_texts: ArticleTextsTable
  digest_shows: DigestShowsTable
  shrunk_texts: ShrunkTextsTable
  corrections: CorrectionsTable
  correction_jobs: CorrectionJobsTable
  bookmarks: BookmarksTable
  removed_articles: RemovedArticlesTable
  held_articles: HeldArticlesTable
  article_decisions: ArticleDecisionsTable
  article_fixes: ArticleFixesTable
  withdrawals: WithdrawalsTable
  indexed_articles: IndexedArticlesTable
  passages: PassagesTable
  vocabulary: VocabularyTable
  searches: SearchesTable
  choices: ChoicesTable
  managers: ManagersTable
  pins: PinsTable
  notices: NoticesTable
  tidying: TidyingTable
  hindrances: HindrancesTable
  weeks: WeeksTable
  week_counts: WeekCountsTable
  editors: EditorsTable
  drafts: DraftsTable
  files: FilesTable
  file_slugs: FileSlugsTable
  briefings: BriefingsTable
  related_slugs: RelatedSlugsTable
  translations: TranslationsTable
  quotes: QuotesTable
  names: NamesTable
  name_words: NameWordsTable
  archive_counts: ArchiveCountsTable
  sources: SourcesTable
  feed_items: FeedItemsTable
  imports: ImportsTable
  import_keys: ImportKeysTable
  album_parts: AlbumPartsTable
  article_identities: ArticleIdentitiesTable
  leases: LeasesTable
  updates: UpdatesTable
  takers: TakersTable
  changes: ChangesTable
  meta: MetaTable
}

/** The tables with a column of one of these names; computed, so that a new table is among them by itself. */
export type TablesWith<Column extends string, All = Tables> = {
  [Table in keyof All]: Extract<keyof All[Table], Column> extends never ? never : Table
}[keyof All]

/** The database, or a transaction in it. */
export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>
export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>
export type NewRow<Table extends keyof Tables> = Insertable<Tables[Table]>
