import { fold } from '../language/fold.ts'

/** `what`: all questions that no kind of name or number answers: ما، لماذا، هل، كيف. */
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
/** Words that belong to the question word: من الذي قال, what did … say. */
const FILLERS = new Set(
  'هو هي الذي التي الذين قال قالت يقول تقول صرح حدث يحدث جرى did does do is are was were will say said says happened happen the a an'
    .split(' ')
    .map(fold),
)

/** A question's kind and its words without the question words; all its words when it has no others. */
export function questionOf(words: readonly string[]): {
  readonly kind: QuestionKind
  readonly words: readonly string[]
} {
  const folded = words.map(fold)
  const kind = kindOf(folded)
  const rest = words.filter((_, index) => !isAsking(folded, index))
  return { kind, words: rest.length === 0 ? words : rest }
}

const WHICH = /^(?:اي|ايه|ما|what|which)$/u
const A_DATE = /^(?:عام|سنه|يوم|تاريخ|شهر|موعد|وقت|year|day|date|month|time)$/u
const A_NUMBER = /^(?:عدد|نسبه|قيمه|حجم|number)$/u
const MANY = /^(?:many|much)$/u

/** The question word stands first, or second after a preposition (`في أي عام`, `in which year`). */
function kindOf(folded: readonly string[]): QuestionKind {
  for (const [at, word] of folded.slice(0, 2).entries()) {
    const next = folded[at + 1] ?? ''
    if (WHICH.test(word) && A_DATE.test(next)) return 'when'
    if ((WHICH.test(word) && A_NUMBER.test(next)) || (word === 'how' && MANY.test(next))) return 'how-many'
  }
  return KINDS.get(folded[0] ?? '') ?? KINDS.get(folded[1] ?? '') ?? 'what'
}

/** Whether a word is part of the question phrase. */
function isAsking(folded: readonly string[], index: number): boolean {
  const word = folded[index] ?? ''
  const before = folded[index - 1] ?? ''
  if (index <= 1 && KINDS.has(word)) return true
  if (index <= 2 && WHICH.test(before) && (A_DATE.test(word) || A_NUMBER.test(word))) return true
  return (index === 1 && before === 'how' && MANY.test(word)) || (index <= 3 && FILLERS.has(word))
}

function asking(kind: QuestionKind, words: string): [string, QuestionKind][] {
  return words.split(' ').map((word) => [fold(word), kind])
}
