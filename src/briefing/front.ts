import { fold } from '../language/fold.ts'
import { countWords } from '../language/words.ts'
import { standsAlone } from './alone-sentence.ts'
import type { Briefing, Figure, Quote, SummarySentence, TimelineEvent } from './briefing.ts'

/** What a first screen shows of a briefing. Everything in it is the article's own, nothing in it is said twice. */
export type Front = {
  readonly title: string
  /** At most three, each of them clear where it stands. */
  readonly sentences: readonly SummarySentence[]
  /** With its speaker; `null` where no quote adds to the sentences. */
  readonly quote: Quote | null
  /** At most two, each in a sentence of its own that is clear where it stands and is not among `sentences`. */
  readonly figures: readonly Figure[]
  /** The first dated event after the article's day; `null` where it names none. */
  readonly next: TimelineEvent | null
}

const MOST_FIGURES = 2
/** `نكمل غدا..` tells nothing. */
const FEWEST_WORDS = 4
/** A shorter quote tells too little by itself, a longer one fills the screen. */
const QUOTE_WORDS = { fewest: 6, most: 25 }

/** The front of a briefing: title, gist, one voice, two figures, what comes next. */
export function frontOf({ article, summary, quotes, figures, timeline }: Briefing): Front {
  const sentences = summary.front
  const shown = fold(sentences.map(({ text }) => text).join('\n'))
  const isNew = (text: string): boolean => !shown.includes(fold(text))
  const isClear = (text: string): boolean =>
    isNew(text) && countWords(text) >= FEWEST_WORDS && standsAlone(text, article.language)
  const quote = quotes.find((each) => each.speaker !== null && isQuotable(each.text) && isNew(each.text)) ?? null
  const day = article.published?.slice(0, 10)
  const isNext = ({ date, text }: TimelineEvent): boolean => day !== undefined && isAfter(date, day) && isClear(text)
  const next = timeline.find(isNext) ?? null
  const others = figures.filter(({ sentence, text }) => isClear(sentence) && isNew(text) && sentence !== next?.text)
  return {
    title: article.title.text,
    sentences,
    quote,
    figures: others.filter(isFirstOfItsSentence).slice(0, MOST_FIGURES),
    next,
  }
}

function isQuotable(text: string): boolean {
  const words = countWords(text)
  return words >= QUOTE_WORDS.fewest && words <= QUOTE_WORDS.most
}

function isFirstOfItsSentence({ sentence }: Figure, index: number, all: readonly Figure[]): boolean {
  return all.findIndex((each) => each.sentence === sentence) === index
}

/** Whether a date, as precise as it is, lies wholly after a day. */
function isAfter(date: string, day: string): boolean {
  const [start = ''] = date.split('/')
  return start > day.slice(0, start.length) && !start.startsWith('--')
}
