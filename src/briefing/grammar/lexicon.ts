import { COMMON_WORDS } from './words/common-words.ts'
import { ARABIC_MENS_NAMES, GIVEN_NAMES, hasOtherHamza, NAME_PARTICLES, WOMENS_NAMES } from './words/given-names.ts'
import { INSTITUTION_NOUNS, OUTLET_NOUNS, OUTLETS, WORK_NOUNS } from './words/institutions.ts'
import { NATIONALITIES } from './words/nationalities.ts'
import { FUNCTION_WORDS, TIMES } from './words/particles.ts'
import { PLACE_NOUNS, PLACES } from './words/places.ts'
import { GROUP_NOUNS, ONE_OF, ROLE_NOUNS, TITLE_WORDS } from './words/roles.ts'
import { VERBS, type VerbForm } from './words/verbs.ts'

/**
 * The tables that have a word. `base`: without و ف ب ل ك, with its ال; `repeated`: the article has it
 * more than once. Unknown words keep their first letters.
 */
export type WordInfo = Readonly<Record<Exclude<keyof typeof BITS, 'arabic'>, boolean>> & {
  readonly base: string
  readonly conjunction: boolean
  readonly preposition: '' | 'ب' | 'ل' | 'ك'
  readonly definite: boolean
  readonly known: boolean
  readonly verb: VerbForm | null
  readonly repeated: boolean
}

/** Every table in one map, a bit for each, so that a word costs one look-up. */
const BITS = {
  functional: 1,
  role: 1 << 1,
  title: 1 << 2,
  group: 1 << 3,
  oneOf: 1 << 4,
  institution: 1 << 5,
  outlet: 1 << 6,
  work: 1 << 7,
  nationality: 1 << 8,
  place: 1 << 9,
  placeNoun: 1 << 10,
  given: 1 << 11,
  particle: 1 << 12,
  common: 1 << 13,
  arabic: 1 << 14,
} as const
const TABLE = buildTable()

function buildTable(): ReadonlyMap<string, number> {
  const table = new Map<string, number>()
  const bitsIn = (word: string) => table.get(word) ?? 0
  const add = (words: ReadonlySet<string>, bit: number) => {
    for (const word of words) table.set(word, bitsIn(word) | bit)
  }
  add(FUNCTION_WORDS, BITS.functional)
  add(ROLE_NOUNS, BITS.role)
  add(TITLE_WORDS, BITS.title)
  add(GROUP_NOUNS, BITS.group)
  add(ONE_OF, BITS.oneOf)
  add(INSTITUTION_NOUNS, BITS.institution)
  add(OUTLET_NOUNS, BITS.outlet)
  add(OUTLETS, BITS.outlet)
  add(WORK_NOUNS, BITS.work)
  add(NATIONALITIES, BITS.nationality)
  add(PLACES, BITS.place)
  add(PLACE_NOUNS, BITS.placeNoun)
  add(GIVEN_NAMES, BITS.given)
  add(ARABIC_MENS_NAMES, BITS.arabic)
  for (const name of WOMENS_NAMES) table.set(name, bitsIn(name) & ~BITS.arabic)
  add(NAME_PARTICLES, BITS.particle)
  add(COMMON_WORDS, BITS.common)
  return table
}

function bitsOf(word: string): number {
  return TABLE.get(word) ?? 0
}

function has(word: string, bit: number): boolean {
  return (bitsOf(word) & bit) !== 0
}

type Clitics = Pick<WordInfo, 'conjunction' | 'preposition'>
type Spelling = { readonly hamza: boolean; readonly marbuta: boolean; readonly raw: string }
type Reading = { readonly base: string; readonly clitics: Clitics }

/**
 * Looks a folded word up, as it stands first, then without the clitics that may hang on it. `raw`, as written, shows
 * what folding hides: ألكسندر has no article, مديرة no pronoun.
 */
export function lookUp(plain: string, raw: string): WordInfo {
  const spelling = { hamza: /^[وفبكل]?[أإآ]ل/.test(raw), marbuta: /ة[\u064B-\u0652]*$/.test(raw), raw }
  const whole = describe({ base: plain, clitics: NO_CLITICS }, spelling)
  if (whole.known) return whole
  for (const reading of readings(plain)) {
    const info = describe(reading, spelling)
    if (info.known) return info
  }
  return whole
}

const NO_CLITICS: Clitics = { conjunction: false, preposition: '' }

/** A word without its article. */
export function withoutArticle(base: string): string {
  return base.startsWith('ال') && base.length > 4 ? base.slice(2) : base
}

/** The word without و or ف, then without ب ل ك, then without both. */
function readings(plain: string): readonly Reading[] {
  const found: Reading[] = []
  const joined = (plain.startsWith('و') || plain.startsWith('ف')) && plain.length > 2
  // `فال` is not آل with ف.
  if (joined && plain.slice(1) !== 'ال')
    found.push({ base: plain.slice(1), clitics: { conjunction: true, preposition: '' } })
  addPrepositions(found, plain, false)
  if (joined) addPrepositions(found, plain.slice(1), true)
  return found
}

function addPrepositions(found: Reading[], rest: string, conjunction: boolean): void {
  const letter = rest[0]
  if (letter !== 'ب' && letter !== 'ل' && letter !== 'ك') return
  if (rest.length < 4 && !has(rest.slice(1), BITS.outlet)) return
  const clitics: Clitics = { conjunction, preposition: letter }
  if (rest.startsWith('لل') && rest.length > 4) found.push({ base: `ال${rest.slice(2)}`, clitics })
  // `كولو` is not `ك` with `ولو`.
  if (!/^[وف]/.test(rest.slice(1)) || !has(rest.slice(1), BITS.functional)) found.push({ base: rest.slice(1), clitics })
}

function describe({ base, clitics }: Reading, spelling: Spelling): WordInfo {
  const bits = bitsOf(base)
  const article = base.startsWith('ال') && !spelling.hamza && (bits & BITS.place) === 0
  const definite =
    article && (base.length > 4 || (base.length === 4 && (VERBS.has(base.slice(2)) || bitsOf(base.slice(2)) !== 0)))
  const bare = definite ? base.slice(2) : base
  const bareBits = definite ? bitsOf(bare) : bits
  const shape = shapeOf({ base, bare, bits, bareBits }, spelling)
  const form = clitics.preposition === '' || clitics.preposition === 'ل' ? (VERBS.get(base) ?? null) : null
  // `بعثة` is no `بعثه`.
  const verb = spelling.marbuta && form?.shape === 'finite' ? null : form
  const all =
    bits | shape | (bareBits & (BITS.common | BITS.placeNoun)) | (definite && TIMES.has(bare) ? BITS.functional : 0)
  // منى, whose folded letters are `from me`.
  const given = (isGiven(bits, bareBits, base) && !hasOtherHamza(base, spelling.raw)) || spelling.raw === 'منى'
  const common = (all & BITS.common) !== 0 || (definite && VERBS.has(bare))
  return {
    base,
    conjunction: clitics.conjunction,
    preposition: clitics.preposition,
    definite,
    known: form !== null || given || common || (all & ~(BITS.given | BITS.arabic)) !== 0,
    functional: (all & BITS.functional) !== 0,
    role: (all & BITS.role) !== 0,
    title: (all & BITS.title) !== 0,
    group: (all & BITS.group) !== 0,
    oneOf: (all & BITS.oneOf) !== 0,
    institution: (all & BITS.institution) !== 0,
    outlet: (all & BITS.outlet) !== 0,
    work: (all & BITS.work) !== 0,
    nationality: (all & BITS.nationality) !== 0,
    place: (all & BITS.place) !== 0,
    placeNoun: (all & BITS.placeNoun) !== 0,
    verb,
    given,
    // Abe, whose folded letters are أبي; فإن, whose are فان.
    particle: (all & BITS.particle) !== 0 && !/^(?:آبي|ف[إأ]ن)$/.test(spelling.raw),
    common,
    repeated: false,
  }
}

// Short words are everyday words first (`ان`, `هو`), names never. Women's and foreign names take no ال.
function isGiven(bits: number, bareBits: number, base: string): boolean {
  if ((bits & BITS.functional) !== 0 && base.length < 4) return false
  return (bits & BITS.given) !== 0 || (bareBits & BITS.arabic) !== 0
}

type Word = { readonly base: string; readonly bare: string; readonly bits: number; readonly bareBits: number }

/** The bits that the shape of a word implies: plurals and owned forms of known nouns, the patterns of verbal nouns. */
function shapeOf(word: Word, spelling: Spelling): number {
  const { base, bare, bits, bareBits } = word
  let shape = 0
  if ((bareBits & BITS.common) === 0 && (commonForm(bare) || VERBAL_NOUN.test(bare))) shape |= BITS.common
  if (!spelling.marbuta) shape |= ownedBits(base)
  if ((bits & BITS.role) === 0 && severalOf(base)) shape |= BITS.group
  return shape
}

// `رئيسها`, `زوجته`, `دراسته`, `فيلميه`: somebody's role or work.
function ownedBits(base: string): number {
  const stem = /^(.{3,}|عم|ام|جد)(?:هما|ها|هم|ه|نا)$/.exec(base)?.[1]
  if (stem === undefined || stem.startsWith('ال')) return 0
  const feminine = stem.endsWith('ت') ? bitsOf(`${stem.slice(0, -1)}ه`) : 0
  const dual = stem.endsWith('ي') ? bitsOf(stem.slice(0, -1)) & BITS.work : 0
  return ((bitsOf(stem) | feminine) & (BITS.role | BITS.work)) | dual
}

// `حاكما`, `مستشارو`, `المتحدثتان`: two or more of a role.
function severalOf(base: string): boolean {
  // `الأسقفي`: a construct takes no ال, so it is an adjective.
  const ending = base.startsWith('ال')
    ? /^(.{3,})(?:(?<!ه)ان|ين|ون|تان|تين)$/
    : /^(.{3,})(?:(?<!ه)ا|(?<!ه)ان|ين|ي|و|ون|تان|تين|تا)$/
  const stem = ending.exec(base)?.[1]
  return stem !== undefined && has(stem, BITS.role)
}

// The patterns تفعيل، انفعال، استفعال، افتعال make nouns of deeds, never names.
const VERBAL_NOUN =
  /^(?:ت[^اوي]{2}ي[^اوي]|است[^اوي]{2}ا[^اوي]|ان[^اوي]{2}ا[^اوي]|ا[^اوي][تطد][^اوي]ا[^اوي]|ات[^اوي]ا[^اوي])(?:ه|ها|هم|ات|ا)?$/

// Inflected forms of everyday words: قواته، لقاءاتهم، سياستها.
function commonForm(bare: string): boolean {
  const match = /^(.{3,}?)(?:هما|هم|ها|نا|ات|يه|تين|تان)$|^(.{4,}?)(?:ه|ين|ون|ان)$|^(.{3,})ا$/.exec(bare)
  const stem = match?.[1] ?? match?.[2] ?? match?.[3]
  if (stem === undefined) return false
  return (
    has(stem, BITS.common) ||
    (stem.endsWith('ت') && has(`${stem.slice(0, -1)}ه`, BITS.common)) ||
    has(`${stem}ه`, BITS.common)
  )
}
