import { describe, expect, test } from 'vitest'
import type { RelatedLink, Slug } from '../../src/article/article.ts'
import { joinStories } from '../../src/briefing/related.ts'
import { sameStory } from '../../src/briefing/same-story.ts'

describe('sameStory', () => {
  test.each([
    ['قمة الوادي والجبل في المرسى.. لا اتفاق على المياه', 'قمة الوادي ـ الجبل في المرسى .. لا اتفاق على المياه'],
    ['مقتل ١٢ شخصا في انهيار جسر بمدينة المرسى', 'مقتل 12 شخصاً بانهيار جسر في مدينة المرسى'],
    ['مصرع ستة عمال في حريق بمصنع للنسيج في المرسى', 'وفاة 6 عمال إثر اندلاع حريق داخل مصنع نسيج بالمرسى'],
    ['Dozens hurt as ferry runs aground off Marsa', 'Ferry runs aground off Marsa, dozens of people hurt'],
    ['بلدية المرسى تدعو 60 معلما إلى مقابلة شخصية', 'بلدية المرسى يدعو 60 معلماً للمقابلة الشخصية'],
  ])('one story: %s | %s', (a, b) => {
    expect(sameStory(a, b)).toBe(true)
    expect(sameStory(b, a)).toBe(true)
  })

  test.each([
    ['وزير الزراعة يفتتح معرض التمور في المرسى', 'انقطاع المياه عن أحياء المرسى ثلاثة أيام'],
    ['انقلاب حافلة في القاهرة وإصابة 9 ركاب', 'انقلاب حافلة في بيروت وإصابة 14 راكبا'],
    ['الذهب يرتفع إلى أعلى مستوى في شهر', 'فريق المرسى يفوز بكأس البلاد للمرة الثالثة'],
    ['', 'فريق المرسى يفوز بكأس البلاد'],
  ])('two stories: %s | %s', (a, b) => {
    expect(sameStory(a, b)).toBe(false)
    expect(sameStory(b, a)).toBe(false)
  })
})

describe('joinStories', () => {
  test('keeps the first wording as the title and the others beside it', () => {
    const links = [
      aLink('افتتاح جسر المرسى الجديد فوق نهر الوادي'),
      aLink('ارتفاع أسعار التمور قبل الموسم'),
      aLink('افتتاح جسر المرسى الجديد فوق «نهر الوادي»'),
      aLink('افتتاح جسر المرسى فوق نهر الوادي'),
    ]
    expect(joinStories(links).map(({ title, also }) => [title, also])).toEqual([
      [
        'افتتاح جسر المرسى الجديد فوق نهر الوادي',
        ['افتتاح جسر المرسى الجديد فوق «نهر الوادي»', 'افتتاح جسر المرسى فوق نهر الوادي'],
      ],
      ['ارتفاع أسعار التمور قبل الموسم', []],
    ])
  })

  test('words shared by a whole page do not join its stories', () => {
    const titles = [
      'قمة المياه في المرسى بلا اتفاق بين الوادي والجبل',
      'رئيس الوادي يصل إلى المرسى لحضور قمة المياه',
      'قمة المياه في المرسى.. مزارعو الجبل ينتظرون حصة أكبر',
      'مظاهرة أمام مقر قمة المياه في المرسى تطالب بالسدود',
      'قمة المياه في المرسى بلا اتفاق بين الوادي ـ الجبل',
    ]
    const stories = joinStories(titles.map((title) => aLink(title)))
    expect(stories.map(({ title, also }) => [title, ...also])).toEqual([
      [titles[0], titles[4]],
      [titles[1]],
      [titles[2]],
      [titles[3]],
    ])
  })

  test('opens the article on hand, else the first address', () => {
    const slug = 'bridge' as Slug
    const [story] = joinStories([
      aLink('افتتاح جسر المرسى الجديد', { url: 'https://a.example/1' }),
      aLink('افتتاح جسر المرسى الجديد', { slug }),
    ])
    expect(story).toMatchObject({ slug, url: null })
    expect(joinStories([aLink('افتتاح جسر'), aLink('افتتاح جسر', { url: 'https://a.example/1' })])).toEqual([
      { title: 'افتتاح جسر', url: 'https://a.example/1', slug: null, also: [] },
    ])
  })

  test('is quick with a page of thousands', () => {
    const links = Array.from({ length: 3000 }, (_, index) => aLink(`خبر رقم ${index} عن جسر المرسى الجديد`))
    expect(joinStories(links).length).toBeGreaterThan(0)
  })
})

function aLink(title: string, change: Partial<RelatedLink> = {}): RelatedLink {
  return { title, url: null, slug: null, ...change }
}
