import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { webhookCallback } from 'grammy'
import { createGrammyBot } from './grammy-bot.ts'

const bot = createGrammyBot()
const server = createServer(webhookCallback(bot, 'http')).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
await bot.api.setWebhook(`http://127.0.0.1:${port}/`)
