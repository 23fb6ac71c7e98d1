import { distance } from 'fastest-levenshtein'
import { fold } from '../language/fold.ts'
import { COMMANDS, type CommandName } from './commands.ts'

/** What somebody wants of the bot. `unknown`: meant for the bot but not a command; `nearest` when it looks like a typo of one. */
export type Request =
  /** `said`: the whole text, when it was plain words that begin like a command and may have meant something else. */
  | { readonly kind: 'command'; readonly name: CommandName; readonly argument: string; readonly said: string | null }
  | { readonly kind: 'unknown'; readonly text: string; readonly word: string; readonly nearest: CommandName | null }

/** A text as it was said, and how it is addressed: a group's talk is the bot's business only when it is meant for the bot. */
export type Utterance = {
  readonly text: string
  readonly botUsername: string
  /** Said in private, or as a reply to the bot: plain words are meant for the bot. */
  readonly direct: boolean
}

const NAMES = new Map<string, CommandName>(
  COMMANDS.flatMap(({ name, arabic }) =>
    [name, ...arabic, ...arabic.map((word) => `ال${word}`)].map((word) => [fold(word), name]),
  ),
)
const COMMAND = /^\/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]+))?(?=\s|$)\s*([\s\S]*)$/

/** The request in a text; `null` when it is not meant for this bot (another bot's command, a group's own talk). */
export function readRequest({ text, botUsername, direct }: Utterance): Request | null {
  const trimmed = text.trim()
  const command = COMMAND.exec(trimmed)
  if (command !== null) return readCommand(command, botUsername)
  const addressed = withoutMention(trimmed, botUsername)
  if (addressed === null && !direct) return null
  const words = (addressed ?? trimmed).replace(/^[\s,،:]+/, '')
  return words === '' ? { kind: 'command', name: 'help', argument: '', said: null } : readWords(words)
}

function readCommand([text, word = '', bot, argument = '']: RegExpExecArray, botUsername: string): Request | null {
  if (bot !== undefined && bot.toLowerCase() !== botUsername.toLowerCase()) return null
  const name = NAMES.get(fold(word))
  if (name !== undefined) return { kind: 'command', name, argument: argument.trim(), said: null }
  return { kind: 'unknown', text, word: `/${word}`, nearest: nearestName(fold(word)) }
}

function readWords(words: string): Request {
  const [first = ''] = words.split(/\s/, 1)
  const word = fold(first).replace(/[:،,.!؟?]+$/, '')
  const name = NAMES.get(word)
  const argument = words.slice(first.length).trim()
  const isSentence = argument !== '' && name !== undefined && standsAlone(name, argument)
  if (name !== undefined && !isSentence)
    return { kind: 'command', name, argument, said: argument === '' ? null : words }
  return { kind: 'unknown', text: words, word: first, nearest: argument === '' ? nearestName(word) : null }
}

/** Whether a command that takes no words is meant only when it is said alone. */
function standsAlone(name: CommandName, argument: string): boolean {
  if (COMMANDS.some((command) => command.name === name && command.takesWords)) return false
  return !(name === 'unsubscribe' && SUBSCRIPTION.has(fold(argument)))
}

const SUBSCRIPTION = new Set(['الاشتراك', 'اشتراكي', 'اشتراك', 'النشرة', 'نشرتي'].map(fold))

/** The text with the mention of the bot taken out, `null` when the bot is not mentioned. */
function withoutMention(text: string, botUsername: string): string | null {
  const mention = new RegExp(`(^|[^\\p{L}\\p{N}_@])@${botUsername}(?![A-Za-z0-9_])`, 'iu')
  return mention.test(text) ? text.replace(mention, '$1 ').trim() : null
}

/** The command a misspelt word means: one slip in a short word, two in a longer one. */
function nearestName(word: string): CommandName | null {
  if (word.length < 4 || word.length > 40) return null
  const near = [...NAMES]
    .map(([known, name]) => ({ name, slips: distance(word, known) }))
    .filter(({ slips }) => slips <= (word.length < 7 ? 1 : 2))
    .sort((left, right) => left.slips - right.slips)
  return near[0]?.name ?? null
}
