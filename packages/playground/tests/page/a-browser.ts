import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { type PlaygroundOptions, startPlayground } from '../../playground.ts'
import { callerOf } from '../calls.ts'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Chromium is no npm package: without it a machine can't show the page. */
export const HAS_BROWSER = existsSync(CHROMIUM)

const READER = 7001

/** One browser for a file's tests; each opens a page of its own. */
export function useBrowser() {
  let browser: Browser
  beforeAll(async () => {
    if (HAS_BROWSER)
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
  })
  afterAll(() => browser?.close())

  async function newPage(options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ viewport: DESKTOP, ...options })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    return { page, errors }
  }

  /** The page of a playground with the sample's people, and what the bot sends to the reader. */
  async function aChatPage(options: PlaygroundOptions = {}, view: BrowserContextOptions = {}) {
    const playground = await startPlayground({ world: 'sample', ...options })
    onTestFinished(playground.close)
    const { page, errors } = await newPage(view)
    await page.goto(playground.url)
    await page.locator('#chats button').first().waitFor()
    const call = callerOf(playground)
    const send = async (text: string, keyboard: readonly object[][] = []) => {
      await call('sendMessage', { chat_id: READER, text, reply_markup: { inline_keyboard: keyboard } })
      await newest(page).locator('.text', { hasText: text }).waitFor()
    }
    return { playground, page, errors, call, send, reader: READER }
  }

  return { newPage, aChatPage }
}

export const DESKTOP = { width: 1280, height: 860 }
export const PHONE = { width: 390, height: 844 }

export function newest(page: Page) {
  return page.locator('#messages article[data-sender=bot]').last()
}
