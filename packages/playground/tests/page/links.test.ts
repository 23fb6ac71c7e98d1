import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { HAS_BROWSER, newest, useBrowser } from './a-browser.ts'

const { aChatPage } = useBrowser()

const GROUP = -5001
const CHANNEL = -1001000005003
const ADMIN = 7002

const pressLink = (page: Page) => newest(page).locator('a.key').click()
const pick = (page: Page, title: string) => page.locator('#picker-chats button', { hasText: title }).click()

describe.runIf(HAS_BROWSER)('links into Telegram stay in the page', () => {
  test('share asks for a chat, and the words wait there to be sent', async () => {
    const { page, send, playground } = await aChatPage()
    const url = 'https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fplayground_bot%3Fstart%3Da&text=A%20title'
    await send('one', [[{ text: 'Share', url }]])
    await pressLink(page)
    await pick(page, 'Family')
    expect(await page.locator('#text').inputValue()).toBe('https://t.me/playground_bot?start=a\nA title')
    await page.keyboard.press('Enter')
    await expect.poll(() => playground.messages(GROUP).at(-1)?.text).toMatch(/A title$/)
    expect(page.context().pages()).toHaveLength(1)
  })

  test('an admin adds the bot to a group, where it is started with the payload; a member is told who can', async () => {
    const { page, send, playground, call } = await aChatPage()
    playground.kickBot({ chatId: GROUP })
    const keyboard = [[{ text: 'Add', url: 'https://t.me/playground_bot?startgroup=help' }]]
    await send('one', keyboard)
    await pressLink(page)
    await page.locator('#toast', { hasText: 'choose the admin' }).waitFor()
    await page.locator('#speakers label').nth(1).click()
    await call('sendMessage', { chat_id: ADMIN, text: 'two', reply_markup: { inline_keyboard: keyboard } })
    await newest(page).locator('a.key').waitFor()
    await pressLink(page)
    await pick(page, 'Family')
    await expect.poll(() => playground.messages(GROUP).at(-1)?.text).toBe('/start@playground_bot help')
    expect(playground.chat(GROUP).bot).toBe('administrator')
  })

  test('any other address in Telegram is said to work only there; one elsewhere opens', async () => {
    const { page, send } = await aChatPage()
    await send('one', [[{ text: 'Channel', url: 'https://t.me/somebody/12' }]])
    await pressLink(page)
    await page.locator('#toast', { hasText: 'only in Telegram' }).waitFor()
    expect(page.context().pages()).toHaveLength(1)
    await send('two', [[{ text: 'Source', url: 'https://example.org/a' }]])
    const opened = page.context().waitForEvent('page')
    await pressLink(page)
    await opened
  })
})

describe.runIf(HAS_BROWSER)('the jump', () => {
  test('opens the chat that got something, and leaves the open one when it did', async () => {
    let chat_id = CHANNEL
    const jump = async () => {
      await bot.call('sendMessage', { chat_id, text: `news for ${chat_id}` })
      return new Date('2026-05-04T04:30:00Z')
    }
    const bot = await aChatPage({ page: { jump } })
    const { page } = bot
    await page.locator('#jump').click()
    await page.locator('#messages .text', { hasText: `news for ${CHANNEL}` }).waitFor()
    expect(await page.locator('#toast').textContent()).toBe('The message went to: Channel')
    chat_id = ADMIN
    await page.locator('#jump').click()
    await page.locator('#toast', { hasText: 'The message went to: Admin' }).waitFor()
    expect(await page.locator('#chat-title').textContent()).toBe('Channel')
  })
})
