import { keyOf } from '../../article/key.ts'
import { nextRecapAt } from '../../digest/weekly-recap.ts'
import { SCREENS, type Screen, type SettingChoice } from '../../messages/buttons/press.ts'
import type { Query } from '../../search/query.ts'
import { topicsOf } from '../../search/topics.ts'
import type { RecapCount } from '../../store/ledger/weekly-recaps.ts'
import type { ChatContext } from '../chat-context.ts'

/** Stores whether a group gets a weekly recap of its questions; other chats get none. */
export async function chooseWeeklyRecap(
  { store, chatId, view, now, defaultZone }: ChatContext,
  value: SettingChoice<'week'>['value'],
): Promise<void> {
  if (view.audience.kind !== 'group') return
  if (value !== 'on') return store.weeklyRecaps.end(chatId)
  const zone = (await store.subscriptions.ofChat(chatId))[0]?.schedule.zone ?? defaultZone
  await store.weeklyRecaps.begin(chatId, nextRecapAt(now().getTime(), zone))
}

/** Counts an opened article, for the owner and for a group's recap; its further pages belong to the same reading. */
export async function countArticle(context: ChatContext, screen: Screen): Promise<void> {
  if (!('article' in screen) || ('page' in screen && screen.page > 0)) return
  if (SCREENS[screen.view].kind === 'passage') return
  if ((await context.library.archive.byKey(screen.article)) === null) return
  await count(context, [{ what: 'article', key: screen.article, word: null }])
}

/** Counts the topics of a search. */
export async function countTopics(context: ChatContext, query: Query): Promise<void> {
  const topics = [...topicsOf(query)]
  await count(
    context,
    topics.map(([folded, word]) => ({ what: 'word', key: keyOf(folded), word })),
  )
}

async function count({ store, chatId, view, now, reader }: ChatContext, counts: readonly RecapCount[]): Promise<void> {
  const uses = counts.map(
    ({ what, key, word }) => ({ what: what === 'article' ? 'read' : 'search', key, word }) as const,
  )
  store.usage.count(uses, reader, now().getTime())
  if (view.audience.kind === 'group') await store.weeklyRecaps.count(chatId, counts, now().getTime())
}
