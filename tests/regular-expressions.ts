import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')

export type Pattern = { readonly path: string; readonly pattern: RegExp }

/** Where an expression may begin: after these a slash is no division. */
const LITERAL =
  /(?<=(?:[(,=:[!&|?{};>]|return)\s*)\/((?:[^/\\\n[*]|\\.|\[(?:[^\]\\\n]|\\.)*\])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])*)\/([dgimsuvy]*)/g

/** The regular expressions that the source holds, and those that its modules build when they are loaded. */
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

export type Effort = { readonly length: number; readonly pumps: number }
export type Growth = { readonly pump: string; readonly smallMs: number; readonly largeMs: number }

/** Below it the machine's pauses are most of the time. */
const LEAST_MS = 20

/** A string made from the expression on which it takes more than linear time, or `null`. */
export function worstGrowth(pattern: RegExp, { length, pumps }: Effort): Growth | null {
  // compiled before it is timed
  for (const text of ['', 'x'.repeat(1000), 'م'.repeat(1000)]) pattern.exec(text)
  for (const pump of pumpsFor(pattern).slice(0, pumps)) {
    const time = (size: number) => elapsedMs(pattern, `${pump.repeat(Math.ceil(size / pump.length))}\u0001`)
    if (best(3, () => time(22)) > LEAST_MS) return { pump, smallMs: LEAST_MS, largeMs: Number.POSITIVE_INFINITY }
    const first = time(length)
    if (first < 0.5) continue
    if (best(2, () => time(length)) > 200) return { pump, smallMs: first, largeMs: Number.POSITIVE_INFINITY }
    const smallMs = best(3, () => time(length))
    const isWorse = (largeMs: number) => largeMs > 24 * smallMs && largeMs > LEAST_MS
    if (!isWorse(time(length * 8))) continue
    const largeMs = best(4, () => time(length * 8))
    if (isWorse(largeMs)) return { pump, smallMs, largeMs }
  }
  return null
}

/** A pause of the machine is no growth. */
function best(times: number, measure: () => number): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < times && (run === 0 || least > 1); run += 1) least = Math.min(least, measure())
  return least
}

function elapsedMs(pattern: RegExp, text: string): number {
  pattern.lastIndex = 0
  const begin = performance.now()
  pattern.exec(text)
  return performance.now() - begin
}
