import { type ArchiveScreen, encodePress, SCREENS, type Screen } from '../messages/buttons/press.ts'
import { packWhole, type Unpacked } from '../messages/listing.ts'
import { renderGone } from '../messages/render.ts'
import { shortMessage } from '../messages/short-message.ts'
import type { View } from '../messages/view.ts'
import type { Archive } from '../shelf/archive.ts'
import type { Shown } from '../text/message.ts'
import { createMadeOnce } from './made-once.ts'
import { makeScreen, type ScreenSite } from './screens.ts'

/** A screen as all see it in chats of one kind; `answer`: what answers a command, which in groups is short. */
export type MadeScreen = { readonly whole: Shown; readonly answer: Shown }

/** Screens made from an archive, each once for all who see it alike. */
export type MadeScreens = {
  readonly make: (screen: ArchiveScreen, site: Omit<ScreenSite, 'archive'>) => Promise<MadeScreen>
}

const MOST_UNITS = 4_000_000

export function createMadeScreens(archive: Archive): MadeScreens {
  const once = createMadeOnce<MadeScreen>(archive, MOST_UNITS)
  return {
    make: (screen, { view, isRich }) => {
      const { language, digits } = view.wording
      const place = encodePress({ kind: 'open', screen })
      return once(`${place} ${language} ${digits} ${view.audience.kind} ${isRich}`, async () =>
        packScreen(await makeScreen(screen, { archive, view, isRich }), screen, view),
      )
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
