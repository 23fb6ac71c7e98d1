/** The bot as the server knows it. */
export const BOT = { id: 1, is_bot: true, first_name: 'bench', username: 'bench_bot' }

type Saying = {
  readonly id: number
  readonly chatId: number
  readonly said: { readonly text: string } | { readonly button: string }
}

/** An update as JSON: somebody writes a text in private, or presses a button there. */
export function updateOf({ id, chatId, said }: Saying): string {
  const person = { id: chatId, first_name: 'ليلى' }
  const from = { ...person, is_bot: false, language_code: 'ar' }
  const message = { message_id: id, date: Math.floor(Date.now() / 1000), chat: { ...person, type: 'private' } }
  if ('button' in said) {
    const press = { id: String(id), from, message: { ...message, from: BOT, text: '-' }, chat_instance: '1' }
    return JSON.stringify({ update_id: id, callback_query: { ...press, data: said.button } })
  }
  const command = /^\/\w+/.exec(said.text)?.[0]
  const entities = command === undefined ? [] : [{ type: 'bot_command', offset: 0, length: command.length }]
  return JSON.stringify({ update_id: id, message: { ...message, from, text: said.text, entities } })
}
