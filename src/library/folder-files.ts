import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A file that was there. */
export const GONE = 'gone'
const FEW = 16

/**
 * What every `*.md` and `*.txt` of a folder is like, by name in order: equal while a file is not written to. One line for the
 * operator where the folder can't be read.
 */
export async function signaturesIn(dir: string): Promise<ReadonlyMap<string, string> | string> {
  try {
    const names = (await readdir(dir)).filter((name) => /\.(?:md|txt)$/i.test(name)).sort()
    const signatures = await mapFew(names, FEW, async (name) => {
      const found = await stat(join(dir, name), { bigint: true }).catch(() => null)
      return found === null ? GONE : `${found.size} ${found.mtimeNs} ${found.ctimeNs} ${found.ino}`
    })
    return new Map(names.map((name, index) => [name, signatures[index] ?? GONE]))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return `CONTENT_DIR ${dir} can't be read: ${code}`
  }
}

/** The results of work on each item in order, a few at a time. */
export async function mapFew<Item, Result>(
  items: readonly Item[],
  few: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  const left = items.entries()
  const lanes = Array.from({ length: few }, async () => {
    for (const [index, item] of left) results[index] = await work(item)
  })
  await Promise.all(lanes)
  return results
}
