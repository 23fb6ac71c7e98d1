import { keyOf } from '../../article/key.ts'
import { nextWeekLine } from '../../digest/weekly-recap.ts'
import { SCREENS, type Screen, type SettingChoice } from '../../messages/buttons/press.ts'
import type { Query } from '../../search/query.ts'
import { topicsOf } from '../../search/topics.ts'
import type { WeekCount } from '../../store/ledger/weekly-recaps.ts'
import type { Asked } from '../chat-context.ts'

/** Keeps whether a group wants to be told each week what it asked; nobody else is told. */
export async function chooseWeek(
  { store, chatId, view, now, defaultZone }: Asked,
  value: SettingChoice<'week'>['value'],
): Promise<void> {
  if (view.audience.kind !== 'group') return
  if (value !== 'on') return store.weeks.end(chatId)
  const zone = (await store.subscriptions.ofChat(chatId))[0]?.schedule.zone ?? defaultZone
  await store.weeks.begin(chatId, nextWeekLine(now().getTime(), zone))
}

/** Counts an article that is opened; turning its further pages is the same reading. */
export async function countArticle(asked: Asked, screen: Screen): Promise<void> {
  if (!('article' in screen) || ('page' in screen && screen.page > 0)) return
  if (SCREENS[screen.view].kind === 'passage' || asked.view.audience.kind !== 'group') return
  if ((await asked.library.archive.byKey(screen.article)) === null) return
  await count(asked, [{ what: 'article', key: screen.article, word: null }])
}

/** Counts the words that a search is about. */
export async function countTopics(asked: Asked, query: Query): Promise<void> {
  const topics = [...topicsOf(query)]
  await count(
    asked,
    topics.map(([folded, word]) => ({ what: 'word', key: keyOf(folded), word })),
  )
}

async function count({ store, chatId, view, now }: Asked, counts: readonly WeekCount[]): Promise<void> {
  if (view.audience.kind === 'group') await store.weeks.count(chatId, counts, now().getTime())
}
