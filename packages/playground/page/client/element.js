// @ts-check

/**
 * An element with attributes and children; strings become text, never HTML.
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

const ICONS = {
  reply: 'M9 7 4 12l5 5M4 12h9a7 7 0 0 1 7 7',
  link: 'M8 16 17 7M9 7h8v8',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  file: 'M7 3h7l5 5v13H7zM14 3v5h5',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Zm10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  pin: 'M9 3h6l-1 7 4 4H6l4-4ZM12 14v7',
}

/**
 * A small line drawing.
 * @param {keyof typeof ICONS} name
 * @returns {SVGElement}
 */
export function icon(name) {
  const space = 'http://www.w3.org/2000/svg'
  const drawing = document.createElementNS(space, 'svg')
  drawing.setAttribute('viewBox', '0 0 24 24')
  drawing.setAttribute('aria-hidden', 'true')
  drawing.setAttribute('class', 'icon')
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', ICONS[name])
  drawing.append(path)
  return drawing
}
