import { expect, test } from 'vitest'
import { consonantsOf } from '../../src/language/consonants.ts'

test.each([
  ['Donald Trump', 'دونالد ترامب'],
  ['Vladimir Putin', 'فلاديمير بوتين'],
  ['Volodymyr Zelensky', 'فولوديمير زيلينسكي'],
  ['Marco Rubio', 'ماركو روبيو'],
  ['Oleksiy Honcharenko', 'أوليكسي هونتشارينكو'],
  ['Angela Merkel', 'أنجيلا ميركل'],
  ['Sergei Lavrov', 'سيرغي لافروف'],
])('%s has the consonants of %s', (latin, arabic) => expect(consonantsOf(latin)).toBe(consonantsOf(arabic)))

test.each([
  ['Donald Trump', 'دونالد توسك'],
  ['Vladimir Putin', 'فولوديمير زيلينسكي'],
  ['Boris Johnson', 'بوريس نمتسوف'],
])('%s has others than %s', (latin, arabic) => expect(consonantsOf(latin)).not.toBe(consonantsOf(arabic)))
