import { type Token, wordAt } from './tokens.ts'

const HONORIFICS: ReadonlySet<string> = new Set(
  'معالي سعاده سماحه نيافه فضيله فخامه جلاله سمو غبطه قداسه عطوفه سياده'.split(' '),
)

/** Behind a form of address before a title, a role or a name: `معالي الوزير`, `صاحب السمو الملكي الأمير`; `from` for none. */
export function honorificEnd(tokens: readonly Token[], from: number): number {
  const { base } = wordAt(tokens, from).info
  const next = wordAt(tokens, from + 1)
  if ((base === 'صاحب' || base === 'صاحبه') && HONORIFICS.has(next.plain.replace(/^ال/, ''))) {
    return /^ال(?:ملكي|سامي|جليل)ه?$/.test(wordAt(tokens, from + 2).plain) ? from + 3 : from + 2
  }
  if (base === 'دوله') return /^(?:ال)?رييس$/.test(next.plain) ? from + 1 : from
  return HONORIFICS.has(base) && (next.info.title || next.info.role) ? from + 1 : from
}

const PRONOUNS: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ['ه', 'm'],
  ['ها', 'f'],
])
// `سعادته` is his joy as well.
const EVERYDAY: ReadonlySet<string> = new Set(['سعادت', 'دولت', 'سيادت', 'حضرت'])
const ADDRESSED: readonly string[] =
  'معالي سمو فخامت جلالت سماحت غبطت نيافت قداست فضيلت عطوفت سعادت دولت سيادت حضرت'.split(' ')
const OF_PERSON: ReadonlyMap<string, { readonly word: string; readonly gender: 'm' | 'f' }> = new Map(
  ADDRESSED.flatMap((word) =>
    [...PRONOUNS].map(([pronoun, gender]): [string, { word: string; gender: 'm' | 'f' }] => [
      word + pronoun,
      { word, gender },
    ]),
  ),
)

/** `أكد معاليه`: the gender of a person spoken of by a form of address alone; `null` for any other word. */
export function addressedGender(tokens: readonly Token[], at: number): 'm' | 'f' | null {
  const found = OF_PERSON.get(wordAt(tokens, at).info.base)
  if (found === undefined) return null
  // `أبدى سعادته`: he was glad.
  if (EVERYDAY.has(found.word) && !wordAt(tokens, at - 1).info.verb?.uses.has('reports')) return null
  return found.gender
}
