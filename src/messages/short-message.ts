import { FormattedString } from '@grammyjs/parse-mode'
import { isRich, type Message } from '../text/message.ts'
import type { Rich } from '../text/rich.ts'
import { deepLink, openButton, row } from './buttons/keyboard.ts'
import type { Screen } from './buttons/press.ts'
import { textOf } from './intro.ts'
import { type Listing, type ListingItem, packWhole, type Unpacked } from './listing.ts'
import { toMessage, type View } from './view.ts'

/** Length of a group's answer, in UTF-16 units; a list shows part of one item at least. */
const SHORT = 600
const LEAST_OF_ITEM = 200

/**
 * A group's answer: the first items of a list with their buttons, or the beginning of a message; under it a button that
 * shows the rest in place, and a link to the same screen in private.
 */
export function shortMessage(unpacked: Unpacked, screen: Screen, view: View): Message {
  const { wording, audience } = view
  const whole = packWhole(unpacked, view)
  const text = textOf(isRich(whole) ? whole.classic : whole)
  const isCut = text.rawText.length > SHORT
  const short =
    isCut && 'items' in unpacked
      ? packWhole(withFewItems(unpacked), view)
      : toMessage(beginningOf(text, SHORT), whole.keyboard)
  const rest = isCut || isRich(whole) ? openButton(wording.say('button-rest-here'), screen, audience) : null
  const link = { text: wording.say('button-open-private'), url: deepLink(screen, audience.botUsername) }
  return { ...short, keyboard: [...short.keyboard, row(wording, rest, link)] }
}

function withFewItems(listing: Listing): Listing {
  const heading = beginningOf(listing.heading, SHORT)
  const items = fewItems(listing.items, SHORT - heading.rawText.length)
  // the button under it shows the rest, so a pager and the list's own ways on would be two more
  return { ...listing, heading, items, pager: null, footer: { rows: [] } }
}

/** The first items that fit; where none does, the beginning of the first. */
function fewItems(items: readonly ListingItem[], room: number): readonly ListingItem[] {
  let length = 0
  const end = items.findIndex(({ text }) => {
    length += SEPARATOR.length + text.rawText.length
    return length > room
  })
  if (end !== 0) return end === -1 ? items : items.slice(0, end)
  const most = Math.max(LEAST_OF_ITEM, room - SEPARATOR.length)
  return items.slice(0, 1).map((item) => ({ ...item, text: beginningOf(item.text, most) }))
}

const SEPARATOR = '\n\n'

/** At most so many units: whole paragraphs after the first where one fits, else words up to an ellipsis. */
export function beginningOf(whole: Rich, most: number): Rich {
  if (whole.rawText.length <= most) return whole
  const head = whole.rawText.slice(0, most)
  const last = head.lastIndexOf(SEPARATOR)
  // what stands before the first empty line is a title, and is not shown alone
  if (last > head.indexOf(SEPARATOR)) return whole.slice(0, last)
  const space = head.lastIndexOf(' ')
  const cut = whole.slice(0, space > most / 2 ? space : wholeCharacters(head))
  return FormattedString.join([cut, new FormattedString('…')])
}

/** The length without half a surrogate pair at the end. */
function wholeCharacters(head: string): number {
  return head.isWellFormed() ? head.length : head.length - 1
}
