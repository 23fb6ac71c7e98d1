import { createHash } from 'node:crypto'

declare const keyBrand: unique symbol

/** A short stable name for a slug or a speaker in buttons and links: 8 of `[0-9a-v]`. */
export type Key = string & { readonly [keyBrand]: true }

/** A key of a slug or of a speaker's folded name: 40 bits of its SHA-256. */
export function keyOf(name: string): Key {
  const bits = createHash('sha256').update(name).digest().subarray(0, 5)
  return BigInt(`0x${bits.toString('hex')}`)
    .toString(32)
    .padStart(8, '0') as Key
}
