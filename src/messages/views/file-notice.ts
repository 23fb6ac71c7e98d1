import { FormattedString } from '@grammyjs/parse-mode'
import type { Message } from '../../text/message.ts'
import { blocks, clip, lines, rich } from '../../text/rich.ts'
import { phrase, toMessage } from '../view.ts'
import type { Wording } from '../wording.ts'

/** A new article and what its page does not say. */
export type HalfUnderstood = {
  readonly slug: string
  readonly title: string
  readonly lacks: readonly ('title' | 'source' | 'date')[]
}

const MOST_NAMED = 10
const LINE_LENGTH = 200

/** For the owners: the files that can't be used, and the articles that were published without a title, date or source. */
export function renderFileNotice(
  { problems, half }: { readonly problems: readonly string[]; readonly half: readonly HalfUnderstood[] },
  wording: Wording,
): Message {
  const broken = problems.slice(0, MOST_NAMED).map((problem) => rich(clip(problem, LINE_LENGTH), 'ltr'))
  const lacking = half.slice(0, MOST_NAMED).map(({ slug, title, lacks }) =>
    phrase(wording, 'owner-half-understood', {
      title: clip(title, 80),
      slug,
      lacks: wording.list(lacks.map((lack) => wording.say(`lack-${lack}`))),
    }),
  )
  const left = problems.length - broken.length + half.length - lacking.length
  return toMessage(
    blocks(
      broken.length === 0 ? null : lines(FormattedString.b(phrase(wording, 'owner-broken-files')), ...broken),
      lacking.length === 0 ? null : lines(FormattedString.b(phrase(wording, 'owner-half-files')), ...lacking),
      left === 0 ? null : phrase(wording, 'owner-files-more', { count: left }),
    ),
    [],
  )
}
