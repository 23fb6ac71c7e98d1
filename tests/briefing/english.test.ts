import { describe, expect, test } from 'vitest'
import { englishQuotesOf } from './a-reporter.ts'

describe('who speaks in English', () => {
  test.each([
    ['"He is here," I said.', undefined],
    ['Mayor Layla Haddad spoke. "They never came," they said.', 'Layla Haddad'],
    ['Mayor Layla Haddad spoke. He said: "It is not me who said it at all."', null],
    ['Halabi left. She said: "We will go home."', null],
    ['The president said: "We will go home now."', 'president'],
    ['President Samer Halabi met Senator Layla Haddad. "We will go home now," the president said.', 'Samer Halabi'],
    ['President Samer Halabi met President Omar Nasr. "We will go home now," the president said.', 'president'],
    ['"We will go home," according to the transport ministry.', 'transport ministry'],
    ['According to Samer Halabi, the town is "a place of no return for all".', 'Samer Halabi'],
    ['Mayor Omar Nasr opened it. The town is "a place of no return for all", according to him.', undefined],
    ['Mayor Omar Nasr came in. He shrugged and said: "We will go home."', 'Omar Nasr'],
    ['Mayor Omar Nasr came in. It was late, adding: "We will go home."', 'Omar Nasr'],
    ['Samer Halabi praised the work, calling it "a small but real step forward".', 'Samer Halabi'],
    ['The foreign secretary, Daniel Okafor, said "we are ready to talk at any time".', 'Daniel Okafor'],
    ['Raphael Loss, a policy fellow at the council, argues "this was never about the bridge".', 'Raphael Loss'],
    ['Prof. Omar de la Cruz told Reuters: "We saw nothing."', 'Omar de la Cruz'],
    ['Samer Halabi, of the river council, said: "We saw nothing."', 'Samer Halabi'],
    ['Layla Haddad of the River Council wrote that "the long road never ends here".', 'Layla Haddad'],
    ['Mrs. Haddad said: "We saw nothing."', 'Haddad'],
    ['King Omar said: "We saw nothing."', 'Omar'],
    ['"We saw nothing," Russia said.', 'Russia'],
    ['"Lost," said Halabi.', 'Halabi'],
    ['"We have nothing left to lose" said Halabi.', 'Halabi'],
    ['The woman who said it was "a very long road to us" left.', null],
    ['"It took ten years and all our money to build it."', null],
  ])('%s', (text, speaker) => expect(englishQuotesOf(text)[0]?.speaker).toBe(speaker))

  test('a paragraph of quoted words goes on with the quote right before it', () => {
    const [first, next] = ['Mayor Omar Nasr said: "It took ten years."', '"It took all our money and all our time."']
    expect(englishQuotesOf(first, next).map(({ speaker }) => speaker)).toEqual(['Omar Nasr', 'Omar Nasr'])
    expect(englishQuotesOf(first, 'The crowd left.', next).map(({ speaker }) => speaker)).toEqual(['Omar Nasr', null])
  })

  test('what opens a paragraph and closes in a later one has the speaker that is named at its end', () => {
    expect(englishQuotesOf('"The road is long.', '"But we will walk it," Omar Nasr said.')[0]).toMatchObject({
      speaker: 'Omar Nasr',
      text: 'The road is long.\nBut we will walk it',
    })
  })

  test.each([
    'Samer Halabi said they "lost".',
    '"Lost" said Halabi.',
    'He called it "open',
    'A film called "The Long Road to the Harbor" opened.',
    'Many said the "city hall" was old.',
    'Halabi said that "the long road never ends here',
    'The road is "long".',
    'He wants to say "a very long word for it".',
  ])('no quote: %s', (text) => expect(englishQuotesOf(text)).toEqual([]))
})
