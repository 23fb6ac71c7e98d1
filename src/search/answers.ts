import { PLACES } from '../briefing/grammar/words/places.ts'
import { findDates } from '../language/dates.ts'
import { fold } from '../language/fold.ts'
import type { Language } from '../language/language.ts'
import { findNumbers } from '../language/numbers.ts'
import { splitWords } from '../language/words.ts'
import type { ShelfItem } from '../shelf/shelf.ts'
import type { QuestionKind } from './questions.ts'

/** A text of an article. */
export type ItemText = { readonly item: ShelfItem; readonly text: string }

const AT_A_PLACE =
  /(?:^|\s)و?(?:في|إلى|الى|قرب|بمدينة|شرق|غرب|شمال|جنوب|شرقي|غربي|شمالي|جنوبي) (?=\p{L})|\b(?:in|at|near) (?=\p{Lu})/u

/** How well a text can answer a kind of question, 0 to 1, by the person, date, number or place it names. */
export function answersTo(kind: QuestionKind, { item, text }: ItemText): number {
  const { language, published } = item.briefing.article
  switch (kind) {
    case 'who':
      return namesSomebody(item, text) ? 1 : 0
    case 'when':
      return findDates(text, language, published).length > 0 ? 1 : 0
    case 'how-many':
      return findNumbers(text, language).length > 0 ? 1 : 0
    case 'where':
      return placeIn(text, language)
    case 'what':
      return 0
    default:
      return kind satisfies never
  }
}

function namesSomebody({ briefing }: ShelfItem, text: string): boolean {
  return briefing.people.some(({ name }) => text.includes(name.split(' ').at(-1) ?? name))
}

function placeIn(text: string, language: Language): number {
  const named = splitWords(text).some((word) => PLACES.has(fold(word.text).replace(/^[وبل](?=ال|....)/u, '')))
  if (named) return 1
  return language === 'ar' && AT_A_PLACE.test(text) ? 0.4 : AT_A_PLACE.test(text) ? 0.7 : 0
}
