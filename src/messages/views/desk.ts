import { FormattedString } from '@grammyjs/parse-mode'
import type { Quote } from '../../briefing/briefing.ts'
import type { DeskArticle } from '../../shelf/release.ts'
import type { Message } from '../../text/message.ts'
import { blocks, clip, lines, numbered, type Rich, rich, verbatim } from '../../text/rich.ts'
import type { Acting } from '../buttons/actions.ts'
import { type ButtonRow, grid, pagerRow, pressButton, row } from '../buttons/keyboard.ts'
import type { PressOf } from '../buttons/press.ts'
import type { Listed } from '../listing.ts'
import { inQuoteMarks } from '../quoted.ts'
import { phrase, toMessage, type View } from '../view.ts'
import { cardText } from './card.ts'
import { speakerLines } from './quote.ts'

export const HELD_A_PAGE = 8
const DESK_QUOTES_A_PAGE = 8

const TITLE_LENGTH = 120
const WORDS_LENGTH = 160

/** Moments are told in the zone. */
export type DeskView = View & { readonly zone: string }

/** An article on the desk: its state and why, its card as readers get it, and what can be done with it. */
export function renderDeskCard(article: DeskArticle, view: DeskView): Message {
  const { wording } = view
  return toMessage(
    blocks(
      lines(
        FormattedString.b(phrase(wording, 'desk-article')),
        ...stateLines(article, view),
        rich(article.slug, 'ltr'),
      ),
      cardText(article, view),
    ),
    [...actRows(article, view), row(wording, deskButton(view))],
  )
}

/** Asks before an article that readers have is withdrawn. */
export function renderWithdrawQuestion({ key, briefing }: DeskArticle, { wording }: View): Message {
  const title = clip(briefing.article.title.text, TITLE_LENGTH)
  return toMessage(phrase(wording, 'withdraw-question', { title }), [
    row(
      wording,
      actButton(wording.say('button-keep'), key, { act: 'card' }),
      actButton(wording.say('button-withdraw-sure'), key, { act: 'withdraw-sure' }),
    ),
  ])
}

/** What is held, with a button of each number. */
export function renderDesk(held: Listed<DeskArticle>, view: DeskView): Message {
  const { wording } = view
  const { items, page, pages, total } = held
  const first = page * HELD_A_PAGE + 1
  const listed = items.map((article, index) => {
    const { title, language } = article.briefing.article
    const text = lines(verbatim(clip(title.text, TITLE_LENGTH), language), ...stateLines(article, view))
    return numbered(wording.count(first + index), text)
  })
  const open = items.map(({ key }, index) => actButton(wording.count(first + index), key, { act: 'card' }))
  return toMessage(blocks(FormattedString.b(phrase(wording, 'desk', { count: total })), ...listed), [
    ...grid(wording, HELD_A_PAGE / 2, open),
    pagerRow({ page, pages }, (label, at) => pressButton(label, { kind: 'desk', page: at }), wording),
  ])
}

/** That more is held than was shown, with the way to the list. */
export function renderDeskMore(count: number, view: View): Message {
  return toMessage(phrase(view.wording, 'desk-more', { count }), [row(view.wording, deskButton(view))])
}

/** The quotes of an article, to say whose one is or to drop one: a button of each number. */
export function renderDeskQuotes(
  { key, code, briefing }: DeskArticle,
  { task, page }: Extract<Acting, { readonly act: 'quotes' }>,
  { wording }: View,
): Message {
  const pages = Math.max(1, Math.ceil(briefing.quotes.length / DESK_QUOTES_A_PAGE))
  const from = Math.min(page, pages - 1) * DESK_QUOTES_A_PAGE
  const shown = briefing.quotes.slice(from, from + DESK_QUOTES_A_PAGE)
  const { language } = briefing.article
  const quoted = (quote: Quote) =>
    lines(
      speakerLines(quote, language, wording),
      verbatim(inQuoteMarks(clip(quote.text, WORDS_LENGTH), language), language),
    )
  return toMessage(
    blocks(
      FormattedString.b(phrase(wording, `desk-quotes-${task}`)),
      ...shown.map((quote, index) => numbered(wording.count(from + index + 1), quoted(quote))),
    ),
    [
      ...grid(
        wording,
        DESK_QUOTES_A_PAGE / 2,
        shown.map((_, index) => {
          const at = from + index
          return actButton(wording.count(at + 1), key, { act: task, code, at })
        }),
      ),
      pagerRow(
        { page: from / DESK_QUOTES_A_PAGE, pages },
        (label, at) => actButton(label, key, { act: 'quotes', task, page: at }),
        wording,
      ),
      row(wording, actButton(wording.say('back-to-card'), key, { act: 'card' })),
    ],
  )
}

/** The state of an article, and why it is held. */
function stateLines({ state, reasons, due }: DeskArticle, { wording, zone }: DeskView): readonly (Rich | null)[] {
  const moment = due === null ? {} : { moment: wording.moment(due, zone) }
  const why = wording.list(reasons.map((reason) => wording.say(`hold-${reason}`)))
  return [
    phrase(wording, `desk-${state}`, moment),
    reasons.length === 0 ? null : phrase(wording, 'desk-reasons', { why }),
  ]
}

function actRows({ key, code, state, reasons, briefing }: DeskArticle, { wording }: View): readonly ButtonRow[] {
  const button = (label: string, acting: Acting) => actButton(wording.say(label), key, acting)
  const isReady = state === 'published' || (state === 'embargoed' && reasons.length === 0)
  const hasQuotes = briefing.quotes.length > 0
  return [
    row(
      wording,
      isReady ? null : button('button-publish', { act: 'publish', code }),
      isReady ? button('button-hold', { act: 'hold' }) : null,
      state === 'withdrawn' ? null : button('button-withdraw', { act: 'withdraw' }),
    ),
    row(
      wording,
      button('button-fix-title', { act: 'title' }),
      hasQuotes ? button('button-fix-speaker', { act: 'quotes', task: 'speaker', page: 0 }) : null,
    ),
    row(
      wording,
      hasQuotes ? button('button-drop-quote', { act: 'quotes', task: 'drop', page: 0 }) : null,
      briefing.edited === undefined ? null : button('button-drop-fixes', { act: 'drop-fixes' }),
    ),
  ]
}

function actButton(label: string, key: PressOf<'article'>['article'], acting: Acting) {
  return pressButton(label, { kind: 'article', article: key, acting })
}

function deskButton({ wording }: View) {
  return pressButton(wording.say('button-desk'), { kind: 'desk', page: 0 })
}
