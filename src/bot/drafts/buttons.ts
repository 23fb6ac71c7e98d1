import { factsOf } from '../../delivery/draft-message.ts'
import { afterAct } from '../../digest/drafts.ts'
import type { PressOf } from '../../messages/buttons/press.ts'
import { withIntro } from '../../messages/intro.ts'
import { renderLine } from '../../messages/render.ts'
import { draftStatus } from '../../messages/views/draft.ts'
import type { Decided, Decider, Draft } from '../../store/drafts/decide.ts'
import { quietly } from '../../telegram/errors.ts'
import type { Message } from '../../text/message.ts'
import { answer, answerPress, replace } from '../answer.ts'
import type { ChatContext } from '../chat-context.ts'
import { articlesMessage, changeArticles } from './articles.ts'
import { askForIntro } from './intro.ts'
import { mayDecide } from './may-decide.ts'

/**
 * Applies an editor's decision. Only the draft keeper edits the message, so that no older state is shown over a newer one.
 */
export async function handleDraftPress(context: ChatContext, { draft: id, deciding }: PressOf<'draft'>): Promise<void> {
  const { store, now, ctx, view } = context
  const draft = await store.drafts.find(id)
  if (draft === null) return answerGone(context)
  if (!(await mayDecide(context, draft))) return alert(context, renderLine('draft-refused', {}, view).text)
  const at = now().getTime()
  switch (deciding.act) {
    case 'approve':
      return answerApproval(context, await approve(context, draft, deciding.code))
    case 'hold':
      return confirm(context, await store.drafts.hold(id, at), 'draft-now-held')
    case 'no-intro':
      return confirm(context, await store.drafts.setIntro(id, null, at), 'intro-removed')
    case 'articles': {
      const list = await articlesMessage(context, draft)
      if (list === null) return alert(context, renderLine('draft-no-articles', {}, view).text)
      await answerPress(ctx, {})
      return answer(context, list)
    }
    case 'raise':
    case 'drop':
      return answerArticles(context, await changeArticles(context, draft, deciding), deciding.code)
    case 'intro':
      if (draft.state !== 'waiting' && draft.state !== 'held') return confirm(context, { draft, isDone: false }, '')
      await answerPress(ctx, {})
      return askForIntro(context, draft)
    default:
      deciding satisfies never
  }
}

/** Confirms, and shows the list as it is now in place of the one pressed. */
async function answerArticles(context: ChatContext, decided: Decided | null, code: string): Promise<void> {
  const isOutdated = decided?.isDone === false && factsOf(decided.draft).code !== code
  if (isOutdated) await answerOutdated(context, decided.draft, renderLine('draft-changed', {}, context.view).text)
  else await confirm(context, decided, 'draft-now-changed')
  const list = decided === null ? null : await articlesMessage(context, decided.draft)
  if (list !== null) await replace(context, list)
}

async function approve(context: ChatContext, draft: Draft, code: string): Promise<Decided | null> {
  const { store, now, log } = context
  const { id, chat_id } = draft
  const by = await deciderOf(context, draft)
  const post = ({ intro }: Draft, digest: Message) => withIntro(digest, intro)
  const decided = await store.drafts.approve({ id, by, code, post }, now().getTime())
  if (decided?.isDone === true) {
    const { due_at, intro } = decided.draft
    const facts = { draft: id, channel: chat_id, dueAt: new Date(due_at).toISOString(), hasIntro: intro !== null }
    log.info({ ...facts, by: by.id }, 'a draft was approved')
  }
  return decided
}

/** An anonymous admin is logged and stored, but not named in the group. */
async function deciderOf({ ctx, rights }: ChatContext, { editors_chat_id }: Draft): Promise<Decider> {
  const { id = 0, first_name = '', last_name = '' } = ctx.from ?? {}
  const isOpen = editors_chat_id >= 0 || !(await rights.isAnonymous(editors_chat_id, id))
  return { id, name: `${first_name} ${last_name}`.trim(), openly: isOpen }
}

/** An approval fails on an open draft only when the draft has changed since it was shown. */
async function answerApproval(context: ChatContext, decided: Decided | null): Promise<void> {
  const hasChanged = decided?.isDone === false && afterAct(decided.draft.state, 'approve') !== null
  if (hasChanged) return answerOutdated(context, decided.draft, renderLine('draft-changed', {}, context.view).text)
  return confirm(context, decided, 'draft-now-approved')
}

/** Confirms the decision; where somebody else was first, shows the draft's state. */
async function confirm(context: ChatContext, decided: Decided | null, done: string): Promise<void> {
  const { ctx, view } = context
  if (decided === null) return answerGone(context)
  if (!decided.isDone) return answerOutdated(context, decided.draft, draftStatus(factsOf(decided.draft), view).rawText)
  await answerPress(ctx, { text: renderLine(done, {}, view).text })
}

/** Also refreshes the draft's message, which may show an older state. */
async function answerOutdated(context: ChatContext, { id }: Draft, text: string): Promise<void> {
  await context.store.drafts.refresh(id)
  await alert(context, text)
}

/** For a draft that is no longer stored: removes its buttons. */
async function answerGone(context: ChatContext): Promise<void> {
  await alert(context, renderLine('draft-gone', {}, context.view).text)
  await quietly(() => context.ctx.editMessageReplyMarkup({ reply_markup: { inline_keyboard: [] } }), 400)
}

function alert({ ctx }: ChatContext, text: string): Promise<void> {
  return answerPress(ctx, { text, show_alert: true })
}
