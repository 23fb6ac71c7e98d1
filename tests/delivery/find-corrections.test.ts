import { pino } from 'pino'
import { expect, test } from 'vitest'
import { readWordings } from '../../src/app/wordings.ts'
import { createCorrectionFinder } from '../../src/delivery/find-corrections.ts'
import { briefFile } from '../../src/library/brief-file.ts'
import type { LoadedBriefing } from '../../src/library/library.ts'
import type { Store } from '../../src/store/store.ts'
import { aMessage, aSlug, aStore, aSubscribedChat, textOf } from '../store/a-store.ts'

const NOW = Date.UTC(2026, 2, 1, 12)
const SETTLED = 10 * 60_000
const BRIEF_PAUSE = 5_000
const QUOTE = 'سنفتح المعبر الجديد يوم الأحد أمام جميع السكان'
const SENTENCES = [
  'أعلنت وزارة النقل موعد افتتاح المعبر الجديد بين الضفتين.',
  'وانتهت أعمال البناء في الشتاء.',
  `وقالت وزيرة النقل سلمى الراوي: «${QUOTE}».`,
  'وحضر الإعلان ممثلون عن سكان الضفتين.',
]
const WHOLE = SENTENCES.join('\n\n')
const CUT = SENTENCES.slice(0, 2).join('\n\n')
const POSTED = `المعبر الجديد\n\n${SENTENCES[2]}\n\n${SENTENCES[3]}`

function loaded(body: string, stillForMs: number): readonly LoadedBriefing[] {
  const text = `---\nslug: crossing\ntitle: المعبر الجديد\nlanguage: ar\n---\n\n${body}\n`
  const briefed = briefFile({ name: 'crossing.md', text })
  if (briefed.kind === 'unreadable') throw new Error(briefed.why)
  return [{ briefing: briefed.briefing, fileHash: text, stillForMs }]
}

/** A chat that has had a digest with the article's last two sentences. */
async function aPostedDigest() {
  const store = await aStore()
  const now = (await aSubscribedChat(store, { chatId: 1, threadId: 0 }, NOW)).nextDue ?? 0
  const digest = { message: aMessage(POSTED), shows: { slugs: [aSlug('crossing')], language: 'ar' as const } }
  await store.planning.step({
    ...{ now, limit: 100, newest: 0 },
    decide: (due) =>
      due.map(({ id, dueAt }) => {
        const times = { dueAt, nextDue: dueAt + 60_000, seenThrough: 1 }
        return { subscriptionId: id, ...times, read: null, digest }
      }),
  })
  await sent(store, now)
  const start = () =>
    createCorrectionFinder({
      ...{ store, wordings: readWordings(), now: () => new Date(now), wake: () => {} },
      log: pino({ level: 'silent' }),
    })
  const read = start()
  await read(loaded(WHOLE, 0))
  return { store, now, read, start }
}

/** The texts that are sent until nothing waits, corrections among them. */
async function sent(store: Store, now: number): Promise<readonly string[]> {
  for (const job of await store.corrections.jobs()) while (await store.corrections.advance(job, 10, now));
  const texts: string[] = []
  for (;;) {
    const claimed = await store.deliveries.advance([], 10, { now, epoch: 0 })
    if (claimed.length === 0) return texts
    for (const { id, chatId, edits, digestId } of claimed) {
      texts.push((await textOf(store, { digestId })) ?? '')
      await store.deliveries.advance([{ kind: 'sent', id, chatId, messageId: edits ?? id * 10 }], 0, { now, epoch: 0 })
    }
  }
}

const logged = async (store: Store) => (await store.corrections.latest(20)).map((entry) => JSON.stringify(entry))

test('a text cut short corrects nothing until it has stayed so, also after a restart', async () => {
  const { store, now, read, start } = await aPostedDigest()
  await read(loaded(CUT, BRIEF_PAUSE))
  await start()(loaded(CUT, BRIEF_PAUSE))
  expect(await logged(store)).toEqual([])
  await read(loaded(WHOLE, BRIEF_PAUSE))
  expect(await sent(store, now)).toEqual([])
  await read(loaded(CUT, SETTLED))
  expect((await logged(store)).some((change) => change.includes(QUOTE))).toBe(true)
  const [edited] = await sent(store, now)
  expect(edited).not.toContain(QUOTE)
})

test('corrections for statements that a cut text regains are withdrawn, in digests and in the log', async () => {
  const { store, now, read, start } = await aPostedDigest()
  await read(loaded(CUT, SETTLED))
  expect((await sent(store, now)).length).toBe(2)
  await start()(loaded(WHOLE, BRIEF_PAUSE))
  expect(await sent(store, now)).toEqual([POSTED, expect.stringContaining('سُحب تصحيح')])
  expect(await logged(store)).toEqual([])
  // nothing goes to and fro after it
  await start()(loaded(WHOLE, SETTLED))
  expect(await sent(store, now)).toEqual([])
})

test('a text restored in part, or cut again, has its corrections withdrawn in part', async () => {
  const { store, now, read } = await aPostedDigest()
  await read(loaded(CUT, SETTLED))
  await sent(store, now)
  await read(loaded(SENTENCES.slice(0, 3).join('\n\n'), BRIEF_PAUSE))
  const [partly] = await sent(store, now)
  expect(partly).toContain(QUOTE)
  expect(partly).not.toContain(SENTENCES[3])
  expect((await logged(store)).some((change) => change.includes(QUOTE))).toBe(false)
  await read(loaded(SENTENCES[0] ?? '', SETTLED))
  const [less] = await sent(store, now)
  expect(less).not.toContain(QUOTE)
  await read(loaded(WHOLE, BRIEF_PAUSE))
  expect(await sent(store, now)).toEqual([POSTED, expect.stringContaining('سُحب تصحيح')])
  expect(await logged(store)).toEqual([])
})

test('a correction of a whole text waits only while its file may be written', async () => {
  const { store, read } = await aPostedDigest()
  const corrected = WHOLE.replace('الأحد', 'الخميس')
  await read(loaded(corrected, 0))
  expect(await logged(store)).toEqual([])
  await read(loaded(corrected, BRIEF_PAUSE))
  expect((await logged(store)).some((change) => change.includes('الخميس'))).toBe(true)
})
