import { type Fix, quoteKey } from '../../briefing/with-fixes.ts'
import type { PressOf } from '../../messages/buttons/press.ts'
import { renderLine } from '../../messages/render.ts'
import { renderDeskQuotes, renderWithdrawQuestion } from '../../messages/views/desk.ts'
import type { Decision, DeskArticle } from '../../shelf/release.ts'
import { quietly } from '../../telegram/errors.ts'
import { answerPress, replace } from '../answer.ts'
import type { ChatContext } from '../chat-context.ts'
import { cardMessage, deskMessage, withdrawArticle } from './desk.ts'
import { askForSpeaker, askForTitle } from './fix-words.ts'
import { mayAct } from './may-act.ts'

/** Shows an owner or editor what is held. */
export async function handleDeskPress(context: ChatContext, { page }: PressOf<'desk'>): Promise<void> {
  if (!(await mayAct(context))) return alert(context, 'desk-refused')
  await answerPress(context.ctx, {})
  await replace(context, await deskMessage(context, page))
}

/** Does what an owner or editor pressed under an article's card, and shows the card as it is then. */
export async function handleArticlePress(
  context: ChatContext,
  { article: key, acting }: PressOf<'article'>,
): Promise<void> {
  const { ctx, store, view } = context
  if (!(await mayAct(context))) return alert(context, 'desk-refused')
  const article = await store.held.byKey(key)
  if (article === null) {
    await alert(context, 'desk-gone')
    await quietly(() => ctx.editMessageReplyMarkup({ reply_markup: { inline_keyboard: [] } }), 400)
    return
  }
  if ('code' in acting && acting.code !== article.code) return answerChanged(context, article)
  switch (acting.act) {
    case 'card':
      await answerPress(ctx, {})
      return showCard(context, article)
    case 'publish':
      return decide(context, article, 'publish')
    case 'hold':
      return decide(context, article, 'hold')
    case 'withdraw':
      if (article.state !== 'published') return withdrawPressed(context, article)
      await answerPress(ctx, {})
      await replace(context, renderWithdrawQuestion(article, view))
      return
    case 'withdraw-sure':
      return withdrawPressed(context, article)
    case 'title':
      await answerPress(ctx, {})
      return askForTitle(context, article)
    case 'quotes':
      await answerPress(ctx, {})
      await replace(context, renderDeskQuotes(article, acting, view))
      return
    case 'speaker':
      await answerPress(ctx, {})
      return askForSpeaker(context, article, acting)
    case 'drop':
      return dropQuote(context, article, acting.at)
    case 'drop-fixes':
      await store.held.dropFixes(article.slug)
      return fixed(context, article, 'fixes-dropped')
    default:
      acting satisfies never
  }
}

async function decide(
  context: ChatContext,
  { key, slug }: DeskArticle,
  decision: Exclude<Decision, 'withdraw'>,
): Promise<void> {
  const { store, library, now, log, ctx, view } = context
  await store.held.decide(slug, decision, now().getTime())
  log.info({ article: slug, decision, by: ctx.from?.id }, 'an article was decided on')
  await library.readAsked()
  const state = (await store.held.byKey(key))?.state ?? 'withdrawn'
  const isObeyed = decision === 'hold' ? state === 'held' : state === 'published'
  const text = renderLine(isObeyed ? `desk-now-${state}` : 'desk-not-yet', {}, view).text
  await answerPress(ctx, { text, show_alert: !isObeyed })
  await replace(context, await cardMessage(context, key))
}

async function withdrawPressed(context: ChatContext, article: DeskArticle): Promise<void> {
  const card = await withdrawArticle(context, article)
  await answerPress(context.ctx, { text: renderLine('desk-now-withdrawn', {}, context.view).text })
  await replace(context, card)
}

async function dropQuote(context: ChatContext, article: DeskArticle, at: number): Promise<void> {
  const quote = article.briefing.quotes[at]
  if (quote === undefined) return answerChanged(context, article)
  const fix: Fix = { kind: 'dropped', quote: quoteKey(quote), words: '' }
  await context.store.held.fix(article.slug, fix)
  await fixed(context, article, 'quote-dropped')
}

async function fixed(context: ChatContext, { key }: DeskArticle, done: string): Promise<void> {
  await context.library.readAsked()
  await answerPress(context.ctx, { text: renderLine(done, {}, context.view).text })
  await replace(context, await cardMessage(context, key))
}

async function answerChanged(context: ChatContext, article: DeskArticle): Promise<void> {
  await alert(context, 'desk-changed')
  await showCard(context, article)
}

async function showCard(context: ChatContext, { key }: DeskArticle): Promise<void> {
  await replace(context, await cardMessage(context, key))
}

function alert({ ctx, view }: ChatContext, id: string): Promise<void> {
  return answerPress(ctx, { text: renderLine(id, {}, view).text, show_alert: true })
}
