import type { Message, RichMessage, Shown } from '../text/message.ts'

export function optionsOf(message: Message) {
  return {
    entities: [...message.entities],
    link_preview_options: { is_disabled: true },
    reply_markup: markupOf(message),
  }
}

export function markupOf({ keyboard }: Shown) {
  return { inline_keyboard: keyboard.map((buttons) => [...buttons]) }
}

export function richOf({ blocks, isRtl }: RichMessage) {
  return { blocks: [...blocks], is_rtl: isRtl }
}
