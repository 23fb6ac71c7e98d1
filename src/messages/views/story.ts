import { FormattedString } from '@grammyjs/parse-mode'
import type { ShelfItem } from '../../shelf/shelf.ts'
import { firstThatFit } from '../../text/pages.ts'
import { blocks, lines, numbered, type Rich, verbatim } from '../../text/rich.ts'
import { openButton } from '../buttons/keyboard.ts'
import type { ListingItem } from '../listing.ts'
import { addedSentence } from '../stories.ts'
import { articleTitle, phrase, type View } from '../view.ts'

/** A story in a list: the text of its main article, the others, and the number of its first article, from 0. */
export type ListedStory = {
  readonly main: ShelfItem
  readonly text: Rich
  readonly others: readonly ShelfItem[]
  readonly first: number
}

/** A story as one entry: its main article, then what each of the others adds, numbered, with a button of each number. */
export function storyItem({ main, text, others, first }: ListedStory, view: View): ListingItem {
  const { wording, audience } = view
  const heading = FormattedString.u(phrase(wording, 'story-others', { count: others.length }))
  const added = others.map((item, index) => addedText(item, [main, ...others.slice(0, index)], first + index + 2, view))
  const [shown = text, ...rest] = firstThatFit([numbered(wording.count(first + 1), text), ...added])
  const buttons = [main, ...others.slice(0, rest.length)].map(({ key }, index) =>
    openButton(wording.count(first + index + 1), { view: 'front', article: key }, audience),
  )
  return { text: rest.length === 0 ? shown : blocks(shown, heading, ...rest), buttons }
}

function addedText(item: ShelfItem, told: readonly ShelfItem[], number: number, { wording }: View): Rich {
  const sentence = addedSentence(item, told)
  const text = sentence === null ? null : verbatim(sentence, item.briefing.article.language)
  return numbered(wording.count(number), lines(articleTitle(item, wording), text))
}
