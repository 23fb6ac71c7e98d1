import { type Kysely, sql } from 'kysely'

/** Groups and channels that the bot is no longer in: few, and asked for twice a minute. */
export async function indexLostChats(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('chats_lost')
    .on('chats')
    .column('updated_at')
    .where(sql<boolean>`state <> 'active' and kind <> 'private'`)
    .execute()
}
