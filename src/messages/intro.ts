import { FormattedString } from '@grammyjs/parse-mode'
import { directionOf } from '../language/direction.ts'
import type { Message } from '../text/message.ts'
import { LIMITS } from '../text/pages.ts'
import { type Rich, rich } from '../text/rich.ts'
import { decodePress, type PressOf } from './buttons/press.ts'

/** The most UTF-16 units of an intro; a long digest leaves less, and room for less than a sentence is none. */
export const LONGEST_INTRO = 500
const SHORTEST_ROOM = 40

/** UTF-16 units reserved for a draft's head, the rule under the intro and direction marks. */
const ROOM_AROUND = 320
/** Between the editors' words and the articles'. */
const RULE = '———'

/** An editor's text as one paragraph, without empty lines and spaces around it. */
export function tidyIntro(text: string): string {
  return text.trim().replace(/(?<![^\S\n])[^\S\n]*\n\s*/g, '\n')
}

/** The most UTF-16 units of an intro of this digest; 0: it has no room for one. */
export function introRoom(digest: Message): number {
  const room = LIMITS.characters - ROOM_AROUND - digest.text.length
  return room < SHORTEST_ROOM ? 0 : Math.min(LONGEST_INTRO, room)
}

/** Whether the digest has room for the intro, with the marks that its lines need. */
export function fitsIntro(digest: Message, intro: string): boolean {
  const marked = introText(intro).rawText.length
  return intro.length <= introRoom(digest) && marked + digest.text.length + ROOM_AROUND / 2 <= LIMITS.characters
}

/** The digest as it is posted: the editors' words first, a rule, and the articles' own untouched. */
export function withIntro(digest: Message, intro: string | null): Message {
  if (intro === null) return digest
  const whole = FormattedString.join([introText(intro), `\n${RULE}\n`, textOf(digest)])
  return { ...digest, text: whole.rawText, entities: whole.rawEntities }
}

/** A message's text with its entities. */
export function textOf({ text, entities }: Message): Rich {
  return new FormattedString(text, [...entities])
}

function introText(intro: string): Rich {
  return rich(intro, directionOf(intro) === 'ltr' ? 'ltr' : 'rtl')
}

/** What a message of the bot's own asks words for, by the link it carries; `null`: it asks for none. */
export function askedFor({ entities }: Pick<Message, 'entities'>): PressOf<'draft' | 'article'> | null {
  for (const entity of entities) {
    const payload = entity.type === 'text_link' ? /[?&]start=([A-Za-z0-9_-]+)$/.exec(entity.url)?.[1] : undefined
    const press = payload === undefined ? null : decodePress(payload)
    if (press?.kind === 'draft' && press.deciding.act === 'intro') return press
    if (press?.kind === 'article' && (press.acting.act === 'title' || press.acting.act === 'speaker')) return press
  }
  return null
}
