/** A language that neither set of rules reads: its letters that Arabic or English lack, or its commonest small words. */
const FOREIGN: readonly { readonly name: string; readonly letters: RegExp | null; readonly words: string }[] = [
  { name: 'Urdu', letters: /[ٹڈڑںے]/gu, words: 'کے کی میں ہے اور سے نے کہ کو ہیں' },
  { name: 'Kurdish', letters: /[ێۆڵڕە]/gu, words: 'لە بە کە و بۆ ئەم' },
  { name: 'Persian', letters: /[پچژگ]/gu, words: 'که این را است برای آن خود شده بود های' },
  { name: 'Turkish', letters: /[ğışİ]/gu, words: 've bir bu için ile olarak' },
  { name: 'French', letters: null, words: 'le la les des une est dans que pour qui sur pas' },
  { name: 'Spanish', letters: null, words: 'el la los las una del por con para que más como' },
  { name: 'German', letters: null, words: 'der die das und ist nicht mit den von ein auf' },
  { name: 'Russian', letters: /[а-яё]/giu, words: '' },
]

const SHORTEST = 200
/** Of all letters; Arabic news has one such letter in a thousand, in names. */
const LETTERS = 0.015
/** Of all words; a text holds its own language's ten small words this often. */
const WORDS = 0.1

/** The English name of the language of a text that is surely neither Arabic nor English; null for all others. */
export function foreignLanguage(text: string): string | null {
  const sample = text.slice(0, 8000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < SHORTEST) return null
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const likely = FOREIGN.flatMap((language) => {
    const small = new Set(language.words.split(' '))
    const share = words.filter((word) => small.has(word)).length / words.length
    const own = language.letters === null ? LETTERS : (sample.match(language.letters)?.length ?? 0) / letters
    // where other languages of the script lack the letters, they tell by themselves
    if (own > LETTERS * 10) return [{ name: language.name, share: 1 }]
    return share > WORDS && own >= LETTERS ? [{ name: language.name, share }] : []
  })
  return likely.toSorted((one, other) => other.share - one.share)[0]?.name ?? null
}
