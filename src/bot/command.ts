import type { CommandName } from '../requests/commands.ts'
import type { Asked } from './chat-context.ts'

/** One command of the bot: answers a request in its chat. */
export type Command = { readonly name: CommandName; readonly run: (asked: Asked) => Promise<void> }
