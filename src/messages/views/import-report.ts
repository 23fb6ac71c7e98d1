import { keyOf } from '../../article/key.ts'
import type { Message } from '../../text/message.ts'
import { clip, lines } from '../../text/rich.ts'
import { openButton } from '../buttons/keyboard.ts'
import { phrase, toMessage, type View } from '../view.ts'
import type { Wording } from '../wording.ts'

type Sentence = Readonly<Record<string, string | number>>

/** What became of what was given to import. */
export type ImportNews =
  | {
      readonly kind: 'new' | 'updated' | 'same'
      readonly slug: string
      readonly title: string
      readonly isHeld: boolean
      readonly doubts: readonly ('title' | 'date' | 'source' | 'furniture')[]
    }
  | { readonly kind: 'known'; readonly slug: string; readonly title: string }
  | { readonly kind: 'too-many' | 'too-long'; readonly title: string }
  | { readonly kind: 'refused'; readonly refusal: { readonly why: string; readonly words: Sentence } }
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'feed'; readonly url: string }

const TITLE_LENGTH = 120

/** A line on what was imported and, of an article that readers can open, the way to it. */
export function renderImport(news: ImportNews, view: View): Message {
  const { wording, audience } = view
  const slug = news.kind === 'known' || ('isHeld' in news && !news.isHeld) ? news.slug : null
  const open = (known: string) =>
    openButton(wording.say('import-open'), { view: 'front', article: keyOf(known) }, audience)
  return toMessage(
    lines(...importLines(news, wording).map(({ id, words }) => phrase(wording, id, words))),
    slug === null ? [] : [[open(slug)]],
  )
}

/** The same for a terminal, on one line. */
export function importLine(news: ImportNews, wording: Wording): string {
  return importLines(news, wording)
    .map(({ id, words }) => wording.say(id, words))
    .join(' ')
}

/** Why a page was not fetched. */
export function renderFetchRefusal(
  { why, words }: { readonly why: string; readonly words: Sentence },
  view: View,
): Message {
  return toMessage(phrase(view.wording, `fetch-${why}`, words), [])
}

type Line = { readonly id: string; readonly words: Sentence }

function importLines(news: ImportNews, wording: Wording): readonly Line[] {
  switch (news.kind) {
    case 'new':
    case 'updated':
    case 'same': {
      const { kind, slug, isHeld, doubts } = news
      const words = { title: clip(news.title, TITLE_LENGTH), slug }
      const first = { id: isHeld ? `imported-${kind}-held` : `imported-${kind}`, words }
      if (doubts.length === 0) return [first]
      const listed = wording.list(doubts.map((doubt) => wording.say(`lack-${doubt}`)))
      return [first, { id: 'import-doubts', words: { doubts: listed } }]
    }
    case 'known':
      return [{ id: 'imported-known', words: { title: clip(news.title, TITLE_LENGTH), slug: news.slug } }]
    case 'too-many':
    case 'too-long':
      return [{ id: `imported-${news.kind}`, words: { title: clip(news.title, TITLE_LENGTH) } }]
    case 'refused':
      return [{ id: `fetch-${news.refusal.why}`, words: news.refusal.words }]
    case 'unreadable':
      return [{ id: 'import-unreadable', words: { why: clip(news.why, 200) } }]
    case 'feed':
      return [{ id: 'import-feed', words: { url: news.url } }]
    default:
      return news satisfies never
  }
}
