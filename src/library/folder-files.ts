import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files, KnownFile } from '../store/articles/files.ts'

/** The signature of a deleted file. */
export const GONE = 'gone'
const FEW = 16
/** Files compared with their stored signatures at a time. */
const BATCH = 256

/** A file changed since it was last read; `known`: the hash of the text read then, empty for none. */
export type ChangedFile = { readonly name: string; readonly signature: string; readonly known: string }

/** `outdated`: unchanged files that an older engine read. */
export type FolderChanges = {
  readonly changed: readonly ChangedFile[]
  readonly outdated: readonly ChangedFile[]
}

/** The sorted names of a folder's articles; one line for the operator when the folder can't be read. */
export async function fileNamesIn(dir: string): Promise<readonly string[] | string> {
  try {
    return (await readdir(dir)).filter((name) => /\.(?:md|txt)$/i.test(name)).sort()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return `CONTENT_DIR ${dir} can't be read: ${code}`
  }
}

/** Compares a folder's files with their stored signatures in batches: only changes stay in memory. */
export async function changesIn(dir: string, names: readonly string[], files: Files): Promise<FolderChanges> {
  const changed: ChangedFile[] = []
  const outdated: ChangedFile[] = []
  for (let from = 0; from < names.length; from += BATCH) {
    const batch = names.slice(from, from + BATCH)
    const signatures = await mapFew(batch, FEW, (name) => signatureOf(join(dir, name)))
    const known = new Map((await files.known(batch)).map((file): [string, KnownFile] => [file.name, file]))
    for (const [index, name] of batch.entries()) {
      const signature = signatures[index] ?? GONE
      const file = known.get(name)
      if (file === undefined ? signature !== GONE : file.signature !== signature) {
        changed.push({ name, signature, known: file?.isOutdated === false ? file.hash : '' })
      } else if (file?.isOutdated === true) outdated.push({ name, signature, known: '' })
    }
  }
  for (const name of await files.others(names)) changed.push({ name, signature: GONE, known: '' })
  return { changed, outdated }
}

/** Size, times and inode: equal until the file is written to. */
export async function signatureOf(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => null)
  return found === null ? GONE : `${found.size} ${found.mtimeNs} ${found.ctimeNs} ${found.ino}`
}

/** The results in the order of the items; at most `few` run at a time. */
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
