import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anArticle, paragraphs } from '../an-article.ts'
import { expectLinear } from '../growth.ts'
import { LEADER, linesOf, quotesIn, quotesOf } from './a-reporter.ts'

describe('marks', () => {
  test.each([
    ['straight', 'قال سامر الحلبي: "سنفتح الميناء قريبا".'],
    ['angle', 'قال سامر الحلبي: «سنفتح الميناء قريبا».'],
    ['reversed angle', 'قال سامر الحلبي:»سنفتح الميناء قريبا«.'],
    ['curly', 'قال سامر الحلبي: “سنفتح الميناء قريبا”.'],
    ['same curly twice', 'قال سامر الحلبي: “سنفتح الميناء قريبا“.'],
    ['low and high', 'قال سامر الحلبي: „سنفتح الميناء قريبا“.'],
    ['double prime', 'قال سامر الحلبي: “سنفتح الميناء قريبا″.'],
    ['two apostrophes', "قال سامر الحلبي: ''سنفتح الميناء قريبا''."],
    ['double brackets', 'قال سامر الحلبي: ((سنفتح الميناء قريبا)).'],
    ['single', 'قال سامر الحلبي: ‘سنفتح الميناء قريبا’.'],
    ['mixed', 'قال سامر الحلبي: «سنفتح الميناء قريبا".'],
    ['space inside', 'قال سامر الحلبي :" سنفتح الميناء قريبا ".'],
    ['never closed', 'قال سامر الحلبي: "سنفتح الميناء قريبا'],
  ])('%s', (_, text) => {
    expect(linesOf(text)).toEqual(['سامر الحلبي: سنفتح الميناء قريبا'])
  })

  test('a nested quote belongs to the one around it', () => {
    expect(linesOf('قال سامر الحلبي: «سألوني "متى تفتح الأبواب" فلم أجب».')).toEqual([
      'سامر الحلبي: سألوني "متى تفتح الأبواب" فلم أجب',
    ])
  })

  test('one quote over paragraphs, with and without marks that open again', () => {
    expect(linesOf('قال سامر الحلبي: «الميناء جاهز.', '«العمال على الأرصفة.', '«والسفن في الطريق».')).toEqual([
      'سامر الحلبي: الميناء جاهز.\nالعمال على الأرصفة.\nوالسفن في الطريق',
    ])
    expect(linesOf('قال سامر الحلبي: «الميناء جاهز.', 'والسفن في الطريق إليه».')).toEqual([
      'سامر الحلبي: الميناء جاهز.\nوالسفن في الطريق إليه',
    ])
  })
})

describe('passages that are no quotes', () => {
  test.each([
    ['an outlet', 'قال سامر الحلبي لـ«الخليج الجديد» إن الميناء جاهز.'],
    ['a title', 'وقع الكاتب سامر الحلبي كتابه «رحلة طويلة إلى آخر موانئ الشمال» أمس.'],
    ['a word held at arm’s length', 'قال سامر الحلبي إن الخطة "طموحة" وإن العمل بدأ.'],
    ['a name', 'وصلت سفينة «نجمة الشمال» إلى الميناء.'],
    ['a motto', 'تظاهر العمال تحت شعار "لا عمل بلا أجر عادل للجميع" في الميناء.'],
  ])('%s', (_, text) => {
    expect(quotesOf(text)).toEqual([])
  })
})

describe('speakers', () => {
  test.each([
    ['verb, then subject', 'وقالت ليلى الحداد: "نريد حلا الآن".', 'ليلى الحداد'],
    ['subject, then verb', 'لكن صاحب أحد المقاهي قال لوكالة محلية: "سمعت دويا قويا".', 'صاحب أحد المقاهي'],
    ['no colon', 'وقالت ليلى الحداد (40 عاما) التي تسكن الحي "نريد حلا".', 'ليلى الحداد'],
    ['participle', 'نفى سامر الحلبي وجود خلاف، مضيفا أن "العمل يسير كما خطط له".', 'سامر الحلبي'],
    ['verbal noun', 'اكتفى سامر الحلبي بالقول: "لا تعليق".', 'سامر الحلبي'],
    ['question', 'وسئل سامر الحلبي عن الموعد فأجاب: "قريبا جدا".', 'سامر الحلبي'],
    ['outlet in between', 'قال سامر الحلبي لـ«الخليج الجديد»: «سنفتح الميناء».', 'سامر الحلبي'],
    ['not the accused', 'اتهم سامر الحلبي المقاولين بأنهم "تركوا العمل قبل نهايته بشهر".', 'سامر الحلبي'],
    ['relayed', 'ونقلت وكالة محلية عن سامر الحلبي قوله: "سنفتح الميناء".', 'سامر الحلبي'],
    ['after the quote', '"سنفتح الميناء قبل نهاية العام الحالي"، بحسب سامر الحلبي.', 'سامر الحلبي'],
    ['unnamed', 'وأكد مصدر مقرب من الشركة أن "العقد سيوقع خلال أيام قليلة".', 'مصدر مقرب من الشركة'],
    ['a name, then its role, then the verb', 'إلا أن سامر الحلبي، مدير الميناء، قال: "العمل جار".', 'سامر الحلبي'],
    [
      'a role, then the name in commas',
      'وقالت مديرة المرفأ، ليلى الحداد، إن "العمل سينتهي قبل الشتاء بشهر".',
      'ليلى الحداد',
    ],
    ['the topic of أما', 'أما ليلى الحداد، فقالت: "لن ننتظر".', 'ليلى الحداد'],
    ['a relative clause', 'ورد عليه سامر الحلبي، الذي قال: "لا جديد".', 'سامر الحلبي'],
    ['her verb, not his', 'زار سامر الحلبي ليلى الحداد، وقالت ليلى الحداد: "أهلا بكم".', 'ليلى الحداد'],
    ['what a text says', 'وجاء في بيان وزارة النقل: "الطريق مغلق".', 'بيان وزارة النقل'],
    ['a state', 'وقالت روسيا إن "الاتفاق لم يعد قائما بعد اليوم".', 'روسيا'],
    ['no act: a passive', 'رفعوا لافتة كتب عليها: "لا للغلاء".', undefined],
    ['the author', 'اقترب الرجل وقلت له: "تفضل".', null],
    ['a body', 'وأعلنت وزارة النقل المصرية أن "الطريق سيغلق حتى نهاية الشهر".', 'وزارة النقل المصرية'],
  ])('%s', (_, text, speaker) => {
    expect(quotesOf(text).map((quote) => quote.speaker)).toEqual(speaker === undefined ? [] : [speaker])
  })

  test('a short name, a role and no subject refer to the person named in full', () => {
    const after = ['وأضاف الحلبي: "العمل بدأ".', 'وتابع: "لا تأخير".', 'وقال رئيس البلدية: "شكرا لكم".']
    expect(quotesOf(LEADER, ...after).map(({ speaker, role }) => [speaker, role])).toEqual([
      ['سامر الحلبي', 'رئيس البلدية'],
      ['سامر الحلبي', 'رئيس البلدية'],
      ['سامر الحلبي', 'رئيس البلدية'],
    ])
  })

  test('an elided subject agrees with its verb', () => {
    const lines = linesOf('قالت ليلى الحداد: "نريد حلا".', 'ورد عليها سامر الحلبي.', 'وأضافت: "لن ننتظر".')
    expect(lines).toEqual(['ليلى الحداد: نريد حلا', 'ليلى الحداد: لن ننتظر'])
  })

  test('an unknown speaker is null', () => {
    expect(quotesOf('"انتهى كل شيء بسلام ولله الحمد وعدنا إلى بيوتنا".').map((quote) => quote.speaker)).toEqual([null])
  })

  test('medium and addressee', () => {
    const [onService, toPerson] = quotesOf(
      LEADER,
      'وكتب الحلبي على "تيليغرام": "الميناء جاهز".',
      'وقال الحلبي للصحفيين: "شكرا لكم".',
    )
    expect([onService?.medium, toPerson?.addressee]).toEqual(['تيليغرام', 'الصحفيين'])
  })
})

describe('speakers far from their verb', () => {
  test.each([
    [
      'role, clause, name',
      'وقال مدير ميناء تولان راي، الذي يقع في الشمال، سورين باكاريان، إن "السفن جاهزة للإبحار غدا".',
      'سورين باكاريان',
    ],
    [
      'role with a clause in it',
      'وأعلن رئيس لجنة الموانئ والتي تضم سبعة خبراء، سامر الحلبي، أن "الأرصفة تحتاج إلى ترميم عاجل".',
      'سامر الحلبي',
    ],
    [
      'body in marks',
      'وقال مدير مركز الأبحاث البحرية "ساحل"، جوناثان فيلد، إن "المياه صالحة للسباحة".',
      'جوناثان فيلد',
    ],
    ['reporter of an outlet', 'وقال مراسل بي بي سي سورين باكاريان إن "المدينة هادئة هذا الصباح".', 'سورين باكاريان'],
    ['office in a state', 'قال وزير النقل في كندا، سامر الحلبي، إن "الطرق مفتوحة منذ الفجر".', 'سامر الحلبي'],
    [
      'body, clause, addressee',
      'قالت ديما فونغ، رئيسة غرين بلانت فاونديشن، وهي جمعية تزرع الأشجار، لرويترز: "نزرع ألف شجرة كل عام".',
      'ديما فونغ',
    ],
    [
      'clause with an act of speech',
      'وقالت ليلى برنار، إحدى السيدات اللواتي اتهمن، بعد خروجها من القاعة: "أشعر بالراحة أخيرا".',
      'ليلى برنار',
    ],
    ['one form for her and him', 'وقالت عضو مجلس البلدية فريدة واتكنز "الحديقة ستبقى مفتوحة للجميع".', 'فريدة واتكنز'],
    ['kin before a name', 'ويقول عمها، روبن حداد "كانت تحب البحر منذ صغرها".', 'روبن حداد'],
    ['a name in marks', 'وقال الرئيس الهندي "رام ناث كوبيند" إن "رحيله خسارة لكل محبي الموسيقى".', 'رام ناث كوبيند'],
    ['an everyday name between commas', 'يقول مدير المرصد العربي، جمال عيد، إن "الأسرة لم تزره منذ عام".', 'جمال عيد'],
    ['a clause of the report', 'وأخبره سامر الحلبي أن الاتحاد سيرد "بطريقة صارمة ومناسبة على القرار".', 'سامر الحلبي'],
    ['his own spokesman', 'وقال متحدث باسم رئيس الحكومة، سامر الحلبي: "لا تعليق".', 'متحدث باسم رئيس الحكومة'],
    ['he demanded', 'طالب رئيس الاتحاد سامر الحلبي بتأجيل المباراة وقال: "الملعب مغلق".', 'سامر الحلبي'],
    ['an agency by its name', 'وذكرت وكالة رويترز أن "السفن عادت إلى الميناء مساء".', 'وكالة رويترز'],
    ['a state described', 'إنها "أرض الفرص الضائعة للجميع"، كما وصف كندا الرئيس السابق سامر الحلبي.', 'سامر الحلبي'],
    ['a paper', 'وتقول وثائق المحكمة إنه "أخفى السفينة عن مفتشي الميناء".', 'وثائق المحكمة'],
    ['a name in و', 'ويقول ديفين وونغ، رئيس تحرير المجلة: "الناس يحبون السفن الصغيرة".', 'ديفين وونغ'],
    ['a woman’s name in ة', 'وقالت سندسية لعباسي، عضو البرلمان، إن "القانون يحتاج إلى تعديل سريع".', 'سندسية لعباسي'],
    [
      'an everyday family name',
      'وقالت هنريكا فور، المديرة التنفيذية للمنظمة، إن "المساعدات في الطريق إليهم".',
      'هنريكا فور',
    ],
  ])('%s', (_, text, speaker) => {
    expect(quotesOf(text).map((quote) => quote.speaker)).toEqual([speaker])
  })

  test('the one name behind a town is the town’s', () => {
    const [, second] = quotesOf(
      'واعترف المسؤول في المدرسة الواقعة في العاصمة الزيمبابوية هراري بأن "الأمر صعب على الجميع هنا".',
      'وأضاف أن "العمل مستمر رغم كل شيء".',
    )
    expect(second?.speaker).not.toBe('هراري')
  })

  test('a first name alone refers to the one member of that name', () => {
    expect(
      linesOf('حضرت المهندسة نادية فتاح الاجتماع.', 'وقالت نادية: "الجسر آمن".').map((line) => line.split(':')[0]),
    ).toEqual(['نادية فتاح'])
  })

  test('an outlet that asks does not speak next', () => {
    const text = ['قالت نادية فتاح: "الجسر آمن".', 'وأجرت رويترز لقاء معها في المدينة.', 'وتقول: "سنعبره غدا".']
    expect(quotesOf(...text).map((quote) => quote.speaker)).toEqual(['نادية فتاح', 'نادية فتاح'])
  })

  test('the author of a text does not replace the speaker', () => {
    const text = ['وأشار رئيس البلدية سامر الحلبي إلى آخر منشور كتبه كريم حداد.', 'وقال: "لن ننساه أبدا".']
    expect(quotesOf(...text).map((quote) => quote.speaker)).toEqual(['سامر الحلبي'])
  })

  test('a quote alone in its paragraph has the person of the previous one as speaker', () => {
    const text = ['تقول نادية فتاح إنها أحبت الجسور منذ صغرها.', '"كنت أرسمها على كل ورقة أجدها أمامي في البيت".']
    expect(quotesOf(...text).map((quote) => quote.speaker)).toEqual(['نادية فتاح'])
  })

  test('with no known speaker, the only person the previous paragraph names', () => {
    const text = ['وتحدثت القناة إلى شهود، من بينهم المهندس سامر الحلبي.', 'وقال: "كنت عند المدخل".']
    expect(quotesOf(...text).map((quote) => quote.speaker)).toEqual(['سامر الحلبي'])
  })

  test('a plural subject takes no feminine verb', () => {
    const text = ['قالت نادية فتاح: "الجسر آمن".', 'كان الأطباء قد نصحوا نادية فتاح بالراحة.', 'وتقول: "لم أسمعهم".']
    expect(quotesOf(...text).map((quote) => quote.speaker)).toEqual(['نادية فتاح', 'نادية فتاح'])
  })

  test('the issuer of a statement speaks next', () => {
    const text = ['أصدرت وزارة النقل الكندية بيانا عن الجسر.', 'لكنها قالت إن "العمل لن يتوقف في الشتاء".']
    expect(quotesOf(...text).map((quote) => quote.speaker)).toEqual(['وزارة النقل الكندية'])
  })

  test('she asked him, or I did: nobody is guessed', () => {
    const text = ['أعلن التقرير عن النتائج.', 'وسريعا سألته "هل تعرف ماذا يعني ذلك حقا؟".']
    expect(quotesOf(...text).map((quote) => quote.speaker)).toEqual([null])
  })
})

const piece = fc.constantFrom(
  ...[
    '"',
    '«',
    '»',
    '“',
    '”',
    '‘',
    '’',
    '((',
    '))',
    ':',
    '.',
    '،',
    ' ',
    'قال',
    'وأضاف',
    'سامر',
    'الحلبي',
    'إن',
    'بحسب',
    'الرئيس',
  ],
  ...['لـ', 'كلام', 'طويل', 'جدا', 'مضيفا', '\ud800', '\u202e', 'عبد', 'أبو', '#', '5', 'said', 'Smith', 'He', ', '],
)

test('every quote is verbatim at its places and in order, whatever the text', () => {
  const made = fc.array(
    fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(' ')),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(
      fc.constantFrom('ar' as const, 'en' as const),
      fc.oneof(made, fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 })),
      (language, texts) => {
        const quotes = quotesIn(anArticle({ language, blocks: paragraphs(...texts) }))
        const starts = quotes.map(({ at }) => (at[0]?.paragraph ?? -1) * 1e6 + (at[0]?.start ?? -1))
        for (const { text, at } of quotes) {
          expect(at.map((place) => texts[place.paragraph]?.slice(place.start, place.end)).join('\n')).toBe(text)
        }
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
      },
    ),
  )
})

test.each([
  ['only marks', '"'],
  ['opening marks', '«'],
  ['one long line of speech', 'وقال الرئيس الأميركي إن «كلمة واحدة» '],
  ['nothing but verbs', 'قال '],
  ['one long name', 'محمد '],
  ['one long run of unknown words', 'قرطس '],
])('time stays linear on %s', (_, round) => expectLinear(quotesOf, { round, characters: 160_000 }))
