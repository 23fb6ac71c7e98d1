import { LANGUAGES } from '../../language/language.ts'
import {
  after,
  base36,
  chatId,
  clock,
  form,
  forms,
  lettered,
  oneOf,
  or,
  text,
  type ValueOf,
  whole,
} from './callback-code.ts'

// What admins, editors and owners do. Letters are never given twice nor changed.

const topic = base36(7)
/** Where a channel's drafts go; `threadId` 0: no topic. */
const EDITORS_PLACE = form('', { chatId, threadId: or(after('T', topic), 0, '') })

/** An admin's action on a managed chat. */
export const MANAGING = forms('act', {
  card: form('c', {}),
  times: form('o', {}),
  at: form('s', { minute: clock }),
  preview: form('v', {}),
  pause: form('p', {}),
  resume: form('r', {}),
  /** Asks before the digest is ended. */
  end: form('e', {}),
  'end-sure': form('ey', {}),
  'end-undo': form('eu', {}),
  'catch-up': form('k', {}),
  skip: form('j', {}),
  language: form('l', { value: oneOf(LANGUAGES) }),
  pin: form('n', { value: oneOf(['on', 'off']) }),
  desk: form('d', {}),
  /** Who sees its digests first; `null`: nobody. */
  editors: form('w', { to: or(EDITORS_PLACE, null, 'off') }),
  /** Offers one of its topics to channels for that. */
  offer: form('T', { threadId: topic }),
})

/** An editor's action on a draft; `code`: a hash of what it would post, so that only what was seen is approved. */
export const DECIDING = forms('act', {
  approve: form('a', { code: text('[0-9a-f]{8}') }),
  hold: form('h', {}),
  intro: form('i', {}),
  'no-intro': form('x', {}),
  /** Lists its articles; moves one up, or drops it. */
  articles: form('l', {}),
  raise: form('u', { code: text('[0-9a-f]{8}'), at: whole(99) }),
  drop: form('d', { code: text('[0-9a-f]{8}'), at: whole(99) }),
})

/** What an owner or editor does with an article; `code`: a hash of what was seen, and `at` a quote by its place. */
export const ACTING = forms('act', {
  card: form('c', {}),
  publish: form('p', { code: text('[0-9a-f]{8}') }),
  hold: form('h', {}),
  /** Asks before what is on hand is withdrawn. */
  withdraw: form('w', {}),
  'withdraw-sure': form('wy', {}),
  title: form('t', {}),
  /** The quotes, to say whose one is, or to drop one. */
  quotes: form('q', { task: lettered({ speaker: 's', drop: 'd' }), page: after('_', whole(9_999)) }),
  speaker: form('s', { code: text('[0-9a-f]{8}'), at: whole(999) }),
  drop: form('d', { code: text('[0-9a-f]{8}'), at: whole(999) }),
  /** Takes all fixes back. */
  'drop-fixes': form('x', {}),
})

export type EditorsPlace = ValueOf<typeof EDITORS_PLACE>
export type Managing = ValueOf<typeof MANAGING>
export type Deciding = ValueOf<typeof DECIDING>
export type Acting = ValueOf<typeof ACTING>
