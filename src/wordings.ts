import { readFileSync } from 'node:fs'
import type { Language } from './language/language.ts'
import { createWording, type Wording, type Wordings } from './messages/wording.ts'

/** The wording of every language, read from `locales/`. @throws Error when a file is missing or has a mistake. */
export function readWordings(): Wordings {
  return { ar: readWording('ar'), en: readWording('en') }
}

function readWording(language: Language): Wording {
  return createWording(language, readFileSync(new URL(`../locales/${language}.ftl`, import.meta.url), 'utf8'))
}
