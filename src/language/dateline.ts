/** `القاهرة (رويترز) -`, `CAIRO (AP) —`, `دبي، الإمارات العربية المتحدة (CNN) --`, `(CNN)--` */
const AGENCY = /^(?:[^.:«"“()\d–-]{2,50}\s?)?\([^)\d]{1,30}\)\s*[-–—:]{1,2}\s*/u
/** `كولومبو - «الشرق الأوسط»:`, `أحمد سالم- سبق- الرياض:`, `واس -`, `القدس المحتلة –` */
const BYLINE = /^(?:[^.،,:()"“-]{2,25}\s?[-–—]\s?){1,2}[^.،,:()"“]{2,25}:\s+/u
const CITY = /^(?:\p{L}+\s){0,2}\p{L}+(?:\s?[-–—ـ]{1,2})\s+/u
/** `العلاقات الأميركية - الصينية`: a dash between two words of one kind is none after a city. */
const PAIR = /(?<=ال\p{L}+)\s[-–—]\s+ال/u
const SHORTEST_REST = 30

/** A text without the city, agency or reporter that it opens with. */
export function withoutDateline(text: string): string {
  for (const opening of [AGENCY, BYLINE, CITY]) {
    const length = opening.exec(text)?.[0].length
    if (length === undefined || text.length - length < SHORTEST_REST) continue
    if (opening !== CITY || !PAIR.test(text.slice(0, length + 2))) return text.slice(length)
  }
  return text
}
