import type { ChatMessage } from '@mujaz/playground/control'
import { decodePress, encodePress, type Press, type PressOf, type Screen } from '../../src/messages/buttons/press.ts'
import type { ABot } from './a-bot.ts'

/** `follows`: whether buttons are pressed that stand under a screen; of every one, when not given. */
type Walk = { readonly commands: readonly string[]; readonly follows?: (screen: Screen) => boolean }

/** What a walk met: each screen's text by its code, each message, and the buttons that bookmark a screen. */
export type Walked = {
  readonly texts: ReadonlyMap<string, string>
  readonly messages: readonly ChatMessage[]
  readonly saves: readonly string[]
  /** What did not go as it should, in words. */
  readonly faults: readonly string[]
}

type Opening = PressOf<'open' | 'visit'>

/**
 * Opens every screen that buttons lead to from some messages, each once, in one message of a reader's: as it was reached,
 * then again by the same button, then back by its own. A button holds all it needs, so that any can be pressed at any time.
 */
export async function walkScreens(
  bot: ABot,
  person: number,
  { commands, follows = () => true }: Walk,
): Promise<Walked> {
  const walked = { texts: new Map<string, string>(), messages: [] as ChatMessage[], saves: [] as string[] }
  const faults: string[] = []
  const known = new Set<string>()
  const waiting: Opening[] = []
  const collect = (message: ChatMessage) => {
    walked.messages.push(message)
    for (const press of pressesOf(message)) {
      if (press.kind === 'save') walked.saves.push(encodePress(press))
      const opening = openingOf(press)
      if (opening === null || known.has(codeOf(opening.screen))) continue
      known.add(codeOf(opening.screen))
      waiting.push(opening)
    }
  }
  for (const command of commands) collect(await say(bot, person, command))
  const canvas = await say(bot, person, '/articles')
  const open = async (press: Press) => {
    const { change } = find(bot, person, canvas.id)
    const data = encodePress(press)
    await pushPress(bot, { person, messageId: canvas.id, data })
    return { ...find(bot, person, canvas.id), isChanged: find(bot, person, canvas.id).change > change }
  }
  const expectText = (screen: Screen, { text }: ChatMessage, how: string) => {
    const former = walked.texts.get(codeOf(screen))
    if (former !== undefined && former !== text) faults.push(`${codeOf(screen)} ${how} reads otherwise than before`)
    walked.texts.set(codeOf(screen), text)
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const shown = await open(next)
    if (follows(next.screen)) collect(shown)
    expectText(next.screen, shown, 'opened')
    if ((await open(next)).isChanged) faults.push(`${encodePress(next)} pressed again changes the message`)
    const former = next.kind === 'visit' ? next.trail.at(-1) : undefined
    if (former === undefined) continue
    const back = pressesOf(shown).find((press) => isBack(press, former))
    if (back === undefined) faults.push(`${encodePress(next)} has no way back to ${codeOf(former)}`)
    else expectText(former, await open(back), `after ${codeOf(next.screen)}`)
  }
  // the made-up presses can't be answered
  bot.playground.forgetRequests()
  return { ...walked, faults }
}

/** A press as data that opens a screen in the message itself, or in one beside it. */
function openingOf(press: Press): Opening | null {
  if (press.kind === 'beside') return { kind: 'open', screen: press.screen }
  return press.kind === 'open' || press.kind === 'visit' ? press : null
}

function isBack(press: Press, former: Screen): boolean {
  return (press.kind === 'open' || press.kind === 'visit') && codeOf(press.screen) === codeOf(former)
}

function codeOf(screen: Screen): string {
  return encodePress({ kind: 'open', screen })
}

function pressesOf({ keyboard }: ChatMessage): readonly Press[] {
  const data = keyboard.flat().flatMap((button) => ('callback_data' in button ? [button.callback_data] : []))
  return data.map((one) => {
    const press = decodePress(one)
    if (press === null) throw new Error(`a button that nobody understands: ${one}`)
    return press
  })
}

async function say(bot: ABot, person: number, text: string): Promise<ChatMessage> {
  bot.playground.say({ chatId: person, from: person, text })
  return bot.playground.waitForMessage({ chatId: person })
}

function find(bot: ABot, person: number, id: number): ChatMessage {
  const message = bot.playground.messages(person).find((one) => one.id === id)
  if (message === undefined) throw new Error(`message ${id} is gone`)
  return message
}

type Pushed = { readonly person: number; readonly messageId: number; readonly data: string }

/** A press of a button that a message had at some time; resolves when it is answered and the message edited. */
async function pushPress(bot: ABot, { person, messageId, data }: Pushed): Promise<void> {
  const from = { id: person, is_bot: false, first_name: 'ليلى', language_code: person === bot.english ? 'en' : 'ar' }
  const chat = { id: person, type: 'private' as const, first_name: 'ليلى' }
  const message = { message_id: messageId, date: 1, chat, from, text: '…' }
  bot.playground.forgetRequests()
  bot.playground.pushUpdate({ callback_query: { id: data, from, chat_instance: '1', data, message } })
  const { answer } = await bot.playground.waitForRequest({ where: ({ method }) => method === 'editMessageText' })
  const isRefused = answer.kind === 'error' && !answer.description.includes('not modified')
  if (isRefused) throw new Error(`${data}: ${answer.description}`)
}
