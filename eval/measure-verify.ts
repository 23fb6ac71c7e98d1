import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { paragraphsOf, UNSTATED_RELEASE } from '../src/article/article.ts'
import type { Briefing } from '../src/briefing/briefing.ts'
import { splitSentences } from '../src/language/sentences.ts'
import { countWords } from '../src/language/words.ts'
import { briefFile } from '../src/library/brief-file.ts'
import { createVerify, type Verify } from '../src/library/verify.ts'
import { termReader } from '../src/search/terms.ts'
import { articleRows } from '../src/store/articles/article-rows.ts'
import { openStore } from '../src/store/store.ts'
import type { Finding } from '../src/verify/finding.ts'
import { annotatedIds, CORPUS } from './annotations.ts'
import { type ClaimCase, claimCases } from './claim-cases.ts'
import { dataSet } from './data.ts'
import { type Measure, percent } from './measure.ts'

const CONTENT = resolve(import.meta.dirname, '../content')
const KEPT = join(import.meta.dirname, 'annotations/kept.txt')
/** Every so many of the annotated articles are not on hand. */
const EACH_AWAY = 5
const SEED = 20_251

/** A case that was answered otherwise than it should be. */
export type Missed = { readonly set: string; readonly claim: ClaimCase; readonly finding: Finding }

/** What is told of quotes that were said, changed or never said; `missed` is called with each that is told wrongly. */
export async function measureVerify(
  seed = SEED,
  missed: (one: Missed) => void = () => {},
): Promise<readonly Measure[]> {
  const { onHand, away } = articles()
  const cases = claimCases({ quotes: onHand.flatMap(({ quotes }) => quotes), others: away.flatMap(sentencesOf) }, seed)
  return await withVerify(onHand, async (verify) => {
    const told = async (
      set: string,
      claims: readonly ClaimCase[],
      isRight: (finding: Finding, claim: ClaimCase) => boolean,
    ) => {
      let right = 0
      const findings: Finding[] = []
      for (const claim of claims) {
        const [finding] = await verify.check((await verify.read(claim.text)).slice(0, 1))
        if (finding === undefined) continue
        findings.push(finding)
        if (isRight(finding, claim)) right += 1
        else missed({ set, claim, finding })
      }
      return { share: right / claims.length, findings }
    }
    const verbatim = await told('verbatim', cases.verbatim, ({ verdict }) => verdict === 'verbatim')
    const altered = await told(
      'altered',
      cases.altered,
      ({ verdict }, { kind }) => verdict === (kind === 'speaker' ? 'other-speaker' : 'altered'),
    )
    const never = await told('never said', cases.neverSaid, ({ verdict }) => verdict === 'unknown')
    const called = altered.findings.filter(({ verdict }) => verdict === 'verbatim').length
    return [
      { name: 'verify: verbatim confirmed', value: percent(verbatim.share), wanted: '99' },
      { name: 'verify: altered caught', value: percent(altered.share), wanted: '98' },
      { name: 'verify: altered called verbatim', value: String(called), wanted: '0' },
      { name: 'verify: never said, called otherwise', value: percent(1 - never.share), wanted: 'at most 1' },
    ]
  })
}

/** The bundled articles and, where they are at hand, those annotated, a part of which is left out. */
function articles(): { readonly onHand: readonly Briefing[]; readonly away: readonly Briefing[] } {
  const bundled = readdirSync(CONTENT)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => briefingOf(CONTENT, name))
  const isShared = dataSet() === 'shared' && existsSync(CORPUS)
  const kept = new Set(readFileSync(KEPT, 'utf8').split(/\s+/))
  const ids = isShared
    ? annotatedIds(undefined).filter((id) => !kept.has(id) && existsSync(join(CORPUS, `${id}.txt`)))
    : []
  const annotated = ids.map((id) => briefingOf(CORPUS, `${id}.txt`))
  return {
    onHand: [...bundled, ...annotated.filter((_, index) => index % EACH_AWAY !== 0)].flat(),
    away: annotated.filter((_, index) => index % EACH_AWAY === 0).flat(),
  }
}

function briefingOf(folder: string, name: string): readonly Briefing[] {
  const briefed = briefFile({ name, text: readFileSync(join(folder, name), 'utf8') })
  return briefed.kind === 'briefed' ? [briefed.briefing] : []
}

function sentencesOf({ article }: Briefing): readonly string[] {
  return paragraphsOf(article)
    .flatMap((text) =>
      splitSentences(text, article.language).map((sentence) => sentence.text.replace(/["«»“”″]/gu, '')),
    )
    .filter((text) => countWords(text) >= 6 && countWords(text) <= 40)
}

async function withVerify<T>(briefings: readonly Briefing[], work: (verify: Verify) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'mujaz-eval-'))
  const store = await openStore({ directory })
  try {
    const readTerms = termReader()
    for (const [index, briefing] of briefings.entries()) {
      const file = { name: `${index}.md`, signature: `${index}`, hash: `${index}` }
      const articles = [articleRows(briefing, readTerms)]
      const page = { release: UNSTATED_RELEASE, doubts: [], published: null }
      await store.files.take([{ ...file, answers: null, kind: 'articles', articles, page }], { now: 0, zone: 'UTC' })
    }
    return await work(createVerify(store))
  } finally {
    await store.close()
    rmSync(directory, { recursive: true })
  }
}
