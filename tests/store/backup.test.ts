import { existsSync } from 'node:fs'
import { cp, rm, stat, truncate } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { backUp } from '../../src/store/backup.ts'
import { openStore } from '../../src/store/store.ts'
import { aBot } from '../bot/a-bot.ts'
import { run } from '../run-command.ts'
import { aDirectory, aSubscribedChat } from './a-store.ts'

const ROOT = resolve(import.meta.dirname, '../..')

test('a copy made while the bot writes is whole, private, and restores all that was stored', async () => {
  const bot = await aBot()
  try {
    const { reader, playground } = bot
    const ask = (text: string) => {
      playground.say({ chatId: reader, from: reader, text })
      return playground.waitForMessage({ chatId: reader })
    }
    await ask('/subscribe 07:30 Africa/Cairo')
    let isCopied = false
    const writing = (async () => {
      for (let at = 0; !isCopied; at += 1) await ask(`/subscribe ${10 + (at % 10)}:15`)
    })()
    const copy = join(await aDirectory(), 'copy.db')
    const command = [process.execPath, 'src/backup.ts', copy] as const
    const ended = await run(command, { cwd: ROOT, env: { DATA_DIR: bot.dataDir } })
    expect(ended).toMatchObject({ status: 0, stderr: '' })
    isCopied = true
    await writing
    expect((await stat(copy)).mode & 0o077).toBe(0)
    await ask('/unsubscribe')

    // the drill of docs/operations.md
    await bot.running.stop()
    for (const suffix of ['', '-wal', '-shm']) await rm(join(bot.dataDir, `mujaz.db${suffix}`), { force: true })
    await cp(copy, join(bot.dataDir, 'mujaz.db'))
    await bot.restart()
    expect(await bot.running.nextDigest()).not.toBeNull()
    expect((await ask('/brief')).text).toContain('المصدر')
  } finally {
    await bot.close()
  }
})

test('names what is in the way in one line, and leaves no half of a copy', async () => {
  const directory = await aDirectory()
  const copy = join(await aDirectory(), 'copy.db')
  await expect(backUp(directory, copy)).rejects.toThrow(/^DATA_DIR: .*nothing was stored yet$/)
  const store = await openStore({ directory })
  await aSubscribedChat(store, { chatId: 7, threadId: 0 }, 0)
  await store.close()
  await backUp(directory, copy)
  await expect(backUp(directory, copy)).rejects.toThrow(/exists already/)
  await expect(backUp(directory, join(directory, 'mujaz.db'))).rejects.toThrow(/exists already/)
  await expect(backUp(directory, '/nowhere/copy.db')).rejects.toThrow(/^.*where this user may write$/)
  await truncate(join(directory, 'mujaz.db'), 90_000)
  await expect(backUp(directory, `${copy}.2`)).rejects.toThrow(/damaged/)
  expect(existsSync(`${copy}.2`)).toBe(false)
})

test('a PostgreSQL database is copied by its own tool, which is named', async () => {
  const command = [process.execPath, 'src/backup.ts', 'copy.db'] as const
  const env = { DATABASE_URL: 'postgres://me:secret@localhost/mujaz' }
  const { status, stderr } = await run(command, { cwd: ROOT, env })
  expect({ status, lines: stderr.trim().split('\n').length }).toEqual({ status: 1, lines: 1 })
  expect(stderr).toContain('pg_dump')
  expect(stderr).not.toContain('secret')
})
