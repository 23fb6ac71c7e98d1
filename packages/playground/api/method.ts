import type { ApiMethods } from '@grammyjs/types'
import type { BotSettings } from '../control.ts'
import type { World } from '../world/world.ts'
import type { Profile } from './profile.ts'
import type { UploadedFile } from './request-body.ts'
import { checkOf } from './schema.ts'
import type { UpdateQueue } from './update-queue.ts'
import type { Webhook } from './webhook.ts'

/** The Bot API that is served: the library's types know 10.3, and what 10.5 adds is written here. */
type Methods = ApiMethods<string> & {
  setMySettings(
    settings: Partial<BotSettings> & {
      readonly inline_feedback_share_denominator?: number
      readonly can_communicate_with_bots?: boolean
    },
  ): true
}

/** The parameters of a Bot API method; files are names of uploads, ids or addresses. */
export type Params<M extends keyof Methods> = NonNullable<Parameters<Methods[M]>[0]>

/** The state that methods read and change. */
export type Context = {
  readonly world: World
  readonly profile: Profile
  readonly updates: UpdateQueue
  readonly webhook: Webhook
  readonly files: ReadonlyMap<string, UploadedFile>
  /** Ends when the bot hangs up. */
  readonly signal: AbortSignal
}

/** A served method: checks its parameters against the schema, then answers or throws a `Refusal`. */
export type Method = {
  readonly name: string
  readonly run: (context: Context, params: unknown) => unknown
}

/** Serves a method with a handler whose parameters are already checked. */
export function serve<M extends keyof Methods & string>(
  name: M,
  handle: (context: Context, params: Params<M>) => unknown,
): Method {
  const check = checkOf<Params<M>>(name)
  return { name, run: (context, params) => handle(context, check(params)) }
}
