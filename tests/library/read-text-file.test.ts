import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTextFile } from '../../src/library/read-text-file.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  execFileSync('mkfifo', [join(dir, 'pipe.txt')])
  await symlink(join(dir, 'pipe.txt'), join(dir, 'to-pipe.txt'))
  await symlink('/dev/zero', join(dir, 'to-device.txt'))
  await symlink(join(dir, 'loop.txt'), join(dir, 'loop.txt'))
  await writeFile(join(dir, 'large.txt'), 'ا')
  await truncate(join(dir, 'large.txt'), 2 * 1024 * 1024 + 1)
})
afterAll(() => rm(dir, { recursive: true }))

test.each([
  ['pipe.txt', /no plain file/],
  ['to-pipe.txt', /no plain file/],
  ['to-device.txt', /no plain file/],
  ['loop.txt', /ELOOP/],
  ['large.txt', /larger than 2 MB/],
  ['.', /it is a folder/],
])('%s is one line', async (name, why) => {
  expect(await readTextFile(join(dir, name))).toMatchObject({ kind: 'none', why: expect.stringMatching(why) })
})

async function read(bytes: Uint8Array) {
  const file = join(dir, 'text.txt')
  await writeFile(file, bytes)
  return await readTextFile(file)
}

test('a file cut inside a letter is read in its own encoding up to there', async () => {
  const bytes = Buffer.from('نص قصير')
  expect(await read(bytes)).toEqual({ kind: 'text', text: 'نص قصير' })
  expect(await read(bytes.subarray(0, -1))).toEqual({ kind: 'text', text: 'نص قصي' })
  expect(await read(Buffer.from([0xe4, 0xd5]))).toEqual({ kind: 'text', text: 'نص' })
  expect(await read(Buffer.from([0x61, 0xc7]))).toEqual({ kind: 'text', text: 'aا' })
})
