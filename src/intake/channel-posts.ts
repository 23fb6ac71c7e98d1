import { isoTime } from '../article/feed.ts'
import type { Store } from '../store/store.ts'
import type { BringIn, BroughtIn } from './bring-in.ts'
import { readPost } from './importer.ts'

/** A message of a channel, as it was sent or as an edit left it. */
type ChannelPost = {
  readonly channelId: number
  readonly title: string
  /** `null`: the channel is private, its posts have no address. */
  readonly username: string | null
  readonly messageId: number
  /** The album that it is a part of. */
  readonly album: string | null
  /** Text or caption. */
  readonly text: string
  readonly date: Date
  readonly isEdit: boolean
}

/** Takes the posts of channels that are sources, an album as one. `null`: it is no article of such a channel. */
export type TakePost = (post: ChannelPost) => Promise<BroughtIn | null>

/** An edit of an older post that has not come in is not news. */
const OLD_MS = 2 * 24 * 60 * 60_000

export function createPostTaker(
  { sources, imports }: Pick<Store, 'sources' | 'imports'>,
  bringIn: BringIn,
  now: () => Date,
): TakePost {
  return async (post) => {
    const { channelId, username, messageId, album, date, isEdit } = post
    const source = await sources.byKey(String(channelId))
    if (source?.kind !== 'channel') return null
    const key = `${channelId}/${album ?? messageId}`
    const isOld = now().getTime() - date.getTime() > OLD_MS
    if (isEdit && isOld && !(await imports.isNamed(key))) return null
    const own = { album: key, messageId, text: post.text }
    const messages = album === null ? [own] : await imports.albumParts(own, now().getTime())
    const words = messages.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n\n')
    const parsed = readPost(words, {
      source: post.title,
      url: username === null ? null : `https://t.me/${username}/${messages[0]?.messageId ?? messageId}`,
      published: isoTime(date),
    })
    if (parsed.kind === 'unreadable') return null
    return await bringIn({ ...parsed, source: source.key, keys: [key], holds: source.mode === 'hold', isAsked: false })
  }
}
