import { expect, test } from 'vitest'
import { type Case, decidingCase } from '../../src/briefing/grammar/case.ts'

/** An example without its brackets; `start`…`end`: the offsets, in paragraph `index`, of what stood between them. */
export type Example = {
  readonly paragraphs: readonly string[]
  readonly index: number
  readonly start: number
  readonly end: number
}

/** Takes an example apart; throws where it marks nothing. */
export function readExample(example: string): Example {
  const lines = example.split('\n')
  const index = lines.findIndex((line) => line.includes('['))
  const start = lines[index]?.indexOf('[') ?? -1
  const end = (lines[index]?.indexOf(']') ?? -1) - 1
  if (start < 0 || end <= start) throw new Error(`mark the words asked about with [ ]: ${example}`)
  return { paragraphs: lines.map((line) => line.replace(/[[\]]/g, '')), index, start, end }
}

/** Tests that each case, of all that apply to its example, comes first, and does not apply to what is unlike it. */
export function testCases<Asked, Answer>(
  cases: readonly Case<Asked, Answer>[],
  ask: (example: Example) => Asked,
): void {
  const examples = cases.map(({ example }) => example)
  test.each(cases.map((rule) => ({ rule, example: rule.example })))('decides $example', ({ rule, example }) => {
    expect(decidingCase(cases, ask(readExample(example)))?.example).toBe(rule.example)
  })
  test.each(cases.flatMap((rule) => (rule.unlike === undefined ? [] : [{ rule, unlike: rule.unlike }])))(
    'does not apply to $unlike',
    ({ rule, unlike }) => expect(rule.when(ask(readExample(unlike)))).toBe(false),
  )
  test('tells its cases apart by their examples', () => expect(new Set(examples).size).toBe(examples.length))
}
