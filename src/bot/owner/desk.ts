import { renderLine } from '../../messages/render.ts'
import { type DeskView, HELD_A_PAGE, renderDesk, renderDeskCard } from '../../messages/views/desk.ts'
import type { DeskArticle } from '../../shelf/release.ts'
import type { Message } from '../../text/message.ts'
import { answer } from '../answer.ts'
import type { ChatContext } from '../chat-context.ts'
import { listedPage } from '../listed-page.ts'

/** `/desk [slug]`: what is held, or one article, on hand or not. */
export async function desk(context: ChatContext, start: number): Promise<void> {
  const slug = argumentOf(context, start)
  if (slug === '') return answer(context, await deskMessage(context, 0))
  const article = await context.store.held.bySlug(slug)
  await answer(context, article === null ? noSuchArticle(context, slug) : renderDeskCard(article, deskView(context)))
}

/** `/withdraw slug`: takes an article off hand at once, and edits what was posted of it. */
export async function withdrawNamed(context: ChatContext, start: number): Promise<void> {
  const slug = argumentOf(context, start)
  if (slug === '') return answer(context, renderLine('withdraw-how', {}, context.view))
  const article = await context.store.held.bySlug(slug)
  if (article === null) return answer(context, noSuchArticle(context, slug))
  await answer(context, await withdrawArticle(context, article))
}

/** Withdraws an article; its card as it is then. */
export async function withdrawArticle(context: ChatContext, { key, slug }: DeskArticle): Promise<Message> {
  const { store, now, log, ctx } = context
  await store.held.decide(slug, 'withdraw', now().getTime())
  log.info({ article: slug, by: ctx.from?.id }, 'an article was withdrawn')
  return cardMessage(context, key)
}

/** An article's card as it is now. */
export async function cardMessage(context: ChatContext, key: string): Promise<Message> {
  const article = await context.store.held.byKey(key)
  return article === null ? renderLine('desk-gone', {}, context.view) : renderDeskCard(article, deskView(context))
}

/** A page of what is held, from 0. */
export async function deskMessage(context: ChatContext, page: number): Promise<Message> {
  const { held } = context.store
  const listed = await listedPage(async (range) => ({ total: await held.count(), items: await held.list(range) }), {
    page,
    size: HELD_A_PAGE,
  })
  return renderDesk(listed, deskView(context))
}

function deskView({ view, defaultZone: zone }: ChatContext): DeskView {
  return { ...view, zone }
}

function argumentOf({ ctx }: ChatContext, start: number): string {
  return (ctx.msg?.text ?? '').slice(start).trim().toLowerCase()
}

function noSuchArticle({ view }: ChatContext, slug: string): Message {
  return renderLine('desk-unknown', { slug: slug.slice(0, 64) }, view)
}
