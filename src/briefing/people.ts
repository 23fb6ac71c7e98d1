import type { Person, Quote } from './briefing.ts'
import { setScene } from './quotes/scene.ts'
import { bestRole } from './quotes/speakers.ts'
import type { ArticleText } from './text.ts'

/** The persons the article names, in the order it first names them, each with the fullest name it gives. */
export function findPeople(text: ArticleText, _quotes: readonly Quote[]): readonly Person[] {
  const { cast } = setScene(text.paragraphs)
  const mentions = cast.mentions.flat()
  return cast.members
    .map((member, person) => {
      const own = mentions.filter((mention) => mention.person === person)
      const paragraphs = [...new Set(own.map((mention) => mention.paragraph))]
      return { name: member.name, role: bestRole(member), mentions: own.length, paragraphs }
    })
    .filter((person) => person.mentions > 0)
}
