import { FormattedString } from '@grammyjs/parse-mode'
import type { DraftChange, DraftState } from '../../digest/drafts.ts'
import { directionOf } from '../../language/direction.ts'
import type { Message } from '../../text/message.ts'
import { LIMITS } from '../../text/pages.ts'
import { blocks, clip, lines, numbered, type Rich, rich } from '../../text/rich.ts'
import type { Deciding } from '../buttons/actions.ts'
import { type ButtonRow, pressButton, row } from '../buttons/keyboard.ts'
import { textOf, withIntro } from '../intro.ts'
import { phrase, toMessage, type View } from '../view.ts'

/** A draft as its editors see it. */
export type DraftCard = {
  readonly id: number
  readonly state: DraftState
  /** The channel's title. */
  readonly channel: string
  /** When it is due, epoch milliseconds, and the channel's zone. */
  readonly dueAt: number
  readonly zone: string
  readonly intro: string | null
  /** What was changed last, with the title of the article it concerns. */
  readonly change: { readonly kind: DraftChange; readonly title: string } | null
  readonly decision: Decision | null
  /** A hash of the digest and the intro, so that an approval is of what was seen. */
  readonly code: string
  /** The digest as it is without an intro. */
  readonly digest: Message
}

/** Who approved a draft; `name` `null`: an admin who acts in the group's name. `isLate`: its time had passed. */
type Decision = { readonly name: string | null; readonly isLate: boolean }

const TITLE_LENGTH = 60
const SHORT_TITLE_LENGTH = 16
const NAME_LENGTH = 40
const CHANGED_LENGTH = 40

/** A digest as its channel will get it, under the draft's status and over the editors' buttons, those that decide first. */
export function renderDraft(card: DraftCard, view: View): Message {
  const post = withIntro(card.digest, card.intro)
  const text = headOver(textOf(post), card, view)
  const isOver = card.state === 'superseded' || card.state === 'withdrawn'
  return toMessage(text, isOver ? [] : [...actRows(card, view), ...post.keyboard])
}

/** A line about a draft, with the button that approves it as it is now. */
export function renderApprovable(id: string, draft: Pick<DraftCard, 'id' | 'code'>, { wording }: View): Message {
  const deciding = { act: 'approve', code: draft.code } as const
  return toMessage(phrase(wording, id), [
    row(wording, pressButton(wording.say('button-approve'), { kind: 'draft', draft: draft.id, deciding })),
  ])
}

/** A draft's articles in order, with buttons that raise and drop each; and one that approves the draft as it is now. */
export function renderDraftArticles(
  { id, code, titles }: Pick<DraftCard, 'id' | 'code'> & { readonly titles: readonly string[] },
  view: View,
): Message {
  const { wording } = view
  const press = (label: string, deciding: Deciding) => pressButton(label, { kind: 'draft', draft: id, deciding })
  const listed = titles.map((title, at) =>
    numbered(wording.count(at + 1), rich(clip(title, TITLE_LENGTH * 2), directionOf(title) === 'ltr' ? 'ltr' : 'rtl')),
  )
  const rows = titles.map((_, at) =>
    row(
      wording,
      at === 0 ? null : press(wording.say('button-raise', { number: at + 1 }), { act: 'raise', code, at }),
      titles.length === 1 ? null : press(wording.say('button-drop', { number: at + 1 }), { act: 'drop', code, at }),
    ),
  )
  return toMessage(blocks(FormattedString.b(phrase(wording, 'draft-articles')), lines(...listed)), [
    row(wording, press(wording.say('button-approve'), { act: 'approve', code })),
    ...rows,
  ])
}

/** A reminder that a draft is due and undecided. */
export function renderReminder({ channel }: Pick<DraftCard, 'channel'>, { wording }: View): Message {
  return toMessage(phrase(wording, 'draft-reminder', { title: clip(channel, TITLE_LENGTH) }), [])
}

type DraftFacts = Pick<DraftCard, 'state' | 'decision' | 'dueAt' | 'zone'>

/** A draft's status in one line. */
export function draftStatus({ state, decision, dueAt, zone }: DraftFacts, { wording }: View): Rich {
  const name = decision?.name == null ? wording.say('draft-by-admin') : clip(decision.name, NAME_LENGTH)
  if (state !== 'approved') return phrase(wording, `draft-${state}`, state === 'published' ? { name } : {})
  if (decision?.isLate === true) return phrase(wording, 'draft-approved-late', { name })
  return phrase(wording, 'draft-approved', { name, moment: wording.moment(dueAt, zone) })
}

/** The draft's head over its post; a long post has room for a shorter head only. */
function headOver(post: Rich, card: DraftCard, view: View): Rich {
  const whole = blocks(headOf(card, TITLE_LENGTH, view), post)
  return whole.rawText.length <= LIMITS.characters ? whole : blocks(headOf(card, SHORT_TITLE_LENGTH, view), post)
}

function headOf(card: DraftCard, titleLength: number, view: View): Rich {
  const { wording } = view
  const title = clip(card.channel, titleLength)
  const moment = wording.moment(card.dueAt, card.zone)
  const heading = FormattedString.b(phrase(wording, 'draft', { title, moment }))
  return titleLength === TITLE_LENGTH ? lines(heading, draftStatus(card, view), changeLine(card, view)) : heading
}

function changeLine({ change }: DraftCard, { wording }: View): Rich | null {
  if (change === null) return null
  return phrase(wording, `draft-change-${change.kind}`, { title: clip(change.title, CHANGED_LENGTH) })
}

function actRows({ id, state, intro, code }: DraftCard, { wording }: View): readonly ButtonRow[] {
  const button = (label: string, deciding: Deciding) =>
    pressButton(wording.say(label), { kind: 'draft', draft: id, deciding })
  const hold = button('button-hold', { act: 'hold' })
  if (state === 'approved') return [row(wording, hold)]
  if (state === 'published') return []
  return [
    row(wording, button('button-approve', { act: 'approve', code }), state === 'held' ? null : hold),
    row(
      wording,
      button(intro === null ? 'button-add-intro' : 'button-intro', { act: 'intro' }),
      intro === null ? null : button('button-no-intro', { act: 'no-intro' }),
    ),
    row(wording, button('button-draft-articles', { act: 'articles' })),
  ]
}
