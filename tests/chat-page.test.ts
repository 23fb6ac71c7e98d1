/// <reference lib="dom" />
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../src/app/config.ts'
import { createLog } from '../src/app/log.ts'
import { startInPlayground } from '../src/app/playground.ts'
import type { Running } from '../src/app/start.ts'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

// Chromium is no npm package: without it (see .ci/run) a machine can't show the page
describe.runIf(existsSync(CHROMIUM))('the chat page', () => {
  let dataDir: string
  let running: Running
  let browser: Browser
  let page: Page
  const errors: string[] = []

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'mujaz-'))
    const config = readConfig({ DATA_DIR: dataDir, PORT: '0' })
    running = await startInPlayground(config, { log: createLog('silent', []) })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET })
    page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(running.url)
  })
  afterAll(async () => {
    await browser.close()
    await running.stop()
    await rm(dataDir, { recursive: true, force: true })
  })

  const newest = () => page.locator('#messages article[data-sender=bot]').last()
  const press = (text: string) => newest().locator('.key', { hasText: text }).first().click()
  const say = async (text: string) => {
    await page.locator('#text').fill(text)
    await page.keyboard.press('Enter')
  }

  test('starts, opens the briefing and its quotes in place, reading from the right', async () => {
    await page.locator('#start').click()
    await press('افتح الموجز')
    await newest().locator('.text', { hasText: 'المصدر' }).waitFor()
    await press('المزيد')
    await press('اقتباسات')
    await newest().locator('.text', { hasText: 'من قال ماذا' }).waitFor()
    await newest().locator('blockquote, [data-entity=blockquote]').first().waitFor()
    const line = newest().locator('.text').first()
    const { direction, right } = await line.evaluate((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      const first = range.getClientRects()[0]
      const box = element.getBoundingClientRect()
      return { direction: getComputedStyle(element).direction, right: box.right - (first?.right ?? 0) }
    })
    expect(direction).toBe('rtl')
    expect(right).toBeLessThan(40)
  })

  const clockIn = async (later: number) => {
    const clock = (await page.locator('#clock').textContent()) ?? ''
    const [hours = 0, minutes = 0] = clock.match(/\d+/g)?.map(Number) ?? []
    return new Date(Date.UTC(2000, 0, 1, hours, minutes + later)).toISOString().slice(11, 16)
  }
  const chat = (index: number) => page.locator('#chats button').nth(index).click()

  test('subscribes for the next minute and gets the digest when the clock jumps there', async () => {
    await say(`/subscribe ${await clockIn(2)}`)
    await newest().locator('.text', { hasText: 'تم الاشتراك' }).waitFor()
    await page.locator('#jump').click()
    await newest().locator('.text', { hasText: 'نشرة مُوجَز' }).waitFor()
  })

  test('draws a whole article: headings, marked quotes, from the right', async () => {
    await say('/settings')
    await press('طريقة القراءة')
    await press('المقال كله في رسالة')
    await newest().locator('.text', { hasText: 'القراءة: المقال كله' }).waitFor()
    await say('/read')
    const rich = newest().locator('.rich[dir=rtl]')
    await rich.locator('h1').waitFor()
    expect(await rich.locator('h2, h3').count()).toBeGreaterThan(2)
    expect(await rich.locator('mark').count()).toBeGreaterThan(0)
    await press('العودة')
    await newest().locator('.line').first().waitFor()
  })

  test('lets a reader call the bot under a post where it is no member, and shows its one answer', async () => {
    await page.locator('#chats button', { hasText: 'جلسة الأصدقاء' }).click()
    await page.locator('#chat-subtitle', { hasText: 'البوت ليس هنا' }).waitFor()
    await say('قال بوتين: «المرة القادمة في موسكو»')
    await page.locator('#messages article .bubble').last().dblclick()
    await say('@mujaz_playground_bot صحيح؟')
    await newest().locator('.via', { hasText: 'ضيف هنا' }).waitFor()
    await newest().locator('.text', { hasText: 'نُقل بنصّه' }).waitFor()
    expect(await page.locator('#messages article[data-sender=bot]').count()).toBe(1)
    // what was typed for inline mode is gone with the message
    expect(await page.locator('#inline-results').isVisible()).toBe(false)
    await chat(0)
  })

  test('shows the group, where a member may not change settings', async () => {
    await chat(1)
    await page.locator('#speakers label').nth(2).click()
    await chat(1)
    await say('/subscribe 07:00')
    await newest()
      .locator('.text', { hasText: /admins only|للمشرفين/ })
      .waitFor()
  })

  test('lets an admin review the channel’s digest, introduce it and approve it', async () => {
    await page.locator('#speakers label').nth(1).click()
    await chat(0)
    await page.locator('#start').click()
    await newest().waitFor()
    await say('/channels')
    await press('قناة مُوجَز')
    await press('المراجعة قبل النشر')
    await press('هذه المحادثة')
    await newest().locator('.text', { hasText: 'في محادثتك معي' }).waitFor()
    await say(`/channels 1 ${await clockIn(45)}`)
    await newest().locator('.text', { hasText: 'النشرة القادمة' }).waitFor()
    await page.locator('#jump').click()
    await newest().locator('.text', { hasText: 'مسودة نشرة' }).waitFor()
    await press('أضف مقدمة')
    await newest().locator('.text', { hasText: 'ردًّا على هذه الرسالة' }).waitFor()
    await say('صباح الخير، هذه نشرتنا اليوم')
    await newest().locator('.text', { hasText: 'المقدمة في المسودة' }).waitFor()
    const draft = page.locator('#messages .text', { hasText: 'مسودة نشرة' })
    await draft.filter({ hasText: 'صباح الخير، هذه نشرتنا اليوم' }).waitFor()
    // the answer to the intro has the button too
    await page.locator('#messages .key', { hasText: 'اعتمد' }).last().click()
    await page.locator('#messages .text', { hasText: 'الاعتماد' }).waitFor()
    await page.locator('#jump').click()
    await chat(3)
    await page.locator('#messages .text', { hasText: 'صباح الخير، هذه نشرتنا اليوم' }).waitFor()
  })

  test('breaks at nothing', () => {
    expect(errors).toEqual([])
  })
})
