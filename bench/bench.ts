import { readdir } from 'node:fs/promises'

/** A figure of a benchmark; the unit belongs to the value (`ms`, `µs CPU`, `messages/s`). */
export type Row = { readonly name: string; readonly value: number; readonly unit: string }

/** Runs every `*.bench.ts` beside this file, or those whose names are given as arguments, and prints their rows. */
async function main(wanted: readonly string[]): Promise<void> {
  const files = (await readdir(import.meta.dirname)).filter((file) => file.endsWith('.bench.ts')).sort()
  for (const file of files) {
    const name = file.slice(0, -'.bench.ts'.length)
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const { rows }: { rows: () => Promise<readonly Row[]> } = await import(`./${file}`)
    process.stdout.write(`\n${name}\n`)
    for (const row of await rows()) {
      process.stdout.write(`  ${row.name.padEnd(64)} ${row.value.toPrecision(4).padStart(12)} ${row.unit}\n`)
    }
  }
}

if (import.meta.main) await main(process.argv.slice(2))
