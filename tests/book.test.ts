import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCENARIOS } from '../bench/faults/scenarios.ts'
import { licencesPage } from '../docs/list-licences.ts'
import { type ABot, aBot } from './bot/a-bot.ts'
import { run } from './run-command.ts'
import { aDirectory } from './store/a-store.ts'

const ROOT = resolve(import.meta.dirname, '..')
const page = (name: string) => readFileSync(join(ROOT, 'docs', name), 'utf8')
const inBackticks = (text: string) => Array.from(text.matchAll(/`([^`\n]+)`/g), ([, words = '']) => words)

let bot: ABot
beforeAll(async () => {
  bot = await aBot()
})
afterAll(() => bot.close())

/** Commands of a page's table, all that begins like one; in Arabic also words alone. */
function commandsIn(name: string): readonly string[] {
  const cells = page(name)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap(inBackticks)
  return [...new Set([...cells, ...inBackticks(page(name)).filter((words) => words.startsWith('/'))])]
}

describe.each(['readers.md', 'readers.ar.md'])('%s', (name) => {
  test.each(commandsIn(name))('%s is understood in private', async (text) => {
    const chatId = name.includes('.ar') ? bot.reader : bot.english
    bot.playground.say({ chatId, from: chatId, text })
    const { text: answer } = await bot.playground.waitForMessage({ chatId })
    expect(answer).not.toMatch(/لا أعرف|هل تقصد|I don’t know|Did you mean|تعذّر ذلك|went wrong/)
  })
})

describe.each(['group-admins.md', 'group-admins.ar.md'])('%s', (name) => {
  test('each command is understood in a group, from an admin', async () => {
    const chatId = bot.playground.addSupergroup({ title: name, creator: bot.admin, members: [bot.member] })
    for (const text of commandsIn(name).filter((words) => words.startsWith('/') && words !== '/channels')) {
      bot.playground.say({ chatId, from: bot.admin, text })
      const { text: answer } = await bot.playground.waitForMessage({ chatId })
      expect(answer, text).not.toMatch(/لا أعرف|ليس مفهوم|هل تقصد|تعذّر ذلك|لا أفهم/)
    }
  })
})

/** Of a shell, in a page's lines and blocks; continued lines are one. */
function shellCommandsIn(path: string): readonly string[] {
  const text = readFileSync(join(ROOT, path), 'utf8').replace(/\n {2}(?=\S)/g, ' ')
  const blocks = Array.from(text.matchAll(/^```(?:sh)?\n(.*?)^```/gms), ([, block = '']) => block.split('\n')).flat()
  return [...inBackticks(text), ...blocks]
    .flatMap((line) => line.replace(/ {3,}#.*/, '').split(' && '))
    .filter((words) => /^(?:npm|npx|node|createdb|pg_\w+|psql|sqlite3) \S/.test(words))
}

const PAGES = ['README.md', 'README.ar.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'DESIGN.md', 'bench/README.md'].concat(
  readdirSync(join(ROOT, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
)

/** What runs the commands that begin so: a test, which has these words, or what a person has at hand. */
const RUN_BY: readonly (readonly [begin: RegExp, by: string, words: string])[] = [
  [/^npm ci$/, 'tests/install.test.ts', "'ci'"],
  [/^npm start$/, 'tests/main.test.ts', "'start'"],
  [/^npm run (?:-s )?brief\b/, 'tests/brief.test.ts', '--words'],
  [/^npm run (?:-s )?import\b/, 'tests/import.test.ts', '--draft'],
  [/^npm run backup\b/, 'tests/store/backup.test.ts', 'src/backup.ts'],
  [/^npm run move\b/, 'tests/store/engines/postgres/copy-store.test.ts', "'--from'"],
  [/^npm run bench\b/, 'tests/bench.test.ts', 'bench'],
  [/^node bench\/fuzz\/fuzz\.ts/, 'tests/fuzz.test.ts', 'bench/fuzz'],
  [/^node bench\/faults\/faults\.ts/, 'tests/book.test.ts', 'SCENARIOS'],
  [/^node docs\/list-licences\.ts$/, 'tests/book.test.ts', 'licencesPage'],
  [/^(?:createdb|pg_dump|pg_restore) /, 'bench/faults/scenarios.ts', 'pg_restore'],
  // by whoever changes the bot: each is long, or needs a registry or another checkout
  [/^npm (?:test|run (?:check|eval.*|coverage|prepare)|audit.*|view .*)$/, 'package.json', '"eval"'],
  [/^node eval\/\S+/, 'package.json', '"eval"'],
]

describe('commands of a shell', () => {
  const all = PAGES.flatMap(shellCommandsIn)
  const runnable = [...new Set(all)].filter((words) =>
    /^npm run (?:-s )?(?:backup -- copy|brief -- content)/.test(words),
  )

  test('each is run by something', () => {
    expect(all.length).toBeGreaterThan(30)
    expect(all.filter((words) => !RUN_BY.some(([begin]) => begin.test(words)))).toEqual([])
    expect(RUN_BY.filter(([begin]) => !all.some((words) => begin.test(words)))).toEqual([])
    expect(RUN_BY.filter(([, by, words]) => !readFileSync(join(ROOT, by), 'utf8').includes(words))).toEqual([])
  })

  test('each names a script or a program that is there', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const missing = all.filter((words) => {
      const [, script] = /^npm run (?:-s )?(\w+)/.exec(words) ?? []
      const [, program] = /^node (\S+\.ts)/.exec(words) ?? []
      return (
        (script !== undefined && !(script in scripts)) || (program !== undefined && !existsSync(join(ROOT, program)))
      )
    })
    expect(missing).toEqual([])
  })

  test('there are some to run here', () => expect(runnable.length).toBeGreaterThan(1))

  test.each(runnable)('%s', async (words) => {
    const directory = await aDirectory()
    const [command = '', ...args] = words.split(' ')
    const placed = args.map((arg) => (arg.endsWith('.db') ? join(directory, arg) : arg))
    const { status, stderr } = await run([command, ...placed], { cwd: ROOT, env: { DATA_DIR: bot.dataDir } })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  test('files that pages name are there', () => {
    const pages = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'))
    const named = pages.flatMap((name) => page(name).match(/\b(?:tests|bench|docs|packages)\/[\w./-]*\w/g) ?? [])
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })
})

test('every line of the threat model names a test', () => {
  const rows = page('security.md')
    .split('\n')
    .filter((line) => /^\| (?!-|who or)/.test(line))
  expect(rows.length).toBeGreaterThan(12)
  expect(rows.filter((row) => !/tests\/\S+/.test(row))).toEqual([])
})

test('the licences of all packages are listed, and let us use them', () => {
  expect(page('licences.md')).toBe(licencesPage())
  const rows = licencesPage().split('\n').slice(6).filter(Boolean)
  const free =
    /\| (?:\(?(?:MIT|MIT-0|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|CC-BY-4\.0|MPL-2\.0|OFL-1\.1|Python-2\.0|WTFPL|LGPL-3\.0-or-later)(?: (?:OR|AND) )?)+/
  expect(rows.filter((row) => !free.test(row))).toEqual([])
  expect(rows.filter((row) => / to run /.test(row) && /LGPL|GPL/.test(row))).toEqual([])
})

// all of them: node bench/faults/faults.ts
test.each(['disk full'])(
  '%s: the bot goes on',
  async (name) => {
    expect(await SCENARIOS[name]?.()).toContain('work again')
  },
  120_000,
)
