import { type ArchiveScreen, encodePress, SCREENS, type Screen } from '../messages/buttons/press.ts'
import { packWhole, type Unpacked } from '../messages/listing.ts'
import { renderGone } from '../messages/render.ts'
import { shortMessage } from '../messages/short-message.ts'
import type { View } from '../messages/view.ts'
import type { Archive } from '../shelf/archive.ts'
import { isRich, type Shown } from '../text/message.ts'
import { createLru } from './lru.ts'
import { makeScreen, type ScreenSite } from './screens.ts'

/** A screen as all see it in chats of one kind; `answer`: what answers a command, which in groups is short. */
export type MadeScreen = { readonly whole: Shown; readonly answer: Shown }

/** Screens made from an archive, each once for all who see it alike, until the archive changes. */
export type MadeScreens = {
  readonly make: (screen: ArchiveScreen, site: Omit<ScreenSite, 'archive'>) => Promise<MadeScreen>
}

/** About so many UTF-16 units of texts and buttons are kept. */
const MOST_UNITS = 4_000_000

export function createMadeScreens(archive: Archive): MadeScreens {
  const kept = createLru<string, MadeScreen>(MOST_UNITS, unitsOf)
  let version = archive.version()

  return {
    make: async (screen, { view, isRich }) => {
      if (version !== archive.version()) kept.clear()
      version = archive.version()
      const { language, digits } = view.wording
      const key = `${encodePress({ kind: 'open', screen })} ${language} ${digits} ${view.audience.kind} ${isRich}`
      const known = kept.get(key)
      if (known !== undefined) return known
      const before = version
      const made = packScreen(await makeScreen(screen, { archive, view, isRich }), screen, view)
      if (before === archive.version()) kept.set(key, made)
      return made
    },
  }
}

/** A screen packed for chats of one kind; `null`: what it shows is gone. */
export function packScreen(made: Unpacked | null, screen: Screen, view: View): MadeScreen {
  const unpacked = made ?? renderGone(view)
  const whole = packWhole(unpacked, view)
  const isShort = view.audience.kind === 'group' && SCREENS[screen.view].kind !== 'overview'
  return { whole, answer: isShort ? shortMessage(unpacked, screen, view) : whole }
}

function unitsOf({ whole, answer }: MadeScreen): number {
  return whole === answer ? unitsIn(whole) : unitsIn(whole) + unitsIn(answer)
}

function unitsIn(shown: Shown): number {
  return JSON.stringify(isRich(shown) ? [shown.blocks, shown.keyboard, shown.classic] : shown).length
}
