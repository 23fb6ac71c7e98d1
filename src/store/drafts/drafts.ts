import type { Message } from '../../text/message.ts'
import { type DigestMessage, keepMessage, messageOf } from '../ledger/messages.ts'
import type { Database, Tx } from '../schema.ts'
import { type Pledge, pledgesIn } from './approved.ts'
import { addDraft, type NewDraft, nextVersion, open } from './change.ts'
import {
  type Approval,
  type ArticlesChange,
  approve,
  type Decided,
  type Draft,
  decide,
  findDraft,
  hold,
  setArticles,
} from './decide.ts'
import { createDraftFate, type DraftFate } from './settle.ts'
import { createDraftShowing, type DraftShowing } from './show.ts'

/** Channels' digests on their way through their editors' hands: made, shown, decided, posted. */
export type Drafts = DraftShowing &
  DraftFate & {
    readonly find: (id: number) => Promise<Draft | null>
    /** The digest that a draft shows, without its intro. */
    readonly digest: (draft: Draft) => Promise<Message | null>
    /** Makes a draft outside of any schedule, for a channel that has editors. */
    readonly add: (draft: UnplannedDraft, now: number) => Promise<void>
    /** Approves and enqueues the post, both or neither; of several approvals the first counts. `null`: no such draft. */
    readonly approve: (approval: Approval, now: number) => Promise<Decided | null>
    /** Also undoes an approval whose post still waits. */
    readonly hold: (id: number, now: number) => Promise<Decided | null>
    readonly setIntro: (id: number, intro: string | null, now: number) => Promise<Decided | null>
    /** The slugs of the articles that a draft shows, in no order, and their language. */
    readonly shows: (draft: Draft) => Promise<readonly { readonly slug: string; readonly language: string }[]>
    /** Replaces a draft's digest by one with other articles; only of what the editor saw. */
    readonly setArticles: (change: ArticlesChange, now: number) => Promise<Decided | null>
    /** Shows a draft to its editors again, whatever they see now. */
    readonly refresh: (id: number) => Promise<void>
    /** What a channel's approved and not yet posted drafts cover. */
    readonly pledge: (channelId: number) => Promise<Pledge | null>
    /** The next time after `now` that a draft, approved or not, is due. */
    readonly nextDue: (now: number, channelId?: number) => Promise<number | null>
  }

type UnplannedDraft = Omit<NewDraft, 'digestId' | 'unnamed'> & { readonly digest: DigestMessage }

export function createDrafts(db: Database): Drafts {
  const inTransaction = <T>(work: (tx: Tx) => Promise<T>) => db.transaction().execute(work)
  return {
    ...createDraftShowing(db),
    ...createDraftFate(db),
    find: (id) => findDraft(db, id),
    digest: ({ digest_id }) => messageOf(db, digest_id),
    add: ({ digest, ...draft }, now) =>
      inTransaction(async (tx) => {
        const { unnamed = 0 } = digest
        await addDraft(tx, { ...draft, unnamed, digestId: await keepMessage(tx, digest, now) }, now)
      }),
    approve: (approval, now) => inTransaction((tx) => approve(tx, approval, now)),
    hold: (id, now) => inTransaction((tx) => hold(tx, id, now)),
    setIntro: (id, intro, now) =>
      inTransaction((tx) => {
        const act = intro === null ? 'no-intro' : 'intro'
        return decide(tx, { id, act, change: { intro, changed: act, changed_title: null }, now })
      }),
    shows: async ({ digest_id }) =>
      await db.selectFrom('digest_shows').select(['slug', 'language']).where('digest_id', '=', digest_id).execute(),
    setArticles: (change, now) => inTransaction((tx) => setArticles(tx, change, now)),
    refresh: async (id) => {
      await db.updateTable('drafts').set({ version: nextVersion }).where('id', '=', id).execute()
    },
    pledge: async (channelId) => (await pledgesIn(db, [channelId])).get(channelId) ?? null,
    nextDue: async (now, channelId) => {
      const question = db.selectFrom('drafts').select('due_at').where(open).where('due_at', '>', now)
      const some = channelId === undefined ? question : question.where('chat_id', '=', channelId)
      return (await some.orderBy('due_at').limit(1).executeTakeFirst())?.due_at ?? null
    },
  }
}
