import type { Stats } from '../../messages/views/stats.ts'
import type { Database, Row } from '../schema.ts'
import { UNSETTLED } from './states.ts'

/** Counts of all that is stored; those of deliveries are since the beginning. */
type Census = Omit<Stats, 'articles' | 'usage'>

const MOST_WAITING = 100_000

/** Running counts of chats, subscriptions and ended deliveries. */
export type Counts = {
  /** Reads running counts only: a few milliseconds with a million chats. */
  readonly census: (mostReasons: number) => Promise<Census>
  /** Counts due times that passed unsent. */
  readonly addSkipped: (count: number) => Promise<void>
}

export function createCounts(db: Database): Counts {
  return {
    census: async (mostReasons) => {
      const tallies = await db
        .selectFrom('tallies')
        .selectAll()
        .orderBy('count', 'desc')
        .orderBy('what')
        .orderBy('reason')
        .execute()
      const sumOf = (what: string, reason?: string) =>
        tallies
          .filter((tally) => tally.what === what && (reason === undefined || tally.reason === reason))
          .reduce((sum, { count }) => sum + count, 0)
      return {
        chats: countChats(tallies),
        subscriptions: { active: sumOf('subscriptions', 'active'), paused: sumOf('subscriptions', 'paused') },
        sent: sumOf('sent'),
        late: sumOf('late'),
        skipped: sumOf('skipped'),
        gone: sumOf('gone'),
        refused: sumOf('refused'),
        reasons: tallies
          .filter(({ what, reason }) => (what === 'gone' || what === 'refused') && reason !== '')
          .slice(0, mostReasons)
          .map(({ reason, count }) => ({ reason, count })),
        waiting: await countWaiting(db),
      }
    },
    addSkipped: async (count) => {
      await db
        .insertInto('tallies')
        .values({ what: 'skipped', reason: '', count })
        .onConflict((conflict) =>
          conflict.columns(['what', 'reason']).doUpdateSet((row) => ({ count: row('tallies.count', '+', count) })),
        )
        .execute()
    },
  }
}

function countChats(tallies: readonly Row<'tallies'>[]): Census['chats'] {
  return tallies.flatMap(({ what, reason, count }) => {
    const [kind = '', state = ''] = reason.split(' ')
    return what === 'chats' && count > 0 ? [{ kind, state, count }] : []
  })
}

async function countWaiting(db: Database): Promise<number> {
  const readers = db.selectFrom('deliveries').select('id').where(UNSETTLED).where('draft_id', 'is', null)
  const some = readers.limit(MOST_WAITING).as('some')
  const question = db.selectFrom(some).select((row) => row.fn.countAll<number>().as('count'))
  return (await question.executeTakeFirstOrThrow()).count
}
