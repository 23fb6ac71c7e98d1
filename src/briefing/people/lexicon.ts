import { VERBS, type VerbForm } from '../quotes/verbs.ts'
import { COMMON_WORDS } from './common-words.ts'
import { GIVEN_NAMES, NAME_PARTICLES, WOMENS_NAMES } from './given-names.ts'
import { INSTITUTION_NOUNS, OUTLET_NOUNS, OUTLETS, WORK_NOUNS } from './institutions.ts'
import { NATIONALITIES } from './nationalities.ts'
import { FUNCTION_WORDS } from './particles.ts'
import { PLACE_NOUNS, PLACES } from './places.ts'
import { GROUP_NOUNS, ONE_OF, ROLE_NOUNS, TITLE_WORDS } from './roles.ts'

/** What the tables know of a word. `base`: without و ف ب ل ك, with its ال. Unknown words keep their first letters. */
export type WordInfo = {
  readonly base: string
  readonly conjunction: boolean
  readonly preposition: '' | 'ب' | 'ل' | 'ك'
  readonly definite: boolean
  readonly known: boolean
  readonly functional: boolean
  readonly role: boolean
  readonly title: boolean
  readonly group: boolean
  readonly oneOf: boolean
  readonly institution: boolean
  readonly outlet: boolean
  readonly work: boolean
  readonly nationality: boolean
  readonly place: boolean
  readonly placeNoun: boolean
  readonly verb: VerbForm | null
  readonly given: boolean
  readonly particle: boolean
  readonly common: boolean
  /** The article has it more than once. */
  readonly repeated: boolean
}

type Clitics = Pick<WordInfo, 'conjunction' | 'preposition'>

/** Looks a folded word up, as it stands first, then without the clitics that may hang on it. */
export function lookUp(plain: string): WordInfo {
  for (const [base, clitics] of readings(plain)) {
    const info = describe(base, clitics)
    if (info.known) return info
  }
  return describe(plain, { conjunction: false, preposition: '' })
}

/** A word without its article. */
export function withoutArticle(base: string): string {
  return base.startsWith('ال') && base.length > 4 ? base.slice(2) : base
}

function* readings(plain: string): Generator<readonly [string, Clitics]> {
  yield [plain, { conjunction: false, preposition: '' }]
  const conjunction = /^[وف]/.test(plain) && plain.length > 2
  if (conjunction) yield [plain.slice(1), { conjunction, preposition: '' }]
  for (const joined of conjunction ? [false, true] : [false]) {
    const rest = joined ? plain.slice(1) : plain
    if (rest.startsWith('لل') && rest.length > 4) {
      yield [`ال${rest.slice(2)}`, { conjunction: joined, preposition: 'ل' }]
      yield [rest.slice(1), { conjunction: joined, preposition: 'ل' }]
    } else if (rest.length > 3 || OUTLETS.has(rest.slice(1))) {
      const letter = rest[0]
      if (letter === 'ب' || letter === 'ل' || letter === 'ك') {
        yield [rest.slice(1), { conjunction: joined, preposition: letter }]
      }
    }
  }
}

function describe(base: string, clitics: Clitics): WordInfo {
  const definite = base.startsWith('ال') && base.length > 4 && !PLACES.has(base)
  const bare = definite ? base.slice(2) : base
  const found = {
    functional: FUNCTION_WORDS.has(base) || (definite && FUNCTION_WORDS.has(bare)),
    role: ROLE_NOUNS.has(base) || ownedRole(base),
    title: TITLE_WORDS.has(base),
    group: GROUP_NOUNS.has(base) || severalOf(base),
    oneOf: ONE_OF.has(base),
    institution: INSTITUTION_NOUNS.has(base),
    outlet: OUTLET_NOUNS.has(base) || OUTLETS.has(base),
    work: WORK_NOUNS.has(base) || ownedWork(base),
    nationality: NATIONALITIES.has(base),
    place: PLACES.has(base),
    placeNoun: PLACE_NOUNS.has(bare),
    given: isGiven(base, bare),
    particle: NAME_PARTICLES.has(base),
    common: COMMON_WORDS.has(bare) || commonForm(bare) || (definite && VERBS.has(bare)) || VERBAL_NOUN.test(bare),
  }
  const verb = clitics.preposition === '' || clitics.preposition === 'ل' ? (VERBS.get(base) ?? null) : null
  const known = verb !== null || Object.values(found).some(Boolean)
  return { ...found, ...clitics, base, definite, known, verb, repeated: false }
}

// Short words are everyday words first (`ان`, `هو`), names never.
function isGiven(base: string, bare: string): boolean {
  if (FUNCTION_WORDS.has(base) && base.length < 4) return false
  return GIVEN_NAMES.has(base) || (GIVEN_NAMES.has(bare) && !WOMENS_NAMES.has(bare))
}

// `رئيسها`, `زوجته`: somebody's.
function ownedRole(base: string): boolean {
  const stem = owned(base)
  return stem !== null && (ROLE_NOUNS.has(stem) || ROLE_NOUNS.has(stem.replace(/ت$/, 'ه')))
}

// `دراسته`, `فيلميه`: somebody's work.
function ownedWork(base: string): boolean {
  const stem = owned(base)?.replace(/ي$/, '') ?? null
  return stem !== null && (WORK_NOUNS.has(stem) || WORK_NOUNS.has(stem.replace(/ت$/, 'ه')))
}

function owned(base: string): string | null {
  const stem = /^(.{3,})(?:هما|ها|هم|ه)$/.exec(base)?.[1]
  return stem === undefined || stem.startsWith('ال') ? null : stem
}

// `حاكما`, `مستشارو`, `المتحدثتان`: two or more of a role.
function severalOf(base: string): boolean {
  const stem = /^(.{3,})(?:ا|ان|ين|ي|و|ون|تان|تين|تا)$/.exec(base)?.[1]
  return stem !== undefined && !ROLE_NOUNS.has(base) && ROLE_NOUNS.has(stem)
}

// The patterns تفعيل، انفعال، استفعال، افتعال make nouns of deeds, never names.
const VERBAL_NOUN =
  /^(?:ت[^اوي]{2}ي[^اوي]|است[^اوي]{2}ا[^اوي]|ان[^اوي]{2}ا[^اوي]|ا[^اوي]ت[^اوي]ا[^اوي])(?:ه|ها|هم|ات|ا)?$/

// Inflected forms of everyday words: قواته، لقاءاتهم، سياستها.
function commonForm(bare: string): boolean {
  const match = /^(.{3,}?)(?:هما|هم|ها|نا|ات|يه|تين|تان)$|^(.{4,}?)(?:ه|ين|ون|ان|ا)$/.exec(bare)
  const stem = match?.[1] ?? match?.[2]
  if (stem === undefined) return false
  return (
    COMMON_WORDS.has(stem) ||
    (stem.endsWith('ت') && COMMON_WORDS.has(`${stem.slice(0, -1)}ه`)) ||
    COMMON_WORDS.has(`${stem}ه`)
  )
}
