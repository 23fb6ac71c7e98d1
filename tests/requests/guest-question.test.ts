import { expect, test } from 'vitest'
import { linksIn, readGuestQuestion } from '../../src/requests/guest-question.ts'

const at = (type: 'url' | 'mention', offset: number, length: number) => ({ type, offset, length })

test.each([
  ['a mention in front', '@mujaz_bot هل هذا صحيح؟', 'هل هذا صحيح؟'],
  ['a mention within', 'يا @Mujaz_Bot بوتين', 'يا بوتين'],
  ['nothing else', ' @mujaz_bot ', ''],
  ['a longer name', '@mujaz_bots بوتين', '@mujaz_bots بوتين'],
])('reads %s', (_, text, own) => {
  expect(readGuestQuestion({ text }, 'mujaz_bot')).toEqual({
    own: { text: own, links: [] },
    post: { text: '', links: [] },
  })
})

test('reads the part chosen of a post, else all of it or its caption, with the links of all of it', () => {
  const post = { text: 'قال: «نعم» t.me/x', entities: [at('url', 11, 6)] }
  expect(readGuestQuestion({ text: '@mujaz_bot', reply_to_message: post }, 'mujaz_bot').post).toEqual({
    text: post.text,
    links: ['https://t.me/x'],
  })
  const quote = { text: '«نعم»', position: 5, is_manual: true } as const
  expect(readGuestQuestion({ text: '@mujaz_bot', reply_to_message: post, quote }, 'mujaz_bot').post).toEqual({
    text: '«نعم»',
    links: ['https://t.me/x'],
  })
  const caption_entities = [{ type: 'text_link' as const, offset: 0, length: 4, url: 'https://a.example/1' }]
  const picture = { caption: 'صورة', caption_entities, link_preview_options: { url: 'https://a.example/2' } }
  expect(readGuestQuestion({ text: '', reply_to_message: picture }, 'mujaz_bot').post).toEqual({
    text: 'صورة',
    links: ['https://a.example/1', 'https://a.example/2'],
  })
})

test('finds the addresses in a typed text', () => {
  expect(linksIn('«https://a.example/x?y=1» ثم http://b.example وقال')).toEqual([
    'https://a.example/x?y=1',
    'http://b.example',
  ])
})
