import { describe, expect, test } from 'vitest'
import { readFile } from '../../src/article/read-file.ts'

const TEXT = 'افتتحت المدينة صباح الاثنين جسرها الثالث فوق النهر، وحضر الافتتاح مئات السكان من الضفتين.'

function read(name: string, text: string) {
  const parsed = readFile(name, text)
  if (parsed.kind === 'unreadable') throw new Error(parsed.why)
  return { ...parsed.article, doubts: parsed.doubts }
}

describe('Markdown as the world writes it', () => {
  test.each([
    [
      'YAML of Hugo',
      '---\ntitle: جسر\ndate: 2018-06-27T10:00:00+03:00\nlang: ar\ntags: [نهر, مدينة]\n---\n',
      '2018-06-27T10:00:00+03:00',
    ],
    [
      'TOML of Hugo',
      '+++\ntitle = "جسر"\ndate = 2018-06-27T10:00:00+03:00\ntags = ["نهر", "مدينة"]\n+++\n',
      '2018-06-27T10:00:00.000+03:00',
    ],
    ['TOML with a day', '+++\ntitle = "جسر"\ndate = 2018-06-27\ntags = "نهر، مدينة"\n+++\n', '2018-06-27'],
    [
      'YAML of Jekyll',
      '---\nlayout: post\ntitle: جسر\ndate: 2018-06-27 10:00:00 +0300\ntags: نهر, مدينة\npublished: true\nurl: /a\n---\n',
      '2018-06-27T10:00:00+03:00',
    ],
    ['a date in words', '---\ntitle: جسر\ndate: 27 يونيو 2018\ntags: [نهر, مدينة]\n---\n', '2018-06-27'],
  ])('%s', (_, head, published) => {
    const article = read('posts/the-bridge/index.md', `${head}\n${TEXT}\n`)
    expect(article).toMatchObject({
      slug: 'the-bridge',
      title: { text: 'جسر' },
      keywords: ['نهر', 'مدينة'],
      url: null,
      doubts: [],
    })
    expect(new Date(article.published ?? '').getTime()).toBe(new Date(published).getTime())
  })

  test('a post of Jekyll takes its day from its name', () => {
    expect(read('2018-06-27-bridge.md', `---\ntitle: جسر\n---\n${TEXT}`)).toMatchObject({
      slug: '2018-06-27-bridge',
      published: '2018-06-27',
    })
  })

  test('a file without front matter is held for what it lacks', () => {
    expect(read('README.md', `# جسر\n\n${TEXT}`).doubts).toEqual(['date', 'source'])
    expect(read('notes.md', TEXT).doubts).toEqual(['title', 'date', 'source'])
  })

  test('tables, footnotes, code, shortcodes and quotations', () => {
    const body = [
      `${TEXT}[^1]`,
      '| اليوم | الزوار |\n|---|---|\n| الأحد | 1200 |',
      '```js\nconst x = 1\n```',
      '{{< youtube "abc" >}}',
      '{% include share.html %}',
      '> الجسر يقرّب الضفتين\n>\n> — سلمى الراوي',
      '> قول بلا صاحب',
      '[^1]: وكان الجسر الأول من خشب.',
    ].join('\n\n')
    expect(read('a.md', `---\ntitle: جسر\n---\n${body}`).blocks.map((block) => block.text)).toEqual([
      TEXT,
      'اليوم · الزوار',
      'الأحد · 1200',
      '«الجسر يقرّب الضفتين»',
      'سلمى الراوي',
      'قول بلا صاحب',
      'وكان الجسر الأول من خشب.',
    ])
  })

  test.each([
    ['+++\ntitle = \n+++\n', /no TOML in line 1/],
    ['+++\ntitle = "x"\n', /no end: put a line \+\+\+/],
    ['---\ndate: بعد العيد\n---\n', /^published is "بعد العيد"/],
  ])('%j', (head, why) => {
    expect(readFile('a.md', `${head}${TEXT}`)).toEqual({ kind: 'unreadable', why: expect.stringMatching(why) })
  })
})

describe('pages', () => {
  test('a page of HTML, by its name or by its text', () => {
    const html = `<html><head><title>جسر ثالث</title></head><body><p>${TEXT}</p></body></html>`
    for (const name of ['b.html', 'b.HTM', 'b.txt']) {
      expect(read(name, html)).toMatchObject({ slug: 'b', title: { text: 'جسر ثالث' }, blocks: [{ text: TEXT }] })
    }
  })

  test.each([
    ['Persian', 'رئیس جمهوری روز دوشنبه گفت که این گفتگو برای کشور است و آن را پیش می‌برد. '],
    ['Urdu', 'وزیر اعظم نے کہا ہے کہ حکومت عوام کی فلاح کے لیے کام کر رہی ہے اور یہ سلسلہ جاری رہے گا۔ '],
    ['French', 'Le président a dit que les négociations dans la capitale et le pays sont pour une semaine. '],
    ['Spanish', 'El presidente dijo que las negociaciones por la paz del país son para los próximos días. '],
  ])('one in %s is refused', (language, sentence) => {
    expect(readFile('a.txt', sentence.repeat(6))).toEqual({
      kind: 'unreadable',
      why: `it is in ${language}: articles are read in Arabic and English`,
    })
  })

  test('one that names a few foreigners is not', () => {
    const page = `${TEXT} وقال غوستاف پاول من شركة پيجو إن القطع جاءت من چيكيا. `.repeat(6)
    expect(readFile('a.txt', page).kind).toBe('article')
  })
})
