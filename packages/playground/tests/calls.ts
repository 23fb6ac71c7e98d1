import { onTestFinished } from 'vitest'
import { type ListeningPlayground, type PlaygroundOptions, startPlayground } from '../playground.ts'

type Reply = {
  readonly ok: boolean
  readonly result?: unknown
  readonly error_code?: number
  readonly description?: string
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number }
}

/** A playground that closes when the test ends. */
export async function aPlayground(options: PlaygroundOptions = {}): Promise<ListeningPlayground> {
  const playground = await startPlayground(options)
  onTestFinished(() => playground.close())
  return playground
}

/** A playground with one reader who has pressed Start. */
export async function aChat(options: PlaygroundOptions = {}) {
  const playground = await aPlayground(options)
  const reader = playground.addPerson({ firstName: 'سامي', languageCode: 'ar', started: true })
  return { playground, reader, call: callerOf(playground) }
}

/** A group of a creator and a member, with the bot in it. */
export async function aGroup(
  kind: 'group' | 'supergroup' | 'forum' | 'channel' = 'group',
  options: PlaygroundOptions = {},
) {
  const playground = await aPlayground(options)
  const creator = playground.addPerson({ firstName: 'منى' })
  const member = playground.addPerson({ firstName: 'سامي' })
  const chat = { title: 'أهل', creator, members: [member] }
  const group =
    kind === 'group'
      ? playground.addGroup(chat)
      : kind === 'channel'
        ? playground.addChannel(chat)
        : playground.addSupergroup({ ...chat, forum: kind === 'forum' })
  return { playground, creator, member, group, call: callerOf(playground) }
}

export type Caller = (method: string, params?: object) => Promise<Reply>

/** Calls the Bot API with a JSON body. */
export function callerOf({ url, token }: ListeningPlayground): Caller {
  return async (method, params = {}) => {
    const response = await fetch(`${url}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    })
    return JSON.parse(await response.text())
  }
}

/** The new updates, confirmed at once. */
export async function takeUpdates(call: Caller, params: object = {}): Promise<readonly Record<string, unknown>[]> {
  const { result } = await call('getUpdates', params)
  const updates: readonly Record<string, unknown>[] = Array.isArray(result) ? result : []
  const last = updates.at(-1)?.update_id
  if (typeof last === 'number') await call('getUpdates', { offset: last + 1 })
  return updates.map(({ update_id: _, ...update }) => update)
}
