import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readArguments } from '../src/brief-arguments.ts'

/** As `npm run brief` does. */
const BRIEF = [resolve(import.meta.dirname, '../bundle/run.js'), 'brief'] as const
const LEAD = 'افتتحت المدينة صباح الاثنين جسرها الثالث فوق النهر، وحضر الافتتاح مئات السكان من الضفتين.'
const NEXT = 'وقالت رئيسة البلدية سلمى الراوي: «هذا الجسر يقرّب أهل الضفتين بعضهم من بعض، وقد انتظرناه عامين».'
const PAGE = `جسر ثالث فوق النهر

${LEAD}

${NEXT}

المصدر: وكالة الضفاف

كلمات دلالية: جسر، نهر

مقالات مشابهة

• الجسر الثاني يغلق للصيانة
• الجسر الثاني مغلق للصيانة
• مركب صغير يعبر بلا أجر
`

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'brief-'))
  await writeFile(join(dir, 'page.txt'), PAGE)
  await writeFile(
    join(dir, 'article.md'),
    `---\nslug: a-bridge\ntitle: جسر\npublished: 2025-03-10\n---\n\n${LEAD}\n\n## عنوان\n\n${NEXT}\n`,
  )
  await writeFile(
    join(dir, 'page.html'),
    `<html><title>جسر ثالث</title><body><p>${LEAD}</p><p>${NEXT}</p></body></html>`,
  )
  await writeFile(join(dir, 'draft.md'), `---\ntitle: جسر\ndraft: true\n---\n\n${LEAD}\n`)
  await writeFile(join(dir, 'wrong.md'), `---\nslug: A Bridge\n---\n\n${LEAD}\n`)
  await writeFile(join(dir, 'circular.md'), `---\nslug: a\nrelated: &a [*a]\n---\n\n${LEAD}\n`)
  await writeFile(join(dir, 'empty.txt'), '')
  await writeFile(join(dir, 'picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]))
  await writeFile(join(dir, 'utf16.txt'), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PAGE, 'utf16le')]))
})
afterAll(() => rm(dir, { recursive: true }))

type Run = { readonly status: number; readonly out: string; readonly err: string }

function brief(...args: readonly string[]): Promise<Run> {
  const files = args.map((arg) => (/\.\w+$/.test(arg) && !arg.startsWith('-') ? join(dir, arg) : arg))
  return new Promise((done) => {
    execFile(process.execPath, [...BRIEF, ...files], { maxBuffer: 1 << 28 }, (error, out, err) => {
      done({ status: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

describe('brief --json', () => {
  test('prints one object a line in the order of the files, and says in one line that a file is a draft', async () => {
    const { status, out, err } = await brief('--json', 'page.txt', 'article.md', 'page.html', 'draft.md')
    expect({ status, err }).toEqual({ status: 0, err: `${join(dir, 'draft.md')}: is a draft, by its front matter\n` })
    const [page, article, saved, draft, ...none] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(none).toEqual([])
    expect(page.file).toBe(join(dir, 'page.txt'))
    expect(Object.keys(page)).toEqual([
      'file',
      'article',
      'summary',
      'chunks',
      'quotes',
      'people',
      'figures',
      'timeline',
      'related',
      'embedded',
    ])
    expect(page.article).toEqual({
      title: 'جسر ثالث فوق النهر',
      derived: false,
      language: 'ar',
      source: 'وكالة الضفاف',
      url: null,
      published: null,
      keywords: ['جسر', 'نهر'],
      words: 30,
      paragraphs: 2,
      headings: [],
    })
    expect(Object.keys(page.quotes[0])).toEqual(['text', 'speaker', 'role', 'verb', 'mode', 'paragraph'])
    expect(page.related.map((story: { title: string }) => story.title)).toEqual([
      'الجسر الثاني يغلق للصيانة',
      'مركب صغير يعبر بلا أجر',
    ])
    expect(article.article).toMatchObject({ title: 'جسر', published: '2025-03-10', headings: ['عنوان'] })
    expect(saved.article).toMatchObject({ title: 'جسر ثالث', paragraphs: 2, published: null })
    expect(draft.article.title).toBe('جسر')
  })

  test('--words bounds the summary', async () => {
    const { out } = await brief('--json', '--words', '5', 'page.txt')
    const { summary } = JSON.parse(out)
    expect(summary.sentences.length).toBe(1)
    expect(`${LEAD} ${NEXT}`).toContain(summary.sentences[0].text)
  })

  test('a file that can not be read is named, and the others are briefed', async () => {
    const { status, out, err } = await brief(
      '--json',
      'gone.txt',
      'page.txt',
      'wrong.md',
      'circular.md',
      'empty.txt',
      'picture.txt',
      'utf16.txt',
    )
    expect(status).toBe(1)
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).article.title),
    ).toEqual(['جسر ثالث فوق النهر', 'جسر ثالث فوق النهر'])
    expect(
      err
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(`${dir}/`, '')),
    ).toEqual([
      "gone.txt: can't be read: there is no such file",
      'wrong.md: slug is "A Bridge": it should be a-z, 0-9 and dashes, 1–64 characters, like alaska-summit',
      'circular.md: related is a list of 1: it should be a list of slugs, like [alaska-summit, alaska-court], 500 at most',
      'empty.txt: it holds no words: an article is plain text',
      'picture.txt: is no text file: an article is plain text or Markdown',
    ])
  })
})

describe('brief', () => {
  test('prints a briefing for people in the language of the article', async () => {
    const { status, out } = await brief('page.txt')
    expect(status).toBe(0)
    for (const text of ['جسر ثالث فوق النهر', 'المصدر: وكالة الضفاف', 'الملخص', LEAD, 'عناوين ذات صلة'])
      expect(out).toContain(text)
  })

  test.each([
    [[]],
    [['--word', '5', 'page.txt']],
    [['--words', 'many', 'page.txt']],
    [['--words', '0', 'page.txt']],
    [['--words']],
  ])('%j is a wrong command line', (args) => {
    expect(readArguments(args)).toMatchObject({ kind: 'wrong' })
  })

  test('a wrong command line gives the usage and status 2', async () => {
    const { status, out, err } = await brief('--word', '5', 'page.txt')
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain('usage: npm run -s brief --')
  })
})
