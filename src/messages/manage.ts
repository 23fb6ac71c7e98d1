import { LANGUAGES } from '../language/language.ts'

/** Where a channel's drafts go; `threadId` 0: no topic. */
export type EditorsPlace = { readonly chatId: number; readonly threadId: number }

/**
 * What an admin does with a chat from elsewhere: `at` a time of day as `0730`, the settings as the chat's own buttons set
 * them, `editors` who see its digests first (`null`: nobody), `offer` one of its topics to channels for that.
 */
export type Managing =
  | { readonly act: PlainAct }
  | { readonly act: 'editors'; readonly to: EditorsPlace | null }
  | { readonly act: 'offer'; readonly threadId: number }
  | { readonly act: 'at'; readonly times: string }
  | { readonly act: 'language' | 'pin'; readonly value: string }

const PLAIN = {
  card: 'c',
  times: 'o',
  preview: 'v',
  pause: 'p',
  resume: 'r',
  end: 'e',
  'catch-up': 'k',
  skip: 'j',
  desk: 'd',
} as const
type PlainAct = keyof typeof PLAIN
const PLAIN_ACTS = new Map<string, PlainAct>([
  ['c', 'card'],
  ['o', 'times'],
  ['v', 'preview'],
  ['p', 'pause'],
  ['r', 'resume'],
  ['e', 'end'],
  ['k', 'catch-up'],
  ['j', 'skip'],
  ['d', 'desk'],
])

/** A chat and what is done with it, as parts of callback data: at most 31 of `[0-9A-Za-z]` in all. */
export function encodeManaging(chat: number, managing: Managing): readonly [chat: string, act: string] {
  return [codeOfChat(chat), codeOf(managing)]
}

/** The chat and the act that such parts name; `null` for what `encodeManaging` did not make. */
export function decodeManaging(
  chat: string,
  act: string,
): { readonly chat: number; readonly managing: Managing } | null {
  const managing = managingOf(act)
  const id = chatOf(chat)
  return managing === null || id === null ? null : { chat: id, managing }
}

function codeOfChat(chat: number): string {
  return `${chat < 0 ? 'n' : 'p'}${Math.abs(chat).toString(36)}`
}

function chatOf(code: string): number | null {
  if (!/^[np][1-9a-z][0-9a-z]{0,9}$/.test(code)) return null
  const id = Number.parseInt(code.slice(1), 36)
  return code.startsWith('n') ? -id : id
}

function codeOf(managing: Managing): string {
  switch (managing.act) {
    case 'at':
      return `s${managing.times}`
    case 'language':
      return `l${managing.value}`
    case 'pin':
      return `n${managing.value}`
    case 'editors':
      return managing.to === null ? 'woff' : `w${codeOfPlace(managing.to)}`
    case 'offer':
      return `T${managing.threadId.toString(36)}`
    default:
      return PLAIN[managing.act]
  }
}

function managingOf(code: string): Managing | null {
  const plain = PLAIN_ACTS.get(code)
  if (plain !== undefined) return { act: plain }
  const value = code.slice(1)
  if (/^s(?:[01]\d|2[0-3])[0-5]\d$/.test(code)) return { act: 'at', times: value }
  if (code.startsWith('l') && LANGUAGES.some((language) => language === value)) return { act: 'language', value }
  if (code === 'woff') return { act: 'editors', to: null }
  if (code.startsWith('w')) return editorsOf(value)
  if (code.startsWith('T'))
    return /^[1-9a-z][0-9a-z]{0,6}$/.test(value) ? { act: 'offer', threadId: idOf(value) } : null
  return code === 'non' || code === 'noff' ? { act: 'pin', value } : null
}

function codeOfPlace({ chatId, threadId }: EditorsPlace): string {
  return threadId === 0 ? codeOfChat(chatId) : `${codeOfChat(chatId)}T${threadId.toString(36)}`
}

function editorsOf(code: string): Managing | null {
  const [, chat = '', thread] = /^([np][0-9a-z]+)(?:T([1-9a-z][0-9a-z]{0,6}))?$/.exec(code) ?? []
  const chatId = chatOf(chat)
  return chatId === null ? null : { act: 'editors', to: { chatId, threadId: thread === undefined ? 0 : idOf(thread) } }
}

function idOf(code: string): number {
  return Number.parseInt(code, 36)
}
