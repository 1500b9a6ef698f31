import { describe, expect, it } from 'vitest'
import type { HeldDuty } from '../accounts/duties.ts'
import type { Staff } from '../accounts/rules.ts'
import { day } from '../platform/day.ts'
import { cents, dollars } from '../platform/money.ts'
import { textProblems } from '../platform/typography.ts'
import { policyInForce } from '../policy/inForce.ts'
import type { Hit } from './rules.compare.ts'
import { rules as every, yardstickOf } from './rules.compare.ts'
import {
  allow,
  bars,
  type DecideRefusal,
  decide,
  decisionsOn,
  type Flag,
  flagLifecycle,
  isUndecided,
  type SplittingGate,
  settle,
} from './rules.ts'
import { foundSays, ruleSays } from './sentences.ts'
import { splittingTexts } from './texts.pages.ts'
import { decisionNames, flagStates, gateRefusals, reasonNames, refusals, ruleNames, ruleSource } from './texts.ts'

const staff = (id: string, ...roles: Staff['roles'][number][]): Staff => ({
  ...{ kind: 'staff', id, name: id, email: `${id}@waterways.example`, departmentId: 'DW', departmentCode: 'DW' },
  ...{ timeZone: 'America/Toronto', roles },
})
const pat = staff('pat', 'procurement')

const hit = (changed: Partial<Hit> = {}): Hit => ({
  ...{ rule: 'S1', id: 'one', sum: dollars(10_200), limit: dollars(10_000) },
  own: { value: dollars(5_100), original: dollars(5_100), amended: cents(0), committedOn: day('2026-05-04') },
  compared: [{ id: 'two', value: dollars(5_100), committedOn: day('2026-05-24'), why: ['same_repository'] }],
  window: { first: day('2025-05-04'), last: day('2027-05-04') },
  ...changed,
})
const flag = (changed: Partial<Flag> = {}): Flag => ({
  ...{ id: 'flag', departmentId: 'DW', opportunityId: 'one', rule: 'S1', state: 'raised', version: 1 },
  ...{ occasion: 'save', raisedAt: new Date('2026-05-04T14:00:00Z'), toldAt: null, decided: null },
  ...{ sum: dollars(10_200), limit: dollars(10_000), members: ['one', 'two'], found: hit() },
  ...changed,
})
const decided = (changed: Partial<NonNullable<Flag['decided']>> = {}): NonNullable<Flag['decided']> => ({
  ...{ decision: 'explain', rationale: 'Two bugs.', by: 'pat', at: new Date('2026-05-05T14:00:00Z') },
  ...{ sum: dollars(10_200), members: ['one', 'two'] },
  ...changed,
})
const explained = (changed: Partial<Flag> = {}) => flag({ state: 'explained', decided: decided(), ...changed })

describe('a decision', () => {
  const facts = {
    decision: 'explain',
    rationale: 'A second bug that nobody planned.',
    seen: 1,
    held: [],
    owners: ['ines'],
  } as const

  it('is procurement’s, with reasons', () => {
    expect(decide(flag(), pat, facts)).toEqual({ ok: true, value: { state: 'explained', by: 'pat' } })
    expect(decide(flag(), pat, { ...facts, decision: 'stop' })).toMatchObject({ value: { state: 'stopped' } })
    expect(decide(flag({ state: 'stopped' }), pat, { ...facts, decision: 'merge' })).toMatchObject({
      value: { state: 'merged' },
    })
  })

  const requested: HeldDuty[] = [{ duty: 'requested', personId: 'pat' }]
  const refused: Record<DecideRefusal, () => ReturnType<typeof decide>> = {
    not_allowed: () => decide(flag(), staff('otto', 'program_team'), facts),
    wrong_state: () => decide(explained(), pat, facts),
    separation_of_duties: () => decide(flag(), pat, { ...facts, held: requested }),
    changed_meanwhile: () => decide(flag({ version: 2 }), pat, facts),
    rationale_missing: () => decide(flag(), pat, { ...facts, rationale: '' }),
  }
  it.each(Object.entries(refused))('is refused: %s', (because, act) => {
    expect(act()).toEqual({ ok: false, because })
  })

  it('is never about a file that is compared with one’s own, nor another department’s', () => {
    expect(decide(flag(), pat, { ...facts, owners: ['ines', 'pat'] })).toEqual({
      ok: false,
      because: 'separation_of_duties',
    })
    expect(decide(flag({ departmentId: 'other' }), pat, facts)).toEqual({ ok: false, because: 'not_allowed' })
  })

  it('can be thought over while the file is stopped, not once it is explained', () => {
    expect(decisionsOn(flag())).toEqual(['explain', 'merge', 'stop'])
    expect(decisionsOn(flag({ state: 'merged' }))).toEqual(['explain', 'stop'])
    expect(decisionsOn(explained())).toEqual([])
    expect(decisionsOn(flag({ state: 'lapsed' }))).toEqual([])
  })
})

describe('the posting', () => {
  const refused: Record<SplittingGate, Flag> = {
    splitting_undecided: flag(),
    splitting_to_merge: flag({ state: 'merged' }),
    splitting_stopped: flag({ state: 'stopped' }),
  }
  it.each(Object.entries(refused))('is refused: %s', (because, found) => {
    expect(allow([explained({ rule: 'S4' }), found])).toEqual({ ok: false, because })
  })

  it('goes on when all is explained, to be reviewed, or for information', () => {
    const rest = (['S2', 'S3', 'S4', 'S5', 'S6'] as const).map((rule) => flag({ rule }))
    expect(allow([explained(), flag({ state: 'lapsed' }), ...rest]).ok).toBe(true)
    expect(rest.map(isUndecided)).toEqual([true, true, true, true, false])
    expect(bars(flag({ rule: 'S3', state: 'stopped' }))).toBe(true)
  })
})

describe('a finding', () => {
  it('is raised, kept up, and lapses when it no longer holds', () => {
    expect(settle(hit(), undefined, [])).toMatchObject({ does: 'raise' })
    expect(settle(hit(), flag(), [])).toMatchObject({ does: 'update' })
    expect(settle(undefined, flag(), [])).toMatchObject({ does: 'lapse' })
    expect(settle(undefined, flag({ state: 'stopped' }), [])).toMatchObject({ does: 'lapse' })
    expect(settle(hit(), flag({ state: 'lapsed' }), [])).toMatchObject({ does: 'reopen' })
    expect(settle(undefined, explained(), [])).toBeUndefined()
    expect(settle(undefined, undefined, [])).toBeUndefined()
  })

  it('stays closed once explained: an unplanned second bug', () => {
    expect(settle(hit(), explained(), [])).toBeUndefined()
    expect(settle(hit({ sum: dollars(10_100) }), explained(), [])).toBeUndefined()
  })

  it('opens again when a file joins or the sum grows', () => {
    const third = { id: 'three', value: cents(1), committedOn: day('2026-06-01'), why: ['same_repository'] as const }
    expect(settle(hit({ compared: [...hit().compared, third] }), explained(), [])).toMatchObject({ does: 'reopen' })
    expect(settle(hit({ sum: cents(1_020_001) }), explained(), [])).toMatchObject({ does: 'reopen' })
  })

  it('that another file’s explanation covers is not told again; a bar stops every file', () => {
    const other = hit({ id: 'two', compared: hit().compared.map((each) => ({ ...each, id: 'one' })) })
    expect(settle(other, undefined, [explained()])).toBeUndefined()
    expect(settle(other, undefined, [flag()])).toMatchObject({ does: 'raise' })
    expect(settle({ ...other, rule: 'S4' }, undefined, [flag({ rule: 'S4' })])).toBeUndefined()
    expect(settle({ ...other, rule: 'S4' }, undefined, [flag()])).toMatchObject({ does: 'raise' })
  })
})

it('every state can be left, and every word is there in both languages', () => {
  expect(flagLifecycle.states).toEqual(['raised', 'explained', 'merged', 'stopped', 'lapsed'])
  const yardstick = yardstickOf(policyInForce([], day('2026-05-04')))
  const bunching = { own: { all: 20, near: 12 }, others: { all: 200, near: 30 }, chance: 0.001 }
  const texts = [
    ...[ruleNames, reasonNames, flagStates, refusals, gateRefusals, splittingTexts].flatMap((table) =>
      Object.values(table),
    ),
    ...Object.values(decisionNames).flatMap(({ choice, hint, done }) => [choice, hint, done]),
    ...every.map((rule) => ruleSays[rule](yardstick)),
    ...(['S1', 'S2', 'S3', 'S4', 'S5'] as const).map((rule) => foundSays(hit({ rule }))),
    foundSays({ rule: 'S6', bunching }),
    ruleSource,
  ]
  expect(texts.flatMap((text) => textProblems(text))).toEqual([])
})
