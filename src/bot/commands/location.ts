import { namedZone, zoneAt } from '../../digest/zone-list.ts'
import { renderLine } from '../../messages/render.ts'
import { answer } from '../answer.ts'
import type { ChatContext } from '../chat-context.ts'
import { mayChangeSettings } from '../rights/admins.ts'
import { changeZone } from './preferences.ts'

/**
 * A shared location sets the time zone: in private at once, in a group when it replies to the bot. The place itself is
 * not kept and nobody is asked about it.
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
