import { fold } from '../language/fold.ts'

/** What a question asks for. `what` stands for all that a kind of passage does not answer: ما، لماذا، هل، كيف. */
export type QuestionKind = 'who' | 'when' | 'where' | 'how-many' | 'what'

const KINDS: ReadonlyMap<string, QuestionKind> = new Map([
  ...asking('who', 'من who whom whose'),
  ...asking('when', 'متى منذمتى when'),
  ...asking('where', 'أين اين إلى_أين where'),
  ...asking('how-many', 'كم بكم وكم'),
  ...asking(
    'what',
    'ما ماذا لماذا هل كيف أي أية بماذا عماذا عم علام لم why what which how did does do is are was were',
  ),
])
/** Asked with the words before them: من الذي قال, what did … say. */
const FILLERS = new Set(
  'هو هي الذي التي الذين قال قالت يقول تقول صرح حدث يحدث جرى did does do is are was were will say said says happened happen the a an'
    .split(' ')
    .map(fold),
)

/** The kind of a question and the words left to look for; when it has no others, all its words. */
export function questionOf(words: readonly string[]): {
  readonly kind: QuestionKind
  readonly words: readonly string[]
} {
  const folded = words.map(fold)
  const kind = kindOf(folded)
  const rest = words.filter((_, index) => !isAsking(folded, index))
  return { kind, words: rest.length === 0 ? words : rest }
}

/** The word that asks stands first, or second after a preposition (`في أي عام`, `in which year`). */
function kindOf(folded: readonly string[]): QuestionKind {
  const [first = '', second = '', third = ''] = folded
  if (first === 'how' && /^(?:many|much)$/.test(second)) return 'how-many'
  const asksForDate = /^(?:عام|سنه|يوم|تاريخ|شهر|موعد|وقت|year|day|date|month|time)$/u
  const which = /^(?:اي|ايه|ما|what|which)$/u
  if (which.test(first) && asksForDate.test(second)) return 'when'
  if (which.test(second) && asksForDate.test(third)) return 'when'
  if (which.test(first) && /^(?:عدد|نسبه|قيمه|حجم|number)$/u.test(second)) return 'how-many'
  return KINDS.get(first) ?? KINDS.get(second) ?? 'what'
}

function isAsking(folded: readonly string[], index: number): boolean {
  const word = folded[index] ?? ''
  if (index <= 1 && KINDS.has(word)) return true
  if (index === 1 && folded[0] === 'how' && /^(?:many|much)$/.test(word)) return true
  return index <= 3 && FILLERS.has(word)
}

function asking(kind: QuestionKind, words: string): [string, QuestionKind][] {
  return words.split(' ').map((word) => [fold(word), kind])
}
