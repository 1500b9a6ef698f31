import { describe, expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { type AnswerRefusal, type Answers, answer, asked, audiences, MOST_IN_A_MONTH, monthOf } from './rules.ts'

const nothing: Answers = {
  ...{ wouldAgain: null, firstContract: null, smallFirm: null, underRepresented: null, story: '' },
}
const said = { ...nothing, wouldAgain: true, departmentCode: 'DW', audience: 'supplier' } as const
const facts = { today: day('2026-11-26'), known: true, inMonth: 0 }

describe('an answer', () => {
  const refused: Record<AnswerRefusal, [Parameters<typeof answer>[0], typeof facts]> = {
    unknown_department: [said, { ...facts, known: false }],
    nothing_answered: [{ ...said, wouldAgain: null, story: '  ' }, facts],
    too_many: [said, { ...facts, inMonth: MOST_IN_A_MONTH }],
  }
  test.each(Object.entries(refused))('is refused: %s', (because, [given, known]) => {
    expect(answer(given, known)).toEqual({ ok: false, because })
  })

  test('keeps its month, and nothing that its audience was not asked', () => {
    const all = { ...said, firstContract: true, smallFirm: false, underRepresented: true, story: ' Fine. ' }
    expect(answer(all, facts)).toEqual({ ok: true, value: { ...all, story: 'Fine.', month: '2026-11-01' } })
    const client = answer({ ...all, audience: 'client' }, facts)
    expect(client).toMatchObject({ value: { wouldAgain: true, firstContract: null, underRepresented: null } })
    expect(audiences.map((audience) => asked[audience].length)).toEqual([4, 4, 1])
  })

  test('a no is an answer', () => expect(answer({ ...nothing, ...said, wouldAgain: false }, facts).ok).toBe(true))

  test('a month begins on its first day', () => {
    expect([day('2026-01-31'), day('2026-02-01'), day('2028-02-29')].map(monthOf)).toEqual([
      ...['2026-01-01', '2026-02-01', '2028-02-01'],
    ])
  })
})
