import { decodePress, type Screen } from '../../messages/buttons/press.ts'
import { answer } from '../answer.ts'
import type { Asked, Command } from '../chat-context.ts'
import { isJustWelcomed } from '../groups/throttle.ts'
import { show } from '../show.ts'
import { channels, offeredMessage } from './channels.ts'

/** `/start [payload]`: the place a deep link names; with none, or one that is no place, the way in. */
export const start: Command = {
  name: 'start',
  run: async (asked) => {
    if (isJustWelcomed(asked)) return
    const press = decodePress(asked.argument)
    if (press?.kind === 'channels') return channels.run({ ...asked, argument: '' })
    const offered = press?.kind === 'manage' && press.managing.act === 'offer' ? press.managing.threadId : null
    if (press?.kind !== 'manage' || offered === null) return show(asked, await placeOf(asked))
    await answer(asked, await offeredMessage(asked, { chatId: press.chat, threadId: offered }))
  },
}

/** `/help`: the same way in. */
export const help: Command = { name: 'help', run: (asked) => show(asked, { view: 'help' }) }

async function placeOf({ argument, library }: Asked): Promise<Screen> {
  const press = decodePress(argument)
  if (press?.kind === 'open') return press.screen
  const item = argument === '' ? null : await library.archive.bySlug(argument)
  return item === null ? { view: 'help' } : { view: 'front', article: item.key }
}
