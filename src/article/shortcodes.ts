/** What a site's own program would have replaced: Hugo's and Jekyll's calls, WordPress's, Kramdown's attributes. */
const SHORTCODES: readonly RegExp[] = [
  /\{\{[<%][^{}\n]{0,2000}[%>]\}\}/gu,
  /(?<!\\)\{%[^{}\n]{0,2000}%\}/gu,
  /(?<!\\)\{\{[^{}\n]{0,500}\}\}/gu,
  /^\{:[^{}\n]{0,500}\}[ \t]*$/gmu,
  /\[\/?(?:caption|gallery|embed|video|audio|playlist|youtube|contact-form|ads?)(?:\s[^[\]\n]{0,1000})?\]/gu,
]

/** A Markdown body without the calls of its site's program; what stands between two of them stays. */
export function withoutShortcodes(body: string): string {
  return SHORTCODES.reduce((text, pattern) => text.replace(pattern, ''), body)
}
