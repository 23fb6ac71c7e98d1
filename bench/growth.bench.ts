import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Row } from './bench.ts'
import { startBotServer } from './bot-server/start.ts'
import { FIGURES, measureSize, type SizeFigures } from './growth/measure-size.ts'
import type { Options } from './options.ts'

/**
 * What grows with the number of articles on hand. A figure that takes longer than `--seconds` says so, and what would need
 * it is left out.
 */
export async function rows(options: Options): Promise<readonly Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'mujaz-bench-'))
  const server = await startBotServer()
  try {
    const measured: { readonly size: number; readonly figures: SizeFigures }[] = []
    for (const size of options.sizes) {
      process.stderr.write(`growth: ${size.toLocaleString('en')} articles …\n`)
      const site = { server, directory: join(directory, String(size)), options }
      measured.push({ size, figures: await measureSize(site, size) })
      await rm(site.directory, { recursive: true })
    }
    return measured.flatMap((each, at) => rowsOf(each, { first: measured[0], before: measured[at - 1] }))
  } finally {
    server.stop()
    await rm(directory, { recursive: true })
  }
}

type Size = { readonly size: number; readonly figures: SizeFigures }
type Others = { readonly first: Size | undefined; readonly before: Size | undefined }

/** A figure, and what it is of the first size's or of that of the size before. */
function rowsOf({ size, figures }: Size, { first, before }: Others): readonly Row[] {
  return FIGURES.flatMap(({ name, unit, beside }) => {
    const value = figures.get(name)
    if (value === undefined) return []
    const row = { name: `${size.toLocaleString('en')} articles: ${name}`, value, unit }
    const other = beside === 'first' ? first : before
    const theirs = other?.figures.get(name)
    if (beside === null || other === undefined || other.size === size || typeof theirs !== 'number') return [row]
    const ratio = typeof value === 'number' ? value / theirs : value
    return [{ name: `${row.name}, ÷ with ${other.size.toLocaleString('en')}`, value: ratio, unit: '×' }, row]
  })
}
