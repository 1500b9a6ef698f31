import { describe, expect, test } from 'vitest'
import type { Staff } from '../accounts/rules.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { day } from '../platform/day.ts'
import { policyInForce } from '../policy/inForce.ts'
import { draftOf, type MessageFacts } from './messages.ts'
import * as rules from './rules.ts'

const policy = policyInForce([], day('2026-05-04'))
const person = (id: string, ...roles: Staff['roles']): Staff => ({
  ...{ kind: 'staff', id, name: id, email: `${id}@example.ca`, departmentId: 'd', departmentCode: 'D' },
  ...{ timeZone: 'America/Toronto', roles },
})
const client = person('client', 'client')
const other = person('other', 'client')
const inState = (state: string) => ({ departmentId: 'd', clientId: 'client', state }) as unknown as Opportunity
const today = day('2026-05-04')
const asked: rules.AskedActivity = { channel: 'schools', ownName: '', day: day('2026-05-06'), done: false }
const at = { policy, today, count: 3 }
const planned: rules.Activity = {
  ...{ id: 'a', channel: 'schools', ownName: '', language: 'en', plannedDay: day('2026-05-06') },
  ...{ plannedAt: new Date('2026-05-01T14:00:00Z'), done: null },
}
const did: rules.Activity = {
  ...planned,
  done: { day: day('2026-05-01'), by: 'client', result: '', resultLanguage: null, reached: null },
}
const both = { en: 'Come.', fr: 'Venez.' }

type Refused<Because extends string> = Record<Because, () => { ok: boolean }>
function refuses<Because extends string>(name: string, table: Refused<Because>): void {
  test.each(Object.entries<() => { ok: boolean }>(table))(`${name} is refused: %s`, (because, act) =>
    expect(act()).toEqual({ ok: false, because }),
  )
}

refuses<rules.PlanRefusal>('a plan', {
  not_allowed: () => rules.plan(inState('draft'), other, asked, at),
  wrong_state: () => rules.plan(inState('closed'), client, asked, at),
  too_many: () => rules.plan(inState('draft'), client, asked, { ...at, count: 40 }),
  channel_not_offered: () =>
    rules.plan(inState('draft'), client, asked, {
      ...at,
      policy: { ...policy, outreach: { ...policy.outreach, channels: ['social'] } },
    }),
  name_missing: () => rules.plan(inState('draft'), client, { ...asked, channel: 'own' }, at),
  day_in_the_future: () => rules.plan(inState('draft'), client, { ...asked, done: true }, at),
  day_in_the_past: () => rules.plan(inState('draft'), client, { ...asked, day: day('2026-05-03') }, at),
})
refuses<rules.FinishRefusal>('a tick', {
  not_allowed: () => rules.finish(inState('open'), other, planned, { day: today, today }),
  unknown_activity: () => rules.finish(inState('open'), client, undefined, { day: today, today }),
  already_done: () => rules.finish(inState('open'), client, did, { day: today, today }),
  day_in_the_future: () => rules.finish(inState('open'), client, planned, { day: day('2026-05-05'), today }),
})
refuses<rules.RemoveRefusal>('a removal', {
  not_allowed: () => rules.remove(inState('open'), other, planned),
  unknown_activity: () => rules.remove(inState('open'), client, undefined),
  already_done: () => rules.remove(inState('open'), client, did),
})
refuses<rules.WriteRefusal>('a message', {
  not_allowed: () => rules.write(inState('open'), other, 'list', both),
  wrong_state: () => rules.write(inState('awarded'), client, 'list', both),
  half_missing: () => rules.write(inState('open'), client, 'list', { ...both, fr: '' }),
  social_too_long: () => rules.write(inState('open'), client, 'social', { ...both, fr: 'é'.repeat(281) }),
})
refuses<'not_allowed' | 'wrong_state'>('a draft again', {
  not_allowed: () => rules.redraft(inState('open'), other),
  wrong_state: () => rules.redraft(inState('withdrawn'), client),
})

test('a plan is made, ticked off, and dropped by the client and the program team', () => {
  expect(rules.plan(inState('open'), person('p', 'program_team'), { ...asked, ownName: 'x' }, at)).toEqual({
    ok: true,
    value: asked,
  })
  const past = { ...asked, day: day('2026-03-02'), done: true }
  expect(rules.plan(inState('draft'), client, past, at)).toEqual({ ok: true, value: past })
  expect(rules.finish(inState('completed'), client, planned, { day: today, today }).ok).toBe(true)
  expect(rules.remove(inState('draft'), client, planned).ok).toBe(true)
  expect(rules.write(inState('open'), client, 'social', { ...both, fr: 'é'.repeat(280) }).ok).toBe(true)
  expect(rules.redraft(inState('open'), client).ok).toBe(true)
})

describe('a department’s first posting', () => {
  const closesAt = new Date('2026-06-02T18:00:00Z') // 20 business days after 4 May, Victoria Day left out
  const on = (activities: rules.Activity[], more: Partial<rules.Runway> = {}, postedBefore = 0) =>
    rules.mayPost({ activities, policy, closesAt, today, ...more }, postedBefore)

  refuses<rules.OutreachGate>('it', {
    outreach_missing: () => on([]),
    outreach_too_late: () => on([planned]),
  })

  test('goes out when the first activity leaves its business days to the closing, to the day', () => {
    expect(on([{ ...planned, plannedDay: today }]).ok).toBe(true)
    expect(on([{ ...planned, plannedDay: day('2026-05-05') }]).ok).toBe(false)
    expect(on([did, planned]).ok).toBe(true)
    expect(on([{ ...planned, plannedDay: day('2026-05-05') }], { closesAt: new Date('2026-06-03T18:00:00Z') }).ok).toBe(
      true,
    )
  })

  test('does not count what was planned for a day that has passed', () => {
    const forgotten = { ...planned, plannedDay: day('2026-05-01') }
    expect(on([forgotten])).toEqual({ ok: false, because: 'outreach_missing' })
    expect(rules.firstDay({ activities: [forgotten, planned], today })).toBe('2026-05-06')
  })

  test('is the only one that is held, and only where policy asks', () => {
    expect(on([], {}, 1).ok).toBe(true)
    expect(rules.outreachGap({ activities: [], policy, closesAt, today })).toBe('outreach_missing')
    const lenient = { ...policy, outreach: { ...policy.outreach, required: false } }
    expect(on([], { policy: lenient }).ok).toBe(true)
    expect(on([planned], { closesAt: null as Date | null }).ok).toBe(true)
  })
})

describe('the drafts of messages', () => {
  const long = 'x'.repeat(96)
  const facts = (title: string): MessageFacts => ({
    department: { en: 'Department of Waterways', fr: 'Ministère des Voies navigables' },
    title: { en: title, fr: title },
    teaser: { en: 'Keyboard users cannot leave.', fr: 'Au clavier, on ne sort plus.' },
    skills: [{ en: 'TypeScript', fr: 'TypeScript' }],
    price: { en: '$6,500.00', fr: '6\u00a0500,00\u00a0$' },
    closing: { en: 'Tuesday, May 26, 2026', fr: 'mardi 26 mai 2026' },
    hours: 60,
    link: {
      en: `https://opportune.example/en/opportunities/${'a'.repeat(60)}`,
      fr: `https://opportune.example/fr/occasions/${'a'.repeat(60)}`,
    },
    mailbox: 'micro@waterways.example',
  })

  test.each(rules.messageKinds)('%s says what it is, in both languages, with the address of each', (kind) => {
    const { en, fr } = draftOf(kind, facts('Fix a trap'))
    for (const text of [en, fr]) expect(text).toContain('Fix a trap')
    expect(en).toContain('/en/opportunities/')
    expect(fr).toContain('/fr/occasions/')
    expect(fr).not.toMatch(/opportunité| [:;?!]/)
    expect(en).not.toContain('undefined')
  })

  test('a social post is never too long, whatever the title', () => {
    for (const title of ['Short', long, `${long} ${long}`]) {
      const { en, fr } = draftOf('social', facts(title))
      for (const text of [en, fr]) expect([...text].length).toBeLessThanOrEqual(rules.SOCIAL_MOST)
      expect(en).toContain('$6,500.00')
    }
  })

  test('leave out what is not decided yet', () => {
    const early = { ...facts('Fix a trap'), price: null, closing: null, hours: null, skills: [] }
    for (const kind of rules.messageKinds) {
      const { en, fr } = draftOf(kind, early)
      expect(`${en} ${fr}`).not.toMatch(/null|undefined|Fixed price:|Prix fixe\u00a0:|\bhours of\b/)
    }
  })
})
