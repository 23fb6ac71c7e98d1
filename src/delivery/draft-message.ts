import { audienceOfChat } from '../messages/buttons/keyboard.ts'
import { type DraftCard, renderDraft, renderReminder } from '../messages/views/draft.ts'
import type { Wordings } from '../messages/wording.ts'
import { codeOf, type Draft } from '../store/drafts/decide.ts'
import type { UnshownDraft } from '../store/drafts/show.ts'
import type { Message } from '../text/message.ts'

/** The fields of a draft's status line. */
export function factsOf(draft: Draft): Omit<DraftCard, 'digest' | 'id' | 'channel'> {
  const { state, due_at: dueAt, zone, intro, decided_at } = draft
  const name = draft.decided_openly === 1 ? draft.decided_name : null
  const decision = decided_at === null ? null : { name, isLate: decided_at > dueAt }
  const change = draft.changed === null ? null : { kind: draft.changed, title: draft.changed_title ?? '' }
  return { state, dueAt, zone, intro, decision, change, code: codeOf(draft) }
}

export type DraftSite = {
  readonly wordings: Wordings
  readonly botUsername: string
}

/** A draft for its editors in their chat's language, and their reminder at its due time. */
export function draftMessages(
  unshown: UnshownDraft,
  digest: Message,
  { wordings, botUsername }: DraftSite,
): { readonly message: Message; readonly reminder: Message } {
  const { draft, channelTitle, editorsKind, language, digits } = unshown
  const view = { wording: wordings(language, digits), audience: audienceOfChat(editorsKind, botUsername) }
  const channel = channelTitle ?? String(draft.chat_id)
  return {
    message: renderDraft({ ...factsOf(draft), id: draft.id, channel, digest }, view),
    reminder: renderReminder({ channel }, view),
  }
}
