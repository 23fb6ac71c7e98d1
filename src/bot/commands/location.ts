import { namedZone, zoneAt } from '../../digest/zone-list.ts'
import { renderLine } from '../../messages/render.ts'
import { answer } from '../answer.ts'
import type { ChatContext } from '../chat-context.ts'
import { mayChangeSettings } from '../rights/may-change-settings.ts'
import { changeZone } from './preferences.ts'

/**
 * Sets the time zone from a shared location: in private always, in a group when it replies to the bot. The coordinates are
 * neither stored nor sent anywhere.
 */
export async function takeLocation(context: ChatContext): Promise<void> {
  const { ctx, view } = context
  const location = ctx.msg?.location
  const isReply = ctx.msg?.reply_to_message?.from?.id === ctx.me.id
  if (location === undefined || !(view.audience.kind === 'private' || isReply)) return
  if (!(await mayChangeSettings(context))) return
  const zone = zoneAt(location.latitude, location.longitude)
  if (zone === null) return
  const { label } = namedZone(zone, view.wording.language)
  await answer(context, (await changeZone(context, zone)) ?? renderLine('zone-here', { zone, label }, view))
}
