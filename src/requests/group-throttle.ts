/** The bot's recent answers in a group; times in epoch milliseconds. */
export type GroupHistory = {
  readonly answers: readonly Answered[]
  /** When the bot sent a message, oldest first. */
  readonly spokenAt: readonly number[]
  /** Until then questions are ignored: the group was notified of the wait. */
  readonly quietUntil: number
}

/** An answer that stands in the group: `question` names command, argument and topic. */
export type Answered = { readonly question: string; readonly messageId: number; readonly at: number }

/** `point`: a line in reply to the former answer; `wait`: a line with the time to wait. */
export type ThrottleDecision =
  | { readonly kind: 'answer' }
  | { readonly kind: 'point'; readonly messageId: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'silence' }

export const NO_HISTORY: GroupHistory = { answers: [], spokenAt: [], quietUntil: 0 }

/** The same question within this time is a repetition. */
const REPEAT_MS = 30_000
const WINDOW_MS = 60_000
/** Messages to one group within a minute; Telegram itself allows a bot 20. */
export const MOST_A_MINUTE = 12

/** Decides how a question is answered, and returns the group's history after it. */
export function throttleQuestion(
  history: GroupHistory,
  question: string,
  now: number,
): { readonly decision: ThrottleDecision; readonly history: GroupHistory } {
  const recent = forgetOld(history, now)
  const [first] = recent.spokenAt
  if (first !== undefined && recent.spokenAt.length >= MOST_A_MINUTE) {
    if (now < recent.quietUntil) return { decision: { kind: 'silence' }, history: recent }
    const until = first + WINDOW_MS
    const decision: ThrottleDecision = { kind: 'wait', seconds: Math.max(1, Math.ceil((until - now) / 1000)) }
    return { decision, history: { ...recent, quietUntil: until } }
  }
  const former = recent.answers.find((answer) => answer.question === question)
  const spoken: GroupHistory = { ...recent, spokenAt: [...recent.spokenAt, now] }
  if (former === undefined) return { decision: { kind: 'answer' }, history: spoken }
  return { decision: { kind: 'point', messageId: former.messageId }, history: spoken }
}

export function withAnswer(history: GroupHistory, answer: Answered): GroupHistory {
  return { ...history, answers: [...history.answers.filter(({ question }) => question !== answer.question), answer] }
}

/** Removes an answer that a press changed or that was deleted: nothing may point to it any more. */
export function withoutAnswer(history: GroupHistory, messageId: number): GroupHistory {
  return { ...history, answers: history.answers.filter((answer) => answer.messageId !== messageId) }
}

function forgetOld({ answers, spokenAt, quietUntil }: GroupHistory, now: number): GroupHistory {
  return {
    answers: answers.filter(({ at }) => now - at < REPEAT_MS),
    spokenAt: spokenAt.filter((at) => now - at < WINDOW_MS),
    quietUntil,
  }
}
