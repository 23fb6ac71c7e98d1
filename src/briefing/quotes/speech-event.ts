import type { Phrase } from '../grammar/phrases.ts'
import type { VerbForm } from '../grammar/words/verbs.ts'

/** An act of speech or a doing: the word, and the phrase the article gives as its subject, if any. */
export type SpeechEvent = {
  /** Token index of the verb, the participle or the preposition. */
  readonly at: number
  /** Token index after the verb and its subject: where the words spoken may begin. */
  readonly to: number
  readonly kind: VerbForm['shape'] | 'according'
  readonly form: VerbForm
  /** As the article writes it, without و and ف; empty where a name alone leads in (`فلان: «…»`). */
  readonly verb: string
  readonly subject: Phrase | null
  /** The verb has a pronoun for its owner (`بقوله`, `بحسب زعمه`). */
  readonly pronoun: boolean
  /** In a relative clause: who speaks here need not be who the sentence is about. */
  readonly embedded: boolean
  /** Somebody stands behind the verb whose name nobody can tell (`قال بي جيه كذا`). */
  readonly unread?: boolean
  /** It only tells of the noun before it (`مقال كتبه`). */
  readonly aside?: boolean
}
