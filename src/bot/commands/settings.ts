import { LANGUAGES, type Language } from '../../language/language.ts'
import { grid, pressButton } from '../../messages/keyboard.ts'
import type { Message } from '../../messages/message.ts'
import { renderLine } from '../../messages/render.ts'
import { said, toMessage } from '../../messages/view.ts'
import { mayChangeSettings } from '../admins.ts'
import { answer, tellAlone } from '../answer.ts'
import type { Asked } from '../asked.ts'
import type { Command } from '../command.ts'

/** `/language`: the languages to choose from. */
export const language: Command = {
  name: 'language',
  run: async (asked) => {
    if (!(await mayChangeSettings(asked))) return tellAlone(asked, renderLine('admins-only', {}, asked.view))
    const { wordings, view } = asked
    const buttons = LANGUAGES.map((choice) =>
      pressButton(wordings[choice].say('language-name'), { kind: 'speak', language: choice }),
    )
    await answer(asked, toMessage(said(view.wording, 'language-choose'), grid(view.wording, 2, buttons)))
  },
}

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
    await answer(asked, renderLine('forgotten', {}, view))
  },
}

/** Keeps the chat's language and answers in it. */
export async function speak(asked: Asked, choice: Language): Promise<Message> {
  await asked.store.chats.setLanguage(asked.chatId, choice, asked.now().getTime())
  return renderLine('language-chosen', {}, { ...asked.view, wording: asked.wordings[choice] })
}
