import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWordings } from '../../src/app/wordings.ts'
import { keyOf } from '../../src/article/key.ts'
import { openButton } from '../../src/messages/buttons/keyboard.ts'
import { type Listing, packWhole } from '../../src/messages/listing.ts'
import { shortMessage } from '../../src/messages/short-message.ts'
import { toMessage, type View } from '../../src/messages/view.ts'
import { rich } from '../../src/text/rich.ts'

const SCREEN = { view: 'all-quotes', page: 0 } as const
const SENTENCE = 'كلمات قيلت في ذلك اليوم '

function aView(): View {
  const audience = { kind: 'group', botUsername: 'mujaz_bot' } as const
  return { wording: readWordings()('ar'), audience }
}

/** A list of items `sizes` sentences long, each with a button that is labelled as the item begins. */
function aList(sizes: readonly number[], { wording, audience }: View): Listing {
  const items = sizes.map((size, index) => {
    const name = `خبر ${String.fromCharCode(0x0627 + index)}`
    const button = openButton(name, { view: 'front', article: keyOf(name) }, audience)
    return { text: rich(`${name} — ${SENTENCE.repeat(size)}`, 'rtl'), buttons: [button] }
  })
  return {
    heading: rich('من قال ماذا', 'rtl'),
    items,
    columns: 2,
    pager: null,
    footer: { text: rich('تذييل', 'rtl'), rows: [[openButton(wording.say('button-articles'), SCREEN, audience)]] },
  }
}

describe('the short message of a list', () => {
  test('has the buttons of the items it shows and no others', () => {
    const view = aView()
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }), (sizes) => {
        const list = aList(sizes, view)
        const { text, keyboard } = shortMessage(list, SCREEN, view)
        const names = list.items.flatMap(({ buttons }) => buttons.map((button) => button.text))
        const shown = names.filter((name) => text.includes(`${name} — `))
        const labels = keyboard.flat().map((button) => button.text)
        expect(labels.filter((label) => names.includes(label)).toSorted()).toEqual(shown.toSorted())
        expect(shown).toEqual(names.slice(0, shown.length))
        expect(shown.length).toBeGreaterThan(sizes.length === 0 ? -1 : 0)
        expect(text.length).toBeLessThanOrEqual(600)
        expect(keyboard.every((row) => row.length > 0)).toBe(true)
      }),
    )
  })

  test('offers the rest as its one way on when it is cut', () => {
    const view = aView()
    const labels = shortMessage(aList([10, 10, 10], view), SCREEN, view).keyboard.flat()
    expect(labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['بقية الجواب هنا', 'افتح في الخاص']))
  })

  test('is the whole message with a link when it is not cut', () => {
    const view = aView()
    const list = aList([2, 2], view)
    const whole = packWhole(list, view)
    const { text, keyboard } = shortMessage(list, SCREEN, view)
    expect(text).toBe(whole.text)
    expect(keyboard.slice(0, -1)).toEqual(whole.keyboard)
    expect(keyboard.at(-1)?.map((button) => button.text)).toEqual(['افتح في الخاص'])
  })
})

describe('the short message of a text', () => {
  test.each([
    ['ends with a whole paragraph', `عنوان\n\n${SENTENCE.repeat(8).trim()}\n\n${SENTENCE.repeat(40)}`, 'اليوم'],
    ['ends with an ellipsis inside its only paragraph', `عنوان\n\n${SENTENCE.repeat(40)}`, '…'],
    ['never ends with half a character', '🇪🇬'.repeat(400), '…'],
  ])('%s', (_, words, end) => {
    const view = aView()
    const { text } = shortMessage(toMessage(rich(words, 'rtl'), []), SCREEN, view)
    expect(text.length).toBeLessThanOrEqual(601)
    expect(text.isWellFormed()).toBe(true)
    expect(text.replace(/\p{Cf}+$/u, '').endsWith(end)).toBe(true)
  })
})
