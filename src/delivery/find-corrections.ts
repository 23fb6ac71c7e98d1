import { setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Slug } from '../article/article.ts'
import {
  changesBetween,
  changesFacts,
  isShrunk,
  restoredIn,
  type TextChange,
  type TextUnit,
  unitKey,
  unitsOf,
} from '../briefing/corrections.ts'
import { type CompareBriefings, type LoadedBriefing, STILL_MS } from '../library/library.ts'
import { correctMessage, markCorrected, shownIn } from '../messages/correct-message.ts'
import { renderNotice, renderWithdrawal } from '../messages/views/corrections.ts'
import type { Wordings } from '../messages/wording.ts'
import type { ArticleCorrection, ArticleText, DigestCorrection, ShowingDigest } from '../store/ledger/corrections.ts'
import { messageId } from '../store/ledger/messages.ts'
import type { ShrunkDigest, ShrunkText } from '../store/shrunk-texts.ts'
import type { Store } from '../store/store.ts'

export type FindCorrectionsOptions = {
  readonly store: Store
  readonly wordings: Wordings
  readonly now: () => Date
  readonly log: Logger
  /** Called after corrections were recorded. */
  readonly wake: () => void
}

/** A text that shrank may be a file cut short: it counts as a correction only after this time. */
const SHRUNK_STILL_MS = 10 * 60_000

/**
 * Compares articles with their former texts; logs what they no longer say, and records corrections of the digests that show
 * it. Files that may still be written wait; corrections for a text that shrank are withdrawn when the text is whole again.
 */
export function createCorrectionFinder(options: FindCorrectionsOptions): CompareBriefings {
  return async (loaded) => {
    const waiting: Slug[] = []
    const right: ArticleText[] = []
    for (const one of loaded) {
      const found = await look(options, one)
      if (found === 'waits') waiting.push(one.briefing.article.slug)
      else if (found !== 'corrected') right.push(found)
      await turn()
    }
    await options.store.corrections.keepTexts(right)
    return waiting
  }
}

/** A text that needs no correction is returned, to be stored. */
async function look(
  options: FindCorrectionsOptions,
  loaded: LoadedBriefing,
): Promise<ArticleText | 'corrected' | 'waits'> {
  const { store, now, log, wake } = options
  const { briefing, fileHash, stillForMs } = loaded
  const { slug } = briefing.article
  const units = unitsOf(briefing)
  const text = { slug, fileHash, units }
  const former = await store.corrections.formerUnits(text)
  // the same file read by another engine: none of its statements became wrong
  if (former === null) return text
  const isCut = isShrunk(former, units)
  if (stillForMs < (isCut ? SHRUNK_STILL_MS : STILL_MS)) return 'waits'
  const shrunk = await store.corrections.shrunk(slug)
  const changes = changesBetween(former, units)
  const { restored, wrong } = shrunk === null ? NOTHING : restoredIn(shrunk.units, former, units)
  if (changes.length === 0 && restored.length === 0) return text
  const { title, language } = briefing.article
  const article = { title: title.text, language }
  const again = shrunk !== null && (isCut || restored.length > 0) ? { shrunk, wrong } : null
  const change = { text, changes, article, isCut, again, former }
  // retried: another digest that shows the article may have been planned meanwhile
  for (;;) if (await store.corrections.record(await correctionFor(options, change), now().getTime())) break
  log.info({ article: slug, changes: changes.length, restored: restored.length }, 'an article was corrected')
  wake()
  return 'corrected'
}

const NOTHING = { restored: [], wrong: [] }

type ArticleChange = {
  readonly text: ArticleText
  readonly changes: readonly TextChange[]
  readonly article: Correcting['article']
  readonly isCut: boolean
  /** The text before it shrank, and which of its changes still hold: its corrected digests are corrected anew. */
  readonly again: { readonly shrunk: ShrunkText; readonly wrong: readonly TextChange[] } | null
  readonly former: readonly TextUnit[]
}

async function correctionFor(options: FindCorrectionsOptions, change: ArticleChange): Promise<ArticleCorrection> {
  const { corrections } = options.store
  const { text, changes, article, isCut, again, former } = change
  const changeId = `${text.slug}:${text.fileHash.slice(0, 16)}`
  const showing = await corrections.digestsShowing(text.slug)
  const begun =
    again === null ? [] : again.shrunk.digests.flatMap((each) => redoCorrection(options, { each, showing, change }))
  const replaced = new Set((again?.shrunk.digests ?? []).flatMap((each) => Object.values(each)))
  const others = showing.filter(({ id }) => !replaced.has(id))
  const fresh = others.flatMap((digest) => correctionOf(options, { digest, changes, article }))
  const entries = again === null ? [] : await corrections.logged(again.shrunk.changeId)
  const wrong = new Set((again?.wrong ?? []).map(({ was }) => unitKey(was)))
  const canBeTakenBack = isCut || (again !== null && again.wrong.length > 0)
  const digests = [...begun.map(({ shrunk }) => shrunk), ...(isCut ? fresh.map(shrunkOf) : [])]
  return {
    ...{ text, changeId, ...article, digests: [...begun.flatMap(({ digests }) => digests), ...fresh] },
    changes: publicChanges(changes),
    looked: showing.map(({ id }) => id),
    withdrawn: entries.filter((entry) => !wrong.has(unitKey(entry.was))).map(({ id }) => id),
    shrunk: canBeTakenBack
      ? { changeId: again?.shrunk.changeId ?? changeId, units: again?.shrunk.units ?? former, digests }
      : null,
  }
}

type Redoing = {
  readonly each: ShrunkDigest
  readonly showing: readonly ShowingDigest[]
  readonly change: ArticleChange
}

/** Makes a digest's correction for a text that shrank anew from the original digest. */
function redoCorrection(options: FindCorrectionsOptions, { each, showing, change }: Redoing) {
  const digest = showing.find(({ id }) => id === each.origin)
  if (digest === undefined) return []
  const [right] = correctionOf(options, { digest, changes: change.again?.wrong ?? [], article: change.article })
  const { message } = digest
  const as = { corrected: right?.corrected ?? message, marked: right?.marked ?? message, notice: null }
  const [corrected, marked] = [messageId(as.corrected), messageId(as.marked)]
  const stale = new Set([each.origin, each.corrected, each.marked])
  const digests = [...stale].flatMap((id) => {
    return id === corrected || id === marked ? [] : [{ ...as, digestId: id }]
  })
  const isWhole = change.again?.wrong.length === 0
  const withdrawn = isWhole && each.notice !== null ? [withdrawal(options, { digest, change, id: each.notice })] : []
  const shrunk = { origin: each.origin, corrected, marked, notice: each.notice }
  return [{ digests: [...digests, ...withdrawn], shrunk }]
}

type Withdrawing = { readonly digest: ShowingDigest; readonly change: ArticleChange; readonly id: string }

function withdrawal({ wordings }: FindCorrectionsOptions, { digest, change, id }: Withdrawing): DigestCorrection {
  const message = renderWithdrawal(change.article, wordings(digest.language))
  return { digestId: id, corrected: message, marked: message, notice: null }
}

function shrunkOf({ digestId, corrected, marked, notice }: DigestCorrection): ShrunkDigest {
  const replaced = { origin: digestId, corrected: messageId(corrected), marked: messageId(marked) }
  return { ...replaced, notice: notice === null ? null : messageId(notice) }
}

type Correcting = {
  readonly digest: ShowingDigest
  readonly changes: readonly TextChange[]
  readonly article: Pick<Parameters<typeof renderNotice>[0], 'title' | 'language'>
}

/** Empty where the digest shows none of the changes. */
function correctionOf(
  { wordings, now, log }: FindCorrectionsOptions,
  { digest, changes, article }: Correcting,
): readonly DigestCorrection[] {
  const wording = wordings(digest.language)
  const { message } = digest
  const corrected = correctMessage(message, changes, wording)
  if (corrected === null) log.warn({ digest: digest.id }, 'a digest can’t be corrected: it would be too long')
  if (corrected === null || corrected === message) return []
  const marked = markCorrected(corrected, now().toISOString(), wording) ?? corrected
  const serious = changes.filter(changesFacts)
  const wrong = shownIn(
    message,
    serious.map(({ was }) => was),
  )
  const shown = onceEach(serious.filter(({ was }) => wrong.includes(was)))
  const notice = shown.length === 0 ? null : renderNotice({ ...article, changes: shown }, wording)
  return [{ digestId: digest.id, corrected, marked, notice }]
}

/** The changes to log: a gist is part of a sentence, and a changed quote stands for its sentence. */
function publicChanges(changes: readonly TextChange[]): readonly TextChange[] {
  const quotes = changes.filter(({ was }) => was.kind === 'quote')
  return changes.filter(
    ({ was }) =>
      was.kind !== 'line' && (was.kind !== 'sentence' || !quotes.some((quote) => overlap(quote.was.text, was.text))),
  )
}

/** A quote stands for its sentence, a sentence for the gist that is part of it. */
function onceEach(changes: readonly TextChange[]): readonly TextChange[] {
  const rank = ({ was }: TextChange) => STANDS_FOR.indexOf(was.kind)
  return changes.filter(
    (one) => !changes.some((other) => rank(other) < rank(one) && overlap(other.was.text, one.was.text)),
  )
}

const STANDS_FOR: readonly TextUnit['kind'][] = ['quote', 'sentence', 'line', 'title']

function overlap(left: string, right: string): boolean {
  return left.includes(right) || right.includes(left)
}
