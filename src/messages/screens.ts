import { LANGUAGES, type Language } from '../language/language.ts'
import type { Key } from './shelf.ts'

/** The parts of one article's briefing that come in pages. */
export const PARTS = ['summary', 'read', 'quotes', 'people', 'figures', 'timeline', 'related'] as const
export type Part = (typeof PARTS)[number]

/** A place a reader can be at: what a button, a command or a deep link opens. Pages count from 0. */
export type Screen =
  | { readonly view: 'help' }
  | { readonly view: 'articles'; readonly page: number }
  | { readonly view: 'said'; readonly page: number }
  | { readonly view: 'speaker'; readonly speaker: Key; readonly page: number }
  | { readonly view: 'front'; readonly article: Key }
  | { readonly view: Part; readonly article: Key; readonly page: number }

/** What a button asks for: to see a screen, or to change the chat's settings. */
export type Press =
  | { readonly kind: 'open'; readonly screen: Screen }
  | { readonly kind: 'subscribe'; readonly times: string }
  | { readonly kind: 'unsubscribe' }
  | { readonly kind: 'speak'; readonly language: Language }
  | { readonly kind: 'nothing' }

/** Raised when the encoding changes, so that a button of an older form is known for what it is. */
const VERSION = '1'
const LETTERS = {
  help: 'h',
  articles: 'a',
  said: 'w',
  speaker: 'v',
  front: 'f',
  summary: 's',
  read: 'r',
  quotes: 'q',
  people: 'p',
  figures: 'n',
  timeline: 't',
  related: 'l',
} as const satisfies Record<Screen['view'], string>
const VIEWS = new Map(Object.entries(LETTERS).map(([view, letter]) => [letter as string, view as Screen['view']]))

/**
 * A press as callback data or a start payload: at most 32 of `[A-Za-z0-9_]`, so it fits both
 * (1–64 bytes, https://core.telegram.org/bots/api#inlinekeyboardbutton; https://core.telegram.org/bots/features#deep-linking).
 */
export function encodePress(press: Press): string {
  switch (press.kind) {
    case 'open':
      return [VERSION, LETTERS[press.screen.view], ...partsOf(press.screen)].join('_')
    case 'subscribe':
      return `${VERSION}_S_${press.times}`
    case 'unsubscribe':
      return `${VERSION}_U`
    case 'speak':
      return `${VERSION}_L_${press.language}`
    case 'nothing':
      return `${VERSION}_0`
    default:
      return press satisfies never
  }
}

/** What callback data or a start payload asks for; `null` for anything this bot did not make: forged, or of another version. */
export function decodePress(data: string): Press | null {
  const [version, letter = '', first = '', second = '', ...more] = data.split('_')
  if (version !== VERSION || more.length > 0) return null
  if (letter === 'S')
    return /^(?:[01]\d|2[0-3])[0-5]\d$/.test(first) && second === '' ? { kind: 'subscribe', times: first } : null
  if (letter === 'L' && second === '') return languagePress(first)
  if (first === '' && letter === 'U') return { kind: 'unsubscribe' }
  if (first === '' && letter === '0') return { kind: 'nothing' }
  const view = VIEWS.get(letter)
  const screen = view === undefined ? null : decodeScreen(view, first, second)
  return screen === null ? null : { kind: 'open', screen }
}

function partsOf(screen: Screen): readonly string[] {
  switch (screen.view) {
    case 'help':
      return []
    case 'articles':
    case 'said':
      return [String(screen.page)]
    case 'speaker':
      return [screen.speaker, String(screen.page)]
    case 'front':
      return [screen.article]
    default:
      return [screen.article, String(screen.page)]
  }
}

function decodeScreen(view: Screen['view'], first: string, second: string): Screen | null {
  if (view === 'help') return first === '' ? { view } : null
  if (view === 'articles' || view === 'said') {
    return isPage(first) && second === '' ? { view, page: Number(first) } : null
  }
  if (!isKey(first)) return null
  if (view === 'front') return second === '' ? { view, article: first } : null
  if (!isPage(second)) return null
  return view === 'speaker'
    ? { view, speaker: first, page: Number(second) }
    : { view, article: first, page: Number(second) }
}

function languagePress(code: string): Press | null {
  const language = LANGUAGES.find((known) => known === code)
  return language === undefined ? null : { kind: 'speak', language }
}

function isPage(text: string): boolean {
  return /^(?:0|[1-9]\d{0,3})$/.test(text)
}

function isKey(text: string): text is Key {
  return /^[0-9a-v]{8}$/.test(text)
}
