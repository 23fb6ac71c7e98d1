import { chooseContent } from '../../digest/plan-digests.ts'
import { renderDigest, shelfArticles } from '../../digest/render-digest.ts'
import { renderLine } from '../../messages/render.ts'
import { readerOfPlace } from '../../store/reading.ts'
import { answer } from '../answer.ts'
import type { Asked } from '../asked.ts'
import type { Command } from '../command.ts'

/** `/digest`: what is new for this chat (and topic) now; else the next part to read; else that there is nothing. */
export const digest: Command = {
  name: 'digest',
  run: async (asked) => {
    const { view } = asked
    const content = await contentFor(asked)
    const message = renderDigest(content, view)
    await answer(asked, message ?? renderLine('digest-nothing', {}, view))
    if (message !== null) await keepSeen(asked, content)
  },
}

type Content = ReturnType<typeof chooseContent>

async function contentFor({ store, chatId, threadId, view }: Asked): Promise<Content> {
  const place = { chatId, threadId }
  const seenThrough = await store.subscriptions.seenThrough(place)
  const progress = await store.reading.ofReader(readerOfPlace(place))
  return chooseContent({ seenThrough, progress }, shelfArticles(view.shelf))
}

async function keepSeen({ store, chatId, threadId, view, now }: Asked, content: Content): Promise<void> {
  const place = { chatId, threadId }
  const at = now().getTime()
  if (content.kind === 'new') {
    const newest = Math.max(...view.shelf.items.map(({ number }) => number))
    await store.subscriptions.sawThrough(place, newest, at)
  }
  if (content.kind === 'chunk') await store.reading.mark(readerOfPlace(place), content, at)
}
