import { FormattedString } from '@grammyjs/parse-mode'
import type { InlineKeyboardButton } from '@grammyjs/types'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { blocks, lines, type Rich, verbatim } from '../../text/rich.ts'
import { openButton, pressButton, row } from '../buttons/keyboard.ts'
import { phrase, toMessage, type View } from '../view.ts'
import { articlesButton } from './front.ts'
import { titleAndOrigin } from './origin.ts'

/** The welcome, today's briefing, how to ask, and buttons to the main screens. */
export function renderHelp(today: ShelfItem | null, view: View): Message {
  const { wording, audience } = view
  const text = blocks(
    FormattedString.b(phrase(wording, 'welcome')),
    phrase(wording, 'what-it-does'),
    today === null
      ? phrase(wording, 'nothing-on-hand')
      : lines(
          FormattedString.u(phrase(wording, 'todays-briefing')),
          titleAndOrigin(today, view),
          verbatim(today.briefing.summary.line, today.briefing.article.language),
        ),
    howToAsk(view),
  )
  return toMessage(text, [
    today === null
      ? []
      : row(wording, openButton(wording.say('button-open-briefing'), { view: 'front', article: today.key }, audience)),
    row(
      wording,
      articlesButton(view),
      openButton(wording.say('button-all-quotes'), { view: 'all-quotes', page: 0 }, audience),
    ),
    audience.kind === 'private'
      ? row(wording, {
          text: wording.say('button-add-to-group'),
          url: `https://t.me/${audience.botUsername}?startgroup=1_h`,
        })
      : [],
    audience.kind === 'channel' ? [] : [dailyButton(view)],
  ])
}

/** The welcome of a group that the bot has just joined, with a button to subscribe. */
export function renderWelcome(view: View): Message {
  const { wording } = view
  const text = blocks(FormattedString.b(phrase(wording, 'welcome')), phrase(wording, 'what-it-does'), howToAsk(view))
  return toMessage(text, [[dailyButton(view)]])
}

/** How to ask the bot; in a group it receives only messages that name it or reply to it. */
function howToAsk({ wording, audience }: View): Rich {
  if (audience.kind !== 'group') return phrase(wording, 'how-to-ask')
  return phrase(wording, 'how-to-ask-in-group', { bot: `@${audience.botUsername}` })
}

function dailyButton({ wording }: View): InlineKeyboardButton {
  const minute = 8 * 60
  const time = wording.clock(minute)
  return pressButton(wording.say('button-subscribe-daily', { time }), { kind: 'subscribe', minute })
}
