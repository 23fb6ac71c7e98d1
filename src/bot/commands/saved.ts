import { InputFile } from 'grammy'
import { type ArticleScreen, decodePress, encodePress } from '../../messages/buttons/press.ts'
import { renderLine } from '../../messages/render.ts'
import { placesOf, savedMarkdown } from '../../messages/views/saved.ts'
import type { Shown } from '../../text/message.ts'
import { answer } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { savedPlaces } from '../saved-places.ts'
import { screenMessage, show } from '../show.ts'

/** `/saved`: the reader's own places. */
export const saved: Command = { name: 'saved', run: (context) => show(context, { view: 'saved', page: 0 }) }

/** `/save` in reply to a message of the bot: keeps the place it shows. */
export const save: Command = {
  name: 'save',
  run: async (context) => {
    const place = placeOfReply(context)
    await answer(
      context,
      renderLine(place === null ? 'save-how' : await keepBookmark(context, place), {}, context.view),
    )
  },
}

/** Keeps a place among the person's own, and tells which message of the locale files says what came of it. */
export async function keepBookmark({ store, ctx, now }: ChatContext, place: ArticleScreen): Promise<string> {
  if (ctx.from === undefined) return 'save-how'
  const kept = await store.bookmarks.add(ctx.from.id, encodePress({ kind: 'open', screen: place }), now().getTime())
  return `save-${kept}`
}

/** Removes a place and shows what is left. */
export async function dropBookmark(context: ChatContext, place: ArticleScreen): Promise<Shown> {
  if (context.ctx.from !== undefined) {
    await context.store.bookmarks.remove(context.ctx.from.id, encodePress({ kind: 'open', screen: place }))
  }
  return screenMessage(context, { view: 'saved', page: 0 })
}

/** Sends the person's own places as a Markdown file. */
export async function exportBookmarks({ store, library, ctx, chatId, view }: ChatContext): Promise<void> {
  if (ctx.from === undefined || view.audience.kind !== 'private') return
  const places = placesOf(await store.bookmarks.ofUser(ctx.from.id))
  const saved = await savedPlaces(library.archive, places)
  const file = new InputFile(Buffer.from(savedMarkdown(saved, view)), 'mujaz.md')
  await ctx.api.sendDocument(chatId, file, { caption: view.wording.say('saved-file') })
}

/** The place a message of the bot shows is the one that its own button would keep. */
function placeOfReply({ ctx }: ChatContext): ArticleScreen | null {
  for (const button of ctx.msg?.reply_to_message?.reply_markup?.inline_keyboard.flat() ?? []) {
    const press = 'callback_data' in button ? decodePress(button.callback_data) : null
    if (press?.kind === 'save') return press.place
  }
  return null
}
