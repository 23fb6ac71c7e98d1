import type { HtmlElement } from './html-tree.ts'

/** What an element's name, class or id says of what is in it. */
export type Zone = 'text' | 'furniture' | 'related' | 'keywords' | 'dates' | 'source'

const NEVER = new Set(
  'head script style noscript template svg math canvas iframe object embed video audio picture img nav button select textarea input dialog menu figcaption aside footer map amp-sidebar amp-embed amp-ad'.split(
    ' ',
  ),
)

/** Words of a class or id, the first that is found decides. An article's own words are none of them. */
const WORDS: readonly (readonly [Zone, RegExp])[] = [
  [
    'furniture',
    /\bmost|popular|trending|latest|ticker|breaking|outbrain|taboola|sponsor|promo|advert|\bads?\b|adsbygoogle|banner|(?:image|photo|video|img|pic|media)-?(?:source|info|meta|date|desc|text|title)/,
  ],
  [
    'related',
    /related|read-?also|readalso|more-?(?:news|stories|on|from|articles)|recommend|see-?also|similar|also-?read|suggest|inline-?link/,
  ],
  ['keywords', /^(?:.*[\s_-])?(?:tags?|keywords?|topics|hashtags|tagcloud)(?:[\s_-].*)?$/],
  [
    'dates',
    /\b(?:date|time|timestamp|published|publish-?date|datetime|post-?meta|entry-?meta|article-?meta|article-?info|dateline)\b/,
  ],
  ['source', /\b(?:article|news|post|story)-?source\b|\bsource\b/],
  [
    'furniture',
    /share|sharing|social|addthis|follow|subscri|newsletter|sign-?(?:up|in)|login|paywall|cookie|consent|breadcrumb|crumbs|\bmenu|\bnav(?:bar|igation)?\b|toolbar|top-?bar|sidebar|side-bar|widget|comment|disqus|rating|caption|\bcap\b|credit|byline|write-?by|\bauthors?\b|writer|reporter|counter|\bviews?\b|reading-?time|read-?time|\bprint\b|\btools?\b|popup|modal|overlay|footer|copyright|paginat|\bpager\b|kicker|eyebrow|overline|section-?name|category|\blabel\b|skip-?link|screen-?reader|sr-only|visually-?hidden|weather|prayer|currency|\bsearch|\bplayer\b|toc\b/,
  ],
]
const ROLES = /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|toolbar|dialog|alert)$/

/** The zone that an element begins. `isMost`: most of the page's text is in it, so that its class says nothing. */
export function zoneOf(element: HtmlElement, isMost: boolean): Zone {
  const { name, attributes } = element
  if (NEVER.has(name) && !isMost) return name === 'aside' && namesRelated(element) ? 'related' : 'furniture'
  if (attributes.has('hidden') || attributes.get('aria-hidden') === 'true' || isUndisplayed(attributes))
    return 'furniture'
  if (name === 'time') return 'dates'
  if (isMost || /^(?:html|body|main|article|p|a|h1|h2|h3)$/.test(name)) return isKicker(element) ? 'furniture' : 'text'
  if (ROLES.test(attributes.get('role') ?? '')) return 'furniture'
  const words = classWords(element)
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'text'
}

function namesRelated(element: HtmlElement): boolean {
  return /related|also|more|recommend|similar/.test(classWords(element))
}

/** A paragraph may be one by its class alone. */
function isKicker({ name, attributes }: HtmlElement): boolean {
  return (
    /^[pa]$/.test(name) &&
    /kicker|eyebrow|overline|caption|credit|byline|\bauthor\b|share|breadcrumb/.test(attributes.get('class') ?? '')
  )
}

function classWords({ attributes }: HtmlElement): string {
  const given = ['class', 'id', 'itemprop', 'data-component', 'data-testid'].map((name) => attributes.get(name) ?? '')
  // `relatedArticles` and `related_articles` are `related-articles`
  return given
    .join(' ')
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase()
    .trim()
}

function isUndisplayed(attributes: ReadonlyMap<string, string>): boolean {
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.get('style') ?? '')
}
