import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { readConfig } from '../src/app/config.ts'
import { createLog } from '../src/app/log.ts'
import { startInPlayground } from '../src/app/playground.ts'

/** Takes the pictures of this folder anew: `node docs/take-screenshots.ts`, with Chromium at `CHROMIUM`. */
async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  const running = await startInPlayground(readConfig({ DATA_DIR: dataDir, PORT: '0' }), {
    log: createLog('silent', []),
  })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(running.url)
  await page.locator('#start').click()
  await settle(page)
  await say(page, '/brief')
  await shoot(page, 'briefing')
  await press(page, 'الملخص')
  await shoot(page, 'summary')
  await say(page, 'اقتباسات زيلينسكي')
  await shoot(page, 'quotes')
  await press(page, '1')
  await shoot(page, 'in-context')
  await say(page, 'وقف إطلاق النار')
  await shoot(page, 'search')
  await say(page, '/read alaska-red-carpet-and-court')
  await shoot(page, 'reading')
  await say(page, '/subscribe 07:30')
  await page.locator('#jump').click()
  await settle(page)
  await shoot(page, 'digest')
  await say(page, '/brief')
  await press(page, 'اقتباسات')
  await shoot(page, 'chat')
  await browser.close()
  await running.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('#text').fill(text)
  await page.keyboard.press('Enter')
  await settle(page)
}

async function press(page: Page, text: string): Promise<void> {
  await page.locator('#messages article[data-sender=bot]').last().locator('.key', { hasText: text }).first().click()
  await settle(page)
}

/** Long enough for an answer to come and the page to scroll to it. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(900)
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(import.meta.dirname, `${name}.png`) })
}

await main()
