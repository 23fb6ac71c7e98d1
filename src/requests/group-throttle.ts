/** What a group has lately asked and been answered; times in epoch milliseconds. */
export type Talk = {
  readonly answers: readonly Answered[]
  /** When it was answered, oldest first. */
  readonly spokenAt: readonly number[]
  /** It was told to wait until then; meanwhile nothing is said. */
  readonly quietUntil: number
}

/** An answer that stands in the group: `question` names command, argument and topic. */
export type Answered = { readonly question: string; readonly messageId: number; readonly at: number }

/** What becomes of a question: an answer, a line that points to the former one, a line that says how long, or nothing. */
export type Manner =
  | { readonly kind: 'answer' }
  | { readonly kind: 'point'; readonly messageId: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'silence' }

export const NO_HISTORY: Talk = { answers: [], spokenAt: [], quietUntil: 0 }

/** A question asked again within this time is answered already. */
const REPEAT_MS = 30_000
const WINDOW_MS = 60_000
/** So much may be said to one group within a minute; Telegram itself lets a bot say 20 messages. */
export const MOST_A_MINUTE = 12

/** Decides how a question is met, and what the group's talk is after that. */
export function throttleQuestion(
  talk: Talk,
  question: string,
  now: number,
): { readonly manner: Manner; readonly talk: Talk } {
  const recent = forgetOld(talk, now)
  const [first] = recent.spokenAt
  if (first !== undefined && recent.spokenAt.length >= MOST_A_MINUTE) {
    if (now < recent.quietUntil) return { manner: { kind: 'silence' }, talk: recent }
    const until = first + WINDOW_MS
    const manner: Manner = { kind: 'wait', seconds: Math.max(1, Math.ceil((until - now) / 1000)) }
    return { manner, talk: { ...recent, quietUntil: until } }
  }
  const former = recent.answers.find((answer) => answer.question === question)
  const spoken: Talk = { ...recent, spokenAt: [...recent.spokenAt, now] }
  if (former === undefined) return { manner: { kind: 'answer' }, talk: spoken }
  return { manner: { kind: 'point', messageId: former.messageId }, talk: spoken }
}

/** The talk with one more answer in it. */
export function withAnswer(talk: Talk, answer: Answered): Talk {
  return { ...talk, answers: [...talk.answers.filter(({ question }) => question !== answer.question), answer] }
}

/** The talk without an answer that is no longer what it was: a press has changed it, or it was deleted. */
export function withoutAnswer(talk: Talk, messageId: number): Talk {
  return { ...talk, answers: talk.answers.filter((answer) => answer.messageId !== messageId) }
}

function forgetOld({ answers, spokenAt, quietUntil }: Talk, now: number): Talk {
  return {
    answers: answers.filter(({ at }) => now - at < REPEAT_MS),
    spokenAt: spokenAt.filter((at) => now - at < WINDOW_MS),
    quietUntil,
  }
}
