import type { InputRichBlock, InputRichBlockListItem, InputRichMessage, RichBlock, RichText } from '@grammyjs/types'
import { badRequest } from '../refusal.ts'
import type { Body } from '../world/world.ts'
import { isBlank } from './clean-text.ts'
import { cleanRichText, levelsOf, plainOf } from './rich-text.ts'

type Input = InputRichBlock<string>

/** Telegram's limits on one rich message: https://core.telegram.org/bots/api#rich-message-limits */
const LIMITS = { characters: 32_768, blocks: 500, levels: 16, media: 50 } as const

/**
 * The blocks and words of a rich message. Throws for one over a limit, of no visible text, or of what this playground does not show:
 * the forms `html` and `markdown`, media, maps, tables, formulas and buttons inside the text.
 */
export function readRichMessage(message: InputRichMessage<string>): Extract<Body, { readonly kind: 'rich' }> {
  const { blocks: input, html, markdown, is_rtl } = message
  if ([input, html, markdown].filter((form) => form !== undefined).length !== 1) {
    throw badRequest('exactly one of the fields html, markdown, or blocks of a rich message must be used')
  }
  if (input === undefined) throw badRequest('this playground reads rich messages as blocks only, no html or markdown')
  checkLimits(input, message.media?.length ?? 0)
  const blocks = input.map(readBlock)
  const text = blocks.map(textOfBlock).join('\n\n')
  if (isBlank(text)) throw badRequest('message text is empty')
  return { kind: 'rich', text, rich: { blocks, ...(is_rtl ? { is_rtl } : {}) } }
}

function checkLimits(blocks: readonly Input[], loose: number): void {
  const all = blocks.flatMap(withNested)
  if (all.length > LIMITS.blocks) throw badRequest(`a rich message has at most ${LIMITS.blocks} blocks`)
  const texts = all.flatMap(({ part, level }) => textsOf(part).map((text) => ({ text, level })))
  const characters = texts.reduce((sum, { text }) => sum + Array.from(plainOf(text)).length, 0)
  const levels = Math.max(...all.map(({ level }) => level), ...texts.map(({ text, level }) => level + levelsOf(text)))
  const media = all.filter(({ part }) => isMedia(part)).length + loose
  if (characters > LIMITS.characters) throw badRequest('message is too long')
  if (levels > LIMITS.levels) throw badRequest(`a rich message has at most ${LIMITS.levels} levels of nesting`)
  if (media > LIMITS.media) throw badRequest(`a rich message has at most ${LIMITS.media} media`)
}

/** Whatever counts as a block: blocks, list items, table rows. */
type Part = Input | InputRichBlockListItem<string> | { readonly cells: readonly { readonly text?: RichText }[] }
type Placed = { readonly part: Part; readonly level: number }

function withNested(block: Input): readonly Placed[] {
  return nested(block, 1)
}

function nested(part: Part, level: number): readonly Placed[] {
  return [{ part, level }, ...childrenOf(part).flatMap((child) => nested(child, level + 1))]
}

function childrenOf(part: Part): readonly Part[] {
  if ('items' in part) return part.items
  if ('blocks' in part) return part.blocks
  if ('type' in part && part.type === 'table') return part.cells.map((cells) => ({ cells }))
  return []
}

function isMedia(part: Part): boolean {
  return 'type' in part && ['animation', 'audio', 'document', 'photo', 'video', 'voice_note'].includes(part.type ?? '')
}

function textsOf(part: Part): readonly RichText[] {
  if ('cells' in part && !('type' in part)) return part.cells.flatMap(({ text }) => text ?? [])
  const caption = 'caption' in part ? part.caption : undefined
  return [
    ...('text' in part ? [part.text] : []),
    ...('summary' in part ? [part.summary] : []),
    ...('credit' in part && part.credit !== undefined ? [part.credit] : []),
    ...('expression' in part ? [part.expression] : []),
    ...('buttons' in part ? part.buttons.map(({ text }) => text) : []),
    ...(caption === undefined ? [] : captionTexts(caption)),
  ]
}

function captionTexts(
  caption: RichText | { readonly text: RichText; readonly credit?: RichText },
): readonly RichText[] {
  if (typeof caption === 'string' || Array.isArray(caption) || 'type' in caption) return [caption]
  return [caption.text, ...(caption.credit === undefined ? [] : [caption.credit])]
}

function readBlock(block: Input): RichBlock {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'pre':
    case 'footer':
      return { ...block, text: cleanRichText(block.text) }
    case 'pullquote':
      return { ...block, text: cleanRichText(block.text), ...credited(block) }
    case 'expandable_blockquote':
      return { ...readBlock(asQuotation(block)), type: block.type } as RichBlock
    case 'blockquote':
      return { ...block, blocks: block.blocks.map(readBlock), ...credited(block) }
    case 'details':
      return { ...block, summary: cleanRichText(block.summary), blocks: block.blocks.map(readBlock) }
    case 'list':
      return { type: 'list', items: block.items.map(readItem) }
    case 'divider':
      return block
    default:
      throw badRequest(`this playground shows no rich blocks of type ${block.type}`)
  }
}

/** Since 10.5 an expandable quotation holds blocks, as the other does; the library's types still give it a text, as 10.3 did. */
function asQuotation<B extends { readonly type: 'expandable_blockquote' }>(block: B) {
  return { ...block, type: 'blockquote' } as unknown as Extract<RichBlock & Input, { readonly type: 'blockquote' }>
}

function credited({ credit }: { readonly credit?: RichText }): { readonly credit?: RichText } {
  return credit === undefined ? {} : { credit: cleanRichText(credit) }
}

function readItem(item: InputRichBlockListItem<string>, index: number) {
  const isOrdered = item.type !== undefined || item.value !== undefined
  const label = isOrdered ? `${item.value ?? index + 1}.` : '•'
  return { ...item, label, blocks: item.blocks.map(readBlock) }
}

/** A block's words, as `messages()` tells them. */
function textOfBlock(block: RichBlock): string {
  switch (block.type) {
    case 'expandable_blockquote':
      return textOfBlock(asQuotation(block))
    case 'blockquote':
      return [...block.blocks.map(textOfBlock), ...(block.credit === undefined ? [] : [plainOf(block.credit)])].join(
        '\n',
      )
    case 'details':
      return [plainOf(block.summary), ...block.blocks.map(textOfBlock)].join('\n')
    case 'list':
      return block.items.map(({ label, blocks }) => `${label} ${blocks.map(textOfBlock).join('\n')}`).join('\n')
    default:
      return textsOfShown(block).map(plainOf).join('\n')
  }
}

function textsOfShown(block: RichBlock): readonly RichText[] {
  return [
    ...('text' in block ? [block.text] : []),
    ...('credit' in block && block.credit !== undefined ? [block.credit] : []),
  ]
}
