/** Who a command is for: everybody, or, in a group, its admins. */
export type CommandScope = 'everybody' | 'admins'

/** A command of the bot: its Latin name (Telegram's rule) and the Arabic words that work too. */
export type CommandWords = { readonly name: string; readonly arabic: readonly string[]; readonly scope: CommandScope }

/** In the order in which they are listed to people. */
export const COMMANDS = [
  { name: 'brief', arabic: ['موجز'], scope: 'everybody' },
  { name: 'summary', arabic: ['ملخص'], scope: 'everybody' },
  { name: 'read', arabic: ['اقرأ'], scope: 'everybody' },
  { name: 'quotes', arabic: ['اقتباسات'], scope: 'everybody' },
  { name: 'people', arabic: ['شخصيات'], scope: 'everybody' },
  { name: 'figures', arabic: ['أرقام'], scope: 'everybody' },
  { name: 'timeline', arabic: ['تسلسل'], scope: 'everybody' },
  { name: 'headlines', arabic: ['عناوين'], scope: 'everybody' },
  { name: 'articles', arabic: ['مقالات'], scope: 'everybody' },
  { name: 'search', arabic: ['بحث', 'ابحث'], scope: 'everybody' },
  { name: 'ask', arabic: ['اسأل', 'سؤال'], scope: 'everybody' },
  { name: 'digest', arabic: ['نشرة'], scope: 'everybody' },
  { name: 'corrections', arabic: ['تصحيحات'], scope: 'everybody' },
  { name: 'save', arabic: ['حفظ', 'احفظ'], scope: 'everybody' },
  { name: 'saved', arabic: ['محفوظات'], scope: 'everybody' },
  { name: 'subscribe', arabic: ['اشترك'], scope: 'admins' },
  { name: 'unsubscribe', arabic: ['إلغاء'], scope: 'admins' },
  { name: 'channels', arabic: ['قنوات', 'قنواتي'], scope: 'everybody' },
  { name: 'settings', arabic: ['إعدادات'], scope: 'admins' },
  { name: 'language', arabic: ['لغة'], scope: 'admins' },
  { name: 'privacy', arabic: ['خصوصية'], scope: 'everybody' },
  { name: 'forget', arabic: ['انسني'], scope: 'admins' },
  { name: 'help', arabic: ['مساعدة'], scope: 'everybody' },
  { name: 'start', arabic: ['ابدأ'], scope: 'everybody' },
] as const satisfies readonly CommandWords[]

export type CommandName = (typeof COMMANDS)[number]['name']
