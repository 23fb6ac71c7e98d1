const WORDS = 60_000

/** Words as often as words of a text are: the rank and the frequency are inverse. Some with a clitic or an ending. */
export function zipfian(chance: () => number): () => string {
  const reach = Math.log(WORDS + 10) - Math.log(10)
  return () => {
    const rank = Math.floor(Math.exp(Math.log(10) + chance() * reach)) - 10
    const dressed = chance()
    const word = wordAt(rank)
    return dressed < 0.3 ? `ال${word}` : dressed < 0.35 ? `و${word}` : dressed < 0.42 ? `${word}ات` : word
  }
}

export function someWords(words: () => string, count: number): string {
  return Array.from({ length: count }, words).join(' ')
}

/** The word of a rank: letters that tell the rank, so that no two are alike. */
export function wordAt(rank: number): string {
  let word = ''
  for (let rest = rank * 7 + 20_000; rest > 0; rest = Math.floor(rest / 28)) word += LETTERS[(rest * 11) % 28] ?? ''
  return word
}

export const LETTERS = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي']
