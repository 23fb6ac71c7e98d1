import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChatMessage } from '@mujaz/playground/control'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodePress } from '../../src/messages/buttons/press.ts'
import { type ABot, aBot } from './a-bot.ts'

const DAYS = ['السبت', 'الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة']

/** A page of so many sections, each of one paragraph with a quote. */
function aPage(slug: string, sections: number): string {
  const body = Array.from({ length: sections }, (_, index) => {
    const day = DAYS[index % DAYS.length] ?? ''
    const talk =
      `وصل المهندسون إلى الموقع رقم ${index + 1} يوم ${day} وعاينوا الجسر من ضفته الأولى إلى الثانية. `.repeat(6)
    return `## القسم ${index + 1}\n\n${talk}وقالت رئيسة البلدية سلمى الراوي: «سنفتح الجسر رقم ${index + 1} قبل الشتاء».`
  })
  return `---\nslug: ${slug}\ntitle: "جسور المدينة"\nlanguage: ar\nsource: وكالة الضفاف\n---\n\n${body.join('\n\n')}\n`
}

let bot: ABot
let contentDir: string
beforeAll(async () => {
  contentDir = await mkdtemp(join(tmpdir(), 'mujaz-content-'))
  await writeFile(join(contentDir, 'bridges-short.md'), aPage('bridges-short', 4))
  await writeFile(join(contentDir, 'bridges-long.md'), aPage('bridges-long', 80))
  bot = await aBot({ contentDir })
})
afterAll(async () => {
  await bot.close()
  await rm(contentDir, { recursive: true, force: true })
})

async function ask(text: string, chatId = bot.reader, from = chatId): Promise<ChatMessage> {
  bot.playground.say({ chatId, from, text })
  return bot.playground.waitForMessage({ chatId })
}

async function press(button: string, chatId = bot.reader, from = chatId): Promise<ChatMessage> {
  const { change } = bot.playground.messages(chatId).at(-1) ?? { change: 0 }
  await bot.playground.press({ chatId, from, button })
  return bot.playground.waitForMessage({ chatId, after: change })
}

/** The reading page that a message's save button names. */
function pageOf({ keyboard }: ChatMessage): number {
  for (const button of keyboard.flat()) {
    const kept = 'callback_data' in button ? decodePress(button.callback_data) : null
    if (kept?.kind === 'save' && kept.place.view === 'read') return kept.place.page
  }
  return -1
}

const readButton = (front: ChatMessage) => buttonsOf(front).find((text) => text.startsWith('اقرأ')) ?? ''

const buttonsOf = ({ keyboard }: ChatMessage) => keyboard.flat().map(({ text }) => text)

describe('reading whole articles', () => {
  test('is not the default', async () => {
    expect((await ask('/read bridges-short')).rich).toBeNull()
  })

  test('once chosen, shows the article in one message, from the right, its quotes marked', async () => {
    await ask('/settings')
    await press('طريقة القراءة')
    expect((await press('المقال كله في رسالة')).text).toContain('القراءة: المقال كله في رسالة')
    const { rich, text, keyboard } = await ask('/read bridges-short')
    expect(rich?.is_rtl).toBe(true)
    expect(rich?.blocks[0]).toEqual({ type: 'heading', size: 1, text: 'جسور المدينة' })
    for (const section of [1, 2, 3, 4]) expect(text).toContain(`القسم ${section}`)
    expect(JSON.stringify(rich)).toContain('{"type":"marked","text":"سنفتح الجسر رقم 4 قبل الشتاء"}')
    expect(keyboard.length).toBe(3)
  })

  test('goes back to the classic front and into the article again in the same message', async () => {
    const whole = await ask('/read bridges-short')
    const front = await press('العودة إلى الموجز')
    expect([front.id, front.rich]).toEqual([whole.id, null])
    const again = await press(readButton(front))
    expect([again.id, again.text]).toEqual([whole.id, whole.text])
  })

  test('pages where one message does not hold the article, and goes on there after a restart', async () => {
    const first = await ask('/read bridges-long')
    const second = await press('التالي')
    expect(second.id).toBe(first.id)
    expect(second.rich).not.toBeNull()
    expect(pageOf(second)).toBeGreaterThan(pageOf(first))
    expect(second.text).toContain('القسم 80')
    expect(second.text).not.toContain('القسم 1\n')
    await bot.restart()
    expect((await ask('/read bridges-long')).text).toBe(second.text)
    expect((await press('السابق')).text).toBe(first.text)
  })

  test('stores the last part shown as the reading position', async () => {
    await ask('/read bridges-short')
    await ask('/settings')
    await press('طريقة القراءة')
    await press('جزءًا جزءًا')
    const classic = await ask('/read bridges-short')
    expect(classic.rich).toBeNull()
    expect(buttonsOf(classic).join(' ')).toMatch(/(\d+) من \1/)
    await ask('/settings')
    await press('طريقة القراءة')
    await press('المقال كله في رسالة')
  })

  test('sends a new message where an edit is refused, and a classic one where rich messages are', async () => {
    const front = await ask('/brief bridges-short')
    const refusal = { kind: 'refuse', code: 400, description: 'Bad Request: RICH_MESSAGE_UNSUPPORTED' } as const
    bot.playground.faults.plan({ methods: ['editMessageText'], strike: refusal, times: 1 })
    const fresh = await press(readButton(front))
    expect(fresh.id).toBeGreaterThan(front.id)
    expect(fresh.rich).not.toBeNull()
    bot.playground.faults.plan({ methods: ['sendRichMessage'], strike: { ...refusal, code: 404 }, times: 1 })
    const classic = await ask('/read bridges-long')
    expect(classic.rich).toBeNull()
    expect(classic.text).toContain('القسم')
  })

  test('in a group its admins choose it, and it opens in place of the short answer', async () => {
    await ask('/settings', bot.group, bot.admin)
    await press('طريقة القراءة', bot.group, bot.admin)
    await press('المقال كله في رسالة', bot.group, bot.admin)
    const short = await ask('/read bridges-short', bot.group, bot.member)
    expect(short.rich).toBeNull()
    const whole = await press('بقية الجواب هنا', bot.group, bot.member)
    expect([whole.id, whole.rich?.is_rtl]).toEqual([short.id, true])
  })
})
