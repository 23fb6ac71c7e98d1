import { renderLine } from '../../messages/render.ts'
import { renderOptions } from '../../messages/views/suggestions.ts'
import { readQuestion, type SmallTalk } from '../../requests/read-question.ts'
import { parseQuery } from '../../search/query.ts'
import { answer } from '../answer.ts'
import type { ChatContext } from '../chat-context.ts'
import { findArticle } from '../find-article.ts'
import { show } from '../show.ts'
import { answerNoSpeaker, answerQuotesOf } from './quotes.ts'
import { lookFor } from './search.ts'
import { verify } from './verify.ts'

/** Answers plain words: quotes of somebody, a summary, a short line to small talk; all else is searched for. */
export async function understand(context: ChatContext, text: string): Promise<void> {
  const question = readQuestion(text)
  switch (question.kind) {
    case 'quotes-of':
      return answerQuotes({ ...context, argument: question.speaker }, { ...question, text })
    case 'summary-of':
      return answerSummary(context, { words: question.words, text })
    case 'said':
      return verify.run({ ...context, argument: text })
    case 'small-talk':
      return answerTalk(context, question.talk)
    default:
      return lookFor(context, text)
  }
}

async function answerQuotes(context: ChatContext, { about, text }: { about: string; text: string }): Promise<void> {
  const near = await answerQuotesOf(context, about)
  if (near === null) return
  await (near.length > 0 ? answerNoSpeaker(context, near) : lookFor(context, text))
}

/** The article whose title has the words, else that of the best passage. */
async function answerSummary(context: ChatContext, { words, text }: { words: string; text: string }): Promise<void> {
  const { library, view } = context
  const titled = await findArticle(library.archive, words, view.wording.language)
  const best = titled ?? (await library.search.find(parseQuery(words), { offset: 0, limit: 1 })).hits[0]?.item ?? null
  if (best === null) return lookFor(context, text)
  await show(context, { view: 'summary', article: best.key, page: 0 })
}

async function answerTalk(context: ChatContext, talk: SmallTalk): Promise<void> {
  const { view } = context
  await answer(
    context,
    talk === 'greeting' ? renderOptions({ id: 'talk-greeting' }, [], view) : renderLine(`talk-${talk}`, {}, view),
  )
}
