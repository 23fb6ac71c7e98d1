/**
 * What a digest shows of each article; `chunk`: at the digest's end, the next part of an article the
 * chat reads; `tags`: its keywords as hashtags.
 */
export const SECTIONS = ['line', 'quote', 'figures', 'headlines', 'chunk', 'tags'] as const
export type Section = (typeof SECTIONS)[number]

export const LENGTHS = ['short', 'normal', 'long'] as const
export type Length = (typeof LENGTHS)[number]

/** A digest's layout: `sections` in the chat's order, distinct. */
export type DigestForm = { readonly sections: readonly Section[]; readonly length: Length }

export const USUAL_FORM: DigestForm = { sections: ['line'], length: 'normal' }

/** Why an article is in a digest: the keyword or speaker that the chat follows, as typed. */
export type Reason = { readonly kind: 'keyword' | 'speaker'; readonly words: string }
