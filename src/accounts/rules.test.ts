import { describe, expect, it } from 'vitest'
import { type Day, day } from '../platform/day.ts'
import {
  type AccountRefusal,
  type Actor,
  authorityFor,
  CODE_TRIES,
  endGrant,
  grant,
  highest,
  isWithin,
  localPath,
  type Staff,
  signInLimits,
  system,
  tryCode,
  visitor,
} from './rules.ts'
import { isLive } from './sessions.ts'

const department = '0198a3c0-0000-7000-8000-000000000001'
const administrator: Staff = {
  kind: 'staff',
  id: '0198a3c0-0000-7000-8000-000000000002',
  name: 'Ada',
  email: 'ada@example.ca',
  departmentId: department,
  departmentCode: 'DW',
  timeZone: 'America/Toronto',
  roles: ['administrator'],
}
type AskedGrant = {
  departmentId: string
  personId: string
  fromDay: Day
  untilDay: Day | null
  actingFor: string | null
}
const asked: AskedGrant = {
  departmentId: department,
  personId: 'sam',
  actingFor: null,
  fromDay: day('2026-05-04'),
  untilDay: null,
}
const now = new Date('2026-05-04T14:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)

describe('a role', () => {
  it('is given by the department’s administrator, or by the system', () => {
    for (const actor of [administrator, system])
      expect(grant(asked, { actor, personExists: true })).toEqual({ ok: true, value: true })
  })

  const refused: Record<
    Exclude<AccountRefusal, 'code_taken' | 'already_granted' | 'no_such_grant' | 'last_administrator'>,
    [Partial<AskedGrant>, { actor?: Actor; personExists?: boolean; principalHolds?: boolean }]
  > = {
    not_allowed: [{}, { actor: { ...administrator, roles: ['program_team'] } }],
    unknown_person: [{}, { personExists: false }],
    ends_before_it_starts: [{ untilDay: day('2026-05-03') }, {}],
    own_grant: [{ personId: administrator.id }, {}],
    acting_for_nobody: [{ actingFor: 'lea', untilDay: day('2026-05-08') }, { principalHolds: false }],
    acting_without_end: [{ actingFor: 'lea' }, { principalHolds: true }],
  }
  it.each(Object.entries(refused))('is refused: %s', (because, [wish, given]) => {
    const decision = grant({ ...asked, ...wish }, { actor: administrator, personExists: true, ...given })
    expect(decision).toEqual({ ok: false, because })
  })

  it('is not given in another department, nor by a visitor', () => {
    const elsewhere = { ...asked, departmentId: '0198a3c0-0000-7000-8000-000000000009' }
    expect(grant(elsewhere, { actor: administrator, personExists: true })).toEqual({
      ok: false,
      because: 'not_allowed',
    })
    expect(grant(asked, { actor: visitor, personExists: true })).toEqual({ ok: false, because: 'not_allowed' })
  })
})

describe('acting', () => {
  it('is in the place of somebody else who holds the role, until a day', () => {
    const acting = { ...asked, actingFor: 'lea', untilDay: day('2026-05-08') }
    const facts = { actor: administrator, personExists: true, principalHolds: true }
    expect(grant(acting, facts).ok).toBe(true)
    expect(grant({ ...acting, actingFor: 'sam' }, facts)).toEqual({ ok: false, because: 'acting_for_nobody' })
  })

  it('is used only when one’s own authority does not cover the amount', () => {
    const own = { limit: 500, actingFor: null }
    const acting = { limit: 2_000, actingFor: 'lea' }
    const unlimited = { limit: null, actingFor: 'max' }
    expect(authorityFor([acting, own], 500)).toBe(own)
    expect(authorityFor([own, acting], 501)).toBe(acting)
    expect(authorityFor([own, acting], 2_001)).toBe(acting)
    expect(authorityFor([own, acting, unlimited], 2_001)).toBe(unlimited)
    expect(authorityFor([], 1)).toBeUndefined()
    expect(highest([own, unlimited, acting])).toBe(unlimited)
  })
})

describe('the end of a role', () => {
  const given = { departmentId: department, personId: 'sam', role: 'finance' } as const
  const others = { otherAdministrators: 0 }
  it('is the administrator’s', () => {
    expect(endGrant(given, administrator, others)).toEqual({ ok: true, value: given })
    expect(endGrant(given, { ...administrator, roles: ['finance'] }, others)).toEqual({
      ...{ ok: false, because: 'not_allowed' },
    })
    expect(endGrant(undefined, administrator, others)).toEqual({ ok: false, because: 'no_such_grant' })
  })

  it('leaves the department an administrator', () => {
    const last = { ...given, role: 'administrator' } as const
    expect(endGrant(last, administrator, others)).toEqual({ ok: false, because: 'last_administrator' })
    expect(endGrant(last, administrator, { otherAdministrators: 1 }).ok).toBe(true)
  })
})

describe('a code', () => {
  const code = { expiresAt: later(600_000), usedAt: null, tries: 0 }
  it('works once, for ten minutes, and not at the tenth itself', () => {
    expect(tryCode(code, { matches: true, now: later(599_999) }).ok).toBe(true)
    expect(tryCode(code, { matches: true, now: later(600_000) })).toEqual({ ok: false, because: 'no_code' })
    expect(tryCode({ ...code, usedAt: now }, { matches: true, now })).toEqual({ ok: false, because: 'no_code' })
    expect(tryCode(undefined, { matches: false, now })).toEqual({ ok: false, because: 'no_code' })
  })

  it('may be tried five times; the right one is refused at the sixth', () => {
    const tried = (tries: number, matches: boolean) => tryCode({ ...code, tries }, { matches, now })
    expect(tried(3, false)).toEqual({ ok: false, because: 'wrong_code' })
    expect(tried(4, false)).toEqual({ ok: false, because: 'too_many_tries' })
    expect(tried(4, true).ok).toBe(true)
    expect(tried(CODE_TRIES, true)).toEqual({ ok: false, because: 'too_many_tries' })
  })

  it('is asked for within limits', () => {
    for (const limit of ['ask_origin', 'ask_address', 'ask_mailbox', 'ask_everybody', 'try_origin'] as const) {
      expect(isWithin(limit, signInLimits[limit].most)).toBe(true)
      expect(isWithin(limit, signInLimits[limit].most + 1)).toBe(false)
    }
  })
})

describe('a session', () => {
  const staff = { department: { id: department, code: 'DW', timeZone: 'America/Toronto' }, lastSeenAt: now }
  it('of staff ends after 30 minutes of silence; that of a supplier does not', () => {
    expect(isLive({ ...staff, expiresAt: later(1e9) }, later(1_799_999))).toBe(true)
    expect(isLive({ ...staff, expiresAt: later(1e9) }, later(1_800_000))).toBe(false)
    expect(isLive({ ...staff, department: null, expiresAt: later(1e9) }, later(1_800_000))).toBe(true)
  })

  it('ends at its last instant, however busy', () => {
    expect(isLive({ ...staff, lastSeenAt: later(9_999), expiresAt: later(10_000) }, later(9_999))).toBe(true)
    expect(isLive({ ...staff, lastSeenAt: later(9_999), expiresAt: later(10_000) }, later(10_000))).toBe(false)
  })
})

describe('where one goes after signing in', () => {
  it.each(['/en', '/en/applications', '/fr/occasions/quai-2026/candidature?page=2', '/en/files/0198-a?x=%C3%A9&y=1'])(
    'may be %s',
    (to) => expect(localPath(to)).toBe(to),
  )
  it.each([
    undefined,
    '',
    '/',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/en//evil.example',
    '/en@evil.example',
    '/english',
    '/en/\nLocation: x',
    '/en/\u0000',
    'javascript:alert(1)',
    `/en/${'a'.repeat(600)}`,
  ])('is never %j', (to) => expect(localPath(to)).toBeUndefined())
})
