import { type Language, languageNamed } from '../../language/language.ts'
import { type PressOf, SETTINGS, type SettingChoice, type SettingName } from '../../messages/buttons/press.ts'
import { renderLine } from '../../messages/render.ts'
import { renderForgetQuestion, renderPrivacy } from '../../messages/views/privacy.ts'
import { type Chosen, renderSetting, renderSettings } from '../../messages/views/settings.ts'
import type { Message } from '../../text/message.ts'
import { answer } from '../answer.ts'
import { type ChatContext, type Command, topicLanguage } from '../chat-context.ts'
import { refuseMember } from '../groups/throttle.ts'
import { chooseWeeklyRecap } from '../groups/weekly-recap.ts'
import { mayChangeSettings } from '../rights/may-change-settings.ts'
import { mayBotPin } from '../rights/may-post.ts'
import { makeSubscription } from './subscribe.ts'

/** `/settings`: the chat's settings, as buttons; with words, one change of its digests. */
export const settings: Command = {
  name: 'settings',
  run: async (context) => {
    if (!(await mayChangeSettings(context))) return refuseMember(context)
    const { argument } = context
    await answer(context, argument === '' ? await settingsMessage(context) : await makeSubscription(context, argument))
  },
}

/** `/language`: the languages to choose from. */
export const language: Command = {
  name: 'language',
  run: async (context) => {
    if (!(await mayChangeSettings(context))) return refuseMember(context)
    await answer(context, await settingMessage(context, 'language'))
  },
}

/** `/privacy`: what is stored. */
export const privacy: Command = {
  name: 'privacy',
  run: (context) => answer(context, renderPrivacy(context.view)),
}

/** `/forget`: asks before it deletes all data of the person in private, of the chat in a group or channel. */
export const forget: Command = {
  name: 'forget',
  run: async (context) => {
    if (!(await mayChangeSettings(context))) return refuseMember(context)
    await answer(context, renderForgetQuestion(context.view))
  },
}

/** Deletes, or keeps, what is stored; returns the confirmation. */
export async function decideForgetting(context: ChatContext, act: PressOf<'forget'>['act']): Promise<Message> {
  const { store, chatId, ctx, view } = context
  if (act === 'ask') return renderForgetQuestion(view)
  if (act === 'keep') return renderLine('forget-kept', {}, view)
  await store.forgetChat(chatId)
  if (view.audience.kind === 'private' && ctx.from !== undefined) await store.forgetReader(ctx.from.id)
  return renderLine('forgotten', {}, view)
}

/** Why the bot can't do what a choice asks for, as the id of a line; `null`: it can. */
export async function refuseChoice({ ctx, store, chatId }: ChatContext, choice: SettingChoice): Promise<string | null> {
  if (choice.setting !== 'pin' || choice.value !== 'on') return null
  const chat = await store.chats.find(chatId)
  return chat === null || (await mayBotPin(ctx.api, chat, ctx.me.id)) ? null : 'pin-needs-right'
}

/** Stores a chat's choice and returns the setting after it. */
export async function choose(context: ChatContext, choice: SettingChoice): Promise<Message> {
  const { store, chatId, wordings, view } = context
  await storeChoice(context, choice)
  const chat = await store.chats.find(chatId)
  const language = choice.setting === 'language' ? choice.value : view.wording.language
  const there = { ...view, wording: wordings(language, chat?.digits) }
  return settingMessage({ ...context, view: there }, choice.setting)
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

/** A chat's settings. */
export async function settingsMessage(context: ChatContext): Promise<Message> {
  return renderSettings(await choicesOf(context), context.view)
}

/** One setting with its values. */
export async function settingMessage(context: ChatContext, setting: SettingName): Promise<Message> {
  return renderSetting(setting, await choicesOf(context), context.view)
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
