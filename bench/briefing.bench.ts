import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Article, Slug } from '../src/article/article.ts'
import { briefArticle } from '../src/briefing/brief-article.ts'
import type { Row } from './bench.ts'

const WARM_UP = 400
const RUNS = 100
const MEBIBYTE = 1024 * 1024

/** How long an article takes, whether time grows with length alone, and whether memory stays where it was. */
export async function rows(): Promise<readonly Row[]> {
  const article = anArticleOf(1000)
  for (let run = 0; run < WARM_UP; run += 1) briefArticle(article)
  const median = medianMilliseconds(article, RUNS)
  const perWord = (words: number, runs: number): number => medianMilliseconds(anArticleOf(words), runs) / words
  const base = median / 1000
  return [
    { name: 'an article of 1,000 words, median, warm (budget 10)', value: median, unit: 'ms' },
    { name: 'time a word at 10,000 words, against 1,000', value: perWord(10_000, 9) / base, unit: '×' },
    { name: 'time a word at 100,000 words, against 1,000', value: perWord(100_000, 3) / base, unit: '×' },
    { name: 'memory grown over 10,000 articles', value: growthOver(10_000) / MEBIBYTE, unit: 'MiB' },
  ]
}

function medianMilliseconds(article: Article, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    briefArticle(article)
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN
}

/** Bytes on the heap after `count` different articles, over what it was after a tenth of them. */
function growthOver(count: number): number {
  let early = 0
  for (let index = 0; index < count; index += 1) {
    briefArticle(anArticleOf(120, index))
    if (index === count / 10) early = heapAfterCollection()
  }
  return Math.max(0, heapAfterCollection() - early)
}

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

const NAMES = ['سلمى الراوي', 'كريم سالم', 'هدى مرعي', 'نبيل عوض', 'ليلى حداد', 'فارس عبود', 'نجلاء حمدان']
const ROLES = ['وزيرة الري', 'مدير الهيئة', 'رئيسة البلدية', 'نقيب المزارعين', 'الباحثة', 'المهندس']
const SUBJECTS = [
  'الجسر الجديد',
  'محصول الزيتون',
  'قطار الساحل',
  'سد الوادي',
  'متحف الملح',
  'ميناء الصيادين',
  'سوق السمك',
]
const EVENTS = ['سيفتح أبوابه', 'توقف عن العمل', 'تأخر ثلاث سنوات', 'كلف خمسين مليون دينار', 'سيخدم عشرين ألف شخص']
const TIMES = ['يوم الاثنين', 'في آذار الماضي', 'عام 2019', 'قبل نهاية العام المقبل', 'منذ عشرين سنة', 'مساء أمس']

/** An invented article of about `words` words: reports, quotes, figures and dates, a heading every ten paragraphs. */
function anArticleOf(words: number, seed: number = 1): Article {
  const random = createRandom(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const sentences = [
    () =>
      `قالت ${pick(ROLES)} ${pick(NAMES)} إن ${pick(SUBJECTS)} ${pick(EVENTS)} ${pick(TIMES)}، رغم اعتراض سكان الحي القديم.`,
    () => `وأضاف ${pick(NAMES)}: "لن نتوقف قبل أن يعرف الناس أن ${pick(SUBJECTS)} ${pick(EVENTS)}".`,
    () =>
      `ويقع ${pick(SUBJECTS)} على بعد ${Math.ceil(random() * 90)} كيلومترا من المدينة، ويعمل فيه نحو ${Math.ceil(random() * 900)} عاملا.`,
    () => `وكان ${pick(SUBJECTS)} قد ${pick(EVENTS)} ${pick(TIMES)}، وفق تقرير صدر عن «مجلس المدن».`,
  ]
  const blocks: { kind: 'heading' | 'paragraph'; text: string }[] = []
  let written = 0
  while (written < words) {
    if (blocks.length % 10 === 9) blocks.push({ kind: 'heading', text: `${pick(SUBJECTS)} ${pick(TIMES)}` })
    const text = Array.from({ length: 3 }, () => sentences[Math.floor(random() * sentences.length)]?.() ?? '').join(' ')
    blocks.push({ kind: 'paragraph', text })
    written += text.split(' ').length
  }
  return {
    slug: `bench-${seed}` as Slug,
    title: { text: `${pick(SUBJECTS)} ${pick(EVENTS)}`, derived: false },
    language: 'ar',
    source: 'وكالة الضفاف',
    url: null,
    published: '2025-03-10',
    keywords: [],
    blocks,
    related: [],
    embedded: [],
  }
}

/** A small congruential generator: the same text in every run. */
function createRandom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
