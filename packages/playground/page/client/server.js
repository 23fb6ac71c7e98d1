// @ts-check
// The page's talk with the playground: a snapshot, a stream of what happens, and what people do.

/** @returns {Promise<any>} */
export async function readState() {
  const response = await fetch('/playground/state')
  return response.json()
}

/**
 * @param {{ chat: number, person: number }} at
 * @returns {Promise<{ command: string, description: string }[]>}
 */
export async function readCommands({ chat, person }) {
  const response = await fetch(`/playground/commands?chat=${chat}&person=${person}`)
  return response.ok ? response.json() : []
}

/**
 * Does something as a person; throws the playground's complaint.
 * @param {Record<string, unknown>} what
 * @returns {Promise<any>}
 */
export async function act(what) {
  const response = await fetch('/playground/act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(what),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error)
  return answer
}

/**
 * Calls back with every event, and with `null` whenever a connection is there, the first one too: what happened before is in the snapshot alone.
 * @param {(event: any) => void} onEvent
 */
export function watch(onEvent) {
  const stream = new EventSource('/playground/events')
  let opened = false
  stream.addEventListener('open', () => {
    opened = true
    onEvent(null)
  })
  // The server was started anew and refuses the old secret: opening the page again brings the new one.
  stream.addEventListener('error', () => {
    if (opened && stream.readyState === EventSource.CLOSED) location.reload()
  })
  stream.addEventListener('message', ({ data }) => onEvent(JSON.parse(data)))
}
