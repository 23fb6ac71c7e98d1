import { FormattedString } from '@grammyjs/parse-mode'
import { isRich, type Message, type Shown } from '../text/message.ts'
import type { Rich } from '../text/rich.ts'
import { deepLink, openButton, row } from './buttons/keyboard.ts'
import { decodePress, type Screen } from './buttons/press.ts'
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
    keyboard: [...keyboardOf(shown, whole.rawText, text.rawText), row(wording, rest, link)],
  }
}

/** Without the buttons of items that the beginning leaves out. */
function keyboardOf({ keyboard }: Shown, whole: string, beginning: string): Shown['keyboard'] {
  if (beginning === whole) return keyboard
  const rows = keyboard.map((buttons) =>
    buttons.filter((button) => {
      const mark = markOf(button)
      return mark === null || !mark.test(plain(whole)) || mark.test(plain(beginning))
    }),
  )
  return rows.filter((buttons) => buttons.length > 0)
}

/** How the item that a button is of is known in the text: by its number, or an article by its title. `null`: of none. */
function markOf(button: Shown['keyboard'][number][number]): RegExp | null {
  const label = plain(button.text)
  if (/^\p{Nd}+$/u.test(label)) return new RegExp(`^${label}\\. `, 'm')
  const press = 'callback_data' in button ? decodePress(button.callback_data) : null
  const isArticle = press?.kind === 'open' && press.screen.view === 'front'
  return isArticle ? new RegExp(RegExp.escape(label.replace(/…$/, ''))) : null
}

/** The text without the marks that set its direction. */
function plain(text: string): string {
  return text.replace(/[\u200E\u200F\u2066-\u2069]/g, '')
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
