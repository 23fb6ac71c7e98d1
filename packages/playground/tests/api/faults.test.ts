import { describe, expect, test } from 'vitest'
import { aChat, aGroup } from '../calls.ts'

describe('a planned fault', () => {
  test('floods for its time, in one chat or in all', async () => {
    let elapsed = 0
    const { playground, reader, call } = await aChat({ elapsed: () => elapsed })
    const other = playground.addPerson({ firstName: 'ليلى', started: true })
    const to = (chat_id: number) => call('sendMessage', { chat_id, text: 'a' })
    playground.faults.plan({
      times: 1,
      chatId: reader,
      strike: { kind: 'flood', retryAfterSeconds: 30, scope: 'chat' },
    })
    expect(await to(reader)).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 30',
      parameters: { retry_after: 30 },
    })
    elapsed = 12_500
    expect(await to(reader)).toMatchObject({ parameters: { retry_after: 18 } })
    expect(await to(other)).toMatchObject({ ok: true })
    elapsed = 30_000
    expect(await to(reader)).toMatchObject({ ok: true })
    playground.faults.plan({ times: 1, strike: { kind: 'flood', retryAfterSeconds: 7200, scope: 'all' } })
    await to(reader)
    expect(await to(other)).toMatchObject({ parameters: { retry_after: 7200 } })
  })

  test('strikes after skip, at most times, and is counted', async () => {
    const { playground, reader, call } = await aChat()
    const refuse = { kind: 'refuse', code: 403, description: 'Forbidden: bot was blocked by the user' } as const
    const fault = playground.faults.plan({ methods: ['sendMessage'], skip: 1, times: 2, strike: refuse })
    const replies = []
    for (let turn = 0; turn < 5; turn++) replies.push((await call('sendMessage', { chat_id: reader, text: 'a' })).ok)
    expect(replies).toEqual([true, false, false, true, true])
    expect(fault.hits).toBe(2)
  })

  test('is cancelled, cleared and limited to what it matches', async () => {
    const { playground, reader, call } = await aChat()
    const fault = playground.faults.plan({
      where: ({ params }) => params.text === 'b',
      strike: { kind: 'refuse', code: 500, description: 'Internal Server Error' },
    })
    const send = async (text: string) => (await call('sendMessage', { chat_id: reader, text })).ok
    expect([await send('a'), await send('b')]).toEqual([true, false])
    fault.cancel()
    expect(await send('b')).toBe(true)
    playground.faults.plan({ strike: { kind: 'refuse', code: 500, description: 'Internal Server Error' } })
    playground.faults.clear()
    expect(await send('a')).toBe(true)
  })

  test('drops the connection before or after the message is there', async () => {
    const { playground, reader, call } = await aChat()
    playground.faults.plan({ times: 1, strike: { kind: 'drop', when: 'before' } })
    await expect(call('sendMessage', { chat_id: reader, text: 'a' })).rejects.toThrow()
    expect(playground.messages(reader)).toHaveLength(0)
    playground.faults.plan({ times: 1, strike: { kind: 'drop', when: 'after' } })
    await expect(call('sendMessage', { chat_id: reader, text: 'b' })).rejects.toThrow()
    expect(playground.messages(reader)).toMatchObject([{ text: 'b' }])
    expect(playground.requests.map(({ answer }) => answer)).toEqual([
      { kind: 'dropped', when: 'before' },
      { kind: 'dropped', when: 'after' },
    ])
  })

  test('answers like a proxy, or slowly', async () => {
    const { playground, reader, call } = await aChat()
    playground.faults.plan({ times: 1, strike: { kind: 'gateway', status: 502 } })
    const response = await fetch(`${playground.url}/bot${playground.token}/getMe`)
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html'])
    playground.faults.plan({ times: 1, strike: { kind: 'slow', milliseconds: 60 } })
    const before = performance.now()
    expect(await call('sendMessage', { chat_id: reader, text: 'a' })).toMatchObject({ ok: true })
    expect(performance.now() - before).toBeGreaterThanOrEqual(55)
  })

  test('upgrades the group before the request', async () => {
    const { playground, group, call } = await aGroup()
    playground.faults.plan({ times: 1, strike: { kind: 'upgrade' } })
    const { parameters } = await call('sendMessage', { chat_id: group, text: 'a' })
    expect(await call('sendMessage', { chat_id: parameters?.migrate_to_chat_id, text: 'a' })).toMatchObject({
      ok: true,
    })
  })

  test('with a probability is the same in every run', async () => {
    const run = async () => {
      const { playground, reader, call } = await aChat()
      playground.faults.plan({ probability: 0.3, strike: { kind: 'refuse', code: 502, description: 'Bad Gateway' } })
      const replies = []
      for (let turn = 0; turn < 40; turn++) replies.push((await call('sendMessage', { chat_id: reader, text: 'a' })).ok)
      return replies
    }
    const first = await run()
    expect(first.filter((ok) => !ok).length).toBeGreaterThan(4)
    expect(await run()).toEqual(first)
  })
})

describe('Telegram’s rates', () => {
  test('one a second in a chat, thirty in all', async () => {
    let elapsed = 0
    const { playground, reader, call } = await aChat({ rates: 'telegram', elapsed: () => elapsed })
    const to = (chat_id: number) => call('sendMessage', { chat_id, text: 'a' })
    expect(await to(reader)).toMatchObject({ ok: true })
    elapsed = 900
    expect(await to(reader)).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } })
    const others = Array.from({ length: 30 }, () => playground.addPerson({ firstName: 'س', started: true }))
    const replies = []
    for (const other of others) replies.push((await to(other)).ok)
    expect(replies.filter((ok) => ok)).toHaveLength(29)
    elapsed = 2000
    expect(await to(reader)).toMatchObject({ ok: true })
  })

  test('twenty a minute in a group', async () => {
    let elapsed = 0
    const { group, call } = await aGroup('group', { rates: 'telegram', elapsed: () => elapsed })
    const send = () => call('sendMessage', { chat_id: group, text: 'a' })
    for (let turn = 0; turn < 20; turn++) {
      elapsed = turn * 1000
      expect(await send()).toMatchObject({ ok: true })
    }
    elapsed = 30_000
    expect(await send()).toMatchObject({ parameters: { retry_after: 30 } })
  })
})

test('a wait that fails says what it saw', async () => {
  const { playground, reader, call } = await aChat()
  await call('sendMessage', { chat_id: reader, text: 'مرحبًا' })
  const wait = playground.waitForMessage({ chatId: reader, where: ({ text }) => text === 'وداعًا', timeoutMs: 20 })
  await expect(wait).rejects.toThrow(/No such message in chat \d+; it shows:\n {2}1 Playground bot: مرحبًا/)
  const request = playground.waitForRequest({ where: ({ method }) => method === 'getChat' })
  await call('getChat', { chat_id: reader })
  expect(await request).toMatchObject({ params: { chat_id: reader }, answer: { kind: 'ok' } })
})
