import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { expect } from 'vitest'
import { decodePress, encodePress, type Press } from '../../src/messages/buttons/press.ts'
import type { ABot } from './a-bot.ts'
import { ask, isOpen, type Room } from './random-events.ts'

/** What was approved: of which draft, what it said, and how often its channel had closed before. */
type Approval = { readonly draft: number; readonly room: Room; readonly text: string; readonly closed: number }

type KeptDraft = {
  readonly state: string
  readonly due_at: number
  readonly chat_id: number
  readonly decided_at: number | null
}

/** Channels whose digests are reviewed in one of the groups, and what is decided there. */
export function randomReviews(bot: ABot, random: () => number) {
  const approvals: Approval[] = []
  const published = new Set<number>()
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]
  /** The digests each channel got before it had editors. */
  const before = new Map<Room, number>()

  async function review(room: Room, rooms: readonly Room[]): Promise<void> {
    const editors = pick(rooms.filter((other) => other.kind !== 'channel' && isOpen(other, 0)))
    if (room.kind !== 'channel' || !isOpen(room, 0) || editors === undefined || room.editors !== null) return
    // the bot knows a chat once something was said in it
    for (const known of [room, editors]) await ask(bot, known, 0)
    const to = { chatId: editors.id, threadId: 0 }
    await bot.playground.waitUntilTaken()
    await pressAsAdmin({ kind: 'manage', chat: room.id, managing: { act: 'editors', to } })
    const isKept = () =>
      look((file) => file.prepare('select 1 from editors where chat_id = ?').get(room.id)) !== undefined
    await expect.poll(isKept, { timeout: 5000, interval: 10 }).toBe(true)
    before.set(room, digestsIn(room).length)
    room.editors = editors
  }

  /** The card is not shown to press on, but what its button says is known. */
  async function pressAsAdmin(press: Press): Promise<void> {
    const { admin, playground } = bot
    const from = { id: admin, is_bot: false, first_name: 'منى' }
    const chat = { id: admin, type: 'private' as const, first_name: 'منى' }
    const id = `review-${playground.requests.length}`
    const data = encodePress(press)
    playground.pushUpdate({
      callback_query: { id, from, chat_instance: '1', data, message: { message_id: 1, date: 0, chat } },
    })
    await playground.waitForRequest({
      where: ({ method, params }) => method === 'answerCallbackQuery' && params.callback_query_id === id,
    })
  }

  /** Approves, holds, or presses as one who may not. */
  async function decide(_room: Room, rooms: readonly Room[]): Promise<void> {
    const editors = pick(rooms.filter((room) => room.editors !== null).flatMap((room) => room.editors ?? []))
    const draft = editors === undefined ? undefined : pick(draftsIn(editors))
    if (editors === undefined || draft === undefined || !editors.isIn) return
    const act = pick(['اعتمد', 'اعتمد', 'أوقف النشر'] as const) ?? 'اعتمد'
    const button = draft.buttons.find(({ text }) => text === act)
    if (button === undefined) return
    const from = pick([bot.admin, bot.admin, bot.member]) ?? bot.admin
    const pressed = { chatId: editors.id, from, messageId: draft.messageId, button: button.data }
    const { text } = await bot.playground.press(pressed)
    const room = rooms.find(({ id }) => id === keptDraft(draft.id)?.chat_id)
    if (from === bot.member && text === 'اعتُمدت.' && !editors.memberIsAdmin && room?.memberIsAdmin !== true) {
      throw new Error('a member approved a draft')
    }
    if (text === 'اعتُمدت.' && room !== undefined) {
      approvals.push({ draft: draft.id, room, text: draft.text, closed: room.closed })
    }
  }

  function draftsIn(editors: Room) {
    return bot.playground.messages(editors.id).flatMap(({ id: messageId, keyboard, text }) => {
      const buttons = keyboard.flat().flatMap((one) => {
        const press = 'callback_data' in one ? decodePress(one.callback_data) : null
        return press?.kind === 'draft' && 'callback_data' in one
          ? [{ text: one.text, data: one.callback_data, draft: press.draft }]
          : []
      })
      const [first] = buttons
      return first === undefined ? [] : [{ id: first.draft, messageId, buttons, text: digestOf(text) }]
    })
  }

  function digestsIn(room: Room): readonly string[] {
    const posts = bot.playground.messages(room.id).filter(({ text }) => text.startsWith('نشرة مُوجَز'))
    return posts.map(({ text }) => text).slice(before.get(room) ?? 0)
  }

  function look<T>(question: (file: SqliteFile.Database) => T): T {
    const file = new SqliteFile(join(bot.dataDir, 'mujaz.db'), { readonly: true })
    try {
      return question(file)
    } finally {
      file.close()
    }
  }

  /** What has ended is kept for a month. */
  function keptDraft(id: number): KeptDraft | undefined {
    // as the column list says
    return look(
      (file) => file.prepare('select state, due_at, chat_id, decided_at from drafts where id = ?').get(id) as never,
    )
  }

  /** What was posted unapproved, and what was approved and is neither posted nor to be, for no reason. */
  function wrong(rooms: readonly Room[]): readonly unknown[] {
    const reviewed = rooms.filter((room) => room.editors !== null)
    const unapproved = reviewed.flatMap((room) => {
      const allowed = approvals.filter((approval) => approval.room === room).map(({ text }) => text)
      return digestsIn(room).flatMap((text) => {
        const at = allowed.indexOf(text)
        if (at === -1) return [{ room: room.id, unapproved: text }]
        allowed.splice(at, 1)
        return []
      })
    })
    const now = bot.clock.now().getTime()
    const kept = approvals.flatMap((approval) => {
      const draft = keptDraft(approval.draft)
      return draft === undefined ? [] : [{ approval, draft }]
    })
    for (const { approval, draft } of kept) if (draft.state === 'published') published.add(approval.draft)
    const lost = kept.filter(({ approval, draft }) => {
      if (draft.state === 'approved') return draft.due_at <= now
      if (draft.state === 'withdrawn') return approval.room.closed === approval.closed
      // undone before its time, it may be superseded
      return draft.state === 'superseded' && draft.decided_at !== null
    })
    const missing = kept.filter(({ approval, draft }) => {
      return draft.state === 'published' && !digestsIn(approval.room).includes(approval.text)
    })
    return [...unapproved, ...lost, ...missing]
  }

  return { review, decide, wrong, posted: () => published.size }
}

function digestOf(text: string): string {
  return text.slice(Math.max(0, text.indexOf('نشرة مُوجَز')))
}
