/**
 * A rule that decides a question about a place in a text. `example`: a text in which it decides, what is asked about in
 * brackets (`لافتات [كتب] عليها`), a paragraph a line; `unlike`: one that looks alike, where it does not apply. Tests read both.
 */
export type Case<Asked, Answer> = {
  readonly example: string
  readonly unlike?: string | undefined
  readonly when: (asked: Asked) => boolean
  readonly answer: Answer
}

/** Makes cases of one answer: `no('لافتات [كتب] عليها', …)`. */
export function answering<Asked, Answer>(answer: Answer) {
  return (example: string, when: (asked: Asked) => boolean, unlike?: string): Case<Asked, Answer> => ({
    example,
    when,
    answer,
    unlike,
  })
}

/** The first case that applies; order is meaning. */
export function decidingCase<Asked, Answer>(
  cases: readonly Case<Asked, Answer>[],
  asked: Asked,
): Case<Asked, Answer> | undefined {
  return cases.find(({ when }) => when(asked))
}
