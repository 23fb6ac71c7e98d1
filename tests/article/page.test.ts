import { describe, expect, test } from 'vitest'
import { type Article, paragraphsOf } from '../../src/article/article.ts'
import { parsePage } from '../../src/article/page.ts'
import { slugFrom } from '../../src/article/slug.ts'

const LONG =
  'افتتحت المدينة صباح الاثنين جسرها الثالث فوق النهر، وحضر الافتتاح مئات السكان من الضفتين ومن القرى القريبة.'
const MORE = 'وقالت رئيسة البلدية إن العمل فيه دام عامين، وإن كلفته أقل مما قُدّر له حين وُضع حجره الأول قرب السوق القديم.'

function article(page: string): Article {
  const parsed = parsePage(page, slugFrom('a-page'))
  if (parsed.kind === 'unreadable') throw new Error(parsed.why)
  return parsed.article
}

function headingsOf(page: Article): readonly string[] {
  return page.blocks.filter((block) => block.kind === 'heading').map((block) => block.text)
}

describe('parsePage', () => {
  test('a whole page: title, headings, source, keywords, another article, related headlines', () => {
    const page = article(
      [
        'جسر ثالث فوق النهر',
        '',
        LONG,
        '\u00A0',
        MORE,
        '',
        'سنتان من العمل',
        '',
        LONG,
        'المصدر: وكالة الضفاف',
        '',
        'كلمات دلالية: جسر، نهر، مدينة',
        '',
        'إقرأ أيضاً:',
        '',
        'سوق قديم يعود إلى الحياة',
        '',
        ...[LONG, MORE, 'باعة من القرى', LONG, MORE],
        '',
        'مقالات مشابهة',
        '',
        '  • الجسر الثاني يغلق للصيانة',
        '  • مركب صغير يعبر بلا أجر',
      ].join('\n'),
    )
    expect(page.title).toEqual({ text: 'جسر ثالث فوق النهر', derived: false })
    expect(paragraphsOf(page)).toEqual([LONG, MORE, LONG])
    expect(headingsOf(page)).toEqual(['سنتان من العمل'])
    expect(page.source).toBe('وكالة الضفاف')
    expect(page.keywords).toEqual(['جسر', 'نهر', 'مدينة'])
    const [other, ...none] = page.embedded
    expect(none).toEqual([])
    expect(page.related).toEqual([
      { title: 'الجسر الثاني يغلق للصيانة', url: null, slug: null },
      { title: 'مركب صغير يعبر بلا أجر', url: null, slug: null },
      { title: 'سوق قديم يعود إلى الحياة', url: null, slug: other?.slug },
    ])
    expect(other?.related).toEqual([{ title: 'جسر ثالث فوق النهر', url: null, slug: page.slug }])
    expect(other?.title).toEqual({ text: 'سوق قديم يعود إلى الحياة', derived: false })
    expect(other?.slug).not.toBe(page.slug)
    expect(other && paragraphsOf(other)).toEqual([LONG, MORE, LONG, MORE])
    expect(other && headingsOf(other)).toEqual(['باعة من القرى'])
  })

  test.each([
    ['المصدر: وكالة الضفاف', 'وكالة الضفاف'],
    ['مصدر : وكالة الضفاف', 'وكالة الضفاف'],
    ['المَصدَر: «وكالة الضفاف»', '«وكالة الضفاف»'],
    ['المصدر:\nوكالة الضفاف', 'وكالة الضفاف'],
    ['المصدر | وكالة الضفاف', 'وكالة الضفاف'],
    ['Source: River Agency', 'River Agency'],
    ['**المصدر:** وكالة الضفاف', 'وكالة الضفاف'],
  ])('source: %s', (line, source) => {
    expect(article(`${LONG}\n\n${line}\n`).source).toBe(source)
  })

  test.each([
    ['الكلمات المفتاحية: جسر | نهر', ['جسر', 'نهر']],
    ['كلمات دلالية: #جسر #نهر', ['جسر', 'نهر']],
    ['الوسوم\n• جسر\n• نهر', ['جسر', 'نهر']],
    ['Tags: bridge, river', ['bridge', 'river']],
    ['كلمات دلالية: جسر النهر مدينة', ['جسر النهر مدينة']],
  ])('keywords: %s', (line, keywords) => {
    expect(article(`${LONG}\n\n${line}\n`).keywords).toEqual(keywords)
  })

  test.each([
    'مقالات مشابهة',
    'مواضيع ذات صلة:',
    'أخبار متعلقة',
    'أخبار ذات صلة',
    'Related',
    'Related articles:',
    'موضوعات متعلقة',
  ])('related: %s', (label) => {
    for (const bullet of ['• ', '- ', '* ', '1. ', '']) {
      const page = article(`${LONG}\n\n${label}\n\n${bullet}عنوان أول عن السوق\n${bullet}عنوان ثان عن المركب\n`)
      expect(page.related.map((link) => link.title)).toEqual(['عنوان أول عن السوق', 'عنوان ثان عن المركب'])
      expect(paragraphsOf(page)).toEqual([LONG])
    }
  })

  test.each(['اقرأ أيضًا:', 'إقرأ أيضا:', 'اقرأ المزيد:', 'قد يهمك:', 'Read also:'])(
    '%s in the text is a headline, and the text goes on',
    (label) => {
      for (const break_ of [' ', '\n']) {
        const page = article(`${LONG}\n\n${label}${break_}سوق قديم يعود إلى الحياة\n\n${MORE}\n\nالمصدر: وكالة`)
        expect(page.related.map((link) => link.title)).toEqual(['سوق قديم يعود إلى الحياة'])
        expect(paragraphsOf(page)).toEqual([LONG, MORE])
        expect(page.embedded).toEqual([])
      }
    },
  )

  test('a source above the text does not end it: what follows a teaser is no other article', () => {
    const page = article(
      ['جسر ثالث', 'المصدر: وكالة', LONG, 'اقرأ أيضا:', 'سوق قديم يعود', MORE, LONG, MORE, LONG].join('\n\n'),
    )
    expect(page.embedded).toEqual([])
    expect(page.source).toBe('وكالة')
    expect(paragraphsOf(page)).toEqual([LONG, MORE, LONG, MORE, LONG])
    expect(page.related.map((link) => link.title)).toEqual(['سوق قديم يعود'])
  })

  test('with no label between, another article is recognised by its headline', () => {
    const market = 'عاد باعة السوق القديم أمس إلى دكاكينهم بعد ترميم دام ثلاثة أعوام، وفتحوا أبوابهم للزبائن قبل الفجر.'
    const lines = [
      'جسر ثالث',
      LONG,
      MORE,
      LONG,
      'اقرأ أيضا:',
      'باعة السوق القديم يعودون بعد ترميم طويل',
      market,
      MORE,
      LONG,
      MORE,
      LONG,
    ]
    const page = article(lines.join('\n\n'))
    expect(paragraphsOf(page)).toEqual([LONG, MORE, LONG])
    expect(page.embedded.map((other) => other.title.text)).toEqual(['باعة السوق القديم يعودون بعد ترميم طويل'])
  })

  test('a box of related headlines in the text, and teasers under them', () => {
    const page = article(
      [
        'جسر ثالث',
        LONG,
        'مواضيع ذات صلة',
        '• عنوان أول عن السوق',
        'تفاصيل العنوان الأول في سطر.',
        '• عنوان ثان',
        LONG + MORE,
        MORE,
      ].join('\n'),
    )
    expect(page.related.map((link) => link.title)).toEqual([
      'عنوان أول عن السوق — تفاصيل العنوان الأول في سطر.',
      'عنوان ثان',
    ])
    expect(paragraphsOf(page)).toEqual([LONG, LONG + MORE, MORE])
  })

  test('a title may be missing: it is made of the first words', () => {
    const page = article(`${LONG}\n${MORE}`)
    expect(page.title.derived).toBe(true)
    expect(LONG.startsWith(page.title.text.replace(/…$/u, ''))).toBe(true)
    expect(paragraphsOf(page)).toEqual([LONG, MORE])
  })

  test.each([
    ['نشر في: 5 مايو 2024', '2024-05-05'],
    ['تاريخ النشر: الأحد، 5 أيار/مايو 2024 10:30 ص', '2024-05-05'],
    ['الأحد 5 مايو 2024', '2024-05-05'],
    ['Published: May 5, 2024', '2024-05-05'],
  ])('published: %s', (line, published) => {
    const page = article(`جسر ثالث\n\n${line}\n\n${LONG}\n\n${MORE}`)
    expect(page.published).toBe(published)
    expect(page.title.text).toBe('جسر ثالث')
    expect(paragraphsOf(page)).toEqual([LONG, MORE])
  })

  test('line ends of every system, a mark at the head, one paragraph a line', () => {
    for (const end of ['\n', '\r\n', '\r', '\n\n', '\n\u00A0\n', '\u2029']) {
      const page = article(`\uFEFF${['جسر ثالث', LONG, MORE].join(end)}`)
      expect(page.title.text).toBe('جسر ثالث')
      expect(paragraphsOf(page)).toEqual([LONG, MORE])
    }
  })

  test('a hard-wrapped page is unwrapped', () => {
    const wrap = (text: string): string => text.replace(/(.{30,45}) /gu, '$1\n')
    const page = article(`جسر ثالث فوق النهر\n\n${wrap(LONG)}\n\n${wrap(MORE)}\n\nالمصدر: وكالة\n`)
    expect(paragraphsOf(page)).toEqual([LONG, MORE])
    expect(page.source).toBe('وكالة')
  })

  test('speech, list items and short sentences are no headings', () => {
    const lines = ['وأضافت: "نحن سعداء"', '- مقعد خشبي', '- مصباح', 'انتهى العمل.']
    const page = article(['جسر ثالث', LONG, ...lines, MORE].join('\n'))
    expect(headingsOf(page)).toEqual([])
    expect(paragraphsOf(page)).toHaveLength(6)
    expect(paragraphsOf(article(`${LONG}\n1. بند\n2. بند آخر`))).toEqual([LONG, '1. بند', '2. بند آخر'])
  })

  test('marks of Markdown and lines without words are no text', () => {
    const page = article(
      ['# جسر ثالث', LONG, '* * *', '## سنتان من العمل', MORE, '———', '**الكلفة**', LONG].join('\n\n'),
    )
    expect(page.title.text).toBe('جسر ثالث')
    expect(headingsOf(page)).toEqual(['سنتان من العمل', 'الكلفة'])
    expect(paragraphsOf(page)).toEqual([LONG, MORE, LONG])
  })

  test('a page of related headlines alone', () => {
    const page = article('مقالات مشابهة\n\n• الجسر الثاني يغلق للصيانة\n• مركب صغير يعبر بلا أجر\n')
    expect(page.blocks).toEqual([])
    expect(page.related).toHaveLength(2)
    expect(page.title).toEqual({ text: 'الجسر الثاني يغلق للصيانة', derived: true })
  })

  test('a page with no words is unreadable', () => {
    for (const text of ['', ' \n\u00A0', '…\n—']) expect(parsePage(text, slugFrom('x')).kind).toBe('unreadable')
  })

  test('English pages too', () => {
    const page = article(
      'A third bridge\n\nThe town opened its third bridge on Monday, and hundreds of people came to see it.\n\nWhat it cost\n\nLess than they had feared, said the mayor, who had promised it two years ago.\n\nSource: River Agency\n\nRelated\n\n- Second bridge closes\n',
    )
    expect(page.language).toBe('en')
    expect(headingsOf(page)).toEqual(['What it cost'])
    expect(page.source).toBe('River Agency')
  })
})
