import { renderScreen } from '../../messages/render.ts'
import { decodePress, type Screen } from '../../messages/screens.ts'
import { answer } from '../answer.ts'
import type { Asked } from '../asked.ts'
import type { Command } from '../command.ts'
import { markPage } from './read.ts'

/** `/start [payload]`: the place a deep link names; with none, or one that is no place, the way in. */
export const start: Command = { name: 'start', run: (asked) => openPlace(asked, placeOf(asked)) }

/** `/help`: the same way in. */
export const help: Command = { name: 'help', run: (asked) => openPlace(asked, { view: 'help' }) }

function placeOf({ argument, view }: Asked): Screen {
  const press = decodePress(argument)
  if (press?.kind === 'open') return press.screen
  const item = view.shelf.bySlug.get(argument)
  return item === undefined ? { view: 'help' } : { view: 'front', article: item.key }
}

async function openPlace(asked: Asked, screen: Screen): Promise<void> {
  await answer(asked, renderScreen(screen, asked.view))
  const item = screen.view === 'read' ? asked.view.shelf.byKey.get(screen.article) : undefined
  if (screen.view === 'read' && item !== undefined) await markPage(asked, item, screen.page)
}
