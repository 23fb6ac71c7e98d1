/** A last line of a block quotation that names its author. */
const AUTHOR = /^[-–—―]{1,2}[\s\u00A0]*(?=\p{L})/u
const LONGEST_AUTHOR = 100
const MARKED = /^["«“„'‘]/u

/** The lines of a block quotation: in marks, where its last line says whose words they are. */
export function quotationLines(lines: readonly string[]): readonly string[] {
  const [author = '', ...words] = lines.toReversed()
  const name = author.replace(AUTHOR, '')
  if (name === author || name.length > LONGEST_AUTHOR || words.length === 0) return lines
  const marked = words.map((line) => (MARKED.test(line) ? line : `«${line}»`))
  return [...marked.toReversed(), name]
}
