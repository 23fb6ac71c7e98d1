import type { Person } from './briefing.ts'
import { findEnglishPeople } from './english/english.ts'
import type { Scene } from './parsed-text.ts'
import type { Cast, Mention } from './people/cast.ts'
import { bestRole } from './people/members.ts'
import type { SplitArticle } from './text.ts'

/**
 * The persons the article names, in the order it first names them, each with the fullest name and the first full role it
 * gives. Bodies, places, outlets and words that may be no name are left out.
 */
export function findPeople(text: SplitArticle, { cast }: Scene): readonly Person[] {
  if (text.language === 'en') return findEnglishPeople(text.paragraphs)
  const mentions = mentionsByPerson(cast)
  return cast.members.flatMap((member, person) => {
    const own = mentions[person] ?? []
    if (!member.sure || own.length === 0) return []
    const paragraphs = [...new Set(own.map((mention) => mention.paragraph))]
    return [{ name: member.name, role: bestRole(member), mentions: own.length, paragraphs }]
  })
}

function mentionsByPerson(cast: Cast): readonly (readonly Mention[])[] {
  const byPerson: Mention[][] = cast.members.map(() => [])
  for (const mention of cast.mentions.flat()) byPerson[mention.person]?.push(mention)
  return byPerson
}
