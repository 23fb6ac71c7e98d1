import { FormattedString } from '@grammyjs/parse-mode'
import type { TextChange, TextUnit } from '../../briefing/corrections.ts'
import { LANGUAGE, type Language } from '../../language/language.ts'
import type { Message } from '../../text/message.ts'
import { firstThatFit, packPages } from '../../text/pages.ts'
import { blocks, clip, lines, type Rich, rich, verbatim } from '../../text/rich.ts'
import { nearestPage, phrase, toMessage, type View } from '../view.ts'
import type { Wording } from '../wording.ts'
import { wayRow } from './front.ts'

/** A correction of the public log; `day`: an ISO date. */
export type LoggedCorrection = TextChange & {
  readonly title: string
  readonly language: Language
  readonly day: string
}

const MOST_WORDS = 500
const TITLE_LENGTH = 120
const A_PAGE = 5

/** Corrections, newest first; pages count from 0. */
export function renderCorrections(corrections: readonly LoggedCorrection[], page: number, view: View): Message {
  const { wording } = view
  const heading = FormattedString.b(phrase(wording, 'corrections'))
  if (corrections.length === 0)
    return toMessage(blocks(heading, phrase(wording, 'corrections-none')), [wayRow(null, view)])
  const pages = packPages(
    corrections.map((correction) => correctionItem(correction, wording)),
    A_PAGE,
  )
  const at = nearestPage(page, pages.length)
  const more = at + 1 < pages.length ? phrase(wording, 'corrections-more', { command: `/corrections ${at + 2}` }) : null
  return toMessage(blocks(heading, pages[at]?.text ?? null, more), [wayRow(null, view)])
}

/** A notice to a chat that received a quote which was corrected; changes that do not fit are left out. */
export function renderNotice(
  {
    title,
    language,
    changes,
  }: Pick<LoggedCorrection, 'title' | 'language'> & { readonly changes: readonly TextChange[] },
  wording: Wording,
): Message {
  const items = changes.map((change) => wasAndIs(change, language, wording))
  return toMessage(
    blocks(
      FormattedString.b(phrase(wording, 'correction-notice')),
      verbatim(clip(title, TITLE_LENGTH), language),
      ...firstThatFit(items),
    ),
    [],
  )
}

/** The message that replaces a notice after its correction is withdrawn. */
export function renderWithdrawal(
  { title, language }: Pick<LoggedCorrection, 'title' | 'language'>,
  wording: Wording,
): Message {
  const heading = FormattedString.b(phrase(wording, 'correction-withdrawn'))
  return toMessage(blocks(heading, verbatim(clip(title, TITLE_LENGTH), language)), [])
}

function correctionItem(correction: LoggedCorrection, wording: Wording): Rich {
  const { title, language, day } = correction
  return lines(
    FormattedString.b(verbatim(clip(title, TITLE_LENGTH), language)),
    rich(wording.day(day), wording.direction),
    wasAndIs(correction, language, wording),
  )
}

function wasAndIs({ was, now }: TextChange, language: Language, wording: Wording): Rich {
  return lines(
    phrase(wording, 'correction-was'),
    ...unitLines(was, language),
    phrase(wording, now === null ? 'correction-gone' : 'correction-is'),
    ...(now === null ? [] : unitLines(now, language)),
  )
}

function unitLines({ kind, text, speaker }: TextUnit, language: Language): readonly (Rich | null)[] {
  const words = clip(text, MOST_WORDS)
  const [open, close] = LANGUAGE[language].quoteMarks
  return [
    speaker === null ? null : verbatim(clip(speaker, TITLE_LENGTH), language),
    verbatim(kind === 'quote' ? `${open}${words}${close}` : words, language),
  ]
}
