import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Slug } from '../../src/article/article.ts'
import { EVERY_DAY, type Schedule } from '../../src/digest/schedule.ts'
import { FILE } from '../../src/store/open-database.ts'
import type { Place } from '../../src/store/place.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import type { Message } from '../../src/text/message.ts'

/** A directory that is gone after the test. */
export async function aDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

let empty: Promise<string> | undefined

/** Puts the database of a store with nothing in it there: making one of its own takes longer than most tests. */
export async function putEmptyStore(directory: string): Promise<void> {
  empty ??= makeEmptyStore()
  await copyFile(await empty, join(directory, FILE))
}

async function makeEmptyStore(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-empty-'))
  const store = await openStore({ directory })
  await store.close()
  return join(directory, FILE)
}

/** A real store in a directory of its own, closed after the test. */
export async function aStore(): Promise<Store> {
  const directory = await aDirectory()
  await putEmptyStore(directory)
  const store = await openStore({ directory })
  onTestFinished(() => store.close())
  return store
}

export function aSchedule(parts: Partial<Schedule> = {}): Schedule {
  return { times: [450], days: EVERY_DAY, zone: 'Africa/Cairo', ...parts }
}

export function aMessage(text: string): Message {
  return { text, entities: [], keyboard: [] }
}

/** The text that a delivery sends. */
export async function textOf(store: Store, { digestId }: { readonly digestId: string }): Promise<string | null> {
  return (await store.deliveries.message(digestId))?.text ?? null
}

export function aSlug(text: string): Slug {
  return text as Slug
}

/** A group that is known and subscribed to 07:30 each day. */
export async function aSubscribedChat(store: Store, place: Place, now: number) {
  await store.chats.seen({ id: place.chatId, kind: place.chatId > 0 ? 'private' : 'group', title: null }, now)
  return await store.subscriptions.save({ ...place, schedule: aSchedule(), language: 'ar' }, now)
}
