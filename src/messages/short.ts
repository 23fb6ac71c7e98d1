import { FormattedString } from '@grammyjs/parse-mode'
import { deepLink, openButton, row } from './keyboard.ts'
import { isRich, type Message, type Shown } from './message.ts'
import type { Rich } from './rich.ts'
import type { Screen } from './screens.ts'
import type { View } from './view.ts'

/** What a group is shown of an answer, in UTF-16 units; the rest is a press away. */
const SHORT = 600

/**
 * An answer as a group gets it: its beginning, in whole items where they fit, with a button for the rest in place and one
 * that opens the same place in private.
 */
export function shortMessage(shown: Shown, screen: Screen, { wording, audience }: View): Message {
  const message = isRich(shown) ? shown.classic : shown
  const whole = new FormattedString(message.text, [...message.entities])
  const text = beginningOf(whole)
  const rest =
    text === whole && message === shown ? null : openButton(wording.say('button-rest-here'), screen, audience)
  const link = { text: wording.say('button-open-private'), url: deepLink(screen, audience.botUsername) }
  return {
    text: text.rawText,
    entities: text.rawEntities,
    keyboard: [...shown.keyboard, row(wording, rest, link)],
  }
}

function beginningOf(whole: Rich): Rich {
  if (whole.rawText.length <= SHORT) return whole
  const head = whole.rawText.slice(0, SHORT)
  const between = Array.from(head.matchAll(/\n\n/g), ({ index }) => index)
  // the first empty line is the heading's, so an item stands before the second
  const itemEnd = between.length > 1 ? between.at(-1) : undefined
  if (itemEnd !== undefined) return whole.slice(0, itemEnd)
  const space = head.lastIndexOf(' ')
  const cut = whole.slice(0, space > SHORT / 2 ? space : wholeCharacters(head))
  return FormattedString.join([cut, new FormattedString('…')])
}

/** The length without half a surrogate pair at the end. */
function wholeCharacters(head: string): number {
  return head.isWellFormed() ? head.length : head.length - 1
}
