import type { RichText } from '@grammyjs/types'
import { cleanText } from './clean-text.ts'

/** The characters a rich text shows, with no formatting; formulas and custom emoji by their sources. */
export function plainOf(text: RichText): string {
  if (typeof text === 'string') return text
  if (Array.isArray(text)) return text.map(plainOf).join('')
  switch (text.type) {
    case 'custom_emoji':
      return text.alternative_text
    case 'mathematical_expression':
      return text.expression
    case 'button':
      return plainOf(text.button.text)
    case 'anchor':
      return ''
    default:
      return plainOf(text.text)
  }
}

/** How deep formatting lies in formatting; 0 for plain text. */
export function levelsOf(text: RichText): number {
  if (typeof text === 'string') return 0
  if (Array.isArray(text)) return text.reduce((deepest, part) => Math.max(deepest, levelsOf(part)), 0)
  return 'text' in text ? 1 + levelsOf(text.text) : 1
}

/** The text as Telegram's servers keep it. Throws for text that is no UTF-8. */
export function cleanRichText(text: RichText): RichText {
  if (typeof text === 'string') return cleanText({ text, entities: [] }).text
  if (Array.isArray(text)) return text.map(cleanRichText)
  return 'text' in text ? { ...text, text: cleanRichText(text.text) } : text
}
