import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The shared evaluation data where it is on hand beside the repository, else the examples of this folder. */
export const SHARED = resolve(import.meta.dirname, '../../shared')
const EXAMPLES = join(import.meta.dirname, 'examples')

export type NewsItem = { readonly title: string; readonly abstract: string; readonly text: string }
export type HeadlinePairs = {
  readonly same: readonly (readonly [string, string])[]
  readonly different: readonly (readonly [string, string])[]
}

/** Articles with an abstract that somebody else wrote. */
export function readNews(): readonly NewsItem[] {
  const file = fileLike(/^news-.*\.jsonl$/)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): NewsItem => JSON.parse(line))
}

/** Pairs of headlines: of one story, and of two. */
export function readHeadlinePairs(): HeadlinePairs {
  return JSON.parse(readFileSync(fileLike(/^headlines-.*\.json$/), 'utf8'))
}

/** The folder of the data, and whether it is the shared one. */
export function dataFolder(): { readonly folder: string; readonly shared: boolean } {
  const shared = existsSync(join(SHARED, 'eval'))
  return { folder: shared ? join(SHARED, 'eval') : EXAMPLES, shared }
}

function fileLike(pattern: RegExp): string {
  const { folder } = dataFolder()
  const name = readdirSync(folder).find((file) => pattern.test(file))
  if (name === undefined) throw new Error(`${folder} has no file like ${pattern.source}`)
  return join(folder, name)
}
