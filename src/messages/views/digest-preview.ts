import type { Message } from '../../text/message.ts'
import { LIMITS } from '../../text/pages.ts'
import { blocks, lines, type Rich } from '../../text/rich.ts'
import { row } from '../buttons/keyboard.ts'
import { textOf } from '../intro.ts'
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

/** A digest as it would be now, with the way back; `digest` `null`: there are no articles. */
export function renderPreview(digest: Message | null, isSample: boolean, view: View): Message {
  const { wording } = view
  if (digest === null) return pageMessage('preview', phrase(wording, 'preview-silent'), [], view)
  const { text, entities } = underNote(digest, phrase(wording, isSample ? 'preview-sample' : 'preview-now'))
  return { text, entities, keyboard: [...digest.keyboard, homeRow(wording)] }
}

/** A managed chat's digest as it would be now, under a line that says whose it is. */
export function renderChannelPreview(digest: Message, { title, isSample }: PreviewOf, { wording }: View): Message {
  return underNote(digest, phrase(wording, isSample ? 'preview-sample-of' : 'preview-of', { title }))
}

type PreviewOf = { readonly title: string; readonly isSample: boolean }

/** Without the note where the digest leaves it no room. */
function underNote(digest: Message, note: Rich): Message {
  const whole = blocks(note, textOf(digest))
  if (whole.rawText.length > LIMITS.characters) return digest
  return { ...digest, text: whole.rawText, entities: whole.rawEntities }
}
