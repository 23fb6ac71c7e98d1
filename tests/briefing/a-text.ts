import type { Block } from '../../src/article/article.ts'
import { readArticle, type SplitArticle } from '../../src/briefing/text.ts'
import { detectLanguage } from '../../src/language/language.ts'
import { anArticle } from '../an-article.ts'

/** An article's text from its blocks: a string is a paragraph, `# …` a heading. */
export function aText(...blocks: readonly string[]): SplitArticle {
  return readArticle(
    anArticle({
      language: detectLanguage(blocks.join(' ')),
      blocks: blocks.map(
        (text): Block =>
          text.startsWith('# ') ? { kind: 'heading', text: text.slice(2) } : { kind: 'paragraph', text },
      ),
    }),
  )
}

/** A paragraph of `sentences` invented sentences about a subject, about 90 characters each. */
export function aParagraph(subject: string, sentences: number): string {
  return Array.from(
    { length: sentences },
    (_, index) => `ذكر تقرير البلدية رقم ${index + 1} أن ${subject} سيحتاج إلى ميزانية جديدة وعمال من القرى القريبة.`,
  ).join(' ')
}
