import { expect, test } from 'vitest'
import { createLog, type LogOptions } from '../../src/app/log.ts'

const TOKEN = '123456:secret_of-mine'

function logged(options: Partial<LogOptions>, ...lines: readonly object[]): readonly Record<string, unknown>[] {
  const written: string[] = []
  const write = (line: string) => void written.push(line)
  const log = createLog({ level: 'trace', secrets: [TOKEN], ids: 'hashed', write, ...options })
  for (const line of lines) log.warn(line, `asked /bot${TOKEN}/getMe`)
  return written.map((line) => JSON.parse(line))
}

test('people and chats are hashes, the same each time, for whom the token is none', () => {
  const outcome = { kind: 'moved', to: -1_001_234_567_890, messageId: 123_456 }
  const [line, again] = logged({}, { owner: 4_711_471, from: 'chat -1001234567890', outcome }, { by: 4_711_471 })
  const hashes = { owner: expect.stringMatching(/^#[\w-]{8}$/), from: expect.stringMatching(/^chat #[\w-]{8}$/) }
  expect(line).toMatchObject({ ...hashes, outcome: { kind: 'moved', messageId: 123_456 } })
  expect(again?.by).toBe(line?.owner)
  expect(JSON.stringify(line)).not.toMatch(/4711471|1234567890/)
  expect(logged({ secrets: ['7:other'] }, { by: 4_711_471 })[0]?.by).not.toBe(line?.owner)
  expect(logged({ ids: 'plain' }, { by: 4_711_471 })[0]?.by).toBe(4_711_471)
})

test('a secret is nowhere: not in the words, in an error, in its stack or its cause', () => {
  const err = new Error(`no answer from /bot${TOKEN}/getMe`, { cause: new Error(TOKEN) })
  expect(JSON.stringify(logged({ ids: 'plain' }, { err, url: `https://x/bot${TOKEN}` }))).not.toContain(
    'secret_of-mine',
  )
})
