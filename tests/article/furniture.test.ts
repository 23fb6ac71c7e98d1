import { describe, expect, test } from 'vitest'
import { furnitureRule, lineKey } from '../../src/article/furniture.ts'
import { FURNITURE } from '../../src/article/furniture-rules.ts'
import { parsePage } from '../../src/article/page.ts'
import { slugFrom } from '../../src/article/slug.ts'

const PLACES = ['head', 'body', 'tail'] as const

describe('each rule of furniture', () => {
  test.each(FURNITURE.map((rule) => [rule.name, rule] as const))('%s', (name, { example, counterExample, place }) => {
    expect(furnitureRule(lineKey(example), place === 'anywhere' ? 'body' : 'head')?.name).toBe(name)
    for (const each of PLACES) expect(furnitureRule(lineKey(counterExample), each)).toBeNull()
  })
})

const LEAD = 'افتتحت البلدية سوق الكتب القديمة في ساحة المدينة أمام مئات الزوار صباح الاثنين.'
const MORE = 'وقال رئيس البلدية سامر الكيلاني إن السوق تبقى مفتوحة طوال الصيف لكل من يحب القراءة.'

/** The kinds of trouble at the head of a copied page and between its paragraphs. */
const PAGES: readonly {
  readonly about: string
  readonly page: readonly string[]
  readonly title: string | null
  readonly texts: readonly string[]
  readonly source?: string
  readonly published?: string
}[] = [
  {
    about: 'a run of headlines of others',
    page: ['ثلاثة جسور جديدة فوق النهر', 'أسعار القمح تهبط', 'سوق الكتب القديمة تفتح أبوابها', LEAD],
    title: 'سوق الكتب القديمة تفتح أبوابها',
    texts: [LEAD],
  },
  {
    about: 'a kicker on the same line',
    page: ['خاص | سوق الكتب تفتح أبوابها', LEAD],
    title: 'سوق الكتب تفتح أبوابها',
    texts: [LEAD],
  },
  {
    about: 'a headline in other words than the text, above one in its words',
    page: ['حكاية من ورق', 'البلدية تفتح ساحة المدينة للكتب', LEAD],
    title: 'حكاية من ورق',
    texts: [LEAD],
  },
  {
    about: 'place, byline and day on one line',
    page: ['سوق الكتب تفتح أبوابها', 'المرسى - نور السيد - 11 مارس 2025', LEAD],
    title: 'سوق الكتب تفتح أبوابها',
    texts: [LEAD],
    published: '2025-03-11',
  },
  {
    about: 'a question in the headline',
    page: ['من يشتري كتابا قديما؟ سوق المدينة تجيب', LEAD],
    title: 'من يشتري كتابا قديما؟ سوق المدينة تجيب',
    texts: [LEAD],
  },
  {
    about: 'a kicker above it',
    page: ['عاجل', 'سوق الكتب تفتح أبوابها', LEAD],
    title: 'سوق الكتب تفتح أبوابها',
    texts: [LEAD],
  },
  {
    about: 'crumbs, a site and a byline',
    page: ['الرئيسية > ثقافة > كتب', 'موقع الضفاف الإخباري', 'سوق الكتب تفتح أبوابها', 'نور السيد |', LEAD],
    title: 'سوق الكتب تفتح أبوابها',
    texts: [LEAD],
    source: 'موقع الضفاف الإخباري',
  },
  {
    about: 'a menu line by line',
    page: ['الرئيسية', 'سياسة', 'آخر الأخبار', 'طقس اليوم', 'سوق الكتب القديمة تفتح أبوابها للصيف', LEAD],
    title: 'سوق الكتب القديمة تفتح أبوابها للصيف',
    texts: [LEAD],
  },
  {
    about: 'RFC 2822 in English',
    page: ['سوق الكتب تفتح أبوابها', 'Tue, 11 Mar 2025 08:30:00 GMT', LEAD],
    title: 'سوق الكتب تفتح أبوابها',
    texts: [LEAD],
    published: '2025-03-11T08:30:00Z',
  },
  {
    about: 'ISO with its hour',
    page: ['سوق الكتب تفتح أبوابها', 'آخر تحديث: 2025-03-11T08:30:00+03:00', LEAD],
    title: 'سوق الكتب تفتح أبوابها',
    texts: [LEAD],
    published: '2025-03-11T08:30:00+03:00',
  },
  {
    about: 'Hijri beside Gregorian',
    page: ['سوق الكتب تفتح أبوابها', 'الثلاثاء 11 رمضان 1446هـ - 11 مارس 2025م', LEAD],
    title: 'سوق الكتب تفتح أبوابها',
    texts: [LEAD],
    published: '2025-03-11',
  },
  {
    about: 'Persian digits',
    page: ['سوق الكتب تفتح أبوابها', '۱۱ مارس ۲۰۲۵', LEAD],
    title: 'سوق الكتب تفتح أبوابها',
    texts: [LEAD],
    published: '2025-03-11',
  },
  {
    about: 'counters, share bars and ago',
    page: [
      'سوق الكتب تفتح أبوابها',
      'منذ 5 ساعات',
      '1.2K مشاهدة',
      'فيسبوك | تويتر | واتساب',
      'مدة القراءة: دقيقتان',
      LEAD,
      'شارك هذا الخبر',
      MORE,
    ],
    title: 'سوق الكتب تفتح أبوابها',
    texts: [LEAD, MORE],
  },
  {
    about: 'a caption with its agency',
    page: ['سوق الكتب تفتح أبوابها', 'زوار في سوق الكتب القديمة (رويترز)', LEAD, MORE],
    title: 'سوق الكتب تفتح أبوابها',
    texts: [LEAD, MORE],
  },
  {
    about: 'a title that names a day is no date line',
    page: ['أحداث 11 سبتمبر 2001', LEAD],
    title: 'أحداث 11 سبتمبر 2001',
    texts: [LEAD],
  },
  {
    about: 'a section that is a heading of the text',
    page: ['سوق الكتب تفتح أبوابها', LEAD, 'ثقافة', MORE],
    title: 'سوق الكتب تفتح أبوابها',
    texts: [LEAD, MORE],
  },
  {
    about: 'sentences of the same words',
    page: [
      'سوق الكتب تفتح أبوابها',
      LEAD,
      'شارك مئات الباعة في السوق.',
      'قبل ساعتين من الافتتاح، لم يكن أحد هناك.',
      'المزيد من الباعة يصل كل يوم.',
    ],
    title: 'سوق الكتب تفتح أبوابها',
    texts: [
      LEAD,
      'شارك مئات الباعة في السوق.',
      'قبل ساعتين من الافتتاح، لم يكن أحد هناك.',
      'المزيد من الباعة يصل كل يوم.',
    ],
  },
  {
    about: 'entities that were escaped twice',
    page: ['سوق الكتب تفتح أبوابها', 'قال البائع: &amp;quot;بعت نصف ما عندي&amp;quot; في يوم واحد.'],
    title: 'سوق الكتب تفتح أبوابها',
    texts: ['قال البائع: "بعت نصف ما عندي" في يوم واحد.'],
  },
  {
    about: 'tags and signs for lines left in text',
    page: [`سوق الكتب تفتح أبوابها\\n\\n<p>${LEAD}</p><br/><b>${MORE}</b>`],
    title: 'سوق الكتب تفتح أبوابها',
    texts: [LEAD, MORE],
  },
]

describe('a copied page', () => {
  test.each(PAGES)('$about', ({ page, title, texts, source = null, published = null }) => {
    const parsed = parsePage(page.join('\n\n'), slugFrom('x'))
    if (parsed.kind === 'unreadable') throw new Error(parsed.why)
    const { article } = parsed
    expect({
      title: article.title.derived ? null : article.title.text,
      texts: article.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
      source: article.source,
      published: article.published,
    }).toEqual({ title, texts, source, published })
  })
})
