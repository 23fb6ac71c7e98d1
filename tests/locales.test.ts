import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readWordings } from '../src/app/wordings.ts'

const ROOT = resolve(import.meta.dirname, '..')
const ids = { ar: idsOf('ar'), en: idsOf('en') }
const source = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(?:messages|bot|digest)\/.*\.ts$/.test(file))
  .map((file) => readFileSync(join(ROOT, 'src', file), 'utf8'))
  .join('\n')
/** Ids put together in the code: `button-${part}` and the like. */
const prefixes = Array.from(source.matchAll(/`([a-z]+-)\$\{/g), ([, prefix]) => prefix ?? '')

describe('the locale files', () => {
  test('hold the same messages in both languages', () => {
    expect(ids.en).toEqual(ids.ar)
  })

  test('hold every message that the code says', () => {
    const wanted = Array.from(
      source.matchAll(/(?:phrase|say|renderLine|alert)\((?:[\w.]+, )?'([a-z-]+)'/g),
      ([, id]) => id ?? '',
    )
    expect(wanted.length).toBeGreaterThan(30)
    expect(wanted.filter((id) => !ids.ar.includes(id))).toEqual([])
  })

  test('hold no message that nothing says', () => {
    const unused = ids.ar.filter(
      (id) => !source.includes(`'${id}'`) && !prefixes.some((prefix) => id.startsWith(prefix)),
    )
    expect(unused).toEqual([])
  })

  test('give an Arabic count its six forms', () => {
    const ar = readWordings()('ar')
    const counts = [0, 1, 2, 3, 11, 100].map((count) => ar.say('digest-new', { count }))
    expect(new Set(counts).size).toBe(6)
  })

  test('begin every Arabic line with an Arabic letter', () => {
    const text = readFileSync(join(ROOT, 'locales/ar.ftl'), 'utf8')
    const lines = text.split('\n').map((line) => line.replace(/^[a-z0-9-]+ = |^\s+(?:\*?\[\w+\] )?/, ''))
    // a language is named in itself
    const shown = lines
      .filter((line) => line !== 'English')
      .filter((line) => /[\p{L}]/u.test(line) && !/^#|->$|=$/.test(line))
    const wrong = shown.filter((line) => /^\P{L}*[A-Za-z]/u.test(line.replaceAll(/\{[^}]*\}/g, '')))
    expect(wrong).toEqual([])
  })
})

function idsOf(language: string): readonly string[] {
  const text = readFileSync(join(ROOT, `locales/${language}.ftl`), 'utf8')
  return Array.from(text.matchAll(/^([a-z][a-z0-9-]*) =/gm), ([, id]) => id ?? '')
}
