import { fold } from '../language/fold.ts'

/** A label of the page that names the kind of the lines after it. `rest`: the text on its own line. */
export type Label = { readonly kind: LabelKind; readonly rest: string }

/** `also`: `اقرأ أيضا`; `related`: `مقالات مشابهة`. */
export type LabelKind = 'source' | 'keywords' | 'also' | 'related' | 'url' | 'published'

const COLON = String.raw`(?:[\s\u00A0]*[::︰|]|[\s\u00A0]+[-–—](?=[\s\u00A0]))`
const END = String.raw`[\s\u00A0]*(?:[::︰|…–—-]|\.{2,3})*[\s\u00A0]*$`

/** Labels that need a colon when something follows them on the line. Written in folded spelling. */
const WORDS: readonly (readonly [LabelKind, string])[] = [
  ['source', 'المصدر|مصدر|مصدر الخبر|المصادر|نقلا عن|source|via'],
  [
    'keywords',
    '(?:ال)?كلمات (?:ال)?(?:دلاليه|دلالية|مفتاحيه|مفتاحية|دليليه)|(?:ال)?وسوم|الوسم|(?:ال)?(?:مواضيع|موضوعات)|التاجات|تاجات|علامات|tags?|keywords?|topics',
  ],
  [
    'also',
    '(?:ا?قر[اا]|ا?قراوا|طالع|شاهد|تابع|انظر|راجع)(?:وا)? (?:ايضا|كذلك|المزيد|ايضًا)|لا يفوتك|قد يهمك(?: ايضا| كذلك)?|قد يعجبك(?: ايضا)?|ربما يهمك|read (?:also|more|next)|see also|also read|you may also like|more from us',
  ],
  [
    'related',
    '(?:ال)?(?:مقالات|مواضيع|موضوعات|اخبار|تقارير|قصص|مواد|عناوين|روابط|المزيد من) (?:ال)?(?:مشابهه|متعلقه|متصله|ذات (?:ال)?صله|ذات علاقه|مرتبطه|اخري|الاخبار|مختاره|مقترحه)|(?:مقالات|مواضيع|اخبار) قد (?:تهمك|تعجبك)|ذات صله|الاكثر قراءه|related(?: (?:articles?|stories|news|posts?|topics|headlines|links|content))?|more on this(?: story)?|similar articles|recommended',
  ],
  ['url', 'الرابط|رابط الخبر|رابط المقال|url|link'],
  ['published', '(?:تاريخ|وقت) النشر|نشر في|نشر بتاريخ|(?:اخر )?تحديث|published(?: on| at)?|date'],
]

const ALONE = WORDS.map(([kind, words]) => [kind, new RegExp(`^(?:${words})${END}`, 'iu')] as const)
/** `اقرأ أيضا.. عنوان`. */
const DOTS = String.raw`[\s\u00A0]*(?:\.{2,3}|…)`
const LED = WORDS.map(
  ([kind, words]) =>
    [
      kind,
      new RegExp(`^(?:${words})(?:${COLON}${kind === 'also' || kind === 'related' ? `|${DOTS}` : ''})`, 'iu'),
    ] as const,
)
const LONGEST_LABEL = 60
/** A label with all its keywords after it. */
const LONGEST_LINE = 2100
const LONGEST_REST: Readonly<Record<LabelKind, number>> = {
  source: 100,
  keywords: 1500,
  also: 250,
  related: 250,
  url: 2000,
  published: 80,
}

/** The label a line is or begins with, or null. */
export function labelOf(line: string): Label | null {
  const mayLead = /[::︰|…]|\.\.|\s[-–—]/u.test(line.slice(0, LONGEST_LABEL))
  if (line.length > (mayLead ? LONGEST_LINE : LONGEST_LABEL + 8)) return null
  const plain = line.replace(/^[#*_>\s|►▶◄◀]+|[*_\s]+$/gu, '')
  const { folded, offsets } = foldHead(plain)
  if (plain.length <= LONGEST_LABEL) {
    for (const [kind, pattern] of ALONE) if (pattern.test(folded)) return { kind, rest: '' }
  }
  for (const [kind, pattern] of LED) {
    const head = pattern.exec(folded)?.[0]
    if (head === undefined) continue
    const rest = plain
      .slice(offsets[head.length] ?? plain.length)
      .replace(/^[\s*_]+/u, '')
      .trim()
    return rest.length <= LONGEST_REST[kind] ? { kind, rest } : null
  }
  return null
}

/** The folded beginning of a line, with the offset in the line that each folded letter came from. */
function foldHead(line: string): { readonly folded: string; readonly offsets: readonly number[] } {
  let folded = ''
  const offsets: number[] = []
  for (let at = 0; at < Math.min(line.length, LONGEST_LABEL); at += 1) {
    const letter = /\s/u.test(line.charAt(at)) ? ' ' : fold(line.charAt(at))
    for (let each = 0; each < letter.length; each += 1) offsets.push(at)
    folded += letter
  }
  return { folded, offsets: [...offsets, Math.min(line.length, LONGEST_LABEL)] }
}
