import { dirname, join } from 'node:path'
import type { Article, Parsed } from './article/article.ts'
import { titleRelated } from './article/collection.ts'
import { readFile } from './article/read-file.ts'
import { type Arguments, readArguments, USAGE } from './brief-arguments.ts'
import { briefArticle, DEFAULT_BRIEF } from './briefing/brief-article.ts'
import { briefingToJson } from './briefing/json.ts'
import { briefingToPlainText } from './briefing/plain-text.ts'
import { readTextFile, type TextFile } from './library/read-text-file.ts'

type Wanted = Extract<Arguments, { kind: 'brief' }>

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
    const result = await briefFile(file, asked)
    if (result.kind === 'none') {
      process.stderr.write(`${file}: ${result.why}\n`)
      status = 1
    } else {
      const divider = !asked.json && index > 0 ? `\n${'─'.repeat(60)}\n\n` : ''
      process.stdout.write(divider + result.text)
    }
  }
  return status
}

/** A fault in one file must not take the others' briefings along: this is the one place that catches it. */
async function briefFile(file: string, asked: Wanted): Promise<TextFile> {
  try {
    const parsed = await parseFile(file)
    if (parsed.kind === 'unreadable') return { kind: 'none', why: parsed.why }
    const article = await withTitles(parsed.article, file)
    const briefing = briefArticle(article, asked.words === null ? DEFAULT_BRIEF : { words: asked.words })
    const text = asked.json ? `${JSON.stringify(briefingToJson(briefing, file))}\n` : briefingToPlainText(briefing)
    return { kind: 'text', text }
  } catch (error) {
    return { kind: 'none', why: `can't be briefed, a fault of this program: ${String(error).split('\n')[0]}` }
  }
}

/** Front matter names related articles by slug: the files beside this one say their titles. */
async function withTitles(article: Article, file: string): Promise<Article> {
  const slugs = article.related.flatMap(({ slug }) => slug ?? [])
  const others = await Promise.all(slugs.map((slug) => parseFile(join(dirname(file), `${slug}.md`))))
  const known = [
    article,
    ...article.embedded,
    ...others.flatMap((other) => (other.kind === 'article' ? [other.article] : [])),
  ]
  return titleRelated(article, new Map(known.map(({ slug, title }) => [slug, title.text])))
}

async function parseFile(file: string): Promise<Parsed> {
  const read = await readTextFile(file)
  if (read.kind === 'none') return { kind: 'unreadable', why: read.why }
  return readFile(file, read.text)
}

// A reader that has seen enough (`brief … | head`) closes the pipe: no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
process.exitCode = await main(process.argv.slice(2))
