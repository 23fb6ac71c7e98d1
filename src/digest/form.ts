/** What a digest can show of each article; `chunk`: at its end, one part more of what the chat is reading. */
export const SECTIONS = ['line', 'quote', 'figures', 'headlines', 'chunk'] as const
export type Section = (typeof SECTIONS)[number]

export const LENGTHS = ['short', 'normal', 'long'] as const
export type Length = (typeof LENGTHS)[number]

/** How a chat wants its digests to look: `sections` in its own order, distinct. */
export type DigestForm = { readonly sections: readonly Section[]; readonly length: Length }

export const USUAL_FORM: DigestForm = { sections: ['line'], length: 'normal' }

/** Why an article is in a digest: the word or the speaker the chat follows, as it was written. */
export type Reason = { readonly kind: 'keyword' | 'speaker'; readonly words: string }
