import type { Dirent } from 'node:fs'
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

/** Where articles are read from: the operator's folder, and what the bot imported. */
export type Roots = { readonly dir: string; readonly importedDir?: string }

/** What is in the roots. `lines`: one for the operator on each folder that is not read. */
export type FolderListing = {
  /** The sorted names of files: paths from their root, those of imports after `imported/`. */
  readonly names: readonly string[]
  readonly folders: readonly string[]
  readonly lines: readonly string[]
}

const IMPORTED = 'imported'
const DEEPEST = 8
const MOST_FOLDERS = 500

/** The files of both roots and their folders; one line for the operator when a root can't be read. */
export async function listFolders({ dir, importedDir }: Roots): Promise<FolderListing | string> {
  try {
    const own = await filesUnder(dir)
    if (importedDir === undefined) return own
    const imports = await filesUnder(importedDir)
    const hidden = own.names.filter((name) => name.startsWith(`${IMPORTED}/`))
    const line = `CONTENT_DIR ${dir}: its folder ${IMPORTED} is not read, as that is the name of the bot's own: rename it`
    return {
      names: [
        ...own.names.filter((name) => !hidden.includes(name)),
        ...imports.names.map((name) => `${IMPORTED}/${name}`),
      ].sort(),
      folders: [...own.folders, ...imports.folders],
      lines: [...own.lines, ...(hidden.length > 0 ? [line] : []), ...imports.lines],
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return `CONTENT_DIR ${dir} can't be read: ${code}`
  }
}

/** The path of a file by its name in a listing. */
export function pathOf(name: string, { dir, importedDir }: Roots): string {
  const isImport = importedDir !== undefined && name.startsWith(`${IMPORTED}/`)
  return isImport ? join(importedDir, name.slice(IMPORTED.length + 1)) : join(dir, name)
}

/** Folders that are links are not followed: they may lead in a circle. Hidden ones are no articles'. */
async function filesUnder(root: string): Promise<FolderListing> {
  const names: string[] = []
  const folders = ['']
  const lines: string[] = []
  for (const folder of folders) {
    for (const entry of await entriesOf(root, folder)) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (!entry.isDirectory()) {
        if (/\.(?:md|txt|html?)$/i.test(name)) names.push(name)
      } else if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      else if (name.split('/').length > DEEPEST)
        lines.push(`${join(root, name)}: is more than ${DEEPEST} folders deep: move it up`)
      else if (folders.length >= MOST_FOLDERS)
        lines.push(`${join(root, name)}: is not read: ${MOST_FOLDERS} folders are the most`)
      else folders.push(name)
    }
  }
  return { names: names.sort(), folders: folders.map((folder) => join(root, folder)), lines }
}

/** A folder may vanish while the others are listed; the root may not. */
async function entriesOf(root: string, folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(join(root, folder), { withFileTypes: true })
  } catch (error) {
    if (folder !== '' && error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/**
 * Whether a file came in whole: it was renamed, linked or given its times or rights after its last write, so nobody is in
 * the middle of writing it. Imports are always renamed in.
 */
export function isWhole({ name, signature }: Pick<ChangedFile, 'name' | 'signature'>): boolean {
  const [size = '0', modified = '0', changed = '0'] = signature.split(' ')
  if (signature === GONE || size === '0') return false
  return name.startsWith(`${IMPORTED}/`) || BigInt(changed) > BigInt(modified)
}

/** Compares the files of a listing with their stored signatures in batches: only changes stay in memory. */
export async function changesIn(roots: Roots, names: readonly string[], files: Files): Promise<FolderChanges> {
  const changed: ChangedFile[] = []
  const outdated: ChangedFile[] = []
  for (let from = 0; from < names.length; from += BATCH) {
    const batch = names.slice(from, from + BATCH)
    const signatures = await mapFew(batch, FEW, (name) => signatureOf(pathOf(name, roots)))
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
