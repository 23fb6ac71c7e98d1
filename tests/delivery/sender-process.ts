import { pino } from 'pino'
import { createSend } from '../../src/delivery/send-digest.ts'
import { createSender } from '../../src/delivery/sender.ts'
import { createTelegram } from '../../src/delivery/telegram.ts'
import { createTransport } from '../../src/delivery/transport.ts'
import { openStore } from '../../src/store/store.ts'

/** A sender in a process of its own, to be killed: `directory apiRoot token rate`. SIGTERM stops it well. */
const [directory = '', apiRoot = '', token = '', rate = ''] = process.argv.slice(2)
const store = await openStore({ directory })
const transport = createTransport(apiRoot)
const send = createSend(createTelegram({ token, apiRoot, fetch: transport.fetch }))
const log = pino({ level: 'silent' })
const sender = createSender({ store, send, rate: Number(rate), now: Date.now, log })
sender.start()
process.once('SIGTERM', async () => {
  await sender.stop()
  await transport.close()
  await store.close()
})
