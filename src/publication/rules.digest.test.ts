import { describe, expect, it } from 'vitest'
import type { Wants } from '../subscribers/rules.ts'
import { digestDue, digestFor, isWanted } from './rules.digest.ts'

const times = { clock: '08:00', weekday: 2, zone: 'America/Toronto' } as const
const at = (text: string) => new Date(text)

describe('when a digest is due', () => {
  it('is the policy’s time of the day, up to the millisecond', () => {
    expect(digestDue('daily', times, at('2026-11-03T12:59:59.999Z'))).toEqual(at('2026-11-02T13:00:00Z'))
    expect(digestDue('daily', times, at('2026-11-03T13:00:00Z'))).toEqual(at('2026-11-03T13:00:00Z'))
  })

  it('is the policy’s day of the week', () => {
    expect(digestDue('weekly', times, at('2026-11-03T12:59:59Z'))).toEqual(at('2026-10-27T12:00:00Z'))
    expect(digestDue('weekly', times, at('2026-11-03T13:00:00Z'))).toEqual(at('2026-11-03T13:00:00Z'))
    expect(digestDue('weekly', times, at('2026-11-09T23:00:00Z'))).toEqual(at('2026-11-03T13:00:00Z'))
  })

  it('keeps the time on the clock across both clock changes', () => {
    expect(digestDue('daily', times, at('2026-11-01T20:00:00Z'))).toEqual(at('2026-11-01T13:00:00Z'))
    expect(digestDue('daily', times, at('2026-10-31T20:00:00Z'))).toEqual(at('2026-10-31T12:00:00Z'))
    expect(digestDue('daily', times, at('2026-03-08T20:00:00Z'))).toEqual(at('2026-03-08T12:00:00Z'))
    expect(digestDue('daily', times, at('2026-03-07T20:00:00Z'))).toEqual(at('2026-03-07T13:00:00Z'))
  })
})

describe('what a digest says', () => {
  const wants: Wants = { cadence: 'daily', skills: [], departments: [] }
  const reader = {
    ...{ wants, departmentId: null as string | null, watched: new Set<string>() },
    ...{ confirmedAt: at('2026-10-01T13:00:00Z'), digestedAt: at('2026-11-02T13:00:00Z') },
  }
  const run = { dueAt: at('2026-11-03T13:00:00Z'), soon: at('2026-11-06T13:00:00Z') }
  const posting = (slug: string, publishedAt: string, closesAt: string, skills = ['css'], departmentId = 'a') => ({
    ...{ slug, opportunityId: slug, skills, departmentId, amendedAt: [] as Date[] },
    publishedAt: at(publishedAt),
    closesAt: at(closesAt),
  })
  const fresh = posting('fresh', '2026-11-03T12:00:00Z', '2026-11-17T19:00:00Z')
  const soon = posting('soon', '2026-10-20T12:00:00Z', '2026-11-05T19:00:00Z')
  const old = posting('old', '2026-10-20T12:00:00Z', '2026-11-17T19:00:00Z')
  const next = posting('next', '2026-11-03T13:00:01Z', '2026-11-17T19:00:00Z')
  const slugs = (said: ReturnType<typeof digestFor<typeof fresh>>) =>
    said && [said.fresh.map(({ slug }) => slug), said.closing.map(({ slug }) => slug)]

  it('is what was posted since the last one, and what else closes soon; the rest is told already or comes next', () => {
    expect(slugs(digestFor([fresh, soon, old, next], reader, run))).toEqual([['fresh'], ['soon']])
  })

  it('is nothing when nothing is new', () => {
    expect(digestFor([soon, old, next], reader, run)).toBeUndefined()
    expect(digestFor([fresh], { ...reader, digestedAt: fresh.publishedAt }, run)).toBeUndefined()
  })

  it('is what changed since the last one, of what they were told of before, unless they watch it', () => {
    const changed = (posting: typeof old, ...instants: string[]) => ({ ...posting, amendedAt: instants.map(at) })
    const told = (open: (typeof old)[], who: Partial<typeof reader> = {}) =>
      digestFor(open, { ...reader, ...who }, run)?.changed.map(({ slug }) => slug)
    const [after, due] = ['2026-11-02T13:00:00.001Z', '2026-11-03T13:00:00Z']
    expect(told([changed(old, after), changed(soon, due)])).toEqual(['old', 'soon'])
    // Told in the digest before; comes in the next; new to them, so told whole.
    expect(told([changed(old, '2026-11-02T13:00:00Z')])).toBeUndefined()
    expect(told([changed(old, '2026-11-03T13:00:00.001Z')])).toBeUndefined()
    expect(told([changed(fresh, due)])).toEqual([])
    // They came to the list after it was posted, they watch it, or they do not want it.
    expect(told([changed(old, due)], { confirmedAt: at('2026-10-21T12:00:00Z') })).toBeUndefined()
    expect(told([changed(old, due)], { watched: new Set(['old']) })).toBeUndefined()
    expect(told([changed(old, due)], { departmentId: 'b' })).toBeUndefined()
    expect(digestFor([changed(soon, due)], reader, run)?.closing).toEqual([])
  })

  it('names what is new and closes soon once', () => {
    const both = posting('both', '2026-11-03T12:00:00Z', '2026-11-05T19:00:00Z')
    expect(slugs(digestFor([both], reader, run))).toEqual([['both'], []])
  })

  it('keeps to the skills and departments that somebody chose', () => {
    const picky = { ...reader, wants: { ...wants, skills: ['rust'] } }
    const rust = posting('rust', '2026-11-03T12:00:00Z', '2026-11-17T19:00:00Z', ['css', 'rust'])
    expect(slugs(digestFor([fresh, rust, soon], picky, run))).toEqual([['rust'], []])
    expect(isWanted(fresh, { ...reader, wants: { ...wants, departments: ['b'] } })).toBe(false)
    expect(isWanted(fresh, { ...reader, wants: { ...wants, departments: ['a', 'b'] } })).toBe(true)
    expect([
      isWanted(fresh, { ...reader, departmentId: 'b' }),
      isWanted(fresh, { ...reader, departmentId: 'a' }),
    ]).toEqual([false, true])
    expect(isWanted({ ...fresh, skills: [] }, picky)).toBe(false)
  })
})
