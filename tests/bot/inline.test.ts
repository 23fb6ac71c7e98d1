import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ABot, aBot } from './a-bot.ts'

let bot: ABot
beforeAll(async () => {
  bot = await aBot()
})
afterAll(() => bot.close())

type Result = {
  id: string
  title: string
  input_message_content: { message_text: string }
  reply_markup: { inline_keyboard: { url: string }[][] }
}

async function results(query: string, from = bot.reader, offset = ''): Promise<readonly Result[]> {
  const answer = await bot.playground.inlineQuery({ from, query, offset })
  return answer.results as readonly Result[]
}

describe('inline', () => {
  test('with no words offers today’s briefing and a quote of each speaker, with a link back', async () => {
    const [today, first] = await results('')
    expect(today?.input_message_content.message_text).toContain('قمة ألاسكا')
    expect(first?.title).toBe('دونالد ترامب')
    expect(first?.reply_markup.inline_keyboard[0]?.[0]?.url).toMatch(/^https:\/\/t\.me\/\w+\?start=1_c_/)
  })

  test('with words offers results that contain them all', async () => {
    const found = (await results('زيلينسكي')).filter(({ id }) => id.startsWith('1_c_'))
    expect(found.length).toBeGreaterThan(0)
    for (const { title, input_message_content } of found)
      expect(`${title} ${input_message_content.message_text}`).toContain('زيلينسكي')
    expect(await results('لاشيءكهذا')).toEqual([])
  })

  test('keeps to filters and exact phrases', async () => {
    const said = (await results('قائل:بوتين')).filter(({ title }) => title === 'فلاديمير بوتين')
    expect(said.length).toBeGreaterThan(0)
    const others = (await results('by:بوتين')).filter(({ title }) => title === 'أوليكسي هونتشارينكو')
    expect(others).toEqual([])
    for (const { input_message_content } of await results('"وقف إطلاق النار"')) {
      expect(input_message_content.message_text).toMatch(/وقف (?:إطلاق|ل)/)
    }
  })

  test('uses the language of the person', async () => {
    expect((await results('', bot.english))[0]?.input_message_content.message_text).toContain('Source:')
  })

  test('treats a wrong offset as the beginning, and no request is refused', async () => {
    expect((await results('', bot.reader, 'x')).length).toBeGreaterThan(0)
    expect(bot.playground.requests.filter(({ answer }) => answer.kind === 'error')).toEqual([])
  })
})
