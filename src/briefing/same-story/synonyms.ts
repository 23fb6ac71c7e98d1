import { stem } from '../../language/stems.ts'
import { documentsWith, RAREST, rarityOfCount } from '../rarity.ts'
import { SYNONYM_GROUPS } from './synonym-groups.ts'

/** A group of synonyms: the sign that stands for its words, and their weight. */
export type SynonymGroup = { readonly sign: string; readonly weight: number }

/** The group that a word's stem belongs to. Only for comparing headlines. */
export function synonymGroupOf(stemmed: string): SynonymGroup | undefined {
  return GROUPS.get(stemmed)
}

/** The weight of a group that is neither frequent nor rare. */
const USUAL_WEIGHT = RAREST * 0.4

const GROUPS: ReadonlyMap<string, SynonymGroup> = new Map(
  SYNONYM_GROUPS.trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.split(' ')
      const stems = [...new Set(words.map((word) => stem(word, 'ar')))]
      const group = { sign: `=${words[0]}`, weight: weightOf(stems) }
      return stems.map((each) => [each, group] as const)
    })
    // Where two groups claim a word, the first one has it.
    .reverse(),
)

/** A group is as frequent as all its words together; half way to the usual, since its words also have other senses. */
function weightOf(stems: readonly string[]): number {
  const documents = stems.reduce((sum, each) => sum + documentsWith(each), 0)
  return (USUAL_WEIGHT + rarityOfCount(documents)) / 2
}
