import { gatherEdition } from '../../delivery/gather-edition.ts'
import { chooseContent, partIn, slugsIn, unnamedIn } from '../../digest/plan-digests.ts'
import { USUAL_WISHES } from '../../digest/wishes.ts'
import type { Screen } from '../../messages/buttons/press.ts'
import { packWhole } from '../../messages/listing.ts'
import { renderNext } from '../../messages/render.ts'
import { type Digest, unpackedDigest } from '../../messages/render-digest.ts'
import { underPost } from '../../messages/view.ts'
import { readerOfPlace } from '../../store/readers/reading.ts'
import type { Message } from '../../text/message.ts'
import { answer, answerShort } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'

/** `/digest`: the new articles for this chat and topic; else the next part to read; else a line that there is nothing. */
export const digest: Command = {
  name: 'digest',
  run: async (context) => {
    const { view } = context
    const gathered = await gatherDigest(context)
    const unpacked = unpackedDigest(gathered, view)
    if (unpacked === null) {
      return answer(context, renderNext(gathered.newest === 0 ? 'nothing-on-hand' : 'digest-nothing', {}, view))
    }
    if (await draftForEditors(context, gathered, packWhole(unpacked, view))) return
    await answerShort({ ...context, view: underPost(view) }, unpacked, placeOf(gathered))
    await markSeen(context, gathered)
  },
}

/** In a channel whose digests are reviewed, makes the requested digest a draft. `false`: there is no review. */
async function draftForEditors(
  context: ChatContext,
  { content, newest }: GatheredDigest,
  message: Message,
): Promise<boolean> {
  const { store, chatId, view, now, defaultZone } = context
  if (view.audience.kind !== 'channel' || (await store.editors.find(chatId)) === null) return false
  const subscription = await store.subscriptions.find({ chatId, threadId: 0 })
  const shows = { slugs: slugsIn(content), language: view.wording.language }
  // a requested digest is posted even while the schedule is paused
  const subscriptionId = subscription?.state === 'active' ? subscription.id : null
  const draft = { channelId: chatId, subscriptionId, dueAt: now().getTime() }
  const zone = subscription?.schedule.zone ?? defaultZone
  const seen = { seenThrough: newest, read: partIn(content) }
  await store.drafts.add(
    { ...draft, ...seen, zone, digest: { message, shows, unnamed: unnamedIn(content) } },
    now().getTime(),
  )
  return true
}

/** The screen where the digest's articles can be read. */
function placeOf({ content, items }: Digest): Screen {
  const [slug = '', second] = content.kind === 'new' ? content.slugs : content.kind === 'chunk' ? [content.slug] : []
  const article = items.find((item) => item.slug === slug)?.key
  if (article === undefined || second !== undefined) return { view: 'articles', page: 0 }
  return content.kind === 'chunk' ? { view: 'read', article, page: content.chunk } : { view: 'front', article }
}

/** `newest`: the number of the newest article it was chosen from. */
type GatheredDigest = Digest & { readonly newest: number }

/** The digest that a place would get now, by its own wishes; marks nothing as seen. */
async function gatherDigest({ store, library, chatId, threadId }: ChatContext): Promise<GatheredDigest> {
  const place = { chatId, threadId }
  const progress = await store.reading.ofReader(readerOfPlace(place))
  // articles of an approved draft count as sent
  const pledged = (await store.drafts.pledge(chatId))?.seenThrough ?? 0
  const seenThrough = Math.max(pledged, await store.subscriptions.seenThrough(place))
  const wishes = (await store.subscriptions.find(place))?.wishes ?? USUAL_WISHES
  const edition = await gatherEdition(library.archive)
  const chosen = await edition.settle(() => {
    const content = chooseContent({ seenThrough, progress, wishes }, edition)
    return { content, items: edition.itemsOf(content) }
  })
  return { ...chosen, form: wishes, newest: edition.recent[0]?.number ?? 0 }
}

/** The digest that a place would get now; where nothing is new, a sample of the newest articles in its form. */
export async function gatherPreview(context: ChatContext): Promise<Digest & { readonly isSample: boolean }> {
  const gathered = await gatherDigest(context)
  const { content, form, newest } = gathered
  if (content.kind === 'new' || newest === 0) return { ...gathered, isSample: false }
  const items = await context.library.archive.newest({ offset: 0, limit: SAMPLE_ARTICLES })
  const slugs = items.map(({ slug }) => slug)
  const sample = { kind: 'new', slugs, total: slugs.length, reasons: [], more: null } as const
  return { content: sample, form, items, isSample: true }
}

const SAMPLE_ARTICLES = 3

async function markSeen(
  { store, chatId, threadId, now }: ChatContext,
  { content, newest }: GatheredDigest,
): Promise<void> {
  const place = { chatId, threadId }
  const at = now().getTime()
  if (content.kind === 'new') {
    await store.subscriptions.sawThrough(place, newest, at)
    if (content.more !== null) await store.reading.mark(readerOfPlace(place), content.more, at)
  }
  if (content.kind === 'chunk') await store.reading.mark(readerOfPlace(place), content, at)
}
