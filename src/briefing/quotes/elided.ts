import { nounPhraseAt } from '../grammar/phrases.ts'
import { wordAt } from '../grammar/tokens.ts'
import { firstMention, mentionsIn } from '../people/cast.ts'
import type { Memory, SpeechAct } from './memory.ts'
import { type Moment, memberAsSpeaker, mentionIn, type QuotedSpeaker, resolveSpeaker } from './speakers.ts'
import type { SpeechEvent } from './speech-event.ts'

export type SpeakerContext = {
  readonly moment: Moment
  readonly inSentence: readonly SpeechAct[]
  readonly topic: QuotedSpeaker | null
  readonly memory: Memory
}

// Tokens.
const MAX_LOOK_BACK = 120
const MAX_SILENCE = 6
// Mentions.
const MAX_REPORTED = 20

/** `وأضاف:`: the last speaker; `وقال:` after an action: its subject. The gender must agree. */
export function elidedSubject(event: SpeechEvent, context: SpeakerContext): QuotedSpeaker | null {
  const { memory } = context
  const fits = (speaker: QuotedSpeaker | null) => speaker !== null && agree(event, speaker, context)
  const goesOn = event.form.uses.has('goesOn')
  if (event.kind === 'finite' && fits(memory.respondent) && !goesOn) return memory.respondent
  const sentence = event.kind === 'finite' ? mainSubject(event, context) : null
  if (sentence !== null) return sentence
  if (event.kind === 'finite' && fits(memory.source)) return memory.source
  const { index } = context.moment.paragraph
  // A person last mentioned many paragraphs ago is not the subject.
  const near = (one: QuotedSpeaker | null) =>
    one !== null && index - (memory.mentioned.get(one.name) ?? 0) <= MAX_SILENCE
  const order = goesOn ? [memory.last, memory.subject] : [memory.subject, memory.last]
  const known = [...order, ...memory.recent].find((one) => near(one) && fits(one))
  if (known !== undefined || event.form.force !== 'say' || event.embedded) return known ?? null
  const named = onlyOneNamed(context.moment)
  return fits(named) ? named : null
}

/** `أكد فلان …، مضيفا`: the subject of the latest main verb of the sentence, else its topic. */
export function mainSubject(event: SpeechEvent, context: SpeakerContext): QuotedSpeaker | null {
  const fits = (speaker: QuotedSpeaker | null) => speaker !== null && agree(event, speaker, context)
  const near = context.inSentence.at(-1)
  if (near !== undefined && fits(near.speaker) && runsOn(near, event, context)) return near.speaker
  const main = context.inSentence.findLast((act) => act.main && fits(act.speaker))
  if (main !== undefined) return main.speaker
  if (fits(context.topic)) return context.topic
  return event.kind === 'participle' ? (context.inSentence.findLast((act) => fits(act.speaker))?.speaker ?? null) : null
}

/** `بحسب ما أعلن فلان للصحافيين قائلا`: a participle of the verb before it, with no pause between. */
function runsOn(
  { event: { subject, to }, reported }: SpeechAct,
  event: SpeechEvent,
  { moment }: SpeakerContext,
): boolean {
  const between = moment.paragraph.tokens.slice(to, event.at)
  return event.kind === 'participle' && !reported && subject !== null && between.every(({ kind }) => kind === 'word')
}

/** `نشرت الصحيفة مقالا كشفت فيه`: whose text it is, in a main clause or not. */
export function writerOfText(event: SpeechEvent, context: SpeakerContext): QuotedSpeaker | null {
  const near = context.inSentence.findLast((act) => act.speaker !== null && agree(event, act.speaker, context))
  return near?.speaker ?? elidedSubject(event, context)
}

/** `تبدأ مقدمة الفيلم بكلام، قائلة`: the noun right behind the verb that opens the sentence. */
export function ownNoun(event: SpeechEvent, context: SpeakerContext): QuotedSpeaker | null {
  const { moment } = context
  const { tokens, sentence } = moment.paragraph
  const opening = context.inSentence[0]?.event
  if (event.kind !== 'participle' || opening?.kind !== 'finite' || opening.subject !== null) return null
  if (opening.at > 0 && sentence[opening.at - 1] === sentence[opening.at]) return null
  const noun = wordAt(tokens, opening.to)
  if (noun.kind !== 'word' || noun.info.functional || noun.info.preposition !== '') return null
  if (/ة$/.test(noun.text) !== (event.form.gender === 'f')) return null
  const owner = nounPhraseAt(tokens, noun.info.definite ? opening.to : opening.to + 1)
  if (owner === null) return null
  const role = { from: opening.to, to: owner.to }
  return resolveSpeaker({ ...owner, ...role, kind: 'institution', role }, moment)
}

/** `وعاد خاشقجي إلى بلده، قائلا`: with no known verb, the first name of the sentence, unless a preposition is on it. */
export function firstNamed(event: SpeechEvent, context: SpeakerContext): QuotedSpeaker | null {
  const { moment } = context
  const { tokens, sentence } = moment.paragraph
  let from = event.at
  while (from > Math.max(0, event.at - MAX_LOOK_BACK) && sentence[from - 1] === sentence[event.at]) from -= 1
  const mention = mentionIn(moment, from, event.at)
  if (mention === null || wordAt(tokens, mention.from).info.preposition !== '') return null
  if (wordAt(tokens, mention.from - 1).info.functional) return null
  const speaker = memberAsSpeaker(moment.scene.cast, mention.person)
  return speaker !== null && agree(event, speaker, context) ? speaker : null
}

/** `ذكر تقرير عن فلانة أنها قالت`: the person last named before, whom the verb fits. */
export function reportedPerson(event: SpeechEvent, context: SpeakerContext): QuotedSpeaker | null {
  const { moment, memory } = context
  const { cast } = moment.scene
  const mentions = mentionsIn(cast, moment.paragraph.index)
  const end = firstMention(mentions, event.at)
  const before = mentions.slice(Math.max(0, end - MAX_REPORTED), end)
  const named = before.map(({ person }) => memberAsSpeaker(cast, person)).reverse()
  return (
    [...named, memory.last, memory.subject].find(
      (one) => one !== null && one.person >= 0 && agree(event, one, context),
    ) ?? null
  )
}

/** The only person the previous paragraph names; `null` for none or several. */
function onlyOneNamed({ scene, paragraph }: Moment): QuotedSpeaker | null {
  const persons = new Set(mentionsIn(scene.cast, paragraph.index - 1).map(({ person }) => person))
  const [person] = persons
  return persons.size === 1 && person !== undefined && scene.cast.members[person]?.sure
    ? memberAsSpeaker(scene.cast, person)
    : null
}

function agree(event: SpeechEvent, speaker: QuotedSpeaker, context: SpeakerContext): boolean {
  const { form } = event
  // `سألته`: she asked him, or I did; only a woman known to speak is sure.
  const token = wordAt(context.moment.paragraph.tokens, event.at)
  if (event.kind === 'finite' && !event.pronoun && OF_HER_OR_ME.test(token.info.base))
    return speaker.gender === 'f' && speaker.person >= 0
  // `بالقول` has no gender.
  if (event.kind === 'masdar' && /^و?بال/.test(token.plain)) return true
  if (form.plural) return speaker.plural
  if (speaker.plural) return form.gender === 'f' && ONE_SHE.test(speaker.name)
  return speaker.gender === null || speaker.gender === form.gender
}

// `المصادر`, `العائلة` take `وأضافت`; of people it is `وأضافوا`.
const ONE_SHE = /^(?:ال)?(?:\p{L}+[ةه]|\p{L}+ات|مصادر|أوساط|عدد|بعض)(?!\p{L})/u

const OF_HER_OR_ME = /^[^يت].+ت(?:ه|ها|هم|هما)$/
