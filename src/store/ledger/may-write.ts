import type { Place } from '../place.ts'
import type { Row, Tx } from '../schema.ts'

/** Whether the bot may write to a place: its chat is active, and nothing hinders the bot there. */
export async function mayWrite(tx: Tx, place: Place): Promise<boolean> {
  const chat = await tx.selectFrom('chats').select('state').where('id', '=', place.chatId).executeTakeFirst()
  return chat?.state === 'active' && (await findHindrance(tx, place)) === null
}

/** Why the bot can't write to a place of a chat that it is in. A missing right counts in all of the chat. */
export async function findHindrance(tx: Tx, { chatId, threadId }: Place): Promise<Row<'hindrances'>['why'] | null> {
  const hindrances = tx.selectFrom('hindrances').select('why').where('chat_id', '=', chatId)
  const here = hindrances.where((row) => row.or([row('why', '=', 'no-rights'), row('thread_id', '=', threadId)]))
  // the missing right first: it is shown as the reason as long as it lasts
  return (await here.orderBy('why').limit(1).executeTakeFirst())?.why ?? null
}
