import { parseArgs } from 'node:util'

/** How the command is called. */
export const USAGE = 'usage: npm run -s brief -- [--json] [--words N] FILE...'

/** What the command line asks for; `why` is one line on what is wrong with it. */
export type Arguments =
  | { readonly kind: 'brief'; readonly json: boolean; readonly words: number | null; readonly files: readonly string[] }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly why: string }

/** Reads the arguments of `brief`. Never throws. */
export function readArguments(args: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, words: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
    if (values.help) return { kind: 'help' }
    if (values.words !== undefined && !/^[1-9]\d{0,5}$/.test(values.words)) {
      return { kind: 'wrong', why: `--words is ${values.words}: it should be a number from 1, like 60` }
    }
    if (positionals.length === 0) return { kind: 'wrong', why: 'no file is named' }
    const words = values.words === undefined ? null : Number(values.words)
    return { kind: 'brief', json: values.json === true, words, files: positionals }
  } catch (error) {
    return { kind: 'wrong', why: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
}
