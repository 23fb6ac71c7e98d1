// @ts-check
// Inline mode: `@bot words` in the composer asks the bot, and a press sends what it found.

import { attempt, fitText } from './acting.js'
import { element } from './element.js'
import { currentChat, part, state } from './state.js'

const PAUSE_MS = 300

let pause
let asked = ''

/** Asks once the typing rests; results that come after the text has changed are dropped. */
export function askInline(typed) {
  const query = queryIn(typed)
  clearTimeout(pause)
  if (query === null) return closeResults()
  asked = typed
  pause = setTimeout(async () => {
    const answer = await attempt({ kind: 'inline', from: state.speaker, query })
    if (answer && asked === typed) drawResults(answer.results)
  }, PAUSE_MS)
}

function queryIn(typed) {
  const name = `@${state.bot.username} `
  return typed.toLowerCase().startsWith(name.toLowerCase()) ? typed.slice(name.length) : null
}

export function closeResults() {
  clearTimeout(pause)
  asked = ''
  part('inline-results').hidden = true
}

function drawResults(results) {
  const box = part('inline-results')
  box.replaceChildren(
    ...results.map((result) => {
      const shown = element('button', { type: 'button', role: 'option', 'data-result': result.id })
      shown.append(element('strong', { dir: 'auto' }, result.title ?? result.id))
      if (result.description) shown.append(element('span', { dir: 'auto' }, result.description))
      return shown
    }),
  )
  box.scrollTop = 0
  box.hidden = results.length === 0
}

export async function chooseResult(resultId) {
  closeResults()
  part('text').value = ''
  fitText()
  part('text').focus()
  const inTopic = currentChat()?.forum && state.topic !== 0
  const where = { chatId: state.open, ...(inTopic ? { threadId: state.topic } : {}) }
  await attempt({ kind: 'sendInline', from: state.speaker, resultId, ...where })
}
