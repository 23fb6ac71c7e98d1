/** Who a command is for: everybody, or, in a group, its admins. */
type CommandScope = 'everybody' | 'admins'

export type CommandWords = {
  /** Latin: Telegram's rule. */
  readonly name: string
  /** The Arabic words that work too. */
  readonly arabic: readonly string[]
  readonly scope: CommandScope
  /** Whether words may follow it without a slash: «إلغاء العقوبات» does not unsubscribe. */
  readonly takesWords: boolean
}

/** In the order in which Telegram lists them. */
export const COMMANDS = [
  { name: 'brief', arabic: ['موجز'], scope: 'everybody', takesWords: true },
  { name: 'summary', arabic: ['ملخص'], scope: 'everybody', takesWords: true },
  { name: 'read', arabic: ['اقرأ'], scope: 'everybody', takesWords: true },
  { name: 'quotes', arabic: ['اقتباسات'], scope: 'everybody', takesWords: true },
  { name: 'people', arabic: ['شخصيات'], scope: 'everybody', takesWords: true },
  { name: 'figures', arabic: ['أرقام'], scope: 'everybody', takesWords: true },
  { name: 'timeline', arabic: ['تسلسل'], scope: 'everybody', takesWords: true },
  { name: 'headlines', arabic: ['عناوين'], scope: 'everybody', takesWords: true },
  { name: 'articles', arabic: ['مقالات'], scope: 'everybody', takesWords: false },
  { name: 'search', arabic: ['بحث', 'ابحث'], scope: 'everybody', takesWords: true },
  { name: 'ask', arabic: ['اسأل', 'سؤال'], scope: 'everybody', takesWords: true },
  { name: 'verify', arabic: ['تحقق'], scope: 'everybody', takesWords: true },
  { name: 'digest', arabic: ['نشرة'], scope: 'everybody', takesWords: false },
  { name: 'corrections', arabic: ['تصحيحات'], scope: 'everybody', takesWords: false },
  { name: 'save', arabic: ['حفظ', 'احفظ'], scope: 'everybody', takesWords: false },
  { name: 'saved', arabic: ['محفوظات'], scope: 'everybody', takesWords: false },
  { name: 'subscribe', arabic: ['اشترك'], scope: 'admins', takesWords: true },
  { name: 'unsubscribe', arabic: ['إلغاء'], scope: 'admins', takesWords: false },
  { name: 'channels', arabic: ['قنوات', 'قنواتي'], scope: 'everybody', takesWords: false },
  { name: 'settings', arabic: ['إعدادات'], scope: 'admins', takesWords: false },
  { name: 'language', arabic: ['لغة'], scope: 'admins', takesWords: false },
  { name: 'privacy', arabic: ['خصوصية'], scope: 'everybody', takesWords: false },
  { name: 'forget', arabic: ['انسني'], scope: 'admins', takesWords: false },
  { name: 'help', arabic: ['مساعدة'], scope: 'everybody', takesWords: false },
  { name: 'start', arabic: ['ابدأ'], scope: 'everybody', takesWords: false },
] as const satisfies readonly CommandWords[]

export type CommandName = (typeof COMMANDS)[number]['name']
