import type { Hono } from 'hono'
import type { BotIdentity, Control } from './control.ts'

/** How a playground is set up; every field has a default that suits a test. */
export type PlaygroundOptions = {
  /** The playground's clock: message dates, the page's clock, ages of callback queries. Default: the real one. */
  readonly now?: () => Date
  /** Milliseconds that only grow, for floods, rate limits and long polls. Default: `performance.now`. */
  readonly elapsed?: () => number
  readonly bot?: Partial<BotIdentity>
  readonly token?: string
  /** `empty` (default): a bot alone. `sample`: the people and chats the page shows. */
  readonly world?: 'empty' | 'sample'
  /** `telegram`: 1 message a second in a chat, 20 a minute in a group, 30 a second in all, else 429. Default `none`. */
  readonly rates?: 'none' | 'telegram'
  /** Groups show the bot every message when `off`. Default `on`, as at @BotFather. */
  readonly privacyMode?: 'on' | 'off'
  /** Draws faults with a probability. Default: a seeded generator, so that a run can be repeated. */
  readonly random?: () => number
  /** Keep only so many of the newest requests in `requests`. Default: all. */
  readonly keepRequests?: number
  /** Behind the page's button "jump to the next digest"; the button is absent without it. Null: nothing is due. */
  readonly jumpToNextDigest?: () => Promise<Date | null>
}

/** A local Telegram: the Bot API over HTTP, the chat page, and plain methods that play the people in it. */
export type Playground = Control & {
  /** Serves `/bot<token>/<method>`, `/file/bot<token>/<path>`, `/` and `/playground/*`; needs @hono/node-server. */
  readonly app: Hono
  readonly bot: BotIdentity
  readonly token: string
  /** Ends long polls, webhooks, page streams and waits; and the server, when `startPlayground` began it. */
  close(): Promise<void>
}

/** A playground that listens: `url` is the `apiRoot` for grammY and the page's address. */
export type ListeningPlayground = Playground & { readonly url: string }

/** A playground to mount: serve `app` beside other routes with @hono/node-server. */
export declare function createPlayground(options?: PlaygroundOptions): Playground

/** A playground with its own server; `port` 0 (default) takes a free one. */
export declare function startPlayground(
  options?: PlaygroundOptions & { readonly host?: string; readonly port?: number },
): Promise<ListeningPlayground>
