import { GrammyError, HttpError } from 'grammy'
import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../../src/telegram/outcome.ts'
import { TransportError } from '../../src/telegram/transport.ts'

type Parameters = { readonly migrate_to_chat_id?: number; readonly retry_after?: number }

function refusal(error_code: number, description: string, parameters: Parameters = {}): GrammyError {
  return new GrammyError('Call failed!', { ok: false, error_code, description, parameters }, 'sendMessage', {})
}

describe('outcomeOf', () => {
  test.each<[number, string, Parameters, object]>([
    [403, 'Forbidden: bot was blocked by the user', {}, { kind: 'gone', why: 'blocked' }],
    [403, 'Forbidden: bot was kicked from the supergroup chat', {}, { kind: 'gone', why: 'kicked' }],
    [403, 'Forbidden: bot is not a member of the channel chat', {}, { kind: 'gone', why: 'kicked' }],
    [403, 'Forbidden: user is deactivated', {}, { kind: 'gone', why: 'deleted' }],
    [403, "Forbidden: bot can't initiate conversation with a user", {}, { kind: 'gone', why: 'blocked' }],
    [403, 'Forbidden: something Telegram has never said before', {}, { kind: 'gone', why: 'kicked' }],
    [400, 'Bad Request: chat not found', {}, { kind: 'gone', why: 'deleted' }],
    [
      400,
      'Bad Request: group chat was upgraded to a supergroup chat',
      { migrate_to_chat_id: -1001 },
      { kind: 'moved', to: -1001 },
    ],
    [400, 'Bad Request: message thread not found', {}, { kind: 'topic-gone' }],
    [400, 'Bad Request: TOPIC_CLOSED', {}, { kind: 'topic-gone' }],
    [400, 'Bad Request: message is too long', {}, { kind: 'refused' }],
    [400, 'Bad Request: not enough rights to send text messages to the chat', {}, { kind: 'refused' }],
    [413, 'Request Entity Too Large', {}, { kind: 'refused' }],
    [429, 'Too Many Requests: retry after 35', { retry_after: 35 }, { kind: 'later', retryAfterSeconds: 35 }],
    [429, 'Too Many Requests', {}, { kind: 'later', retryAfterSeconds: 1 }],
    [500, 'Internal Server Error', {}, { kind: 'failed', description: '500 Internal Server Error' }],
    [502, 'Bad Gateway', {}, { kind: 'failed' }],
    [401, 'Unauthorized', {}, { kind: 'token-refused' }],
    [404, 'Not Found', {}, { kind: 'token-refused' }],
  ])('%i %s', (code, description, parameters, expected) => {
    expect(outcomeOf(refusal(code, description, parameters))).toMatchObject(expected)
  })

  test('a request without an answer has failed, and says why', () => {
    const error = new HttpError('Network request failed!', new TransportError('other side closed', 'UND_ERR_SOCKET'))
    expect(outcomeOf(error)).toEqual({ kind: 'failed', description: 'UND_ERR_SOCKET other side closed' })
  })

  test('a bug is thrown', () => {
    expect(() => outcomeOf(new TypeError('x is undefined'))).toThrow(TypeError)
  })
})
