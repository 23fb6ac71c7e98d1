import { setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type Change, changesBetween, unitsOf } from '../briefing/corrections.ts'
import type { LoadedBriefing } from '../library/library.ts'
import { correctMessage, markCorrected, shownIn } from '../messages/correct-message.ts'
import { renderNotice } from '../messages/views/corrections.ts'
import type { Wordings } from '../messages/wording.ts'
import type { DigestCorrection, ShowingDigest } from '../store/ledger/corrections.ts'
import type { Store } from '../store/store.ts'

export type CorrectionsOptions = {
  readonly store: Store
  readonly wordings: Wordings
  readonly now: () => Date
  readonly log: Logger
  /** Called when there is something to put right. */
  readonly nudge: () => void
}

/** Compares articles with their former texts; logs what they no longer say, and records corrections of the digests that show it. */
export function createCorrections(options: CorrectionsOptions): (loaded: readonly LoadedBriefing[]) => Promise<void> {
  const known = new WeakSet<LoadedBriefing['briefing']>()
  return async (loaded) => {
    for (const one of loaded) {
      // the same briefing object has the same text
      if (known.has(one.briefing)) continue
      await look(options, one)
      known.add(one.briefing)
      await turn()
    }
  }
}

async function look(options: CorrectionsOptions, { briefing, fileHash }: LoadedBriefing): Promise<void> {
  const { store, now, log, nudge } = options
  const { slug, title, language } = briefing.article
  const units = unitsOf(briefing)
  const text = { slug, fileHash, units }
  // where the file is the same it is only read in another way: nothing that was said has become wrong
  const former = await store.corrections.formerUnits(text)
  const changes = former === null ? [] : changesBetween(former, units)
  if (changes.length === 0) return await store.corrections.keepText(text)
  const article = { title: title.text, language }
  let digests: readonly DigestCorrection[]
  for (;;) {
    const showing = await store.corrections.digestsShowing(slug)
    const looked = showing.map(({ id }) => id)
    digests = showing.flatMap((digest) => correctionOf(options, { digest, changes, article }))
    const correction = { text, ...article, changes: publicChanges(changes), digests, looked }
    // else another digest that shows the article was made meanwhile
    if (await store.corrections.record(correction, now().getTime())) break
  }
  log.info({ article: slug, changes: changes.length, digests: digests.length }, 'an article was corrected')
  nudge()
}

type Correcting = {
  readonly digest: ShowingDigest
  readonly changes: readonly Change[]
  readonly article: Pick<Parameters<typeof renderNotice>[0], 'title' | 'language'>
}

/** None where the digest shows nothing of what has changed. */
function correctionOf(
  { wordings, now, log }: CorrectionsOptions,
  { digest, changes, article }: Correcting,
): readonly DigestCorrection[] {
  const wording = wordings(digest.language)
  const { message } = digest
  const corrected = correctMessage(message, changes, wording)
  if (corrected === null) log.warn({ digest: digest.id }, 'a digest can’t be corrected: it would be too long')
  if (corrected === null || corrected === message) return []
  const marked = markCorrected(corrected, now().toISOString(), wording) ?? corrected
  const quotes = changes.filter(({ was }) => was.kind === 'quote')
  const wrong = shownIn(
    message,
    quotes.map(({ was }) => was),
  )
  const shown = quotes.filter(({ was }) => wrong.includes(was))
  const notice = shown.length === 0 ? null : renderNotice({ ...article, changes: shown }, wording)
  return [{ digestId: digest.id, corrected, marked, notice }]
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
