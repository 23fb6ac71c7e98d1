import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { readConfig } from '../src/app/config.ts'
import { createLog } from '../src/app/log.ts'
import { startInPlayground } from '../src/app/playground.ts'

const CONTENT = join(import.meta.dirname, '../content')
const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true }

/**
 * Takes the pictures of this folder and the card of each article of the edition anew: `node docs/take-screenshots.ts`, with
 * Chromium at `CHROMIUM`. With 128 colours they are a third as large:
 * `pngquant --force --ext .png --nofs 128 docs/*.png docs/cards/*.png`.
 */
async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  const config = readConfig({ DATA_DIR: dataDir, PORT: '0' })
  const running = await startInPlayground(config, { log: createLog({ level: 'silent', secrets: [], ids: 'hashed' }) })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  await shootChat(browser, running.url)
  await shootCards(browser, running.url)
  await browser.close()
  await running.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function shootChat(browser: Browser, url: string): Promise<void> {
  const desktop = await open(browser, { url, width: 1280, height: 900 })
  await desktop.locator('#start').click()
  await settle(desktop)
  await say(desktop, 'اشترك 07:30')
  await say(desktop, 'اقتباسات زيلينسكي')
  await say(desktop, 'موجز')
  await shoot(desktop, 'chat')
  await desktop.locator('#theme').click()
  await settle(desktop)
  await shoot(desktop, 'chat-dark')
  await desktop.locator('#jump').click()
  await settle(desktop)
  await desktop.close()
  const phone = await open(browser, { url, ...PHONE })
  await shoot(phone, 'phone-chats')
  await phone.locator('#chats button').first().click()
  await say(phone, 'موجز cop28-dubai-agreement')
  await showFromTitle(phone)
  await shoot(phone, 'phone')
  await say(phone, 'ملخص cop28-dubai-agreement')
  await turnDark(phone)
  await showFromTitle(phone)
  await shoot(phone, 'phone-dark')
  await phone.close()
}

/** The card of each article on a phone, in the light and in the dark. */
async function shootCards(browser: Browser, url: string): Promise<void> {
  await mkdir(join(import.meta.dirname, 'cards'), { recursive: true })
  const slugs = (await readdir(CONTENT)).map((name) => name.replace(/\.md$/, ''))
  const phone = await open(browser, { url, ...PHONE })
  for (const isDark of [false, true]) {
    if (isDark) await turnDark(phone)
    else await phone.locator('#chats button').first().click()
    for (const slug of slugs) {
      await say(phone, `موجز ${slug}`)
      await showFromTitle(phone)
      await shoot(phone, `cards/${slug}${isDark ? '-dark' : ''}`)
    }
  }
  await phone.close()
}

/** A message that is longer than the screen is seen from its end otherwise. */
async function showFromTitle(phone: Page): Promise<void> {
  await phone.evaluate(`[...document.querySelectorAll('.message')].at(-1).scrollIntoView({ block: 'start' })`)
  await settle(phone)
}

async function turnDark(phone: Page): Promise<void> {
  await phone.locator('#back').click()
  await phone.locator('#theme').click()
  await phone.locator('#chats button').first().click()
  await settle(phone)
}

type View = { readonly url: string; readonly width: number; readonly height: number } & BrowserContextOptions

async function open(browser: Browser, { url, width, height, ...device }: View): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, ...device })
  await page.goto(url)
  await page.locator('#chats button').first().waitFor()
  await page.evaluate('document.fonts.ready')
  await settle(page)
  return page
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('#text').fill(text)
  await page.keyboard.press('Enter')
  await settle(page)
}

/** Long enough for an answer to come and the page to scroll to it. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(2_000)
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(import.meta.dirname, `${name}.png`) })
}

await main()
