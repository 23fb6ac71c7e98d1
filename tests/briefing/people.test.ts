import { describe, expect, test } from 'vitest'
import { parseText } from '../../src/briefing/parsed-text.ts'
import { findPeople } from '../../src/briefing/people.ts'
import { readArticle, type SplitArticle } from '../../src/briefing/text.ts'
import { anArticle, paragraphs } from '../an-article.ts'

function peopleIn(text: SplitArticle) {
  return findPeople(text, parseText(text))
}

function peopleOf(...texts: readonly string[]) {
  return peopleIn(readArticle(anArticle({ blocks: paragraphs(...texts) })))
}

/** `name (role)` of each person. */
function linesOf(...texts: readonly string[]) {
  return peopleOf(...texts).map(({ name, role }) => (role === null ? name : `${name} (${role})`))
}

describe('names and roles', () => {
  test.each([
    ['role, then name', 'زار وزير الخارجية المصري سامر الحلبي المدينة.', ['سامر الحلبي (وزير الخارجية المصري)']],
    ['name, then role', 'وقال سامر الحلبي، محلل اقتصادي أول، إن النمو عاد.', ['سامر الحلبي (محلل اقتصادي أول)']],
    [
      'a comma between them',
      'قال المتحدث باسم الوزارة، سامر الحلبي، إن الطريق مفتوح.',
      ['سامر الحلبي (المتحدث باسم الوزارة)'],
    ],
    [
      'marks that a role opens it closes',
      'ذكر عضو تكتله البرلماني «التغيير والإصلاح» النائب سامر الحلبي أن النمو عاد.',
      ['سامر الحلبي (عضو تكتله البرلماني «التغيير والإصلاح»)'],
    ],
    ['a title is no role', 'وقالت الدكتورة ليلى الحداد إن النتائج جيدة.', ['ليلى الحداد']],
    [
      'a counterpart has the same office',
      'التقى وزير الخارجية المصري سامر الحلبي ونظيره الفرنسي جان مورو.',
      ['سامر الحلبي (وزير الخارجية المصري)', 'جان مورو (وزير الخارجية الفرنسي)'],
    ],
    [
      'two share an office',
      'اجتمع الرئيسان المصري سامر الحلبي والفرنسي جان مورو أمس.',
      ['سامر الحلبي (الرئيس المصري)', 'جان مورو (الرئيس الفرنسي)'],
    ],
    [
      'a list with و',
      'شارك وزير النقل سامر الحلبي، والمبعوث الخاص إلى ليبيا ليلى الحداد.',
      ['سامر الحلبي (وزير النقل)', 'ليلى الحداد (المبعوث الخاص إلى ليبيا)'],
    ],
    ['whose lawyer', 'قال محامي سامر الحلبي إن موكله بريء.', []],
  ])('%s', (_, text, people) => {
    expect(linesOf(text)).toEqual(people)
  })
})

test.each([
  ['places and bodies', 'أعلنت وزارة النقل في القاهرة أن الطريق الدائري مغلق.'],
  ['outlets', 'ونقلت صحيفة «الخليج الجديد» الخبر عن وكالة رويترز.'],
  ['a street with a name', 'أغلق شارع الملك فيصل ومطار محمد الخامس.'],
  ['everyday words that are also names', 'دعا البيان إلى سلام عادل وأمل جديد.'],
])('no person: %s', (_, text) => {
  expect(linesOf(text)).toEqual([])
})

describe('no part of a name', () => {
  test.each([
    ['an everyday word before a name', 'رويت حياة كرامستر في كتاب عن عهد درلينغ الطويل.'],
    ['a pronoun with another hamza', 'قلت له أني سعيدة بالعمل، ثم قالت إن أمي طلبتني. وغيّر المخرج أدوار القصة.'],
    ['ال before a foreign name', 'كان الجو هادئا في الميناء، وغادر الروس المدينة.'],
    ['a slogan in marks', 'ظهرت «مي تو» قبل عام، وكتبت مجلة (باري ماتش) عنها.'],
    ['a passive with its subject', 'رفعت دعوى ضد الشركة في المحكمة.'],
    ['what people do', 'وقال أظن أن الطريق طويل. وقال متداولون "إن البائعين هنا"، وكتبت كلمة "انتقام" على الجدار.'],
    ['a word that is nobody', 'وقال آخر إنه سيعود. وقال أنصاره إنهم معه، وقال بحذر إن الطريق طويل، وتقول العكس.'],
  ])('%s', (_, text) => {
    expect(linesOf(text)).toEqual([])
  })

  test.each([
    [
      'the next verb',
      'وقال جورج درلينغ إن العمل انتهى.',
      'ما قدمه درلينغ حيلة فاشلة، وكان درلينغ ممن شاركوا. وأكد درلينغ خدعة قديمة.',
    ],
    ['the verb behind a family name', 'وقال جورج عباس إن العمل انتهى.', 'ويعتقد أن تعليقات عباس جاءت متأخرة.'],
    ['an adverb', 'وقال جورج درلينغ علانية إن العمل انتهى.', 'ووصل درلينغ أخيرا إلى المدينة.'],
    ['a stop word', 'وقال جورج درلينغ إن العمل انتهى.', 'وتحدث جورج أكثر عن المدينة.'],
    ['an adjective in ة', 'وقال جورج درلينغ إن العمل انتهى.', 'كانت سارة جالسة في الظل، وبدت روزا واعية لدورها.'],
    ['a clitic', 'وقال جورج درلينغ إن العمل انتهى.', 'نصح الأطباء سارة بإنهاء العمل، ولم يقم خالد بأي تغيير.'],
    ['verbs in ت and وا', 'وقال جورج درلينغ إن العمل انتهى.', 'قالوا إن سارة احتجزت هي، وإن بيتر تآمروا معه.'],
  ])('%s', (_, first, second) => {
    expect(linesOf(first, second)).toEqual([/جورج \S+/.exec(first)?.[0]])
  })

  test('names that look like such words stay', () => {
    const text = 'التقى المبعوث غسان شحادة في بيروت الممثل فاتن حمامة، والمخرج مايكل مان أمس.'
    expect(linesOf(text)).toEqual(['غسان شحادة (المبعوث)', 'فاتن حمامة (الممثل)', 'مايكل مان (المخرج)'])
    expect(linesOf('ورحب غسان سلامة بالخطة. ويقول سلامة، الذي زار الميناء، إنها جيدة.')).toEqual(['غسان سلامة'])
    expect(linesOf('ويرى روبير سوليه أن العمل طويل. ويقول سوليه إنه بدأ.')).toEqual(['روبير سوليه'])
    expect(linesOf('وحضر بول مانافورت ونفتالي بينيت وجمال خاشقجي.')).toContain('بول مانافورت')
  })
})

test('a man’s wife is another person', () => {
  expect(linesOf('وصلت زوجة الرئيس الفرنسي السابق جان مورو أمس.')).toEqual(['جان مورو (الرئيس الفرنسي السابق)'])
  expect(linesOf('قالت ليلى الحداد، زوجة الرئيس السابق سامر الحلبي، إن البيت مفتوح.')).toEqual([
    'ليلى الحداد (زوجة الرئيس السابق سامر الحلبي)',
  ])
})

test('short names, clitics and spellings of one name are one person', () => {
  const people = peopleOf(
    'زار الرئيس المصري عبد الفتاح الشرقاوي الميناء.',
    'وقال الشرقاوى إن العمل بدأ، ورافق وفد للشرقاوي السفن. وشكر عبدالفتاح الشرقاوي العمال.',
  )
  expect(people).toEqual([{ name: 'عبد الفتاح الشرقاوي', role: 'الرئيس المصري', mentions: 4, paragraphs: [0, 1] }])
})

test('two of one family name are kept apart', () => {
  expect(linesOf('قالت ليلى الحداد إن الأمر انتهى.', 'ونفى سامر الحداد ذلك.')).toEqual(['ليلى الحداد', 'سامر الحداد'])
})

test('a full name and its role open a sentence', () => {
  expect(linesOf('فابيو كيسلر، المهندس المدني، ظل يبحث. ويعتقد كيسلر أن الجسر مغلق.')).toEqual([
    'فابيو كيسلر (المهندس المدني)',
  ])
  expect(linesOf('عبّرت سارة كيسلر، المتحدثة باسم البلدية، عن شكرها.')).not.toContain(
    'عبّرت سارة كيسلر (المتحدثة باسم البلدية)',
  )
  expect(linesOf('فتح الجسر، المهندس المدني، ظل يبحث.')).toEqual([])
})

test('in English', () => {
  const blocks = paragraphs(
    'French President Jean Moreau met Layla Haddad, a lawmaker from Tyre, on Monday.',
    'Moreau said the talks went well. The United States welcomed them.',
  )
  const people = peopleIn(readArticle(anArticle({ language: 'en', blocks })))
  expect(people.map(({ name, role, mentions }) => [name, role, mentions])).toEqual([
    ['Jean Moreau', 'French President', 2],
    ['Layla Haddad', 'lawmaker from Tyre', 1],
  ])
})

describe('nobody', () => {
  test.each([
    ['a month', 'ويحيي الناس شهر رمضان الكريم في القرى كلها.'],
    ['an adjective behind a team', 'وكان هذا هو الفريق الوحيد الذي حضر، والفريق الوحيد هنا قليل الحظ.'],
    ['a product', 'ويعمل الهاتف على معالج سنابدراغون وحيد متكامل من الجيل الجديد.'],
    ['a place of two words', 'ويقع المركز في رود آيلاند على الساحل.'],
    ['a house', 'أعيش في بيتي الصغير منذ سنوات.'],
    ['a verb in the first person', 'وأضاف أهتم بزراعة الورد في المساء.'],
    ['an adjective of a chairman', 'حضر الرئيس الفخري للنادي، ثم غادر الرئيس الفخري للنادي.'],
    ['a verb behind a role', 'وقال المرشح يستمع الناس إليه، ويستمع إليه الجيران.'],
  ])('%s', (_, text) => expect(linesOf(text)).toEqual([]))

  test.each([
    ['a state', 'وبدا سامر كيسلر عازما على الفوز.', 'سامر كيسلر'],
    ['an adjective', 'وفاز الشاب سامر كيسلر الصاعد من التصفيات.', 'سامر كيسلر (الشاب)'],
    ['a manner', 'وكشف اللاعب سامر كيسلر بقلم صادق عن طفولته.', 'سامر كيسلر (اللاعب)'],
  ])('%s is no part of a name', (_, text, line) => expect(linesOf(text)).toEqual([line]))
})
