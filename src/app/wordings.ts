import { readFileSync } from 'node:fs'
import type { Language } from '../language/language.ts'
import { createWording, type Digits, type Wording, type Wordings } from '../messages/wording.ts'

/** The wording of each language, read from `locales/` on first use. @throws Error for a missing or faulty file. */
export function readWordings(): Wordings {
  const wordings = new Map<string, Wording>()
  return (language, digits) => {
    const key = `${language}-${digits ?? 'latn'}`
    const known = wordings.get(key)
    if (known !== undefined) return known
    const wording = readWording(language, digits ?? 'latn')
    wordings.set(key, wording)
    return wording
  }
}

function readWording(language: Language, digits: Digits): Wording {
  const source = readFileSync(new URL(`../../locales/${language}.ftl`, import.meta.url), 'utf8')
  return createWording(language, source, digits)
}
