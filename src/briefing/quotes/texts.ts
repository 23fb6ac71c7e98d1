import { type Token, wordAt } from '../grammar/tokens.ts'

const TEXTS = /^(?:ال)?(?:بيان|بلاغ|تقرير|برقيه|دراسه|وثيقه|مذكره|استطلاع|تحليل|تعميم|نص|قرار|رساله|مقال|مقاله)$/

/** A text by its own noun: it carries what somebody says. */
export function isText({ info }: Token): boolean {
  return TEXTS.test(info.base)
}

/** `بيان للوزارة`: a text without ال, then its owner; `رسالة للجامعة` is for it. */
export function isTextOf(tokens: readonly Token[], at: number): boolean {
  const { plain } = wordAt(tokens, at - 1)
  return wordAt(tokens, at).info.preposition === 'ل' && TEXTS.test(plain) && !/^ال|^رساله$/.test(plain)
}
