import { decodePress, type Screen } from '../../messages/buttons/press.ts'
import { answer } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { isJustWelcomed } from '../groups/throttle.ts'
import { show } from '../show.ts'
import { channels, offeredMessage } from './channels.ts'

/** `/start [payload]`: the screen that a deep link names; without one, or for an unknown one, the help. */
export const start: Command = {
  name: 'start',
  run: async (context) => {
    if (isJustWelcomed(context)) return
    const press = decodePress(context.argument)
    if (press?.kind === 'channels') return channels.run({ ...context, argument: '' })
    const offered = press?.kind === 'manage' && press.managing.act === 'offer' ? press.managing.threadId : null
    if (press?.kind !== 'manage' || offered === null) return show(context, await placeOf(context))
    await answer(context, await offeredMessage(context, { chatId: press.chat, threadId: offered }))
  },
}

/** `/help`: what can be asked for, by what people want. */
export const help: Command = { name: 'help', run: (context) => show(context, { view: 'guide' }) }

async function placeOf({ argument, library }: ChatContext): Promise<Screen> {
  const press = decodePress(argument)
  if (press?.kind === 'open') return press.screen
  const item = argument === '' ? null : await library.archive.bySlug(argument)
  return item === null ? { view: 'help' } : { view: 'front', article: item.key }
}
