import { FormattedString } from '@grammyjs/parse-mode'
import type { Language } from '../../language/language.ts'
import type { ShelfQuote } from '../../shelf/shelf.ts'
import { blocks, clip, lines, type Rich, verbatim } from '../../text/rich.ts'
import type { Difference, Evidence, Finding, LaidPiece } from '../../verify/finding.ts'
import { openButton, row } from '../buttons/keyboard.ts'
import type { ArticleScreen } from '../buttons/press.ts'
import type { Listing, ListingItem } from '../listing.ts'
import { inQuoteMarks } from '../quoted.ts'
import { phrase, type View } from '../view.ts'
import { wayRow } from './front.ts'
import { titleAndOrigin } from './origin.ts'
import { quoteItem, speakerLines } from './quote.ts'

const NAME_LENGTH = 120
const CLAIM_LENGTH = 160
const MOST_DIFFERENCES = 4
/** Longer texts around an excerpt, and longer runs that are the same, are cut in their middle. */
const MOST_REST = 240
const MOST_SAME = 600

/** What was found of a text's quotes: one in full, several a line each. `left`: quotes that were not looked at. */
export function renderVerdicts(findings: readonly Finding[], left: number, view: View): Listing {
  const [first] = findings
  const isOne = findings.length === 1 && first !== undefined && left === 0
  return {
    heading: isOne ? FormattedString.b(verdictLine(first, view)) : headingOf(findings.length, left, view),
    items: isOne ? [wholeItem(first, view)] : findings.map((finding, index) => lineItem(finding, index, view)),
    columns: 5,
    pager: null,
    footer: { rows: [wayRow(null, view)] },
  }
}

function headingOf(count: number, left: number, { wording }: View): Rich {
  return lines(
    FormattedString.b(phrase(wording, 'verified', { count })),
    left === 0 ? null : phrase(wording, 'verified-left', { count: left }),
  )
}

function wholeItem(finding: Finding, view: View): ListingItem {
  const { wording, audience } = view
  const claim = finding.claim
  if (finding.verdict === 'unknown') return { text: unknownText(claim.speaker, finding.related, view), buttons: [] }
  const { evidence } = finding
  const { language } = evidence.item.briefing.article
  const text = blocks(
    differencesText(evidence.differences, view),
    lines(
      FormattedString.blockquote(markedWords(evidence, language)),
      finding.verdict === 'altered' ? phrase(wording, 'verify-legend') : null,
    ),
    evidence.quote === null ? null : speakerLines(evidence.quote, language, wording),
    titleAndOrigin(evidence.item, view),
  )
  return { text, buttons: row(wording, openButton(wording.say('button-proof'), proofScreen(evidence), audience)) }
}

/** A claim with its verdict in a line, and of an altered one the words as they were said. */
function lineItem(finding: Finding, index: number, view: View): ListingItem {
  const { wording, audience } = view
  const number = wording.count(index + 1)
  const claim = phrase(wording, 'verify-claim', { number, words: clip(finding.claim.words, CLAIM_LENGTH) })
  const verdict = FormattedString.b(verdictLine(finding, view))
  if (finding.verdict === 'unknown') return { text: lines(claim, verdict), buttons: [] }
  const { evidence } = finding
  const speaker = evidence.quote?.speaker ?? null
  const text = lines(
    claim,
    verdict,
    differencesText(evidence.differences, view),
    finding.verdict === 'altered'
      ? FormattedString.blockquote(markedWords(evidence, evidence.item.briefing.article.language))
      : null,
    speaker === null ? null : phrase(wording, 'verify-by', { speaker: clip(speaker, NAME_LENGTH) }),
  )
  return { text, buttons: [openButton(number, proofScreen(evidence), audience)] }
}

function verdictLine(finding: Finding, { wording }: View): Rich {
  switch (finding.verdict) {
    case 'verbatim':
      return phrase(wording, `verify-verbatim-${finding.evidence.extent}`)
    case 'other-speaker':
      return phrase(wording, finding.evidence.quote?.speaker == null ? 'verify-no-speaker' : 'verify-other-speaker')
    case 'altered':
      return phrase(wording, finding.evidence.quote === null ? 'verify-altered-report' : 'verify-altered')
    case 'reported':
      return phrase(wording, 'verify-reported')
    case 'unknown':
      return phrase(wording, 'verify-unknown')
    default:
      return finding satisfies never
  }
}

/** What turns the meaning first; an unknown speaker is in the verdict. */
function differencesText(differences: readonly Difference[], { wording }: View): Rich | null {
  const told = differences.filter(({ of, said }) => of !== 'speaker' || said !== null)
  if (told.length === 0) return null
  const named = told.slice(0, MOST_DIFFERENCES).map(({ of, claimed, said }) => {
    const how = claimed === null ? 'left-out' : said === null ? 'added' : 'changed'
    const words = { claimed: clip(claimed ?? '', NAME_LENGTH), said: clip(said ?? '', NAME_LENGTH) }
    return phrase(wording, `verify-${of}-${how}`, words)
  })
  const more = told.length - named.length
  return lines(...named, more > 0 ? phrase(wording, 'verify-more-changes', { count: more }) : null)
}

/** Struck: only the claim has it; underlined: only what was said has it; bold: an excerpt in its sentence. */
function markedWords({ pieces, extent, quote, differences }: Evidence, language: Language): Rich {
  const isExcerpt = extent !== 'whole' && pieces.some(({ kind }) => kind === 'rest')
  const isChanged = differences.some(({ of }) => of !== 'speaker')
  const [open = '', close = ''] = quote === null ? [] : inQuoteMarks('\n', language).split('\n')
  const marked = pieces.map((piece) => markedPiece(cut(piece), { language, isBold: isExcerpt && !isChanged }))
  return FormattedString.join([new FormattedString(open), ...marked, new FormattedString(close)])
}

type Marking = { readonly language: Language; readonly isBold: boolean }

/** Spaces and punctuation around words are not marked. */
function markedPiece({ kind, text }: LaidPiece, { language, isBold }: Marking): Rich {
  const [before = '', after = ''] = [
    /^[\s،؛,;.:!?؟…]*/u.exec(text)?.[0],
    /(?<![\s،؛,;.:!?؟…])[\s،؛,;.:!?؟…]*$/u.exec(text)?.[0],
  ]
  const words = verbatim(text.slice(before.length, text.length - (before === text ? 0 : after.length)), language)
  const shown = kind === 'added' ? FormattedString.s(words) : kind === 'left-out' ? FormattedString.u(words) : words
  const bold = kind === 'left-out' || (kind === 'same' && isBold) ? FormattedString.b(shown) : shown
  return FormattedString.join([new FormattedString(before), bold, new FormattedString(before === text ? '' : after)])
}

function cut(piece: LaidPiece): LaidPiece {
  const most = piece.kind === 'rest' ? MOST_REST : MOST_SAME
  const { text } = piece
  if (text.length <= most) return piece
  const half = Math.floor(most / 2)
  const head = text.slice(0, text.lastIndexOf(' ', half) + 1)
  const tail = text.slice(text.indexOf(' ', text.length - half))
  return { ...piece, text: `${head}[…]${tail}`.toWellFormed() }
}

function unknownText(speaker: string | null, related: readonly ShelfQuote[], view: View): Rich {
  const { wording } = view
  const name = clip(speaker ?? '', NAME_LENGTH)
  const lead = related.length === 0 ? 'verify-nothing-near' : speaker === null ? 'verify-near' : 'verify-near-by'
  const quotes = related.map(({ item, quote }) =>
    lines(
      quoteItem({ ...quote, text: clip(quote.text, MOST_SAME) }, item.briefing.article.language, wording),
      titleAndOrigin(item, view),
    ),
  )
  return blocks(phrase(wording, lead, { speaker: name }), ...quotes)
}

function proofScreen({ item, quote, paragraph }: Evidence): ArticleScreen {
  const index = quote === null ? -1 : item.briefing.quotes.indexOf(quote)
  return index === -1
    ? { view: 'context', article: item.key, what: 'paragraph', index: paragraph }
    : { view: 'context', article: item.key, what: 'quote', index }
}
