import type { Phrase } from '../grammar/phrases.ts'
import type { VerbForm } from '../grammar/words/verbs.ts'

/** A verb of speech or of action, and its subject phrase where the article gives one. */
export type SpeechEvent = {
  /** Token index of the verb, the participle or the preposition. */
  readonly at: number
  /** Token index after the verb and its subject: where the quoted words may begin. */
  readonly to: number
  readonly kind: VerbForm['shape'] | 'according'
  readonly form: VerbForm
  /** As the article writes it, without و and ف; empty where a name alone leads in (`فلان: «…»`). */
  readonly verb: string
  readonly subject: Phrase | null
  /** A pronoun suffix names its owner (`بقوله`, `بحسب زعمه`). */
  readonly pronoun: boolean
  /** In a relative clause: its speaker need not be the topic of the sentence. */
  readonly embedded: boolean
  /** The subject behind the verb can't be read (`قال بي جيه كذا`). */
  readonly unread?: boolean
  /** It modifies the noun before it (`مقال كتبه`). */
  readonly aside?: boolean
}
