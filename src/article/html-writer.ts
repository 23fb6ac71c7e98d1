import { resolved } from './html-parts.ts'
import { labelOf } from './page-labels.ts'
import { pageLine, trimInvisible } from './page-lines.ts'
import { withoutEntities } from './page-text.ts'
import type { Line } from './unwrap.ts'

/** Gathers the text between two breaks of a page and makes a line of it. */
export type LineWriter = {
  /** `href`: of the link that the text stands in. */
  readonly add: (text: string, href: string | null) => void
  readonly isEmpty: () => boolean
  /** The sign before the next line, if that comes before another is set. */
  readonly setBullet: (bullet: string) => void
  /** The next line stands apart from the one before. */
  readonly leaveBlank: () => void
  /** The line gathered, then forgotten; null for none. */
  readonly take: (role: Line['role']) => Line | null
}

/** This much of a line is a link, and it is one. */
const LINKED = 0.85

const LINKS = {
  line: 'link',
  link: 'link',
  quote: 'link',
  row: 'link',
  heading: 'linked heading',
  'linked heading': 'linked heading',
} as const

/** `base`: the address that links count from. */
export function createLineWriter(base: string | null): LineWriter {
  let text = ''
  let linked = 0
  let first: string | null = null
  let bullet = ''
  let afterBlank = true
  return {
    add: (part, href) => {
      text += part
      if (href === null) return
      linked += lettersIn(part)
      first ??= href
    },
    isEmpty: () => text.trim() === '',
    setBullet: (next) => {
      bullet = next
    },
    leaveBlank: () => {
      afterBlank = true
    },
    take: (role) => {
      const line = pageLine(trimInvisible(withoutEntities(text).replace(/\s+/gu, ' ')))
      const isLinked = linked > 0 && linked >= LINKED * lettersIn(text)
      const url = isLinked || labelOf(line.text) !== null ? resolved(first, base) : null
      ;[text, linked, first] = ['', 0, null]
      if (!/[\p{L}\p{N}]/u.test(line.text)) return null
      const written = { ...line, bullet: bullet || line.bullet, afterBlank }
      ;[bullet, afterBlank] = ['', false]
      return { ...written, role: isLinked ? LINKS[role] : role, url }
    },
  }
}

function lettersIn(text: string): number {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').length
}
