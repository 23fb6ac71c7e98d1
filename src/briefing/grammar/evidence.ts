import { isEverydayForm, isFirstPerson, isFrequent, isInflected } from './everyday.ts'
import { lookUp } from './lexicon.ts'
import { isBoundary, isSaid, isUnknown } from './name-spot.ts'
import { nameEnd } from './names.ts'
import { type Token, wordAt } from './tokens.ts'
import { EVERYDAY_NAMES } from './words/given-names.ts'

/**
 * Tokens corrected by the rest of the article: a word it uses as a name (`يقول غريب إن`) is a
 * name everywhere in it, and a word that is another unknown word with a clitic (`لبوتين` beside `بوتين`) is read so.
 */
export function applyEvidence(paragraphs: readonly (readonly Token[])[]): readonly (readonly Token[])[] {
  const counts = countWords(paragraphs)
  const names = new Set([...soleSubjects(paragraphs, counts), ...surnames(paragraphs)])
  const taught = new Map<string, Token['info']>()
  const spelt = paragraphs.some((tokens) => tokens.some(({ text }) => text === 'على'))
  return paragraphs.map((tokens) =>
    tokens.map((token, at) => {
      if (token.kind !== 'word') return token
      if (spelt && token.text === 'علي' && isAliHere(tokens, at, counts)) return { ...token, info: ALI }
      if (demands(tokens, at)) return { ...token, info: { ...token.info, role: false, given: false } }
      let info = taught.get(token.plain)
      if (info === undefined) {
        info = teach(token, counts, names)
        taught.set(token.plain, info)
      }
      return info === token.info ? token : { ...token, info }
    }),
  )
}

const ALI = { ...lookUp('محمد', 'محمد'), base: 'علي' }

/** `علي إبراهيم`, `محمد علي`: where the article writes the preposition `على`. */
function isAliHere(tokens: readonly Token[], at: number, counts: ReadonlyMap<string, number>): boolean {
  const [before, next] = [wordAt(tokens, at - 1), wordAt(tokens, at + 1)]
  const { given, title, role, nationality } = before.info
  if (given || title || next.info.given || next.info.particle || next.plain === 'اكبر') return true
  return isUnknown(next) && (role || nationality || isSaid(before) || (counts.get(next.plain) ?? 0) > 1)
}

/** `طالب رئيس الاتحاد بتأجيل`: he demanded, for no student stands right before an office or a body. */
function demands(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  if (!/^[وف]?طالب$/.test(wordAt(tokens, at).plain) || next?.kind !== 'word' || next.info.preposition !== '')
    return false
  if (before?.kind === 'word' && before.info.verb !== null) return false
  if (next.info.role || next.info.title || next.info.institution) return true
  // `طالب الغرب بفتح الموانئ`
  return next.info.definite && tokens[at + 2]?.info.preposition === 'ب'
}

function countWords(paragraphs: readonly (readonly Token[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const tokens of paragraphs) {
    for (const { kind, plain } of tokens) if (kind === 'word') counts.set(plain, (counts.get(plain) ?? 0) + 1)
  }
  return counts
}

// `يقول غريب إن`, `قالت جميلة:` — an everyday word without ال cannot be a subject alone, so it is a name.
function soleSubjects(
  paragraphs: readonly (readonly Token[])[],
  counts: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const names = new Set<string>()
  for (const tokens of paragraphs) {
    tokens.forEach((token, at) => {
      const before = tokens[at - 1]?.info.verb
      if (before?.shape !== 'finite' || before.force === 'do' || token.kind !== 'word') return
      const next = tokens[at + 1]
      const opens = next !== undefined && next.kind !== 'stop' && isBoundary(next)
      const once = counts.get(token.plain) === 1
      if (opens && before.force === 'say' && mayBeSurname(token) && !(once && isFrequent(token.plain)))
        names.add(token.plain)
      // `اعترف فايد،` is not `ف` with `أيد`.
      else if (opens && token.plain.startsWith('ف') && token.info.verb !== null && token.info.verb.force !== 'say')
        names.add(token.plain)
    })
  }
  return names
}

// `خديجة الرياضي`, `ستيف بلوك`: the last word of a name is a name where it stands alone, too.
function surnames(paragraphs: readonly (readonly Token[])[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const tokens of paragraphs) {
    tokens.forEach((token, at) => {
      if (token.kind !== 'word' || !token.info.given || token.info.functional || EVERYDAY_NAMES.has(token.plain)) return
      const to = nameEnd(tokens, at)
      const last = tokens[to - 1]
      if (to !== at + 2 || last === undefined) return
      if ((last.info.definite && last.info.common) || last.info.preposition !== '') names.add(last.plain)
    })
  }
  return names
}

function mayBeSurname(token: Token): boolean {
  const { info } = token
  if (info.functional || info.role || info.group || info.oneOf || info.institution || info.place || info.nationality)
    return false
  if (info.work) return false
  if (isInflected(token) || isEverydayForm(token) || isFirstPerson(token)) return false
  if (info.conjunction || info.preposition !== '' || info.definite || info.verb !== null || info.outlet) return false
  // `رد فعل`
  return (
    token.plain.length > 2 &&
    token.plain !== 'فعل' &&
    !/[\u064B-\u064D]/.test(token.text) &&
    !/(?:ا|ات)$/.test(token.plain)
  )
}

function teach(token: Token, counts: ReadonlyMap<string, number>, names: ReadonlySet<string>): Token['info'] {
  const { info, plain } = token
  const repeated = counts.get(plain) !== 1
  const glued = info.known || plain.length < 4 ? null : readGlued(token, counts)
  if (glued !== null) return glued
  if (names.has(plain)) {
    return {
      ...info,
      base: plain,
      conjunction: false,
      preposition: '',
      verb: null,
      given: true,
      common: false,
      known: true,
      repeated: true,
    }
  }
  return repeated ? { ...info, repeated } : info
}

/** An unknown word as another word of the article with و ف ب ل ك before it. */
function readGlued(token: Token, counts: ReadonlyMap<string, number>): Token['info'] | null {
  const { info, plain } = token
  const rest = /^[وف]/.test(plain) ? plain.slice(1) : plain
  const conjunction = rest !== plain
  if (conjunction && counts.has(rest) && rest.length > 3) return { ...info, base: rest, conjunction, repeated: true }
  const letter = rest[0]
  if (letter !== 'ل' && letter !== 'ب' && letter !== 'ك') return null
  const bare = rest.startsWith('لل') ? `ال${rest.slice(2)}` : rest.slice(1)
  if (bare.length < 4 || !counts.has(bare)) return null
  return { ...info, base: bare, conjunction, preposition: letter, repeated: true }
}
