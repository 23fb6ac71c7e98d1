import { factsOf } from '../../delivery/draft-message.ts'
import type { PressOf } from '../../messages/buttons/press.ts'
import { fitsIntro, introRoom, tidyIntro } from '../../messages/intro.ts'
import { renderLine } from '../../messages/render.ts'
import { phrase } from '../../messages/view.ts'
import { draftStatus, renderApprovable } from '../../messages/views/draft.ts'
import type { Draft } from '../../store/drafts/decide.ts'
import type { Message } from '../../text/message.ts'
import { answer, answerEphemerally } from '../answer.ts'
import { askForWords } from '../ask-words.ts'
import type { ChatContext } from '../chat-context.ts'
import { mayDecide } from './may-decide.ts'

/** Asks the presser for an intro. */
export async function askForIntro(context: ChatContext, draft: Draft): Promise<void> {
  const { store, view } = context
  const digest = await store.drafts.digest(draft)
  const most = digest === null ? 0 : introRoom(digest)
  if (most === 0) return answer(context, renderLine('intro-no-room', {}, view))
  const title = (await store.chats.find(draft.chat_id))?.title || String(draft.id)
  await askForWords(context, {
    press: { kind: 'draft', draft: draft.id, deciding: { act: 'intro' } },
    title,
    how: phrase(view.wording, 'intro-how', { most }),
    placeholder: view.wording.say('intro-placeholder'),
  })
}

/** Stores an intro that was asked for. */
export async function takeIntro(context: ChatContext, { draft: id }: PressOf<'draft'>, text: string): Promise<void> {
  const { view } = context
  const draft = await context.store.drafts.find(id)
  if (draft === null) await answer(context, renderLine('draft-gone', {}, view))
  else if (await mayDecide(context, draft)) await answer(context, await saveIntro(context, draft, tidyIntro(text)))
  else await answerEphemerally(context, renderLine('draft-refused', {}, view))
}

async function saveIntro(context: ChatContext, draft: Draft, intro: string): Promise<Message> {
  const { store, view, now } = context
  const digest = await store.drafts.digest(draft)
  if (digest === null) return renderLine('draft-gone', {}, view)
  if (!fitsIntro(digest, intro)) {
    return renderLine('intro-too-long', { length: intro.length, most: introRoom(digest) }, view)
  }
  const decided = await store.drafts.setIntro(draft.id, intro, now().getTime())
  if (decided === null) return renderLine('draft-gone', {}, view)
  if (decided.isDone) return renderApprovable('intro-kept', { id: draft.id, code: factsOf(decided.draft).code }, view)
  const { rawText: text, rawEntities: entities } = draftStatus(factsOf(decided.draft), view)
  return { text, entities, keyboard: [] }
}
