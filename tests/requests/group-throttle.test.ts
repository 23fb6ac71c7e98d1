import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Manner,
  MOST_A_MINUTE,
  NO_HISTORY,
  type Talk,
  throttleQuestion,
  withAnswer,
  withoutAnswer,
} from '../../src/requests/group-throttle.ts'

/** Asks one question after the other, each answered by a message of its own; answers what became of each. */
function hold(questions: readonly (readonly [question: string, second: number])[]): readonly Manner[] {
  let talk: Talk = NO_HISTORY
  return questions.map(([question, second], index) => {
    const at = second * 1000
    const met = throttleQuestion(talk, question, at)
    talk = met.manner.kind === 'answer' ? withAnswer(met.talk, { question, messageId: index, at }) : met.talk
    return met.manner
  })
}

const kinds = (manners: readonly Manner[]) => manners.map(({ kind }) => kind)

describe('manners in a group', () => {
  test.each([
    [
      'another question',
      [
        ['a', 0],
        ['b', 1],
      ],
      ['answer', 'answer'],
    ],
    [
      'the same within half a minute',
      [
        ['a', 0],
        ['a', 29],
      ],
      ['answer', 'point'],
    ],
    [
      'the same after half a minute',
      [
        ['a', 0],
        ['a', 30],
      ],
      ['answer', 'answer'],
    ],
    [
      'again after another',
      [
        ['a', 0],
        ['b', 1],
        ['a', 2],
      ],
      ['answer', 'answer', 'point'],
    ],
  ] as const)('%s', (_, questions, expected) => {
    expect(kinds(hold(questions))).toEqual(expected)
  })

  test('point to the latest answer', () => {
    expect(
      hold([
        ['a', 0],
        ['a', 31],
        ['a', 40],
      ]).at(-1),
    ).toEqual({ kind: 'point', messageId: 1 })
  })

  test('say once how long a burst has to wait, then are silent, then answer', () => {
    const burst = Array.from({ length: MOST_A_MINUTE + 3 }, (_, index) => [`q${index}`, index] as const)
    const manners = hold([...burst, ['late', 60], ['later', 60]])
    expect(manners[MOST_A_MINUTE]).toEqual({ kind: 'wait', seconds: 60 - MOST_A_MINUTE })
    expect(kinds(manners.slice(MOST_A_MINUTE + 1))).toEqual(['silence', 'silence', 'answer', 'wait'])
  })

  test('forget an answer that a press has changed', () => {
    const talk = withAnswer(NO_HISTORY, { question: 'a', messageId: 7, at: 0 })
    expect(throttleQuestion(talk, 'a', 1).manner.kind).toBe('point')
    expect(throttleQuestion(withoutAnswer(talk, 7), 'a', 1).manner.kind).toBe('answer')
  })

  test('never say more than the limit in any minute, whatever is asked', () => {
    const question = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(5))
    fc.assert(
      fc.property(fc.array(question, { maxLength: 80 }), (steps) => {
        const secondOf = (index: number) => steps.slice(0, index + 1).reduce((sum, [, pause]) => sum + pause, 0)
        const questions = steps.map(([name], index) => [name, secondOf(index)] as const)
        const manners = hold(questions)
        const spoken = questions.filter((_, index) => ['answer', 'point'].includes(manners[index]?.kind ?? ''))
        for (const [, at] of spoken) {
          expect(spoken.filter(([, other]) => other >= at && other < at + 60).length).toBeLessThanOrEqual(MOST_A_MINUTE)
        }
      }),
    )
  })
})
