import type { RelatedLink } from '../article/article.ts'
import type { RelatedStory } from './briefing.ts'
import { type Headline, readHeadline } from './same-story/headline.ts'
import { isSameStory } from './same-story.ts'

/** A headline is compared with this many stories at most: those that share the most words with it. */
const MOST_COMPARED = 50
/** And with this many wordings of each: a page that names one story a thousand times is no reason to be slow. */
const MOST_WORDINGS = 8
const FEWEST_FOR_A_TOPIC = 4
const TOPIC_SHARE = 0.4

type Growing = { readonly links: RelatedLink[]; readonly headlines: Headline[] }

/**
 * Related headlines, one a story, in the order in which the page names the stories. The first wording is the title, the
 * others are in `also`; the link is the first one that leads to an article on hand, else the first there is.
 */
export function joinStories(links: readonly RelatedLink[]): readonly RelatedStory[] {
  const topic = topicOf(links.map((link) => readHeadline(link.title)))
  const read = links.map((link) => ({ link, headline: readHeadline(link.title, topic) }))
  const stories: Growing[] = []
  const byWord = new Map<string, Set<Growing>>()
  for (const { link, headline } of read) {
    const known = likeliest(headline, byWord).find((story) => tells(story, headline))
    const story = known ?? { links: [], headlines: [] }
    if (!known) stories.push(story)
    story.links.push(link)
    if (story.headlines.length < MOST_WORDINGS) story.headlines.push(headline)
    for (const key of keysOf(headline)) byWord.set(key, (byWord.get(key) ?? new Set()).add(story))
  }
  return stories.map(({ links: told }) => storyOf(told))
}

/**
 * The words that many headlines of one page share. They name what the page is about and do not tell its stories apart:
 * nine headlines on one summit are not one story.
 */
function topicOf(headlines: readonly Headline[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { signs } of headlines) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  const many = Math.max(FEWEST_FOR_A_TOPIC, headlines.length * TOPIC_SHARE)
  return new Set([...counts].filter(([, count]) => count >= many).map(([sign]) => sign))
}

/** Most of its wordings tell the headline's story: one alone could lead from story to story. */
function tells(story: Growing, headline: Headline): boolean {
  const telling = story.headlines.filter((told) => isSameStory(told, headline)).length
  return telling * 2 >= story.headlines.length
}

/** The stories that share a word with the headline, those that share most of them first. */
function likeliest(headline: Headline, byWord: ReadonlyMap<string, ReadonlySet<Growing>>): readonly Growing[] {
  const shared = new Map<Growing, number>()
  for (const key of keysOf(headline)) {
    for (const story of byWord.get(key) ?? []) shared.set(story, (shared.get(story) ?? 0) + 1)
  }
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_COMPARED)
    .map(([story]) => story)
}

function keysOf(headline: Headline): readonly string[] {
  return [...headline.signs, headline.folded]
}

function storyOf(links: readonly RelatedLink[]): RelatedStory {
  const open = links.find((link) => link.slug !== null) ?? links.find((link) => link.url !== null)
  const [title = '', ...also] = new Set(links.map((link) => link.title))
  return { title, url: open?.url ?? null, slug: open?.slug ?? null, also }
}
