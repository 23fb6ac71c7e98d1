import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../src/article/markdown.ts'
import { COMMANDS } from '../src/requests/commands.ts'
import { OWNER_COMMANDS } from '../src/requests/owner-commands.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

const FIELDS = listIn('src/article/front-matter.ts', /const schema = z\.object\(\{\n(.*?)\n\}\)/s, /^ {2}(\w+):/gm)
/** Fields that hold an article, which the one to copy does not have. */
const HOLDING = ['draft', 'withdrawn', 'publish_at']
const CHANGES = listIn('src/digest/parse-change.ts', /TOPICS: .*$/s, /\['([^']+)', \w+\] as const/g)

/** What the first group of `each` finds in the part of a source file that `part` does. */
function listIn(path: string, part: RegExp, each: RegExp): readonly string[] {
  return Array.from(part.exec(read(path))?.[0].matchAll(each) ?? [], ([, found = '']) => found)
}

test('the lists are found', () => {
  expect([FIELDS.length, CHANGES.length]).toEqual([8, 11])
})

describe.each(['README.md', 'README.ar.md'])('%s', (path) => {
  const readme = read(path)
  const example = /```markdown\n(.*?)```/s.exec(readme)?.[1] ?? ''
  const missing = (words: readonly string[]) =>
    words.filter((word) => !new RegExp(`(?<![\\p{L}\\p{M}])${word}(?![\\p{L}\\p{M}])`, 'u').test(readme))

  test('names every command and each Arabic word for it', () => {
    const named = [...COMMANDS, ...OWNER_COMMANDS].flatMap(({ name, arabic }) => [`/${name}`, ...arabic])
    expect(missing(named)).toEqual([])
  })

  test('names every change of a subscription in each of its words', () => {
    expect(missing(CHANGES.flatMap((words) => words.split(' ')))).toEqual([])
  })

  test('explains every field of the front matter, and its article to copy has them all', () => {
    expect([...FIELDS, ...HOLDING].filter((field) => !readme.includes(`| \`${field}\` |`))).toEqual([])
    expect(FIELDS.filter((field) => !example.includes(`\n${field}: `))).toEqual([])
    expect(parseMarkdown(example)).toMatchObject({ kind: 'article', article: { slug: 'dam-opens', language: 'ar' } })
  })

  test('links to the README in the other language', () => {
    expect(readme).toContain(path === 'README.md' ? '](README.ar.md)' : '](README.md)')
  })
})
