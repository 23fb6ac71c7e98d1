import { readdir } from 'node:fs/promises'
import { type Options, readArguments } from './options.ts'

/** A figure of a benchmark; the unit belongs to the value (`ms`, `µs CPU`, `×` for a ratio). A text says why there is none. */
export type Row = { readonly name: string; readonly value: number | string; readonly unit: string }

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
  return `${name.padEnd(88)} ${typeof value === 'number' ? `${shown(value).padStart(8)} ${unit}` : value}`
}

/** Four figures, and no exponent. */
function shown(value: number): string {
  return Math.abs(value) >= 1000 ? String(Math.round(value)) : value.toPrecision(4)
}

if (import.meta.main) await main(process.argv.slice(2))
