import { describe, expect, test } from 'vitest'
import {
  applied,
  at,
  client,
  draft,
  ended,
  inApproval,
  inReview,
  nothing,
  open,
  other,
  procurement,
  program,
  refuses,
  says,
  signed,
} from '../../test/scene.opportunities.ts'
import { day } from '../platform/day.ts'
import { dollars } from '../platform/money.ts'
import * as amendments from './rules.amendments.ts'
import type { Draft, OpenOpportunity } from './rules.ts'

const reserved = { ...signed, number: 'FR', fiscalYear: 2026, amount: dollars(7_475), payableAtYearEnd: false }
const funded: OpenOpportunity = { ...open, gates: { ...open.gates, reservation: reserved } }
const marked = { en: 'Call 613-555-0142.', fr: 'Plus tard.' }
const later = {
  ...{ closesAt: new Date('2026-06-02T18:00:00Z'), selectionDay: day('2026-06-04'), deliveryDay: day('2026-08-14') },
  ...{ reason: says, now: at, zone: 'America/Toronto', held: [] },
}
refuses<amendments.ExtendRefusal>('extend', () => amendments.extend(open, program, later), {
  not_allowed: () => amendments.extend(open, procurement, later),
  wrong_state: () => amendments.extend(inReview, program, later),
  already_closed: () => amendments.extend(open, program, { ...later, now: open.closesAt }),
  reason_missing: () => amendments.extend(open, program, { ...later, reason: { ...says, fr: '' } }),
  in_the_past: () => amendments.extend(open, program, { ...later, closesAt: at }),
  not_later: () => amendments.extend(open, program, { ...later, closesAt: open.closesAt }),
  selection_before_closing: () => amendments.extend(open, program, { ...later, selectionDay: day('2026-06-02') }),
  delivery_before_selection: () => amendments.extend(open, program, { ...later, deliveryDay: day('2026-06-04') }),
  year_end_funds: () => amendments.extend(funded, program, { ...later, deliveryDay: day('2027-04-09') }),
  reason_marked: () => amendments.extend(open, program, { ...later, reason: marked }),
  separation_of_duties: () => amendments.extend(open, program, { ...later, held: applied }),
})

test('a closing that is held moves only under review, and one that is open only without', () => {
  const held = { ...open, state: 'held' as const }
  const past = { ...later, now: new Date(open.closesAt.getTime() + 1) }
  expect(amendments.extend(held, program, { ...past, review: true }).ok).toBe(true)
  expect(amendments.extend(held, program, past)).toEqual({ ok: false, because: 'wrong_state' })
  expect(amendments.extend(open, program, { ...past, review: true })).toEqual({ ok: false, because: 'wrong_state' })
})

const stop = { reason: 'Gone.', publicReason: says, held: [] }
refuses<amendments.EndRefusal>('end', () => amendments.end(open, program, 'withdraw', stop), {
  not_allowed: () => amendments.end(open, client, 'withdraw', stop),
  wrong_state: () => amendments.end(draft, program, 'withdraw', stop),
  reason_missing: () => amendments.end(draft, program, 'cancel', { ...stop, reason: '' }),
  public_reason_missing: () => amendments.end(open, program, 'cancel', { ...stop, publicReason: nothing }),
  reason_marked: () => amendments.end(open, program, 'withdraw', { ...stop, publicReason: marked }),
  separation_of_duties: () => amendments.end(open, program, 'withdraw', { ...stop, held: applied }),
})

describe('a client who no longer needs it', () => {
  test('cancels their own draft, until it was submitted once', () => {
    expect(amendments.end(draft, client, 'cancel', stop)).toEqual({
      ok: true,
      value: { action: 'cancel', posted: false },
    })
    const returned: Draft = { ...draft, returnedBecause: 'Say more.' }
    for (const file of [returned, inReview, inApproval(), open])
      expect(amendments.end(file, client, 'cancel', stop)).toEqual({ ok: false, because: 'not_allowed' })
    expect(amendments.end(draft, other, 'cancel', stop)).toEqual({ ok: false, because: 'not_allowed' })
    expect(amendments.end(returned, program, 'cancel', stop).ok).toBe(true)
  })
})

refuses<amendments.RepostRefusal>('repost', () => amendments.repost(ended, client, { reposted: false }), {
  not_allowed: () => amendments.repost(ended, other, { reposted: false }),
  not_ended: () => amendments.repost(open, client, { reposted: false }),
  already_reposted: () => amendments.repost(ended, program, { reposted: true }),
})

test('the closing of the pilot of 2021 could be extended a week, to the second', () => {
  const posted: OpenOpportunity = {
    ...open,
    closesAt: new Date('2021-07-05T23:59:59-04:00'),
    selectionDay: day('2021-07-09'),
    deliveryDay: day('2021-07-16'),
  }
  const asked = {
    ...{
      closesAt: new Date('2021-07-12T23:59:59-04:00'),
      selectionDay: day('2021-07-16'),
      deliveryDay: day('2021-07-23'),
    },
    ...{ reason: says, now: new Date('2021-06-30T10:00:00-04:00'), zone: 'America/Toronto', held: [] },
  }
  expect(amendments.extend(posted, program, asked).ok).toBe(true)
})
