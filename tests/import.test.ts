import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { aWebServer } from './intake/a-web-server.ts'
import { wordsOf } from './intake/an-intake.ts'
import { aDirectory } from './store/a-store.ts'

/** As `npm run import` does. */
const IMPORT = [resolve(import.meta.dirname, '../bundle/run.js'), 'import'] as const

/** Runs the program over a data folder of the test's own; paths are of a folder with the given files. */
async function aFolder(files: Readonly<Record<string, string>>) {
  const dir = await aDirectory()
  const dataDir = join(await aDirectory(), 'data')
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(dir, name, '..'), { recursive: true })
    await writeFile(join(dir, name), text)
  }
  const run = (...args: readonly string[]) =>
    new Promise<{ status: number; out: readonly string[]; err: readonly string[] }>((done) => {
      const env = { ...process.env, DATA_DIR: dataDir, FETCH_PRIVATE: 'yes' }
      execFile(process.execPath, [...IMPORT, ...args], { cwd: dir, env }, (error, out, err) => {
        const lines = (text: string) => text.split('\n').filter((line) => line !== '')
        done({ status: typeof error?.code === 'number' ? error.code : 0, out: lines(out), err: lines(err) })
      })
    })
  const imported = async () => (await readdir(join(dataDir, 'imported'))).toSorted()
  return { run, imported, textOf: (name: string) => readFile(join(dataDir, 'imported', name), 'utf8') }
}

const PAGE = `<html lang="ar"><body><article><h1>افتتاح السد</h1><p>${wordsOf('السد').repeat(3)}</p></article></body></html>`

test('files, folders, pages and feeds come in, with a line each; what does not is told on stderr', async () => {
  const server = await aWebServer()
  server.at('/dam', PAGE)
  const items = ['dam', 'gone'].map((name) => `<item><title>${name}</title><link>/${name}</link></item>`).join('')
  server.at('/feed', (_, response) => {
    const feed = `<rss version="2.0"><channel><title>صحيفة</title>${items}</channel></rss>`
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed)
  })
  const { run, imported, textOf } = await aFolder({
    'in/river.md': `---\nslug: the-river\ntitle: النهر\n---\n\n${wordsOf('النهر')}\n`,
    'in/deep/sea.txt': `البحر يهدأ\n\n${wordsOf('البحر')}\n`,
    'in/picture.png': 'x',
    'empty.txt': '',
  })
  const { status, out, err } = await run('in', `${server.url}/feed`, 'empty.txt', 'none.md', 'http://no-such.invalid/')
  expect(status).toBe(1)
  expect(out).toEqual([
    expect.stringMatching(/^in\/deep\/sea\.txt: “.*البحر يهدأ.*” came in\./),
    expect.stringMatching(/^in\/river\.md: “.*النهر.*” came in\.$/),
    expect.stringMatching(/\/dam: “.*افتتاح السد.*” came in\./),
  ])
  expect(err).toEqual([
    expect.stringMatching(/\/gone: .*127\.0\.0\.1.* has no such page\.$/),
    expect.stringMatching(/^empty\.txt: It could not be read/),
    expect.stringMatching(/^none\.md: It could not be read: .*there is no such file/),
    expect.stringMatching(/^http:\/\/no-such\.invalid\/: /),
  ])
  expect(await imported()).toEqual(['afttah-alsd.md', 'albhr-yhda.md', 'the-river.md'])
  expect(await textOf('the-river.md')).not.toContain('draft')
  expect((await run('in/river.md')).out).toEqual([expect.stringContaining('is on hand as it is')])
})

test('drafts wait; a command line that asks for nothing is refused', async () => {
  const { run, textOf } = await aFolder({ 'sea.txt': `البحر يهدأ\n\n${wordsOf('البحر')}\n` })
  expect(await run('--draft', 'sea.txt')).toMatchObject({
    status: 0,
    out: [expect.stringContaining('until you agree')],
  })
  expect(await textOf('albhr-yhda.md')).toMatch(/^---\ndraft: true\n/)
  expect(await run()).toMatchObject({ status: 2, err: [expect.stringContaining('usage: npm run -s import')] })
  expect(await run('--wrong', 'x')).toMatchObject({ status: 2 })
})
