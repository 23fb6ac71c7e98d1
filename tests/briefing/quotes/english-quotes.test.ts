import { describe, expect, test } from 'vitest'
import { englishQuotesOf as english } from '../a-reporter.ts'

describe('in English', () => {
  test.each([
    ['after, inverted', '"We will open soon," said Mayor Samer Halabi.', 'Samer Halabi'],
    ['after', '“We will open soon,” Samer Halabi told Reuters.', 'Samer Halabi'],
    ['before, with a colon', 'Samer Halabi, a harbor engineer, said: "We will open soon."', 'Samer Halabi'],
    ['before, with that', 'Samer Halabi said that the town "will never again pay for it".', 'Samer Halabi'],
    ['according to', '"The work was never finished at all," according to Samer Halabi.', 'Samer Halabi'],
    ['a body', '"The road is closed," the transport ministry said in a statement.', 'transport ministry'],
  ])('%s', (_, text, speaker) => {
    expect(english(text).map((quote) => quote.speaker)).toEqual([speaker])
  })

  test('he and she, and the rest of what they say', () => {
    const quotes = english(
      'Mayor Layla Haddad toured the port. "It is ready," she said. "Come and see."',
      'Engineer Samer Halabi was there too. "I built it," he wrote on Telegram.',
    )
    expect(quotes.map(({ speaker, text, medium }) => [speaker, text, medium])).toEqual([
      ['Layla Haddad', 'It is ready', null],
      ['Layla Haddad', 'Come and see.', null],
      ['Samer Halabi', 'I built it', 'Telegram'],
    ])
  })

  test('a quote that a paragraph does not close goes on in the next', () => {
    const quotes = english('Mayor Layla Haddad said: “The road is long.', '“But we will walk it.”')
    expect(quotes.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Layla Haddad', 'The road is long.\nBut we will walk it.'],
    ])
  })

  test('titles and single words are no quotes', () => {
    expect(english('Halabi published a novel called "The Long Road to the Harbor" and a "short" poem.')).toEqual([])
  })
})
