import { describe, expect, test } from 'vitest'
import { readRequest } from '../../src/requests/read-request.ts'

const botUsername = 'mujaz_bot'
const inGroup = (text: string) => readRequest({ text, botUsername, direct: false })
const inPrivate = (text: string) => readRequest({ text, botUsername, direct: true })

describe('readRequest', () => {
  test.each([
    ['/brief', 'brief', ''],
    ['/Brief@Mujaz_Bot  alaska ', 'brief', 'alaska'],
    ['/quotes بوتين', 'quotes', 'بوتين'],
    ['/start 1_f_00000000', 'start', '1_f_00000000'],
    ['@mujaz_bot اقتباسات بوتين', 'quotes', 'بوتين'],
    ['@MUJAZ_BOT: الملخص', 'summary', ''],
    ['موجز، @mujaz_bot', 'brief', ''],
    ['@mujaz_bot', 'help', ''],
    ['\u200F@mujaz_bot \u200Fملخص\u200F', 'summary', ''],
    ['\u200F/brief alaska', 'brief', 'alaska'],
  ])('a group means the bot with %s', (text, name, argument) => {
    expect(inGroup(text)).toMatchObject({ kind: 'command', name, argument })
  })

  test.each([['/brief@other_bot'], ['موجز'], ['@mujaz_bot_2 موجز'], ['mail@mujaz_bot موجز'], ['كيف الحال؟'], ['']])(
    'a group does not mean the bot with %s',
    (text) => {
      expect(inGroup(text)).toBeNull()
    },
  )

  test.each([
    ['موجز', 'brief', ''],
    ['اقرا alaska', 'read', 'alaska'],
    ['إقرأ', 'read', ''],
    ['إلغاء', 'unsubscribe', ''],
    ['الغاء', 'unsubscribe', ''],
    ['أرقام', 'figures', ''],
    ['اقتباسات: زيلينسكي', 'quotes', 'زيلينسكي'],
    ['نَشْرة', 'digest', ''],
    ['summary', 'summary', ''],
  ])('in private %s is a command', (text, name, argument) => {
    expect(inPrivate(text)).toMatchObject({ kind: 'command', name, argument: argument })
  })

  test.each([
    ['إلغاء العقوبات على روسيا'],
    ['forget the past and move on'],
    ['حفظ السلام في أوكرانيا'],
    ['لغة الجسد بين الرجلين'],
    ['start of the war'],
    ['بحثت القمة وقف إطلاق النار'],
    ['Ready for peace'],
  ])('%s is a sentence, not a command', (text) => {
    expect(inPrivate(text)).toMatchObject({ kind: 'unknown', nearest: null })
  })

  test('plain words that begin like a command with an argument are kept whole', () => {
    expect(inPrivate('أرقام الضحايا')).toMatchObject({
      name: 'figures',
      argument: 'الضحايا',
      plainText: 'أرقام الضحايا',
    })
    expect(inPrivate('إلغاء الاشتراك')).toMatchObject({ name: 'unsubscribe' })
    expect(inPrivate('/figures الضحايا')).toMatchObject({ plainText: null })
  })

  test.each([
    ['/sumary', 'summary'],
    ['اقتباصات', 'quotes'],
    ['/weather', null],
    ['ما رأيك بالطقس؟', null],
  ])('%s is unknown, and near to %s', (text, nearest) => {
    expect(inPrivate(text)).toMatchObject({ kind: 'unknown', nearest })
  })
})
