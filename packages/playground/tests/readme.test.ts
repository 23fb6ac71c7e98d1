import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const blocks = Array.from(readme.matchAll(/```ts\n(.*?)```/gs), ([, code]) => code)

test('every example of the README is a test of this folder, word for word', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'))
  const tests = files.map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
  expect(blocks).toHaveLength(2)
  for (const block of blocks) expect(tests).toContain(block)
})

test('the README names every call that plays people or looks at chats', () => {
  const control = readFileSync(new URL('../control.ts', import.meta.url), 'utf8')
  const names = Array.from(/export type Control = \{(.*?)\n\}/s.exec(control)?.[1]?.matchAll(/^ {2}(\w+)\(/gm) ?? [])
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter(([, name = '']) => !readme.includes(`\`${name}\``)).map(([, name]) => name)).toEqual([])
})
