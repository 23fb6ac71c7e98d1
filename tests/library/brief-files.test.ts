import { readdirSync, readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { type BriefLimits, createBriefFiles } from '../../src/library/brief-files.ts'
import { filePreparer } from '../../src/library/prepare-file.ts'

const FILE = { name: 'a.md', text: '---\nslug: a\ntitle: جسر\n---\n\nافتتحت المدينة جسرها الثالث صباح الاثنين.\n' }
/** Seconds of work. */
const LONG = { name: 'b.txt', text: 'قال الوزير «سنفتح المعبر» في 16 أغسطس 2025 أمام 300 شخص. '.repeat(20_000) }

function briefs(limits?: BriefLimits) {
  const made = createBriefFiles(limits)
  onTestFinished(made.close)
  return made
}

test('the process for files prepares one as this process does', async () => {
  const made = filePreparer()(FILE)
  expect(structuredClone(await briefs().brief(FILE))).toEqual(structuredClone(made))
})

test('the process for files knows no setting of the bot, least of all its token', async () => {
  process.env.BOT_TOKEN = '123456:AAsecret-token_x'
  onTestFinished(() => void delete process.env.BOT_TOKEN)
  await briefs().brief(FILE)
  const children = readdirSync(`/proc/${process.pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${process.pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  )
  const environments = children.flatMap((child) => {
    const isOfFiles = readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('article-process')
    return isOfFiles ? [readFileSync(`/proc/${child}/environ`, 'utf8')] : []
  })
  expect(environments.length).toBeGreaterThan(0)
  expect(environments.join()).not.toMatch(/AAsecret|BOT_/)
})

test('an unusable file gives one line, and the next is briefed', async () => {
  const { brief } = briefs()
  const [circular, next] = await Promise.all([
    brief({ name: 'c.md', text: '---\nslug: c\nrelated: &a [*a]\n---\n\nنص' }),
    brief(FILE),
  ])
  expect(circular).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('related is a list of 1') })
  expect(next.kind).toBe('prepared')
})

test('a file over the time or memory limit is given up, and the next is briefed', async () => {
  const hurried = briefs({ timeoutMs: 300, memoryMb: 512 })
  await hurried.brief(FILE)
  expect(await hurried.brief(LONG)).toMatchObject({ why: expect.stringContaining('takes longer than 0.3 s') })
  const small = briefs({ timeoutMs: 60_000, memoryMb: 48 })
  expect(await small.brief(LONG)).toMatchObject({ why: expect.stringContaining('too much memory') })
  expect(await small.brief(FILE)).toMatchObject({ kind: 'prepared' })
})

test('closing gives up the file in work and refuses others', async () => {
  const { brief, close } = briefs()
  await brief(FILE)
  const given = expect(brief(LONG)).rejects.toThrow('closed')
  await close()
  await given
  await expect(brief(FILE)).rejects.toThrow('closed')
})
