import type { MessageEntity } from '@grammyjs/types'
import { endOf, sortEntities } from './formatted-text.ts'

type Found = MessageEntity.CommonMessageEntity
/** `hint`: a cheap look that spares most texts the search. */
type Finder = { readonly type: Found['type']; readonly hint: RegExp; readonly pattern: RegExp }

const WORD = '\\p{L}\\p{N}_'
const TAG = '\\p{L}\\p{Nd}_\\u200c\\u00b7\\u0d80-\\u0dff'

// A bare name is a link only below a top-level domain; these are the ones people write (TDLib knows all 1,500).
const GENERIC =
  'com|org|net|info|biz|edu|gov|mil|int|app|dev|io|ai|me|tv|news|blog|online|site|xyz|live|media|press|world|page|link'
const COUNTRY =
  'ae|af|am|ar|at|au|az|be|bg|bh|br|by|ca|cc|ch|cl|cn|co|cy|cz|de|dk|dz|ee|eg|es|eu|fi|fr|ge|gr|hk|hu|id|ie|il|in|iq|ir|is|it|jo|jp|ke|kr|kw|kz|lb|lt|lu|lv|ly|ma|md|mr|mx|my|ng|nl|no|nz|om|ph|pk|pl|ps|pt|qa|ro|rs|ru|sa|sd|se|sg|si|sk|so|sy|th|tn|to|tr|ua|ug|uk|us|uz|vn|ye|za'
const REST = '(?:[/?#][^\\s<>«»"\'“”]*)?'
const HOST = '(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}])?\\.)+'

const FINDERS: readonly Finder[] = [
  { type: 'mention', hint: /@/, pattern: new RegExp(`(?<![${WORD}])@[a-zA-Z0-9_]{2,32}(?![${WORD}])`, 'gu') },
  {
    type: 'bot_command',
    hint: /\/[a-z0-9_]/i,
    pattern: new RegExp(`(?<![${WORD}/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![${WORD}/<>])`, 'gu'),
  },
  {
    type: 'hashtag',
    hint: /#/,
    pattern: new RegExp(`(?<![${TAG}])#(?=[${TAG}]*\\p{L})[${TAG}]{1,256}(?![${TAG}]*#)`, 'gu'),
  },
  { type: 'cashtag', hint: /\$/, pattern: new RegExp(`(?<![${TAG}$])\\$(?:1INCH|[A-Z]{1,8})(?![${TAG}$])`, 'gu') },
  {
    type: 'email',
    hint: /@/,
    pattern: new RegExp(`(?<![${WORD}.+-])[a-zA-Z0-9._%+-]{1,64}@${HOST}[a-zA-Z]{2,24}(?![${WORD}])`, 'gu'),
  },
  { type: 'url', hint: /:\/\//, pattern: new RegExp(`(?<![${WORD}])(?:https?|ftp|tg|ton)://[^\\s<>«»"'“”]+`, 'giu') },
  {
    type: 'url',
    hint: /\.[a-z]{2}/i,
    pattern: new RegExp(
      `(?<![${WORD}@./:-])${HOST}(?:${GENERIC}|${COUNTRY})(?![${WORD}@-])(?::[0-9]{1,5})?${REST}`,
      'giu',
    ),
  },
]

/** The entities that Telegram detects in any text: mentions, commands, tags, links, addresses; without overlaps. */
export function detectEntities(text: string): readonly MessageEntity[] {
  const found = FINDERS.filter(({ hint }) => hint.test(text)).flatMap((finder) => find(text, finder))
  return withoutOverlaps(sortEntities(found))
}

function find(text: string, { type, pattern }: Finder): readonly Found[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const shown = type === 'url' ? withoutTail(match[0]) : match[0]
    return { type, offset: match.index, length: shown.length }
  })
}

/** A sentence's own punctuation after a link is not the link's; a closing bracket is, if the link opened it. */
function withoutTail(url: string): string {
  const cut = url.replace(/[.,:;!?'"»…،؛؟]+$/u, '')
  const unopened = cut.endsWith(')') && cut.split('(').length < cut.split(')').length
  return unopened ? withoutTail(cut.slice(0, -1)) : cut
}

/** Of entities in Telegram's order, those that begin after the one before them ends. */
export function withoutOverlaps<E extends MessageEntity>(sorted: readonly E[]): E[] {
  let end = 0
  return sorted.filter((entity) => {
    if (entity.offset < end) return false
    end = endOf(entity)
    return true
  })
}
