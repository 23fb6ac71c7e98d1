import { decodePress, type Screen } from '../../messages/screens.ts'
import type { Asked } from '../asked.ts'
import type { Command } from '../command.ts'
import { isJustWelcomed } from '../group-manners.ts'
import { show } from '../screen.ts'
import { channels } from './channels.ts'

/** `/start [payload]`: the place a deep link names; with none, or one that is no place, the way in. */
export const start: Command = {
  name: 'start',
  run: async (asked) => {
    if (isJustWelcomed(asked)) return
    const isManaging = decodePress(asked.argument)?.kind === 'channels'
    await (isManaging ? channels.run({ ...asked, argument: '' }) : show(asked, placeOf(asked)))
  },
}

/** `/help`: the same way in. */
export const help: Command = { name: 'help', run: (asked) => show(asked, { view: 'help' }) }

function placeOf({ argument, view }: Asked): Screen {
  const press = decodePress(argument)
  if (press?.kind === 'open') return press.screen
  const item = view.shelf.bySlug.get(argument)
  return item === undefined ? { view: 'help' } : { view: 'front', article: item.key }
}
