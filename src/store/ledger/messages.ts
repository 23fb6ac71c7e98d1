import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Slug } from '../../article/article.ts'
import type { Language } from '../../language/language.ts'
import type { Message } from '../../text/message.ts'
import type { Database, Tx } from '../schema.ts'

/** A message to be stored, and the articles that it shows. */
export type DigestMessage = { readonly message: Message; readonly shows?: Shows }

/** The articles that a digest shows, and the language of the words around them. */
export type Shows = { readonly slugs: readonly Slug[]; readonly language: Language }

/** A message as it is stored: its JSON under the SHA-256 of it. */
export type SerialisedMessage = { readonly id: string; readonly message: string }

/** Stores a message and answers its id; an equal one is stored once. */
export async function keepMessage(tx: Tx, digest: DigestMessage, now: number): Promise<string> {
  const serialised = serialiseMessage(digest.message)
  await keepMessages(tx, [digest], { now, serialise: () => serialised })
  return serialised.id
}

type Keeping = { readonly now: number; readonly serialise?: typeof serialiseMessage }

/** Stores messages with the articles they show, and answers the id of each. `serialise`: one that remembers, see below. */
export async function keepMessages(
  tx: Tx,
  digests: readonly DigestMessage[],
  { now, serialise = serialiseMessage }: Keeping,
): Promise<ReadonlyMap<Message, string>> {
  const distinct = new Map(digests.map((digest) => [digest.message, digest]))
  if (distinct.size === 0) return new Map()
  const stored = [...distinct.values()].map(({ message, shows }) => ({
    original: message,
    ...serialise(message),
    shows,
  }))
  await tx
    .insertInto('digests')
    .values(stored.map(({ id, message }) => ({ id, message, created_at: now })))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const shows = stored.flatMap(({ id, shows }) =>
    (shows?.slugs ?? []).map((slug) => ({ digest_id: id, slug, language: shows?.language ?? 'ar' })),
  )
  if (shows.length > 0) {
    await tx
      .insertInto('digest_shows')
      .values(shows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return new Map(stored.map(({ original, id }) => [original, id]))
}

/** A stored message; `null` when it is stored no more. */
export async function messageOf(db: Database | Tx, digestId: string): Promise<Message | null> {
  const question = db.selectFrom('digests').select('message').where('id', '=', digestId)
  const row = await question.executeTakeFirst()
  return row === undefined ? null : parseMessage(row.message)
}

/** Deletes those of some messages that no delivery, draft or correction refers to. */
export async function deleteUnusedMessages(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await unusedMessages(tx).where('id', 'in', ids).execute()
}

/** What deletes messages that nothing refers to. */
export function unusedMessages(db: Database | Tx) {
  return db
    .deleteFrom('digests')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('drafts').select('id').whereRef('drafts.digest_id', '=', 'digests.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('deliveries').select('id').whereRef('deliveries.digest_id', '=', 'digests.id'))),
    )
    .where(({ not, exists, selectFrom }) => {
      const jobs = selectFrom('correction_jobs').select('id')
      return not(
        exists(
          jobs.where(({ eb, or }) =>
            or([
              eb('corrected_id', '=', eb.ref('digests.id')),
              eb('marked_id', '=', eb.ref('digests.id')),
              eb('notice_id', '=', eb.ref('digests.id')),
            ]),
          ),
        ),
      )
    })
}

/** A serialiser that remembers each message object: planning gives one of them to thousands of chats. */
export function rememberingSerialiser(): typeof serialiseMessage {
  const known = new WeakMap<Message, SerialisedMessage>()
  return (message) => {
    const serialised = known.get(message) ?? serialiseMessage(message)
    known.set(message, serialised)
    return serialised
  }
}

export function serialiseMessage(message: Message): SerialisedMessage {
  const json = JSON.stringify(message)
  return { id: createHash('sha256').update(json).digest('hex'), message: json }
}

/** A stored message read back; `null`: it is none of ours. */
export function parseMessage(json: string): Message | null {
  const value: unknown = JSON.parse(json)
  // the buttons' and entities' own fields are Telegram's, and were typed when they were written
  return MESSAGE.safeParse(value).success ? (value as Message) : null
}

const MESSAGE = z.object({
  text: z.string(),
  entities: z.array(z.object({ type: z.string(), offset: z.int(), length: z.int() })),
  keyboard: z.array(z.array(z.object({ text: z.string() }))),
})
