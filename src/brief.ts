import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { parseArgs } from 'node:util'
import type { Parsed } from './article/article.ts'
import { parsePage } from './article/page.ts'
import { slugFrom } from './article/slug.ts'
import { briefArticle, DEFAULT_BRIEF } from './briefing/brief-article.ts'
import { briefingToJson } from './briefing/json.ts'

const USAGE = 'usage: npm run -s brief -- [--json] [--words N] FILE...'

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, words: { type: 'string' } },
  })
  const words = Number(values.words ?? DEFAULT_BRIEF.words)
  for (const file of positionals) {
    const parsed: Parsed = parsePage(await readFile(file, 'utf8'), slugFrom(basename(file, extname(file))))
    if (parsed.kind === 'unreadable') process.stderr.write(`${file}: ${parsed.why}\n`)
    else process.stdout.write(`${JSON.stringify(briefingToJson(briefArticle(parsed.article, { words }), file))}\n`)
  }
  return positionals.length === 0 ? (process.stderr.write(`${USAGE}\n`), 2) : 0
}

process.exitCode = await main()
