import { PLACES } from '../briefing/grammar/words/places.ts'
import { findDates } from '../language/dates.ts'
import { fold } from '../language/fold.ts'
import type { Language } from '../language/language.ts'
import { findNumbers } from '../language/numbers.ts'
import { splitWords } from '../language/words.ts'
import type { ShelfItem } from '../shelf/shelf.ts'
import type { Query } from './query.ts'

/** A text of an article. */
export type ItemText = { readonly item: ShelfItem; readonly text: string }

const AT_A_PLACE =
  /(?:^|\s)و?(?:في|إلى|الى|قرب|بمدينة|شرق|غرب|شمال|جنوب|شرقي|غربي|شمالي|جنوبي) (?=\p{L})|\b(?:in|at|near) (?=\p{Lu})/u

type Asked = Pick<Query, 'question' | 'words'>

/** How well a text can answer a question, 0 to 1, by the person, date, number or place it names. */
export function answersTo({ question, words: asked }: Asked, { item, text }: ItemText): number {
  const { language, published } = item.briefing.article
  switch (question) {
    case null:
      return 0
    case 'who':
      return namesSomebody(item, text, asked)
    case 'when':
      return findDates(text, language, published).length > 0 ? 1 : 0
    case 'how-many':
      return findNumbers(text, language).length > 0 ? 1 : 0
    case 'where':
      return placeIn(text, language)
    case 'what':
      return 0
    default:
      return question satisfies never
  }
}

/** So many people answer fully who was somewhere. */
const MOST_NAMED = 4

/** People whom the question names answer nothing; several others answer better than one. */
function namesSomebody({ briefing }: ShelfItem, text: string, asked: readonly string[]): number {
  const known = new Set(asked.map(fold))
  const others = briefing.people.filter(({ name }) => {
    const last = name.split(' ').at(-1) ?? name
    return text.includes(last) && !known.has(fold(last))
  })
  return Math.min(1, others.length / MOST_NAMED)
}

function isPlace(word: string): boolean {
  return PLACES.has(word) || PLACES.has(word.replace(/^[وبل](?=ال|....)/u, ''))
}

const PREPOSITION = /^و?(?:في|الي|قرب|بمدينه|مدينه|شرق|غرب|شمال|جنوب|شرقي|غربي|شمالي|جنوبي|in|at|near|to)$/u

/** Whether a place stands after a preposition of place, its own «ب» too. */
function isAt(words: readonly string[], at: number): boolean {
  const word = words[at] ?? ''
  return PREPOSITION.test(words[at - 1] ?? '') || (/^و?ب/u.test(word) && !PLACES.has(word))
}

function placeIn(text: string, language: Language): number {
  const words = splitWords(text).map((word) => fold(word.text))
  const places = words.flatMap((word, at) => (isPlace(word) ? [at] : []))
  if (places.some((at) => isAt(words, at))) return 1
  // «البيت الأبيض» says something; only what stands after «في» says where
  if (places.length > 0) return 0.4
  return language === 'ar' && AT_A_PLACE.test(text) ? 0.4 : AT_A_PLACE.test(text) ? 0.7 : 0
}
