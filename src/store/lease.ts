import { SENDING } from './ledger/states.ts'
import type { Database, Tx } from './schema.ts'

/** Who is on duty, as the database has it. `epoch` is raised at each take-over, `beat` at each renewal. */
type LeaseState = { readonly epoch: number; readonly beat: number; readonly holder: string | null }

/** The right to plan, to send and to bring in: of all processes on a database one has it at a time. */
export type Leases = {
  readonly look: () => Promise<LeaseState>
  /**
   * Takes it over from a state that was seen, and takes back what the last holder left in `sending`. `null`: somebody was
   * quicker, or the holder renewed it.
   */
  readonly take: (seen: LeaseState, holder: string, now: number) => Promise<TakenLease | null>
  /** `false`: another process has it. */
  readonly renew: (epoch: number) => Promise<boolean>
  readonly leave: (epoch: number) => Promise<void>
}

/** `takenBack`: the deliveries that its last holder left in `sending`. */
type TakenLease = { readonly epoch: number; readonly takenBack: number }

const DUTY = 'duty'
/** Before the first process. */
const NOBODYS: LeaseState = { epoch: 0, beat: 0, holder: null }

export function createLeases(db: Database): Leases {
  const own = () => db.updateTable('leases').where('name', '=', DUTY)
  return {
    look: async () => {
      const lease = db.selectFrom('leases').select(['epoch', 'beat', 'holder']).where('name', '=', DUTY)
      return (await lease.executeTakeFirst()) ?? NOBODYS
    },
    take: (seen, holder, now) => db.transaction().execute((tx) => take(tx, { seen, holder, now })),
    renew: async (epoch) => {
      const renewal = own().set((row) => ({ beat: row('beat', '+', 1) }))
      const { numUpdatedRows } = await renewal.where('epoch', '=', epoch).executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
    leave: async (epoch) => {
      await own().set({ holder: null }).where('epoch', '=', epoch).execute()
    },
  }
}

type Taking = { readonly seen: LeaseState; readonly holder: string; readonly now: number }

/** The epoch first: claims of the last holder have either been committed by then, and are taken back, or fail. */
async function take(tx: Tx, { seen, holder, now }: Taking): Promise<TakenLease | null> {
  const epoch = seen.epoch + 1
  const first = tx.insertInto('leases').values({ name: DUTY, ...NOBODYS })
  await first.onConflict((conflict) => conflict.doNothing()).execute()
  const change = tx.updateTable('leases').set({ epoch, holder, beat: 0 }).where('name', '=', DUTY)
  const taken = await change.where('epoch', '=', seen.epoch).where('beat', '=', seen.beat).executeTakeFirstOrThrow()
  if (taken.numUpdatedRows === 0n) return null
  const left = tx.updateTable('deliveries').set({ state: 'pending', updated_at: now }).where(SENDING)
  return { epoch, takenBack: Number((await left.executeTakeFirstOrThrow()).numUpdatedRows) }
}

/** Whether an epoch is the present one; it stays that until the transaction ends, as writers come one after another. */
export async function isOnDuty(tx: Tx, epoch: number): Promise<boolean> {
  const lease = await tx.selectFrom('leases').select('epoch').where('name', '=', DUTY).executeTakeFirst()
  return (lease?.epoch ?? 0) === epoch
}
