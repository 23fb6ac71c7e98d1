import { FormattedString } from '@grammyjs/parse-mode'
import type { Message } from '../../text/message.ts'
import { blocks, clip, lines, rich } from '../../text/rich.ts'
import { type ButtonRow, pagerRow, pressButton, row } from '../buttons/keyboard.ts'
import { nearestPage, phrase, toMessage, type View } from '../view.ts'
import type { Wording } from '../wording.ts'

/** A source of articles as its owner sees it. */
export type ShownSource = {
  readonly id: number
  readonly kind: 'feed' | 'channel' | 'site'
  readonly key: string
  readonly title: string
  readonly mode: 'publish' | 'hold'
  readonly trouble: { readonly why: string; readonly words: Readonly<Record<string, string | number>> } | null
}

const PAGE_SIZE = 8
const TITLE_LENGTH = 60

/** All sources, a page at a time, with their switches. */
export function renderSources(sources: readonly ShownSource[], wanted: number, { wording }: View): Message {
  if (sources.length === 0) return toMessage(phrase(wording, 'feeds-none'), [])
  const pages = Math.ceil(sources.length / PAGE_SIZE)
  const page = nearestPage(wanted, pages)
  const start = page * PAGE_SIZE
  const shown = sources.slice(start, start + PAGE_SIZE)
  const text = blocks(
    FormattedString.b(phrase(wording, 'feeds-title')),
    ...shown.map((source, at) => linesOf(source, start + at + 1, wording)),
    phrase(wording, 'feeds-how'),
  )
  const turn = (label: string, to: number) => pressButton(label, { kind: 'sources', page: to })
  const rows = shown.map((source, at) => switches(source, start + at + 1, wording))
  return toMessage(text, [...rows, ...(pages > 1 ? [pagerRow({ page, pages }, turn, wording)] : [])])
}

/** What comes of a new source, and the question whether it is trusted. */
export function renderNewSource(source: ShownSource, first: number, { wording }: View): Message {
  const { kind, title } = source
  const text = blocks(
    phrase(wording, `feeds-added-${kind}`, { title: clip(title, TITLE_LENGTH), count: first }),
    phrase(wording, 'feeds-ask-mode'),
  )
  return toMessage(text, [row(wording, modeButton(source, 'publish', wording), modeButton(source, 'hold', wording))])
}

/** Asks before a source is given up. */
export function renderSourceRemoval(source: ShownSource, { wording }: View): Message {
  const sure = pressButton(wording.say('feeds-remove'), { kind: 'source', act: 'remove', source: source.id })
  const keep = pressButton(wording.say('feeds-keep'), { kind: 'sources', page: 0 })
  return toMessage(phrase(wording, 'feeds-remove-sure', { title: clip(source.title, TITLE_LENGTH) }), [
    row(wording, keep, sure),
  ])
}

function linesOf({ title, key, mode, trouble }: ShownSource, number: number, wording: Wording) {
  const named = phrase(wording, `feeds-line-${mode}`, { number, title: clip(title, TITLE_LENGTH) })
  return lines(
    named,
    rich(clip(key, 120), 'ltr'),
    trouble === null ? null : phrase(wording, `fetch-${trouble.why}`, trouble.words),
  )
}

function switches(source: ShownSource, number: number, wording: Wording): ButtonRow {
  const other = source.mode === 'hold' ? 'publish' : 'hold'
  const ask = { kind: 'source', act: 'ask', source: source.id } as const
  return row(
    wording,
    pressButton(wording.say(`feeds-switch-${other}`, { number }), { kind: 'source', act: other, source: source.id }),
    pressButton(wording.say('feeds-remove-one', { number }), ask),
  )
}

function modeButton({ id }: ShownSource, mode: ShownSource['mode'], wording: Wording) {
  return pressButton(wording.say(`feeds-${mode}`), { kind: 'source', act: mode, source: id })
}
