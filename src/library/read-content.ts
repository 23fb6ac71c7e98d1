import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Article } from '../article/article.ts'
import { collectArticles } from '../article/collection.ts'
import { withRelated } from '../briefing/brief-article.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { BriefFiles } from './brief-files.ts'
import { GONE, mapFew } from './folder-files.ts'
import { readTextFile } from './read-text-file.ts'

/**
 * A file as it was read. `hash`: of its text, so that a change of how it is read is told from one of what it says.
 * `briefing`: the last that could be made, `problem`: why none could since.
 */
export type ContentFile = {
  readonly name: string
  readonly signature: string
  readonly hash: string
  readonly briefing: Briefing | null
  readonly problem: string | null
}

export type ContentFiles = ReadonlyMap<string, ContentFile>

/** A briefing on hand, and the file that its article stands in. */
export type FiledBriefing = { readonly briefing: Briefing; readonly file: ContentFile }

/** One line for the operator on each file that can't be used. */
export type Content = { readonly briefings: readonly FiledBriefing[]; readonly problems: readonly string[] }

export type ReadOptions = { readonly dir: string; readonly briefs: BriefFiles; readonly before: ContentFiles }

/** So many files are open at once. */
const FEW = 8

/** Reads the files with these signatures, and briefs those whose text has changed. The files of `before`, with them. */
export async function readFiles(
  changed: ReadonlyMap<string, string>,
  { dir, briefs, before }: ReadOptions,
): Promise<ContentFiles> {
  const files = new Map(before)
  const read = await mapFew([...changed], FEW, async ([name, signature]) => {
    if (signature === GONE) return { name, file: null }
    return { name, file: await readFile({ dir, name, signature }, briefs, before.get(name)) }
  })
  for (const { name, file } of read) {
    if (file === null) files.delete(name)
    else files.set(name, file)
  }
  return files
}

type Wanted = { readonly dir: string; readonly name: string; readonly signature: string }

async function readFile(
  { dir, name, signature }: Wanted,
  briefs: BriefFiles,
  before: ContentFile | undefined,
): Promise<ContentFile> {
  const kept = { name, signature, hash: before?.hash ?? '', briefing: before?.briefing ?? null }
  const broken = (why: string) => ({ ...kept, problem: `${name}: ${why}${kept.briefing === null ? '' : STAYS}` })
  const read = await readTextFile(join(dir, name))
  if (read.kind === 'none') return broken(read.why)
  const hash = createHash('sha256').update(read.text).digest('hex')
  if (kept.briefing !== null && kept.hash === hash) return { ...kept, problem: null }
  const briefed = await briefs.brief({ name, text: read.text })
  return briefed.kind === 'unreadable' ? broken(briefed.why) : { ...kept, hash, ...briefed, problem: null }
}

const STAYS = '; the article stays as it was'

/**
 * The articles of files in the order of their names, each slug once, related ones with their titles. A briefing that is as
 * it was in `before` is the same value still.
 */
export function contentOf(files: ContentFiles, before: Content): Content {
  const inOrder = [...files.values()].sort((left, right) => (left.name < right.name ? -1 : 1))
  const bySlug = new Map<string, FiledBriefing>()
  const problems = inOrder.flatMap(({ problem }) => problem ?? [])
  for (const file of inOrder) {
    for (const briefing of file.briefing === null ? [] : [file.briefing, ...file.briefing.embedded]) {
      const { slug } = briefing.article
      const twin = bySlug.get(slug)
      if (twin === undefined) bySlug.set(slug, { file, briefing })
      else
        problems.push(`${file.name}: the slug ${slug} is already that of ${twin.file.name}: give one of them another`)
    }
  }
  const collection = collectArticles([...bySlug.values()].map(({ briefing }) => briefing.article))
  const missing = collection.missing.map(({ from, slug }) => `${from.slug}: its related ${slug} is no article on hand`)
  const titled = new Map(collection.articles.map((article) => [article.slug, article]))
  const known = new Map(before.briefings.map((each) => [each.briefing.article.slug, each.briefing]))
  const briefings = [...bySlug.values()].map(({ briefing, file }) => {
    const { slug } = briefing.article
    return { file, briefing: related(briefing, titled.get(slug) ?? briefing.article, known.get(slug)) }
  })
  return { briefings, problems: [...problems, ...missing] }
}

function related(briefing: Briefing, article: Article, known: Briefing | undefined): Briefing {
  if (briefing.article.related.every(({ slug }) => slug === null)) return briefing
  const isSame = known?.summary === briefing.summary && JSON.stringify(known.article) === JSON.stringify(article)
  return known !== undefined && isSame ? known : withRelated(briefing, article)
}
