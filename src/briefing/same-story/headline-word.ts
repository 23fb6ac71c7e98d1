import type { Language } from '../../language/language.ts'
import { stem } from '../../language/stems.ts'
import { isStopWord } from '../../language/stop-words.ts'
import { documentsWith, RAREST, rarityOf } from '../rarity.ts'
import { synonymGroupOf } from './synonyms.ts'

/**
 * A content word of a headline: its stem, or a sign for its group of synonyms; its consonants, which a verb and its noun
 * share; and its weight.
 */
export type Meaning = { readonly sign: string; readonly consonants: string; readonly weight: number }

const NUMBER_WEIGHT = RAREST * 0.6

/** Reads a folded word of a headline; null for a word of grammar. */
export function readWord(word: string, language: Language): Meaning | null {
  if (/^\d/u.test(word)) return { sign: word, consonants: word, weight: NUMBER_WEIGHT }
  if (isStopWord(word, language)) return null
  if (language !== 'ar') return plain(stem(word, language))
  const bare = withoutClitic(stem(word, language))
  const verb = /^ال/u.test(word) ? bare : bare.replace(/^ت(?=...)/u, 'ي')
  const group = synonymGroupOf(bare) ?? synonymGroupOf(verb)
  if (group) return { ...group, consonants: consonantsOf(bare) }
  return { sign: verb, consonants: consonantsOf(bare), weight: Math.min(rarityOf(bare), rarityOf(verb)) }
}

function plain(stemmed: string): Meaning {
  return { sign: stemmed, consonants: stemmed, weight: rarityOf(stemmed) }
}

/** `بداعش` is `داعش`: what is far more frequent without its first letter was written together with a particle. */
function withoutClitic(stemmed: string): string {
  if (!/^[بلوفك].../u.test(stemmed)) return stemmed
  const rest = stemmed.slice(1).replace(/^ال(?=....)/u, '')
  const fewest = /^[فك]/u.test(stemmed) ? 12 : 4
  return documentsWith(rest) >= 4 * documentsWith(stemmed) + fewest ? rest : stemmed
}

/** `يستقبل` and `استقبال`, `ينفذ` and `تنفيذ`: without what a verb form puts before the root, and without long vowels. */
function consonantsOf(stemmed: string): string {
  const root = stemmed
    .replace(/^(?:است|يست|تست|مست|ان|انت|افت|يت|مت|من|ين|[يتمنا])(?=...)/u, '')
    .replace(/[اويء]/gu, '')
  return root.length >= 2 ? root : stemmed
}
