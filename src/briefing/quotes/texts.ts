import { type Token, wordAt } from '../grammar/tokens.ts'

const TEXTS = /^(?:ال)?(?:بيان|بلاغ|تقرير|برقيه|دراسه|وثيقه|مذكره|استطلاع|تحليل|تعميم|نص|قرار|رساله|مقال|مقاله)$/

/** A text by its own noun: it carries what somebody says. */
export function isText({ info }: Token): boolean {
  return TEXTS.test(info.base)
}

// Of the bodies that show no gender these take a masculine verb.
const HE =
  /^(?:ال)?(?:مجلس|اتحاد|حزب|تنظيم|تحالف|ايتلاف|تيار|برلمان|كونغرس|جيش|مكتب|مركز|معهد|مصرف|بنك|صندوق|مصنع|نادي?|فريق|منتخب|مرصد|موقع|ديوان|قصر|بيت|كرملين|بنتاغون|حراك|تكتل|فصيل|قسم|قطاع|فرع|وفد|متحف|مهرجان|تجمع|محور)$/

/** `المجلس`, `البنك`: a body that is never she. */
export function takesHe({ info }: Token): boolean {
  return HE.test(info.base)
}

/** `بيان للوزارة`: a text without ال, then its owner; `رسالة للجامعة` is for it. */
export function isTextOf(tokens: readonly Token[], at: number): boolean {
  const { plain } = wordAt(tokens, at - 1)
  return wordAt(tokens, at).info.preposition === 'ل' && TEXTS.test(plain) && !/^ال|^رساله$/.test(plain)
}
