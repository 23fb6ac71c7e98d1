/** Finds each mention of the bot, in letters of any case; no part of a longer name or of an address. */
export function mentionsOf(botUsername: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_@])@${botUsername}(?![A-Za-z0-9_])`, 'giu')
}
