import { describe } from 'vitest'
import { phraseAt } from '../../../src/briefing/grammar/phrases.ts'
import { wordAt } from '../../../src/briefing/grammar/tokens.ts'
import { parseText, type Scene, tokenAt } from '../../../src/briefing/parsed-text.ts'
import { attribute } from '../../../src/briefing/quotes/attribution.ts'
import { readDiscourse, SPEAKER_FINDERS, type SpeechQuery } from '../../../src/briefing/quotes/discourse.ts'
import { NO_QUOTES, type QuoteQuery, UNLED_PARTS } from '../../../src/briefing/quotes/is-quote.ts'
import type { SpeechAct } from '../../../src/briefing/quotes/memory.ts'
import { findPassages } from '../../../src/briefing/quotes/passages.ts'
import { ATTRIBUTIONS, SOURCES, type SourceWord } from '../../../src/briefing/quotes/sources.ts'
import { SUBJECT_FITS, type SubjectQuery } from '../../../src/briefing/quotes/subjects.ts'
import { type Example, testCases } from '../cases.ts'

/** The text of an example and the token its brackets open at. */
function placeOf({ paragraphs, index, start }: Example) {
  const scene = parseText({ language: 'ar', paragraphs })
  const paragraph = found(scene.paragraphs[index])
  const at = tokenAt(paragraph.tokens, start)
  return { scene, paragraph, tokens: paragraph.tokens, at, token: wordAt(paragraph.tokens, at) }
}

function found<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw new Error('the example holds nothing of the kind in its brackets')
  return value
}

function wordOf(example: Example): SourceWord {
  const { tokens, at, token } = placeOf(example)
  return { tokens, at, token }
}

describe('words that open an attribution', () => testCases(ATTRIBUTIONS, wordOf))

describe('sources', () => testCases(SOURCES, wordOf))

describe('subjects behind a verb', () => {
  testCases(SUBJECT_FITS, (example): SubjectQuery => {
    const { tokens, at } = placeOf(example)
    const verb = tokens.findLast((token, index) => index < at && token.info.verb !== null)
    return { tokens, form: found(verb).info.verb, phrase: found(phraseAt(tokens, at)) }
  })
})

describe('speakers', () => {
  testCases(SPEAKER_FINDERS, (example): SpeechQuery => {
    const { scene, paragraph, tokens, at } = placeOf(example)
    const acts = readDiscourse(scene)[paragraph.index] ?? []
    const { event } = found(acts.find((one) => one.event.at === at))
    const earlier = (one: SpeechAct) => one.event.at < at && paragraph.sentence[one.event.at] === paragraph.sentence[at]
    return { event, tokens, verb: wordAt(tokens, at), inSentence: acts.filter(earlier) }
  })
})

describe('what is no quote', () => {
  testCases(NO_QUOTES, (example): QuoteQuery => {
    const { scene, tokens } = placeOf(example)
    const passage = passageOf(scene, example)
    const attribution = attribute(passage, scene, readDiscourse(scene))
    return { passage, attribution, noun: wordAt(tokens, passage.open - 1) }
  })
})

describe('parts that nothing leads in', () => {
  testCases(UNLED_PARTS, (example) => passageOf(placeOf(example).scene, example))
})

function passageOf(scene: Scene, { index, start }: Example) {
  return found(findPassages(scene).find(({ places: [at] }) => at?.paragraph === index && at.start === start))
}
