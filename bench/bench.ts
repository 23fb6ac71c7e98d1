import { readdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'

/** A figure of a benchmark; the unit belongs to the value (`ms`, `µs CPU`, `×` for a ratio). A text says why there is none. */
export type Row = { readonly name: string; readonly value: number | string; readonly unit: string }

/** What can be asked for at the command line; README.md says which bench heeds which. */
export type Options = {
  /** Medians are of so many. */
  readonly runs: number
  /** Asked for in each run of a load. */
  readonly updates: number
  /** Updates a second where latency is measured. */
  readonly rate: number
  /** Asked for in one go where memory is measured. */
  readonly storm: number
  /** Numbers of articles. */
  readonly sizes: readonly number[]
  /** What takes longer is a row that says so. */
  readonly seconds: number
  /** Names of a bench's parts; none: all. */
  readonly only: readonly string[]
  /** Another checkout, measured in turn with this one; `null`: none. */
  readonly against: string | null
}

/** Runs every `*.bench.ts` beside this file, or those whose names are given, and prints their rows as one table. */
async function main(args: readonly string[]): Promise<void> {
  const { wanted, options } = readArguments(args)
  const known = (await readdir(import.meta.dirname)).flatMap((file) => /^(.+)\.bench\.ts$/.exec(file)?.[1] ?? []).sort()
  const unknown = wanted.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new Error(`no bench is called ${unknown.join(', ')}: there are ${known.join(', ')}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const rows: Row[] = []
  for (const name of wanted.length > 0 ? known.filter((each) => wanted.includes(each)) : known) {
    process.stderr.write(`${name} …\n`)
    rows.push(...(await rowsOf(name, options)))
  }
  const ratiosFirst = [...rows.filter(({ unit }) => unit === '×'), ...rows.filter(({ unit }) => unit !== '×')]
  for (const row of ratiosFirst) process.stdout.write(`${lineOf(row)}\n`)
}

/** A bench that fails is a row that says so: the others took long too. */
async function rowsOf(name: string, options: Options): Promise<readonly Row[]> {
  try {
    const { rows }: { rows: (options: Options) => Promise<readonly Row[]> } = await import(`./${name}.bench.ts`)
    return (await rows(options)).map((row) => ({ ...row, name: `${name}: ${row.name}` }))
  } catch (error) {
    process.exitCode = 1
    return [{ name: `${name}: failed`, value: error instanceof Error ? error.message : String(error), unit: '' }]
  }
}

function lineOf({ name, value, unit }: Row): string {
  return `${name.padEnd(96)} ${(typeof value === 'number' ? value.toPrecision(4) : value).padStart(12)} ${unit}`.trimEnd()
}

/** `--name value` for each option, anything else a bench's name. */
function readArguments(args: readonly string[]): { readonly wanted: readonly string[]; readonly options: Options } {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ runs: { ...text, default: '5' }, updates: { ...text, default: '2000' }, rate: { ...text, default: '100' } },
      ...{ sizes: { ...text, default: '6,1000,10000,100000' }, seconds: { ...text, default: '900' } },
      ...{ only: { ...text, default: '' }, against: text, storm: { ...text, default: '24000' } },
    },
  })
  const options = {
    runs: countIn('runs', values.runs),
    updates: countIn('updates', values.updates),
    rate: countIn('rate', values.rate),
    storm: countIn('storm', values.storm),
    sizes: values.sizes.split(',').map((size) => countIn('sizes', size)),
    seconds: countIn('seconds', values.seconds),
    only: values.only.split(',').filter((name) => name !== ''),
    against: values.against ?? null,
  }
  return { wanted: positionals, options }
}

function countIn(option: string, value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new Error(`--${option} is not a whole number from 1: ${value}`)
  return Number(value)
}

if (import.meta.main) await main(process.argv.slice(2))
