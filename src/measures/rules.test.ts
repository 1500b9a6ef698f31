import { describe, expect, test } from 'vitest'
import { type Actor, type Staff, type StaffRole, visitor } from '../accounts/rules.ts'
import { type EnterRefusal, enterFigure, type NoteRefusal, recordWork, type WorkRefusal, writeNote } from './rules.ts'

const staff = (...roles: StaffRole[]): Staff => ({
  ...{ kind: 'staff', id: 'p', name: 'Paul', email: 'p@example.ca', departmentId: 'd', departmentCode: 'DW' },
  ...{ timeZone: 'America/Toronto', roles },
})
const program = staff('program_team')

type Entering = { actor: Actor; figure: { metric: string; label: string; value: number } }
const entering: Entering = { actor: program, figure: { metric: 'followers', label: 'MicroBuysGC', value: 143 } }
const withFigure = (changed: Partial<Entering['figure']>): Entering => ({
  ...entering,
  figure: { ...entering.figure, ...changed },
})

describe('a figure entered by hand', () => {
  test('stands beside what is computed', () => {
    expect(enterFigure(entering.actor, entering.figure)).toEqual({
      ok: true,
      value: { metric: 'followers', departmentId: 'd' },
    })
    expect(enterFigure(staff('administrator'), entering.figure).ok).toBe(true)
    expect(enterFigure(program, { metric: 'officer-hours-saved', label: 'Sole source', value: 7.5 }).ok).toBe(true)
  })

  const refused: Record<EnterRefusal, Entering[]> = {
    not_allowed: [
      { ...entering, actor: staff('observer') },
      { ...entering, actor: staff('procurement') },
      { ...entering, actor: visitor },
    ],
    computed: [withFigure({ metric: 'requests' }), withFigure({ metric: 'weather' })],
    label_missing: [withFigure({ label: '' })],
    not_a_count: [withFigure({ value: -1 }), withFigure({ value: 1.5 }), withFigure({ value: Number.NaN })],
  }
  test.each(Object.entries(refused))('is refused: %s', (because, cases) => {
    for (const { actor, figure } of cases) expect(enterFigure(actor, figure)).toEqual({ ok: false, because })
  })
})

describe('a note on a figure', () => {
  const note = { en: 'Nothing was paid.', fr: 'Rien n’a été payé.' }
  test.each(['total-value', 'on-website', 'toReceiveWork'])('explains %s', (subject) => {
    expect(writeNote(program, { subject, note }).ok).toBe(true)
  })

  const refused: Record<NoteRefusal, [Actor, string, { en: string; fr: string }]> = {
    not_allowed: [staff('observer'), 'total-value', note],
    unknown_subject: [program, 'weather', note],
    not_bilingual: [program, 'total-value', { en: 'Nothing was paid.', fr: '' }],
  }
  test.each(Object.entries(refused))('is refused: %s', (because, [actor, subject, text]) => {
    expect(writeNote(actor, { subject, note: text })).toEqual({ ok: false, because })
  })
})

describe('working time', () => {
  const work = { step: 'supplier-selected', days: 1, begun: ['supplier-selected'] }
  test('is recorded by whoever works on files', () => {
    for (const role of ['client', 'procurement', 'finance', 'program_team'] as const)
      expect(recordWork(staff(role), work).ok).toBe(true)
  })

  const refused: Record<WorkRefusal, [Actor, typeof work][]> = {
    not_allowed: [
      [staff('observer'), work],
      [visitor, work],
    ],
    unknown_step: [[program, { ...work, step: 'lunch' }]],
    not_begun: [[program, { ...work, begun: [] }]],
    not_days: [
      [program, { ...work, days: 0 }],
      [program, { ...work, days: 61 }],
      [program, { ...work, days: Number.NaN }],
    ],
  }
  test.each(Object.entries(refused))('is refused: %s', (because, cases) => {
    for (const [actor, asked] of cases) expect(recordWork(actor, asked)).toEqual({ ok: false, because })
  })
})
