import { type Language, languageNamed } from '../../language/language.ts'
import { SETTINGS, type SettingChoice, type SettingName } from '../../messages/buttons/press.ts'
import { renderLine } from '../../messages/render.ts'
import { type Chosen, renderSettings } from '../../messages/views/settings.ts'
import type { Message } from '../../text/message.ts'
import { answer, refuseMember } from '../answer.ts'
import { type ChatContext, type Command, topicLanguage } from '../chat-context.ts'
import { chooseWeeklyRecap } from '../groups/weekly-recap.ts'
import { mayChangeSettings } from '../rights/may-change-settings.ts'
import { makeSubscription } from './subscribe.ts'

/** `/settings`: the chat's settings, as buttons; with words, one change of its digests. */
export const settings: Command = {
  name: 'settings',
  run: async (context) => {
    if (context.argument === '') return offer(context)
    if (!(await mayChangeSettings(context))) return refuseMember(context)
    await answer(context, await makeSubscription(context, context.argument))
  },
}

/** `/language`: the languages to choose from. */
export const language: Command = { name: 'language', run: (context) => offer(context, ['language']) }

/** `/privacy`: what is stored. */
export const privacy: Command = {
  name: 'privacy',
  run: (context) => answer(context, renderLine('privacy', {}, context.view)),
}

/** `/forget`: deletes all data of the person in private, of the chat in a group or channel. */
export const forget: Command = {
  name: 'forget',
  run: async (context) => {
    if (!(await mayChangeSettings(context))) return refuseMember(context)
    const { store, chatId, ctx, view } = context
    await store.forgetChat(chatId)
    if (view.audience.kind === 'private' && ctx.from !== undefined) await store.forgetReader(ctx.from.id)
    await answer(context, renderLine('forgotten', {}, view))
  },
}

/** Stores a chat's choice and returns its settings after it. */
export async function choose(context: ChatContext, choice: SettingChoice): Promise<Message> {
  const { store, chatId, wordings, view } = context
  await storeChoice(context, choice)
  const chat = await store.chats.find(chatId)
  const language = choice.setting === 'language' ? choice.value : view.wording.language
  const there = { ...view, wording: wordings(language, chat?.digits) }
  return renderSettings(await choicesOf({ ...context, view: there }), there)
}

function storeChoice(context: ChatContext, choice: SettingChoice): Promise<void> {
  const { store, chatId, now } = context
  switch (choice.setting) {
    case 'language':
      return chooseLanguage(context, choice.value)
    case 'digits':
      return store.chats.setDigits(chatId, choice.value, now().getTime())
    case 'week':
      return chooseWeeklyRecap(context, choice.value)
    default:
      return store.choices.set({ chatId, name: choice.setting, value: choice.value })
  }
}

/** In a topic, sets the topic's language; elsewhere the chat's, which topics without their own follow. */
export async function chooseLanguage({ store, chatId, threadId, now }: ChatContext, language: Language): Promise<void> {
  const at = now().getTime()
  if (threadId !== 0) {
    await store.choices.set({ chatId, name: topicLanguage(threadId), value: language })
    return store.subscriptions.setLanguage({ chatId, threadId }, language, at)
  }
  await store.chats.setLanguage(chatId, language, at)
  const choices = await store.choices.ofChat(chatId)
  for (const place of await store.subscriptions.ofChat(chatId)) {
    const own = languageNamed(choices.get(topicLanguage(place.threadId)))
    if (own !== null) await store.subscriptions.setLanguage(place, own, at)
  }
}

async function offer(context: ChatContext, settings?: readonly SettingName[]): Promise<void> {
  if (!(await mayChangeSettings(context))) return refuseMember(context)
  await answer(context, renderSettings(await choicesOf(context), context.view, settings))
}

async function choicesOf({ store, chatId, view }: ChatContext): Promise<Chosen> {
  const choices = await store.choices.ofChat(chatId)
  const { language, digits } = view.wording
  const shown = new Map<SettingName, string>([
    ['language', language],
    ['digits', digits],
  ])
  return (setting) => shown.get(setting) ?? choices.get(setting) ?? SETTINGS[setting].values[0]
}
