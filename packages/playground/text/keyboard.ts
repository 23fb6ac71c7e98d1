import type {
  ForceReply,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from '@grammyjs/types'
import { badRequest } from '../refusal.ts'
import type { Chat } from '../world/world.ts'
import { checkedLink } from './links.ts'

export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply

const MAX_BUTTONS = 100
const MAX_IN_ROW = 8

/** The inline keyboard of a request, null for none or another sort of keyboard; throws where Telegram refuses it. */
export function readKeyboard(markup: Markup | undefined, chat: Pick<Chat, 'kind'>): InlineKeyboardMarkup | null {
  if (!markup || !('inline_keyboard' in markup)) return null
  const rows = markup.inline_keyboard.filter((row) => row.length > 0)
  if (rows.flat().length > MAX_BUTTONS || rows.some((row) => row.length > MAX_IN_ROW)) {
    throw badRequest('reply markup is too long')
  }
  const inline_keyboard = rows.map((row) => row.map((button) => readButton(button, chat)))
  return rows.length === 0 ? null : { inline_keyboard }
}

function readButton(button: InlineKeyboardButton, chat: Pick<Chat, 'kind'>): InlineKeyboardButton {
  if (button.text.trim() === '') throw badRequest('inline keyboard button text must be non-empty')
  if ('callback_data' in button) checkData(button.callback_data)
  else if ('url' in button) return { ...button, url: readUrl(button.url) }
  else if ('web_app' in button) checkWebApp(button.web_app.url, chat)
  else if ('copy_text' in button) checkCopyText(button.copy_text.text)
  return button
}

function checkData(data: string): void {
  const bytes = Buffer.byteLength(data)
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID')
}

function readUrl(url: string): string {
  const checked = checkedLink(url)
  if (checked === null) throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`)
  return checked
}

function checkWebApp(url: string, chat: Pick<Chat, 'kind'>): void {
  if (chat.kind !== 'private') throw badRequest('BUTTON_TYPE_INVALID')
  if (!url.startsWith('https://') || checkedLink(url) === null) {
    throw badRequest(`inline keyboard button Web App URL '${url}' is invalid: Only HTTPS links are allowed`)
  }
}

function checkCopyText(text: string): void {
  if (text.length < 1 || text.length > 256) throw badRequest('BUTTON_COPY_TEXT_INVALID')
}
