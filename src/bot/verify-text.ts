import type { Library } from '../library/library.ts'
import { type Listing, packWhole } from '../messages/listing.ts'
import type { View } from '../messages/view.ts'
import { renderVerdicts } from '../messages/views/verify.ts'
import type { Message } from '../text/message.ts'
import type { Claim } from '../verify/finding.ts'
import { quotedClaims } from '../verify/read-claims.ts'
import type { ChatContext } from './chat-context.ts'

type Where = { readonly library: Pick<Library, 'verify'>; readonly view: View }

/** Quotes of one text that are looked at. */
const MOST_CLAIMS = 8

/** Tells a stored text from the stored words of a search. */
export const CLAIM_MARK = '~'

/** A text that was verified, by the key in buttons; `null`: it is stored no longer. */
export async function storedClaim({ store }: Pick<ChatContext, 'store'>, key: string): Promise<string | null> {
  const stored = await store.searches.find(key)
  return stored?.startsWith(CLAIM_MARK) === true ? stored.slice(CLAIM_MARK.length) : null
}

/** What was found of the quotes in a text, or of the text itself where nothing stands between marks. */
export async function verifyText(text: string, where: Where): Promise<Listing> {
  return await findingsOf(await where.library.verify.read(text), where)
}

/** What was found of the quotes in a text as one message; `null`: no words of length stand between marks. */
export async function verifyQuotesIn(text: string, where: Where): Promise<Message | null> {
  const claims = quotedClaims(text)
  return claims.length === 0 ? null : packWhole(await findingsOf(claims, where), where.view)
}

async function findingsOf(claims: readonly Claim[], { library, view }: Where): Promise<Listing> {
  const findings = await library.verify.check(claims.slice(0, MOST_CLAIMS))
  return renderVerdicts(findings, Math.max(0, claims.length - MOST_CLAIMS), view)
}
