const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `men man|women woman|children child|people person|wives wife|lives life|leaves leaf|feet foot|teeth tooth|mice mouse|lying lie
dying die|died die|dies die|ties tie|tied tie|news news|series series|species species|crises crisis|analyses analysis|was be
said say|says say|went go|gone go|goes go|made make|took take|taken take|met meet|held hold|led lead|left leave|won win
lost lose|told tell|gave give|given give|came come|became become|began begin|begun begin|fell fall|fallen fall|found find
grew grow|grown grow|knew know|known know|paid pay|sold sell|sent send|sought seek|spoke speak|spoken speak|stood stand
thought think|wrote write|written write|bought buy|brought bring|built build|fought fight|kept keep`
    .split(/[|\n]/u)
    .map((pair): [string, string] => {
      const [form = '', base = ''] = pair.trim().split(' ')
      return [form, base]
    }),
)
const VOWEL = /[aeiouy]/

/** The stem of a lower-case English word: Porter's first steps (plural, past, -ing, -ly) and his y; the rest stays. */
export function stemEnglish(word: string): string {
  const own = word.replace(/['’]s?$/u, '')
  const irregular = IRREGULAR.get(own)
  if (irregular !== undefined) return irregular
  if (own.length < 4) return own
  return withoutFinalE(
    withoutPast(withoutPlural(own))
      .replace(/(?<=...)ly$/, '')
      .replace(/(?<=[^aeiou].)y$|(?<=..)y$/, 'i'),
  )
}

function withoutPlural(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:sses|shes|ches|xes|zzes)$/.test(word)) return word.slice(0, -2)
  return word.replace(/s$/, '')
}

function withoutPast(word: string): string {
  if (word.endsWith('eed')) return word.slice(0, -1)
  if (word.endsWith('ied')) return `${word.slice(0, -3)}y`
  const base = /^(.{2,})(?:ed|ing)$/.exec(word)?.[1]
  if (base === undefined || !VOWEL.test(base)) return word
  return /([^aeioulsz])\1$/.test(base) ? base.slice(0, -1) : base
}

function withoutFinalE(word: string): string {
  return word.length > 4 ? word.replace(/e$/, '') : word
}
