import type { ChatMessage } from '@mujaz/playground/control'
import { decodePress } from '../../src/messages/buttons/press.ts'
import type { ABot } from './a-bot.ts'

/** What should be so of one chat, as far as the bot can know. */
export type Room = {
  /** A group that becomes a supergroup has another. */
  id: number
  kind: 'group' | 'supergroup' | 'forum' | 'channel'
  isIn: boolean
  mayPost: boolean
  memberIsAdmin: boolean
  readonly topics: Map<number, 'open' | 'closed' | 'deleted'>
  /** The threads with a schedule, 0 for none. */
  readonly schedules: Set<number>
  /** A channel's digests go to this room first. */
  editors: Room | null
  /** How often it had to give up what was to be posted. */
  closed: number
}

export type Rooms = { readonly rooms: readonly Room[]; readonly step: () => Promise<void> }

const SCHEDULE = '/subscribe 07:00'

export type RandomRooms = {
  readonly count: number
  readonly random: () => number
  /** What else may happen in a room, told of all rooms. */
  readonly more?: readonly ((room: Room, rooms: readonly Room[]) => Promise<void>)[]
}

/** Chats of every kind, and a way to let one thing at random happen in one of them. */
export function randomRooms(bot: ABot, { count, random, more = [] }: RandomRooms): Rooms {
  const rooms = Array.from({ length: count }, (_, index) => aRoom(bot, index))
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]
  const others = more.map((act) => (_bot: ABot, room: Room) => act(room, rooms))
  const acts = [subscribe, subscribe, subscribe, unsubscribe, ask, press, tryAsMember, comeOrGo, comeOrGo, turnRight]
  return {
    rooms,
    step: async () => {
      const room = pick(rooms)
      const act = pick([...acts, promote, upgrade, turnTopic, turnTopic, ...others])
      if (room === undefined || act === undefined) return
      const thread = pick([0, ...room.topics.keys()]) ?? 0
      await act(bot, room, thread)
    },
  }
}

/** Whether a digest may be posted there. */
export function isOpen(room: Room, thread: number): boolean {
  return room.isIn && room.mayPost && (thread === 0 || room.topics.get(thread) === 'open')
}

/** Puts right all that may hinder a schedule; a deleted topic stays deleted. */
export async function openAll(bot: ABot, rooms: readonly Room[]): Promise<void> {
  for (const room of rooms) {
    if (!room.isIn) await comeOrGo(bot, room)
    if (!room.mayPost) await turnRight(bot, room)
    for (const [thread, state] of room.topics) if (state === 'closed') await turnTopic(bot, room, thread)
  }
}

function aRoom(bot: ABot, index: number): Room {
  const { playground, admin, member } = bot
  const people = { creator: admin, members: [member] }
  const kind = (['group', 'supergroup', 'forum', 'channel'] as const)[index % 4] ?? 'group'
  const title = `غرفة ${index}`
  const id =
    kind === 'group'
      ? playground.addGroup({ title, ...people })
      : kind === 'channel'
        ? playground.addChannel({ title, ...people })
        : playground.addSupergroup({ title, ...people, forum: kind === 'forum' })
  const topics = kind === 'forum' ? [playground.addTopic({ chatId: id, name: 'أخبار' })] : []
  return {
    id,
    kind,
    isIn: true,
    mayPost: true,
    memberIsAdmin: false,
    topics: new Map(topics.map((thread) => [thread, 'open' as const])),
    schedules: new Set(),
    editors: null,
    closed: 0,
  }
}

type How = { readonly from?: number; readonly where?: (message: ChatMessage) => boolean }

/** Says something where it will be answered, and waits for the answer. */
async function say(bot: ABot, room: Room, thread: number, text: string, { from = bot.admin, where }: How = {}) {
  bot.playground.say({ chatId: room.id, from, text, ...(thread === 0 ? {} : { threadId: thread }) })
  return bot.playground.waitForMessage({ chatId: room.id, ...(where === undefined ? {} : { where }) })
}

const says = (word: string) => ({ where: ({ text }: ChatMessage) => text.includes(word) })

export async function subscribe(bot: ABot, room: Room, thread: number): Promise<void> {
  if (!isOpen(room, thread)) return
  await say(bot, room, thread, SCHEDULE, says('07:00'))
  room.schedules.add(thread)
}

async function unsubscribe(bot: ABot, room: Room, thread: number): Promise<void> {
  // leaves most schedules where they are
  if (!isOpen(room, thread) || room.id % 3 !== 0) return
  await say(bot, room, thread, '/unsubscribe', says('شتراك'))
  room.schedules.delete(thread)
  room.closed += 1
}

export async function ask(bot: ABot, room: Room, thread: number): Promise<void> {
  if (isOpen(room, thread)) await say(bot, room, thread, '/people')
  else speakInVain(bot, room, thread, '/people')
}

/** The bot is not there, may not write, or not in that topic; whatever it is asked, it has nothing to answer with. */
function speakInVain(bot: ABot, room: Room, thread: number, text: string): void {
  if (room.topics.get(thread) === 'deleted') return
  bot.playground.say({ chatId: room.id, from: bot.admin, text, ...(thread === 0 ? {} : { threadId: thread }) })
}

/** Also on old messages, and where the bot is no more. */
async function press(bot: ABot, room: Room): Promise<void> {
  const message = bot.playground.messages(room.id).findLast(({ keyboard }) => keyboard.flat().some(isReading))
  const button = message?.keyboard.flat().find(isReading)
  if (message === undefined || button === undefined || !('callback_data' in button)) return
  const pressed = { chatId: room.id, from: bot.member, messageId: message.id, button: button.callback_data }
  await bot.playground.press(pressed)
}

/** Settings are for commands: what they do is known. */
function isReading(button: object): boolean {
  return 'callback_data' in button && decodePress(String(button.callback_data))?.kind === 'open'
}

async function tryAsMember(bot: ABot, room: Room): Promise<void> {
  if (room.kind === 'channel' || !isOpen(room, 0)) return
  const word = room.memberIsAdmin ? 'إعدادات' : 'للمشرفين'
  await say(bot, room, 0, '/settings', { from: bot.member, ...says(word) })
}

async function promote(bot: ABot, room: Room): Promise<void> {
  room.memberIsAdmin = !room.memberIsAdmin
  const status = room.memberIsAdmin ? 'administrator' : 'member'
  bot.playground.setMember({ chatId: room.id, userId: bot.member, status })
  // Telegram tells of it only where the bot is in; elsewhere what was known is old by the time it matters
  if (!room.isIn) bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 61_000))
}

async function comeOrGo(bot: ABot, room: Room): Promise<void> {
  room.isIn = !room.isIn
  room.closed += 1
  room.mayPost = true
  if (!room.isIn) bot.playground.kickBot({ chatId: room.id })
  else bot.playground.addBot({ chatId: room.id, as: room.kind === 'channel' ? 'administrator' : 'member' })
}

async function turnRight(bot: ABot, room: Room): Promise<void> {
  if (!room.isIn || room.kind === 'group') return
  room.mayPost = !room.mayPost
  room.closed += 1
  const bots = { chatId: room.id, userId: bot.playground.bot.id }
  const [able, unable] =
    room.kind === 'channel' ? (['administrator', 'administrator'] as const) : (['member', 'restricted'] as const)
  const right = room.kind === 'channel' ? 'can_post_messages' : 'can_send_messages'
  if (room.mayPost) bot.playground.setMember({ ...bots, status: able })
  else bot.playground.setMember({ ...bots, status: unable, without: [right] })
}

async function upgrade(bot: ABot, room: Room): Promise<void> {
  if (room.kind !== 'group' || !room.isIn) return
  room.id = bot.playground.upgradeGroup(room.id)
  room.kind = 'supergroup'
}

async function turnTopic(bot: ABot, room: Room, thread: number): Promise<void> {
  const state = room.topics.get(thread)
  if (state === undefined || state === 'deleted' || !room.isIn) return
  const topic = { chatId: room.id, threadId: thread }
  if (state === 'closed') bot.playground.reopenTopic(topic)
  else if (bot.playground.messages(room.id).length % 7 === 0) bot.playground.deleteTopic(topic)
  else bot.playground.closeTopic(topic)
  const isDeleted = !bot.playground.chat(room.id).topics.some(({ threadId }) => threadId === thread)
  room.topics.set(thread, isDeleted ? 'deleted' : state === 'closed' ? 'open' : 'closed')
}
