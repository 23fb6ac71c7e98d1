import { LANGUAGES } from '../language/language.ts'

/** What an admin does with a chat from elsewhere: `at` a time of day as `0730`, the settings as the chat's own buttons set them. */
export type Managing =
  | { readonly act: PlainAct }
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
])

/** A chat and what is done with it, as parts of callback data: at most 20 of `[0-9a-z]` in all. */
export function encodeManaging(chat: number, managing: Managing): readonly [chat: string, act: string] {
  return [`${chat < 0 ? 'n' : 'p'}${Math.abs(chat).toString(36)}`, codeOf(managing)]
}

/** The chat and the act that such parts name; `null` for what `encodeManaging` did not make. */
export function decodeManaging(
  chat: string,
  act: string,
): { readonly chat: number; readonly managing: Managing } | null {
  const managing = managingOf(act)
  if (managing === null || !/^[np][1-9a-z][0-9a-z]{0,9}$/.test(chat)) return null
  const id = Number.parseInt(chat.slice(1), 36)
  return { chat: chat.startsWith('n') ? -id : id, managing }
}

function codeOf(managing: Managing): string {
  switch (managing.act) {
    case 'at':
      return `s${managing.times}`
    case 'language':
      return `l${managing.value}`
    case 'pin':
      return `n${managing.value}`
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
  return code === 'non' || code === 'noff' ? { act: 'pin', value } : null
}
