import { expect, test } from 'vitest'
import type { Staff, StaffRole } from '../accounts/rules.ts'
import { day } from '../platform/day.ts'
import { policyInForce } from '../policy/inForce.ts'
import { type AnswerRefusal, type AskRefusal, answer, answerClock, ask, type Question } from './rules.questions.ts'
import { decide, type Referral, type ReferralRefusal } from './rules.referrals.ts'
import { answersOf, type DeclinedRequest, type ReceivedRequest } from './rules.ts'

const at = new Date('2026-05-04T14:00:00Z')
const staff = (id: string, ...roles: StaffRole[]): Staff => ({
  ...{ kind: 'staff', id, name: id, email: `${id}@example.ca`, departmentId: 'd', departmentCode: 'DW' },
  ...{ timeZone: 'America/Toronto', roles },
})
const [client, program] = [staff('client', 'client'), staff('program', 'program_team')]
const received: ReceivedRequest = {
  ...{ state: 'received', id: 'r', departmentId: 'd', number: '2026-001', clientId: 'client', receivedAt: at },
  ...{ subject: 'Charts', team: 'Charts', homeBranch: true, language: 'en', need: 'A need' },
  ...{ answers: answersOf(() => true), maintainer: 'Us', estimate: null, options: null, importId: null },
}
const declined: DeclinedRequest = {
  ...received,
  ...{ state: 'declined', reason: 'staffing', referredTo: null, referredDepartmentId: null, endedAt: at },
  screening: { at, by: 'program', meetsCriteria: true, reply: '' },
}
const question: Question = {
  ...{ id: 'q', requestId: 'r', question: 'Which?', askedBy: 'program', askedAt: at, remindAt: at, closesAt: at },
  ...{ remindedAt: null, answer: '', answeredAt: null, endedAt: null },
}

const asking = { question: 'Which?', waits: false, hasStatement: false }
const askRefused: Record<AskRefusal, Parameters<typeof ask>> = {
  not_allowed: [received, client, asking],
  wrong_state: [declined, program, asking],
  statement_started: [received, program, { ...asking, hasStatement: true }],
  question_waits: [received, program, { ...asking, waits: true }],
  question_missing: [received, program, { ...asking, question: '' }],
}
test.each(Object.entries(askRefused))('a question is refused: %s', (because, given) => {
  expect(ask(...given)).toEqual({ ok: false, because })
})

const answerRefused: Record<AnswerRefusal, Parameters<typeof answer>> = {
  not_allowed: [received, program, { waiting: question, said: 'This.' }],
  no_question: [received, client, { waiting: undefined, said: 'This.' }],
  answer_missing: [received, client, { waiting: question, said: '' }],
}
test.each(Object.entries(answerRefused))('an answer is refused: %s', (because, given) => {
  expect(answer(...given)).toEqual({ ok: false, because })
})

test('one asks, the other answers', () => {
  expect(ask(received, program, asking).ok).toBe(true)
  expect(answer(received, client, { waiting: question, said: 'This.' }).ok).toBe(true)
})

test('the reminder and the end fall on business days', () => {
  // Monday, May 18, 2026, is Victoria Day.
  const policy = policyInForce([], day('2026-05-14'))
  expect(answerClock(policy, new Date('2026-05-14T20:00:00Z'))).toEqual({
    remindAt: new Date('2026-05-20T12:30:00Z'),
    closesAt: new Date('2026-05-29T20:00:00Z'),
  })
})

const referral: Referral = {
  ...{ id: 'f', departmentId: 'd', fromDepartmentId: 'e', fromRequestId: 'r', number: '2026-001', subject: 'Trails' },
  ...{ need: 'A map', language: 'en', team: 'Parks', clientName: 'Ann', clientEmail: 'ann@example.ca', reply: '' },
  ...{ receivedAt: at, decided: null },
}
const referralRefused: Record<ReferralRefusal, Parameters<typeof decide>> = {
  not_allowed: [referral, { ...program, departmentId: 'e' }, { decision: 'taken', note: '' }],
  already_decided: [
    { ...referral, decided: { decision: 'taken', note: '', by: 'program', at } },
    program,
    { decision: 'taken', note: '' },
  ],
  note_missing: [referral, program, { decision: 'not_taken', note: '' }],
}
test.each(Object.entries(referralRefused))('a referral is refused: %s', (because, given) => {
  expect(decide(...given)).toEqual({ ok: false, because })
})
