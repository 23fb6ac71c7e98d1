import { parseSchedule, type ScheduleProblem } from '../../digest/parse-schedule.ts'
import { exceptionsOf } from '../../digest/preferences.ts'
import { EVERY_DAY, MOST_TIMES, NO_EXCEPTIONS } from '../../digest/schedule.ts'
import { renderLine } from '../../messages/render.ts'
import { renderSubscribed } from '../../messages/views/subscription.ts'
import type { Message } from '../../text/message.ts'
import { clip } from '../../text/rich.ts'
import { answer, tellAlone } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { mayChangeSettings } from '../rights/admins.ts'
import { type Agreed, adjustPreferences, agreeOnChange, preferencesMessage } from './preferences.ts'

/** `/subscribe [HH:MM …] [days] [zone]`: a schedule for this chat and topic; alone: times to choose from by button. */
export const subscribe: Command = {
  name: 'subscribe',
  run: async (context) => {
    if (!(await mayChangeSettings(context))) return tellAlone(context, renderLine('admins-only', {}, context.view))
    await answer(
      context,
      context.argument === '' ? await offerTimes(context) : await makeSubscription(context, context.argument),
    )
  },
}

/** `/unsubscribe`: no more digests here. */
export const unsubscribe: Command = {
  name: 'unsubscribe',
  run: async (context) => {
    if (!(await mayChangeSettings(context))) return tellAlone(context, renderLine('admins-only', {}, context.view))
    await answer(context, await endSubscription(context))
  },
}

/** Reads the words, keeps the schedule and says what was agreed; or says which word is wrong and keeps nothing. */
export async function makeSubscription(context: ChatContext, words: string): Promise<Message> {
  const changed = await agreeOnChange(context, words)
  if (changed !== null) return 'problem' in changed ? changed.problem : preferencesMessage(context, changed)
  const agreed = await agreeOnTimes(context, words)
  if ('problem' in agreed) return agreed.problem
  return renderSubscribed({ schedule: agreed.schedule, next: agreed.nextDue }, context.view)
}

/** Reads the words and keeps the schedule, or the one change they name; or keeps nothing and answers with what is wrong. */
export async function agreeOnSchedule(context: ChatContext, words: string): Promise<Agreed> {
  return (await agreeOnChange(context, words)) ?? agreeOnTimes(context, words)
}

async function agreeOnTimes(context: ChatContext, words: string): Promise<Agreed> {
  const { store, chatId, threadId, view, now } = context
  const present = await store.subscriptions.find({ chatId, threadId })
  const zone = present?.schedule.zone ?? context.defaultZone
  const parsed = parseSchedule(words, { times: present?.schedule.times ?? [], days: EVERY_DAY, zone })
  if (parsed.kind === 'problem') return { problem: renderProblem(parsed.problem, context) }
  // who names times anew wants them, so a pause ends; quiet hours and a season stay
  const exceptions = { ...(present === null ? NO_EXCEPTIONS : exceptionsOf(present.schedule)), resumes: null }
  const wish = { chatId, threadId, schedule: { ...parsed.schedule, exceptions }, language: view.wording.language }
  return store.subscriptions.save(wish, now().getTime())
}

/** Ends the subscription of this chat and topic and says so. */
export async function endSubscription({ store, chatId, threadId, view, now }: ChatContext): Promise<Message> {
  const ended = await store.subscriptions.remove({ chatId, threadId }, now().getTime())
  return renderLine(ended ? 'unsubscribed' : 'not-subscribed', {}, view)
}

/** All that can be set of the present subscription; without one, times to choose from by button. */
export function offerTimes(context: ChatContext): Promise<Message> {
  return adjustPreferences(context, { kind: 'page', page: 'home' })
}

function renderProblem({ kind, word }: ScheduleProblem, { view }: ChatContext): Message {
  return renderLine(`subscribe-${kind}`, { word: clip(word, 60), most: MOST_TIMES }, view)
}
