import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { mentionsOf } from '../src/requests/mention.ts'

const ROOT = resolve(import.meta.dirname, '..')

export type Pattern = { readonly path: string; readonly pattern: RegExp }

/** Those that see a part of a text only, `most` characters of it: there they may take what they like. */
export const OF_SHORT_TEXTS: readonly { readonly pattern: RegExp; readonly most: number }[] = [
  // before a date
  { pattern: /(\p{L}+)[\s\u00A0]+[وفبل]?$/u, most: 24 },
  // before a stop
  { pattern: /[\p{L}\p{M}\p{N}]*(?=["»”)]*$)/u, most: 40 },
]

/** Where an expression may begin: after these a slash is no division. */
const LITERAL =
  /(?<=(?:[(,=:[!&|?{};>]|return)\s*)\/((?:[^/\\\n[*]|\\.|\[(?:[^\]\\\n]|\\.)*\])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])*)\/([dgimsuvy]*)/g

/** The regular expressions that the source holds, those that its modules build when they are loaded, and the one that needs the bot's name. */
export async function patternsIn(folder: string): Promise<readonly Pattern[]> {
  const paths = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.d)\.ts$/.test(path),
  )
  const written = paths.flatMap((path) =>
    Array.from(
      readFileSync(join(ROOT, folder, path), 'utf8')
        .replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
        .matchAll(LITERAL),
      ([, source = '', flags = '']) => ({ path, pattern: new RegExp(source, flags.replace('g', '')) }),
    ),
  )
  const all = [
    ...written,
    ...(await builtBy(
      paths.filter((path) => path.includes('/')),
      folder,
    )),
  ]
  return [...new Map(all.map((one) => [String(one.pattern), one])).values()]
}

async function builtBy(paths: readonly string[], folder: string): Promise<readonly Pattern[]> {
  const built: Pattern[] = []
  const original = globalThis.RegExp
  let loading = ''
  globalThis.RegExp = new Proxy(original, {
    construct: (target, [source, flags]) => {
      // libraries build theirs too
      const isOurs = new Error().stack?.split('\n')[2]?.includes('/src/') === true
      if (isOurs) built.push({ path: loading, pattern: new target(source, String(flags ?? '').replace('g', '')) })
      return new target(source, flags)
    },
  })
  try {
    for (const path of paths) {
      loading = path
      // each anew, whatever other tests have loaded
      if (!path.endsWith('-process.ts')) await import(`${join(ROOT, folder, path)}?patterns`)
    }
    mentionsOf('mujaz_bot')
  } finally {
    globalThis.RegExp = original
  }
  return built
}

const CLASSES: Readonly<Record<string, string>> = {
  s: ' \n\t\u00A0',
  d: '1٣',
  w: 'a_',
  S: 'x',
  D: 'x',
  W: ' ',
  b: ' ',
  B: '',
}
const PROPERTIES = /\\[pP]\{([^}]*)\}/g

/** Letters that an expression speaks of, one or two of each kind that it names. */
function lettersOf({ source }: RegExp): readonly string[] {
  const named = Array.from(source.matchAll(PROPERTIES), ([, name = '']) =>
    /^M|Mark/.test(name) ? '\u064E' : /^N/.test(name) ? '1٣' : /^P/.test(name) ? '.«' : 'مa',
  )
  const classes = Array.from(source.matchAll(/\\([sdwSDWbB])/g), ([, letter = '']) => CLASSES[letter] ?? '')
  const codes = Array.from(source.matchAll(/\\u\{?([\dA-Fa-f]{4,6})\}?/g), ([, code = '']) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )
  const plain = source
    .replace(/\\u\{?[\dA-Fa-f]{4,6}\}?|\\[pP]\{[^}]*\}|\\[a-zA-Z]|\(\?<?[=!:]?(?:\w+>)?/g, '')
    .replace(/[\\()[\]{}|?*+^$]/g, '')
  return [
    ...new Set([
      ...named.join(''),
      ...classes.join(''),
      ...codes,
      ...(source.includes('.') ? ['x'] : []),
      ...plain.slice(0, 40),
    ]),
  ]
}

/** Strings made from an expression that it may look at again and again. */
function pumpsFor(pattern: RegExp): readonly string[] {
  const letters = lettersOf(pattern).slice(0, 14)
  const words = pattern.source.match(/[\p{L}\p{M}]{2,}|[a-z]{2,}/gu)?.slice(0, 6) ?? []
  const pairs = letters.flatMap((one) => letters.slice(0, 6).map((other) => one + other))
  return [...letters.slice(0, 6), ...words, ...pairs, ...letters, ...words.map((word) => `${word} `)]
}

/** `longest`: characters of the longest strings. */
export type Effort = { readonly longest: number; readonly pumps: number }
export type Growth = {
  readonly pump: string
  readonly length: number
  readonly smallMs: number
  readonly largeMs: number
}

const LENGTHS = [2_000, 16_000, 128_000, 1_000_000]
/** Below it the machine's pauses are most of the time. */
const LEAST_MS = 20
/** Nothing that is linear takes as long. */
const MOST_MS = 5_000

/** A string made from the expression on which finding all of its matches takes more than linear time, or `null`. */
export function worstGrowth(pattern: RegExp, { longest, pumps }: Effort): Growth | null {
  // one match after another, as a sticky one finds them by itself
  const everywhere = new RegExp(pattern.source, pattern.flags.replace(/^(?!.*[gy])/, 'g'))
  // compiled before it is timed
  for (const text of ['', 'x'.repeat(1000), 'م'.repeat(1000)]) everywhere.test(text)
  for (const pump of pumpsFor(pattern).slice(0, pumps)) {
    const elapsed = (size: number) => elapsedOf(everywhere, `${pump.repeat(Math.ceil(size / pump.length))}\u0001`)
    const time = (size: number) => elapsed(size).ms
    let small = { length: 22, ms: best(3, () => time(22)) }
    if (small.ms > LEAST_MS) return { pump, length: 22, smallMs: 0, largeMs: small.ms }
    for (const length of LENGTHS.filter((each) => each <= longest)) {
      const large = { length, ms: time(length) }
      const isWorse = (ms: number) => ms > LEAST_MS && ms > 3 * (length / small.length) * small.ms
      if (small.length > 22 && large.ms > LEAST_MS) {
        small.ms = Math.min(
          small.ms,
          best(3, () => time(small.length)),
        )
        const largeMs = isWorse(large.ms) ? best(4, () => elapsed(length).cpuMs) : 0
        if (isWorse(largeMs)) return { pump, length, smallMs: small.ms, largeMs }
      }
      if (large.ms > MOST_MS) return { pump, length, smallMs: small.ms, largeMs: large.ms }
      small = large
    }
  }
  return null
}

/** A pause of the machine is no growth. */
function best(times: number, measure: () => number): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < times && (run === 0 || least > 1); run += 1) least = Math.min(least, measure())
  return least
}

/** `cpuMs`: without the machine's pauses, but in steps of some milliseconds. */
function elapsedOf(pattern: RegExp, text: string): { readonly ms: number; readonly cpuMs: number } {
  // a repeated string is put together when it is first read; none begins with its end
  if (text.startsWith('\u0001')) return { ms: 0, cpuMs: 0 }
  pattern.lastIndex = 0
  const [begin, cpu] = [performance.now(), process.threadCpuUsage()]
  for (let from = -1; pattern.test(text); from = pattern.lastIndex)
    // an empty match stays where it is
    if (pattern.lastIndex === from) pattern.lastIndex += 1
  const ms = performance.now() - begin
  const { user, system } = process.threadCpuUsage(cpu)
  return { ms, cpuMs: (user + system) / 1000 }
}
