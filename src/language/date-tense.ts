/** Of which year a day or month is that stands without one: `past` where its clause tells of the past, `none` where it is another's. */
export type DateTense = 'past' | 'nearest' | 'none'

/** What stands around a date: its clause up to it, and what follows it. */
export type DateSurroundings = { readonly clause: string; readonly after: string }

/** `في أيلول من ذلك العام`, `في 21 سبتمبر قبل ثلاث سنوات`: the year stands elsewhere. */
const OF_ANOTHER_YEAR =
  /^\s*(?:من\s(?:نفس|ذلك|ذات|تلك)\s(?:العام|السنة)|من\s(?:العام|السنة)\s(?:نفسه|نفسها|ذاته|ذاتها)|قبل\s\S+\s(?:سنوات|سنة|أعوام|عاما))/u
/** `من أبريل حتى سبتمبر الماضي`, `في أواخر ديسمبر ومطلع يناير الماضي` */
const UP_TO_LAST =
  /^\s?(?:و|(?:و?(?:حتى|حتي|إلى|الى)\s))(?:(?:مطلع|نهاية|أواخر|أوائل|بداية|منتصف|شهر)\s)*[^\s.،]+(?:\s?[(/][^\s.،]+)?\s(?:الماضي|الماضى)/u
const SINCE = /(?:^|\s)منذ\s(?:(?:\S+\s){0,3}(?:في|فى)\s)?(?:(?:مطلع|نهاية|أواخر|أوائل|بداية|منتصف|شهر)\s)?$/u

/** The perfect, third person; of `-ت` any word that is no plural (`أعلنت`, not `مفاوضات`). */
const PERFECT = String.raw`[وف]?(?:قد\s)?(?:\p{L}{2,}(?!ا)\p{L}ت|أعلن|باشر|وق[عّ]|اتفق|قتل|أصيب|دان|أدان|انتهى|بدأ|شهد|حقق|فاز|لعب|سجل|بلغ|ارتفع|انخفض|تراجع|قرر|وافق|أطلق|شن|سيطر|انسحب|استقال|غادر|زار|التقى|اجتمع|نشر|كشف|أصدر|رفض|توصل|تعهد|تولى|احتل|اغتيل|اعتقل|اندلع|سقط|وصل|عاد|كان|تم|جرى)(?:وا|ا)?`
const OPENS_IN_PERFECT = new RegExp(`^\\s*${PERFECT}(?!\\p{L})`, 'u')
const AT_ITS_PART = String.raw`\s(?:في|فى|خلال)\s(?:(?:مطلع|نهاية|أواخر|أوائل|بداية|منتصف|شهر)\s)?$`
const ENDS_IN_PERFECT = new RegExp(
  [
    // `مقابلات أجريت في يناير`, `توقفت في 22 سبتمبر`
    String.raw`\s(?!ال)\p{L}{3,}(?!ا)\p{L}ت`,
    // `عندما سيطروا على العاصمة في سبتمبر`
    String.raw`\s(?:عندما|حين|بعدما|بعد\sأن)\s(?:قد\s)?(?!سي(?!طر)|ست|[يتن])\p{L}{3,}(?:\s[^\s.،]+){0,5}`,
    // `إثر بسط سلطتهم على العاصمة في سبتمبر`
    String.raw`\s(?:إثر|عقب|غداة)(?:\s[^\s.،]+){1,6}`,
  ]
    .map((each) => `(?:${each})${AT_ITS_PART}`)
    .join('|'),
  'u',
)
/** What was said or agreed then may be for a day to come. */
const MAY_BE_AHEAD =
  /(?:^|\s)(?:[أإ]ن(?:ه|ها|هم)?|ب[أإ]ن(?:ه|ها|هم)?|حتى|بحلول|قبل|موعد\S*|لل?\p{L}+|[وف]?س(?!يطر)[يتن]\p{L}{3,}|سوف|ال\p{L}*مقرر\p{L}*|المرتقب\p{L}*|المزمع|(?:تسليم|عقد|إجراء|تنظيم|بدء|إقامة|تأجيل|إرجاء|طرح|إطلاق|زيارة|انتخابات|قمة|مؤتمر|لقاء|اجتماع))(?=\s)/u
/** Only these stand between the head of a clause and a date that opens it. */
const ONLY_PREPOSITION = /^[وف]?(?:(?:في|فى|خلال|بين|من|منذ|مطلع|نهاية|أواخر|أوائل|بداية|منتصف|شهر|يوم)(?:\s+|$))*$/u

/** `بين الأول من يناير و30 يونيو (حزيران) قتل …` */
const SPAN_END = /^\s?(?:و|و?(?:حتى|إلى)\s)[\d٠-٩]{1,2}\s[^\s،]+(?:\s?\([^)]*\))?/u

/** Reads off what a clause tells whether its date lies behind. */
export function dateTenseOf({ clause, after }: DateSurroundings): DateTense {
  if (OF_ANOTHER_YEAR.test(after)) return 'none'
  if (SINCE.test(clause) || UP_TO_LAST.test(after) || endsInPerfect(clause)) return 'past'
  if (ONLY_PREPOSITION.test(clause.trim()))
    return OPENS_IN_PERFECT.test(after.replace(SPAN_END, '').replace(/^[\s،]+/u, '')) ? 'past' : 'nearest'
  return OPENS_IN_PERFECT.test(clause) && !MAY_BE_AHEAD.test(clause) ? 'past' : 'nearest'
}

function endsInPerfect(clause: string): boolean {
  const end = ENDS_IN_PERFECT.exec(clause)?.[0]
  return end !== undefined && !MAY_BE_AHEAD.test(end)
}

/** `سيلتقي الأحد`, `من المقرر أن … الأحد`. */
const AHEAD =
  /(?:^|[\s،])(?:[وف]?س[يتن](?!ار|د|نات|ناء|ست|وري)\p{L}{3,}|سوف|[وف]?حُ?دّ?دت?|المقرر|المرتقب|المزمع|يعتزم|تعتزم|يتوقع)/u

/** Whether a clause tells of the future. */
export function isAhead(clause: string): boolean {
  return AHEAD.test(clause)
}
