/** How long each watched file has been unchanged. */
export type StillFiles = {
  /** Takes the signatures of all watched files at a time in milliseconds; other files are forgotten. */
  readonly see: (signatures: ReadonlyMap<string, string>, at: number) => void
  /** Milliseconds since the file's current signature was first seen. */
  readonly stillFor: (name: string, at: number) => number
}

/** A file that is being written has another signature at each look. */
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
