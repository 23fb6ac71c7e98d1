import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { copyStore } from './store/copy-store.ts'
import { openDatabase, type StoreOptions } from './store/open-database.ts'

const USAGE = 'usage: npm run move -- --from sqlite:DATA_DIR --to postgres://… (or back; stop the bot first)'

process.exitCode = await main(process.argv.slice(2))

/** `move`: copies all that is stored to another engine. The exit status: 0, 1 when that failed, 2 for a wrong command line. */
async function main(args: readonly string[]): Promise<number> {
  const asked = readAddresses(args)
  if (asked === null) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  try {
    const from = await openDatabase(asked.from)
    try {
      const to = await openDatabase(asked.to)
      try {
        process.stdout.write(`${await copyStore(from, to)} rows are copied and compared\n`)
      } finally {
        await to.destroy()
      }
    } finally {
      await from.destroy()
    }
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

function readAddresses(args: readonly string[]): { readonly from: StoreOptions; readonly to: StoreOptions } | null {
  try {
    const options = { from: { type: 'string', default: '' }, to: { type: 'string', default: '' } } as const
    const { values } = parseArgs({ args: [...args], options })
    const [from, to] = [optionsOf(values.from), optionsOf(values.to)]
    return from === null || to === null ? null : { from, to }
  } catch {
    return null
  }
}

/** `sqlite:` and a directory, or the file in it. */
function optionsOf(address: string): StoreOptions | null {
  const path = /^sqlite:(?:\/\/)?(.+)$/.exec(address)?.[1]
  if (path !== undefined) return { directory: path.endsWith('.db') ? dirname(path) : path }
  return /^postgres(?:ql)?:/.test(address) && URL.canParse(address) ? { directory: '', database: address } : null
}
