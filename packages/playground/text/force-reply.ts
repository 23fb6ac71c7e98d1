import type { AskedToReply, Body, Chat, World } from '../world/world.ts'
import type { Markup } from './keyboard.ts'

type Sent = { readonly body: Body; readonly replyTo: number | null }

/**
 * Whose client begins a reply to a message by itself: everybody's, or, where the request is selective, of those whom the
 * message names or answers. https://core.telegram.org/bots/api#forcereply
 */
export function askedToReply(world: World, chat: Chat, markup: Markup | undefined, sent: Sent): AskedToReply {
  if (markup === undefined || !('force_reply' in markup)) return null
  if (!('selective' in markup) || markup.selective !== true) return 'everybody'
  const answered = sent.replyTo === null ? undefined : chat.messages.get(sent.replyTo)?.sender
  return [...named(world, sent.body), ...(answered?.kind === 'person' ? [answered.id] : [])]
}

function named(world: World, body: Body): readonly number[] {
  if (body.kind !== 'text') return []
  return body.entities.flatMap((entity) => {
    if (entity.type === 'text_mention') return [entity.user.id]
    const name = entity.type === 'mention' ? body.text.slice(entity.offset + 1, entity.offset + entity.length) : null
    const person = world.people.values().find(({ username }) => username?.toLowerCase() === name?.toLowerCase())
    return name === null || person === undefined ? [] : [person.id]
  })
}
