import { FormattedString } from '@grammyjs/parse-mode'
import type { DraftState } from '../../digest/drafts.ts'
import type { Message } from '../../text/message.ts'
import { LIMITS } from '../../text/pages.ts'
import { blocks, clip, lines, type Rich } from '../../text/rich.ts'
import { type ButtonRow, pressButton, row } from '../buttons/keyboard.ts'
import type { Deciding } from '../buttons/press.ts'
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

/** A digest as its channel will get it, under the draft's status and over the editors' buttons. */
export function renderDraft(card: DraftCard, view: View): Message {
  const post = withIntro(card.digest, card.intro)
  const text = headOver(textOf(post), card, view)
  const isOver = card.state === 'superseded' || card.state === 'withdrawn'
  return toMessage(text, isOver ? [] : [...post.keyboard, ...actRows(card, view)])
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
  return titleLength === TITLE_LENGTH ? lines(heading, FormattedString.i(draftStatus(card, view))) : heading
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
      button('button-intro', { act: 'intro' }),
      intro === null ? null : button('button-no-intro', { act: 'no-intro' }),
    ),
  ]
}
