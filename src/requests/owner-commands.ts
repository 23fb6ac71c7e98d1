import { fold } from '../language/fold.ts'

const ANYTHING = /^/
const SOURCE_OR_NOTHING = /^$|[@\d]|\w\.\w/
const SLUG_OR_NOTHING = /^[a-z0-9-]*$/i

/**
 * Commands for the bot's owners only, in private; for others they do not exist. `takes`: what follows the word where it stands
 * without a slash. «مصادر الطاقة» is a search: it names no source.
 */
export const OWNER_COMMANDS = [
  { name: 'stats', arabic: ['إحصاءات'], takes: ANYTHING },
  { name: 'broadcast', arabic: ['تعميم', 'إذاعة'], takes: ANYTHING },
  { name: 'import', arabic: ['استيراد', 'استورد'], takes: SOURCE_OR_NOTHING },
  { name: 'feeds', arabic: ['مصادر', 'خلاصات'], takes: SOURCE_OR_NOTHING },
  { name: 'desk', arabic: ['مكتب', 'المكتب'], takes: SLUG_OR_NOTHING },
  { name: 'withdraw', arabic: ['سحب', 'اسحب'], takes: SLUG_OR_NOTHING },
] as const

export type OwnerCommandName = (typeof OWNER_COMMANDS)[number]['name']

/** `start`: where the argument begins in the text. */
export type OwnerRequest = { readonly name: OwnerCommandName; readonly start: number }

const NAMES = new Map(
  OWNER_COMMANDS.flatMap((command) => [command.name, ...command.arabic].map((word) => [fold(word), command] as const)),
)

/** The command in a text of an owner's private chat, or `null`. */
export function readOwnerRequest(text: string, botUsername: string): OwnerRequest | null {
  const [head = '', slash = '', word = '', bot] =
    /^\s*(\/?)([\p{L}\p{M}_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\s+|$)/u.exec(text) ?? []
  if (bot !== undefined && bot.toLowerCase() !== botUsername.toLowerCase()) return null
  const command = NAMES.get(fold(word))
  if (command === undefined) return null
  const isMeant = slash !== '' || command.takes.test(text.slice(head.length).trim())
  return isMeant ? { name: command.name, start: head.length } : null
}
