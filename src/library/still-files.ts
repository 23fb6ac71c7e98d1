/** How long each file that is watched has been as it is. */
export type StillFiles = {
  /** Watches these files and no others; what each is like at a time in milliseconds. */
  readonly see: (signatures: ReadonlyMap<string, string>, at: number) => void
  /** Milliseconds since a file was first seen as it is. */
  readonly stillFor: (name: string, at: number) => number
}

/** A file that is being written looks different from one look to the next. */
export function createStillFiles(): StillFiles {
  let seen: ReadonlyMap<string, { readonly signature: string; readonly since: number }> = new Map()
  return {
    see: (signatures, at) => {
      const entries = [...signatures].map(([name, signature]) => {
        const known = seen.get(name)
        return [name, known?.signature === signature ? known : { signature, since: at }] as const
      })
      seen = new Map(entries)
    },
    stillFor: (name, at) => at - (seen.get(name)?.since ?? at),
  }
}
