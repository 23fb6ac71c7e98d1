import { describe } from 'vitest'
import { DEFINITE_CASES } from '../../src/briefing/grammar/definite-modifiers.ts'
import { applyEvidence } from '../../src/briefing/grammar/evidence.ts'
import { VERB_CASES, type VerbPlace, verbPlace } from '../../src/briefing/grammar/is-verb.ts'
import { MODIFIER_CASES } from '../../src/briefing/grammar/modifier-cases.ts'
import { type ModifierSpot, modifierSpot } from '../../src/briefing/grammar/modifier-spot.ts'
import { type NameSpot, nameSpot } from '../../src/briefing/grammar/name-spot.ts'
import { NAME_CASES, UNKNOWN_WORD_CASES } from '../../src/briefing/grammar/name-words.ts'
import { createTokenReader, type Token } from '../../src/briefing/grammar/tokens.ts'
import { evidenceOf, type SeenName, TRIM_CASES } from '../../src/briefing/people/members.ts'
import { findSightings } from '../../src/briefing/people/name-mentions.ts'
import { type Example, testCases } from './cases.ts'

/** The marked words of an example, as tokens `from`…`to` of their paragraph. */
function readMarked({ paragraphs, index, start, end }: Example) {
  const tokens: readonly Token[] = applyEvidence(paragraphs.map(createTokenReader()))[index] ?? []
  const from = tokens.findIndex(({ start: at }) => at === start)
  return { tokens, from, to: tokens.findIndex(({ end: at }) => at === end) + 1 }
}

function readVerb(example: Example): VerbPlace {
  const { tokens, from } = readMarked(example)
  const place = verbPlace(tokens, from)
  if (place === null) throw new Error(`no verb has this form: ${tokens[from]?.text}`)
  return place
}

describe('a form that only looks like a verb', () => {
  for (const cases of Object.values(VERB_CASES)) testCases(cases, readVerb)
})

function readNameSpot(example: Example): NameSpot {
  const { tokens, from, to } = readMarked(example)
  const spot = nameSpot(tokens, to - 1, from)
  if (spot === null) throw new Error('nothing is marked')
  return spot
}

describe('a word of a name', () => {
  describe('that a table knows', () => testCases(NAME_CASES, readNameSpot))
  describe('that no table knows', () => testCases(UNKNOWN_WORD_CASES, readNameSpot))
})

function readSighting({ paragraphs, index, start, end }: Example): SeenName {
  const sightings = applyEvidence(paragraphs.map(createTokenReader())).flatMap((tokens) => findSightings(tokens))
  const name = paragraphs[index]?.slice(start, end)
  const sighting = sightings.find((each) => each.name === name)
  if (sighting === undefined) throw new Error(`not sighted: ${name}, but ${sightings.map((each) => each.name)}`)
  return { ...sighting, evidence: evidenceOf(sightings) }
}

describe('a name that is seen too long', () => testCases(TRIM_CASES, readSighting))

function readModifier(example: Example): ModifierSpot {
  const { tokens, from, to } = readMarked(example)
  return modifierSpot(tokens, from, to - 1)
}

describe('a word behind a head', () => testCases(MODIFIER_CASES, readModifier))

describe('a word with ال behind a head', () => testCases(DEFINITE_CASES, readModifier))
