import type { Article } from '../../article/article.ts'
import { readingMinutes } from '../../language/reading-speed.ts'
import { countWords } from '../../language/words.ts'
import type { ShelfItem } from '../../shelf/shelf.ts'
import { clip, lines, type Rich, rich } from '../../text/rich.ts'
import { articleTitle, linked, linkTo, phrase, type Told, type View } from '../view.ts'

/** An article's title over its origin. */
export function titleAndOrigin(item: Told, view: View): Rich {
  return lines(articleTitle(item, view.wording), originOf(item, view))
}

/** Source, day and reading time; a source or day that the page lacks is left out. The source's name is the link to it. */
export function originOf({ briefing }: Told, { wording }: View): Rich {
  const { article } = briefing
  const words = article.blocks.reduce((total, block) => total + countWords(block.text), 0)
  const minutes = wording.say('reading-time', { minutes: readingMinutes(words, article.language) })
  const day = article.published === null ? null : wording.day(article.published)
  const rest = [day, minutes].filter((part) => part !== null).join(' · ')
  const name = sourceName(article)
  if (name !== null) return withLink(phrase(wording, 'origin', { source: name, rest }), article)
  return day === null ? rich(minutes, wording.direction) : phrase(wording, 'origin-without-source', { rest })
}

/** The source's name as a link to the article's page; `null` where the page names none. */
export function sourceOf({ briefing }: ShelfItem, { wording }: View): Rich | null {
  const name = sourceName(briefing.article)
  return name === null ? null : withLink(rich(name, wording.direction), briefing.article)
}

/** Where the page names no source, the site it is on. */
function sourceName({ source, url }: Article): string | null {
  if (source !== null) return clip(source, SOURCE_LENGTH)
  const link = linkTo(url)
  return link === null ? null : new URL(link).hostname.replace(/^www\./, '')
}

const SOURCE_LENGTH = 80

function withLink(text: Rich, article: Article): Rich {
  const url = linkTo(article.url)
  return url === null ? text : linked(text, sourceName(article) ?? '', url)
}
