import { z } from 'zod'
import type { Control } from '../control.ts'

const CHAT = { chatId: z.number() }

/** The acts that the page posts: what a person does in a client, and the jump of the clock. */
export const PAGE_ACT = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('say'),
    ...CHAT,
    from: z.number(),
    text: z.string(),
    replyTo: z.number().exactOptional(),
    threadId: z.number().exactOptional(),
    as: z.enum(['self', 'chat']).exactOptional(),
  }),
  z.object({ kind: z.literal('press'), ...CHAT, from: z.number(), messageId: z.number(), button: z.string() }),
  z.object({
    kind: z.literal('inline'),
    from: z.number(),
    query: z.string().max(256),
    offset: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal('sendInline'),
    ...CHAT,
    from: z.number(),
    resultId: z.string(),
    threadId: z.number().exactOptional(),
  }),
  z.object({ kind: z.literal('delete'), ...CHAT, messageId: z.number() }),
  z.object({ kind: z.literal('block'), personId: z.number() }),
  z.object({ kind: z.literal('unblock'), personId: z.number() }),
  z.object({ kind: z.literal('addBot'), ...CHAT, by: z.number() }),
  z.object({ kind: z.literal('kickBot'), ...CHAT, by: z.number() }),
  z.object({ kind: z.literal('jump') }),
])

export type PageAct = z.infer<typeof PAGE_ACT>

export type PageControl = {
  readonly control: Control
  readonly jump: (() => Promise<Date | null>) | undefined
}

/** Carries an act out; throws where a client would not allow it. */
export async function carryOut(act: PageAct, { control, jump }: PageControl): Promise<object> {
  switch (act.kind) {
    case 'say':
      return { messageId: control.say(act) }
    case 'press':
      return control.press({ ...act, timeoutMs: 15_000 })
    case 'inline':
      return control.inlineQuery(act)
    case 'sendInline':
      return { messageId: control.sendInlineResult(act) }
    case 'delete':
      return control.deleteMessage(act) ?? {}
    case 'block':
      return control.blockBot(act.personId) ?? {}
    case 'unblock':
      return control.unblockBot(act.personId) ?? {}
    case 'addBot':
      return control.addBot({ chatId: act.chatId, by: act.by, as: 'administrator' }) ?? {}
    case 'kickBot':
      return control.kickBot(act) ?? {}
    case 'jump':
      return { at: (await jump?.())?.toISOString() ?? null }
    default:
      return act satisfies never
  }
}
