import { expect, test } from 'vitest'
import { readWordings } from '../../src/app/wordings.ts'
import { REFUSAL_REASONS } from '../../src/intake/refusal.ts'
import { importLine } from '../../src/messages/views/import-report.ts'

const words = { host: 'news.example', seconds: 15, megabytes: 10, count: 5, status: 500, type: 'image/png' }

test.each(['ar', 'en'] as const)('each refusal is a sentence of its own in %s', (language) => {
  const wording = readWordings()(language)
  const lines = REFUSAL_REASONS.map((why) => importLine({ kind: 'refused', refusal: { why, words } }, wording))
  expect(new Set(lines).size).toBe(REFUSAL_REASONS.length)
  expect(lines.filter((line) => line.length < 15)).toEqual([])
})

test.each([
  ['new', 'دخل المقال «السد».'],
  ['updated', 'تغيّر المقال «السد» فحُدّث.'],
  ['same', 'المقال «السد» موجود كما هو.'],
] as const)('an article that is %s is told, with what is doubted', (kind, line) => {
  const wording = readWordings()('ar')
  const news = { kind, slug: 'dam', title: 'السد', isHeld: false, doubts: [] }
  expect(importLine(news, wording)).toBe(line)
  const doubted = importLine({ ...news, isHeld: true, doubts: ['title', 'date'] }, wording)
  expect(doubted).toMatch(/موافقتك|توافق عليه/)
  expect(doubted).toMatch(/وفيه ما لم يُعرف يقينًا: عنوان، تاريخ$/)
})
