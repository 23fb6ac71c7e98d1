/**
 * The version of all that is made of an article: its briefing, pages, terms and passages. Raise it whenever any of that comes
 * out otherwise for the same text: what an older version made is then made anew.
 */
export const ENGINE_VERSION = 6
