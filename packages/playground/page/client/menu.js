// @ts-check
// The menu of commands above the composer.

import { element } from './element.js'
import { readCommands } from './server.js'
import { part, state } from './state.js'

export async function refreshCommands() {
  state.commands = await readCommands({ chat: state.open, person: state.speaker })
  part('commands').hidden = state.commands.length === 0
}

export function drawMenu(typed) {
  const wanted = typed.slice(1).toLowerCase()
  const found = state.commands.filter(({ command }) => command.startsWith(wanted))
  const menu = part('command-menu')
  menu.hidden = found.length === 0
  part('commands').setAttribute('aria-expanded', String(!menu.hidden))
  menu.replaceChildren(
    ...found.map(({ command, description }, index) => {
      const option = element('div', {
        role: 'option',
        tabindex: '-1',
        'data-command': command,
        'aria-selected': String(index === 0),
      })
      option.append(element('code', { dir: 'ltr' }, `/${command}`), element('span', { dir: 'auto' }, description))
      return option
    }),
  )
}

export function closeMenu() {
  part('command-menu').hidden = true
  part('commands').setAttribute('aria-expanded', 'false')
}

export function moveInMenu(step) {
  const options = [...part('command-menu').children]
  const chosen = options.findIndex((option) => option.getAttribute('aria-selected') === 'true')
  options.forEach((option, index) => {
    const isNext = index === (chosen + step + options.length) % options.length
    option.setAttribute('aria-selected', String(isNext))
    if (isNext) option.scrollIntoView({ block: 'nearest' })
  })
}
