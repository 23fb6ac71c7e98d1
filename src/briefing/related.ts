import type { RelatedLink } from '../article/article.ts'
import type { RelatedStory } from './briefing.ts'
import { type Headline, isSameStory, readHeadline } from './same-story.ts'

/** A headline is compared with this many stories at most: those that share the most words with it. */
const MOST_COMPARED = 50
/** And with this many wordings of each: a page that names one story a thousand times is no reason to be slow. */
const MOST_WORDINGS = 8

type Growing = { readonly links: RelatedLink[]; readonly headlines: Headline[] }

/**
 * Related headlines, one a story, in the order in which the page names the stories. The first wording is the title, the
 * others are in `also`; the link is the first one that leads to an article on hand, else the first there is.
 */
export function joinStories(links: readonly RelatedLink[]): readonly RelatedStory[] {
  const stories: Growing[] = []
  const byStem = new Map<string, Set<Growing>>()
  for (const link of links) {
    const headline = readHeadline(link.title)
    const known = likeliest(headline, byStem).find((each) => each.headlines.some((told) => isSameStory(told, headline)))
    const story = known ?? { links: [], headlines: [] }
    if (!known) stories.push(story)
    story.links.push(link)
    if (story.headlines.length < MOST_WORDINGS) story.headlines.push(headline)
    for (const key of keysOf(headline)) byStem.set(key, (byStem.get(key) ?? new Set()).add(story))
  }
  return stories.map(({ links: told }) => storyOf(told))
}

/** The stories that share a word with the headline, those that share most of them first. */
function likeliest(headline: Headline, byStem: ReadonlyMap<string, ReadonlySet<Growing>>): readonly Growing[] {
  const shared = new Map<Growing, number>()
  for (const key of keysOf(headline))
    for (const story of byStem.get(key) ?? []) shared.set(story, (shared.get(story) ?? 0) + 1)
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_COMPARED)
    .map(([story]) => story)
}

function keysOf(headline: Headline): readonly string[] {
  return [...headline.stems, headline.folded]
}

function storyOf(links: readonly RelatedLink[]): RelatedStory {
  const open = links.find((link) => link.slug !== null) ?? links.find((link) => link.url !== null)
  const [title = '', ...also] = new Set(links.map((link) => link.title))
  return { title, url: open?.url ?? null, slug: open?.slug ?? null, also }
}
