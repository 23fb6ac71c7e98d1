import type { InlineKeyboardButton } from '@grammyjs/types'
import type { ShelfItem } from '../../shelf/shelf.ts'
import { clip } from '../../text/rich.ts'
import type { View } from '../view.ts'
import { deepLink, pressButton } from './keyboard.ts'
import type { ArticleScreen } from './press.ts'

/** A button that bookmarks a screen; `null` in a channel, whose buttons are links. */
export function saveButton(place: ArticleScreen, { wording, audience }: View): InlineKeyboardButton | null {
  return audience.kind === 'channel' ? null : pressButton(wording.say('button-save'), { kind: 'save', place })
}

/** A button that shares a link to a screen: https://core.telegram.org/widgets/share#custom-buttons */
export function shareButton(place: ArticleScreen, item: ShelfItem, { wording, audience }: View): InlineKeyboardButton {
  const link = encodeURIComponent(deepLink(place, audience.botUsername))
  const title = encodeURIComponent(clip(item.briefing.article.title.text, 100).toWellFormed())
  return { text: wording.say('button-share'), url: `https://t.me/share/url?url=${link}&text=${title}` }
}
