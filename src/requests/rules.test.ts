import { describe, expect, test } from 'vitest'
import type { HeldDuty } from '../accounts/duties.ts'
import type { Staff, StaffRole } from '../accounts/rules.ts'
import { dollars } from '../platform/money.ts'
import {
  type AcceptedRequest,
  type Answers,
  answersOf,
  type ClientRequest,
  can,
  type DeclinedRequest,
  decideGo,
  declineReasons,
  type GoRefusal,
  isDeclineReason,
  type ReceivedRequest,
  type ReceiveRefusal,
  receive,
  requestLifecycle,
  type ScreenRefusal,
  screen,
  type Verdict,
  type WithdrawRefusal,
  withdraw,
} from './rules.ts'

const DEPARTMENT = '00000000-0000-7000-8000-0000000000d0'
const at = new Date('2026-05-04T14:00:00Z')
const staff = (id: string, ...roles: StaffRole[]): Staff => ({
  kind: 'staff',
  id,
  name: id,
  email: `${id}@example.ca`,
  departmentId: DEPARTMENT,
  departmentCode: 'DW',
  timeZone: 'America/Toronto',
  roles,
})
const client = staff('client', 'client')
const program = staff('program', 'program_team')
const procurement = staff('procurement', 'procurement')
const elsewhere: Staff = { ...program, departmentId: '00000000-0000-7000-8000-0000000000d1' }

const allYes = answersOf(() => true)
const received: ReceivedRequest = {
  state: 'received',
  id: '00000000-0000-7000-8000-0000000000r0',
  departmentId: DEPARTMENT,
  number: '2026-001',
  clientId: client.id,
  receivedAt: at,
  subject: 'Azure marketplace policies',
  team: 'Cloud',
  homeBranch: true,
  language: 'en',
  need: 'Policies',
  answers: allYes,
  maintainer: 'Two developers of the team',
  estimate: dollars(6500),
  options: null,
  importId: null,
}
const accepted: AcceptedRequest = {
  ...received,
  state: 'accepted',
  screening: { at, by: program.id, meetsCriteria: true, reply: '' },
  go: null,
}
const released: AcceptedRequest = { ...accepted, go: { said: 'go', by: procurement.id, at, reason: '' } }
const declined: DeclinedRequest = {
  ...accepted,
  state: 'declined',
  reason: 'not_code',
  referredTo: null,
  referredDepartmentId: null,
  endedAt: at,
}
const asked: HeldDuty[] = [{ duty: 'requested', personId: client.id }]

const accept: Verdict = { answers: allYes, meetsCriteria: true, reply: '', outcome: 'accept' }
const decline = (given: Partial<Extract<Verdict, { outcome: 'decline' }>>): Verdict => ({
  answers: answersOf(() => null),
  meetsCriteria: false,
  reply: '',
  outcome: 'decline',
  reason: 'not_code',
  referredTo: '',
  ...given,
})
const except = (changed: Partial<Answers>): Answers => ({ ...allYes, ...changed })

test('clients and the program ask; nobody else does', () => {
  const need = { answers: allYes, maintainer: 'Two developers' }
  expect(receive(client, need)).toEqual({ ok: true, value: { clientId: client.id, departmentId: DEPARTMENT } })
  const refused: Record<ReceiveRefusal, Parameters<typeof receive>> = {
    not_allowed: [procurement, need],
    maintainer_missing: [client, { answers: allYes, maintainer: '' }],
  }
  for (const [because, given] of Object.entries(refused)) expect(receive(...given)).toEqual({ ok: false, because })
  expect(receive({ kind: 'visitor' }, need)).toEqual({ ok: false, because: 'not_allowed' })
  expect(receive(client, { answers: answersOf(() => null), maintainer: '' }).ok).toBe(true)
})

describe('screening', () => {
  const refused: Record<ScreenRefusal, [ClientRequest, Staff, Verdict]> = {
    not_allowed: [received, procurement, accept],
    own_request: [{ ...received, clientId: program.id }, program, accept],
    wrong_state: [declined, program, accept],
    criteria_contradict: [received, program, { ...accept, answers: except({ isVirtual: false }) }],
    no_criterion_failed: [received, program, decline({ answers: allYes, reason: 'other', reply: 'No.' })],
    does_not_meet: [received, program, { ...accept, meetsCriteria: false }],
    reason_contradicts: [received, program, decline({ answers: except({ isVirtual: false }) })],
    maintainer_missing: [{ ...received, maintainer: '' }, program, accept],
    department_own: [
      received,
      program,
      decline({ reason: 'other_department', referredTo: 'DW', referredDepartmentId: DEPARTMENT }),
    ],
    department_missing: [received, program, decline({ reason: 'other_department' })],
    reply_missing: [received, program, decline({ reason: 'other' })],
  }
  test.each(Object.entries(refused))('refuses: %s', (because, [request, actor, verdict]) => {
    expect(screen(request, actor, verdict)).toEqual({ ok: false, because })
  })

  test('accepts what meets the criteria, known or not yet known', () => {
    expect(screen(received, program, accept)).toMatchObject({ ok: true, value: { state: 'accepted' } })
    const unknown = { ...accept, answers: answersOf(() => null) }
    expect(screen(received, program, unknown)).toMatchObject({ ok: true, value: { state: 'accepted' } })
  })

  test('declines what meets the criteria, for a reason that no criterion holds', () => {
    const verdict = decline({ answers: allYes, meetsCriteria: true, reason: 'other', reply: 'Not this year.' })
    expect(screen(received, program, verdict)).toMatchObject({
      ok: true,
      value: { state: 'declined', reason: 'other' },
    })
    const code = decline({ meetsCriteria: true, reason: 'not_code' })
    expect(screen(received, program, code)).toEqual({ ok: false, because: 'reason_contradicts' })
  })

  test.each(Object.entries(declineReasons))('declines with the reason %s', (reason, criterion) => {
    if (!isDeclineReason(reason)) throw new Error('not a reason')
    const answers = criterion ? except({ [criterion]: false }) : allYes
    const verdict = decline({ answers, reason, referredTo: 'TBS', reply: 'See below.', meetsCriteria: !criterion })
    const referredTo = reason === 'other_department' ? 'TBS' : null
    expect(screen(received, program, verdict)).toMatchObject({
      ok: true,
      value: { state: 'declined', reason, referredTo },
    })
  })

  test('another department’s program team is not this one’s', () => {
    expect(screen(received, elsewhere, accept)).toEqual({ ok: false, because: 'not_allowed' })
    expect(can.read(elsewhere, received)).toBe(false)
  })
})

describe('withdrawing', () => {
  const refused: Record<WithdrawRefusal, [ClientRequest, Staff, 'by_client' | 'no_reply', HeldDuty[]]> = {
    not_allowed: [accepted, client, 'no_reply', asked],
    wrong_state: [declined, client, 'by_client', asked],
    statement_started: [released, client, 'by_client', [...asked, { duty: 'wrote_statement', personId: client.id }]],
  }
  test.each(Object.entries(refused))('refuses: %s', (because, [request, actor, reason, held]) => {
    expect(withdraw(request, actor, reason, held)).toEqual({ ok: false, because })
  })

  test.each([
    [received, client, 'by_client'],
    [accepted, client, 'by_client'],
    [accepted, program, 'by_client'],
    [accepted, program, 'no_reply'],
  ] as const)('ends a request that is $0.state', (request, actor, reason) => {
    expect(withdraw(request, actor, reason, asked)).toEqual({ ok: true, value: { state: 'withdrawn' } })
  })

  test('somebody else’s request is not a client’s to withdraw', () => {
    expect(withdraw(received, staff('client2', 'client'), 'by_client', asked)).toEqual({
      ok: false,
      because: 'not_allowed',
    })
  })
})

describe('the Go', () => {
  const both = staff(client.id, 'client', 'procurement')
  const refused: Record<GoRefusal, [ClientRequest, Staff, 'go' | 'no_go', string]> = {
    not_allowed: [accepted, program, 'go', ''],
    wrong_state: [received, procurement, 'go', ''],
    already_go: [released, procurement, 'no_go', 'Too late.'],
    separation_of_duties: [accepted, both, 'go', ''],
    reason_missing: [accepted, procurement, 'no_go', ''],
  }
  test.each(Object.entries(refused))('refuses: %s', (because, [request, actor, said, reason]) => {
    expect(decideGo(request, actor, said, reason, asked)).toEqual({ ok: false, because })
  })

  test('is given by procurement, and can follow a no', () => {
    expect(decideGo(accepted, procurement, 'go', '', asked)).toEqual({
      ok: true,
      value: { said: 'go', by: procurement.id },
    })
    const refusedOnce: AcceptedRequest = {
      ...accepted,
      go: { said: 'no_go', by: procurement.id, at, reason: 'Standing offer.' },
    }
    expect(decideGo(refusedOnce, procurement, 'go', '', asked).ok).toBe(true)
    expect(can.decideGo(procurement, refusedOnce)).toBe(true)
  })
})

test('a button is shown exactly when its act is allowed', () => {
  const people = [client, program, procurement, elsewhere, staff('observer', 'observer')]
  for (const request of [received, accepted, released, declined]) {
    for (const actor of people) {
      expect(can.screen(actor, request)).toBe(screen(request, actor, accept).ok)
      expect(can.withdraw(actor, request)).toBe(withdraw(request, actor, 'by_client', asked).ok)
      expect(can.decideGo(actor, request)).toBe(decideGo(request, actor, 'go', '', asked).ok)
    }
  }
  expect(people.filter((actor) => can.startStatement(actor, released)).map(({ id }) => id)).toEqual([
    client.id,
    program.id,
  ])
  // Writing may begin before the Go, not after a no.
  expect(people.filter((actor) => can.startStatement(actor, accepted))).toHaveLength(2)
  const stopped: AcceptedRequest = { ...accepted, go: { said: 'no_go', by: procurement.id, at, reason: 'x' } }
  expect(people.some((actor) => can.startStatement(actor, stopped))).toBe(false)
})

test('every state can be reached from the first', () => {
  const targets = Object.values(requestLifecycle.table).flatMap((actions) => Object.values(actions))
  expect([...new Set(['received', ...targets])].toSorted()).toEqual(requestLifecycle.states.toSorted())
})
