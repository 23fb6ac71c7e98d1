import { FormattedString } from '@grammyjs/parse-mode'
import type { InlineKeyboardButton } from '@grammyjs/types'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { blocks, lines, type Rich, verbatim } from '../../text/rich.ts'
import { backButton, openButton, pressButton, row } from '../buttons/keyboard.ts'
import type { Screen } from '../buttons/press.ts'
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
    row(wording, openButton(wording.say('button-guide'), { view: 'guide' }, audience)),
  ])
}

const GUIDE = [
  'understand',
  'quotes',
  'verify',
  'search',
  'elsewhere',
  'digest',
  'keep',
  'manage',
  'trust',
  'settings',
] as const

/** What can be asked for, by what people want, under what the bot does, with the latest briefing. */
export function renderGuide(today: ShelfItem | null, view: View): Message {
  const { wording, audience } = view
  const wants = GUIDE.map((want) =>
    lines(
      FormattedString.b(phrase(wording, `guide-${want}-title`)),
      phrase(wording, `guide-${want}`, { bot: `@${audience.botUsername}` }),
    ),
  )
  const latest =
    today === null ? null : lines(FormattedString.b(phrase(wording, 'todays-briefing')), titleAndOrigin(today, view))
  const open = (id: string, screen: Screen) => openButton(wording.say(id), screen, audience)
  const isChannel = audience.kind === 'channel'
  return toMessage(
    blocks(
      FormattedString.b(phrase(wording, 'welcome')),
      phrase(wording, 'what-it-does'),
      ...wants,
      audience.kind === 'group' ? howToAsk(view) : null,
      latest,
    ),
    [
      today === null ? [] : row(wording, open('button-open-briefing', { view: 'front', article: today.key })),
      row(wording, articlesButton(view), open('button-all-quotes', { view: 'all-quotes', page: 0 })),
      isChannel
        ? []
        : row(
            wording,
            pressButton(wording.say('button-schedule'), { kind: 'schedule' }),
            pressButton(wording.say('button-settings'), { kind: 'settings' }),
          ),
      row(wording, backButton(null, view)),
    ],
  )
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
