import type { Database, Tx } from '../schema.ts'

/** A chat's choice of one setting, as its button names it. */
type Choice = { readonly chatId: number; readonly name: string; readonly value: string }

/** Chats' settings other than language and digits. */
export type Choices = {
  /** `null`: not chosen. */
  readonly get: (chatId: number, name: string) => Promise<string | null>
  readonly ofChat: (chatId: number) => Promise<ReadonlyMap<string, string>>
  readonly set: (choice: Choice) => Promise<void>
}

export function createChoices(db: Database): Choices {
  const ofChat = async (chatId: number) => {
    const rows = await db.selectFrom('choices').select(['name', 'value']).where('chat_id', '=', chatId).execute()
    return new Map(rows.map(({ name, value }) => [name, value]))
  }
  return {
    ofChat,
    get: async (chatId, name) => (await ofChat(chatId)).get(name) ?? null,
    set: (choice) => setChoice(db, choice),
  }
}

export async function setChoice(db: Database | Tx, { chatId, name, value }: Choice): Promise<void> {
  await db
    .insertInto('choices')
    .values({ chat_id: chatId, name, value })
    .onConflict((conflict) => conflict.columns(['chat_id', 'name']).doUpdateSet({ value }))
    .execute()
}
