import { fold } from '../language/fold.ts'

/** What plain words ask for; names and words as typed. `words`: nothing more than words to search for. */
export type Question =
  | { readonly kind: 'quotes-of'; readonly speaker: string; readonly about: string }
  /** The summary of the article that the words mean; empty: the newest. */
  | { readonly kind: 'summary-of'; readonly words: string }
  /** Whether somebody said something. */
  | { readonly kind: 'said' }
  | { readonly kind: 'small-talk'; readonly talk: SmallTalk }
  | { readonly kind: 'question' | 'words' }

export type SmallTalk = 'greeting' | 'thanks' | 'agreed'

/** Reads what a text that is no command asks for. */
export function readQuestion(text: string): Question {
  const typed = text.split(/\s+/).filter((word) => bare(word) !== '')
  if (typed.length === 0) return { kind: 'small-talk', talk: 'agreed' }
  const folded = typed.map(bare).join(' ')
  const talk = SMALL_TALK.get(folded)
  if (talk !== undefined) return { kind: 'small-talk', talk }
  return readPattern(typed, folded) ?? { kind: isQuestion(text, folded) ? 'question' : 'words' }
}

function readPattern(typed: readonly string[], folded: string): Question | null {
  for (const { pattern, kind } of PATTERNS) {
    const found = pattern.exec(folded)
    if (found === null) continue
    const group = (name: string) => asTyped(found, name, typed)
    if (kind === 'said') return { kind }
    if (kind === 'summary-of') return { kind, words: group('words') }
    return { kind, speaker: group('speaker'), about: group('about') }
  }
  return null
}

/** A group of a match of folded words, as they were typed. */
function asTyped(found: RegExpExecArray, group: string, typed: readonly string[]): string {
  const place = found.indices?.groups?.[group]
  if (place === undefined) return ''
  const [start, end] = place
  const before = found.input.slice(0, start).split(' ').length - 1
  const words = typed.slice(before, before + found.input.slice(start, end).split(' ').length)
  return words.join(' ').replace(/[؟?!.،,:]+$/u, '')
}

/** A question mark at the end, or a question word at the beginning. */
function isQuestion(text: string, folded: string): boolean {
  const [first = '', second = ''] = folded.split(' ')
  if (/[?؟]\s*$/u.test(text)) return true
  // «من الرئيس الأمريكي» says where something comes from
  return first === 'من' ? second !== '' && !second.startsWith('ال') : ASKING.has(first)
}

/** A word in the form in which it is compared; empty for marks and emoji alone. */
function bare(word: string): string {
  return fold(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}

const ABOUT = '(?: (?:عن|حول|بشان|بخصوص|about|on|of|regarding) (?<about>.+))?'
/** Of folded words with single spaces. */
const PATTERNS = [
  {
    example: 'هل قال بوتين إن الحرب انتهت',
    kind: 'said',
    pattern:
      /^(?:هل|احقا|حقا|فعلا)(?: حقا| فعلا)? (?:قال|قالت|صرح|صرحت|اعلن|اعلنت|اكد|اكدت|كتب|كتبت|غرد|غردت|زعم|زعمت) (?!.*(?:^| )(?:شيئا?|شي|كلمه|اي شي)(?: |$))\S+ .+$/du,
  },
  {
    example: 'did Putin say that the war is over',
    kind: 'said',
    pattern: /^(?:did|has) .+? (?:really )?(?:say|said|claim|claimed) (?!anything|something|much|about\b|on\b).+$/du,
  },
  {
    example: 'ماذا قال بوتين عن الحرب',
    kind: 'quotes-of',
    pattern: new RegExp(
      `^(?:ماذا|ما|ما الذي|من|ايش|وش|شو|ايه اللي) (?:قال|قالت|قاله|قالته|يقول|تقول|صرح|صرحت|صرح به|صرحت به) (?!ب?ان )(?<speaker>.+?)${ABOUT}$`,
      'du',
    ),
  },
  {
    example: 'تصريحات ترامب',
    kind: 'quotes-of',
    pattern: new RegExp(`^(?:اقوال|تصريحات|كلمات) (?<speaker>.+?)${ABOUT}$`, 'du'),
  },
  {
    example: 'what did Putin say about the war',
    kind: 'quotes-of',
    pattern: new RegExp(`^what (?:did|does|has|have) (?<speaker>.+?) (?:say|said)${ABOUT}$`, 'du'),
  },
  {
    example: 'what Trump said',
    kind: 'quotes-of',
    pattern: new RegExp(`^what (?<speaker>.+?) (?:said|says)${ABOUT}$`, 'du'),
  },
  {
    example: 'quotes by Putin',
    kind: 'quotes-of',
    pattern: new RegExp(`^(?:quotes|words) (?:by|from|of) (?<speaker>.+?)${ABOUT}$`, 'du'),
  },
  {
    example: 'لخص لي قمة ألاسكا',
    kind: 'summary-of',
    pattern:
      /^(?:لخص|لخصي|لخصوا|اختصر|اختصري|اوجز)(?: (?:لي|لنا))?(?: (?:مقال|خبر|المقال|الخبر))?(?: (?:عن|حول))?(?: (?<words>.+))?$/du,
  },
  {
    example: 'summarise the Alaska summit',
    kind: 'summary-of',
    pattern: /^(?:please )?(?:summari[sz]e|sum up|tldr)(?: (?:the|this|for me))*(?: (?<words>.+))?$/du,
  },
] as const

const ASKING: ReadonlySet<string> = new Set(
  (
    'متى امتى ايمتى اين وين فين كم ماذا ما لماذا ليش ليه كيف هل اي مين ' +
    'who whom whose when where what which why how is are was were did does do'
  )
    .split(' ')
    .map(fold),
)

const SMALL_TALK: ReadonlyMap<string, SmallTalk> = new Map([
  ...phrases(
    'greeting',
    'مرحبا، مرحبا بك، اهلا، اهلين، اهلا وسهلا، هلا، سلام، السلام عليكم، السلام عليكم ورحمة الله، السلام عليكم ورحمة الله وبركاته، صباح الخير، مساء الخير، هاي، كيف الحال، كيف حالك، hi، hello، hey، good morning، good evening، how are you',
  ),
  ...phrases(
    'thanks',
    'شكرا، شكرا لك، شكرا لكم، شكرا جزيلا، شكرا كثيرا، الف شكر، مشكور، تسلم، يعطيك العافية، بارك الله فيك، جزاك الله خيرا، ممتاز، رائع، احسنت، thanks، thank you، thank you very much، thx، great، well done',
  ),
  ...phrases('agreed', 'تمام، حسنا، طيب، اوكي، اوك، نعم، لا، ok، okay، yes، no، مع السلامة، bye'),
])

function phrases(talk: SmallTalk, listed: string): readonly (readonly [string, SmallTalk])[] {
  return listed.split('، ').map((phrase) => [fold(phrase), talk])
}
