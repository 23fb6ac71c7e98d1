import type { Message, MessageEntity } from '@grammyjs/types'
import { mentionsOf } from './mention.ts'

/** A text and the addresses that it links to. */
export type AskedText = { readonly text: string; readonly links: readonly string[] }

/** `own`: what was written to the bot, without its name; `post`: the message that it replies to, or the part chosen of it. */
export type GuestQuestion = { readonly own: AskedText; readonly post: AskedText }

type Written = Partial<
  Pick<Message, 'text' | 'caption' | 'entities' | 'caption_entities' | 'link_preview_options' | 'quote'>
> & { readonly reply_to_message?: Written | undefined }

/** What a message asks that calls the bot to a chat where it is no member. */
export function readGuestQuestion(message: Written, botUsername: string): GuestQuestion {
  const { text, links } = askedIn(message)
  const post = askedIn(message.reply_to_message ?? {})
  return {
    own: { text: text.replace(mentionsOf(botUsername), ' ').replace(/\s+/g, ' ').trim(), links },
    post: { text: message.quote?.text ?? post.text, links: post.links },
  }
}

function askedIn({ text, caption, entities, caption_entities, link_preview_options }: Written): AskedText {
  const words = text ?? caption ?? ''
  const linked = (entities ?? caption_entities ?? []).flatMap((entity) => addressOf(entity, words) ?? [])
  return { text: words, links: [...new Set([...linked, link_preview_options?.url ?? []].flat())] }
}

function addressOf(entity: MessageEntity, text: string): string | null {
  if (entity.type === 'text_link') return entity.url
  if (entity.type !== 'url') return null
  const shown = text.slice(entity.offset, entity.offset + entity.length)
  return /^https?:/i.test(shown) ? shown : `https://${shown}`
}

/** The addresses in a typed text, which has no entities yet. */
export function linksIn(text: string): readonly string[] {
  return text.match(/https?:\/\/[^\s<>"«»]+/giu) ?? []
}
