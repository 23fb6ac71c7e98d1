import { basename, extname } from 'node:path'
import type { Parsed } from './article/article.ts'
import { parseMarkdown } from './article/markdown.ts'
import { parsePage } from './article/page.ts'
import { slugFrom } from './article/slug.ts'
import { readArguments, USAGE } from './brief-arguments.ts'
import { type BriefOptions, briefArticle, DEFAULT_BRIEF } from './briefing/brief-article.ts'
import { briefingToJson } from './briefing/json.ts'
import { briefingToPlainText } from './briefing/plain-text.ts'
import { readTextFile } from './read-text-file.ts'

/** `brief`: briefs files with no bot. The exit status: 0, 1 when a file could not be read, 2 for a wrong command line. */
async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args)
  if (asked.kind === 'help') {
    process.stdout.write(`${USAGE}\n`)
    return 0
  }
  if (asked.kind === 'wrong') {
    process.stderr.write(`brief: ${asked.why}\n${USAGE}\n`)
    return 2
  }
  let status = 0
  for (const [index, file] of asked.files.entries()) {
    const parsed = await parseFile(file)
    if (parsed.kind === 'unreadable') {
      process.stderr.write(`${file}: ${parsed.why}\n`)
      status = 1
      continue
    }
    const briefing = briefArticle(parsed.article, wanted(asked.words))
    if (asked.json) process.stdout.write(`${JSON.stringify(briefingToJson(briefing, file))}\n`)
    else process.stdout.write(`${index > 0 ? `\n${'─'.repeat(60)}\n\n` : ''}${briefingToPlainText(briefing)}`)
  }
  return status
}

function wanted(words: number | null): BriefOptions {
  return words === null ? DEFAULT_BRIEF : { words }
}

async function parseFile(file: string): Promise<Parsed> {
  const read = await readTextFile(file)
  if (read.kind === 'none') return { kind: 'unreadable', why: read.why }
  const slug = slugFrom(basename(file, extname(file)))
  return extname(file).toLowerCase() === '.md' ? parseMarkdown(read.text, slug) : parsePage(read.text, slug)
}

// A reader that has seen enough (`brief … | head`) closes the pipe: no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
process.exitCode = await main(process.argv.slice(2))
