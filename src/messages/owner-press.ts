import type { InlineKeyboardButton } from '@grammyjs/types'

/** What an owner's button does with an announcement. */
export type BroadcastAct = 'send' | 'cancel' | 'stop' | 'retry'
export type OwnerPress = { readonly act: BroadcastAct; readonly broadcast: number }

const LETTERS = { send: 's', cancel: 'c', stop: 'x', retry: 'r' } as const satisfies Record<BroadcastAct, string>
const ACTS = ['send', 'cancel', 'stop', 'retry'] as const satisfies readonly BroadcastAct[]

/** A button that only an owner can use. */
export function ownerButton(text: string, { act, broadcast }: OwnerPress): InlineKeyboardButton {
  return { text, callback_data: `o1_${LETTERS[act]}_${broadcast}` }
}

/** What an owner's button asks for; `null` for any other callback data. */
export function decodeOwnerPress(data: string): OwnerPress | null {
  const [, letter, broadcast = ''] = /^o1_([a-z])_([1-9]\d{0,9})$/.exec(data) ?? []
  const act = ACTS.find((one) => LETTERS[one] === letter)
  return act === undefined ? null : { act, broadcast: Number(broadcast) }
}
