import { keyOf } from '../../article/key.ts'
import { renderNext } from '../../messages/render.ts'
import { LONGEST_TEXT } from '../../verify/read-claims.ts'
import { answer } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { show } from '../show.ts'
import { CLAIM_MARK } from '../verify-text.ts'

/** `/verify words`, or in reply to a message: whether somebody on hand said that. */
export const verify: Command = {
  name: 'verify',
  run: async (context) => {
    const { argument, store, ctx, now, view } = context
    const text = argument.slice(0, LONGEST_TEXT).toWellFormed()
    if (!/[\p{L}\p{N}]/u.test(text))
      return answer(context, renderNext('how-verify', { example: EXAMPLE[view.wording.language] }, view))
    const stored = CLAIM_MARK + text
    const key = keyOf(stored)
    await store.searches.keep({ key, text: stored, by: ctx.from?.id ?? 0 }, now().getTime())
    await show(context, { view: 'verify', query: key })
  },
}

const EXAMPLE = { ar: 'هل قال بوتين «المرة القادمة في موسكو»؟', en: '/verify Putin: “Next time in Moscow”' }

/** The words after the command, else the part of a message that is replied to, else all of it. */
export function wordsToVerify({ ctx }: ChatContext, argument: string): string {
  const { reply_to_message: reply, quote } = ctx.msg ?? {}
  if (/[\p{L}\p{N}]/u.test(argument)) return argument
  return quote?.text ?? reply?.text ?? reply?.caption ?? ''
}
