import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { type PlaygroundOptions, startPlayground } from '../../playground.ts'
import { callerOf } from '../calls.ts'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Chromium is no npm package: without it a machine can't show the page. */
export const HAS_BROWSER = existsSync(CHROMIUM)

const READER = 7001

/** What a page is shown on. */
export type Screen = Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'hasTouch' | 'isMobile'>

/** One browser for a file's tests, and one page, as a page of its own starts two processes; a mobile phone has its own. */
export function useBrowser() {
  let browser: Browser
  let shared: Page
  beforeAll(async () => {
    if (!HAS_BROWSER) return
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
    shared = await browser.newPage()
  })
  afterAll(() => browser?.close())

  async function newPage({ viewport, colorScheme = 'light', ...device }: Screen = {}) {
    const page = device.isMobile === true ? await browser.newPage(device) : shared
    await page.setViewportSize(viewport ?? DESKTOP)
    await page.emulateMedia({ colorScheme })
    const errors: string[] = []
    const noteError = ({ message }: Error) => void errors.push(message)
    page.on('pageerror', noteError)
    onTestFinished(async () => {
      page.off('pageerror', noteError)
      await (page === shared ? leave(page) : page.close())
    })
    return { page, errors }
  }

  /** The next test finds it as new: storage is a playground's own, by its port, and cookies are not. */
  async function leave(page: Page): Promise<void> {
    await page.unrouteAll()
    await page.goto('about:blank')
    const others = page
      .context()
      .pages()
      .filter((each) => each !== page)
    await Promise.all(others.map((each) => each.close()))
    await page.context().clearCookies()
  }

  /** The page of a playground with the sample's people, and what the bot sends to the reader. */
  async function aChatPage(options: PlaygroundOptions = {}, screen: Screen = {}) {
    const playground = await startPlayground({ world: 'sample', ...options })
    onTestFinished(playground.close)
    const { page, errors } = await newPage(screen)
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
