import { describe, expect, test } from 'vitest'
import { findQuotes } from '../../../src/briefing/quotes.ts'
import { readArticle } from '../../../src/briefing/text.ts'
import { anArticle, paragraphs } from '../../an-article.ts'

/** `speaker: text` of each quote. */
function linesOf(...texts: readonly string[]) {
  const quotes = findQuotes(readArticle(anArticle({ blocks: paragraphs(...texts) })))
  return quotes.map(({ speaker, text }) => `${speaker}: ${text}`)
}

const LEADER = 'زار رئيس البلدية سامر الحلبي الميناء الجديد صباح السبت.'

describe('marks set by a hasty hand', () => {
  test.each([
    ['on the word before', 'وقالت ليلى الحداد إن" الميناء سيفتح قريبا أمام السفن".'],
    ['no space at all', 'وقالت ليلى الحداد خلال مؤتمر صحفي"الميناء سيفتح قريبا أمام السفن" ثم غادرت.'],
  ])('%s', (_, text) => {
    expect(linesOf(text)).toEqual(['ليلى الحداد: الميناء سيفتح قريبا أمام السفن'])
  })

  test('opened inside the sentence and never closed', () => {
    expect(linesOf('ويقول سامر الحلبي إن هناك "سفنا كثيرة تنتظر دورها عند المدخل منذ أيام.')).toEqual([
      'سامر الحلبي: سفنا كثيرة تنتظر دورها عند المدخل منذ أيام.',
    ])
  })

  test('two opened, one closed', () => {
    expect(
      linesOf('وقالت ليلى الحداد إن الميناء "مكان جميل لكنه لا يصلح للسكن لأنه صار "ساحة مفتوحة للرياح".'),
    ).toEqual(['ليلى الحداد: مكان جميل لكنه لا يصلح للسكن لأنه صار "ساحة مفتوحة للرياح".'])
  })
})

describe('quotes that hang on another or on a name alone', () => {
  test('joined by و', () => {
    expect(linesOf('وقالت ليلى الحداد "لا أخاف البحر أبدا ولا عواصفه" و"أحب أن أسافر فيه كل صيف".')).toEqual([
      'ليلى الحداد: لا أخاف البحر أبدا ولا عواصفه',
      'ليلى الحداد: أحب أن أسافر فيه كل صيف',
    ])
  })

  test('a heading: the name and what it says', () => {
    const text = [LEADER, 'سامر الحلبي: "هذا الميناء حلم كل أهل المدينة"']
    expect(linesOf(...text)).toEqual(['سامر الحلبي: هذا الميناء حلم كل أهل المدينة'])
    expect(linesOf(LEADER, 'الحلبي " هذا الميناء حلم كل أهل المدينة"')).toEqual([
      'سامر الحلبي: هذا الميناء حلم كل أهل المدينة',
    ])
    expect(linesOf('مواعيد العمل: "من الثامنة صباحا حتى الثالثة عصرا"')).toEqual([])
  })
})

describe('what is still no quote', () => {
  test.each([
    ['a headline about somebody', 'ليلى الحداد "تعرضت لتهديد بسبب السفينة القديمة"'],
    ['what somebody is called', 'أعلنت جماعة صغيرة تسمى" بحارة بقمصان قصيرة الأكمام جدا" أنها هناك.'],
    ['a stray mark in a deed', 'دعت كندا إلى العمل بعد " يوم السبت الماضي الذي شهد غرق السفن كلها.'],
  ])('%s', (_, text) => {
    expect(linesOf(LEADER, text)).toEqual([])
  })

  test('a word in marks inside a quote does not end it', () => {
    expect(linesOf('قال سامر الحلبي: "إن النقر على زر"أعجبني"على الصفحة يقدم كل شيء للشركات".')).toEqual([
      'سامر الحلبي: إن النقر على زر"أعجبني"على الصفحة يقدم كل شيء للشركات',
    ])
  })
})

describe('who speaks', () => {
  test.each([
    [
      'a statement somebody issued, before a comma',
      'وجاء في تصريح أصدرته وزارة النقل الكندية، "نشعر بقلق كبير على الجسر القديم."',
      'وزارة النقل الكندية',
    ],
    ['a body’s statement', 'وجاء في تصريح الخارجية الكندية، "هذا مثال واضح على الإهمال."', 'الخارجية الكندية'],
    [
      'a thing is described, not heard',
      'تقول ليلى الحداد إن الكتاب يحكي "قصة البحارة الذين عبروا المحيط وحدهم".',
      'ليلى الحداد',
    ],
    [
      'a clause about somebody, then what he said',
      'كما أن سامر الحلبي أغضب الكثيرين عندما قال إنه يجب أن "يدفع كل سائح ثمن دخوله".',
      'سامر الحلبي',
    ],
    [
      'a verb no table knows',
      'وقالت روسيا إن السفن غرقت. وامتنعت كندا عن تأكيد الأمر، لكنها قالت إن الخبر "لا أساس له من الصحة أبدا".',
      'كندا',
    ],
    [
      'one who issued a text inside a report',
      'وأكد سامر الحلبي الخبر. ودعت لجنة السفن إلى الحذر في أعقاب بيان للنائب العام يطلب فيه مراقبة ما سماه "سفنا قديمة لا تصلح للإبحار".',
      'النائب العام',
    ],
    [
      'an office and the body it asks',
      'ودعت الوزارة البرلمان الجديد إلى "سرعة إقرار القانون قبل حلول الشتاء".',
      'الوزارة',
    ],
    [
      'his answer to who asked him',
      'وسألت ليلى الحداد، مراسلة الصحيفة، مسؤولا من الميناء عن الموعد، وكانت إجابته: "سوف نرى".',
      'مسؤول',
    ],
    [
      'over a role in apposition',
      'وكان آخرهم هو ليلى موركوفا، عضوة مجلس المدينة عن ولاية ألاسكا، التي قالت إن الميناء "مكان جميل لكنه بعيد جدا".',
      'ليلى موركوفا',
    ],
    [
      'how it was said is not who',
      'قال سامر الحلبي كلمته. وأضاف لاحقا متحدثا للصحفيين أن النتائج "تشير إلى خلل واضح في البناء".',
      'سامر الحلبي',
    ],
    [
      'a house by its name',
      'وكانت دار كريستين قد قالت إن الحقيبة قديمة وأضافت الدار "حتى لو كنت تملك المال فلن تجدها".',
      'دار كريستين',
    ],
    [
      'the subject of its own sentence',
      'قالت ليلى الحداد: "لا". وتبدأ مقدمة الفيلم بكلام عن البحر، قائلة إن له "الكثير من الأسرار التي لا تحصى".',
      'مقدمة الفيلم',
    ],
    [
      'a title behind the comma, قد before the verb',
      'زار رئيس نيكاراغوا كريم أورتا الميناء. وكان رئيس المجمع البحري في نيكاراغوا، الكاردينال ليوبولدو برينيس، قد قال للصحفيين: "نصلي من أجلهم".',
      'ليوبولدو برينيس',
    ],
    [
      'a body of no table',
      'قال سامر الحلبي: "لا". وفي وقت سابق، قال المجمع في تغريدة له إن الحكومة "مسؤولة وحدها عن سلامة البحارة".',
      'المجمع',
    ],
    [
      'his verb, whatever her name',
      'أعلن نيكي كامبل في البرنامج أنه يوافق على الخفض. وقال: "أنا أيضا سأنضم إلى القائمة".',
      'نيكي كامبل',
    ],
    [
      'the verb behind على ذلك',
      'تعقيبا على ذلك ذكر بيان صحفي عن السباق أنه "منذ نشأة السباق لم يفز به بحار واحد من الشمال".',
      'بيان صحفي',
    ],
    [
      'an article somebody wrote for a paper',
      'قال سامر الحلبي كلمته. وأضاف، في مقال كتبه لهافنغتون بوست، أن "الشباب يستحقون منا ثقة أكبر من ذلك".',
      'سامر الحلبي',
    ],
    [
      'whose lawyer',
      'وقال محاميه، سامر الحلبي، إن الرجل فقد منزله. وقالت ليلى الحداد: "لا". وقال محاميه: "إنه لن يفعل ذلك مرة أخرى".',
      'سامر الحلبي',
    ],
    [
      'he demanded, she is told',
      'تحدث سامر الحلبي طويلا. وطالب الغرب بفتح الموانئ على أمل "تعزيز التجارة في كل بلاد الشمال".',
      'سامر الحلبي',
    ],
    [
      'a letter in which it stands',
      'وكشفت القناة عن برقية لوزارة النقل موجهة إلى السفراء جاء فيها "نريد التزامكم بالعمل معا على الجسر".',
      'وزارة النقل',
    ],
    ['an emir', 'قال أمير الكويت الشيخ صباح الناصري إن الإعمار "عمل لن يتمكن أحد من إنجازه وحده".', 'صباح الناصري'],
    ['an indictment', 'أنحى وزير النقل سامر الحلبي باللائمة على "ضغوط شديدة من شركات الملاحة الكبرى".', 'سامر الحلبي'],
    [
      'an everyday noun is no participle',
      'قالت ليلى الحداد: "نعم". وبدا عملها أمرا غريبا لجارها سامر. وقالت: "لا".',
      'ليلى الحداد',
    ],
    ['famous words', 'ولد سامر الحلبي في الشمال. أشهر أقواله: "أهم شيء في البحر أن تحترم الريح".', 'سامر الحلبي'],
  ])('%s', (_, text, speaker) => {
    expect(linesOf(text).at(-1)?.split(': ')[0]).toBe(speaker)
  })

  test('a surname that begins like a preposition', () => {
    const text = ['وقال وزير النقل، ستيف بلوك، إن الطريق مغلق.', 'وقال بلوك "سنفتحه قبل حلول الشتاء".']
    expect(linesOf(...text)).toEqual(['ستيف بلوك: سنفتحه قبل حلول الشتاء'])
  })

  test('a quote alone is of nobody where the paragraph before names nobody', () => {
    const text = [
      'قال سامر الحلبي: "لا".',
      'وبدا عملها أمرا غير مألوف للكثيرين.',
      '"كنت أرسم السفن على كل ورقة أجدها أمامي في البيت".',
    ]
    expect(linesOf(...text).at(-1)).toMatch(/^null/)
  })

  test('Anne is no أن, and a young woman who spoke is still she', () => {
    const text = [
      'تعيش آن لوونام (53 عاما) في الشمال وتقول: "أحب البحر".',
      'وكتبت أماندا فريد: "لا أحبه".',
      'وأضافت الشابة البالغة 22 عاما: "أخافه".',
    ]
    expect(linesOf(...text).map((line) => line.split(':')[0])).toEqual(['آن لوونام', 'أماندا فريد', 'أماندا فريد'])
  })

  test('a verb between marks is not the reporter’s', () => {
    const text = 'وتحدث التقرير عن "فترات كشف دورية" وكان البحر "مكانا لا يعرفه أحد من الناس" يومها.'
    expect(linesOf(text).map((line) => line.split(':')[0])).not.toContain('فترات كشف دورية')
  })

  test('nobody is guessed whom the text left long ago', () => {
    const between = ['الأولى.', 'الثانية.', 'الثالثة.', 'الرابعة.', 'الخامسة.', 'السادسة.', 'السابعة.']
    const text = ['قالت ليلى الحداد: "نعم".', ...between, 'أشهر أقوالها: "أهم شيء في البحر أن تحترم الريح".']
    expect(linesOf(...text).at(-1)).toMatch(/^null/)
  })

  test('a first name with a role means the one member of that name', () => {
    const text = ['قالت ليلى الحداد: "نعم".', 'وتقول النزيلة الجديدة ليلى: "السجن هنا مختلف".']
    expect(linesOf(...text).at(-1)).toMatch(/^ليلى الحداد/)
  })

  test('a verb in ف is no family name', () => {
    const text = ['أما عائلة أحمد فاستقرت في الشمال.', 'وقال أحمد: "بيتنا هناك".']
    expect(linesOf(...text)).toEqual(['أحمد: بيتنا هناك'])
  })

  test('an agency’s name in marks is no quote', () => {
    expect(linesOf('وتوفي أمس، حسبما قالت زوجته مارتينا لوكالة الأنباء الكندية "سي تي كيه".')).toEqual([])
  })

  test('a source by حسبما speaks on', () => {
    const text = [
      'أصدرت وزارة النقل الكندية بيانا.',
      'وتراجعت الحركة في الميناء، حسبما توضح ليلى الحداد من شركة السفن.',
      'وقالت "هذا ليس انهيارا بل راحة قصيرة".',
    ]
    expect(linesOf(...text)).toEqual(['ليلى الحداد: هذا ليس انهيارا بل راحة قصيرة'])
  })

  test('a whole sentence behind somebody’s book is no title', () => {
    expect(
      linesOf(
        'وقال سامر الحلبي إن الشاعر كتب في ديوانه "إهانة كبيرة لكل البحارة، وتطاول فيه على من بنوا الميناء ووصفهم بأنهم عمال لا يعرفون البحر".',
      ),
    ).toHaveLength(1)
  })
})
