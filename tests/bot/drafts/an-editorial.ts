import { join } from 'node:path'
import type { ChatMessage } from '@mujaz/playground/control'
import SqliteFile from 'better-sqlite3'
import { vi } from 'vitest'
import { DRAFT_LEAD_MS } from '../../../src/digest/drafts.ts'
import type { ABot } from '../a-bot.ts'

/** A channel with a digest at eight whose drafts go to a chat of editors. */
export type Editorial = {
  readonly owner: number
  readonly channel: number
  readonly title: string
  /** Admin, and no admin, of the editors' group. */
  readonly editor: number
  readonly member: number
  readonly group: number
}

export type EditorialOptions = {
  /** Whether drafts go to the group (default) or to the owner's private chat; `none`: not chosen yet. */
  readonly editors?: 'group' | 'private' | 'none'
  readonly kind?: 'group' | 'supergroup' | 'forum'
  readonly language?: string
}

let made = 0

/** Somebody with a channel and a group, the digest scheduled and the editors chosen by button. */
export async function anEditorial(bot: ABot, options: EditorialOptions = {}): Promise<Editorial> {
  const { editors = 'group', kind = 'supergroup', language = 'ar' } = options
  const { playground } = bot
  made += 1
  const owner = playground.addPerson({ firstName: 'سلمى', languageCode: language, started: true })
  const editor = playground.addPerson({ firstName: 'حسن', languageCode: language, started: true })
  const member = playground.addPerson({ firstName: 'عمر', languageCode: language, started: true })
  const title = `قناة ${made}`
  const channel = playground.addChannel({ title, creator: owner, bot: 'absent' })
  const people = { title: `تحرير ${made}`, creator: owner, admins: [editor], members: [member], bot: 'absent' as const }
  const group =
    kind === 'group' ? playground.addGroup(people) : playground.addSupergroup({ ...people, forum: kind === 'forum' })
  playground.addBot({ chatId: channel, as: 'administrator' })
  playground.addBot({ chatId: group, as: 'member' })
  await playground.waitForMessage({ chatId: group })
  await playground.waitUntilTaken()
  const editorial = { owner, channel, title, editor, member, group }
  await ask(bot, '/channels', owner)
  await pressIn(bot, owner, owner, new RegExp(`${title}$`))
  await pressIn(bot, owner, owner, /مواعيد النشرة|Digest times/)
  await pressIn(bot, owner, owner, /08:00/)
  if (editors !== 'none')
    await chooseEditors(bot, editorial, editors === 'group' ? people.title : /هذه المحادثة|This chat/)
  return editorial
}

/** From the channel's card, open in the owner's chat. */
export async function chooseEditors(bot: ABot, { owner }: Editorial, where: string | RegExp): Promise<ChatMessage> {
  await pressIn(bot, owner, owner, /المراجعة قبل النشر|Review before/)
  return pressIn(bot, owner, owner, where)
}

export async function ask(bot: ABot, text: string, from: number): Promise<ChatMessage> {
  bot.playground.say({ text, chatId: from, from })
  return bot.playground.waitForMessage({ chatId: from })
}

/** Presses the newest button of that name in a chat, and waits for the bot's answer. */
export async function pressIn(bot: ABot, chatId: number, from: number, button: string | RegExp): Promise<ChatMessage> {
  await bot.playground.press({ chatId, from, button: await buttonLike(bot, chatId, button) })
  return bot.playground.waitForMessage({ chatId })
}

/** Waits for the button: a draft's message may still be on its way. */
async function buttonLike(bot: ABot, chatId: number, wanted: string | RegExp): Promise<string> {
  if (typeof wanted === 'string') return wanted
  const find = () =>
    bot.playground
      .messages(chatId)
      .toSorted((one, other) => other.change - one.change)
      .flatMap(({ keyboard }) => keyboard.flat())
      .find((one) => 'callback_data' in one && wanted.test(one.text))
  await vi.waitUntil(() => find() !== undefined, { timeout: 30_000 })
  return find()?.text ?? ''
}

/** Sets the clock to a moment, and waits for the work due then. */
export async function passTo(bot: ABot, moment: number): Promise<void> {
  bot.clock.jumpTo(new Date(moment))
  await bot.running.tick()
}

/** Sets the clock to the moment at which the channel's next draft is made; returns when that draft is due. */
export async function passToDraft(bot: ABot, { channel }: Editorial): Promise<number> {
  const file = new SqliteFile(join(bot.dataDir, 'mujaz.db'), { readonly: true })
  const act = file.prepare('select next_due from subscriptions where chat_id = ?').pluck().get(channel)
  file.close()
  if (typeof act !== 'number') throw new Error('no draft is to be made')
  await passTo(bot, act)
  return act + DRAFT_LEAD_MS
}

const DRAFT = /^مسودة نشرة|^Draft of/

/** The newest draft in a chat, as it looks once `words` are in it. */
export function draftIn(bot: ABot, chatId: number, words: string | RegExp = DRAFT, after = 0): Promise<ChatMessage> {
  const has = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text))
  return bot.playground.waitForMessage({
    chatId,
    after,
    timeoutMs: 60_000,
    where: ({ text }) => DRAFT.test(text) && has(text),
  })
}

/** The digests that were posted in a channel. */
export function postsIn(bot: ABot, { channel }: Editorial): readonly ChatMessage[] {
  return bot.playground
    .messages(channel)
    .filter(({ sender, text }) => sender.kind !== 'person' && /نشرة مُوجَز|mujaz digest/.test(text))
}

/** A while in which nothing should happen. */
export function aWhile(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 400))
}

/** The draft of the next digest, in its editors' chat; and when it is due. */
export async function aDraft(bot: ABot, editorial: Editorial, chatId = editorial.group) {
  const before = bot.playground.messages(chatId).at(-1)?.change ?? 0
  const dueAt = await passToDraft(bot, editorial)
  return { draft: await draftIn(bot, chatId, undefined, before), dueAt }
}

export function labels({ keyboard }: ChatMessage): readonly string[] {
  return keyboard.flat().map(({ text }) => text)
}

export function callbackOf({ keyboard }: ChatMessage, label: string): string {
  const button = keyboard.flat().find(({ text }) => text === label)
  return button !== undefined && 'callback_data' in button ? button.callback_data : ''
}

/** A press of a button that is not shown any more, or not to that person; how it was answered. */
export async function pressForged(bot: ABot, chatId: number, from: number, data: string) {
  const id = `forged-${bot.playground.requests.length}`
  const messageId = bot.playground.messages(chatId).at(-1)?.id ?? 1
  bot.playground.pushUpdate({
    callback_query: {
      ...{ id, chat_instance: '1', data },
      from: { id: from, is_bot: false, first_name: 'حسن' },
      message: {
        message_id: messageId,
        date: 0,
        chat: {
          id: chatId,
          ...(chatId > 0 ? { type: 'private', first_name: 'حسن' } : { type: 'supergroup', title: 'تحرير' }),
        },
      },
    },
  })
  const { params } = await bot.playground.waitForRequest({
    where: ({ method, params }) => method === 'answerCallbackQuery' && params.callback_query_id === id,
  })
  return params
}
