import type { Key } from '../../article/key.ts'
import { LENGTHS, SECTIONS } from '../../digest/form.ts'
import { PAUSES } from '../../digest/preferences.ts'
import { WHEN_EMPTY } from '../../digest/wishes.ts'
import { LANGUAGES } from '../../language/language.ts'
import { MOST_MINUTES } from '../../requests/minutes.ts'
import { ACTING, DECIDING, MANAGING } from './actions.ts'
import {
  after,
  base36,
  chatId,
  clock,
  type Fields,
  form,
  forms,
  lettered,
  namesOf,
  oneOf,
  only,
  placeIn,
  several,
  text,
  type ValueOf,
  whole,
} from './callback-code.ts'

// Letters are never given twice nor changed: old buttons, links and bookmarks hold them.

const key = text<Key>('[0-9a-v]{8}')
/** From 0. */
const page = after('_', whole(9_999))
const article = after('_', key)

/** The kinds of passage shown in their paragraph. */
const CONTEXT = lettered({ sentence: 's', quote: 'q', person: 'm', figure: 'n', event: 't', paragraph: 'p' })

const PART_SCREENS = {
  summary: screen('s', 'reading', { article, page }),
  read: screen('r', 'reading', { article, page }),
  quotes: screen('q', 'reading', { article, page }),
  people: screen('p', 'reading', { article, page }),
  figures: screen('n', 'reading', { article, page }),
  timeline: screen('t', 'reading', { article, page }),
  related: screen('l', 'reading', { article, page }),
}

const PLACE_SCREENS = {
  front: screen('f', 'overview', { article }),
  /** The front with a button for each part of the briefing. */
  more: screen('e', 'overview', { article }),
  minutes: screen('m', 'reading', { article, minutes: after('_', whole(MOST_MINUTES, 1)) }),
  context: screen('c', 'passage', { article, what: after('_', CONTEXT), index: whole(9_999) }),
  ...PART_SCREENS,
}
const PLACE = forms('view', PLACE_SCREENS)

export const SCREENS = {
  help: screen('h', 'overview', {}),
  guide: screen('g', 'overview', {}),
  articles: screen('a', 'overview', { page }),
  'all-quotes': screen('w', 'reading', { page }),
  saved: screen('b', 'overview', { page }),
  search: screen('x', 'reading', { query: after('_', key), page }),
  /** What was found of the quotes in a stored text; short by itself. */
  verify: screen('y', 'overview', { query: after('_', key) }),
  speaker: screen('v', 'reading', { speaker: after('_', key), page }),
  /** One result of a search, one quote of a speaker's and one of all, by its place among them. */
  hit: screen('i', 'passage', { query: after('_', key), index: page }),
  said: screen('d', 'passage', { speaker: after('_', key), index: page }),
  spoken: screen('o', 'passage', { index: page }),
  ...PLACE_SCREENS,
}
const SCREEN = forms('view', SCREENS)

const LONGEST_TRAIL = 6

/** `overview`: a way in, short by itself; `passage`: a look into an article that does not open it. */
function screen<const F extends Fields>(letter: string, kind: 'overview' | 'reading' | 'passage', fields: F) {
  return { ...form(letter, fields), kind }
}

/** The settings of a chat: their values, the default first, and the kinds of chat that have them. */
export const SETTINGS = {
  language: setting('l', LANGUAGES),
  digits: setting('d', ['latn', 'arab']),
  /** Part by part in a message of text, or the whole article in a rich one. */
  reading: setting('r', ['classic', 'rich']),
  /** Minutes after which a command and its answer go. */
  tidy: setting('t', ['off', '5', '30', '60'], ['group']),
  pin: setting('p', ['off', 'on'], ['group', 'channel']),
  /** Whether a group is told each week what it read and searched most. */
  week: setting('w', ['off', 'on'], ['group']),
}
const CHOICE = forms('setting', SETTINGS)
const SETTING_LETTERS = { language: 'l', digits: 'd', reading: 'r', tidy: 't', pin: 'p', week: 'w' } as const

/** All that can be chosen of a setting. */
export function choicesOf<S extends SettingName>(setting: S): readonly SettingChoice<S>[] {
  const values: readonly SettingChoice<S>['value'][] = SETTINGS[setting].values
  return values.map((value) => ({ setting, value }))
}

type Where = 'private' | 'group' | 'channel'

function setting<const T extends string>(
  letter: string,
  values: readonly [T, ...T[]],
  where: readonly Where[] = ['private', 'group', 'channel'],
) {
  return { ...form(letter, { value: oneOf(values) }), values, where }
}

/** The screens on which a chat sets up its digests. */
export const PLAN_PAGES = {
  home: 'h',
  times: 't',
  days: 'd',
  zone: 'z',
  pause: 'p',
  quiet: 'q',
  ramadan: 'r',
  sections: 's',
  amount: 'l',
  follow: 'f',
  upcoming: 'v',
  preview: 'w',
}

/** A change of a chat's digest settings, or a page of them to open. */
const ADJUSTMENT = forms('kind', {
  page: form('o', { page: lettered(PLAN_PAGES) }),
  zones: form('y', { region: whole(9), page: whole(99) }),
  zone: form('z', { key }),
  time: form('t', { minute: clock }),
  ramadan: form('r', { minute: clock }),
  'no-ramadan': form('r0', {}),
  days: form('d', { days: only(text('1?2?3?4?5?6?7?'), (days) => days !== '') }),
  day: form('x', { day: whole(7, 1) }),
  pause: form('p', { days: oneOf(PAUSES) }),
  quiet: only(form('q', { from: clock, to: clock }), ({ from, to }) => from !== to),
  'no-quiet': form('q0', {}),
  section: form('s', { section: placeIn(SECTIONS) }),
  most: form('m', { most: whole(10, 1) }),
  length: form('l', { length: placeIn(LENGTHS) }),
  empty: form('e', { whenEmpty: placeIn(WHEN_EMPTY) }),
  speaker: form('f', { key }),
  'follow-all': form('f0', {}),
})

/** What a button does: opens a screen, adds or removes a bookmark, changes a subscription, a setting or a draft. */
export const PRESS = forms('kind', {
  open: form('1_', { screen: SCREEN }),
  /** Opens a screen that was reached over others: `trail`, the oldest first. */
  visit: form('1_V_', { screen: SCREEN, trail: several(after('_', SCREEN), LONGEST_TRAIL) }),
  /** Opens a screen in a message of its own: the pressed one is a post, and stays. */
  beside: form('1_B_', { screen: SCREEN }),
  save: form('1_K_', { place: PLACE }),
  drop: form('1_X_', { place: PLACE }),
  export: form('1_E', {}),
  set: after('1_L_', CHOICE),
  /** All settings; the values of one. */
  settings: form('1_G', {}),
  setting: form('1_G_', { setting: lettered(SETTING_LETTERS) }),
  subscribe: form('1_S_', { minute: clock }),
  schedule: form('1_T', {}),
  adjust: form('1_D_', { adjustment: ADJUSTMENT }),
  why: form('1_W', {}),
  /** Asks before the subscription is ended. */
  unsubscribe: form('1_U', {}),
  unsubscribing: form('1_U_', { act: lettered({ sure: 'y', keep: 'n', undo: 'u' }) }),
  forget: form('1_F_', { act: lettered({ ask: 'a', sure: 'y', keep: 'n' }) }),
  channels: form('1_C', {}),
  manage: form('1_C_', { chat: chatId, managing: after('_', MANAGING) }),
  draft: form('1_P_', { draft: base36(10), deciding: after('_', DECIDING) }),
  /** An owner's, of an announcement. */
  broadcast: form('o1_', {
    act: lettered({ send: 's', cancel: 'c', stop: 'x', retry: 'r' }),
    broadcast: after('_', whole(9_999_999_999, 1)),
  }),
  /** Runs the stored words of a request, as if they were written. */
  request: form('1_R_', { words: key }),
  audience: form('o1_a_', {
    audience: lettered({ chats: 'm', private: 'p', groups: 'g', channels: 'c', all: 'a' }),
    broadcast: after('_', whole(9_999_999_999, 1)),
  }),
  /** An owner's or editor's: what is held; one article, on hand or not. */
  desk: form('1_N', { page }),
  article: form('1_H_', { article: key, acting: after('_', ACTING) }),
  /** An owner's, of a source of articles; `ask`: before it is given up. */
  source: form('o2_', {
    act: lettered({ publish: 'p', hold: 'h', ask: 'd', remove: 'y' }),
    source: after('_', whole(9_999_999_999, 1)),
  }),
  sources: form('o2_l', { page: after('_', whole(99)) }),
  nothing: form('1_0', {}),
})

/** The parts of one article's briefing that come in pages. */
export const PARTS = namesOf(PART_SCREENS)
export type Part = (typeof PARTS)[number]
export type ContextKind = ValueOf<typeof CONTEXT>
/** A screen that a button, a command or a deep link opens. */
export type Screen = ValueOf<typeof SCREEN>
/** The screens made from the archive alone, the same for everybody; the others need stored bookmarks or searches. */
export type ArchiveScreen = Exclude<Screen, { readonly view: 'saved' | 'search' | 'verify' | 'hit' }>
/** A screen of one article; it can be bookmarked. */
export type ArticleScreen = ValueOf<typeof PLACE>
export type SettingName = keyof typeof SETTINGS
export type SettingChoice<S extends SettingName = SettingName> = {
  readonly [Name in S]: { readonly setting: Name; readonly value: (typeof SETTINGS)[Name]['values'][number] }
}[S]
export type Press = ValueOf<typeof PRESS>
export type PressOf<Kind extends Press['kind']> = Extract<Press, { readonly kind: Kind }>

/**
 * A press as callback data, at most 64 of `[A-Za-z0-9_]`; all but `visit` fit a start payload too
 * (1–64 bytes, https://core.telegram.org/bots/api#inlinekeyboardbutton; https://core.telegram.org/bots/features#deep-linking).
 */
export function encodePress(press: Press): string {
  const written = PRESS.write(press)
  return press.kind === 'visit' && 'article' in press.screen ? shortened(written, press.screen.article) : written
}

/** What callback data or a start payload asks for; `null` for anything this bot did not make. */
export function decodePress(data: string): Press | null {
  const [, article] = /^1_V_[a-z]_([0-9a-v]{8})/.exec(data) ?? []
  const press = PRESS.read(article === undefined ? data : data.replaceAll(SAME_ARTICLE, `_${article}`)) ?? null
  return press === null || encodePress(press) === data ? press : null
}

/** The press that opens a screen over others; where not all of them fit, the oldest are left out. */
export function visitPress(screen: Screen, trail: readonly Screen[]): PressOf<'open' | 'visit'> {
  if (trail.length === 0) return { kind: 'open', screen }
  const press: PressOf<'visit'> = { kind: 'visit', screen, trail }
  return trail.length <= LONGEST_TRAIL && encodePress(press).length <= MOST_BYTES
    ? press
    : visitPress(screen, trail.slice(1))
}

const MOST_BYTES = 64
/** No key has a capital: it stands for the key of the screen that a visit opens. */
const SAME_ARTICLE = '_Z'

function shortened(written: string, article: string): string {
  const first = written.indexOf(`_${article}`) + 1
  return written.slice(0, first) + written.slice(first).replaceAll(`_${article}`, SAME_ARTICLE)
}
