import type { Context } from 'grammy'

/**
 * Whether a message is somebody speaking here and now. A channel's post that Telegram repeats in its discussion group was
 * answered where it was posted; what was sent through the bot's inline mode is its own words; bots don't talk to bots.
 */
export function isSpoken({ msg, me }: Context): boolean {
  if (msg === undefined || msg.is_automatic_forward === true || msg.via_bot?.id === me.id) return false
  return msg.sender_chat !== undefined || msg.from?.is_bot !== true
}
