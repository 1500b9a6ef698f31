import { expect, test } from 'vitest'
import {
  because,
  blocking,
  client,
  DEPARTMENT,
  digest,
  draft,
  inApproval,
  inReview,
  open,
  other,
  procurement,
  program,
  refuses,
} from '../../test/scene.opportunities.ts'
import type { HeldDuty } from '../accounts/duties.ts'
import * as writing from './rules.writing.ts'

const from = { departmentId: DEPARTMENT, clientId: 'client', accepted: true, go: null, postings: 0 } as const
refuses<writing.StartRefusal>('start', () => writing.start(from, client), {
  not_allowed: () => writing.start(from, other),
  not_accepted: () => writing.start({ ...from, accepted: false }, program),
  no_go: () => writing.start({ ...from, go: 'no_go' }, program),
  already_started: () => writing.start({ ...from, postings: 1 }, client),
})

refuses<writing.SaveRefusal>('save', () => writing.save(draft, program, 3), {
  not_allowed: () => writing.save(draft, procurement, 3),
  wrong_state: () => writing.save(inReview, client, 3),
  stale: () => writing.save(draft, client, 2),
})

const asked = { seen: 3, findings: [], unread: 0, go: true, explained: { standalone: because, noCapacity: because } }
refuses<writing.SubmitRefusal>('submit', () => writing.submit(draft, client, asked), {
  not_allowed: () => writing.submit(draft, other, asked),
  wrong_state: () => writing.submit(open, client, asked),
  go_missing: () => writing.submit(draft, client, { ...asked, go: false }),
  unreadable: () => writing.submit(draft, client, { ...asked, unread: 1 }),
  stale: () => writing.submit(draft, client, { ...asked, seen: 4 }),
  not_ready: () => writing.submit(draft, client, { ...asked, findings: [blocking] }),
  declaration_unexplained: () =>
    writing.submit(draft, client, {
      ...asked,
      explained: { ...asked.explained, noCapacity: { ...because, [draft.sourceLanguage]: ' ' } },
    }),
})

refuses<writing.ReturnRefusal>('send back', () => writing.sendBack(inApproval(), procurement, 'W2.'), {
  not_allowed: () => writing.sendBack(inReview, client, 'W2.'),
  wrong_state: () => writing.sendBack(open, program, 'W2.'),
  reason_missing: () => writing.sendBack(inReview, program, ''),
})

const before = { approval: 'before', held: [], digest } as const
const requested: HeldDuty[] = [{ duty: 'requested', personId: 'procurement' }]
refuses<writing.ApproveRefusal>('approve', () => writing.approve(inReview, procurement, before), {
  not_allowed: () => writing.approve(inReview, program, before),
  wrong_state: () => writing.approve(inApproval(), procurement, before),
  separation_of_duties: () => writing.approve(inReview, procurement, { ...before, held: requested }),
  statement_changed: () => writing.approve(inReview, procurement, { ...before, digest: Buffer.alloc(32, 8) }),
  changed_since_read: () => writing.approve(inReview, procurement, { ...before, seen: '08'.repeat(32) }),
})
test('where the policy looks afterwards, the program team may approve', () => {
  expect(writing.approve(inReview, program, { ...before, approval: 'after' }).ok).toBe(true)
})
