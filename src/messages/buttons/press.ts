import type { Key } from '../../article/key.ts'
import type { DraftAct } from '../../digest/drafts.ts'
import type { Adjustment } from '../../digest/preferences.ts'
import { LANGUAGES } from '../../language/language.ts'
import { MOST_MINUTES } from '../../requests/minutes.ts'
import { decodeAdjustment, encodeAdjustment } from '../adjustments.ts'

/** The parts of one article's briefing that come in pages. */
export const PARTS = ['summary', 'read', 'quotes', 'people', 'figures', 'timeline', 'related'] as const
export type Part = (typeof PARTS)[number]

/** What can be seen in its paragraph: a sentence of the summary, a quote, a person, a figure, an event, or a paragraph itself. */
export const CONTEXTS = { sentence: 's', quote: 'q', person: 'm', figure: 'n', event: 't', paragraph: 'p' } as const
export type Context = keyof typeof CONTEXTS

/** What a chat can choose, and from what. */
export const CHOICES = {
  language: LANGUAGES,
  digits: ['latn', 'arab'],
  /** Part by part in a message of text, or the whole article in a rich one. */
  reading: ['classic', 'rich'],
  /** Minutes after which a command and its answer go. */
  tidy: ['off', '5', '30', '60'],
  pin: ['off', 'on'],
  /** Whether a group is told each week what it read and searched most. */
  week: ['off', 'on'],
} as const
export type Setting = keyof typeof CHOICES
export const SETTINGS = ['language', 'digits', 'reading', 'tidy', 'pin', 'week'] as const satisfies readonly Setting[]
const SETTING_LETTERS = {
  language: 'l',
  digits: 'd',
  reading: 'r',
  tidy: 't',
  pin: 'p',
  week: 'w',
} as const satisfies Record<Setting, string>

/** A place a reader can be at: what a button, a command or a deep link opens. Pages count from 0. */
export type Screen =
  | { readonly view: 'help' }
  | { readonly view: 'articles'; readonly page: number }
  | { readonly view: 'said'; readonly page: number }
  | { readonly view: 'saved'; readonly page: number }
  | { readonly view: 'search'; readonly query: Key; readonly page: number }
  | { readonly view: 'speaker'; readonly speaker: Key; readonly page: number }
  | { readonly view: 'front'; readonly article: Key }
  | { readonly view: 'minutes'; readonly article: Key; readonly minutes: number }
  | { readonly view: 'context'; readonly article: Key; readonly what: Context; readonly index: number }
  | { readonly view: Part; readonly article: Key; readonly page: number }

/** The screens that the shelf alone fills; the others need what the reader kept or looked for. */
export type ShelfScreen = Exclude<Screen, { readonly view: 'saved' | 'search' }>

/** A place that can be kept among a reader's own. */
export type Place = Extract<Screen, { readonly article: Key }>

/** What a button asks for: to see a screen, to keep a place, or to change the chat's settings. */
export type Press =
  | { readonly kind: 'open'; readonly screen: Screen }
  | { readonly kind: 'save' | 'drop'; readonly place: Place }
  | { readonly kind: 'export' }
  | { readonly kind: 'set'; readonly setting: Setting; readonly value: string }
  | { readonly kind: 'subscribe'; readonly times: string }
  | { readonly kind: 'schedule' }
  | { readonly kind: 'adjust'; readonly adjustment: Adjustment }
  | { readonly kind: 'why' }
  | { readonly kind: 'unsubscribe' }
  | { readonly kind: 'channels' }
  | { readonly kind: 'manage'; readonly chat: number; readonly managing: Managing }
  | ({ readonly kind: 'draft' } & DraftPress)
  | { readonly kind: 'nothing' }

/** Raised when the encoding changes, so that a button of an older form is known for what it is. */
const VERSION = '1'
const LETTERS = {
  help: 'h',
  articles: 'a',
  said: 'w',
  saved: 'b',
  search: 'x',
  minutes: 'm',
  speaker: 'v',
  front: 'f',
  context: 'c',
  summary: 's',
  read: 'r',
  quotes: 'q',
  people: 'p',
  figures: 'n',
  timeline: 't',
  related: 'l',
} as const satisfies Record<Screen['view'], string>
const CONTEXT_OF = new Map(Object.entries(CONTEXTS).map(([what, letter]) => [letter as string, what as Context]))
const VIEWS = new Map(Object.entries(LETTERS).map(([view, letter]) => [letter as string, view as Screen['view']]))

/**
 * A press as callback data or a start payload: at most 36 of `[A-Za-z0-9_]`, so it fits both
 * (1–64 bytes, https://core.telegram.org/bots/api#inlinekeyboardbutton; https://core.telegram.org/bots/features#deep-linking).
 */
export function encodePress(press: Press): string {
  switch (press.kind) {
    case 'open':
      return [VERSION, LETTERS[press.screen.view], ...partsOf(press.screen)].join('_')
    case 'save':
    case 'drop':
      return [VERSION, press.kind === 'save' ? 'K' : 'X', LETTERS[press.place.view], ...partsOf(press.place)].join('_')
    case 'subscribe':
      return `${VERSION}_S_${press.times}`
    case 'schedule':
      return `${VERSION}_T`
    case 'adjust':
      return `${VERSION}_D_${encodeAdjustment(press.adjustment)}`
    case 'why':
      return `${VERSION}_W`
    case 'unsubscribe':
      return `${VERSION}_U`
    case 'set':
      return `${VERSION}_L_${SETTING_LETTERS[press.setting]}${press.value}`
    case 'export':
      return `${VERSION}_E`
    case 'channels':
      return `${VERSION}_C`
    case 'manage':
      return [VERSION, 'C', ...encodeManaging(press.chat, press.managing)].join('_')
    case 'draft':
      return [VERSION, 'P', ...encodeDraftPress(press)].join('_')
    case 'nothing':
      return `${VERSION}_0`
    default:
      return press satisfies never
  }
}

/** What callback data or a start payload asks for; `null` for anything this bot did not make: forged, or of another version. */
export function decodePress(data: string): Press | null {
  const [version, ...parts] = data.split('_')
  if (version !== VERSION) return null
  if (parts[0] === 'K' || parts[0] === 'X') return placePress(parts[0] === 'K' ? 'save' : 'drop', parts.slice(1))
  if (parts[0] === 'C' && parts.length === 3) return managePress(parts[1] ?? '', parts[2] ?? '')
  if (parts[0] === 'P' && parts.length === 3) return draftPress(parts[1] ?? '', parts[2] ?? '')
  const screen = decodeScreen(parts)
  return screen === null ? decodeChange(parts) : { kind: 'open', screen }
}

function decodeChange([letter, value, ...more]: readonly string[]): Press | null {
  if (more.length > 0) return null
  if (letter === 'S' && /^(?:[01]\d|2[0-3])[0-5]\d$/.test(value ?? '')) return { kind: 'subscribe', times: value ?? '' }
  if (letter === 'L') return settingPress(value ?? '')
  if (letter === 'D') return adjustPress(value ?? '')
  if (value !== undefined) return null
  if (letter === 'T') return { kind: 'schedule' }
  if (letter === 'W') return { kind: 'why' }
  if (letter === 'U') return { kind: 'unsubscribe' }
  if (letter === 'E') return { kind: 'export' }
  if (letter === 'C') return { kind: 'channels' }
  return letter === '0' ? { kind: 'nothing' } : null
}

function managePress(chat: string, act: string): Press | null {
  const managed = decodeManaging(chat, act)
  return managed === null ? null : { kind: 'manage', ...managed }
}

function draftPress(draft: string, act: string): Press | null {
  const decided = decodeDraftPress(draft, act)
  return decided === null ? null : { kind: 'draft', ...decided }
}

function adjustPress(code: string): Press | null {
  const adjustment = decodeAdjustment(code)
  return adjustment === null ? null : { kind: 'adjust', adjustment }
}

function settingPress([letter = '', ...rest]: string): Press | null {
  const value = rest.join('')
  for (const setting of SETTINGS) {
    const values: readonly string[] = CHOICES[setting]
    if (SETTING_LETTERS[setting] === letter && values.includes(value)) return { kind: 'set', setting, value }
  }
  return null
}

function placePress(kind: 'save' | 'drop', parts: readonly string[]): Press | null {
  const screen = decodeScreen(parts)
  return screen !== null && 'article' in screen ? { kind, place: screen } : null
}

function partsOf(screen: Screen): readonly string[] {
  switch (screen.view) {
    case 'help':
      return []
    case 'articles':
    case 'said':
    case 'saved':
      return [String(screen.page)]
    case 'speaker':
      return [screen.speaker, String(screen.page)]
    case 'search':
      return [screen.query, String(screen.page)]
    case 'front':
      return [screen.article]
    case 'minutes':
      return [screen.article, String(screen.minutes)]
    case 'context':
      return [screen.article, `${CONTEXTS[screen.what]}${screen.index}`]
    default:
      return [screen.article, String(screen.page)]
  }
}

function decodeScreen([letter = '', first = '', second = '', ...more]: readonly string[]): Screen | null {
  const view = VIEWS.get(letter)
  if (view === undefined || more.length > 0) return null
  if (view === 'help') return first === '' ? { view } : null
  if (view === 'articles' || view === 'said' || view === 'saved') {
    return isPage(first) && second === '' ? { view, page: Number(first) } : null
  }
  if (!isKey(first)) return null
  if (view === 'front') return second === '' ? { view, article: first } : null
  if (view === 'context') return decodeContext(first, second)
  if (!isPage(second)) return null
  const page = Number(second)
  switch (view) {
    case 'speaker':
      return { view, speaker: first, page }
    case 'search':
      return { view, query: first, page }
    case 'minutes':
      return page >= 1 && page <= MOST_MINUTES ? { view, article: first, minutes: page } : null
    default:
      return { view, article: first, page }
  }
}

function decodeContext(article: Key, [letter, ...digits]: string): Screen | null {
  const index = digits.join('')
  const what = CONTEXT_OF.get(letter ?? '')
  return what === undefined || !isPage(index) ? null : { view: 'context', article, what, index: Number(index) }
}

function isPage(text: string): boolean {
  return /^(?:0|[1-9]\d{0,3})$/.test(text)
}

function isKey(text: string): text is Key {
  return /^[0-9a-v]{8}$/.test(text)
}

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

const ACT_LETTERS = { approve: 'a', hold: 'h', intro: 'i', 'no-intro': 'x' } as const

/** An act on one draft, by its number; `code` names what it would post, so that only what was seen is approved. */
export type DraftPress =
  | { readonly draft: number; readonly act: 'approve'; readonly code: string }
  | { readonly draft: number; readonly act: Exclude<DraftAct, 'approve'> }

const ACTS = new Map<string, Exclude<DraftAct, 'approve'>>([
  ['h', 'hold'],
  ['i', 'intro'],
  ['x', 'no-intro'],
])

/** A draft and what is done with it, as parts of callback data: at most 19 of `[0-9a-z]` in all. */
export function encodeDraftPress(press: DraftPress): readonly [draft: string, act: string] {
  const code = press.act === 'approve' ? press.code : ''
  return [press.draft.toString(36), `${ACT_LETTERS[press.act]}${code}`]
}

/** The draft and the act that such parts name; `null` for what `encodeDraftPress` did not make. */
export function decodeDraftPress(number: string, act: string): DraftPress | null {
  if (!/^[1-9a-z][0-9a-z]{0,9}$/.test(number)) return null
  const draft = Number.parseInt(number, 36)
  const code = /^a([0-9a-f]{8})$/.exec(act)?.[1]
  if (code !== undefined) return { draft, act: 'approve', code }
  const known = ACTS.get(act)
  return known === undefined ? null : { draft, act: known }
}
