import type { CallbackQuery, InlineKeyboardButton } from '@grammyjs/types'
import type { CallbackAnswer, Control, Press } from '../control.ts'
import { apiMessage, apiUser } from '../world/bot-api-objects.ts'
import { chatOrThrow } from '../world/chats.ts'
import { type Chat, nextChange, nextId, type StoredMessage, type World } from '../world/world.ts'

/** Presses of inline buttons, each with a wait for its answer. */
export function createPressing(world: World): Pick<Control, 'press'> {
  return { press: (press) => pressButton(world, press) }
}

function pressButton(world: World, press: Press): Promise<CallbackAnswer> {
  const { timeoutMs = 30_000 } = press
  const chat = chatOrThrow(world, press.chatId)
  const { message, data } = findButton(chat, press)
  chat.lastAct = nextChange(world)
  const id = `press-${nextId(world)}`
  return new Promise((resolve, reject) => {
    const complaint = `No answer to the button "${press.button}" of message ${message.id} in chat ${chat.id}`
    const settle = deadline(timeoutMs, () => reject(new Error(complaint)))
    const answer = (given: CallbackAnswer) => settle(() => resolve(given))
    forgetOld(world)
    world.callbacks.set(id, { id, at: world.now().getTime(), userId: press.from, chatId: chat.id, answer })
    world.push({ callback_query: queryOf(world, { id, chat, message, data, from: press.from }) })
  })
}

const FORGET_AFTER_MS = 10 * 60 * 1000

function forgetOld(world: World): void {
  const now = world.now().getTime()
  for (const { id, at } of world.callbacks.values()) if (now - at > FORGET_AFTER_MS) world.callbacks.delete(id)
}

type Pressed = {
  readonly id: string
  readonly chat: Chat
  readonly message: StoredMessage
  readonly data: string
  readonly from: number
}

function queryOf(world: World, { id, chat, message, data, from }: Pressed): CallbackQuery {
  const pressed = { id, from: apiUser(world, from), chat_instance: String(chat.id), data }
  if (message.inlineId !== null) return { ...pressed, inline_message_id: message.inlineId }
  if (world.settings.callback_query_mode === 'inline' && message.visibleTo === null) {
    const inline_message_id = `own-message-${chat.id}-${message.id}`
    world.inlineMessages.set(inline_message_id, message)
    return { ...pressed, inline_message_id }
  }
  return { ...pressed, message: apiMessage(world, chat, message) }
}

function findButton(chat: Chat, press: Press): { readonly message: StoredMessage; readonly data: string } {
  for (const message of candidates(chat, press)) {
    const button = buttonsOf(message).find(({ text, data }) => text === press.button || data === press.button)
    if (button) return { message, data: button.data }
  }
  const shown = candidates(chat, press).flatMap(buttonsOf)
  const names = shown.map(({ text }) => `"${text}"`).join(', ') || 'none'
  throw new Error(`Chat ${chat.id} shows no button "${press.button}" that can be pressed; there are: ${names}`)
}

function candidates(chat: Chat, { messageId, from }: Press): readonly StoredMessage[] {
  const visible = [...chat.messages.values(), ...chat.ephemeral.values().filter(({ visibleTo }) => visibleTo === from)]
  const wanted = messageId === undefined ? visible : visible.filter(({ id }) => id === messageId)
  return wanted.toSorted((one, other) => other.change - one.change)
}

function buttonsOf(message: StoredMessage): readonly { readonly text: string; readonly data: string }[] {
  const buttons: readonly InlineKeyboardButton[] = message.keyboard?.inline_keyboard.flat() ?? []
  return buttons.flatMap((button) =>
    'callback_data' in button ? [{ text: button.text, data: button.callback_data }] : [],
  )
}

/** A function that runs its argument and stops the timer, which else runs `tooLate`. */
export function deadline(timeoutMs: number, tooLate: () => void): (finish: () => void) => void {
  const timer = setTimeout(tooLate, timeoutMs)
  timer.unref()
  return (finish) => {
    clearTimeout(timer)
    finish()
  }
}
