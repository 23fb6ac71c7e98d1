import { type Language, languageNamed } from '../../language/language.ts'
import type { Setting } from '../../messages/buttons/press.ts'
import { renderLine } from '../../messages/render.ts'
import { type Chosen, renderSettings } from '../../messages/views/settings.ts'
import type { Digits } from '../../messages/wording.ts'
import type { Message } from '../../text/message.ts'
import { answer, tellAlone } from '../answer.ts'
import { type Asked, type Command, topicLanguage } from '../chat-context.ts'
import { chooseWeek } from '../groups/weekly-recap.ts'
import { mayChangeSettings } from '../rights/admins.ts'
import { makeSubscription } from './subscribe.ts'

/** `/settings`: what the chat can choose, by button; with words, one change of its digests. */
export const settings: Command = {
  name: 'settings',
  run: async (asked) => {
    if (asked.argument === '') return offer(asked)
    if (!(await mayChangeSettings(asked))) return tellAlone(asked, renderLine('admins-only', {}, asked.view))
    await answer(asked, await makeSubscription(asked, asked.argument))
  },
}

/** `/language`: the languages to choose from. */
export const language: Command = { name: 'language', run: (asked) => offer(asked, ['language']) }

/** `/privacy`: what is kept. */
export const privacy: Command = {
  name: 'privacy',
  run: (asked) => answer(asked, renderLine('privacy', {}, asked.view)),
}

/** `/forget`: deletes what is kept of the person in private, of the chat in a group or channel. */
export const forget: Command = {
  name: 'forget',
  run: async (asked) => {
    if (!(await mayChangeSettings(asked))) return tellAlone(asked, renderLine('admins-only', {}, asked.view))
    const { store, chatId, ctx, view } = asked
    await store.forgetChat(chatId)
    if (view.audience.kind === 'private' && ctx.from !== undefined) await store.forgetReader(ctx.from.id)
    asked.drafts.nudge()
    await answer(asked, renderLine('forgotten', {}, view))
  },
}

/** Keeps a chat's choice and shows its settings as they are now. */
export async function choose(asked: Asked, setting: Setting, value: string): Promise<Message> {
  const { store, chatId, now, wordings, view } = asked
  const at = now().getTime()
  // a button's value has been checked against the choices of its setting
  if (setting === 'language') await chooseLanguage(asked, value as Language)
  else if (setting === 'digits') await store.chats.setDigits(chatId, value as Digits, at)
  else if (setting === 'week') await chooseWeek(asked, value)
  else await store.choices.set({ chatId, name: setting, value })
  const chat = await store.chats.find(chatId)
  const language = setting === 'language' ? (value as Language) : view.wording.language
  const wording = wordings(language, chat?.digits)
  const there = { ...view, wording }
  return renderSettings(await chosenIn({ ...asked, view: there }), there)
}

/** A topic has a language of its own once it chose one; the chat's is for all the others. */
export async function chooseLanguage({ store, chatId, threadId, now }: Asked, language: Language): Promise<void> {
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

async function offer(asked: Asked, settings?: readonly Setting[]): Promise<void> {
  if (!(await mayChangeSettings(asked))) return tellAlone(asked, renderLine('admins-only', {}, asked.view))
  await answer(asked, renderSettings(await chosenIn(asked), asked.view, settings))
}

async function chosenIn({ store, chatId, view }: Asked): Promise<Chosen> {
  const { language, digits } = view.wording
  const choices = await store.choices.ofChat(chatId)
  return {
    language,
    digits,
    reading: choices.get('reading') ?? 'classic',
    tidy: choices.get('tidy') ?? 'off',
    pin: choices.get('pin') ?? 'off',
    week: choices.get('week') ?? 'off',
  }
}
