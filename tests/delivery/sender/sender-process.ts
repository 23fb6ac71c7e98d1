import { pino } from 'pino'
import { createSender } from '../../../src/delivery/sender/sender.ts'
import { openStore } from '../../../src/store/store.ts'
import { createTelegram } from '../../../src/telegram/api.ts'
import { createSend } from '../../../src/telegram/send.ts'
import { createTransport } from '../../../src/telegram/transport.ts'

/** A sender in a process of its own, to be killed: `directory apiRoot token rate`. SIGTERM stops it well. */
const [directory = '', apiRoot = '', token = '', rate = ''] = process.argv.slice(2)
const store = await openStore({ directory })
const transport = createTransport(apiRoot)
const send = createSend(createTelegram({ token, apiRoot, transport }))
const log = pino({ level: 'silent' })
const sender = createSender({ store, send, rate: Number(rate), now: Date.now, log })
sender.start()
process.once('SIGTERM', async () => {
  await sender.stop()
  await transport.close()
  await store.close()
})
