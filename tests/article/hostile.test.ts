import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFrontMatter } from '../../src/article/front-matter.ts'
import { parseMarkdown } from '../../src/article/markdown.ts'
import { slugFrom } from '../../src/article/slug.ts'
import { expectLinearIn } from '../growth.ts'

const HEAD = '---\nslug: a\ntitle: x\n---\n'
const SLUG = slugFrom('a')

const fielded = (yaml: string) => readFrontMatter(`---\n${yaml}\n---\nنص`)
const whyNot = (yaml: string) => {
  const read = fielded(yaml)
  return read.kind === 'wrong' ? read.why : 'it was read'
}

test.each([
  ['title: &a [*a]', /^title is a list of 1: it should be a line of text$/],
  ['related: &a [*a]', /^related is a list of 1: it should be a list of slugs/],
  ['title: &a { b: *a }', /^title is a group of fields/],
  [`title: ${'['.repeat(20_000)}`, /no YAML/],
  [`title: ${'x'.repeat(5_000_000)}`, /longer than 64 KB/],
  [Array.from({ length: 5000 }, (_, index) => `a${index}: 1`).join('\n'), /has 5000 fields: the most is 100/],
  ['title: x\ntitle: y', /^title is given twice/],
  [`keywords: [${'a,'.repeat(501)}]`, /^keywords is a list of 501/],
  ['title: x\n\nslug: ]', /no YAML in line 4/],
])('front matter that can’t be used is one line: %#', (yaml, why) => {
  expect(whyNot(yaml)).toMatch(why)
  expect(whyNot(yaml)).not.toContain('\n')
})

const YAML_ROUNDS = ['a: [', ',', '- ', '? ', '&a ', '!!x ', '#\n', '"', 'a: ', '{', '\n', 'a\n', ' ']

test.each(YAML_ROUNDS)('front matter of %j is read in linear time', (round) => {
  const read = (size: number) => fielded(`title: [${round.repeat(size / round.length)}`)
  expectLinearIn(read, 24_000)
})

const BODIES: Readonly<Record<string, (size: number) => string>> = {
  'spaces inside': (size) => `كلمة${' '.repeat(size)}كلمة`,
  'spaces before': (size) => `${' '.repeat(size)}كلمة`,
  tabs: (size) => `كلمة${'\t'.repeat(size)}كلمة`,
  'no-break spaces': (size) => `كلمة${'\u00A0'.repeat(size)}كلمة`,
  'spaces in a heading': (size) => `# كلمة${' '.repeat(size)}كلمة`,
  'underlined headings': (size) => 'كلمة\n===\n'.repeat(size / 9),
  'lists in lists': (size) =>
    Array.from({ length: size / 100 }, (_, index) => `${' '.repeat(index * 2)}- كلمة`).join('\n'),
  'marks in marks': (size) => '- '.repeat(size / 2),
  'comments without an end': (size) => '<!-- كلمة\n\n'.repeat(size / 11),
  lines: (size) => 'كلمة أخرى\n'.repeat(size / 10),
}

test.each(Object.keys(BODIES))('%s are read in linear time', (name) => {
  expectLinearIn((size) => parseMarkdown(HEAD + BODIES[name]?.(size)), 32_000)
})

test('lists nested by their indent are bounded, however they are written', () => {
  const nested = (depth: number, indent: string) =>
    parseMarkdown(HEAD + Array.from({ length: depth }, (_, index) => `${indent.repeat(index)}- كلمة`).join('\n')).kind
  expect(nested(50, '  ')).toBe('article')
  expect(nested(1000, '  ')).toBe('unreadable')
  expect(nested(1000, '\t')).toBe('unreadable')
  expect(nested(1000, '> ')).toBe('unreadable')
})

test('a rule of many dashes nests nothing', () => {
  expect(parseMarkdown(`${HEAD}كلمة\n\n${'-'.repeat(80)}\n\nأخرى`).kind).toBe('article')
})

test('long blanks lose no word', () => {
  const parsed = parseMarkdown(`${HEAD}كلمة${' '.repeat(5000)}أخرى`)
  expect(parsed.kind === 'article' && parsed.article.blocks[0]?.text.split(/ +/)).toEqual(['كلمة', 'أخرى'])
})

test('whatever a file holds, reading it throws nothing', () => {
  const piece = fc.constantFrom(
    ...['---\n', 'title: ', 'related: ', 'keywords: ', '&a ', '*a', '[', ']', '{', '}', ', ', '- ', '? ', ': ', '|\n'],
    ...[
      '!!binary ',
      '!!timestamp ',
      '!!set ',
      '<<: ',
      '"',
      "'",
      '#',
      '\n',
      '\n\n',
      '  ',
      '\t',
      '> ',
      '1. ',
      '```',
      '~~~',
    ],
    ...[
      '===\n',
      '<!--',
      '-->',
      '<b',
      '](',
      '**',
      '`',
      '\\',
      '&#0;',
      '\u0000',
      '\uD800',
      '\u00A0',
      'كلمة',
      '0x',
      '.inf',
      '2025-02-30',
    ],
  )
  const file = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 })
  fc.assert(
    fc.property(file, (pieces) => {
      for (const text of [pieces.join(''), `---\n${pieces.join('')}\n---\n${pieces.join('')}`]) {
        const parsed = parseMarkdown(text, SLUG)
        if (parsed.kind === 'unreadable') expect(parsed.why).not.toContain('\n')
      }
    }),
  )
})
