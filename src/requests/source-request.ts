import { fold } from '../language/fold.ts'

/** What an owner wants with the sources of articles. `what`: an address, a channel, or a number in the list. */
export type SourceRequest =
  | { readonly kind: 'list' }
  | { readonly kind: 'add'; readonly what: string; readonly mode: 'publish' | 'hold' | null }
  | { readonly kind: 'remove' | 'publish' | 'hold'; readonly what: string }
  | { readonly kind: 'unclear' }

type Act = 'add' | 'remove' | 'publish' | 'hold'

const ACTS = new Map<string, Act>(
  (
    [
      ['add', 'add أضف اضافة تابع follow'],
      ['remove', 'remove delete احذف حذف'],
      ['publish', 'publish انشر نشر'],
      ['hold', 'hold علق احجز مراجعة'],
    ] as const
  ).flatMap(([act, words]) => words.split(' ').map((word) => [fold(word), act] as const)),
)
const SOURCE = /^(?:https?:\/\/\S+|@\w+|-100\d+|(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?)$/i

/** Reads what follows `/feeds`: `add URL publish`, `remove 3`, or an address alone. */
export function readSourceRequest(argument: string): SourceRequest {
  const words = argument.split(/\s+/u).filter((word) => word !== '')
  if (words.length === 0) return { kind: 'list' }
  const acts = words.flatMap((word) => ACTS.get(fold(word)) ?? [])
  const others = words.filter((word) => !ACTS.has(fold(word)))
  const [what = '', ...rest] = others
  if (rest.length > 0) return { kind: 'unclear' }
  if (acts.includes('remove')) return known('remove', what)
  const mode = acts.find((act) => act === 'publish' || act === 'hold') ?? null
  if (SOURCE.test(what)) return { kind: 'add', what, mode }
  return mode === null ? { kind: 'unclear' } : known(mode, what)
}

function known(kind: 'remove' | 'publish' | 'hold', what: string): SourceRequest {
  return /^\d{1,4}$/.test(what) || SOURCE.test(what) ? { kind, what } : { kind: 'unclear' }
}
