import { describe, expect, test } from 'vitest'
import { linesOf, quotesOf } from '../a-reporter.ts'

const WORDS = 'الجسر القديم سيفتح أمام الناس قبل الشتاء'

/** The speakers of the quotes of an article, joined. */
function speakersOf(...texts: readonly string[]): string {
  return quotesOf(...texts)
    .map(({ speaker }) => speaker)
    .join(' | ')
}

describe('names are shown whole', () => {
  test.each([
    ['a title in short', `وقال د. سامر الحلبي إن "${WORDS}".`, 'سامر الحلبي'],
    ['two titles in short', `وقالت أ.د. منى الحداد: "${WORDS}".`, 'منى الحداد'],
    ['a title and a slash', `وقال م/ سامر الحلبي إن "${WORDS}".`, 'سامر الحلبي'],
    ['a name of God', `وقال سامر نصر الله إن "${WORDS}".`, 'سامر نصر الله'],
    ['a common word and a name of God', `وقال سامر فضل الله إن "${WORDS}".`, 'سامر فضل الله'],
    ['a house', `وقال سامر بن خالد آل عاصي إن "${WORDS}".`, 'سامر بن خالد آل عاصي'],
    ['a son', `وقال سامر ولد الجديد إن "${WORDS}".`, 'سامر ولد الجديد'],
    ['foreign particles', `وقالت ليندا فون دير بيرغ إن "${WORDS}".`, 'ليندا فون دير بيرغ'],
    ['a month', `وقال لويس دي مايو إن "${WORDS}".`, 'لويس دي مايو'],
    ['the servant of the Lord', `وقال عبد ربه كيسلر إن "${WORDS}".`, 'عبد ربه كيسلر'],
    ['a verb', `وقال تشن ليانغ إن "${WORDS}".`, 'تشن ليانغ'],
    ['an adjective', `وقال فائق حيدر إن "${WORDS}".`, 'فائق حيدر'],
    ['a preposition', `وقال سامر لمقداد إن "${WORDS}".`, 'سامر لمقداد'],
    ['three syllables', `وقال الوزير جانغ مين سون إن "${WORDS}".`, 'جانغ مين سون'],
    ['invisible marks', `وقال رئيس البلدية \u200Fسامر الحلبي\u200F: «${WORDS}».`, 'سامر الحلبي'],
    ['a tag', `وقال المدير #سامر_الحلبي إن "${WORDS}".`, 'سامر الحلبي'],
    ['a family name behind an office', `وقال وزير النقل سامر الصدر أمس إن "${WORDS}".`, 'سامر الصدر'],
    ['a rank', `وقال الفريق أول ركن سامر الحلبي إن "${WORDS}".`, 'سامر الحلبي'],
    ['a compound name', `قال وزير الخارجية علي أكبر ولايتي إن "${WORDS}".`, 'علي أكبر ولايتي'],
    ['a surname like a clitic', `وقال رفائيل بولي، باحث بارز بالمركز: "${WORDS}".`, 'رفائيل بولي'],
    ['a surname in ه', `قال رئيس وفد الصيادين أحمد طعمه "${WORDS}".`, 'أحمد طعمه'],
    ['two behind كل من', `وقال كل من سامر الحلبي، وليلى الحداد: "${WORDS}".`, 'سامر الحلبي وليلى الحداد'],
    ['a group of people', `وكشفت مجموعة من الناشطين أن "${WORDS}".`, 'مجموعة من الناشطين'],
    ['a dash', `وسيط الأسهم السابق، بيل هولتر ـ مقره في تكساس ـ يعتقد ذلك. ويقول "${WORDS}".`, 'بيل هولتر'],
    ['a spokesman of a movement', `ورحب الناطق باسم حماس الدول بأن "${WORDS}".`, 'الناطق باسم حماس'],
    ['a surname in marks', `قال سامر الحلبي كلمته. وأبان "الحلبي": "${WORDS}".`, 'سامر الحلبي'],
    [
      'a retired officer',
      `وقال الخبير في شؤون الجماعات المسلحة العميد المتقاعد سامر الحلبي إن "${WORDS}".`,
      'سامر الحلبي',
    ],
    ['a role in ة that is a man’s', `ويوصي الداعية المعروف الشيخ سامر الحلبي قائلا: "${WORDS}".`, 'سامر الحلبي'],
    ['two adjectives', `وقال الخبير الاقتصادي والإستراتيجي سامر الحلبي إن "${WORDS}".`, 'سامر الحلبي'],
    ['two trades', `وأكد مقدم البرنامج المذيع ماركو فيرمن أن "${WORDS}".`, 'ماركو فيرمن'],
    [
      'a long bracket',
      `وقال رئيس الجمعية (الغرفة السفلى من البرلمان في البلاد)، سامر الحلبي، إن "${WORDS}".`,
      'سامر الحلبي',
    ],
    [
      'a rank behind a bracket',
      `وقال المتحدث باسم وزارة الدفاع (البنتاغون)، الكولونيل ستيف وارنر، إن "${WORDS}".`,
      'ستيف وارنر',
    ],
    [
      'whom a president had',
      `وقالت مستشارة الأمن السابقة للرئيس باراك أوباما، سوزان رايس، أمس: "${WORDS}".`,
      'سوزان رايس',
    ],
    ['one who is called so', `وقال أحد المحتجين ويدعى سامر الحلبي (24 عاما): "${WORDS}".`, 'سامر الحلبي'],
    ['behind an outlet in marks', `ويقول لـ"النجمة"، سامر الحلبي المهندس في الميناء، إن "${WORDS}".`, 'سامر الحلبي'],
    ['a general secretary', `قال الأمين العام للاتحاد العام للعمل سامر الحلبي إن "${WORDS}".`, 'سامر الحلبي'],
    ['no two of a title', `وقال أيهان كوسي مدير المركز "${WORDS}".`, 'أيهان كوسي'],
    ['leaders of three countries', `وقال زعماء كندا وألمانيا وفرنسا إن "${WORDS}".`, 'زعماء كندا وألمانيا وفرنسا'],
    ['a source close to a body', `وقال المصدر المقرب من الحكومة إن "${WORDS}".`, 'المصدر المقرب من الحكومة'],
    ['a member of somebody’s party', `وقال عضو في حزب الرئيس سامر الحلبي إن "${WORDS}".`, 'عضو في حزب الرئيس'],
    ['a common word before a role', `وقال سامر الجسر الناطق باسم البلدية إن "${WORDS}".`, 'سامر الجسر'],
  ])('%s', (_, text, speaker) => expect(speakersOf(text)).toBe(speaker))

  test.each([
    ['tatweel and tashkeel', 'وقال المدير سامر الحلبي: "لا شيء".', `وأضاف الحـلَبي: "${WORDS}".`, 'سامر الحلبي'],
    ['two spellings', 'وقال المدير دونالد برامكس: "لا شيء".', `وأضاف برمكس: "${WORDS}".`, 'دونالد برامكس'],
  ])('%s', (_, first, second, speaker) => expect(speakersOf(first, second)).toBe(`${speaker} | ${speaker}`))
})

describe('long offices before a name', () => {
  test.each([
    ['a number', `وقال عضو الأمانة العامة لقوى 14 آذار سامر الحلبي: إن "${WORDS}".`],
    ['an ordinal and a comma', `وقال نائب قائد الأسطول السادس، سامر الحلبي، في بيان إن "${WORDS}".`],
    ['a bracket', `وقال المتحدث باسم وزارة الدفاع الأميركية (البنتاغون) سامر الحلبي إن "${WORDS}".`],
    ['a field', `وقال لاعب خط وسط المنتخب المغربي سامر الحلبي: "${WORDS}".`],
    ['a charge', `وقال المشرف على الخطة الجديدة سامر الحلبي إن "${WORDS}".`],
    ['a title of honour', `وقال وزير العدل حافظ الأختام سامر الحلبي إن "${WORDS}".`],
    ['marks', `وقال رئيس كتلة "الموانئ" النيابية سامر الحلبي إن "${WORDS}".`],
    ['before the verb', `المدعي العام لدى محكمة الموانئ الاستثنائية سامر الحلبي قال إن "${WORDS}".`],
    ['a title behind a comma', `وأعلن المتحدث باسم الحملة "قافلة"، العقيد المتقاعد سامر الحلبي، أن "${WORDS}".`],
  ])('%s', (_, text) => expect(speakersOf(text)).toBe('سامر الحلبي'))

  test.each([
    ['a first name before عبد', `وقال رئيس الشبكة البحرية لحقوق الناس فضل عبد الغني إن "${WORDS}".`, 'فضل عبد الغني'],
    ['an everyday word', `وقال عضو المجلس المحلي، عيد كيسلر، إن "${WORDS}".`, 'عيد كيسلر'],
    ['a woman of a plain noun', `وقالت النائبة عايدة كيسلر إن "${WORDS}".`, 'عايدة كيسلر'],
    ['a body in marks', `وقال حاكم "بنك الشمال الجديد" إن "${WORDS}".`, 'حاكم "بنك الشمال الجديد"'],
  ])('%s', (_, text, speaker) => expect(speakersOf(text)).toBe(speaker))

  test('a nation of his own is another man', () => {
    const text = `التقى الزعيم الكوري الشمالي والرئيس البرازيلي سامر الحلبي أمس. وقال الحلبي: "${WORDS}".`
    expect(quotesOf(text).map(({ role }) => role)).toEqual(['الرئيس البرازيلي'])
  })
})

describe('forms of address', () => {
  test.each([
    ['معالي', `أكد معالي الشيخ سامر الحلبي أن "${WORDS}".`, `وقال معاليه: "${WORDS}".`],
    ['سمو', `قال صاحب السمو الملكي الأمير سامر الحلبي إن "${WORDS}".`, `وأكد سموه أن "${WORDS}".`],
    ['دولة', `قال دولة رئيس الوزراء سامر الحلبي إن "${WORDS}".`, `وأكد دولته أن "${WORDS}".`],
  ])('%s', (_, first, second) => expect(speakersOf(first, second)).toBe('سامر الحلبي | سامر الحلبي'))
})

describe('the right mouth', () => {
  const BEFORE = 'قالت وزيرة النقل ليلى الحداد إن "السفن كلها وصلت إلى الميناء".'
  test.each([
    ['a clause of its own', `شددت الحداد على أن المال متوفر، في حين أكد سامر الحلبي أن "${WORDS}".`, 'سامر الحلبي'],
    ['a body in marks', `وأعلن «اتحاد البحارة»، أن «${WORDS}».`, 'اتحاد البحارة'],
    ['a body in marks and an adjective', `وأعلن «مكتب البحارة» المعارض، أن «${WORDS}».`, 'مكتب البحارة'],
    ['who is seen', `وانتشر تسجيل للمدير، سامر الحلبي، يتحدث فيه عن نيته "${WORDS}".`, 'سامر الحلبي'],
    ['the agency between', `وقال سامر الحلبي كما نقلت عنه وكالة الأنباء "${WORDS}".`, 'سامر الحلبي'],
    ['the agency behind', `وكرر سامر الحلبي اعتقاده بأن القديم "${WORDS}"، وفق ما ذكرت وكالة رويترز.`, 'سامر الحلبي'],
    ['a report of her words', `وذكر تقرير مشترك عن الحداد أنها قالت "${WORDS}".`, 'ليلى الحداد'],
    [
      'a relative clause',
      `قالت روسيا إن صبرها نفد، بعد كلام الوزير سامر الحلبي الذي رحب بإحراز تقدم "${WORDS}".`,
      'سامر الحلبي',
    ],
    ['the official', `وتابع المسؤول: "${WORDS}".`, 'ليلى الحداد'],
    ['the official of a country', `وتابع المسؤول الكندي: "${WORDS}".`, 'المسؤول الكندي'],
    ['each of two', `وأعلن كل من سامر الحلبي وليلى الحداد: "${WORDS}".`, 'سامر الحلبي وليلى الحداد'],
    ['words that are no names', `وقال فائق رجب الحارس في الميناء إن "${WORDS}".`, 'فائق رجب'],
    ['a name in no table', `وقال ماكوتو سينغوكو المحلل في المعهد "${WORDS}".`, 'ماكوتو سينغوكو'],
    ['a name like a word with a clitic', `وقال كفاح محمود، المستشار في الميناء، إن "${WORDS}".`, 'كفاح محمود'],
    ['behind words on the side', `وأعلن من جهته سامر الحلبي، مدير الميناء، أن "${WORDS}".`, 'سامر الحلبي'],
    ['behind the matter', `واعتبر في هذا الصدد سامر الحلبي أن "${WORDS}".`, 'سامر الحلبي'],
    ['behind the other side', `وأكد في المقابل سامر الحلبي أن "${WORDS}".`, 'سامر الحلبي'],
    ['pictures are no source', `وقال سامر الحلبي، بحسب صور نقلها التلفزيون، إن الميناء "${WORDS}".`, 'سامر الحلبي'],
    ['a text takes no verb of hers', `وأكد التقرير ذلك. وقالت إن "${WORDS}".`, 'ليلى الحداد'],
    ['somebody called so', `وقال شخص يدعى سامر، صاحب قارب، "${WORDS}".`, 'سامر'],
    ['a tower that was built', `وتأخر استكمال صرح كبير. وأضافت: "${WORDS}".`, 'ليلى الحداد'],
    ['what was added', `وأضاف قانون جديد قيودا "${WORDS}".`, ''],
    ['nobody to be read', `وأضافت طحينة على الجدار إن "${WORDS}".`, ''],
    ['the topic behind an opener', `في غضون ذلك، أثار المدير سامر الحلبي غضبا كبيرا. وقال: "${WORDS}".`, 'سامر الحلبي'],
    ['the words first', `"${WORDS}".. هكذا بدأ سامر الحلبي حديثه.`, 'سامر الحلبي'],
    ['any verb', `وألقى المحلل سامر الحلبي الضوء على أن "${WORDS}".`, 'سامر الحلبي'],
    ['announced by nobody', `وعلم من مصادر كثيرة أن «${WORDS}».`, ''],
  ])('%s', (_, text, speaker) => expect(speakersOf(BEFORE, text)).toBe(`ليلى الحداد | ${speaker}`))

  test('two who speak together', () => {
    const text = ['التقى المدير سامر الحلبي وزيرة النقل ليلى الحداد.', `وقال الحلبي والحداد إن "${WORDS}".`]
    expect(speakersOf(...text)).toBe('سامر الحلبي وليلى الحداد')
  })
})

describe('marks', () => {
  test.each([
    ['opened twice', `وقال سامر الحلبي: ""${WORDS}".`],
    ['closed the wrong way round', `وقال سامر الحلبي: "${WORDS}«`],
  ])('%s', (_, text) => expect(linesOf(text)).toEqual([`سامر الحلبي: ${WORDS}`]))

  test.each([
    ['a short clause', 'وقال سامر الحلبي إن "المدينة صامدة".', 'المدينة صامدة'],
    ['a predicate', 'وقال سامر الحلبي إنها "غير ملزمة لعموم المواطنين".', 'غير ملزمة لعموم المواطنين'],
    ['a short answer', 'وأجاب سامر الحلبي بالقول "سوف نرى".', 'سوف نرى'],
  ])('%s', (_, text, quote) => expect(linesOf(text)).toEqual([`سامر الحلبي: ${quote}`]))

  test.each([
    ['a name', 'وتابع "سامر الحلبي"، بأن السفن لن تصل.'],
    ['a prize', `منحت الأكاديمية سامر الحلبي ما يسمى رسميا "جائزة ${WORDS}"، وفقا لبيان.`],
    ['a product', 'أعلن سامر الحلبي اسم شركته: "Veero".'],
  ])('not %s', (_, text) => expect(linesOf(text)).toEqual([]))
})
