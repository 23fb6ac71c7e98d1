import { type ArchiveScreen, encodePress, SCREENS, type Screen } from '../messages/buttons/press.ts'
import { packWhole, type Unpacked } from '../messages/listing.ts'
import { renderGone } from '../messages/render.ts'
import { shortMessage } from '../messages/short-message.ts'
import type { View } from '../messages/view.ts'
import type { Archive } from '../shelf/archive.ts'
import type { Shown } from '../text/message.ts'
import { createArchiveCache } from './archive-cache.ts'
import { makeScreen, type ScreenSite } from './screens.ts'

/** A screen for chats of one kind; `answer`: the message that answers a command, short in groups. */
export type PackedScreen = { readonly whole: Shown; readonly answer: Shown }

/** Screens made from an archive, each once for all chats that see it alike. */
export type ScreenCache = {
  readonly make: (screen: ArchiveScreen, site: Omit<ScreenSite, 'archive'>) => Promise<PackedScreen>
}

const MOST_UNITS = 4_000_000

export function createScreenCache(archive: Archive): ScreenCache {
  const once = createArchiveCache<PackedScreen>(archive, MOST_UNITS)
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

/** `made`: `null` when the screen's article, speaker or passage is gone. */
export function packScreen(made: Unpacked | null, screen: Screen, view: View): PackedScreen {
  const unpacked = made ?? renderGone(view)
  const whole = packWhole(unpacked, view)
  const isShort = view.audience.kind === 'group' && SCREENS[screen.view].kind !== 'overview'
  return { whole, answer: isShort ? shortMessage(unpacked, screen, view) : whole }
}
