/**
 * A rule that decides a question about a place in a text. `example`: a text it decides, with the place in
 * brackets (`لافتات [كتب] عليها`), a paragraph a line; `unlike`: one that looks alike, where it does not apply. Tests read both.
 */
export type Case<Query, Answer> = {
  readonly example: string
  readonly unlike?: string | undefined
  readonly when: (query: Query) => boolean
  readonly answer: Answer
}

/** Makes cases of one answer: `no('لافتات [كتب] عليها', …)`. */
export function answering<Query, Answer>(answer: Answer) {
  return (example: string, when: (query: Query) => boolean, unlike?: string): Case<Query, Answer> => ({
    example,
    when,
    answer,
    unlike,
  })
}

/** The first case that applies; order is meaning. */
export function decidingCase<Query, Answer>(
  cases: readonly Case<Query, Answer>[],
  query: Query,
): Case<Query, Answer> | undefined {
  return cases.find(({ when }) => when(query))
}
