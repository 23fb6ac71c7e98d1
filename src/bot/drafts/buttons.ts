import { factsOf } from '../../delivery/draft-message.ts'
import { afterAct } from '../../digest/drafts.ts'
import type { PressOf } from '../../messages/buttons/press.ts'
import { withIntro } from '../../messages/intro.ts'
import { renderLine } from '../../messages/render.ts'
import { draftStatus } from '../../messages/views/draft.ts'
import type { Decided, Decider, Draft } from '../../store/drafts/decide.ts'
import { quietly } from '../../telegram/errors.ts'
import type { Message } from '../../text/message.ts'
import { answerPress } from '../answer.ts'
import type { Asked } from '../chat-context.ts'
import { askForIntro } from './intro.ts'
import { mayDecide } from './may-decide.ts'

/**
 * Does what an editor asks for. The message itself is changed by who keeps drafts, so that no older state is shown over a
 * newer one.
 */
export async function handleDraftPress(asked: Asked, { draft: id, deciding }: PressOf<'draft'>): Promise<void> {
  const { store, now, ctx, view } = asked
  const draft = await store.drafts.find(id)
  if (draft === null) return forgetDraft(asked)
  if (!(await mayDecide(asked, draft))) return alert(asked, renderLine('draft-refused', {}, view).text)
  const at = now().getTime()
  switch (deciding.act) {
    case 'approve':
      return tellApproved(asked, await approve(asked, draft, deciding.code))
    case 'hold':
      return tell(asked, await store.drafts.hold(id, at), 'draft-now-held')
    case 'no-intro':
      return tell(asked, await store.drafts.setIntro(id, null, at), 'intro-removed')
    case 'intro':
      if (draft.state !== 'waiting' && draft.state !== 'held') return tell(asked, { draft, isDone: false }, '')
      await answerPress(ctx, {})
      return askForIntro(asked, draft)
    default:
      deciding satisfies never
  }
}

async function approve(asked: Asked, draft: Draft, code: string): Promise<Decided | null> {
  const { store, now, log } = asked
  const { id, chat_id } = draft
  const by = await deciderOf(asked, draft)
  const post = ({ intro }: Draft, digest: Message) => withIntro(digest, intro)
  const decided = await store.drafts.approve({ id, by, code, post }, now().getTime())
  if (decided?.isDone === true) {
    const { due_at, intro } = decided.draft
    const facts = { draft: id, channel: chat_id, dueAt: new Date(due_at).toISOString(), hasIntro: intro !== null }
    log.info({ ...facts, by: { id: by.id, name: by.name } }, 'a draft was approved')
  }
  return decided
}

/** Who acts in a group's name is known to the log and to us, and is not named there. */
async function deciderOf({ ctx, rights }: Asked, { editors_chat_id }: Draft): Promise<Decider> {
  const { id = 0, first_name = '', last_name = '' } = ctx.from ?? {}
  const isOpen = editors_chat_id >= 0 || !(await rights.isAnonymous(editors_chat_id, id))
  return { id, name: `${first_name} ${last_name}`.trim(), openly: isOpen }
}

/** One that is still open and yet not approved has changed since it was shown. */
async function tellApproved(asked: Asked, decided: Decided | null): Promise<void> {
  const hasChanged = decided?.isDone === false && afterAct(decided.draft.state, 'approve') !== null
  if (hasChanged) return tellOtherwise(asked, decided.draft, renderLine('draft-changed', {}, asked.view).text)
  return tell(asked, decided, 'draft-now-approved')
}

/** Says what was done; or, where somebody else was first, what has become of the draft. */
async function tell(asked: Asked, decided: Decided | null, done: string): Promise<void> {
  const { ctx, view } = asked
  if (decided === null) return forgetDraft(asked)
  if (!decided.isDone) return tellOtherwise(asked, decided.draft, draftStatus(factsOf(decided.draft), view).rawText)
  await answerPress(ctx, { text: renderLine(done, {}, view).text })
}

/** Its message may still show what was. */
async function tellOtherwise(asked: Asked, { id }: Draft, text: string): Promise<void> {
  await asked.store.drafts.refresh(id)
  await alert(asked, text)
}

/** A draft that is kept no more: its buttons go. */
async function forgetDraft(asked: Asked): Promise<void> {
  await alert(asked, renderLine('draft-gone', {}, asked.view).text)
  await quietly(() => asked.ctx.editMessageReplyMarkup({ reply_markup: { inline_keyboard: [] } }), 400)
}

function alert({ ctx }: Asked, text: string): Promise<void> {
  return answerPress(ctx, { text, show_alert: true })
}
