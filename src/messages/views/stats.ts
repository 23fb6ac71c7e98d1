import { FormattedString } from '@grammyjs/parse-mode'
import type { Message } from '../../text/message.ts'
import { blocks, clip, lines, type Rich } from '../../text/rich.ts'
import { phrase, toMessage, type View } from '../view.ts'

/** Figures for the bot's owner; `reasons`: why messages were not sent, the most frequent first. */
export type Stats = {
  readonly chats: readonly { readonly kind: string; readonly state: string; readonly count: number }[]
  /** `paused`: stored, but nothing is due. */
  readonly subscriptions: { readonly active: number; readonly paused: number }
  readonly sent: number
  /** Of the digests sent, those more than five minutes after they were due. */
  readonly late: number
  /** Due times that passed unsent while the bot was down. */
  readonly skipped: number
  readonly gone: number
  readonly refused: number
  readonly reasons: readonly { readonly reason: string; readonly count: number }[]
  /** At most 100,000: there may be more. */
  readonly waiting: number
  readonly articles: number
  readonly usage: UsageStats
}

/** How often was read and searched in seven days, and by how many people on an average day of them. */
export type UsageWeek = {
  readonly reads: number
  readonly searches: number
  readonly readers: number
  readonly searchers: number
}

/** What was read and searched in the last seven days, and how much in the seven before. */
export type UsageStats = {
  readonly week: UsageWeek
  readonly weekBefore: UsageWeek
  readonly read: readonly { readonly title: string; readonly count: number }[]
  readonly searched: readonly { readonly word: string; readonly count: number }[]
}

const REASON_LENGTH = 100

/** Counts of chats, subscriptions, deliveries and reasons for failures. */
export function renderStats(stats: Stats, view: View): Message {
  const { wording } = view
  const { sent, late, gone, refused } = stats
  const reasons = stats.reasons.map(({ reason, count }) =>
    phrase(wording, 'stats-reason', { count, reason: clip(reason, REASON_LENGTH) }),
  )
  const text = blocks(
    FormattedString.b(phrase(wording, 'stats')),
    lines(phrase(wording, 'stats-chats', { count: sumOf(stats.chats) }), ...kindLines(stats.chats, view)),
    lines(
      phrase(wording, 'stats-subscriptions', stats.subscriptions),
      phrase(wording, 'stats-sent', { sent, late }),
      phrase(wording, 'stats-unsent', { gone, refused }),
      phrase(wording, 'stats-skipped', { count: stats.skipped }),
      phrase(wording, 'stats-waiting', { count: stats.waiting }),
      phrase(wording, 'stats-articles', { count: stats.articles }),
    ),
    usageLines(stats.usage, view),
    reasons.length === 0 ? null : lines(phrase(wording, 'stats-reasons'), ...reasons),
  )
  return toMessage(text, [])
}

function usageLines({ week, weekBefore, read, searched }: UsageStats, { wording }: View): Rich {
  return lines(
    FormattedString.b(phrase(wording, 'stats-usage')),
    phrase(wording, 'stats-week', week),
    phrase(wording, 'stats-week-before', weekBefore),
    ...read.map(({ title, count }) => phrase(wording, 'stats-read', { count, title: clip(title, REASON_LENGTH) })),
    searched.length === 0
      ? null
      : phrase(wording, 'stats-searched', {
          words: wording.list(searched.map(({ word, count }) => `${clip(word, 40)} (${wording.count(count)})`)),
        }),
  )
}

function kindLines(chats: Stats['chats'], { wording }: View): readonly Rich[] {
  return [...new Set(chats.map(({ kind }) => kind))].map((kind) => {
    const states = chats.filter((one) => one.kind === kind)
    const counted = states.map(({ state, count }) => wording.say(`state-${state}`, { count }))
    return phrase(wording, `kind-${kind}`, { states: wording.list(counted) })
  })
}

function sumOf(chats: Stats['chats']): number {
  return chats.reduce((sum, { count }) => sum + count, 0)
}
