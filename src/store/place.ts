/** Where digests go: a chat, or one topic of it. `threadId` 0: no topic. */
export type Place = { readonly chatId: number; readonly threadId: number }
