import type { ChatMessage } from '@mujaz/playground/control'
import { expect } from 'vitest'
import { decodePress, encodePress } from '../../src/messages/buttons/press.ts'
import type { ABot } from './a-bot.ts'

/**
 * What the bot should know after a walk, by person: the page last seen of each article (`WHOLE`: its last, as a rich
 * message shows them all), and the places kept.
 */
export type Expected = {
  readonly pages: Map<string, number>
  readonly saved: Set<string>
  /** How the private chat reads. */
  reading: string
}

export type Walk = { readonly steps: number; readonly random: () => number }

export const WHOLE = Number.POSITIVE_INFINITY

const SAYINGS = [
  '/start',
  '/brief',
  'ملخص',
  '/read',
  '/quotes بوتين',
  '/articles',
  'عناوين',
  '/digest',
  '/saved',
  '/people',
  '/search النار',
  '/brief 2m',
  'صباح الخير',
  '/settings',
]
/** One restart in so many steps. */
const RESTARTS = 250

/**
 * Two readers in private and two members of a group say and press at random, also on old messages, with restarts between.
 * No press changes a post. Returns what each person should find afterwards.
 */
export async function walkAtRandom(bot: ABot, { steps, random }: Walk): Promise<ReadonlyMap<number, Expected>> {
  const seats = [
    { person: bot.reader, chatId: bot.reader },
    { person: bot.english, chatId: bot.english },
    { person: bot.admin, chatId: bot.group },
    { person: bot.member, chatId: bot.group },
  ]
  const posts = new Map<string, ChatMessage>()
  const expected = new Map(
    seats.map(({ person }) => [
      person,
      { pages: new Map<string, number>(), saved: new Set<string>(), reading: 'classic' },
    ]),
  )
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]
  for (let step = 0; step < steps; step += 1) {
    if (random() < 1 / RESTARTS) await bot.restart()
    const seat = pick(seats)
    const known = seat && expected.get(seat.person)
    if (seat === undefined || known === undefined) continue
    for (const post of bot.playground.messages(seat.chatId).filter(isPost)) {
      const name = `${post.chatId} ${post.id}`
      if (!posts.has(name)) posts.set(name, post)
    }
    const message =
      random() < 0.8 ? pick(bot.playground.messages(seat.chatId).filter(isPressable(seat.person)).slice(-4)) : undefined
    const data = message && pick(buttonsOf(message))
    if (message === undefined || data === undefined) await speak(bot, seat, pick(SAYINGS) ?? '/start', known)
    else await pressButton(bot, { ...seat, message, data }, known)
  }
  for (const post of posts.values()) expect(bot.playground.messages(post.chatId)).toContainEqual(post)
  return expected
}

/** A message whose buttons open beside it. */
function isPost(message: ChatMessage): boolean {
  return buttonsOf(message).some((data) => decodePress(data)?.kind === 'beside')
}

type Seat = { readonly person: number; readonly chatId: number }

async function speak(bot: ABot, { person, chatId }: Seat, text: string, known: Expected): Promise<void> {
  // a group is not answered more often than its manners allow
  if (chatId !== person) bot.clock.jumpTo(new Date(bot.clock.now().getTime() + 6_000))
  bot.playground.say({
    chatId,
    from: person,
    text: chatId === person || text.startsWith('/') ? text : `@${bot.playground.bot.username} ${text}`,
  })
  if (text === 'صباح الخير' && chatId !== person) return
  const answered = await bot.playground.waitForMessage({ chatId })
  if (text === '/read') keepPage(answered, known)
  if (text === '/digest' && chatId === person) keepDigest(answered, known)
}

/** The page a message shows is the one its own save button would keep. */
function keepPage(message: ChatMessage, known: Expected): void {
  for (const data of buttonsOf(message)) {
    const press = decodePress(data)
    if (press?.kind !== 'save' || press.place.view !== 'read') continue
    known.pages.set(press.place.article, message.rich === null ? press.place.page : WHOLE)
  }
}

/** A digest that shows the next part has read it to the person: it says which, and its front button of what. */
function keepDigest(message: ChatMessage, known: Expected): void {
  const [, page] = /\(([\d٠-٩]+) (?:من|of) /.exec(message.text.split('\n')[0] ?? '') ?? []
  if (page === undefined) return
  for (const data of buttonsOf(message)) {
    const press = decodePress(data)
    if (press?.kind === 'beside' && press.screen.view === 'front') {
      known.pages.set(press.screen.article, Number(page.replace(/[٠-٩]/g, latin)) - 1)
    }
  }
}

/** The chat may have chosen Arabic-Indic digits on the way. */
export function latin(digit: string): string {
  return String(digit.charCodeAt(0) - 0x0660)
}

async function pressButton(
  bot: ABot,
  at: Seat & { readonly message: ChatMessage; readonly data: string },
  known: Expected,
): Promise<void> {
  const { person, chatId, message, data } = at
  const press = decodePress(data)
  await bot.playground.press({ chatId, from: person, button: data, messageId: message.id })
  if (press?.kind === 'save') known.saved.add(encodePress({ kind: 'open', screen: press.place }))
  if (press?.kind === 'drop') known.saved.delete(encodePress({ kind: 'open', screen: press.place }))
  if (press?.kind === 'set' && press.setting === 'reading' && chatId === person) known.reading = press.value
  const opens = press?.kind === 'open' || press?.kind === 'visit' || press?.kind === 'beside'
  if (opens && press.screen.view === 'read') {
    known.pages.set(press.screen.article, known.reading === 'rich' ? WHOLE : press.screen.page)
  }
}

function isPressable(person: number) {
  return (message: ChatMessage): boolean =>
    message.sender.kind === 'bot' &&
    buttonsOf(message).length > 0 &&
    (message.visibleTo === null || message.visibleTo === person)
}

function buttonsOf({ keyboard }: ChatMessage): readonly string[] {
  return keyboard.flat().flatMap((button) => ('callback_data' in button ? [button.callback_data] : []))
}
