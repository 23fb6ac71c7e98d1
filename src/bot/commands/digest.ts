import { chooseContent, type DigestContent, partIn, slugsIn } from '../../digest/plan-digests.ts'
import { USUAL_WISHES } from '../../digest/wishes.ts'
import type { Screen } from '../../messages/buttons/press.ts'
import { packWhole } from '../../messages/listing.ts'
import { renderLine } from '../../messages/render.ts'
import { shelfArticles, unpackedDigest } from '../../messages/render-digest.ts'
import type { Shelf } from '../../shelf/shelf.ts'
import { readerOfPlace } from '../../store/readers/reading.ts'
import type { Message } from '../../text/message.ts'
import { answer, answerShort } from '../answer.ts'
import type { Asked, Command } from '../chat-context.ts'

/** `/digest`: what is new for this chat (and topic) now; else the next part to read; else that there is nothing. */
export const digest: Command = {
  name: 'digest',
  run: async (asked) => {
    const { view } = asked
    const { wishes, content } = await contentFor(asked)
    const unpacked = unpackedDigest(content, wishes, view)
    if (unpacked === null) return answer(asked, renderLine('digest-nothing', {}, view))
    if (await goesToEditors(asked, content, packWhole(unpacked, view))) return
    await answerShort(asked, unpacked, placeOf(content, view.shelf))
    await keepSeen(asked, content)
  },
}

/** In a channel whose digests are reviewed, one that is asked for is a draft like any other. */
async function goesToEditors(asked: Asked, content: DigestContent, message: Message): Promise<boolean> {
  const { store, chatId, view, now, defaultZone } = asked
  if (view.audience.kind !== 'channel' || (await store.editors.find(chatId)) === null) return false
  const subscription = await store.subscriptions.find({ chatId, threadId: 0 })
  const shows = { slugs: slugsIn(content), language: view.wording.language }
  // whoever asks wants it though the schedule rests
  const subscriptionId = subscription?.state === 'active' ? subscription.id : null
  const draft = { channelId: chatId, subscriptionId, dueAt: now().getTime() }
  const zone = subscription?.schedule.zone ?? defaultZone
  const seen = { seenThrough: newestOn(view.shelf), read: partIn(content) }
  await store.drafts.add({ ...draft, ...seen, zone, digest: { message, shows } }, now().getTime())
  return true
}

/** Where what the digest names can be read. */
function placeOf(content: DigestContent, { bySlug }: Shelf): Screen {
  const [slug = '', second] = content.kind === 'new' ? content.slugs : content.kind === 'chunk' ? [content.slug] : []
  const article = bySlug.get(slug)?.key
  if (article === undefined || second !== undefined) return { view: 'articles', page: 0 }
  return content.kind === 'chunk' ? { view: 'read', article, page: content.chunk } : { view: 'front', article }
}

/** What `/digest` would show a place now, by its own wishes; nothing is marked as seen. */
export async function contentFor({ store, chatId, threadId, view }: Asked) {
  const place = { chatId, threadId }
  const progress = await store.reading.ofReader(readerOfPlace(place))
  // what is approved for later counts as had
  const pledged = (await store.drafts.pledge(chatId))?.seenThrough ?? 0
  const seenThrough = Math.max(pledged, await store.subscriptions.seenThrough(place))
  const wishes = (await store.subscriptions.find(place))?.wishes ?? USUAL_WISHES
  return { wishes, content: chooseContent({ seenThrough, progress, wishes }, shelfArticles(view.shelf)) }
}

async function keepSeen({ store, chatId, threadId, view, now }: Asked, content: DigestContent): Promise<void> {
  const place = { chatId, threadId }
  const at = now().getTime()
  if (content.kind === 'new') {
    await store.subscriptions.sawThrough(place, newestOn(view.shelf), at)
    if (content.more !== null) await store.reading.mark(readerOfPlace(place), content.more, at)
  }
  if (content.kind === 'chunk') await store.reading.mark(readerOfPlace(place), content, at)
}

function newestOn({ items }: Shelf): number {
  return Math.max(0, ...items.map(({ number }) => number))
}
