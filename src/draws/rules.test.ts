import { describe, expect, it } from 'vitest'
import type { Staff, StaffRole } from '../accounts/rules.ts'
import { day } from '../platform/day.ts'
import type { Decision } from '../platform/decision.ts'
import { policyInForce } from '../policy/inForce.ts'
import * as rules from './rules.ts'
import { valueRefusals } from './texts.ts'

const AT = new Date('2026-11-26T15:00:00Z')
const NUMBERS = '9.18.26.34.41.45.'
const person = (id: string, ...roles: StaffRole[]): Staff => ({
  ...{ kind: 'staff', id, name: id, email: `${id}@example.ca`, departmentId: 'dw', departmentCode: 'DW' },
  ...{ timeZone: 'America/Toronto', roles },
})
const team = person('team', 'program_team')
const second = person('second', 'program_team')
const procurement = person('procurement', 'procurement')
const evaluator = person('evaluator', 'program_team')
const manifest = (beaconRef = 'lotto-649 2026-11-25'): rules.Manifest => ({
  ...{ id: 'm', n: 1, beaconRef },
  drawsAt: new Date('2026-11-23T17:00:00Z'),
})
const waiting: rules.TypedValue = { id: 'v', value: NUMBERS, enteredBy: 'team', enteredAt: AT }
const file: rules.Drawn = {
  ...{ departmentId: 'dw', clientId: 'client', state: 'locked', manifest: manifest(), waiting: undefined },
  lock: { by: 'evaluator', at: AT, confirmedAt: AT },
  evaluators: [{ personId: 'evaluator', declaredAt: AT, reads: ['en'], steppedDownAt: null }],
}
const typed: rules.Drawn = { ...file, waiting }
const asked = { actor: team, value: NUMBERS, duties: [], now: AT }
const withRef = (ref: string): rules.Drawn => ({ ...file, manifest: manifest(ref) })

const entering: Record<rules.EnterRefusal, () => Decision<unknown, string>> = {
  not_allowed: () => rules.enter(file, { ...asked, actor: procurement }),
  is_evaluator: () => rules.enter(file, { ...asked, actor: evaluator }),
  wrong_state: () => rules.enter({ ...file, state: 'drawn' }, asked),
  no_manifest: () => rules.enter({ ...file, manifest: undefined }, asked),
  too_early: () => rules.enter(file, { ...asked, now: new Date('2026-11-26T03:29:59Z') }),
  already_waiting: () => rules.enter(typed, asked),
  separation_of_duties: () => rules.enter(file, { ...asked, duties: [{ personId: 'team', duty: 'confirmed_beacon' }] }),
  bad_lottery_numbers: () => rules.enter(file, { ...asked, value: '9.18.26.34.41.51.' }),
  bad_drand_value: () => rules.enter(withRef('drand-quicknet 1000'), asked),
  bad_nist_value: () => rules.enter(withRef('nist-2 60000'), asked),
  value_without_beacon: () => rules.enter(withRef('none'), asked),
  unknown_beacon: () => rules.enter(withRef('dice 1'), asked),
  bad_drand_round: () => rules.enter(withRef('drand-quicknet 01'), asked),
  bad_nist_pulse: () => rules.enter(withRef('nist-2 60001'), asked),
  bad_lottery_date: () => rules.enter(withRef('lotto-649 2026-02-31'), asked),
  not_a_lottery_day: () => rules.enter({ ...file, manifest: manifest('lotto-649 2026-11-24') }, asked),
}
const deciding: Record<rules.DecideRefusal, () => Decision<unknown, string>> = {
  not_allowed: () => rules.confirm(typed, { actor: person('x', 'finance'), duties: [] }),
  is_evaluator: () => rules.confirm(typed, { actor: evaluator, duties: [] }),
  wrong_state: () => rules.confirm({ ...typed, state: 'drawn' }, { actor: second, duties: [] }),
  nothing_waiting: () => rules.reject(file, { actor: second }),
  same_person: () => rules.reject(typed, { actor: team }),
  separation_of_duties: () =>
    rules.confirm(typed, { actor: second, duties: [{ personId: 'second', duty: 'entered_beacon' }] }),
}

describe('a draw refuses by name', () => {
  for (const [table, refusals] of Object.entries({ entering, deciding }))
    for (const [because, ask] of Object.entries(refusals))
      it(`${table}: ${because}`, () => {
        expect(ask()).toEqual({ ok: false, because })
        expect(Object.keys(valueRefusals)).toContain(because)
      })
})

describe('a draw', () => {
  const policy = policyInForce([], day('2026-11-19'))

  it('takes the number from one and the decision from another', () => {
    expect(rules.enter(file, asked).ok).toBe(true)
    expect(rules.confirm(typed, { actor: second, duties: [] }).ok).toBe(true)
    expect(rules.confirm(typed, { actor: procurement, duties: [] }).ok).toBe(true)
    expect(rules.reject(typed, { actor: second }).ok).toBe(true)
  })
  it('is at 17:00 UTC on the second business day after the lock, in the department’s days', () => {
    expect(rules.drawInstant(policy, new Date('2026-11-19T21:00:00Z')).toISOString()).toBe('2026-11-23T17:00:00.000Z')
    expect(rules.drawInstant(policy, new Date('2026-11-20T04:30:00Z')).toISOString()).toBe('2026-11-23T17:00:00.000Z')
    expect(rules.drawInstant(policy, new Date('2026-12-24T15:00:00Z')).toISOString()).toBe('2026-12-30T17:00:00.000Z')
  })
  it('knows its number from t on, or from the evening of the lottery', () => {
    expect(rules.valueKnownFrom(manifest('drand-quicknet 1000'))).toEqual(manifest().drawsAt)
    expect(rules.valueKnownFrom(manifest()).toISOString()).toBe('2026-11-26T03:30:00.000Z')
  })
  it('is needed from two on', () => {
    expect([0, 1, 2, 7].map(rules.needOf)).toEqual(['nobody', 'only_one', 'several', 'several'])
  })
})
