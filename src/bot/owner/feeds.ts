import { FIRST_ITEMS } from '../../intake/feeds.ts'
import { findSource } from '../../intake/find-feed.ts'
import type { PressOf } from '../../messages/buttons/press.ts'
import { renderLine } from '../../messages/render.ts'
import { renderFetchRefusal } from '../../messages/views/import-report.ts'
import { renderNewSource, renderSourceRemoval, renderSources } from '../../messages/views/sources.ts'
import { readSourceRequest } from '../../requests/source-request.ts'
import { MOST_SOURCES, type NewSource, type NewsSource, type SourceMode } from '../../store/sources/sources.ts'
import { isRefused } from '../../telegram/errors.ts'
import type { Message } from '../../text/message.ts'
import { answer, answerPress, replace } from '../answer.ts'
import type { ChatContext } from '../chat-context.ts'

/** `/feeds`: lists the sources of articles, adds or removes one, or sets what becomes of its articles. */
export async function feeds(context: ChatContext, start: number): Promise<void> {
  const request = readSourceRequest((context.ctx.msg?.text ?? '').slice(start))
  switch (request.kind) {
    case 'list':
      return answer(context, await listMessage(context, 0))
    case 'unclear':
      return answer(context, renderLine('feeds-unclear', {}, context.view))
    case 'add':
      return answer(context, await addSource(context, request.what, request.mode))
    default: {
      const source = await namedSource(context, request.what)
      if (source === null) return answer(context, renderLine('feeds-unknown', {}, context.view))
      if (request.kind === 'remove') return answer(context, renderSourceRemoval(source, context.view))
      await context.store.sources.setMode(source.id, request.kind)
      return answer(context, await listMessage(context, 0))
    }
  }
}

/** Changes a source by a button of an owner's. */
export async function answerSourcePress(context: ChatContext, { act, source: id }: PressOf<'source'>): Promise<void> {
  const { store, view } = context
  const source = await store.sources.find(id)
  await answerPress(context.ctx, source === null ? { text: renderLine('feeds-unknown', {}, view).text } : {})
  if (source !== null && act === 'ask') {
    await replace(context, renderSourceRemoval(source, view))
    return
  }
  if (act === 'remove') await store.sources.remove(id)
  else if (act !== 'ask') await store.sources.setMode(id, act)
  await replace(context, await listMessage(context, 0))
}

export async function showSources(context: ChatContext, { page }: PressOf<'sources'>): Promise<void> {
  await answerPress(context.ctx, {})
  await replace(context, await listMessage(context, page))
}

async function listMessage({ store, view }: ChatContext, page: number): Promise<Message> {
  return renderSources(await store.sources.all(), page, view)
}

async function addSource(context: ChatContext, what: string, mode: SourceMode | null): Promise<Message> {
  const { store, view, intake } = context
  const found = await sourceAt(context, what)
  if (!('key' in found)) return found
  const added = await store.sources.add(found)
  if (added === null) return renderLine('feeds-too-many', { count: MOST_SOURCES }, view)
  intake.wakeFeeds()
  if (mode === null && added.isNew) return renderNewSource(added.source, FIRST_ITEMS, view)
  if (mode !== null) await store.sources.setMode(added.source.id, mode)
  return listMessage(context, 0)
}

/** The source, or the message that says why there is none. */
async function sourceAt(context: ChatContext, what: string): Promise<NewSource | Message> {
  const channel = channelIn(what)
  if (channel !== null) return channelAt(context, channel)
  const found = await findSource(what, context.intake.importer)
  return found.kind === 'source' ? found.source : renderFetchRefusal(found.refusal, context.view)
}

function channelIn(what: string): string | null {
  const [, name] = /^(?:@|https?:\/\/t\.me\/)(\w{4,64})\/?$/i.exec(what) ?? []
  if (name !== undefined) return `@${name}`
  return /^-100\d+$/.test(what) ? what : null
}

async function channelAt({ ctx, view }: ChatContext, name: string): Promise<NewSource | Message> {
  try {
    const chat = await ctx.api.getChat(name)
    if (chat.type !== 'channel') return renderLine('feeds-no-channel', {}, view)
    const { status } = await ctx.api.getChatMember(chat.id, ctx.me.id)
    if (status !== 'administrator') return renderLine('feeds-not-admin', { title: chat.title }, view)
    return { kind: 'channel', key: String(chat.id), title: chat.title, site: null }
  } catch (error) {
    if (isRefused(error, 400, 403)) return renderLine('feeds-no-channel', {}, view)
    throw error
  }
}

/** By its number in the list, its address or its name. */
async function namedSource({ store }: ChatContext, what: string): Promise<NewsSource | null> {
  const all = await store.sources.all()
  const named = what.replace(/^@/, '')
  return all[Number(what) - 1] ?? all.find(({ key, title }) => key === what || title === named) ?? null
}
