import { fold } from '../language/fold.ts'
import { detectLanguage } from '../language/language.ts'
import { contentStems } from '../language/stems.ts'
import { looksLikeHeading } from './body.ts'
import { FURNITURE, type FurnitureRule } from './furniture-rules.ts'
import { type LabelKind, labelOf } from './page-labels.ts'
import { agencyAtEnd } from './published.ts'
import { isLink, type Line } from './unwrap.ts'

/** The lines that may be text of the article, and how many letters the others had. */
export type WithoutFurniture = {
  readonly lines: readonly Line[]
  /** The site's name above the title, or the agency's below it. */
  readonly source: string | null
  /** `منذ ساعتين`, where the page says so. */
  readonly ago: string | null
  /** What is left of the article is for subscribers. */
  readonly isPart: boolean
  readonly dropped: number
}

const LONGEST = 220
/** A paragraph of the text: not a headline, a caption or a button. */
const SHORTEST_PARAGRAPH = 60
const SHORTEST_REPEATED = 12
const STOP = /[.؟!…:،؛"»”)\]]$/u
/** Words by which a site says its name. */
const SITE =
  /^(?:(?:جريده|صحيفه|موقع|قناه|وكاله|شبكه|بوابه|مجله|تلفزيون|اذاعه|منصه)(?: \S+){1,4}|\S+(?: \S+){0,2} (?:نيوز|نت|اونلاين|اون لاين|تايمز|برس|news|times|post|press|online)|\S+\.(?:com|net|org|info|tv))$/u
/** A run of short lines above the text is the site's menu. */
const SHORTEST_MENU = 4
const MOST_MENU_WORDS = 3
const MOST_HEAD = 40
const LONGEST_TEASER = 300

/** Whether a few words are how a site calls itself: `جريدة الساحل`, `الساحل نيوز`. */
export function isSiteName(text: string): boolean {
  return SITE.test(fold(text))
}

/** Leaves out what a page shows beside its article. What could be either stays. `title`: as the page said it elsewhere. */
export function withoutFurniture(all: readonly Line[], title: string | null): WithoutFurniture {
  const keys = all.map((line) => lineKey(line.text))
  const [from, to] = textSpan(all, keys)
  const menu = menuLength(all.slice(0, from))
  const names = siteNames(all, keys, from)
  const run = title === null ? headlineRun(all, from) : 0
  const teasers = teasersStart(all)
  const seen = new Set(title === null ? [] : [lineKey(title)])
  const lines: Line[] = []
  let dropped = 0
  let ago: string | null = null
  let agency: string | null = null
  let isPart = false
  let isListed = false
  let isAfterLink = false
  for (const [index, line] of all.entries()) {
    const key = keys[index] ?? ''
    const place = index < from ? 'head' : index > to ? 'tail' : 'body'
    const rule = furnitureRule(key, place)
    const isTitle = lines.length === 0 && title === null
    isListed = isUnderLabel(line, isListed)
    if (rule?.name === 'time ago') ago ??= line.text
    if (rule?.name === 'paywall') isPart = true
    if (rule?.name === 'agency' && place === 'head') agency ??= agencyAtEnd(line.text)
    if (
      rule !== null ||
      (isLink(line) && !isListed) ||
      (isAfterLink && /(?:(?<!\.)\.{2,}|…)$/u.test(line.text)) ||
      index < menu ||
      index < run ||
      index >= teasers ||
      names.has(index) ||
      isOfACaption(keys, index) ||
      (place === 'head' && (seen.has(key) || isByline(line, index, { all, keys }))) ||
      (!isTitle && line.bullet === '' && isPrintedTwice(keys, index))
    ) {
      dropped += line.text.length
      isAfterLink ||= line.role === 'linked heading'
    } else {
      lines.push(line)
      isAfterLink = false
    }
    if (key.length >= SHORTEST_REPEATED) seen.add(key)
  }
  const [name] = names
  return { lines, source: name === undefined ? agency : (all[name]?.text ?? null), ago, isPart, dropped }
}

/** Whether a line stands under `مقالات مشابهة`, or is such a label: other lines that are links lead away from the article. */
function isUnderLabel(line: Line, isListed: boolean): boolean {
  const label = labelOf(line.text)
  if (label !== null) return LISTS.has(label.kind)
  return isListed && (isLink(line) || line.bullet !== '')
}

const LISTS: ReadonlySet<LabelKind> = new Set(['related', 'also', 'keywords'])

/** The line as rules compare it: folded, marks at its ends left out. */
export function lineKey(text: string): string {
  if (text.length > LONGEST) return ''
  return fold(text)
    .replace(/\s+/gu, ' ')
    .replace(/^[\s/|*#•►▶\-–—]+|[\s/|*\-–—]+$/gu, '')
}

/** The rule by which a line (as `lineKey` gives it) is furniture where it stands; null for none. */
export function furnitureRule(key: string, place: 'head' | 'body' | 'tail'): FurnitureRule | null {
  if (key === '') return null
  return (
    FURNITURE.find(
      (rule) =>
        (rule.place === 'anywhere' || (rule.place === 'head' ? place === 'head' : place !== 'body')) &&
        rule.pattern.test(key),
    ) ?? null
  )
}

/** The first and the last line that is a paragraph of text. */
function textSpan(lines: readonly Line[], keys: readonly string[]): readonly [number, number] {
  const isText = (line: Line, index: number) =>
    line.text.length >= SHORTEST_PARAGRAPH &&
    STOP.test(line.text) &&
    labelOf(line.text) === null &&
    furnitureRule(keys[index] ?? '', 'body') === null
  const from = lines.findIndex(isText)
  return from < 0 ? [Math.min(1, lines.length), lines.length] : [from, lines.findLastIndex(isText)]
}

/** How many lines at the head are a menu: four and more of at most three words each; the title is longer. */
function menuLength(head: readonly Line[]): number {
  const end = head.findIndex((line) => line.text.split(/\s+/u).length > MOST_MENU_WORDS || STOP.test(line.text))
  const length = end < 0 ? 0 : end
  return length >= SHORTEST_MENU ? length : 0
}

/**
 * How many lines at the head are headlines of others: two and more that share no word with the text below, before one that
 * does. One alone may be the title itself, unless it is as short as a section's name.
 */
function headlineRun(lines: readonly Line[], from: number): number {
  const head = lines.slice(0, from)
  if (head.length < 2 || head.length > MOST_HEAD) return 0
  if (head.some((line) => line.bullet !== '' || labelOf(line.text) !== null)) return 0
  const text = new Set(lines.slice(from, from + 3).flatMap(stemsOf))
  const first = head.findIndex((line) => looksLikeHeading(line) && stemsOf(line).some((stem) => text.has(stem)))
  const isSection = first === 1 && (head[0]?.text.split(' ').length ?? 0) <= 2
  return first >= 2 || isSection ? first : 0
}

function stemsOf({ text }: Line): readonly string[] {
  const part = text.slice(0, 1000)
  return contentStems(part, detectLanguage(part))
}

/** Where headlines of others begin that end the page, a link and its teaser each: two and more. */
function teasersStart(lines: readonly Line[]): number {
  let start = lines.length
  let pairs = 0
  for (let at = lines.length - 1; at > 0; at -= 1) {
    const [before, line] = [lines[at - 1], lines[at]]
    if (line && isLink(line)) continue
    const isTeaser =
      before?.role === 'linked heading' &&
      labelOf(before.text) === null &&
      line &&
      line.text.length < LONGEST_TEASER &&
      labelOf(line.text) === null
    if (!isTeaser) break
    pairs += 1
    start = at - 1
  }
  return pairs >= 2 ? start : lines.length
}

/** The names of the site above a title. */
function siteNames(lines: readonly Line[], keys: readonly string[], from: number): ReadonlySet<number> {
  const found = new Set<number>()
  for (let index = 0; index < Math.min(from - 1, 3); index += 1) {
    const line = lines[index]
    if (line && line.role !== 'heading' && SITE.test(keys[index] ?? '') && looksLikeHeading(line)) found.add(index)
  }
  return found
}

/** A caption is printed beside its picture and below it. */
function isPrintedTwice(keys: readonly string[], index: number): boolean {
  const key = keys[index] ?? ''
  if (index === 0 || key.length < SHORTEST_REPEATED || /[.؟!…:]$/u.test(key)) return false
  return keys[index - 1] === key || keys[index + 1] === key
}

/** `التعليق على الصورة،` and its caption on the next line. */
function isOfACaption(keys: readonly string[], index: number): boolean {
  const [key, before] = [keys[index] ?? '', keys[index - 1] ?? '']
  return (
    /^(?:التعليق علي الصوره|شرح الصوره|تعليق الصوره|image caption)\s?[،,::]?$/u.test(before) &&
    key !== '' &&
    !/[.؟!]$/u.test(key)
  )
}

/** `هدى كمال -`, or a name between the title and the date. */
function isByline(
  line: Line,
  index: number,
  { all, keys }: { all: readonly Line[]; keys: readonly string[] },
): boolean {
  if (index === 0 || line.role !== 'line') return false
  const words = (keys[index] ?? '').split(' ').length
  if (words < 2 || words > 5 || STOP.test(line.text)) return false
  if (/\s?[-–—|]$/u.test(line.text)) return true
  const next = keys[index + 1] ?? ''
  return words <= 3 && (all[index + 1]?.text.length ?? 0) < 80 && isTime(next)
}

function isTime(key: string): boolean {
  const rule = furnitureRule(key, 'head')
  return rule?.name === 'time ago' || rule?.name === 'clock'
}
