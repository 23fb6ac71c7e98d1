import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type GroupHistory,
  MOST_A_MINUTE,
  NO_HISTORY,
  type ThrottleDecision,
  throttleQuestion,
  withAnswer,
  withoutAnswer,
} from '../../src/requests/group-throttle.ts'

/** The decision on each question in turn; each answer gets a message of its own. */
function throttleAll(questions: readonly (readonly [question: string, second: number])[]): readonly ThrottleDecision[] {
  let history: GroupHistory = NO_HISTORY
  return questions.map(([question, second], index) => {
    const at = second * 1000
    const throttled = throttleQuestion(history, question, at)
    history =
      throttled.decision.kind === 'answer'
        ? withAnswer(throttled.history, { question, messageId: index, at })
        : throttled.history
    return throttled.decision
  })
}

const kinds = (decisions: readonly ThrottleDecision[]) => decisions.map(({ kind }) => kind)

describe('questions in a group', () => {
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
    expect(kinds(throttleAll(questions))).toEqual(expected)
  })

  test('asked again point to the latest answer', () => {
    expect(
      throttleAll([
        ['a', 0],
        ['a', 31],
        ['a', 40],
      ]).at(-1),
    ).toEqual({ kind: 'point', messageId: 1 })
  })

  test('in a burst get one line with the seconds to wait, then silence, then answers', () => {
    const burst = Array.from({ length: MOST_A_MINUTE + 3 }, (_, index) => [`q${index}`, index] as const)
    const decisions = throttleAll([...burst, ['late', 60], ['later', 60]])
    expect(decisions[MOST_A_MINUTE]).toEqual({ kind: 'wait', seconds: 60 - MOST_A_MINUTE })
    expect(kinds(decisions.slice(MOST_A_MINUTE + 1))).toEqual(['silence', 'silence', 'answer', 'wait'])
  })

  test('asked again after a press changed the answer are answered anew', () => {
    const history = withAnswer(NO_HISTORY, { question: 'a', messageId: 7, at: 0 })
    expect(throttleQuestion(history, 'a', 1).decision.kind).toBe('point')
    expect(throttleQuestion(withoutAnswer(history, 7), 'a', 1).decision.kind).toBe('answer')
  })

  test('never get more messages than the limit in any minute', () => {
    const question = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(5))
    fc.assert(
      fc.property(fc.array(question, { maxLength: 80 }), (steps) => {
        const secondOf = (index: number) => steps.slice(0, index + 1).reduce((sum, [, pause]) => sum + pause, 0)
        const questions = steps.map(([name], index) => [name, secondOf(index)] as const)
        const decisions = throttleAll(questions)
        const spoken = questions.filter((_, index) => ['answer', 'point'].includes(decisions[index]?.kind ?? ''))
        for (const [, at] of spoken) {
          expect(spoken.filter(([, other]) => other >= at && other < at + 60).length).toBeLessThanOrEqual(MOST_A_MINUTE)
        }
      }),
    )
  })
})
