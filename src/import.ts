import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readSettings } from './app/read-env.ts'
import { readWordings } from './app/wordings.ts'
import { LARGEST_FILE } from './article/article.ts'
import { documentOf, type Importer, type ImportReport, type ImportWish } from './intake/importer.ts'
import { openWaysIn, type WaysIn } from './intake/ways-in.ts'
import { importLine } from './messages/views/import-report.ts'
import { openStore } from './store/store.ts'

const USAGE = 'usage: npm run -s import -- [--draft] PATH|URL...'
/** Of a feed, its newest. */
const MOST_ITEMS = 50
const GOOD = new Set<ImportReport['kind']>(['new', 'updated', 'same', 'known'])

/** What is imported, with the name that its report line begins with. */
type Step = { readonly name: string; readonly run: () => Promise<ImportReport> }
type Run = { readonly importer: Importer; readonly wish: ImportWish; readonly report: (step: Step) => Promise<void> }

/** `import`: brings in files, folders, pages and feeds. The exit status: 0, 1 when something did not come in, 2 for a wrong command line. */
async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args)
  if (asked === null) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  const config = readSettings()
  const store = await openStore({ directory: config.dataDir, database: config.database })
  let waysIn: WaysIn | null = null
  try {
    waysIn = await openWaysIn({ ...config, store, now: () => new Date() })
    const { importer } = waysIn
    const wording = readWordings()('en')
    let status = 0
    const report: Run['report'] = async ({ name, run }) => {
      const news = await run()
      const isGood = GOOD.has(news.kind)
      if (!isGood) status = 1
      const line = `${name}: ${importLine(news, wording)}\n`
      if (isGood) process.stdout.write(line)
      else process.stderr.write(line)
    }
    const wish = { source: 'owner', mode: asked.isDraft ? 'hold' : 'publish' } as const
    for (const what of asked.what) await importOne(what, { importer, wish, report })
    return status
  } finally {
    await waysIn?.close()
    await store.close()
  }
}

function readArguments(
  args: readonly string[],
): { readonly isDraft: boolean; readonly what: readonly string[] } | null {
  try {
    const options = { draft: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    return positionals.length === 0 ? null : { isDraft: values.draft === true, what: positionals }
  } catch {
    return null
  }
}

function importOne(what: string, run: Run): Promise<void> {
  return /^https?:\/\//i.test(what) ? importAddress(what, run) : importPath(what, run)
}

async function importAddress(url: string, { importer, wish, report }: Run): Promise<void> {
  const news = await importer.link(url, wish)
  if (news.kind !== 'feed') return report({ name: url, run: async () => news })
  const page = await importer.fetch(news.url)
  const feed = page.kind === 'page' ? await importer.read({ ...documentOf(page, new Date()), as: 'feed' }) : page
  if (feed.kind === 'refused') return report({ name: url, run: async () => feed })
  if (feed.kind !== 'feed')
    return report({ name: url, run: async () => ({ kind: 'unreadable', why: 'it is no feed' }) })
  for (const { url: address, id } of feed.items.slice(0, MOST_ITEMS)) {
    const without: ImportReport = { kind: 'unreadable', why: 'the feed gives no address for it' }
    await report({ name: address ?? id, run: async () => (address === null ? without : importer.link(address, wish)) })
  }
}

/** A file, or all that a folder holds. */
async function importPath(path: string, run: Run): Promise<void> {
  const { importer, wish, report } = run
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) {
    const names = (await readdir(path, { recursive: true })).filter((name) =>
      /\.(?:md|markdown|txt|html?)$/i.test(name),
    )
    for (const name of names.toSorted()) await importPath(join(path, name), run)
    return
  }
  const unreadable = (why: string) => report({ name: path, run: async () => ({ kind: 'unreadable', why }) })
  if (found === null) return unreadable('there is no such file')
  if (!found.isFile()) return unreadable('it is no plain file')
  if (found.size > LARGEST_FILE) return unreadable('it is larger than 2 MB: split it')
  const bytes = await readFile(path)
  await report({ name: path, run: () => importer.document({ bytes, name: basename(path), contentType: null }, wish) })
}

/** What the operator can mend is one line. */
function fail(error: unknown): number {
  const isKnown = error instanceof Error && ['ConfigError', 'StoreUnusable'].includes(error.name)
  process.stderr.write(`import: ${isKnown ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  return 1
}

process.exitCode = await main(process.argv.slice(2)).catch(fail)
