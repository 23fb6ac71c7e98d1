import { readFileSync } from 'node:fs'
import { LANGUAGES, type Language } from '../language/language.ts'
import { createWording, type Digits, type Wordings } from '../messages/wording.ts'

/** The wording of every language, read from `locales/`. @throws Error when a file is missing or has a mistake. */
export function readWordings(): Wordings {
  const wordings = new Map(
    LANGUAGES.flatMap((language) => {
      const source = readFileSync(new URL(`../../locales/${language}.ftl`, import.meta.url), 'utf8')
      return (['latn', 'arab'] as const).map((digits) => [
        keyOf(language, digits),
        createWording(language, source, digits),
      ])
    }),
  )
  return (language, digits) => {
    const wording = wordings.get(keyOf(language, digits ?? 'latn'))
    if (wording === undefined) throw new Error(`no wording for ${language}`)
    return wording
  }
}

function keyOf(language: Language, digits: Digits): string {
  return `${language}-${digits}`
}
