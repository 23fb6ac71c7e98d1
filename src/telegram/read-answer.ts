import { z } from 'zod'

const LONGEST_DESCRIPTION = 500
/** Timers can't wait longer than 24 days, and nobody would. */
const LONGEST_WAIT_SECONDS = 7 * 24 * 60 * 60

/** https://core.telegram.org/bots/api#making-requests; what is read of a refusal has its type, or is left out. */
const refusal = z.object({
  ok: z.literal(false),
  error_code: z.int().catch(0),
  description: z.string().catch(''),
  parameters: z
    .object({
      migrate_to_chat_id: z.int().optional().catch(undefined),
      retry_after: z.number().positive().optional().catch(undefined),
    })
    .catch({}),
})

type Answer = { readonly ok: boolean }

/** `null`: not an answer of the Bot API. */
export function parseAnswer(text: string): Answer | null {
  try {
    const answer: unknown = JSON.parse(text)
    return isAnswer(answer) ? answer : null
  } catch {
    return null
  }
}

function isAnswer(answer: unknown): answer is Answer {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false
  return answer.ok === false || (answer.ok === true && 'result' in answer)
}

/** A refusal with a description and a wait within bounds. */
export function readRefusal(answer: unknown): z.infer<typeof refusal> {
  const { parameters, description, ...read } = refusal.parse(answer)
  const { migrate_to_chat_id, retry_after } = parameters
  return {
    ...read,
    description: description.slice(0, LONGEST_DESCRIPTION),
    parameters: {
      ...(migrate_to_chat_id === undefined ? {} : { migrate_to_chat_id }),
      ...(retry_after === undefined ? {} : { retry_after: Math.min(Math.ceil(retry_after), LONGEST_WAIT_SECONDS) }),
    },
  }
}
