import type { CommandName } from '../messages/commands.ts'
import type { Asked } from './asked.ts'

/** One command of the bot: answers a request in its chat. */
export type Command = { readonly name: CommandName; readonly run: (asked: Asked) => Promise<void> }
