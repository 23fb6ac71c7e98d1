import type { Database } from './schema.ts'

/** Single values that outlive the process. */
export type Meta = {
  readonly get: (key: string) => Promise<string | null>
  readonly set: (key: string, value: string) => Promise<void>
  readonly remove: (key: string) => Promise<void>
}

export function createMeta(db: Database): Meta {
  return {
    get: async (key) => {
      const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst()
      return row?.value ?? null
    },
    set: async (key, value) => {
      await db
        .insertInto('meta')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute()
    },
    remove: async (key) => {
      await db.deleteFrom('meta').where('key', '=', key).execute()
    },
  }
}
