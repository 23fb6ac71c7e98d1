import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type Change, changesBetween, type Unit, unitsOf } from '../briefing/corrections.ts'
import type { LoadedBriefing } from '../library/library.ts'
import { correctMessage, markCorrected, shownIn } from '../messages/correct-message.ts'
import { renderNotice } from '../messages/views/corrections.ts'
import type { Wordings } from '../messages/wording.ts'
import type { ArticleText, DigestCorrection, ShowingDigest } from '../store/ledger/corrections.ts'
import { renderedDigest } from '../store/ledger/messages.ts'
import type { Store } from '../store/store.ts'
import { languageOf } from '../store/text-columns.ts'
import type { Message } from '../text/message.ts'

export type FindCorrectionsOptions = {
  readonly store: Store
  readonly wordings: Wordings
  readonly now: () => Date
  readonly log: Logger
  /** Called when there is something to put right. */
  readonly wake: () => void
}

/** Looks at what was read: what an article no longer says is written down, with what has to be put right for it. */
export function createCorrectionFinder(
  options: FindCorrectionsOptions,
): (loaded: readonly LoadedBriefing[]) => Promise<void> {
  const known = new WeakSet<LoadedBriefing['briefing']>()
  return async (loaded) => {
    for (const one of loaded) {
      // a briefing that was not made anew says what it said
      if (known.has(one.briefing)) continue
      await look(options, one)
      known.add(one.briefing)
      await turn()
    }
  }
}

async function look(options: FindCorrectionsOptions, { briefing, fileHash }: LoadedBriefing): Promise<void> {
  const { store, now, log, wake } = options
  const { slug, title, language } = briefing.article
  const units = unitsOf(briefing)
  const text = textOf(slug, fileHash, units)
  const former = await store.corrections.text(slug)
  if (former?.unitsHash === text.unitsHash && former.fileHash === fileHash) return
  // the file is the same, so it is only read in another way: nothing that was said has become wrong
  const isSame = former === null || former.fileHash === fileHash
  const changes = isSame ? [] : changesBetween(unitsIn(former), units)
  if (changes.length === 0) return await store.corrections.keepText(text)
  const article = { title: title.text, language }
  const changeId = `${slug}:${fileHash.slice(0, 16)}`
  let digests: readonly DigestCorrection[]
  const logged = publicChanges(changes).map((change) => JSON.stringify(change))
  for (;;) {
    const showing = await store.corrections.digestsShowing(slug)
    const looked = showing.map(({ id }) => id)
    digests = showing.flatMap((digest) => correctionOf(options, { digest, changes, article }))
    const correction = { text, changeId, ...article, changes: logged, digests, looked }
    // another digest that shows the article was made meanwhile
    if (await store.corrections.record(correction, now().getTime())) break
  }
  log.info({ article: slug, changes: changes.length, digests: digests.length }, 'an article was corrected')
  wake()
}

function textOf(slug: string, fileHash: string, read: readonly Unit[]): ArticleText {
  const units = JSON.stringify(read)
  return { slug, fileHash, unitsHash: createHash('sha256').update(units).digest('hex'), units }
}

function unitsIn({ units }: ArticleText): readonly Unit[] {
  // written by `textOf`
  const read: readonly Unit[] = JSON.parse(units)
  return read
}

type Correcting = {
  readonly digest: ShowingDigest
  readonly changes: readonly Change[]
  readonly article: Pick<Parameters<typeof renderNotice>[0], 'title' | 'language'>
}

/** None where the digest shows nothing of what has changed. */
function correctionOf(
  { wordings, now, log }: FindCorrectionsOptions,
  { digest, changes, article }: Correcting,
): readonly DigestCorrection[] {
  const wording = wordings(languageOf(digest.language))
  // made by `renderedDigest`
  const message: Message = JSON.parse(digest.message)
  const corrected = correctMessage(message, changes, wording)
  if (corrected === null) log.warn({ digest: digest.id }, 'a digest can’t be corrected: it would be too long')
  if (corrected === null || corrected === message) return []
  const marked = markCorrected(corrected, now().toISOString(), wording) ?? corrected
  const quotes = changes.filter(({ was }) => was.kind === 'quote')
  const wrong = shownIn(
    message,
    quotes.map(({ was }) => was),
  )
  const told = quotes.filter(({ was }) => wrong.includes(was))
  const notice = told.length === 0 ? null : renderedDigest(renderNotice({ ...article, changes: told }, wording))
  return [{ digest, corrected: renderedDigest(corrected), marked: renderedDigest(marked), notice }]
}

/** For the log: a gist is part of a sentence, and a sentence with a changed quote is told by the quote. */
function publicChanges(changes: readonly Change[]): readonly Change[] {
  const quotes = changes.filter(({ was }) => was.kind === 'quote')
  return changes.filter(
    ({ was }) =>
      was.kind !== 'line' && (was.kind !== 'sentence' || !quotes.some((quote) => overlap(quote.was.text, was.text))),
  )
}

function overlap(left: string, right: string): boolean {
  return left.includes(right) || right.includes(left)
}
