/** Abbreviations before a name or a number: never the end of a sentence. */
const BEFORE_A_NAME =
  /(?:^|[^\p{L}\p{M}\p{N}])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Capt|Maj|Cmdr|Adm|Sen|Rep|Gov|Pres|Rev|Hon|Fr|Mt|vs|No|Nos|Fig|pp|cf|e\.g|i\.e|approx|est|د|أ\.د|ا\.د|م|أ|ا|ع|ل|ف|ن|س|ب|ج|ح|ر|ك|ي|و|ت|ث|ص|ق|خ|ش|ض|ط|ظ|غ|ذ|ز|ه|هـ|ص\.ب|ق\.م|ب\.م)$/u
/** `المجموعة أ.`, `فيتامين د.`: the letter is a name, and the stop a full stop. */
const NAMED_BY_A_LETTER = /(?:مجموعة|فئة|فيتامين|حرف|المستوى|الدرجة|القسم)[\s\u00A0][«"]?\p{L}[»"]?$/u
/** A number with its era or unit: `1446 هـ.`, `30 م.`, ends a sentence unless what follows hangs on it. */
const AFTER_A_NUMBER = /[\p{N})] ?(?:هـ|ه|م|ق\.م|كم|سم|ص|ت|د)$/u
const HANGS_ON = /^\s*(?:\(|[\d٠-٩]|(?:في|من|على|إلى|عن|حتى|أي|الموافق|إلا|مع|بعد|قبل)(?!\p{L}))/u
/** Abbreviations that end a sentence only where the next word begins one. */
const PERHAPS_LAST =
  /(?:^|[^\p{L}\p{M}\p{N}])(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|al|a\.m|p\.m|(?:\p{Lu}\.)+\p{Lu}|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Ave|Blvd|Rd|Ph\.D)$/u
const INITIAL = /(?:^|[\s.(“"])\p{Lu}$/u
const BEGINS_A_SENTENCE =
  /^\s*["“‘(]?(?:The|He|She|It|They|We|I|You|In|On|At|But|And|A|An|This|That|These|Those|His|Her|Its|Their|Our|My|As|For|If|When|While|After|Before|There|However|Both|Some|Many|Most|One|So|What|Why|How|Who)(?!\p{L})/u

/** True when the full stop after `before` belongs to an abbreviation and the sentence goes on with `after`. */
export function endsWithAbbreviation(before: string, after: string): boolean {
  if (NAMED_BY_A_LETTER.test(before)) return false
  if (AFTER_A_NUMBER.test(before)) return HANGS_ON.test(after)
  if (BEFORE_A_NAME.test(before)) return true
  if (PERHAPS_LAST.test(before)) return !BEGINS_A_SENTENCE.test(after)
  return INITIAL.test(before) && /^\s*\p{Lu}/u.test(after) && !/(?:^|\s)I$/u.test(before)
}
