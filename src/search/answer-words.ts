import { searchTermsOf } from './terms.ts'

/** Words in which one question is asked and answered: «من حضر؟» by who sat and who came along. One group a line. */
const GROUPS = `
حضر يحضر حضور شارك يشارك مشاركة جلس يجلس رافق يرافق وفد الوفد attended attend attending attendees joined sat delegation participants
استمر استمرت يستمر دام دامت استغرق استغرقت مدة lasted lasts took duration
فاز فازت يفوز فوز أحرز أحرزت توج توجت won wins win winner
`

const KIN: ReadonlyMap<string, readonly string[]> = new Map(
  GROUPS.trim()
    .split('\n')
    .flatMap((line) => {
      const stems = [...new Set(searchTermsOf(line).flatMap(({ stem }) => stem ?? []))]
      return stems.map((stem) => [stem, stems] as const)
    }),
)

/** The stems of the words that answer a question asked with a word of that stem; that stem alone for most. */
export function answeringStems(stem: string): readonly string[] {
  return KIN.get(stem) ?? [stem]
}
