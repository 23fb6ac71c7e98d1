import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FIXED_TEXT } from '../bench/bare/fixed-text.ts'
import { type BotServer, startBotServer } from '../bench/bot-server/start.ts'
import { makeArticle, writeArticles } from '../bench/make-articles.ts'
import { BARE_BOTS, type RunningProgram, startProgram } from '../bench/programs.ts'
import { parseMarkdown } from '../src/article/markdown.ts'
import { briefArticle } from '../src/briefing/brief-article.ts'

const FEW = { chats: 4, updates: 20, rate: null, withinMs: 15_000 } as const
const SECONDS = 60
let server: BotServer
let directory: string
const programs: RunningProgram[] = []

beforeAll(async () => {
  server = await startBotServer()
  directory = await mkdtemp(join(tmpdir(), 'mujaz-'))
})

afterAll(async () => {
  await Promise.all(programs.map((program) => program.stop()))
  server.stop()
  await rm(directory, { recursive: true })
})

async function start(name: 'mujaz' | (typeof BARE_BOTS)[number]): Promise<RunningProgram> {
  const program = await startProgram(server, { name, dataDir: join(directory, name) })
  programs.push(program)
  expect(await program.ready(SECONDS)).toBeGreaterThan(0)
  return program
}

describe('through the local server', () => {
  test.each(BARE_BOTS)('%s answers one text to everything', async (name) => {
    const program = await start(name)
    for (const texts of [['/start', '/summary', 'بوتين'], 'press'] as const) {
      expect(await program.run({ ...FEW, texts })).toMatchObject({ asked: 20, answered: 20, said: FIXED_TEXT })
    }
    expect(await program.sockets()).toBeGreaterThan(0)
  })

  test('mujaz answers, at once and at a rate, and is measured', async () => {
    const mujaz = await start('mujaz')
    const summary = await mujaz.run({ ...FEW, texts: ['/summary'] })
    const press = await mujaz.run({ ...FEW, texts: 'press' })
    const paced = await mujaz.run({ ...FEW, texts: ['/articles'], rate: 100 })
    for (const { answered } of [summary, press, paced]) expect(answered).toBe(20)
    expect(new Set([summary.said, press.said, paced.said]).size).toBe(3)
    expect(await mujaz.articles()).toBe(9)
    expect(mujaz.cpuMs()).toBeGreaterThan(0)
    expect(mujaz.memory()).toBeGreaterThan(20)
  }, 60_000)
})

describe('made articles', () => {
  test('are read from their files as they were made', async () => {
    const made = join(directory, 'made')
    await writeArticles(made, 40)
    expect(await readdir(made)).toHaveLength(40)
    const file = await readFile(join(made, 'made-17.md'), 'utf8')
    const { title, blocks, published } = makeArticle(17)
    expect(parseMarkdown(file)).toMatchObject({ kind: 'article', article: { title, blocks, published } })
  })

  test('differ from one another, and quote people by name', () => {
    const briefings = Array.from({ length: 40 }, (_, number) => briefArticle(makeArticle(number)))
    expect(new Set(briefings.map(({ article }) => article.title.text)).size).toBeGreaterThan(35)
    const quotes = briefings.flatMap((briefing) => briefing.quotes)
    expect(quotes.length).toBeGreaterThan(80)
    expect(quotes.map(({ speaker }) => speaker)).toContain('فلاديمير بوتين')
  })
})
