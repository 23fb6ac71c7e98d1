import { parseSchedule, type ScheduleProblem } from '../../digest/parse-schedule.ts'
import { exceptionsOf } from '../../digest/preferences.ts'
import { EVERY_DAY, MOST_TIMES, NO_EXCEPTIONS } from '../../digest/schedule.ts'
import type { PressOf } from '../../messages/buttons/press.ts'
import { renderLine } from '../../messages/render.ts'
import { renderNotSubscribed, renderSubscribed, renderUnsubscribed } from '../../messages/views/subscription.ts'
import { MOST_SUBSCRIPTIONS } from '../../store/subscriptions/subscriptions.ts'
import type { Message } from '../../text/message.ts'
import { clip } from '../../text/rich.ts'
import { answer } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { refuseMember } from '../groups/throttle.ts'
import { mayChangeSettings } from '../rights/may-change-settings.ts'
import { adjustPreferences, preferencesMessage, type SaveResult, saveChange } from './preferences.ts'

/** `/subscribe [HH:MM …] [days] [zone]`: a schedule for this chat and topic; without words, buttons with times. */
export const subscribe: Command = {
  name: 'subscribe',
  run: async (context) => {
    if (!(await mayChangeSettings(context))) return refuseMember(context)
    if (isDirect(context)) return answer(context, renderLine('no-digest-in-direct', {}, context.view))
    await answer(
      context,
      context.argument === '' ? await offerTimes(context) : await makeSubscription(context, context.argument),
    )
  },
}

/** `/unsubscribe`: ends the digests of this chat and topic. */
export const unsubscribe: Command = {
  name: 'unsubscribe',
  run: async (context) => {
    if (!(await mayChangeSettings(context))) return refuseMember(context)
    await answer(context, await endSubscription(context))
  },
}

/** Saves the schedule that words name and returns a confirmation; or saves nothing and returns which word is wrong. */
export async function makeSubscription(context: ChatContext, words: string): Promise<Message> {
  const changed = await saveChange(context, words)
  if (changed !== null) return 'problem' in changed ? changed.problem : preferencesMessage(context, changed)
  const saved = await saveTimes(context, words)
  if ('problem' in saved) return saved.problem
  return renderSubscribed({ schedule: saved.schedule, next: saved.nextDue }, context.view)
}

/** Saves the schedule, or the one change, that words name; or nothing when a word is wrong. */
export async function saveSchedule(context: ChatContext, words: string): Promise<SaveResult> {
  return (await saveChange(context, words)) ?? saveTimes(context, words)
}

async function saveTimes(context: ChatContext, words: string): Promise<SaveResult> {
  const { store, chatId, threadId, view, now } = context
  if (isDirect(context)) return { problem: renderLine('no-digest-in-direct', {}, view) }
  const present = await store.subscriptions.find({ chatId, threadId })
  const zone = present?.schedule.zone ?? context.defaultZone
  const { times = [], days = EVERY_DAY } = present?.schedule ?? {}
  // what the words don't name stays
  const parsed = parseSchedule(words, { times, days, zone })
  if (parsed.kind === 'problem') return { problem: renderProblem(parsed.problem, context) }
  // new times are wanted now, so a pause ends; quiet hours and a season stay
  const exceptions = { ...(present === null ? NO_EXCEPTIONS : exceptionsOf(present.schedule)), resumes: null }
  const wish = { chatId, threadId, schedule: { ...parsed.schedule, exceptions }, language: view.wording.language }
  const saved = await store.subscriptions.save(wish, now().getTime())
  return saved ?? { problem: renderLine('subscriptions-full', { most: MOST_SUBSCRIPTIONS }, view) }
}

/** A channel's direct messages: each message there answers somebody, so nothing can come by itself. */
function isDirect({ ctx: { chat } }: ChatContext): boolean {
  return chat?.type === 'supergroup' && chat.is_direct_messages === true
}

/** Returns the confirmation, also when there was no subscription. */
async function endSubscription({ store, chatId, threadId, view, now }: ChatContext): Promise<Message> {
  const ended = await store.subscriptions.remove({ chatId, threadId }, now().getTime())
  return ended ? renderUnsubscribed(view) : renderNotSubscribed(view)
}

/** Ends, keeps or brings back the subscription, as a pressed button says. */
export async function decideUnsubscribing(context: ChatContext, { act }: PressOf<'unsubscribing'>): Promise<Message> {
  if (act === 'sure') return endSubscription(context)
  if (act === 'keep') return offerTimes(context)
  const { store, chatId, threadId, view, now } = context
  const restored = await store.subscriptions.restore({ chatId, threadId }, now().getTime())
  return restored === null
    ? offerTimes(context)
    : renderSubscribed({ schedule: restored.schedule, next: restored.nextDue }, view)
}

/** The settings of this subscription; without one, buttons with times. */
export function offerTimes(context: ChatContext): Promise<Message> {
  return adjustPreferences(context, { kind: 'page', page: 'home' })
}

function renderProblem({ kind, word }: ScheduleProblem, { view }: ChatContext): Message {
  return renderLine(`subscribe-${kind}`, { word: clip(word, 60), most: MOST_TIMES }, view)
}
