import { fold } from '../language/fold.ts'

/** Commands for the bot's owners only, in private; for others they do not exist. */
export const OWNER_COMMANDS = [
  { name: 'stats', arabic: ['إحصاءات'] },
  { name: 'broadcast', arabic: ['تعميم', 'إذاعة'] },
] as const

export type OwnerCommandName = (typeof OWNER_COMMANDS)[number]['name']

/** `start`: where the argument begins in the text. */
export type OwnerRequest = { readonly name: OwnerCommandName; readonly start: number }

const NAMES = new Map<string, OwnerCommandName>(
  OWNER_COMMANDS.flatMap(({ name, arabic }) => [name, ...arabic].map((word) => [fold(word), name])),
)

/** The command in a text of an owner's private chat, or `null`. */
export function readOwnerRequest(text: string, botUsername: string): OwnerRequest | null {
  const [head = '', word = '', bot] = /^\s*\/?([\p{L}\p{M}_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\s+|$)/u.exec(text) ?? []
  if (bot !== undefined && bot.toLowerCase() !== botUsername.toLowerCase()) return null
  const name = NAMES.get(fold(word))
  return name === undefined ? null : { name, start: head.length }
}
