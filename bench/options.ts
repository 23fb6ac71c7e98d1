import { parseArgs } from 'node:util'

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

/** Whether a part of a bench is asked for. */
export function isWanted({ only }: Options, part: string): boolean {
  return only.length === 0 || only.includes(part)
}

/** `--name value` for each option, anything else a bench's name. */
export function readArguments(args: readonly string[]): {
  readonly wanted: readonly string[]
  readonly options: Options
} {
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
