import { createHash } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type Article, type Doubt, LARGEST_FILE, type Slug } from '../article/article.ts'
import { identityOf, withoutTracking } from '../article/identity.ts'
import { numberedSlug, slugFrom } from '../article/slug.ts'
import { markdownOf } from '../article/write-markdown.ts'
import type { Store } from '../store/store.ts'

/** An article on its way in. */
export type Incoming = {
  readonly article: Article
  /** Whether its slug is its author's choice; else it gets one of its title. */
  readonly isSlugged: boolean
  readonly doubts: readonly Doubt[]
  /** The key of its source, or `owner`. */
  readonly source: string
  /** Names that its source gives it. */
  readonly keys: readonly string[]
  /** Whether a new article waits for an owner. */
  readonly holds: boolean
  /** Somebody asked for it: it replaces what another source brought, and is not counted. */
  readonly isAsked: boolean
}

export type BroughtIn =
  | {
      readonly kind: 'new' | 'updated' | 'same'
      readonly slug: Slug
      readonly title: string
      readonly isHeld: boolean
      readonly doubts: readonly Doubt[]
    }
  /** It is on hand, and another source or a file of the operator's has it. */
  | { readonly kind: 'known'; readonly slug: Slug; readonly title: string }
  /** Its source has brought all that it may in a day. */
  | { readonly kind: 'too-many'; readonly title: string }
  | { readonly kind: 'too-long'; readonly title: string }

export type BringIn = (incoming: Incoming) => Promise<BroughtIn>

export type BringInParts = {
  /** DATA_DIR/imported; it exists. */
  readonly dir: string
  readonly store: Pick<Store, 'imports'>
  readonly now: () => Date
}

/** Articles a day of one source that nobody asked for. */
export const MOST_A_DAY = 300
const DAY_MS = 24 * 60 * 60_000

/** Writes articles as files for the library, each once, under a slug that it keeps. One after the other. */
export function createBringIn({ dir, store: { imports }, now }: BringInParts): BringIn {
  let last: Promise<unknown> = Promise.resolve()

  async function bringIn(incoming: Incoming): Promise<BroughtIn> {
    const { article, doubts, source, keys, holds, isAsked } = incoming
    const search = { identity: identityOf(article), keys }
    const title = article.title.text
    const known = await imports.find(search)
    if (known !== null && !isAsked && known.source !== source) {
      await imports.name(known.slug, keys)
      return { kind: 'known', slug: known.slug, title }
    }
    const onHand = known === null ? await imports.findOnHand(search.identity) : null
    if (onHand !== null) return { kind: 'known', slug: onHand, title }
    if (known === null && !isAsked && (await isOverLimit(source))) return { kind: 'too-many', title }
    const slug = known?.slug ?? (await freeSlug(incoming))
    const markdown = markdownOf(named(article, slug), { doubts })
    if (Buffer.byteLength(markdown) > LARGEST_FILE) return { kind: 'too-long', title }
    const content = createHash('sha256').update(markdown).digest('hex')
    const written = known === null ? null : await readWritten(slug)
    const isHeld = written === null ? holds : written.startsWith(DRAFT)
    const told = { slug, title, isHeld, doubts }
    if (written !== null && known?.content === content) return { kind: 'same', ...told }
    // first the file: whoever dies between the two finds it by what it says
    await write(slug, isHeld ? DRAFT + markdown.slice(FENCE.length) : markdown)
    await imports.put({ slug, source: known?.source ?? source, content }, search, now().getTime())
    return { kind: known === null ? 'new' : 'updated', ...told }
  }

  async function isOverLimit(source: string): Promise<boolean> {
    return (await imports.countSince(source, now().getTime() - DAY_MS)) >= MOST_A_DAY
  }

  async function freeSlug({ article, isSlugged }: Incoming): Promise<Slug> {
    const slug = isSlugged ? article.slug : slugFrom(article.title.text)
    for (let number = 1; ; number++) {
      const wanted = number === 1 ? slug : numberedSlug(slug, number)
      const { embedded } = named(article, wanted)
      const taken = await Promise.all([wanted, ...embedded.map((other) => other.slug)].map(imports.isTaken))
      if (!taken.includes(true)) return wanted
    }
  }

  async function readWritten(slug: Slug): Promise<string | null> {
    return await readFile(join(dir, `${slug}.md`), 'utf8').catch(() => null)
  }

  async function write(slug: Slug, text: string): Promise<void> {
    const beside = join(dir, `.${slug}.tmp`)
    const file = await open(beside, 'w')
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, join(dir, `${slug}.md`))
  }

  return (incoming) => {
    const brought = last.then(() => bringIn(incoming))
    last = brought.catch(() => {})
    return brought
  }
}

const FENCE = '---\n'
const DRAFT = `${FENCE}draft: true\n`

function named(article: Article, slug: Slug): Article {
  const embedded = article.embedded.map((other, index) => named(other, numberedSlug(slug, index + 2)))
  return { ...article, slug, url: article.url && withoutTracking(article.url), embedded }
}
