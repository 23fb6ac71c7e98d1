import { type Fix, quoteKey } from '../../briefing/with-fixes.ts'
import { fold } from '../../language/fold.ts'
import type { Acting } from '../../messages/buttons/actions.ts'
import type { PressOf } from '../../messages/buttons/press.ts'
import { renderLine } from '../../messages/render.ts'
import { phrase } from '../../messages/view.ts'
import type { DeskArticle } from '../../shelf/release.ts'
import { clip } from '../../text/rich.ts'
import { answer, answerEphemerally } from '../answer.ts'
import { askForWords } from '../ask-words.ts'
import type { ChatContext } from '../chat-context.ts'
import { cardMessage } from './desk.ts'
import { mayAct } from './may-act.ts'

const MOST = { title: 200, speaker: 120 } as const
/** Replies that say that nobody knows whose words they are. */
const NOBODY = new Set(['؟', '?', '-', 'غير معروف', 'لا يُعرف', 'unknown'].map(fold))

type Speaking = Extract<Acting, { readonly act: 'speaker' }>

/** Asks for an article's title. */
export async function askForTitle(context: ChatContext, { key, briefing }: DeskArticle): Promise<void> {
  const { wording } = context.view
  await askForWords(context, {
    press: { kind: 'article', article: key, acting: { act: 'title' } },
    title: briefing.article.title.text,
    how: phrase(wording, 'title-how', { most: MOST.title }),
    placeholder: wording.say('title-placeholder'),
  })
}

/** Asks whose a quote is. */
export async function askForSpeaker(
  context: ChatContext,
  { key, briefing }: DeskArticle,
  acting: Speaking,
): Promise<void> {
  const { wording } = context.view
  await askForWords(context, {
    press: { kind: 'article', article: key, acting },
    title: briefing.article.title.text,
    how: phrase(wording, 'speaker-how', { words: clip(briefing.quotes[acting.at]?.text ?? '', 200) }),
    placeholder: wording.say('speaker-placeholder'),
  })
}

/** Stores the title or speaker that was asked for, and answers with the article's card. */
export async function takeFix(
  context: ChatContext,
  { article: key, acting }: PressOf<'article'>,
  text: string,
): Promise<void> {
  const { store, library, view } = context
  const line = (id: string, words = {}) => renderLine(id, words, view)
  if (!(await mayAct(context))) return answerEphemerally(context, line('desk-refused'))
  const article = await store.held.byKey(key)
  if (article === null) return answer(context, line('desk-gone'))
  const words = text.replace(/[\p{C}\s]+/gu, ' ').trim()
  const most = acting.act === 'title' ? MOST.title : MOST.speaker
  if (words === '' || words.length > most) return answer(context, line('fix-too-long', { length: words.length, most }))
  const fix = fixOf(article, acting, words)
  if (fix === null) return answer(context, line('desk-changed'))
  await store.held.fix(article.slug, fix)
  await library.readAsked()
  await answer(context, await cardMessage(context, key))
}

/** `null`: the quote that was asked about is not that of the article any more. */
function fixOf({ code, briefing }: DeskArticle, acting: Acting, words: string): Fix | null {
  if (acting.act === 'title') return { kind: 'title', quote: '', words }
  const quote = acting.act === 'speaker' && acting.code === code ? briefing.quotes[acting.at] : undefined
  return quote === undefined
    ? null
    : { kind: 'speaker', quote: quoteKey(quote), words: NOBODY.has(fold(words)) ? '' : words }
}
