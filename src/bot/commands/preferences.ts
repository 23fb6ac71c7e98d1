import { upcoming } from '../../digest/calendar.ts'
import { localDay } from '../../digest/local-day.ts'
import { type ChangeProblem, parseChange } from '../../digest/parse-change.ts'
import { type Adjustment, changeOf, changePreferences, type Plan, type PlanPage } from '../../digest/preferences.ts'
import { MOST_TIMES } from '../../digest/schedule.ts'
import { isChoosy, MOST_FOLLOWED, MOST_NAMED } from '../../digest/wishes.ts'
import { COMMON_ZONES, namedZone, OFFERED_REGIONS, REGIONS, zonesOfRegion } from '../../digest/zone-list.ts'
import { renderLine } from '../../messages/render.ts'
import { renderDigest } from '../../messages/render-digest.ts'
import { renderPreview, renderUpcoming } from '../../messages/views/digest-preview.ts'
import { SPEAKERS_OFFERED } from '../../messages/views/preference-buttons.ts'
import { renderFollow, renderPreferences } from '../../messages/views/preferences.ts'
import { renderChoice, renderNotSubscribed, renderUnsubscribeQuestion } from '../../messages/views/subscription.ts'
import { renderZones } from '../../messages/views/zones.ts'
import type { Subscription } from '../../store/subscriptions/subscriptions.ts'
import type { Message } from '../../text/message.ts'
import { clip } from '../../text/rich.ts'
import type { ChatContext } from '../chat-context.ts'
import { gatherPreview } from './digest.ts'

const POSTS_SHOWN = 5

/** Shows a page of settings, or applies a button's change and shows its page. */
export async function adjustPreferences(context: ChatContext, adjustment: Adjustment): Promise<Message> {
  const present = await presentOf(context)
  if (present === null) return renderChoice(context.view)
  const { times } = present.schedule
  const isLastTime = adjustment.kind === 'time' && times.length === 1 && times[0] === adjustment.minute
  if (isLastTime) return renderUnsubscribeQuestion(context.view)
  const speaker = adjustment.kind === 'speaker' ? await context.library.archive.speaker(adjustment.key) : null
  const change = changeOf(adjustment, present, { now: context.now().getTime(), speaker: speaker?.name ?? null })
  const changed = change === null ? present : await savePlan(context, present, changePreferences(present, change))
  return pageOf(context, changed, adjustment)
}

/** The saved subscription, or why nothing was saved. */
export type SaveResult = Subscription | { readonly problem: Message }

/** Saves the change that words name; `null` when they name none. */
export async function saveChange(context: ChatContext, words: string): Promise<SaveResult | null> {
  const present = await presentOf(context)
  const zone = present?.schedule.zone ?? context.defaultZone
  const parsed = parseChange(words, { now: context.now().getTime(), zone })
  if (parsed.kind === 'other') return null
  if (present === null) return { problem: renderNotSubscribed(context.view) }
  if (parsed.kind === 'problem') return { problem: await problemMessage(context, present, parsed.problem) }
  return savePlan(context, present, changePreferences(present, parsed.change))
}

/** All settings of a subscription, with buttons to change them. */
export function preferencesMessage(context: ChatContext, present: Subscription): Promise<Message> | Message {
  return pageOf(context, present, { kind: 'page', page: 'home' })
}

/** Changes the zone of this place's subscription; `null`: there is none. */
export async function changeZone(context: ChatContext, zone: string): Promise<Message | null> {
  const present = await presentOf(context)
  if (present === null) return null
  const plan = changePreferences(present, { kind: 'schedule', part: { zone } })
  return pageOf(context, await savePlan(context, present, plan), { kind: 'page', page: 'zone' })
}

/** Why a digest has these articles: what this place follows. */
export async function whyHere(context: ChatContext): Promise<Message> {
  const wishes = (await presentOf(context))?.wishes
  if (wishes === undefined || !isChoosy(wishes)) return renderLine('why-all', {}, context.view)
  const words = context.view.wording.list([...wishes.speakers, ...wishes.keywords])
  return renderLine('why-some', { words: clip(words, 90) }, context.view)
}

function presentOf({ store, chatId, threadId }: ChatContext): Promise<Subscription | null> {
  return store.subscriptions.find({ chatId, threadId })
}

/** Saving makes a schedule active, so a paused one is paused again. */
async function savePlan(
  { store, now }: ChatContext,
  present: Subscription,
  { schedule, wishes }: Plan,
): Promise<Subscription> {
  const { chatId, threadId, language, state } = present
  const at = now().getTime()
  const saved = await store.subscriptions.save({ chatId, threadId, language, schedule, wishes }, at)
  // it was ended meanwhile, and another has its room
  if (saved === null) return present
  if (state === 'active') return saved
  await store.pauses.pause({ chatId, threadId }, state, at)
  return { ...saved, state, nextDue: null }
}

function pageOf(context: ChatContext, present: Subscription, adjustment: Adjustment): Promise<Message> | Message {
  const { view, now } = context
  const page = PAGE_AFTER[adjustment.kind] ?? (adjustment.kind === 'page' ? adjustment.page : 'home')
  const { schedule, wishes, nextDue } = present
  const time = now().getTime()
  switch (page) {
    case 'zone':
      return zonesPage(context, schedule.zone, adjustment)
    case 'upcoming':
      return renderUpcoming(upcoming(schedule, time, POSTS_SHOWN), schedule.zone, view)
    case 'preview':
      return previewPage(context)
    case 'follow':
      return followPage(context, present)
    default:
      return renderPreferences(page, { schedule, wishes, next: nextDue, today: localDay(time, schedule.zone) }, view)
  }
}

function zonesPage({ view }: ChatContext, zone: string, adjustment: Adjustment): Message {
  const { language } = view.wording
  const place = adjustment.kind === 'zones' ? adjustment : null
  const region = place === null ? undefined : REGIONS[place.region]
  const common = [...new Set([zone, ...COMMON_ZONES])].map((one) => namedZone(one, language))
  const zones = region === undefined ? common : zonesOfRegion(region, language)
  const shown = { zones, present: namedZone(zone, language), place: region === undefined ? null : place }
  return renderZones({ ...shown, regions: OFFERED_REGIONS }, view)
}

/** Marks nothing as seen. */
async function previewPage(context: ChatContext): Promise<Message> {
  const gathered = await gatherPreview(context)
  return renderPreview(renderDigest(gathered, context.view), gathered.isSample, context.view)
}

async function followPage({ library, view }: ChatContext, present: Plan): Promise<Message> {
  const { items } = await library.archive.speakers({ offset: 0, limit: SPEAKERS_OFFERED })
  return renderFollow(present, items, view)
}

/** The page that shows a change. */
const PAGE_AFTER: Readonly<Partial<Record<Adjustment['kind'], PlanPage>>> = {
  zones: 'zone',
  zone: 'zone',
  time: 'times',
  days: 'days',
  day: 'days',
  pause: 'pause',
  quiet: 'quiet',
  'no-quiet': 'quiet',
  ramadan: 'ramadan',
  'no-ramadan': 'ramadan',
  section: 'sections',
  most: 'amount',
  length: 'amount',
  empty: 'amount',
  speaker: 'follow',
  'follow-all': 'follow',
}

/** The page on which what words left out can be pressed. */
const PAGE_OF: Readonly<Partial<Record<ChangeProblem['kind'], PlanPage>>> = {
  date: 'pause',
  hours: 'quiet',
  times: 'ramadan',
  choice: 'sections',
  words: 'follow',
}

/** A topic alone opens its page; a wrong word is told. */
function problemMessage(
  context: ChatContext,
  present: Subscription,
  { kind, word }: ChangeProblem,
): Promise<Message> | Message {
  const page = word === '' ? PAGE_OF[kind] : undefined
  if (page !== undefined) return pageOf(context, present, { kind: 'page', page })
  const most = { date: 0, past: 0, hours: 0, times: MOST_TIMES, choice: MOST_NAMED, words: 0, many: MOST_FOLLOWED }[
    kind
  ]
  return renderLine(`change-${kind}`, { word: clip(word, 60), most }, context.view)
}
