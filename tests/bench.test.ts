import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FIXED_TEXT } from '../bench/bare/fixed-text.ts'
import { type BotServer, startBotServer } from '../bench/bot-server/start.ts'
import { BARE_BOTS, type RunningProgram, startProgram } from '../bench/programs.ts'

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
    expect(await mujaz.articles()).toBe(6)
    expect(mujaz.cpuMs()).toBeGreaterThan(0)
    expect(mujaz.memory()).toBeGreaterThan(20)
  }, 60_000)
})
