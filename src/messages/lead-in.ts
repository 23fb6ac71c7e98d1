import { paragraphsOf } from '../article/article.ts'
import { elidesSpeaker } from '../briefing/alone-sentence.ts'
import type { Briefing, TextPlace } from '../briefing/briefing.ts'
import { splitSentences } from '../language/sentences.ts'

/**
 * What tells who speaks in a passage that does not: the speaker of a quote in it, with a colon, else the article's last
 * sentence before that names one. `null`: the passage names its speaker, or nobody speaks.
 */
export function leadIn({ article, quotes }: Briefing, place: TextPlace): string | null {
  const { paragraph, start, end } = place
  const paragraphs = paragraphsOf(article)
  const text = paragraphs[paragraph]?.slice(start, end) ?? ''
  const isWithin = (at: TextPlace) => at.paragraph === paragraph && at.start >= start && at.start < end
  const speaker = quotes.find((quote) => quote.at.some(isWithin))?.speaker ?? null
  if (speaker !== null) return names(text, speaker) ? null : `${speaker}:`
  if (!elidesSpeaker(text, article.language)) return null
  const before = [...paragraphs.slice(0, paragraph), paragraphs[paragraph]?.slice(0, start) ?? '']
  const sentences = before.flatMap((part) => splitSentences(part, article.language).map((one) => one.text))
  const naming = sentences.findLastIndex((sentence) => !elidesSpeaker(sentence, article.language))
  const isSkipping = naming < sentences.length - 1
  return naming < 0 ? null : `${sentences[naming]}${isSkipping ? ' […]' : ''}`
}

function names(text: string, speaker: string): boolean {
  return speaker.split(' ').some((word) => word.length > 2 && text.includes(word))
}
