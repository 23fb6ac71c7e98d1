import { decidingCase } from './case.ts'
import { MODIFIER_CASES } from './modifier-cases.ts'
import { type ModifierSpot, modifierSpot } from './modifier-spot.ts'
import { type Token, wordAt } from './tokens.ts'

/** Where the words that belong to the head at `from` end: its adjectives, its idafa, `باسم …`, `لدى …`. */
export function modifiersEnd(tokens: readonly Token[], from: number): number {
  let at = from + 1
  if (wordAt(tokens, from).info.oneOf && wordAt(tokens, at).plain === 'من' && !/هم|هن/.test(wordAt(tokens, from).plain))
    at += 1
  for (let steps = 0; steps < 20; steps += 1) {
    const taken = modifierLength(modifierSpot(tokens, from, at))
    if (taken === 0) break
    at += taken
  }
  return at
}

/** How many tokens the modifier at a spot takes; 0 when the phrase ends there. */
function modifierLength(spot: ModifierSpot): number {
  return decidingCase(MODIFIER_CASES, spot)?.answer(spot) ?? 0
}
