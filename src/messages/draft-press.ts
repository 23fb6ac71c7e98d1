/** What becomes of a channel's digest before it is posted. The first three may still change. */
export const DRAFT_STATES = ['waiting', 'held', 'approved', 'published', 'superseded', 'withdrawn'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

const ACT_LETTERS = { approve: 'a', hold: 'h', intro: 'i', 'no-intro': 'x' } as const
/** What an editor does with a draft: `intro` asks for one, `no-intro` takes it away again. */
export type DraftAct = keyof typeof ACT_LETTERS

/** An act on one draft, by its number. */
export type DraftPress = { readonly draft: number; readonly act: DraftAct }

const ACTS = new Map<string, DraftAct>([
  ['a', 'approve'],
  ['h', 'hold'],
  ['i', 'intro'],
  ['x', 'no-intro'],
])

/** A draft and what is done with it, as parts of callback data: at most 11 of `[0-9a-z]` in all. */
export function encodeDraftPress({ draft, act }: DraftPress): readonly [draft: string, act: string] {
  return [draft.toString(36), ACT_LETTERS[act]]
}

/** The draft and the act that such parts name; `null` for what `encodeDraftPress` did not make. */
export function decodeDraftPress(draft: string, letter: string): DraftPress | null {
  const act = ACTS.get(letter)
  return act === undefined || !/^[1-9a-z][0-9a-z]{0,9}$/.test(draft) ? null : { draft: Number.parseInt(draft, 36), act }
}
