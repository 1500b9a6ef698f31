import { expect, it } from 'vitest'
import { applicants, cleanAnswers, type Planted, planted } from '../../test/identifying.ts'
import { findings } from './identifying.ts'

/** Every letter and figure of the passage is found: half an address is an address. */
function isFound({ text, known, from, to }: Planted): boolean {
  const found = findings(text, known)
  const isCovered = (at: number) => found.some((one) => one.from <= at && at < one.to)
  return Array.from({ length: to - from }, (_, place) => from + place).every(
    (at) => !/[\p{L}\p{N}]/u.test(text[at] ?? '') || isCovered(at),
  )
}

it('finds at least 98 % of 300 planted passages, as many in each language', () => {
  expect(planted.length).toBe(300)
  const missed = planted.filter((item) => !isFound(item))
  process.stdout.write(`identity leaks: ${planted.length - missed.length} of ${planted.length} passages found\n`)
  expect(missed.length > 6 ? missed.map(({ line, text }) => `${line}: ${text}`) : []).toEqual([])
  for (const language of ['en', 'fr']) {
    const all = planted.filter((item) => item.language === language)
    const found = all.filter((item) => !missed.includes(item))
    expect(all.length).toBeGreaterThan(120)
    expect(found.length / all.length).toBeGreaterThanOrEqual(0.98)
  }
}, 60_000)

it('marks at most 2 passages in 1,000 words that say nothing of anybody, whoever writes them', () => {
  expect(cleanAnswers.length).toBeGreaterThanOrEqual(10)
  const read = Object.values(applicants).flatMap((known) => cleanAnswers.map((answer) => ({ known, answer })))
  const words = read.reduce((total, { answer }) => total + answer.split(/\s+/).length, 0)
  const marks = read.flatMap(({ known, answer }) => findings(answer, known).map(({ text }) => text))
  const each = (marks.length / words) * 1_000
  process.stdout.write(`identity leaks: ${marks.length} false marks in ${words} words (${each.toFixed(2)} in 1,000)\n`)
  expect(each > 2 ? marks : []).toEqual([])
}, 60_000)

it('bites: a name that nobody declared is not found', () => {
  const [first] = planted.filter(({ kind, text }) => kind === 'name' && text.includes('Lina Rousseau'))
  if (!first) throw new Error('nothing is planted')
  expect(isFound(first)).toBe(true)
  expect(isFound({ ...first, known: applicants.F })).toBe(false)
})

it('says where each passage stands, in the order of the text and never one over another', () => {
  for (const { text, known } of planted) {
    const found = findings(text, known)
    for (const { from, to, text: passage } of found) expect(text.slice(from, to)).toBe(passage)
    expect(found.every(({ from }, place) => place === 0 || from >= (found[place - 1]?.to ?? 0))).toBe(true)
  }
}, 60_000)
