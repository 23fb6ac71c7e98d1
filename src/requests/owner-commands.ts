import { fold } from '../language/fold.ts'

/** Commands for the bot's owners only, in private; for others they do not exist. */
export const OWNER_COMMANDS = [
  { name: 'stats', arabic: ['إحصاءات'] },
  { name: 'broadcast', arabic: ['تعميم', 'إذاعة'] },
  { name: 'import', arabic: ['استيراد', 'استورد'], isOfSources: true },
  { name: 'feeds', arabic: ['مصادر', 'خلاصات'], isOfSources: true },
] as const

export type OwnerCommandName = (typeof OWNER_COMMANDS)[number]['name']

/** `start`: where the argument begins in the text. */
export type OwnerRequest = { readonly name: OwnerCommandName; readonly start: number }

type OwnerCommand = { readonly name: OwnerCommandName; readonly arabic: readonly string[]; readonly isOfSources?: true }

const NAMES = new Map<string, OwnerCommand>(
  OWNER_COMMANDS.flatMap((command: OwnerCommand) =>
    [command.name, ...command.arabic].map((word) => [fold(word), command] as const),
  ),
)

/** The command in a text of an owner's private chat, or `null`. «مصادر الطاقة» is a search: it names no source. */
export function readOwnerRequest(text: string, botUsername: string): OwnerRequest | null {
  const [head = '', slash = '', word = '', bot] =
    /^\s*(\/?)([\p{L}\p{M}_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\s+|$)/u.exec(text) ?? []
  if (bot !== undefined && bot.toLowerCase() !== botUsername.toLowerCase()) return null
  const command = NAMES.get(fold(word))
  if (command === undefined) return null
  const rest = text.slice(head.length).trim()
  const isSearch = slash === '' && command.isOfSources === true && rest !== '' && !/[@\d]|\w\.\w/.test(rest)
  return isSearch ? null : { name: command.name, start: head.length }
}
