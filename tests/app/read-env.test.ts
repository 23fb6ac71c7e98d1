import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEnvFile } from '../../src/app/read-env.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mujaz-env-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const TEXT = '# إعدادات\r\nBOT_TOKEN=777000:abc_def\r\nexport PORT = 8083 # هنا\r\n'
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
  ['UTF-16 as PowerShell writes it', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ['UTF-16, the other way round', utf16be(`\uFEFF${TEXT}`)],
  ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
  ['UTF-16 without a mark, the other way round', utf16be(TEXT)],
])('reads %s', async (_, bytes) => {
  const path = join(dir, '.env')
  await writeFile(path, bytes)
  const environment = { PORT: '9000' }
  readEnvFile(path, environment)
  expect(environment).toEqual({ BOT_TOKEN: '777000:abc_def', PORT: '9000' })
})

test('a file that is not there adds nothing, one that can’t be read is an error with its name', async () => {
  const environment = {}
  readEnvFile(join(dir, 'none'), environment)
  expect(environment).toEqual({})
  await mkdir(join(dir, 'folder'))
  expect(() => readEnvFile(join(dir, 'folder'), environment)).toThrow(/folder can’t be read \(EISDIR\)/)
})
