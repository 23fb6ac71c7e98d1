/// <reference lib="dom" />
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startPlayground } from '../../playground.ts'
import { callerOf } from '../calls.ts'
import { DESKTOP, HAS_BROWSER, newest, PHONE, useBrowser } from './a-browser.ts'

const { newPage, aChatPage } = useBrowser()

describe.runIf(HAS_BROWSER)('the page in a browser', () => {
  test('shows people as they are added, and the new playground after a restart', { timeout: 60_000 }, async () => {
    const { page, errors } = await newPage()
    const first = await startPlayground()
    await page.goto(first.url)
    await page.locator('.empty', { hasText: 'Nobody is here yet' }).waitFor()
    const ada = first.addPerson({ firstName: 'Ada' })
    await page.locator('#start').click()
    await page.locator('#messages .text', { hasText: '/start' }).waitFor()
    expect(first.messages(ada)).toMatchObject([{ text: '/start' }])
    await first.close()
    const second = await startPlayground({ port: Number(new URL(first.url).port), world: 'sample' })
    onTestFinished(second.close)
    await page.locator('#speakers label', { hasText: 'Reader' }).waitFor()
    expect(await page.title()).toBe('Playground bot · Playground')
    expect(errors).toEqual([])
  })

  test('shows what was sent while it was read', async () => {
    const { page } = await newPage()
    const playground = await startPlayground({ world: 'sample' })
    onTestFinished(playground.close)
    await page.route('**/playground/state', async (route) => {
      const state = await route.fetch()
      await callerOf(playground)('sendMessage', { chat_id: 7001, text: 'meanwhile' })
      await route.fulfill({ response: state })
    })
    await page.goto(playground.url)
    await newest(page).locator('.text', { hasText: 'meanwhile' }).waitFor()
  })

  test('lets no page of another site send, even one that knows the token', { timeout: 60_000 }, async () => {
    const { page } = await newPage()
    const playground = await startPlayground({ world: 'sample' })
    onTestFinished(playground.close)
    const site = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end('<h1>elsewhere</h1>'))
    site.listen(0, '127.0.0.1')
    await once(site, 'listening')
    onTestFinished(() => {
      site.closeAllConnections()
      site.close()
    })
    await page.goto(`http://localhost:${(site.address() as AddressInfo).port}`)
    const url = `${playground.url}/bot${playground.token}/sendMessage?chat_id=7001&text=a`
    const loaded = await page.evaluate(async (address) => {
      const answer = await fetch(address, { method: 'POST', mode: 'no-cors' })
      const image = new Image()
      image.src = address
      await new Promise((resolve) => {
        image.onerror = resolve
      })
      return answer.type
    }, url)
    expect(loaded).toBe('opaque')
    expect(playground.messages(7001)).toEqual([])
    await fetch(url)
    expect(playground.messages(7001)).toHaveLength(1)
  })

  test('is shown in the fonts that come with it', async () => {
    const { page } = await aChatPage({ page: { language: 'ar' }, bot: { name: 'مُوجَز' } })
    const loaded = () =>
      page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family))
    await expect.poll(loaded).toEqual(expect.arrayContaining(['IBM Plex Sans Arabic', 'Noto Kufi Arabic']))
  })

  test.each([
    { language: 'ar', viewport: DESKTOP },
    { language: 'en', viewport: PHONE },
  ] as const)('tears no label of the clock in $language', async ({ language, viewport }) => {
    const { page } = await aChatPage({ page: { language, jump: async () => null } }, { viewport })
    const lines = await page.locator('#clock, #clock-label').evaluateAll((parts) =>
      parts.map((part) => {
        const range = document.createRange()
        range.selectNodeContents(part)
        return part.scrollWidth <= part.clientWidth + 1 && range.getBoundingClientRect().height < 40
      }),
    )
    expect(lines).toEqual([true, true])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
  })

  test('says that nothing leaves the machine, and offers to block the bot only to who looks for it', async () => {
    const { page, send, playground, reader } = await aChatPage()
    await page.locator('#about', { hasText: 'Nothing leaves your machine' }).waitFor()
    expect(await page.locator('#more').isVisible()).toBe(false)
    await send('hello')
    expect(await page.locator('#membership').isVisible()).toBe(false)
    await page.locator('#more summary').click()
    await page.locator('#membership').click()
    await expect.poll(() => playground.chat(reader).bot).toBe('kicked')
  })

  test('by touch leaves no arrow behind, and two touches reply', async () => {
    const { page, send } = await aChatPage({}, { viewport: PHONE, hasTouch: true, isMobile: true })
    await page.locator('#chats button').first().tap()
    await send('hello')
    const bubble = newest(page).locator('.bubble')
    await bubble.tap()
    expect(
      await newest(page)
        .locator('.reply')
        .evaluate((arrow) => getComputedStyle(arrow).opacity),
    ).toBe('0')
    await bubble.dblclick()
    await page.locator('#reply-text', { hasText: 'hello' }).waitFor()
  })
})
