import { expect, test } from 'vitest'
import { readWordings } from '../../src/app/wordings.ts'
import { numberedItem, packWhole, pageOfList } from '../../src/messages/listing.ts'
import type { View } from '../../src/messages/view.ts'
import { rich } from '../../src/text/rich.ts'

const audience = { kind: 'private', botUsername: 'mujaz_bot' } as const
const view: View = { wording: readWordings()('en'), audience }
const screen = { view: 'help' } as const

test('an item cut over two pages has its button on both', () => {
  const texts = ['first', 'word '.repeat(900), 'third']
  const items = texts.map((text, index) => numberedItem({ text: rich(text, 'ltr'), index, screen }, view))
  const labels = [0, 1, 9].map((page) => {
    const list = pageOfList(items, 5, { page, screenAt: (at) => ({ view: 'articles', page: at }) })
    const listing = { heading: rich('Words', 'ltr'), ...list, columns: 5, footer: { rows: [] } }
    return packWhole(listing, view).keyboard.map((row) => row.map(({ text }) => text))
  })
  expect(labels).toEqual([
    [['1'], ['1 of 3', 'Next']],
    [['2'], ['Previous', '2 of 3', 'Next']],
    [
      ['2', '3'],
      ['Previous', '3 of 3'],
    ],
  ])
})
