import { gluedPhraseAt, isSureName, type Phrase, phraseAt } from '../grammar/phrases.ts'
import { type Token, wordAt } from '../grammar/tokens.ts'
import { ADVERBS, THAT } from '../grammar/words/particles.ts'
import type { Paragraph } from '../parsed-text.ts'
import { isTextOf } from './texts.ts'

const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  'لكن لكنه لكنها ولكنه ولكنها ولكن فيما بينما حيث اذ بل غير ان انما اما'.split(' '),
)

const LOOK_BACK_TOKENS = 24

/** `المتهم قال`, `صوت فلان وهو يقول`, `لكن صاحب المتجر قال`, `أما زيلينسكي فصرح`, `بوتين، بدوره، أكد`, `ترامب الذي قال`. */
export function subjectBefore(paragraph: Paragraph, at: number): Phrase | null {
  const { tokens } = paragraph
  const { info, plain } = wordAt(tokens, at)
  if (info.conjunction && !plain.startsWith('ف')) return null
  const whom = sinceWhom(tokens, at)
  if (whom !== null) return whom
  // `الذي سبق أن قال`
  const since = wordAt(tokens, at - 1).plain === 'ان' && wordAt(tokens, at - 2).plain === 'سبق' ? at - 2 : at
  const relative = /^(?:الذي|التي|الذين|وهو|وهي)$/.test(wordAt(tokens, since - 1).plain)
  const perfect = /^[وف]?قد$/.test(wordAt(tokens, at - 1).plain)
  const end = relative || perfect ? since - 1 : at
  if (relative && isObjectPronoun(wordAt(tokens, since - 1).plain, info.verb)) return null
  const antecedent = relative ? (nameBefore(tokens, end) ?? bodyBefore(tokens, end, at)) : null
  if (antecedent !== null && agrees(tokens, at, antecedent)) return antecedent
  const shown = antecedent === null ? ownerOfMedium(tokens, at) : null
  if (shown !== null) return shown
  const from = clauseStart(paragraph, end)
  for (let start = from; start < end; start += 1) {
    const phrase = phraseAt(tokens, start)
    if (phrase === null) {
      if (!opensClause(wordAt(tokens, start))) break
      continue
    }
    if (!isSureName(tokens, phrase)) return null
    if (
      phrase.to <= end &&
      !isDateline(tokens, phrase, end) &&
      reaches(paragraph, phrase.to, end) &&
      agrees(tokens, at, phrase)
    ) {
      return (
        (phrase.name === null
          ? ((start === from ? nameBefore(tokens, from) : null) ?? apposedName(tokens, end))
          : null) ?? phrase
      )
    }
    if (phrase.kind !== 'institution' || start > from + 1) break
  }
  return rightBefore(tokens, at)
}

/** `سامر الحلبي، الذي زار الميناء، أكد`: the subject that ends where the aside opens. */
export function subjectBeforeAside(tokens: readonly Token[], aside: number, verb: number): Phrase | null {
  const phrase = nameBefore(tokens, aside) ?? bodyBefore(tokens, aside, verb)
  if (phrase === null || !isSureName(tokens, phrase) || !agrees(tokens, verb, phrase)) return null
  // `منظمة ذي سيتي`: not the end of a longer name.
  return opensClause(wordAt(tokens, phrase.from - 1)) ? phrase : null
}

/** `الاتفاق مع إيران، الذي قالت إنه`: what the clause is about, which the verb does not agree with. */
function isObjectPronoun(pronoun: string, verb: Token['info']['verb']): boolean {
  return pronoun === (verb?.gender === 'f' ? 'الذي' : 'التي')
}

const MAX_SINCE = 8

/** `سبق لولي العهد أن وصف`: whom ل joins to سبق. */
function sinceWhom(tokens: readonly Token[], at: number): Phrase | null {
  if (wordAt(tokens, at - 1).plain !== 'ان') return null
  const since = tokens.findLastIndex(({ plain }, index) => index < at && index > at - MAX_SINCE && SINCE.test(plain))
  return since < 0 || wordAt(tokens, since + 1).info.preposition !== 'ل' ? null : gluedPhraseAt(tokens, since + 1)
}

const SINCE = /^[وف]?سبق$/

// `حمزة بيرقدار، المتحدث باسم الجيش قال`, `خالد الطيب، الذي يرى`: the name that a role or الذي takes up.
function nameBefore(tokens: readonly Token[], at: number): Phrase | null {
  let end = tokens[at - 1]?.kind === 'comma' ? at - 1 : at
  // `سامر الحلبي أيضا الذي قال`
  if (wordAt(tokens, end - 1).plain === 'ايضا') end -= 1
  for (let start = Math.max(0, end - 12); start < end; start += 1) {
    const phrase = phraseAt(tokens, start)
    if (phrase?.name == null) continue
    const apposed = phrase.role !== null && phrase.role.from > phrase.name.from && phrase.to === end
    if (phrase.name.to === end || apposed) return phrase
  }
  return null
}

/** `المراجع السابق للقوانين، لورد كارلايل، وصف`: the title and the name between the commas before the verb. */
function apposedName(tokens: readonly Token[], end: number): Phrase | null {
  if (tokens[end - 1]?.kind !== 'comma') return null
  const comma = tokens.findLastIndex(({ kind }, at) => at < end - 1 && at > end - 6 && kind === 'comma')
  const phrase = comma < 0 ? null : phraseAt(tokens, comma + 1)
  return phrase?.name != null && phrase.to === end - 1 ? phrase : null
}

// `البنك الدولي، الذي يصف نفسه`
function bodyBefore(tokens: readonly Token[], to: number, verb: number): Phrase | null {
  const end = tokens[to - 1]?.kind === 'comma' ? to - 1 : to
  for (let start = Math.max(0, end - 5); start < end; start += 1) {
    const phrase = phraseAt(tokens, start)
    if (phrase?.kind === 'institution' && phrase.to === end && agrees(tokens, verb, phrase)) return phrase
  }
  return null
}

const MAX_OWNER = 14

/** `تسجيل للمدير، سامر الحلبي، يتحدث فيه عن`, `شريط لكيسلر قالت فيه`: whose it is, right before the verb. */
function ownerOfMedium(tokens: readonly Token[], at: number): Phrase | null {
  if (!/^في(?:ه|ها)$/.test(wordAt(tokens, at + 1).plain)) return null
  const end = tokens[at - 1]?.kind === 'comma' ? at - 1 : at
  for (let start = Math.max(0, end - MAX_OWNER); start < end; start += 1) {
    const owned = wordAt(tokens, start).info.preposition === 'ل'
    const phrase = owned ? gluedPhraseAt(tokens, start) : phraseAt(tokens, start)
    const named = phrase?.name != null && (owned || phrase.name.to >= phrase.name.from + 2)
    if (named && phrase.to === end) return phrase
  }
  return null
}

// What may stand before the subject of a clause.
function opensClause({ kind, info: { base } }: Token): boolean {
  if (kind !== 'word') return true
  return (
    CLAUSE_OPENERS.has(base) ||
    THAT.has(base) ||
    ADVERBS.has(base) ||
    /^[وف]?(?:قد|كان|كانت|كانا|ثم|حتي|سمعت?|شوهدت?)$/.test(base)
  )
}

/** `مع صديق قال إن`: one without ال right before the verb; `بيان للوزارة يطلب`: the owner of the text. */
function rightBefore(tokens: readonly Token[], at: number): Phrase | null {
  for (let start = Math.max(0, at - 5); start < at; start += 1) {
    const issuer = isTextOf(tokens, start) ? gluedPhraseAt(tokens, start) : null
    if (issuer?.to === at) return issuer
    const phrase = phraseAt(tokens, start)
    if (phrase === null || phrase.to !== at) continue
    if ((phrase.kind === 'role' || phrase.kind === 'group') && !phrase.definite && agrees(tokens, at, phrase))
      return phrase
  }
  return null
}

function agrees(tokens: readonly Token[], at: number, phrase: Phrase): boolean {
  const gender = wordAt(tokens, at).info.verb?.gender
  if (phrase.gender === null || phrase.kind === 'group') return true
  return gender === phrase.gender || (gender === 'f' && phrase.kind === 'institution')
}

/** `فيينا، النمسا (CNN)-- جدد المرجع`: where the report comes from. */
function isDateline(tokens: readonly Token[], { from, to }: Phrase, end: number): boolean {
  return wordAt(tokens, from).info.place && tokens.slice(to, end).some(({ text }) => /^(?:\(|-|—|–)$/.test(text))
}

/** First token of the clause that ends at `end`: after a stop, an opener, or, over a short aside, the sentence's start. */
function clauseStart(paragraph: Paragraph, end: number): number {
  const { tokens } = paragraph
  let start = end
  while (start > 0 && end - start < LOOK_BACK_TOKENS) {
    const { kind, plain } = wordAt(tokens, start - 1)
    if (paragraph.hidden[start - 1] === true || kind === 'stop' || kind === 'colon') break
    if (CLAUSE_OPENERS.has(plain) || (kind === 'comma' && !isAside(paragraph, start - 1, end))) break
    start -= 1
  }
  return start
}

/** A comma before which only the topic stands: `بوتين، بدوره، قال` or `هاني عمارة، محلل أول، قال`. */
function isAside(paragraph: Paragraph, comma: number, end: number): boolean {
  if (end - comma > 12) return false
  const { tokens } = paragraph
  const closing = tokens[end - 1]?.kind === 'comma' || /^ف/.test(wordAt(tokens, end).plain)
  if (!closing && !/^فقد$/.test(wordAt(tokens, end).plain)) return false
  return tokens.slice(comma + 1, end).every((token) => token.info.verb === null)
}

// `المراجع السابق للقوانين الخاصة بالموانئ`
const CONCERNED = /^ال(?:خاص|معني|متعلق|مكلف|مختص)ه?$/

function reaches(paragraph: Paragraph, from: number, end: number): boolean {
  const between = paragraph.tokens.slice(from, end)
  const [first] = between
  if (first === undefined) return true
  if (between.length > 12) return false
  const goesOn = first.info.functional || first.info.preposition !== '' || CONCERNED.test(first.plain)
  if (first.kind === 'word' && !goesOn && !ADVERBS.has(first.plain)) return false
  return between.every((token) => token.info.verb === null && token.kind !== 'stop' && !THAT.has(token.plain))
}
