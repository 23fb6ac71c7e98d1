/// <reference lib="dom" />
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { DESKTOP, HAS_BROWSER, newest, PHONE, useBrowser } from './a-browser.ts'

const { aChatPage } = useBrowser()

const GROUP = -5001

const KEYBOARD = [
  [
    { text: 'الملخص', callback_data: 's' },
    { text: 'اقرأ', callback_data: 'r' },
  ],
]

/** What axe finds wrong: the rule, and where. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  // evaluated, as the page's policy runs no script that is put into it
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const run = Reflect.get(window, 'axe') as typeof axe
    const { violations } = await run.run({ resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`)
  })
}

const VIEWS = [
  { language: 'ar', theme: 'light', viewport: DESKTOP },
  { language: 'en', theme: 'dark', viewport: DESKTOP },
  { language: 'ar', theme: 'dark', viewport: PHONE },
  { language: 'en', theme: 'light', viewport: PHONE },
] as const

describe.runIf(HAS_BROWSER)('axe finds nothing wrong', () => {
  test.each(VIEWS)('in $language, $theme, $viewport.width px wide', async ({ language, theme, viewport }) => {
    const view = { viewport, colorScheme: theme }
    const { page, call, reader } = await aChatPage({ page: { language, jump: async () => null } }, view)
    expect(await faultsOf(page)).toEqual([])
    await call('setMyCommands', { commands: [{ command: 'start', description: 'ابدأ' }] })
    await page.locator('#chats button', { hasText: 'Club' }).click()
    expect(await faultsOf(page)).toEqual([])
    if (viewport === PHONE) await page.locator('#back').click()
    await page.locator('#chats button', { hasText: 'Family' }).click()
    const ephemeral_message_parameters = { receiver_user_id: reader }
    await call('sendMessage', { chat_id: GROUP, text: 'لك وحدك', ephemeral_message_parameters })
    await page.locator('#messages .note').waitFor()
    await call('sendMessage', { chat_id: GROUP, text: 'موجز', reply_markup: { inline_keyboard: KEYBOARD } })
    await page.locator('#messages .key').first().waitFor()
    await page.locator('#text').fill('/')
    await page.locator('#command-menu [data-command]').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })
})

describe.runIf(HAS_BROWSER)('by keyboard', () => {
  test('the first stop leads to the composer, past all messages', async () => {
    const { page, send } = await aChatPage()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('start')
    await page.keyboard.press('Enter')
    await send('hello')
    await page.locator('#skip').focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text')
  })

  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

  test.each([
    {
      why: 'stays on what does the same',
      pressed: 'On',
      edited: [[{ text: 'Back', callback_data: 'b' }], [{ text: 'Off', callback_data: 'on' }]],
      now: 'Off',
    },
    {
      why: 'stays on what is called the same',
      pressed: 'Next',
      edited: [
        [
          { text: 'Back', callback_data: 'b' },
          { text: 'Next', callback_data: 'n3' },
        ],
      ],
      now: 'Next',
    },
  ])('after an edit the focus $why', async ({ pressed, edited, now }) => {
    const { page, send, call, reader } = await aChatPage()
    const keyboard = [
      [
        { text: 'On', callback_data: 'on' },
        { text: 'Next', callback_data: 'n2' },
      ],
    ]
    await send('one', keyboard)
    await newest(page).locator('.key', { hasText: pressed }).focus()
    const reply_markup = { inline_keyboard: edited }
    await call('editMessageText', { chat_id: reader, message_id: 1, text: 'two', reply_markup })
    await newest(page).locator('.text', { hasText: 'two' }).waitFor()
    expect(await focused(page)).toBe(now)
  })

  test('after an edit that takes the button away the focus is on the message, on no other button', async () => {
    const { page, send, call, reader } = await aChatPage()
    await send('one', [[{ text: 'Timeline', callback_data: 't' }]])
    await newest(page).locator('.key').focus()
    const reply_markup = { inline_keyboard: [[{ text: 'Back', callback_data: 'b' }]] }
    await call('editMessageText', { chat_id: reader, message_id: 1, text: 'two', reply_markup })
    await newest(page).locator('.text', { hasText: 'two' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-message'))).toBe('1')
  })

  test.each([
    { language: 'ar', from: 'second', to: 'first' },
    { language: 'en', from: 'first', to: 'second' },
  ] as const)(
    'in $language a row is walked as the page reads, its first button leftmost',
    async ({ language, from, to }) => {
      const { page, send } = await aChatPage({ page: { language } })
      await send('one', [
        [
          { text: 'first', callback_data: '1' },
          { text: 'second', callback_data: '2' },
        ],
      ])
      const key = (text: string) => newest(page).locator('.key', { hasText: text })
      const left = async (text: string) => (await key(text).boundingBox())?.x ?? 0
      expect(await left('first')).toBeLessThan(await left('second'))
      await key(from).focus()
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe(to)
    },
  )
})
