import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ListeningPlayground } from '@mujaz/playground'
import { type Api, HttpError, InputFile } from 'grammy'
import { expect, onTestFinished, test } from 'vitest'
import { createTelegram } from '../../src/telegram/api.ts'
import { createTransport } from '../../src/telegram/transport.ts'
import { aPlayground } from '../delivery/sender/a-fan-out.ts'

function anApi({ url, token }: Pick<ListeningPlayground, 'url' | 'token'>, timeoutSeconds = 5): Api {
  const transport = createTransport(url)
  onTestFinished(() => transport.close())
  return createTelegram({ token, apiRoot: url, transport }, timeoutSeconds)
}

test('calls methods and uploads files', async () => {
  const playground = await aPlayground()
  const chatId = playground.addPerson({ firstName: 'Huda', started: true })
  const api = anApi(playground)
  expect(await api.getMe()).toMatchObject({ is_bot: true })
  await api.sendDocument(chatId, new InputFile(new TextEncoder().encode('ملف'), 'file.txt'), { caption: 'نص' })
  const [message] = playground.messages(chatId)
  expect(message).toMatchObject({ text: 'نص', attachment: { fileName: 'file.txt' } })
  expect(new TextDecoder().decode(message?.attachment?.bytes)).toBe('ملف')
})

test('a request can be given up, and a silent server times out', async () => {
  const playground = await aPlayground()
  playground.faults.plan({ strike: { kind: 'slow', milliseconds: 3000 }, times: 3 })
  const controller = new AbortController()
  // grammY types the signal of its own polyfill
  const call = anApi(playground).getMe(controller.signal as never)
  setTimeout(() => controller.abort(), 50)
  await expect(call).rejects.toThrow(HttpError)
  const answered = anApi(playground, 30).getMyName()
  await expect(anApi(playground, 0.3).getMe()).rejects.toThrow(
    expect.objectContaining({ error: expect.objectContaining({ message: 'timed out after 0.3 s' }) }),
  )
  expect(await Promise.race([answered, 'not yet'])).toBe('not yet')
  await answered
})

test('an answer of more than 32 MB is given up', async () => {
  const server = createServer((_, response) => {
    response.on('error', () => {})
    for (let at = 0; at < 33; at += 1) response.write('x'.repeat(1024 * 1024))
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  await expect(anApi({ url: `http://127.0.0.1:${port}`, token: '1:x' }, 60).getMe()).rejects.toThrow(
    expect.objectContaining({ error: expect.objectContaining({ code: 'TOO_LONG' }) }),
  )
})

test('no error tells the token', async () => {
  const token = '123456:AAsecret-token_x'
  const nowhere = { url: 'http://127.0.0.1:1', token }
  const playground = await aPlayground({ token })
  playground.faults.plan({ methods: ['getMe'], strike: { kind: 'gateway', status: 502 } })
  playground.faults.plan({ methods: ['getMyName'], strike: { kind: 'drop', when: 'before' } })
  const errors = await Promise.all([
    anApi(nowhere)
      .getMe()
      .catch((error: unknown) => error),
    anApi(playground)
      .getMe()
      .catch((error: unknown) => error),
    anApi(playground)
      .getMyName()
      .catch((error: unknown) => error),
  ])
  for (const error of errors) {
    expect(error).toBeInstanceOf(HttpError)
    if (!(error instanceof HttpError) || !(error.error instanceof Error)) continue
    const told = [error.message, error.stack, error.error.message, error.error.stack, JSON.stringify(error.error)]
    expect(told.join('\n')).not.toContain('AAsecret')
  }
})

test('closing waits for what is under way', async () => {
  const playground = await aPlayground()
  playground.faults.plan({ strike: { kind: 'slow', milliseconds: 200 } })
  const transport = createTransport(playground.url)
  const api = createTelegram({ token: playground.token, apiRoot: playground.url, transport })
  const call = api.getMe()
  await sleep(50)
  await transport.close()
  expect(await call).toMatchObject({ is_bot: true })
})

test('however much is sent at once, connections are few and the poll has its own', async () => {
  const waiting: ServerResponse[] = []
  const server = createServer((request, response) => {
    if (request.url?.endsWith('/getUpdates') === true) response.end('{"ok":true,"result":[]}')
    else waiting.push(response)
  })
  let connections = 0
  server.on('connection', () => {
    connections += 1
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const api = anApi({ url: `http://127.0.0.1:${port}`, token: '1:a' }, 30)
  const calls = Array.from({ length: 200 }, () => api.getMe())
  expect(await api.getUpdates()).toEqual([])
  let answered = 0
  while (answered < calls.length) {
    const response = waiting.shift()
    if (response === undefined) await sleep(1)
    else response.end('{"ok":true,"result":{}}')
    if (response !== undefined) answered += 1
  }
  await Promise.all(calls)
  expect(connections).toBeLessThanOrEqual(64)
})
