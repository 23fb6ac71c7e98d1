import { pino } from 'pino'
import { createLease } from '../../../src/delivery/lease.ts'
import { createSender } from '../../../src/delivery/sender/sender.ts'
import { openStore } from '../../../src/store/store.ts'
import { createTelegram } from '../../../src/telegram/api.ts'
import { createSend } from '../../../src/telegram/send.ts'
import { createTransport } from '../../../src/telegram/transport.ts'

/** A sender in a process of its own, to be killed: `store-options apiRoot token rate [ttl]`. SIGTERM stops it well. */
const [options = '', apiRoot = '', token = '', rate = '', ttl = '15000'] = process.argv.slice(2)
const store = await openStore(JSON.parse(options))
const transport = createTransport(apiRoot)
const send = createSend(createTelegram({ token, apiRoot, transport }))
const log = pino({ level: 'silent' })
const lease = createLease({ store, log, taken: () => {}, ttlMs: Number(ttl) })
await lease.start()
const sender = createSender({ store, send, rate: Number(rate), now: Date.now, log, lease })
sender.start()
process.once('SIGTERM', async () => {
  await sender.stop()
  await lease.stop()
  await transport.close()
  await store.close()
})
