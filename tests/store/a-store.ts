import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import type { Slug } from '../../src/article/article.ts'
import { EVERY_DAY, type Schedule } from '../../src/digest/schedule.ts'
import { FILE } from '../../src/store/engines/sqlite/open-sqlite.ts'
import type { StoreOptions } from '../../src/store/open-database.ts'
import type { Place } from '../../src/store/place.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import type { Message } from '../../src/text/message.ts'
import { borrowDatabase } from './a-database.ts'

/** A directory that is gone after the test. */
export async function aDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-'))
  onTestFinished(() => removeDirectory(directory))
  return directory
}

async function removeDirectory(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true })
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

/** A real store of its own, closed after the test. */
export async function aStore(): Promise<Store> {
  const store = await openStore(await anEmptyStore())
  onTestFinished(() => store.close())
  return store
}

/** How a store of its own is opened, with nothing in it at first. */
export async function anEmptyStore(): Promise<StoreOptions> {
  const { options, release } = await borrowStore()
  onTestFinished(release)
  return options
}

/** The same until it is released: a test of many histories needs one after another. */
export async function borrowStore() {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-'))
  // asked only here: a bench that borrows other things of this file runs without vitest
  const server = inject('postgres')
  if (server === null) {
    await putEmptyStore(directory)
    return { options: { directory }, release: () => removeDirectory(directory) }
  }
  const { address, release } = await borrowDatabase(server)
  const releaseBoth = async () => {
    await release()
    await removeDirectory(directory)
  }
  return { options: { directory, database: address }, release: releaseBoth }
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
  const saved = await store.subscriptions.save({ ...place, schedule: aSchedule(), language: 'ar' }, now)
  if (saved === null) throw new Error('the chat has as many as it may')
  return saved
}
