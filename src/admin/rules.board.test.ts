import { describe, expect, test } from 'vitest'
import type { Waiting } from '../accounts/waiting.ts'
import { type StepEvent, stepDurations } from '../history/durations.ts'
import type { Step } from '../history/steps.ts'
import { opportunityLifecycle } from '../opportunities/rules.ts'
import { weekdayCalendar } from '../platform/calendar.ts'
import { day } from '../platform/day.ts'
import { queueItem } from './pages.home.ts'
import { clockText } from './pages.rows.ts'
import {
  clockOf,
  type FileFacts,
  type Measuring,
  type Next,
  nextOf,
  plan,
  type Stage,
  stageOf,
  stages,
  standingOf,
} from './rules.board.ts'

const ZONE = 'America/Toronto'
const measuring = (now: string): Measuring => ({ now: new Date(now), calendar: weekdayCalendar, zone: ZONE })
const started = (step: Step, at: string): StepEvent => ({ kind: 'step.started', step, at: new Date(at), working: null })
const ended = (step: Step, at: string): StepEvent => ({ kind: 'step.ended', step, at: new Date(at), working: null })
const durations = (...events: StepEvent[]) => stepDurations(events, weekdayCalendar, ZONE)

const fresh: FileFacts = {
  requestId: '00000000-0000-7000-8000-000000000001',
  requestState: 'received',
  go: null,
  opportunityState: null,
  gates: { pif: false, s32: false, sent: false, reserved: false },
  closesAt: null,
  closedAt: null,
  offerState: null,
  respondBy: null,
  contractState: null,
  startedAt: null,
  deliveryDay: null,
  invoiceState: null,
  hasCardDocument: false,
}
const file = (changed: Partial<FileFacts>): FileFacts => ({ ...fresh, requestState: 'accepted', go: 'go', ...changed })
const gates = { pif: true, s32: true, sent: true, reserved: true }
const work = (changed: Partial<FileFacts>) =>
  file({ opportunityState: 'awarded', contractState: 'accepted', ...changed })

const life: [Stage, Next['who'], Next['what'], FileFacts][] = [
  ['request', 'program', 'screen', fresh],
  ['request', 'procurement', 'say_go', file({ go: null })],
  ['request', 'client', 'settle_no_go', file({ go: 'no_go' })],
  ['statement', 'client', 'start_statement', file({})],
  ['statement', 'client', 'write_statement', file({ opportunityState: 'draft' })],
  ['statement', 'program', 'review_statement', file({ opportunityState: 'in_review' })],
  ['approvals', 'program', 'complete_pif', file({ opportunityState: 'in_approval' })],
  [
    'approvals',
    'manager32',
    'sign_32',
    file({ opportunityState: 'in_approval', gates: { ...fresh.gates, pif: true } }),
  ],
  [
    'approvals',
    'program',
    'send_to_finance',
    file({ opportunityState: 'in_approval', gates: { ...gates, sent: false, reserved: false } }),
  ],
  [
    'approvals',
    'finance',
    'reserve_funds',
    file({ opportunityState: 'in_approval', gates: { ...gates, reserved: false } }),
  ],
  ['approvals', 'program', 'translate', file({ opportunityState: 'in_approval', gates })],
  ['approvals', 'program', 'post', file({ opportunityState: 'ready', gates })],
  ['posted', 'suppliers', 'apply', file({ opportunityState: 'open' })],
  ['evaluation', 'program', 'start_evaluation', file({ opportunityState: 'closed' })],
  ['evaluation', 'evaluators', 'lock_evaluation', file({ opportunityState: 'evaluating' })],
  ['draw', 'program', 'draw', file({ opportunityState: 'locked' })],
  ['draw', 'program', 'offer', file({ opportunityState: 'drawn' })],
  ['draw', 'program', 'offer', file({ opportunityState: 'offering' })],
  ['draw', 'supplier', 'answer_offer', file({ opportunityState: 'offering', offerState: 'made' })],
  ['draw', 'signatory', 'sign_terms', file({ opportunityState: 'offering', offerState: 'accepted' })],
  ['work', 'supplier', 'deliver', work({ contractState: 'in_progress' })],
  ['work', 'client', 'decide_work', work({ contractState: 'delivered' })],
  ['work', 'supplier', 'revise', work({ contractState: 'revision_asked' })],
  ['work', 'program', 'continue_after_end', work({ contractState: 'terminated' })],
  ['payment', 'supplier', 'send_invoice', work({})],
  ['payment', 'supplier', 'send_invoice', work({ invoiceState: 'returned' })],
  ['payment', 'manager34', 'certify', work({ invoiceState: 'sent' })],
  ['payment', 'finance', 'enter_invoice', work({ invoiceState: 'certified' })],
  ['payment', 'cardholder', 'create_card_document', work({ invoiceState: 'entered' })],
  ['payment', 'cardholder', 'pay', work({ invoiceState: 'entered', hasCardDocument: true })],
]

describe('a file', () => {
  test.each(life)('is at %s and waits for %s to %s', (stage, who, what, facts) => {
    expect(stageOf(facts)).toBe(stage)
    expect(nextOf(facts)).toEqual({ who, what })
  })

  test('has ended with its request or with its posting, and only then', () => {
    expect(stageOf(file({ requestState: 'declined' }))).toBeNull()
    expect(stageOf(file({ requestState: 'withdrawn' }))).toBeNull()
    const none = opportunityLifecycle.states.filter((state) => stageOf(file({ opportunityState: state })) === null)
    expect(none.toSorted()).toEqual(['cancelled', 'completed', 'unsuccessful', 'withdrawn'])
    expect(new Set(life.map(([stage]) => stage))).toEqual(new Set(stages))
  })
})

describe('the clock', () => {
  test('runs on the open step that is furthest past its estimate', () => {
    const open = durations(
      started('funds-reserved', '2026-05-04T08:30:00-04:00'),
      started('translated', '2026-05-04T08:30:00-04:00'),
    )
    const clock = clockOf(
      file({ opportunityState: 'in_approval', gates }),
      open,
      measuring('2026-05-06T16:00:00-04:00'),
    )
    expect(clock).toEqual({ used: 3, estimate: 2, due: new Date('2026-05-06T16:00:00-04:00') })
  })

  test('of a posting runs to its closing, of work to its delivery date', () => {
    const posted = durations(started('on-website', '2026-05-04T10:00:00-04:00'))
    const closesAt = new Date('2026-05-15T14:00:00-04:00')
    const open = file({ opportunityState: 'open', closesAt })
    expect(clockOf(open, posted, measuring('2026-05-06T12:00:00-04:00'))).toEqual({
      used: 3,
      estimate: 10,
      due: closesAt,
    })

    const startedAt = new Date('2026-05-04T10:00:00-04:00')
    const running = work({ contractState: 'in_progress', startedAt, deliveryDay: day('2026-05-15') })
    expect(clockOf(running, durations(), measuring('2026-05-19T12:00:00-04:00'))).toEqual({
      used: 11,
      estimate: 9,
      due: new Date('2026-05-15T23:59:59-04:00'),
    })
  })

  test('of a payment counts all its steps against all their estimates', () => {
    const paying = durations(
      started('invoice-received', '2026-05-04T08:30:00-04:00'),
      ended('invoice-received', '2026-05-04T16:00:00-04:00'),
      started('s34-certified', '2026-05-04T16:00:00-04:00'),
    )
    const clock = clockOf(work({ invoiceState: 'sent' }), paying, measuring('2026-05-05T16:00:00-04:00'))
    expect(clock).toMatchObject({ used: 2, estimate: 7 })
  })

  test('does not run when no step does', () => {
    expect(
      clockOf(file({ opportunityState: 'closed' }), durations(), measuring('2026-05-05T16:00:00-04:00')),
    ).toBeNull()
  })

  test('says the day it is, and how far past', () => {
    expect(clockText({ used: 0, estimate: 1 }).en).toBe('Day 1 of 1')
    expect(clockText({ used: 2.4, estimate: 5 }).fr).toBe('Jour 3 sur 5')
    expect(clockText({ used: 5, estimate: 5 }).en).toBe('Day 5 of 5')
    expect(clockText({ used: 5.1, estimate: 5 }).en).toBe('1 day over')
    expect(clockText({ used: 7.2, estimate: 5 }).fr).toBe('3 jours de retard')
  })
})

test('the plan of a file is that of Annex A: thirty days', () => {
  expect(plan.reduce((sum, { estimate }) => sum + estimate, 0)).toBe(30)
  const standing = standingOf(
    durations(started('need-identified', '2026-05-04T08:30:00-04:00')),
    measuring('2026-05-05T16:00:00-04:00'),
  )
  expect(standing).toEqual({ planned: 1, actual: 2, whole: 30 })
})

test('the tag of what waits says how late it is, or by when, or since when', () => {
  const waiting = (due: string | null): Waiting => ({
    text: { en: 'Screen', fr: 'Examiner' },
    about: { en: '2026-001', fr: '2026-001' },
    href: '/en/requests/1',
    since: new Date('2026-05-01T12:00:00Z'),
    due: due === null ? null : new Date(due),
  })
  const tag = (due: string | null) => {
    const { tag: text, tone } = queueItem(waiting(due), measuring('2026-05-05T12:00:00-04:00'))
    return [text.en, text.fr, tone]
  }
  expect(tag(null)).toEqual(['Since May\u00a01', 'Depuis le 1er\u00a0mai', 'none'])
  expect(tag('2026-05-08T20:00:00Z')).toEqual(['May\u00a08', '8\u00a0mai', 'none'])
  expect(tag('2026-05-05T20:00:00Z')).toEqual(['Today', 'Aujourd’hui', 'soon'])
  expect(tag('2026-05-05T15:00:00Z')).toEqual(['Late', 'En retard', 'bad'])
  expect(tag('2026-05-01T20:00:00Z')).toEqual(['2 days over', '2 jours de retard', 'bad'])
})
