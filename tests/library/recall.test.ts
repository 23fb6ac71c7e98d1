import { expect, onTestFinished, test } from 'vitest'
import { createSearch } from '../../src/library/search.ts'
import { parseQuery } from '../../src/search/query.ts'
import { openStore } from '../../src/store/store.ts'
import { anEmptyStore } from '../store/a-store.ts'
import { bringStories } from './a-search.ts'

/** Forms of one word, the one asked for first: inflections, clitics, spellings, plurals that change the word inside. */
const FORMS = `
مزرعة مزارع المزارع مزرعتها بالمزرعة وللمزارع مزرعتان مزرعتين
جسر الجسر جسور الجسور وجسرها بجسرين للجسر
سفينة سفن السفن سفينتين وسفنها بالسفينة
طبيب أطباء الأطباء طبيبة طبيبات وللأطباء طبيبان طبيبها
قرية القرية قرى القرى قريتنا بقريتهم قريتين
معلم معلمون معلمين المعلمات معلمة ومعلمها للمعلمين
وزير الوزير وزراء الوزراء وزيرة وزيرها للوزير
شركة شركات الشركات شركتها بالشركة وللشركة شركتين
قرار القرار قرارات القرارات قراره وبقرارهم للقرار
مدينة مدن المدن مدينتنا بالمدينة ومدينتين
اتفاق اتفاقات الاتفاق باتفاقهما اتفاقا والاتفاقات
مفاوضات المفاوضات مفاوضاتهم بالمفاوضات ومفاوضاتها
نهر الأنهار أنهار النهر نهرين بالنهر
سلاح أسلحة الأسلحة سلاحه بالسلاح وأسلحتها
بطل أبطال الأبطال بطلا البطلة وبطلها
مسؤول مسئول المسؤولين مسؤولون مسؤولة ومسؤوليها
أزمة الأزمة أزمات الأزمات أزمتها وبأزمته
مستشفى المستشفى مستشفيات المستشفيات بمستشفاها
انتخابات الانتخابات انتخاباتها بالانتخابات وانتخابات
لاعب لاعبون اللاعبين لاعبة لاعبيها واللاعب
مصنع مصانع المصانع مصنعها بالمصنع ومصنعين
صحيفة صحف الصحف صحيفتنا بالصحيفة وصحيفتين
كتاب كتب الكتب كتابه بكتابها والكتاب
مدرسة مدارس المدارس مدرستي بالمدرسة ومدرستين
سوق أسواق الأسواق بالسوق وأسواقها سوقا
قمر القمر أقمار الأقمار قمرين بالقمر
جبل جبال الجبال جبلين بالجبل وجبالها
حقل حقول الحقول حقله بالحقل وحقلين
رسالة رسائل الرسائل رسالته برسالة ورسالتين
قانون قوانين القوانين قانونها بالقانون وقوانينه
محكمة محاكم المحاكم محكمتها بالمحكمة ومحكمتين
اقتصاد الاقتصاد اقتصادية الاقتصادي اقتصادها بالاقتصاد
أمريكا أميركا
إسرائيل اسرائيل وإسرائيل لإسرائيل
سوريا سورية وسوريا
على_الأرض الأرض أرضنا أراضي الأراضي بالأرض
`
const PAIRS = FORMS.trim()
  .split('\n')
  .map((line) => line.split(' ').map((word) => word.replace(/^.*_/, '')))
  .flatMap(([asked = '', ...forms]) => forms.map((form) => [asked, form] as const))

test('finds a word in its other forms, both ways', async () => {
  const store = await openStore(await anEmptyStore())
  onTestFinished(() => store.close())
  const search = createSearch(store)
  const lost: string[] = []
  // Each form stands in a shelf of its own, so that no other passage makes it easier to find.
  for (const pair of PAIRS) {
    for (const [asked = '', told = ''] of [pair, pair.toReversed()]) {
      await bringStories(store, [{ title: 'نبأ', texts: [`رأينا هنا ${told} صباحا`, 'شجرة باسقة'] }])
      const { hits } = await search.find(parseQuery(asked), { limit: 5, offset: 0 })
      const isMarked = hits.some(({ excerpt }) =>
        excerpt.marks.some(({ start, end }) => excerpt.text.slice(start, end) === told),
      )
      if (!isMarked) lost.push(`${asked} → ${told}`)
    }
  }
  expect(lost.length / (PAIRS.length * 2), lost.join(', ')).toBeLessThan(0.1)
})
