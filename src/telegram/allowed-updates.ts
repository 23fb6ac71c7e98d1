/** The kinds of updates that Telegram is asked for, by polling and by webhook alike. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'callback_query',
  'inline_query',
  'guest_message',
  'my_chat_member',
  'chat_member',
] as const
