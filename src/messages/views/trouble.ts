import { FormattedString } from '@grammyjs/parse-mode'
import type { Message } from '../../text/message.ts'
import { blocks, clip } from '../../text/rich.ts'
import { phrase, toMessage } from '../view.ts'
import type { Wording } from '../wording.ts'

export const TROUBLE_KINDS = [
  'disk-low',
  'store-unwritable',
  'sender-stuck',
  'content-unreadable',
  'message-refused',
  'chat-lost',
  'updates-failed',
  'telegram-away',
] as const
type TroubleKind = (typeof TROUBLE_KINDS)[number]

/** `about`: what has it, such as a chat's title or what Telegram said; empty where its kind says all. */
export type Trouble = { readonly kind: TroubleKind; readonly about: string }

/** Telegram answered nothing from one time to another, in epoch milliseconds. */
export function telegramAway({ from, to }: { readonly from: number; readonly to: number }): Trouble {
  return { kind: 'telegram-away', about: `${minuteOf(from)} – ${minuteOf(to)} UTC` }
}

function minuteOf(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ')
}

const MOST_NAMED = 10
const ABOUT_LENGTH = 200

/** For the owners: each trouble with its cause and what to do. */
export function renderTroubles(troubles: readonly Trouble[], wording: Wording): Message {
  const named = troubles
    .slice(0, MOST_NAMED)
    .map(({ kind, about }) => phrase(wording, `trouble-${kind}`, { about: clip(about, ABOUT_LENGTH) }))
  const left = troubles.length - named.length
  return toMessage(
    blocks(
      FormattedString.b(phrase(wording, 'troubles')),
      ...named,
      left === 0 ? null : phrase(wording, 'owner-files-more', { count: left }),
    ),
    [],
  )
}
