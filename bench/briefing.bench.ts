import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Article } from '../src/article/article.ts'
import { briefArticle } from '../src/briefing/brief-article.ts'
import type { Row } from './bench.ts'
import { makeArticle } from './make-articles.ts'
import type { Options } from './options.ts'
import { median, medianRatio } from './statistics.ts'

const WARM_UP = 400
const RUNS = 100
const MEBIBYTE = 1024 * 1024

/** How long an article takes, whether time grows with length alone, and whether memory stays where it was. */
export async function rows({ runs, against }: Options): Promise<readonly Row[]> {
  const article = makeArticle(1, 1000)
  const one = warmMilliseconds(briefArticle)
  const perWord = (words: number, times: number): number =>
    medianMilliseconds(briefArticle, makeArticle(1, words), times) / lengthOf(makeArticle(1, words))
  const base = one / lengthOf(article)
  return [
    ...(against === null ? [] : [await compare(against, runs)]),
    { name: 'an article of 1,000 words, median, warm (budget 10)', value: one, unit: 'ms' },
    { name: 'time a word at 10,000 words, against 1,000', value: perWord(10_000, 9) / base, unit: '×' },
    { name: 'time a word at 100,000 words, against 1,000', value: perWord(100_000, 3) / base, unit: '×' },
    { name: 'memory grown over 10,000 articles', value: growthOver(10_000) / MEBIBYTE, unit: 'MiB' },
  ]
}

type Brief = (article: Article) => unknown

/** Each checkout's briefing of the same article in a process of its own, in turn. */
async function compare(against: string, runs: number): Promise<Row> {
  const [ours, theirs]: number[][] = [[], []]
  for (let run = 0; run < runs; run += 1) {
    ours?.push(await millisecondsIn(join(import.meta.dirname, '..')))
    theirs?.push(await millisecondsIn(resolve(against)))
  }
  return { name: `an article of 1,000 words, ÷ ${against}`, value: medianRatio(ours ?? [], theirs ?? []), unit: '×' }
}

async function millisecondsIn(checkout: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, checkout], { timeout: 120_000 })
  return Number(stdout)
}

function warmMilliseconds(brief: Brief): number {
  const article = makeArticle(1, 1000)
  for (let run = 0; run < WARM_UP; run += 1) brief(article)
  return medianMilliseconds(brief, article, RUNS)
}

function medianMilliseconds(brief: Brief, article: Article, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    brief(article)
    return performance.now() - start
  })
  return median(times)
}

function lengthOf({ blocks }: Article): number {
  return blocks.reduce((words, { text }) => words + text.split(' ').length, 0)
}

/** Bytes on the heap after `count` different articles, over what it was after a tenth of them. */
function growthOver(count: number): number {
  let early = 0
  for (let index = 0; index < count; index += 1) {
    briefArticle(makeArticle(index, 120))
    if (index === count / 10) early = heapAfterCollection()
  }
  return Math.max(0, heapAfterCollection() - early)
}

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

if (import.meta.main) {
  const { briefArticle: brief } = await import(join(process.argv[2] ?? '', 'src/briefing/brief-article.ts'))
  process.stdout.write(String(warmMilliseconds(brief)))
}
