import type { Quote, TextPlace } from '../briefing.ts'
import type { Scene } from '../parsed-text.ts'
import { type SplitArticle, textOfPlace } from '../text.ts'
import { memberAsSpeaker, type QuotedSpeaker } from './speakers.ts'

const MIN_QUESTIONS = 2
const MAX_QUESTION_WORDS = 70
const ASKS = /[؟?]["»”]?\s*$/
const ASKED = /^\s*(?:س|سؤال|السؤال)\s*[:/-]/
const LABEL = /^[\s\p{Cc}•*\-–—]*(?:(?:ج|جواب|الجواب)\s*[:/-])?\s*/u
const INTERVIEW =
  /(?<!\p{L})(?:[وفبلك]?(?:ال)?(?:حوار|مقابلة|مقابله)|و?(?:حاور|التق|سأل)(?:ى|ي|ت|نا|ه|ته|ناه|ناها|تها|يناه|ينا)?)(?!\p{L})/u

/**
 * The answers of an interview, a quote each: what stands behind a question in a paragraph or heading of its own, up to the next
 * question; behind the last a paragraph. None where the text up to the first question doesn't say that it is one, or names nobody.
 */
export function findAnswers(text: SplitArticle, scene: Scene): readonly Quote[] {
  const questions = questionsOf(text)
  const [first] = questions
  if (first === undefined || questions.length < MIN_QUESTIONS) return []
  const guest = INTERVIEW.test(text.paragraphs.slice(0, first + 1).join(' ')) ? guestOf(scene, first) : null
  if (guest === null) return []
  return questions.flatMap((question, index) => {
    const from = isQuestion(text.paragraphs[question] ?? '') ? question + 1 : question
    const to = Math.min(questions[index + 1] ?? from + 1, text.paragraphs.length)
    const at = text.paragraphs.slice(from, to).map((_, answer) => placeOf(text, from + answer))
    return at.length === 0 ? [] : [answerAt(text, at, guest)]
  })
}

/** Indices of the paragraphs that are questions, or stand right behind a heading that is one. */
function questionsOf({ paragraphs, headings }: SplitArticle): readonly number[] {
  const own = paragraphs.flatMap((text, index) => (isQuestion(text) ? [index] : []))
  const heads = headings.filter(({ text, before }) => isQuestion(text) && before < paragraphs.length)
  return [...new Set([...own, ...heads.map(({ before }) => before)])].sort((left, right) => left - right)
}

function isQuestion(text: string): boolean {
  return (ASKS.test(text) || ASKED.test(text)) && text.split(/\s+/, MAX_QUESTION_WORDS + 1).length <= MAX_QUESTION_WORDS
}

/** Whom the text before the first question names first. */
function guestOf({ cast }: Scene, first: number): QuotedSpeaker | null {
  const named = cast.mentions.slice(0, first).flat()
  const guest = named.find(({ person }) => cast.members[person]?.sure === true)
  return guest === undefined ? null : memberAsSpeaker(cast, guest.person)
}

function placeOf({ paragraphs }: SplitArticle, paragraph: number): TextPlace {
  const text = paragraphs[paragraph] ?? ''
  return { paragraph, start: LABEL.exec(text)?.[0].length ?? 0, end: text.trimEnd().length }
}

function answerAt(text: SplitArticle, at: readonly TextPlace[], { name, role }: QuotedSpeaker): Quote {
  const words = at.map((place) => textOfPlace(place, text)).join('\n')
  return { text: words, speaker: name, role, verb: null, mode: 'direct', medium: null, addressee: null, at }
}
