import { InputFile } from 'grammy'
import { type ArticleScreen, decodePress, encodePress } from '../../messages/buttons/press.ts'
import { renderNext } from '../../messages/render.ts'
import { keptWords, savedMarkdown } from '../../messages/views/saved.ts'
import type { Shown } from '../../text/message.ts'
import { answer } from '../answer.ts'
import type { ChatContext, Command } from '../chat-context.ts'
import { savedPlaces } from '../saved-places.ts'
import { screenMessage, show } from '../show.ts'

/** `/saved`: the reader's bookmarks. */
export const saved: Command = { name: 'saved', run: (context) => show(context, { view: 'saved', page: 0 }) }

/** `/save` in reply to a message of the bot: bookmarks the screen it shows. */
export const save: Command = {
  name: 'save',
  run: async (context) => {
    const place = placeOfReply(context)
    const line = place === null ? 'save-how' : await saveBookmark(context, place)
    await answer(context, renderNext(line, {}, context.view))
  },
}

/** Returns the id of the line that reports the result. */
export async function saveBookmark({ store, library, ctx, now }: ChatContext, place: ArticleScreen): Promise<string> {
  if (ctx.from === undefined) return 'save-how'
  const item = await library.archive.byKey(place.article)
  const bookmark = {
    place: encodePress({ kind: 'open', screen: place }),
    kept: item === null ? null : keptWords(item, place),
  }
  const result = await store.bookmarks.add(ctx.from.id, bookmark, now().getTime())
  return `save-${result}`
}

/** Returns the remaining bookmarks. */
export async function dropBookmark(context: ChatContext, place: ArticleScreen): Promise<Shown> {
  if (context.ctx.from !== undefined) {
    await context.store.bookmarks.remove(context.ctx.from.id, encodePress({ kind: 'open', screen: place }))
  }
  return screenMessage(context, { view: 'saved', page: 0 })
}

/** Sends the person's bookmarks as a Markdown file; in private only. */
export async function exportBookmarks({ store, library, ctx, chatId, view }: ChatContext): Promise<void> {
  if (ctx.from === undefined || view.audience.kind !== 'private') return
  const saved = await savedPlaces(library.archive, await store.bookmarks.ofUser(ctx.from.id))
  const file = new InputFile(Buffer.from(savedMarkdown(saved, view)), 'mujaz.md')
  await ctx.api.sendDocument(chatId, file, { caption: view.wording.say('saved-file') })
}

/** The screen that the replied message shows: its save button names it; a card without one leads on to its parts. */
function placeOfReply({ ctx }: ChatContext): ArticleScreen | null {
  const buttons = ctx.msg?.reply_to_message?.reply_markup?.inline_keyboard.flat() ?? []
  const presses = buttons.map((button) => ('callback_data' in button ? decodePress(button.callback_data) : null))
  for (const press of presses) {
    if (press?.kind === 'save') return press.place
    if (press?.kind === 'visit' && press.screen.view === 'more') return { view: 'front', article: press.screen.article }
  }
  return null
}
