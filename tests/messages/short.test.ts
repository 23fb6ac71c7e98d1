import { FormattedString } from '@grammyjs/parse-mode'
import { describe, expect, test } from 'vitest'
import { readWordings } from '../../src/app/wordings.ts'
import { keyOf } from '../../src/article/key.ts'
import { openButton } from '../../src/messages/buttons/keyboard.ts'
import { shortMessage } from '../../src/messages/short.ts'
import { toMessage, type View } from '../../src/messages/view.ts'
import { createShelf } from '../../src/shelf/shelf.ts'
import type { Message } from '../../src/text/message.ts'
import { blocks, numbered, rich } from '../../src/text/rich.ts'

const SAID = { view: 'all-quotes', page: 0 } as const
const LONG = 'كلمات قيلت في ذلك اليوم '.repeat(8).trim()

function aView(digits: 'latn' | 'arab' = 'latn'): View {
  const audience = { kind: 'group', botUsername: 'mujaz_bot' } as const
  return { shelf: createShelf([]), wording: readWordings()('ar', digits), audience }
}

/** A list of so many items, a numbered button and one with its title for each. */
function aList(count: number, view: View): Message {
  const { wording, audience } = view
  const items = Array.from({ length: count }, (_, at) => rich(`خبر ${'أبجدهوز'.charAt(at)} — ${LONG}`, 'rtl'))
  const numbers = items.map((_, at) => openButton(wording.count(at + 1), SAID, audience))
  const titles = items.map(({ rawText }, at) => {
    const label = `${rawText.slice(0, 30)}…`
    return [openButton(label, { view: 'front', article: keyOf(`a-${at}`) }, audience)]
  })
  const text = blocks(
    new FormattedString('من قال ماذا'),
    ...items.map((item, at) => numbered(wording.count(at + 1), item)),
  )
  return toMessage(text, [numbers, ...titles, [openButton(wording.say('button-articles'), SAID, audience)]])
}

describe('a list that is cut for a group', () => {
  test.each(['latn', 'arab'] as const)(
    'keeps the buttons of the items it shows, and no others (%s digits)',
    (digits) => {
      const view = aView(digits)
      const whole = aList(6, view)
      const short = shortMessage(whole, SAID, view)
      const shown = Array.from({ length: 6 }, (_, at) => view.wording.count(at + 1)).filter((number) =>
        short.text.includes(`${number}. `),
      )
      expect(shown.length).toBeGreaterThan(0)
      expect(shown.length).toBeLessThan(6)
      const labels = short.keyboard.flat().map(({ text }) => text)
      expect(labels.filter((label) => /^\p{Nd}+$/u.test(label))).toEqual(shown)
      expect(labels.filter((label) => label.startsWith('خبر'))).toHaveLength(shown.length)
      expect(labels).toEqual(expect.arrayContaining(['كل المقالات', 'التتمة هنا', 'افتح في الخاص']))
      expect(short.keyboard.every((row) => row.length > 0)).toBe(true)
    },
  )

  test('that is whole keeps all', () => {
    const view = aView()
    const whole = aList(2, view)
    expect(shortMessage(whole, SAID, view).keyboard.slice(0, -1)).toEqual(whole.keyboard)
  })
})
