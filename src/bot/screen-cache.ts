import type { Way } from '../messages/buttons/keyboard.ts'
import { type ArchiveScreen, encodePress, SCREENS, type Screen } from '../messages/buttons/press.ts'
import { packWhole, type Unpacked } from '../messages/listing.ts'
import { shortMessage } from '../messages/short-message.ts'
import { underScreen, type View } from '../messages/view.ts'
import type { Archive } from '../shelf/archive.ts'
import type { Shown } from '../text/message.ts'
import { createArchiveCache } from './archive-cache.ts'
import { goneScreen, makeScreen, type ScreenSite } from './screens.ts'

/** A screen for chats of one kind; `answer`: the message that answers a command, short in groups. */
export type PackedScreen = { readonly whole: Shown; readonly answer: Shown }

/** A screen of the archive's, and those over which it was reached. */
type ArchiveVisit = Way & { readonly screen: ArchiveScreen }

/** Screens made from an archive, each once for all chats that see it alike and reached it alike. */
export type ScreenCache = {
  readonly make: (visit: ArchiveVisit, site: Omit<ScreenSite, 'archive'>) => Promise<PackedScreen>
}

const MOST_UNITS = 4_000_000

export function createScreenCache(archive: Archive): ScreenCache {
  const once = createArchiveCache<PackedScreen>(archive, MOST_UNITS)
  return {
    make: ({ screen, trail }, { view: chat, isRich }) => {
      const { language, digits } = chat.wording
      const place = encodePress({ kind: 'visit', screen, trail })
      return once(`${place} ${language} ${digits} ${chat.audience.kind} ${isRich}`, async () => {
        const view = underScreen(chat, { screen, trail })
        const made = await makeScreen(screen, { archive, view, isRich })
        return packScreen(made ?? (await goneScreen(screen, archive, view)), screen, view)
      })
    },
  }
}

export function packScreen(unpacked: Unpacked, screen: Screen, view: View): PackedScreen {
  const whole = packWhole(unpacked, view)
  const isShort = view.audience.kind === 'group' && SCREENS[screen.view].kind !== 'overview'
  return { whole, answer: isShort ? shortMessage(unpacked, screen, view) : whole }
}
