/// <reference lib="dom" />
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startPlayground } from '../../playground.ts'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

async function aBrowser() {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  return { page, errors }
}

// Chromium is no npm package: without it a machine can't show the page
describe.runIf(existsSync(CHROMIUM))('the page in a browser', () => {
  test('shows people as they are added, and the new playground after a restart', { timeout: 60_000 }, async () => {
    const { page, errors } = await aBrowser()
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

  test('lets no page of another site send, even one that knows the token', { timeout: 60_000 }, async () => {
    const { page } = await aBrowser()
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
})
