import type { Message } from '../../text/message.ts'
import { lines } from '../../text/rich.ts'
import { row } from '../buttons/keyboard.ts'
import { phrase, type View } from '../view.ts'
import { adjustButton } from './preference-buttons.ts'
import { homeRow, pageMessage } from './preferences.ts'

/** The times of the next posts, in the chat's zone. */
export function renderUpcoming(moments: readonly number[], zone: string, view: View): Message {
  const { wording } = view
  const rows = [row(wording, adjustButton(wording.say('plan-preview'), { kind: 'page', page: 'preview' }))]
  const posts = moments.map((moment) => phrase(wording, 'upcoming-post', { moment: wording.moment(moment, zone) }))
  return pageMessage('upcoming', lines(...posts), rows, view)
}

/** A digest as it would be now, with the way back; `digest` `null`: it would have no content. */
export function renderPreview(digest: Message | null, view: View): Message {
  const { wording } = view
  if (digest === null) return pageMessage('preview', phrase(wording, 'preview-silent'), [], view)
  return { ...digest, keyboard: [...digest.keyboard, homeRow(wording)] }
}
