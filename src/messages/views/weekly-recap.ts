import type { ShelfItem } from '../../shelf/shelf.ts'
import type { Message } from '../../text/message.ts'
import { clip, lines } from '../../text/rich.ts'
import { openButton } from '../buttons/keyboard.ts'
import { phrase, toMessage, underPost, type View } from '../view.ts'

/** A group's most read articles, by key, and most searched words of a week, most first. */
export type Asking = {
  readonly read: readonly { readonly key: string; readonly count: number }[]
  readonly searched: readonly string[]
}

const TITLE_LENGTH = 80
const MOST_ARTICLES = 2
const MOST_WORDS = 3

/** What a group asked, with the articles it read that are on hand. */
export type Week = Asking & { readonly items: readonly ShelfItem[] }

/** The most read article (two on a tie) and the most searched words; `null`: neither. */
export function renderWeeklyRecap({ read, searched, items }: Week, view: View): Message | null {
  const { wording, audience } = underPost(view)
  const here = read.flatMap(({ key, count }) => {
    const item = items.find((one) => one.key === key)
    return item === undefined ? [] : [{ item, count }]
  })
  const most = here.filter(({ count }) => count === here[0]?.count).slice(0, MOST_ARTICLES)
  if (most.length === 0 && searched.length === 0) return null
  const titles = most.map(({ item }) => clip(item.briefing.article.title.text, TITLE_LENGTH))
  const words = wording.list(searched.slice(0, MOST_WORDS))
  const text = lines(
    most.length === 0 ? null : phrase(wording, 'week-read', { titles: wording.list(titles) }),
    words === '' ? null : phrase(wording, 'week-searched', { words }),
  )
  return toMessage(
    text,
    most.map(({ item }) => {
      const label = clip(item.briefing.article.title.text, TITLE_LENGTH / 2)
      return [openButton(label, { view: 'front', article: item.key }, audience)]
    }),
  )
}
