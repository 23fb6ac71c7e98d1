import { isEverydayForm } from '../grammar/everyday.ts'
import { nameEnd } from '../grammar/names.ts'
import type { Range, Token } from '../grammar/tokens.ts'
import { ROLE_NOUNS } from '../grammar/words/roles.ts'

/** One of those who share an office: the name, and the office in the singular with the words that specify it. */
export type PairedName = { readonly name: Range; readonly role: string }

const MAX_COMPLEMENT = 3
const MAX_NAMED = 4
const SINGULARS: ReadonlyMap<string, string> = new Map([
  ['وزراء', 'وزير'],
  ['الوزراء', 'الوزير'],
  ['رؤساء', 'رئيس'],
  ['الرؤساء', 'الرئيس'],
])

/**
 * `الرئيسان الأميركي دونالد ترامب والروسي فلاديمير بوتين`, `وزيرا الخارجية فلان والدفاع فلان`: a role in the dual, then for
 * each of them his specifier and his name; so for `وزراء الخارجية الروسي فلان والتركي فلان والإيراني فلان`. Empty when the words at `at` are no such pair.
 */
export function pairedNamesAt(tokens: readonly Token[], at: number): readonly PairedName[] {
  const head = singularOf(tokens[at])
  if (head === null) return []
  const first = memberAt(tokens, at + 1)
  if (first === null) return []
  const named = [first]
  for (let last: PairMember | null = first; last !== null && named.length < MAX_NAMED; ) {
    const joined: number = tokens[last.to]?.kind === 'comma' ? last.to + 1 : last.to
    last = tokens[joined]?.plain.startsWith('و') ? memberAt(tokens, joined) : null
    if (last !== null) named.push(last)
  }
  const shared = sharedText(tokens, first.complement)
  return named.map(({ name, complement }) => {
    const own = complementText(tokens, complement)
    const adjective = complement.to === complement.from + 1 && tokens[complement.from]?.info.nationality
    return { name, role: `${head} ${complement !== first.complement && adjective ? shared : ''}${own}` }
  })
}

/** The singular of a dual as it is written: `وزيري` → `وزير`, `الرئيسان` → `الرئيس`. */
function singularOf(token: Token | undefined): string | null {
  if (token?.kind !== 'word' || !token.info.group) return null
  const broken = SINGULARS.get(token.text.replace(/^و(?=.{5})/, ''))
  if (broken !== undefined) return broken
  const ending = /(?:ان|ين|ي|ا)$/.exec(token.info.base)?.[0]
  if (ending === undefined || !ROLE_NOUNS.has(token.info.base.slice(0, -ending.length))) return null
  const clitics = token.plain.length - token.info.base.length
  const article = token.info.preposition === 'ل' && token.info.definite
  const text = token.text.slice(clitics, -ending.length)
  return article ? `ال${token.text.slice(clitics + 1, -ending.length)}` : text
}

type PairMember = { readonly complement: Range; readonly name: Range; readonly to: number }

function memberAt(tokens: readonly Token[], from: number): PairMember | null {
  let at = from
  while (at < from + MAX_COMPLEMENT && isComplement(tokens[at], at > from)) at += 1
  if (at === from) return null
  const to = nameEnd(tokens, at)
  const first = tokens[at]
  return to > at && first !== undefined && !isEverydayForm(first)
    ? { complement: { from, to: at }, name: { from: at, to }, to }
    : null
}

function isComplement(token: Token | undefined, later: boolean): boolean {
  if (token?.kind !== 'word' || token.info.preposition !== '' || (later && token.info.conjunction)) return false
  return (
    (token.info.definite && (token.info.nationality || token.info.common || token.info.institution)) || token.info.place
  )
}

// `الخارجية` of `وزيرا الخارجية الروسي فلان والتركي فلان`.
function sharedText(tokens: readonly Token[], { from, to }: Range): string {
  return to > from + 1 && tokens[to - 1]?.info.nationality ? `${complementText(tokens, { from, to: to - 1 })} ` : ''
}

function complementText(tokens: readonly Token[], range: Range): string {
  const words = tokens.slice(range.from, range.to).map((token) => token.text)
  return words.join(' ').replace(/^و(?=ال)/, '')
}
