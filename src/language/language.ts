/** The languages the engine has rules for (BCP 47). Any other text is read with the rules of the nearer one. */
export type Language = 'ar' | 'en'

export const LANGUAGES: readonly Language[] = ['ar', 'en']

/** The language most letters of the text are written in: Arabic script is `ar`, everything else `en`; no letters: `ar`. */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, 20_000)
  const arabic = sample.match(/\p{Script=Arabic}/gu)?.length ?? 0
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  return arabic * 2 >= letters ? 'ar' : 'en'
}
