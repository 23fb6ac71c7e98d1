import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Chance, chanceFrom } from '../eval/chance.ts'
import type { Article, Slug } from '../src/article/article.ts'
import * as words from './article-words.ts'

/** The first was published at the start of 2011, the others one after the other. */
const FIRST = Date.UTC(2011, 0, 1, 6)
const APART_MS = 80 * 60_000
const FEWEST_WORDS = 150
const MOST_WORDS = 700
const AT_ONCE = 32

/** Writes the articles of these numbers as `*.md` files, the same in every run. */
export async function writeArticles(directory: string, count: number): Promise<void> {
  await mkdir(directory, { recursive: true })
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => makeArticle(from + at))
    await Promise.all(some.map((article) => writeFile(join(directory, `${article.slug}.md`), markdownOf(article))))
  }
}

/** The slug of the article of a number: the higher, the newer. */
export function slugOf(number: number): Slug {
  return `made-${number}` as Slug
}

/** An invented article, the same for a number in every run; `length` in words, roughly. */
export function makeArticle(number: number, length?: number): Article {
  const draw = chanceFrom(number + 1)
  const published = new Date(FIRST + number * APART_MS)
  const topic = draw.one(words.TOPICS)
  const place = draw.one(words.PLACES)
  const scene: Scene = { draw, topic, place, published, people: peopleOf(draw) }
  const wanted = length ?? FEWEST_WORDS + draw.below(MOST_WORDS - FEWEST_WORDS)
  return {
    slug: slugOf(number),
    title: { text: `${topic} في ${place} ${draw.one(words.EVENTS)}`, derived: false },
    language: 'ar',
    source: draw.one(words.AGENCIES),
    url: null,
    published: published.toISOString(),
    keywords: [topic, place, scene.people[0]?.name ?? topic],
    blocks: blocksOf(scene, wanted),
    related: [],
    embedded: [],
  }
}

function blocksOf(scene: Scene, wanted: number): Article['blocks'] {
  const { draw, topic } = scene
  const blocks: Article['blocks'][number][] = []
  for (let written = 0; written < wanted; ) {
    if (blocks.length % 6 === 5) blocks.push({ kind: 'heading', text: `${topic} و${draw.one(words.TOPICS)}` })
    const text = Array.from({ length: 2 + draw.below(2) }, () => draw.one(SENTENCES)(scene)).join(' ')
    blocks.push({ kind: 'paragraph', text })
    written += text.split(' ').length
  }
  return blocks
}

/** What an article is about, and who speaks in it. */
type Scene = {
  readonly draw: Chance
  readonly topic: string
  readonly place: string
  readonly published: Date
  readonly people: readonly words.Person[]
}

const SENTENCES: readonly ((scene: Scene) => string)[] = [
  (scene) => {
    const { name, role, isWoman } = speakerIn(scene)
    return `${isWoman ? 'قالت' : 'قال'} ${role} ${name} إن ${scene.topic} ${scene.draw.one(words.CLAIMS)}.`
  },
  (scene) => {
    const { name, role, isWoman } = speakerIn(scene)
    return `${isWoman ? 'وأكدت' : 'وأكد'} ${role} ${name}: «${statement(scene)}».`
  },
  (scene) => {
    const { name, isWoman } = speakerIn(scene)
    return `${isWoman ? 'وأضافت' : 'وأضاف'} ${name} خلال زيارة إلى ${scene.place}: «${twoStatements(scene)}».`
  },
  (scene) => {
    const { name, role, isWoman } = speakerIn(scene)
    const told = isWoman ? 'وقالت' : 'وقال'
    return `${told} ${role} ${name} ل${scene.draw.one(words.AGENCIES)} يوم ${dayOf(scene, 3)}: «${twoStatements(scene)}».`
  },
  (scene) =>
    `«${statement(scene)}»، هكذا ${scene.people.at(-1)?.isWoman ? 'تصف' : 'يصف'} ${scene.people.at(-1)?.name} موقف سكان ${scene.place}.`,
  ({ draw }) => {
    const count = (draw.below(900) + 100) * 10
    const share = draw.below(60) + 2
    return `وبلغ ${draw.one(words.COUNTED)} ${count.toLocaleString('en')}، بزيادة ${share} في المئة على العام السابق.`
  },
  ({ draw, topic, place }) => `وتقدر كلفة ${topic} في ${place} بنحو ${draw.below(90) + 3} مليون دولار.`,
  (scene) =>
    `وكان من المقرر أن يجتمع الطرفان في ${scene.place} ${dayOf(scene, 40)}، غير أن ${scene.topic} ${scene.draw.one(words.EVENTS)}.`,
  (scene) => `وسبق أن بحث المجلس هذا الملف ${dayOf(scene, 900)} من دون أن يتوصل إلى قرار.`,
  ({ draw, place }) =>
    `وتقع ${place} على بعد ${draw.below(300) + 4} كيلومترا من العاصمة، ويسكنها نحو ${draw.below(90) + 10} ألف نسمة.`,
  (scene) =>
    `وحضر اللقاء ${scene.people.map(({ name }) => name).join(' و')} وممثلون عن ${scene.draw.one(words.PLACES)}.`,
  ({ draw, topic }) => `ويرى مراقبون أن ${topic} ${draw.one(words.EVENTS)} لأن ${draw.one(words.TOPICS)} لم يحسم بعد.`,
  ({ draw, place }) => `ونفت مصادر محلية في ${place} ما تردد عن أن العمل ${draw.one(words.CLAIMS)}.`,
  ({ draw }) =>
    `ومنذ عام ${2000 + draw.below(20)} لم تشهد المنطقة مثل هذا الإقبال، وفق بيانات ${draw.one(words.AGENCIES)}.`,
]

function twoStatements(scene: Scene): string {
  return `${statement(scene)}. ${statement(scene)}`
}

function statement({ draw }: Scene): string {
  const said = draw.one(words.STATEMENTS)
  return draw.below(2) === 0 ? said : `${said}، و${draw.one(words.TOPICS)} ${draw.one(words.CLAIMS)}`
}

/** The first speaks most. */
function speakerIn({ draw, people }: Scene): words.Person {
  const [first, ...others] = people
  return first === undefined || draw.below(2) === 0 ? draw.one(people) : draw.one([first, first, ...others])
}

/** A day up to so many days before. */
function dayOf({ draw, published }: Scene, daysBefore: number): string {
  const day = new Date(published.getTime() - draw.below(daysBefore) * 86_400_000)
  return `${words.WEEKDAYS[day.getUTCDay()]} ${day.getUTCDate()} ${words.MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`
}

/** A leader in most articles, and others whom few articles name. */
function peopleOf(draw: Chance): readonly words.Person[] {
  const others = Array.from({ length: 2 + draw.below(3) }, () => somebody(draw))
  return draw.below(10) < 7 ? [draw.one(words.LEADERS), ...others] : others
}

function somebody(draw: Chance): words.Person {
  const isWoman = draw.below(2) === 0
  const name = `${draw.one(isWoman ? words.WOMEN : words.MEN)} ${draw.one(words.FAMILIES)}`
  return { name, role: draw.one(isWoman ? words.ROLES_OF_WOMEN : words.ROLES_OF_MEN), isWoman }
}

function markdownOf({ slug, title, source, published, keywords, blocks }: Article): string {
  const head = { slug, title: title.text, language: 'ar', source, published, keywords }
  // JSON is YAML
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  const body = blocks.map((block) =>
    'text' in block ? (block.kind === 'heading' ? `## ${block.text}` : block.text) : '',
  )
  return `---\n${lines.join('\n')}\n---\n\n${body.join('\n\n')}\n`
}
