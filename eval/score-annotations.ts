import type { Person, Quote } from '../src/briefing/briefing.ts'
import {
  annotatedIds,
  isNamedSo,
  isSameSpan,
  nameTokens,
  type PersonMark,
  type Place,
  readAnnotation,
} from './annotations.ts'
import { briefText } from './brief-text.ts'
import { balance, percent } from './measure.ts'
import { tokens } from './tokens.ts'

// Scores the briefings of annotated articles: `node eval/score-annotations.ts [IDS_FILE] [-v]`; `-v` lists what is wrong.

const args = process.argv.slice(2)
const verbose = args.includes('-v')
const count = {
  quotes: 0,
  found: 0,
  false: 0,
  named: 0,
  right: 0,
  whole: 0,
  notVerbatim: 0,
  people: 0,
  met: 0,
  strangers: 0,
  full: 0,
  roles: 0,
  roleRight: 0,
  figures: 0,
  figuresFound: 0,
  figuresListed: 0,
  figuresRight: 0,
  dates: 0,
  datesFound: 0,
  datesListed: 0,
  datesRight: 0,
}

for (const id of annotatedIds(args.find((arg) => !arg.startsWith('-')))) scoreArticle(id)
printTotals()

function scoreArticle(id: string): void {
  const { marks, text, published } = readAnnotation(id)
  const briefing = briefText(text, 120, published)
  const words = ([start, end]: Place) => text.slice(start, end)
  const tell = (line: string) => verbose && process.stdout.write(`${id} ${line}\n`)

  const rest = new Set<Quote>(briefing.quotes)
  const page = tokens(text).join(' ')
  for (const quote of rest) if (!page.includes(tokens(quote.text).join(' '))) count.notVerbatim += 1
  for (const mark of marks.quotes) {
    const quote = [...rest].find((one) => isSameSpan(one.text, words(mark.at)))
    if (quote !== undefined) rest.delete(quote)
    if (mark.optional) continue
    count.quotes += 1
    if (quote === undefined) {
      tell(`MISSED ${words(mark.at).slice(0, 70)}`)
      continue
    }
    count.found += 1
    const names = mark.speakers.map(words)
    if (quote.speaker !== null) count.named += 1
    const right = quote.speaker === null ? names.length === 0 : isNamedSo(quote.speaker, names)
    if (!right) {
      tell(`SPEAKER ${quote.speaker} for ${names[0] ?? null} (${mark.mention}): ${quote.text.slice(0, 50)}`)
      continue
    }
    if (quote.speaker !== null) count.right += 1
    if (quote.speaker === null || isWhole(quote.speaker, names)) count.whole += 1
    else tell(`CUT ${quote.speaker} of ${names[0]}`)
  }
  for (const quote of rest) tell(`FALSE ${quote.text.slice(0, 70)}`)
  count.false += rest.size

  // Some articles are annotated for quotes alone.
  if (marks.people.length > 0) scorePeople(marks.people, briefing.people, words, tell)

  const figures = briefing.figures.map((figure) => tokens(figure.text))
  const isFigure = (said: readonly string[], mark: { readonly at: Place }) => {
    const wanted = tokens(words(mark.at))
    const number = wanted.find((word) => /\d/.test(word))
    const shared = wanted.filter((word) => said.includes(word)).length
    return (number === undefined || said.includes(number)) && shared / wanted.length >= 0.6
  }
  for (const mark of marks.figures) {
    if (mark.optional) continue
    count.figures += 1
    if (figures.some((said) => isFigure(said, mark))) count.figuresFound += 1
  }
  count.figuresListed += figures.length
  count.figuresRight += figures.filter((said) => marks.figures.some((mark) => isFigure(said, mark))).length

  const isDate = (date: string | null, iso: string) => date?.startsWith(iso) === true
  for (const mark of marks.dates) {
    if (mark.optional) continue
    count.dates += 1
    if (briefing.timeline.some(({ date }) => isDate(date, mark.iso))) count.datesFound += 1
    else tell(`MISSED DATE ${words(mark.at)} ${mark.iso}`)
  }
  const dated = briefing.timeline.filter(({ date }) => date !== null)
  for (const { date, when } of dated)
    if (!marks.dates.some(({ iso }) => isDate(date, iso))) tell(`DATE ${when} ${date}`)
  count.datesListed += dated.length
  count.datesRight += dated.filter(({ date }) => marks.dates.some(({ iso }) => isDate(date, iso))).length
}

function scorePeople(
  marks: readonly PersonMark[],
  people: readonly Person[],
  words: (place: Place) => string,
  tell: (line: string) => void,
): void {
  const rest = new Set(people)
  for (const mark of marks) {
    const names = mark.names.map(words)
    const person = [...rest].find(({ name }) => isNamedSo(name, names))
    if (person !== undefined) rest.delete(person)
    if (mark.optional) continue
    count.people += 1
    if (person === undefined) {
      tell(`MISSED PERSON ${names[0]}`)
      continue
    }
    count.met += 1
    if (nameTokens(person.name).length >= nameTokens(names[0] ?? '').length) count.full += 1
    else tell(`SHORT ${person.name} of ${names[0]}`)
    if (mark.roles.length === 0) continue
    count.roles += 1
    if (mark.roles.map(words).some((role) => isRole(person.role ?? '', role))) count.roleRight += 1
    else tell(`ROLE ${person.role} of ${person.name}: ${words(mark.roles[0] ?? [0, 0])}`)
  }
  for (const { name, role } of rest) tell(`STRANGER ${name} (${role})`)
  count.strangers += rest.size
}

/** Not a piece of a name that the article does not itself use. */
function isWhole(said: string, names: readonly string[]): boolean {
  const own = nameTokens(said)
  const full = nameTokens(names[0] ?? '')
  return own.length >= full.length || names.some((name) => nameTokens(name).join(' ') === own.join(' '))
}

/** At least half of a role's words are the article's. */
function isRole(said: string, wanted: string): boolean {
  const bare = (role: string) => tokens(role).map((word) => word.replace(/^ال/, ''))
  const own = bare(said)
  const all = new Set(bare(wanted))
  return own.length > 0 && own.filter((word) => all.has(word)).length / own.length >= 0.5
}

function printTotals(): void {
  const quotes = balance(count.found, count.found + count.false, count.quotes)
  const people = balance(count.met, count.met + count.strangers, count.people)
  const share = (part: number, all: number) => percent(part / Math.max(1, all))
  const rows = {
    quotes: `P ${percent(quotes.p)} R ${percent(quotes.r)} F ${percent(quotes.f)}; not verbatim ${count.notVerbatim}`,
    speakers: `named ${share(count.named, count.found)} of those found, right where named ${share(count.right, count.named)}; found and right ${share(count.right, count.quotes)}, whole ${share(count.whole, count.quotes)}`,
    people: `P ${percent(people.p)} R ${percent(people.r)}; full name ${share(count.full, count.met)}, role ${share(count.roleRight, count.roles)}`,
    figures: `P ${share(count.figuresRight, count.figuresListed)} R ${share(count.figuresFound, count.figures)}`,
    dates: `P ${share(count.datesRight, count.datesListed)} R ${share(count.datesFound, count.dates)}`,
  }
  for (const [name, row] of Object.entries(rows)) process.stdout.write(`${name.padEnd(9)} ${row}\n`)
}
