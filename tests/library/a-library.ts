import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { ENGINE_VERSION } from '../../src/briefing/engine-version.ts'
import { type Library, type LibraryOptions, openLibrary } from '../../src/library/library.ts'
import { openStore } from '../../src/store/store.ts'
import { aDirectory, aStore } from '../store/a-store.ts'

export const NOW = new Date('2026-03-01T12:00:00Z')

export function page(slug: string, title: string, ...paragraphs: readonly string[]): string {
  return `---\ntitle: ${title}\nslug: ${slug}\nlanguage: ar\npublished: 2026-02-01\n---\n\n${paragraphs.join('\n\n')}\n`
}

export const HARBOUR = page('harbour', 'الميناء يفتح أبوابه', 'فتح الميناء أبوابه صباح السبت أمام السفن.')
export const MARKET = page('market', 'السوق القديم يعود', 'عاد السوق القديم إلى العمل بعد شهور من الترميم.')

/** A library over files in a folder of its own, with the lines that the operator was told. */
export async function aLibrary(files: Readonly<Record<string, string>>, stillMs = 0) {
  const dir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const write = (name: string, text: string) => writeFile(join(dir, name), text)
  for (const [name, text] of Object.entries(files)) await write(name, text)
  const warnings: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => warnings.push(JSON.parse(line).msg) })
  const store = await aStore()
  const library = await openLibrary({ dir, store, now: () => NOW, log, stillMs })
  onTestFinished(library.close)
  return { library, store, dir, write, remove: (name: string) => rm(join(dir, name)), warnings }
}

export const itemsIn = ({ archive }: Library) => archive.newest({ offset: 0, limit: 1_000 })
export const slugsIn = async (library: Library) => (await itemsIn(library)).map(({ slug }) => slug)
export const lineOf = async ({ archive }: Library, slug: string) =>
  (await archive.bySlug(slug))?.briefing.summary.line ?? ''

export async function until(isSo: () => boolean | Promise<boolean>, timeoutMs = 5000): Promise<void> {
  for (const end = Date.now() + timeoutMs; !(await isSo()); await sleep(20)) {
    if (Date.now() > end) throw new Error('it did not come about')
  }
}

/** A folder with a store beside it, and libraries over both, as after restarts. */
export async function aFolder(files: Readonly<Record<string, string>>) {
  const dir = await aDirectory()
  const directory = await aDirectory()
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text)
  const start = async (change: Partial<LibraryOptions> = {}, engine = ENGINE_VERSION) => {
    const warnings: string[] = []
    const log = pino({ level: 'warn' }, { write: (line: string) => warnings.push(JSON.parse(line).msg) })
    const store = await openStore({ directory }, engine)
    const library = await openLibrary({ dir, store, now: () => NOW, log, stillMs: 0, ...change })
    const close = async () => {
      await library.close()
      await store.close()
    }
    onTestFinished(close)
    return { library, store, warnings, close }
  }
  return { dir, start, write: (name: string, text: string) => writeFile(join(dir, name), text) }
}
