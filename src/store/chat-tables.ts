import type { Tables } from './schema.ts'

/** The tables with a column of this name; computed, so that a new table is among them by itself. */
export type TablesWith<Column extends string, All = Tables> = {
  [Table in keyof All]: Column extends keyof All[Table] ? Table : never
}[keyof All]

/**
 * What becomes of a chat's rows when it moves to a new id. `move`: they go along, and a row that is there already stays;
 * `merge`: as `move-chat.ts` says for the table; `drop`: they end, as they name messages, which stay behind.
 */
export type MoveRule = 'move' | 'merge' | 'drop'

/** All that is stored of a chat: what moves with it, in this order, and what `/forget` deletes. */
export const OF_CHATS = {
  subscriptions: 'merge',
  deliveries: 'merge',
  following: 'merge',
  choices: 'move',
  managers: 'move',
  weeks: 'merge',
  week_counts: 'merge',
  pins: 'drop',
  notices: 'drop',
  tidying: 'drop',
  hindrances: 'drop',
  editors: 'move',
  drafts: 'move',
} as const satisfies Readonly<Record<TablesWith<'chat_id'>, MoveRule>>

export type ChatTable = keyof typeof OF_CHATS
export type MergedTable = { [Table in ChatTable]: (typeof OF_CHATS)[Table] extends 'merge' ? Table : never }[ChatTable]

// `Object.keys` answers strings
/** The tables of `OF_CHATS` in its order. */
export const CHAT_TABLES = Object.keys(OF_CHATS) as readonly ChatTable[]

/** The tables that name a person, by any of these columns. */
export type PersonTable = TablesWith<'user_id' | 'owner_id' | 'decided_by' | 'reader'>
