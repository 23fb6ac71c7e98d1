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

type Maker = (view: View) => Promise<Unpacked | null>

/** Screens made from an archive, each once for all chats that see it alike and reached it alike. */
export type ScreenCache = {
  readonly make: (visit: ArchiveVisit, site: Omit<ScreenSite, 'archive'>) => Promise<PackedScreen>
  /** A screen that is found by what a person wrote on a day, as `make` does. */
  readonly find: (visit: Way, day: string, view: View, make: Maker) => Promise<PackedScreen>
}

const MOST_UNITS = 4_000_000

export function createScreenCache(archive: Archive): ScreenCache {
  const cached = createArchiveCache<PackedScreen>(archive, MOST_UNITS)
  const once = ({ screen, trail }: Way, kind: string, chat: View, make: Maker) => {
    const { language, digits } = chat.wording
    const place = encodePress({ kind: 'visit', screen, trail })
    return cached(`${place} ${language} ${digits} ${chat.audience.kind} ${kind}`, async () => {
      const view = underScreen(chat, { screen, trail })
      return packScreen((await make(view)) ?? (await goneScreen(screen, archive, view)), screen, view)
    })
  }
  return {
    make: (visit, { view: chat, isRich }) =>
      once(visit, String(isRich), chat, (view) => makeScreen(visit.screen, { archive, view, isRich })),
    find: once,
  }
}

export function packScreen(unpacked: Unpacked, screen: Screen, view: View): PackedScreen {
  const whole = packWhole(unpacked, view)
  const isShort = view.audience.kind === 'group' && SCREENS[screen.view].kind !== 'overview'
  return { whole, answer: isShort ? shortMessage(unpacked, screen, view) : whole }
}
