/** What becomes of a channel's digest before it is posted. The first three may still change. */
export const DRAFT_STATES = ['waiting', 'held', 'approved', 'published', 'superseded', 'withdrawn'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

const ACT_LETTERS = { approve: 'a', hold: 'h', intro: 'i', 'no-intro': 'x' } as const
/** What an editor does with a draft: `intro` asks for one, `no-intro` takes it away again. */
export type DraftAct = keyof typeof ACT_LETTERS

/** An act on one draft, by its number; `code` names what it would post, so that only what was seen is approved. */
export type DraftPress =
  | { readonly draft: number; readonly act: 'approve'; readonly code: string }
  | { readonly draft: number; readonly act: Exclude<DraftAct, 'approve'> }

const ACTS = new Map<string, Exclude<DraftAct, 'approve'>>([
  ['h', 'hold'],
  ['i', 'intro'],
  ['x', 'no-intro'],
])

/** A draft and what is done with it, as parts of callback data: at most 19 of `[0-9a-z]` in all. */
export function encodeDraftPress(press: DraftPress): readonly [draft: string, act: string] {
  const code = press.act === 'approve' ? press.code : ''
  return [press.draft.toString(36), `${ACT_LETTERS[press.act]}${code}`]
}

/** The draft and the act that such parts name; `null` for what `encodeDraftPress` did not make. */
export function decodeDraftPress(number: string, act: string): DraftPress | null {
  if (!/^[1-9a-z][0-9a-z]{0,9}$/.test(number)) return null
  const draft = Number.parseInt(number, 36)
  const code = /^a([0-9a-f]{8})$/.exec(act)?.[1]
  if (code !== undefined) return { draft, act: 'approve', code }
  const known = ACTS.get(act)
  return known === undefined ? null : { draft, act: known }
}
