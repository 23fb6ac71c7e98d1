import { describe, expect, test } from 'vitest'
import { aChat, aGroup } from '../calls.ts'

const paragraph = (text: unknown) => ({ type: 'paragraph', text })
const many = (count: number) => Array.from({ length: count }, () => paragraph('سطر'))
const quoted = (levels: number): object =>
  levels === 1 ? paragraph('في العمق') : { type: 'blockquote', blocks: [quoted(levels - 1)] }
const bold = (levels: number): unknown => (levels === 0 ? 'غ' : { type: 'bold', text: bold(levels - 1) })

describe('sendRichMessage', () => {
  test('keeps blocks and direction, and says what they say', async () => {
    const { playground, reader, call } = await aChat()
    const rich_message = {
      is_rtl: true,
      blocks: [
        { type: 'heading', size: 1, text: 'العنوان' },
        paragraph(['قال ', { type: 'marked', text: 'نعم' }, ' ومضى\u202e']),
        { type: 'divider' },
        { type: 'list', items: [{ blocks: [paragraph('أول')] }, { blocks: [paragraph('ثان')] }] },
        { type: 'blockquote', blocks: [paragraph('قول')], credit: 'قائل' },
      ],
    }
    const { result } = await call('sendRichMessage', { chat_id: reader, rich_message })
    expect(result).toMatchObject({
      rich_message: { is_rtl: true, blocks: [{ type: 'heading', size: 1 }, {}, {}, {}, {}] },
    })
    expect(result).not.toHaveProperty('text')
    const [shown] = playground.messages(reader)
    expect(shown?.text).toBe('العنوان\n\nقال نعم ومضى\n\n\n\n• أول\n• ثان\n\nقول\nقائل')
    expect(shown?.rich).toMatchObject({ is_rtl: true, blocks: { length: 5 } })
  })

  test('takes blocks in an expandable quotation, and refuses the text of before 10.5', async () => {
    const { playground, reader, call } = await aChat()
    const quotation = { type: 'expandable_blockquote', blocks: [paragraph('قول'), paragraph('طويل')], credit: 'قائل' }
    const sent = await call('sendRichMessage', { chat_id: reader, rich_message: { blocks: [quotation] } })
    expect(sent).toMatchObject({ result: { rich_message: { blocks: [quotation] } } })
    expect(playground.messages(reader)[0]?.text).toBe('قول\nطويل\nقائل')
    const old = { type: 'expandable_blockquote', text: 'قول' }
    expect(await call('sendRichMessage', { chat_id: reader, rich_message: { blocks: [old] } })).toMatchObject({
      error_code: 400,
    })
  })

  test.each([
    ['nothing', {}, 'exactly one of the fields'],
    ['two forms', { blocks: [paragraph('a')], html: 'a' }, 'exactly one of the fields'],
    ['a form it does not read', { html: '<p>a</p>' }, 'blocks only'],
    ['no text', { blocks: [paragraph(' '), { type: 'divider' }] }, 'message text is empty'],
    ['a character too many', { blocks: [paragraph('ن'.repeat(32_769))] }, 'message is too long'],
    ['a block too many', { blocks: many(501) }, 'at most 500 blocks'],
    ['a list item too many', { blocks: [{ type: 'list', items: many(250).map((one) => ({ blocks: [one] })) }] }, '500'],
    ['a level too many', { blocks: [quoted(17)] }, 'at most 16 levels'],
    ['formatting a level too deep', { blocks: [paragraph(bold(16))] }, 'at most 16 levels'],
    ['nesting without end', { blocks: [paragraph(bold(1000))] }, 'nested too deeply'],
    ['too many media', { blocks: Array.from({ length: 51 }, aPhoto) }, 'at most 50 media'],
    ['media at all', { blocks: [aPhoto()] }, 'no rich blocks of type photo'],
    ['a field nobody knows', { blocks: [{ ...paragraph('a'), colour: 'red' }] }, 'sendRichMessage/rich_message'],
    ['a heading of no size', { blocks: [{ type: 'heading', text: 'a' }] }, 'sendRichMessage/rich_message'],
  ])('refuses %s', async (_, rich_message, words) => {
    const { playground, reader, call } = await aChat()
    const { error_code, description } = await call('sendRichMessage', { chat_id: reader, rich_message })
    expect(error_code).toBe(400)
    expect(description).toContain(words)
    expect(playground.messages(reader)).toEqual([])
  })

  test.each([
    ['characters', [paragraph('🌍'.repeat(32_768))]],
    ['blocks', many(500)],
    ['levels', [quoted(16)]],
    ['formatting', [paragraph(bold(15))]],
  ])('takes all the %s there may be', async (_, blocks) => {
    const { reader, call } = await aChat()
    expect(await call('sendRichMessage', { chat_id: reader, rich_message: { blocks } })).toMatchObject({ ok: true })
  })

  test('needs the right to write', async () => {
    const { playground, group, call } = await aGroup()
    playground.kickBot({ chatId: group })
    const reply = await call('sendRichMessage', { chat_id: group, rich_message: { blocks: many(1) } })
    expect(reply.error_code).toBe(403)
  })
})

describe('editMessageText', () => {
  test('makes a text rich and a rich message text, and refuses what changes nothing', async () => {
    const { playground, reader, call } = await aChat()
    await call('sendMessage', { chat_id: reader, text: 'نص' })
    const it = { chat_id: reader, message_id: 1 }
    const rich_message = { blocks: [paragraph('غني')] }
    expect(await call('editMessageText', { ...it, rich_message })).toMatchObject({ result: { rich_message } })
    expect(playground.messages(reader)).toMatchObject([{ text: 'غني', rich: rich_message }])
    const again = await call('editMessageText', { ...it, rich_message })
    expect(again.description).toContain('message is not modified')
    const turned = { ...it, rich_message: { ...rich_message, is_rtl: true } }
    expect(await call('editMessageText', turned)).toMatchObject({ ok: true })
    expect(await call('editMessageText', { ...it, text: 'غني' })).toMatchObject({ result: { text: 'غني' } })
    expect(playground.messages(reader)).toMatchObject([{ text: 'غني', rich: null }])
    const both = await call('editMessageText', { ...it, text: 'a', rich_message })
    expect(both.description).toContain('only one of')
  })
})

function aPhoto(): object {
  return { type: 'photo', photo: { type: 'photo', media: 'x' } }
}
