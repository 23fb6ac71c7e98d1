import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { aDirectory } from './a-store.ts'

/** What a bot leaves that is killed after it stored something. */
let left = ''
beforeEach(async () => {
  const directory = await aDirectory()
  const store = await openStore({ directory })
  await store.meta.set('stored', 'yes')
  left = await aDirectory()
  await cp(directory, left, { recursive: true })
  await store.close()
})

test('a log that is there: what was stored is there', async () => {
  const store = await openStore({ directory: left })
  expect(await store.meta.get('stored')).toBe('yes')
  await store.close()
})

test('a log that was deleted: one line, and a start with what is left only where that is wished', async () => {
  await rm(join(left, 'mujaz.db-wal'))
  const error = await openStore({ directory: left }).then(() => '', String)
  expect(error).toMatch(/DATA_DIR: .*mujaz\.db-wal was deleted.*restore a copy, or delete mujaz\.db-shm/)
  expect(error).not.toContain('\n')
  await rm(join(left, 'mujaz.db-shm'))
  await (await openStore({ directory: left })).close()
})
