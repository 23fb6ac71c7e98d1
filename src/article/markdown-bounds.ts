/** Parsing time is quadratic in the marks of a paragraph; no article has this many. */
const MOST_MARKS = 2000
/** And in underlined headings. */
const MOST_UNDERLINED = 500
const DEEPEST_NESTING = 60
const LONGEST_BLANK = 100
const TAB = ' '.repeat(4)

const LONG_BLANKS = new RegExp(`([ \\t]{${LONGEST_BLANK}})[ \\t]+`, 'g')

/** Runs of blanks cut to a length that means the same: parsing takes quadratic time over one. */
export function shortenBlanks(body: string): string {
  return body.replace(LONG_BLANKS, '$1')
}

/** Why parsing a body would take too long or nest too deep, as one line for the operator; else `null`. */
export function whyUnbounded(body: string): string | null {
  const lines = body.split('\n')
  if (isNestedTooDeep(lines)) {
    return `lists or quotes are nested more than ${DEEPEST_NESTING} deep: use fewer > or - at a line's head`
  }
  const underlined = lines.filter((line, index) => isUnderline(line) && lines[index - 1]?.trim() !== '').length
  if (underlined > MOST_UNDERLINED) {
    return `${underlined} headings are underlined: the most that is read is ${MOST_UNDERLINED}, begin them with ##`
  }
  for (const paragraph of body.split(/\n[ \t]*\n/)) {
    const marks = paragraph.match(/[*_[\]`<!>\\&~]/g)?.length ?? 0
    if (marks > MOST_MARKS) return `a paragraph has ${marks} Markdown marks: the most that is read is ${MOST_MARKS}`
  }
  return null
}

function isUnderline(line: string): boolean {
  return /^[ \t>]*(?:=+|-+)[ \t]*$/.test(line)
}

const MARK = /([ \t]*)(>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/y

/** Each mark of a list or quote is a level inside those that stand left of it, on its own line or one before. */
function isNestedTooDeep(lines: readonly string[]): boolean {
  const columns: number[] = []
  for (const line of lines) {
    let column = 0
    MARK.lastIndex = 0
    for (let found = MARK.exec(line); found !== null; found = MARK.exec(line)) {
      const [, blanks = '', mark = ''] = found
      column += blanks.replaceAll('\t', TAB).length
      while ((columns.at(-1) ?? -1) >= column) columns.pop()
      columns.push(column)
      column += mark.length
      if (columns.length > DEEPEST_NESTING) return true
    }
  }
  return false
}
