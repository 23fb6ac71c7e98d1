import { factsOf } from '../../delivery/draft-message.ts'
import { createMatcher } from '../../digest/matching.ts'
import { USUAL_WISHES } from '../../digest/wishes.ts'
import { languageNamed } from '../../language/language.ts'
import { audienceOfChat } from '../../messages/buttons/keyboard.ts'
import { renderDigest } from '../../messages/render-digest.ts'
import { renderDraftArticles } from '../../messages/views/draft.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Decided, Draft } from '../../store/drafts/decide.ts'
import type { Message } from '../../text/message.ts'
import type { ChatContext } from '../chat-context.ts'

/** The articles of a draft with buttons to change them; `null`: it is no list of articles. */
export async function articlesMessage(context: ChatContext, draft: Draft): Promise<Message | null> {
  const items = await articlesOf(context, draft)
  if (items.length === 0) return null
  const titles = items.map(({ briefing }) => briefing.article.title.text)
  return renderDraftArticles({ id: draft.id, code: factsOf(draft).code, titles }, context.view)
}

type Wanted = { readonly act: 'raise' | 'drop'; readonly code: string; readonly at: number }

/** Moves an article of a draft up, or drops it. `null`: the draft or the article is gone. */
export async function changeArticles(
  context: ChatContext,
  draft: Draft,
  { act, code, at }: Wanted,
): Promise<Decided | null> {
  const items = await articlesOf(context, draft)
  const item = items[at]
  if (item === undefined) return { draft, isDone: false }
  const others = items.filter((other) => other !== item)
  const wanted = act === 'drop' ? others : others.toSpliced(Math.max(0, at - 1), 0, item)
  const digest = wanted.length === 0 ? null : await digestOf(context, draft, wanted)
  if (digest === null) return { draft, isDone: false }
  const title = item.briefing.article.title.text
  const change = { id: draft.id, code, digest, changed: act === 'drop' ? 'dropped' : 'raised', title } as const
  return context.store.drafts.setArticles(change, context.now().getTime())
}

/** The articles that a draft names, in the order of its text; the part to read under them is none of them. */
async function articlesOf({ store, library }: ChatContext, draft: Draft): Promise<readonly ShelfItem[]> {
  const digest = await store.drafts.digest(draft)
  if (digest === null) return []
  const shows = await store.drafts.shows(draft)
  const items = await library.archive.bySlugs(shows.map(({ slug }) => slug))
  const text = unmarked(digest.text)
  const placed = items
    .map((item) => ({ item, title: unmarked(item.briefing.article.title.text).slice(0, COMPARED) }))
    .map(({ item, title }) => ({ item, at: text.indexOf(title), times: text.split(title).length - 1 }))
    .filter(({ at }) => at >= 0)
    .toSorted((left, right) => left.at - right.at)
  const last = placed.at(-1)
  const isPart = last?.item.slug === draft.read_slug && last.times === 1
  return placed.slice(0, isPart ? -1 : undefined).map(({ item }) => item)
}

/** Titles are clipped in a digest. */
const COMPARED = 60

function unmarked(text: string): string {
  return text.replace(/[\u200E\u200F\u2066-\u2069]/g, '')
}

async function digestOf(
  { store, wordings, defaultLanguage, ctx }: ChatContext,
  draft: Draft,
  items: readonly ShelfItem[],
) {
  const { chat_id: chatId, read_slug, read_chunk, unnamed } = draft
  const [channel, subscription, shows] = await Promise.all([
    store.chats.find(chatId),
    store.subscriptions.find({ chatId, threadId: 0 }),
    store.drafts.shows(draft),
  ])
  const language = languageNamed(shows[0]?.language) ?? defaultLanguage
  const view = { wording: wordings(language, channel?.digits), audience: audienceOfChat('channel', ctx.me.username) }
  const more = read_slug === null || read_chunk === null ? null : { slug: read_slug, chunk: read_chunk }
  const slugs = items.map(({ slug }) => slug)
  const wishes = subscription?.wishes ?? USUAL_WISHES
  const match = createMatcher()
  const reasons = items.map((item) => match(wishes, item.terms()))
  const content = { kind: 'new', slugs, total: slugs.length + unnamed, reasons, more } as const
  const message = renderDigest({ content, form: wishes, items }, view)
  const shown = more === null ? slugs : [...new Set([...slugs, more.slug])]
  return message === null ? null : { message, shows: { slugs: shown, language } }
}
