import type { Generated, Insertable, Kysely, Selectable, Transaction } from 'kysely'
import type { Slug } from '../article/article.ts'
import type { DraftState } from '../digest/drafts.ts'

/*
 * The tables as Kysely sees them. Times are epoch milliseconds; Telegram's ids fit in a JavaScript number. Text that a
 * table holds as JSON is written and read in that table's own file.
 */

export type ChatKind = 'private' | 'group' | 'supergroup' | 'channel'

/** A chat that is gone keeps its settings: it may come back. */
export type ChatState = 'active' | 'blocked' | 'kicked' | 'deleted'

export type ChatsTable = {
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

export type ArticlesTable = {
  /** The order of arrival, from 1; never given twice. */
  readonly number: Generated<number>
  readonly slug: Slug
  readonly hash: string
  readonly title: string
  readonly first_seen_at: number
}

/** A schedule that is not active rests until its topic, the bot's right to post, or an admin lets it run again. */
export type SubscriptionState = 'active' | 'topic-gone' | 'topic-closed' | 'no-rights' | 'paused'

export type SubscriptionsTable = {
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
  /** What its digests hold as JSON; `null`: the usual. */
  readonly wishes: string | null
  readonly language: string
  /** When it is next looked at; `null`: nothing will be due (paused, or the chat is gone). */
  readonly next_due: number | null
  readonly state: SubscriptionState
  /** 1: its digests go to editors first, so `next_due` is when the draft is made. */
  readonly drafted: Generated<number>
  readonly created_at: number
  readonly updated_at: number
}

/** What a chat or topic has had, by a schedule or when it asked; outlives its subscription. */
export type FollowingTable = {
  readonly chat_id: number
  readonly thread_id: number
  /** The last article, by number, that its digests have counted as seen. */
  readonly seen_through: number
  readonly updated_at: number
}

export type ReadingTable = {
  readonly reader: string
  readonly slug: Slug
  /** Chunk indices from 0. */
  readonly furthest: number
  readonly last_shown: number
  readonly started_at: number
  readonly updated_at: number
}

export type DigestsTable = {
  /** The SHA-256 of `message`, so equal renderings are one row. */
  readonly id: string
  /** The rendered message as JSON. */
  readonly message: string
  readonly created_at: number
}

export type DeliveryState = 'pending' | 'sending' | 'sent' | 'later' | 'gone' | 'refused'

export type DeliveriesTable = {
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
  /** What is claimed first: a number of RANKS. */
  readonly rank: Generated<number>
  readonly broadcast_id: Generated<number | null>
  /** The message to be put right instead of sending another. */
  readonly edits: Generated<number | null>
  /** The change of an article that its chat is told of. */
  readonly change_id: Generated<string | null>
  /** The draft that it shows to editors, or tells them of. */
  readonly draft_id: Generated<number | null>
}

/** A digest is due at its minute; a correction and an announcement may wait for it. */
export const RANKS = { digest: 0, correction: 1, broadcast: 2 } as const

/** How often something ended so; kept up by a trigger, see owner-tables. */
export type TalliesTable = { readonly what: string; readonly reason: string; readonly count: number }

/** What an article said when it was last read: its units as JSON. */
export type ArticleTextsTable = {
  readonly slug: string
  readonly file_hash: string
  readonly units_hash: string
  readonly units: string
}

/** What an article said before its text shrank; `digests`: JSON of what became of those that showed it. */
export type ShrunkTextsTable = {
  readonly slug: string
  readonly change_id: string
  readonly units: string
  readonly digests: string
}

/** Which articles a digest shows, in the words of which language. */
export type DigestShowsTable = { readonly digest_id: string; readonly slug: string; readonly language: string }

/** The public log; `change`: JSON of a Change. */
export type CorrectionsTable = {
  readonly id: Generated<number>
  readonly change_id: string
  readonly slug: string
  readonly title: string
  readonly language: string
  readonly change: string
  readonly created_at: number
}

/** A digest that has to be put right, and by which others. */
export type CorrectionJobsTable = {
  readonly id: Generated<number>
  readonly change_id: string
  readonly digest_id: string
  readonly corrected_id: string
  readonly marked_id: string
  readonly notice_id: string | null
  readonly created_at: number
}

export type BroadcastState = 'draft' | 'cancelled' | 'running' | 'stopping' | 'stopped' | 'done'

export type BroadcastsTable = {
  readonly id: Generated<number>
  readonly owner_id: number
  /** The message in the owner's chat that shows how far it is; `null` until it is sent. */
  readonly panel_id: number | null
  /** The owner's when it was drafted. */
  readonly language: string
  /** What is announced, as JSON of a Message. */
  readonly message: string
  readonly state: BroadcastState
  /** The last chat, in descending order of ids, that has its delivery; `null`: none yet. */
  readonly planned_through: number | null
  readonly planned: number
  readonly sent: number
  readonly gone: number
  readonly refused: number
  readonly confirmed_at: number | null
  readonly created_at: number
  readonly updated_at: number
}

/** Places that users keep for themselves, as a press encodes them. */
export type BookmarksTable = { readonly user_id: number; readonly place: string; readonly created_at: number }

/** Which articles search knows, and as what. */
export type IndexedArticlesTable = { readonly number: number; readonly hash: string }

/** A paragraph's tokens; the id tells its article and paragraph. `passages_index`, which finds them, is no such table. */
export type PassagesTable = {
  readonly id: number
  readonly stems: string
  readonly words: string
  readonly about: string
}

/** `tail`: the bare form from its end to its beginning. */
export type VocabularyTable = {
  readonly word: string
  readonly shown: string
  readonly bare: string
  readonly tail: string
  readonly skeleton: string
}

export type SearchesTable = {
  readonly key: string
  readonly text: string
  readonly used_at: number
  readonly user_id: number
}

/** What a chat has chosen beyond language and digits. */
export type ChoicesTable = { readonly chat_id: number; readonly name: string; readonly value: string }

/** Who was seen to administer a chat. */
export type ManagersTable = { readonly user_id: number; readonly chat_id: number }

/** The digest pinned in each place. */
export type PinsTable = { readonly chat_id: number; readonly thread_id: number; readonly message_id: number }

export type NoticesTable = {
  readonly chat_id: number
  readonly thread_id: number
  readonly what: string
  readonly told_at: number
}

/** What keeps a place (`thread_id` 0 with `no-rights`: all of a chat) from getting digests. */
export type HindrancesTable = {
  readonly chat_id: number
  readonly thread_id: number
  readonly why: Exclude<SubscriptionState, 'active'>
}

export type TidyingTable = { readonly chat_id: number; readonly message_id: number; readonly delete_at: number }

/** When a group is next told what it asked; only for groups that want it. */
export type WeeksTable = { readonly chat_id: number; readonly next_at: number }

/** How often an article was read or a word looked for in a group on one day (since 1970, in UTC). */
export type WeekCountsTable = {
  readonly chat_id: number
  readonly day: number
  readonly what: 'article' | 'word'
  /** An article's key, or a hash of the word. */
  readonly key: string
  /** The word itself, once a second request had it. */
  readonly word: string | null
  readonly count: number
}

/** Which chat sees a channel's digests first; `editors_chat_id` 0: one did, and is no more. */
export type EditorsTable = {
  readonly chat_id: number
  readonly editors_chat_id: number
  readonly editors_thread_id: number
  /** What its words are in where that chat has chosen none. */
  readonly language: string
}

/** A channel's digest on its way through its editors' hands. */
export type DraftsTable = {
  readonly id: Generated<number>
  readonly chat_id: number
  /** `null`: no schedule's, or of one that is removed. */
  readonly subscription_id: number | null
  readonly due_at: number
  readonly zone: string
  readonly editors_chat_id: number
  readonly editors_thread_id: number
  readonly language: string
  /** The digest without an intro. */
  readonly digest_id: string
  /** What the channel has had once this is posted. */
  readonly seen_through: number
  readonly read_slug: Slug | null
  readonly read_chunk: number | null
  readonly intro: string | null
  readonly state: DraftState
  readonly decided_by: number | null
  readonly decided_name: string | null
  /** 0: by an admin who acts in the group's name, so the name is not shown. */
  readonly decided_openly: number
  readonly decided_at: number | null
  /** The delivery that shows it to its editors; `null` until there is one. */
  readonly message_delivery_id: number | null
  /** The delivery that posts it, once it is approved. */
  readonly post_delivery_id: number | null
  /** Grows with each change; what its editors see is of `shown_version`. */
  readonly version: number
  readonly shown_version: number
  readonly created_at: number
  readonly updated_at: number
}

export type MetaTable = { readonly key: string; readonly value: string }

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
  article_texts: ArticleTextsTable
  digest_shows: DigestShowsTable
  shrunk_texts: ShrunkTextsTable
  corrections: CorrectionsTable
  correction_jobs: CorrectionJobsTable
  bookmarks: BookmarksTable
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
  meta: MetaTable
}

/** What every file of questions asks: the database itself or a transaction in it. */
export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>
export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>
export type NewRow<Table extends keyof Tables> = Insertable<Tables[Table]>
