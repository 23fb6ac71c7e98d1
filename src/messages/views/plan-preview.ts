import { row } from '../keyboard.ts'
import type { Message } from '../message.ts'
import { lines } from '../rich.ts'
import { said, type View } from '../view.ts'
import { homeRow, pageMessage } from './plan.ts'
import { adjustButton } from './plan-buttons.ts'

/** The next posts, in the chat's own time. */
export function renderUpcoming(moments: readonly number[], zone: string, view: View): Message {
  const { wording } = view
  const rows = [row(wording, adjustButton(wording.say('plan-preview'), { kind: 'page', page: 'preview' }))]
  const posts = moments.map((moment) => said(wording, 'upcoming-post', { moment: wording.moment(moment, zone) }))
  return pageMessage('upcoming', lines(...posts), rows, view)
}

/** A digest as it would look now, with the way back; `null`: there would be none. */
export function renderPreview(digest: Message | null, view: View): Message {
  const { wording } = view
  if (digest === null) return pageMessage('preview', said(wording, 'preview-silent'), [], view)
  return { ...digest, keyboard: [...digest.keyboard, homeRow(wording)] }
}
