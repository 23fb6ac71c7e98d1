import type { Message as TelegramMessage } from 'grammy/types'
import { LARGEST_FILE } from '../../article/article.ts'
import { isoTime } from '../../article/feed.ts'
import type { ImportReport, TextOrigin } from '../../intake/importer.ts'
import { renderLine } from '../../messages/render.ts'
import { renderFetchRefusal, renderImport } from '../../messages/views/import-report.ts'
import { answer } from '../answer.ts'
import type { ChatContext } from '../chat-context.ts'

/** `/import` and an address or a text, or as a reply to a message that holds an article. */
export async function importAsked(context: ChatContext, start: number): Promise<void> {
  const { msg } = context.ctx
  const argument = (msg?.text ?? '').slice(start).trim()
  const sent: Sent | undefined = argument === '' ? msg?.reply_to_message : { text: argument }
  const text = sent?.text ?? sent?.caption ?? ''
  // one word may be an address that is refused
  if (sent?.document === undefined && !isLong(text) && onlyLink(text) === null && !/^\S+:\S+$/.test(text)) {
    return answer(context, renderLine('import-how', {}, context.view))
  }
  await importMessage(context, sent)
}

/** The parts of a message that may be an article. */
export type Sent = Pick<TelegramMessage, 'text' | 'caption' | 'document' | 'forward_origin'>

/** Imports a document, a text, or the page whose address is all that a message holds; says what became of it. */
export async function importMessage(context: ChatContext, sent: Sent | undefined): Promise<void> {
  const { importer } = context.intake
  const wish = { source: 'owner', keys: keysOf(sent), mode: 'by-source' } as const
  const text = sent?.text ?? sent?.caption ?? ''
  if (sent?.document !== undefined && isReadable(sent.document)) return importDocument(context, sent.document)
  const link = /^\S+:\S+$/.test(text) ? text : onlyLink(text)
  const report: ImportReport =
    link === null ? await importer.text(text, originOf(sent), wish) : await importer.link(link, { ...wish, keys: [] })
  await answer(context, renderImport(report, context.view))
}

/** Characters of a text that is an article and no short message about one. */
const SHORTEST_ARTICLE = 200

/** The address in a text that says little else. */
export function onlyLink(text: string): string | null {
  const [link] = /https?:\/\/[^\s<>«»"]+/i.exec(text) ?? []
  if (link === undefined || text.replace(link, '').trim().length >= SHORTEST_ARTICLE) return null
  return link.replace(/(?<![.,،؛)\]])[.,،؛)\]]+$/u, '')
}

export function isLong(text: string): boolean {
  return text.length >= SHORTEST_ARTICLE
}

type Document = NonNullable<Sent['document']>

export function isReadable({ file_name = '' }: Document): boolean {
  return /\.(?:md|markdown|txt|x?html?)$/i.test(file_name)
}

async function importDocument(
  context: ChatContext,
  { file_id, file_name = '', file_size = 0 }: Document,
): Promise<void> {
  const tooLarge = { why: 'too-large', words: { megabytes: 2 } }
  if (file_size > LARGEST_FILE) return answer(context, renderFetchRefusal(tooLarge, context.view))
  const file = await context.download(file_id)
  if (file.kind === 'refused')
    return answer(
      context,
      renderFetchRefusal({ ...file.refusal, words: { ...file.refusal.words, host: 'Telegram' } }, context.view),
    )
  if (file.kind === 'unchanged') return
  // Telegram says only that it is some bytes
  const document = { bytes: file.bytes, name: file_name, contentType: null }
  const report = await context.intake.importer.document(document, { source: 'owner', mode: 'by-source' })
  await answer(context, renderImport(report, context.view))
}

/** Where a forwarded message comes from. */
function originOf(sent: Sent | undefined): TextOrigin {
  const origin = sent?.forward_origin
  if (origin === undefined) return { source: null, url: null, published: null }
  const published = isoTime(new Date(origin.date * 1000))
  switch (origin.type) {
    case 'channel': {
      const { title, username } = origin.chat
      return {
        source: title,
        url: username === undefined ? null : `https://t.me/${username}/${origin.message_id}`,
        published,
      }
    }
    case 'chat':
      return { source: 'title' in origin.sender_chat ? (origin.sender_chat.title ?? null) : null, url: null, published }
    case 'user':
    case 'hidden_user':
      return { source: null, url: null, published }
    default:
      return origin satisfies never
  }
}

/** A post has the same key as where its channel is a source. */
function keysOf(sent: Sent | undefined): readonly string[] {
  const origin = sent?.forward_origin
  return origin?.type === 'channel' ? [`${origin.chat.id}/${origin.message_id}`] : []
}
