import type { Update } from 'grammy/types'
import { z } from 'zod'
import type { ALLOWED_UPDATES } from './allowed-updates.ts'

/** One that is not as the Bot API describes it; `problem`: a line without any words of people. */
export type BrokenUpdate = { readonly update: null; readonly id: number | null; readonly problem: string }

export type ReadUpdate = { readonly update: Update; readonly id: number } | BrokenUpdate

const MOST_UNITS = 100_000

const id = z.int()
const text = z.string().max(MOST_UNITS)
const flag = z.boolean().optional()

const user = z.looseObject({ id, is_bot: z.boolean(), first_name: text, ...optional({ last_name: text }) })
const person = user.extend(optional({ username: text, language_code: text }))
const chat = z.looseObject({ id, type: text, ...optional({ title: text, username: text }) })
const entity = z.looseObject({ type: text, offset: z.int(), length: z.int(), ...optional({ user: person, url: text }) })
const button = z.looseObject({ text, ...optional({ callback_data: text, url: text }) })
const markup = z.looseObject({ inline_keyboard: z.array(z.array(button)) })
const place = z.looseObject({ latitude: z.number(), longitude: z.number() })
const file = z.looseObject({ file_id: text, ...optional({ file_name: text, file_size: z.number(), mime_type: text }) })

const origin = z.looseObject({ type: text, date: id, ...optional({ chat, sender_chat: chat, message_id: id }) })

const words = {
  message_id: id,
  chat,
  date: id,
  ...optional({
    ...{ forward_origin: origin, from: person, sender_chat: chat, via_bot: person, message_thread_id: id },
    ...{ text, caption: text, entities: z.array(entity), caption_entities: z.array(entity) },
    ...{ reply_markup: markup, location: place, document: file, guest_query_id: text, media_group_id: text },
    quote: z.looseObject({ text }),
    link_preview_options: z.looseObject(optional({ url: text })),
    direct_messages_topic: z.looseObject({ topic_id: id }),
  }),
  is_topic_message: flag,
  is_automatic_forward: flag,
}
const message = z.looseObject({
  ...words,
  ...optional({
    reply_to_message: z.looseObject(words),
    migrate_to_chat_id: id,
    forum_topic_closed: z.looseObject({}),
    forum_topic_reopened: z.looseObject({}),
  }),
})
const member = z.looseObject({ status: text, user: person })
const change = z.looseObject({ chat, from: person, old_chat_member: member, new_chat_member: member })
const press = z.looseObject({ id: text, from: person, ...optional({ message: z.looseObject(words), data: text }) })
const query = z.looseObject({ id: text, from: person, query: text, offset: text })

/** What handlers read of each kind: https://core.telegram.org/bots/api#update. What else stands in it passes as it is. */
const kinds = {
  message,
  edited_message: message,
  channel_post: message,
  edited_channel_post: message,
  callback_query: press,
  inline_query: query,
  guest_message: message.extend({ from: person }),
  my_chat_member: change,
  chat_member: change,
} satisfies Record<(typeof ALLOWED_UPDATES)[number], z.ZodType>

const schema = z
  .object({ update_id: id.nonnegative(), ...optional(kinds) })
  // kinds that are not asked for, but come until Telegram has forgotten the former wish
  .catchall(z.looseObject(optional({ chat, from: person, user: person, message: z.looseObject(words) })))

/** Reads one element of `getUpdates`: what a handler gets has the types that the Bot API promises. */
export function readUpdate(raw: unknown): ReadUpdate {
  const { data, error } = schema.safeParse(raw)
  // the schema holds all that is read of it
  if (data !== undefined) return { update: raw as Update, id: data.update_id }
  const known = z.looseObject({ update_id: schema.shape.update_id }).safeParse(raw)
  const [issue] = error.issues
  const problem = issue === undefined ? 'unknown' : `${issue.path.join('.')}: ${issue.message}`
  return { update: null, id: known.data?.update_id ?? null, problem: problem.slice(0, 200) }
}

type Optional<Shape extends z.ZodRawShape> = { [Name in keyof Shape]: z.ZodOptional<Shape[Name]> }

function optional<Shape extends z.ZodRawShape>(shape: Shape): Optional<Shape> {
  return z.object(shape).partial().shape
}
