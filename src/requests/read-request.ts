import { distance } from 'fastest-levenshtein'
import { fold } from '../language/fold.ts'
import { COMMANDS, type CommandName } from './commands.ts'
import { mentionsOf } from './mention.ts'

/** `unknown`: addressed to the bot but no command; `nearest`: the command it looks like a typo of. */
export type Request =
  /** `plainText`: the whole text, when its plain words begin like a command and may be a search. */
  | {
      readonly kind: 'command'
      readonly name: CommandName
      readonly argument: string
      readonly plainText: string | null
    }
  | UnknownRequest

/** `isNamed`: the text names the bot. `argument`: what follows the word. */
export type UnknownRequest = {
  readonly kind: 'unknown'
  readonly text: string
  readonly word: string
  readonly argument: string
  readonly nearest: CommandName | null
  readonly isNamed: boolean
}

export type IncomingText = {
  readonly text: string
  readonly botUsername: string
  /** In private, or in reply to the bot: plain words are addressed to it. A group's other messages are ignored. */
  readonly direct: boolean
}

const NAMES = new Map<string, CommandName>(
  COMMANDS.flatMap(({ name, arabic }) =>
    [name, ...arabic, ...arabic.map((word) => `ال${word}`)].map((word) => [fold(word), name]),
  ),
)
const COMMAND = /^\/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]+))?(?=\s|$)\s*([\s\S]*)$/

/** The request in a text; `null` when it is not addressed to this bot (another bot's command, members' own messages). */
export function readRequest({ text, botUsername, direct }: IncomingText): Request | null {
  const trimmed = withoutMarks(text)
  const command = COMMAND.exec(trimmed)
  if (command !== null) return readCommand(command, botUsername)
  const addressed = withoutMention(trimmed, botUsername)
  if (addressed === null && !direct) return null
  const words = withoutMarks(addressed ?? trimmed).replace(/^[\s,،:]+/, '')
  if (words === '') return { kind: 'command', name: 'help', argument: '', plainText: null }
  return readWords(words, addressed !== null)
}

/** Without spaces and the direction marks of right-to-left keyboards at both ends. */
function withoutMarks(text: string): string {
  return text.replace(
    /^[\s\u200E\u200F\u2066-\u2069]+|(?<![\s\u200E\u200F\u2066-\u2069])[\s\u200E\u200F\u2066-\u2069]+$/gu,
    '',
  )
}

function readCommand([text, word = '', bot, argument = '']: RegExpExecArray, botUsername: string): Request | null {
  if (bot !== undefined && bot.toLowerCase() !== botUsername.toLowerCase()) return null
  const name = NAMES.get(fold(word))
  if (name !== undefined) return { kind: 'command', name, argument: argument.trim(), plainText: null }
  const unknown = { kind: 'unknown', text, word: `/${word}`, argument: argument.trim() } as const
  return { ...unknown, nearest: nearestName(fold(word)), isNamed: bot !== undefined }
}

function readWords(words: string, isNamed: boolean): Request {
  const meant = PHRASES.get(fold(words).replace(/(?<![؟?!.\s])[؟?!.\s]+$/u, ''))
  if (meant !== undefined) return { kind: 'command', name: meant, argument: '', plainText: null }
  const [first = ''] = words.split(/\s/, 1)
  const word = fold(first).replace(/(?<![:،,.!؟?])[:،,.!؟?]+$/, '')
  const name = NAMES.get(word)
  const argument = words.slice(first.length).trim()
  const isSentence = argument !== '' && name !== undefined && standsAlone(name, argument)
  if (name !== undefined && !isSentence)
    return { kind: 'command', name, argument, plainText: argument === '' ? null : words }
  const nearest = argument === '' ? nearestName(word) : null
  return { kind: 'unknown', text: words, word: first, argument, nearest, isNamed }
}

/** Whole texts that mean a command, folded. */
const PHRASES = new Map<string, CommandName>([
  ...meaning(
    'verify',
    'هل قال هذا، هل قالت هذا، هل قال ذلك، هل قيل هذا، هل هذا صحيح، did he say that، did she say that، is that true',
  ),
  ...meaning('brief', 'موجز اليوم، أحدث موجز، آخر موجز، خبر اليوم، latest briefing، today’s briefing، todays briefing'),
  ...meaning(
    'digest',
    'ما الجديد، الجديد، شو الجديد، آخر الأخبار، أخبار اليوم، ما أخبار اليوم، what’s new، whats new، news',
  ),
])

function meaning(name: CommandName, phrases: string): readonly (readonly [string, CommandName])[] {
  return phrases.split('، ').map((phrase) => [fold(phrase), name])
}

/** Whether these words make a command no command: one that takes none must stand alone. */
function standsAlone(name: CommandName, argument: string): boolean {
  if (COMMANDS.some((command) => command.name === name && command.takesWords)) return false
  return !(name === 'unsubscribe' && SUBSCRIPTION.has(fold(argument)))
}

const SUBSCRIPTION = new Set(['الاشتراك', 'اشتراكي', 'اشتراك', 'النشرة', 'نشرتي'].map(fold))

/** The text without mentions of the bot, `null` when there is none. */
function withoutMention(text: string, botUsername: string): string | null {
  const without = text.replace(mentionsOf(botUsername), ' ')
  return without === text ? null : without.trim()
}

/** The command closest to a misspelt word: within one edit of a short word, two of a longer one. */
function nearestName(word: string): CommandName | null {
  if (word.length < 4 || word.length > 40) return null
  const near = [...NAMES]
    .map(([known, name]) => ({ name, edits: distance(word, known) }))
    .filter(({ edits }) => edits <= (word.length < 7 ? 1 : 2))
    .sort((left, right) => left.edits - right.edits)
  return near[0]?.name ?? null
}
