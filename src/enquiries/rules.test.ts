import { describe, expect, it } from 'vitest'
import { type Staff, visitor } from '../accounts/rules.ts'
import { parseContact } from './forms.ts'
import { pageSaid } from './rules.page.ts'
import {
  type ActRefusal,
  type AnswerRefusal,
  answer,
  type ConfirmRefusal,
  can,
  close,
  confirm,
  type Enquiry,
  enquiryLimits,
  giveBack,
  type LessonRefusal,
  learn,
  take,
  type WriteRefusal,
  type Wrote,
  write,
} from './rules.ts'
import { contactTexts, enquiryRefusals } from './texts.ts'

const paul: Staff = {
  ...{ kind: 'staff', id: 'paul', name: 'Paul', email: 'paul@example.ca', departmentId: 'd', departmentCode: 'D' },
  ...{ timeZone: 'America/Toronto', roles: ['program_team'] },
}
const pauline: Staff = { ...paul, id: 'pauline' }
const client: Staff = { ...paul, roles: ['client'] }
const elsewhere: Staff = { ...paul, departmentId: 'e' }
const askedAt = new Date('2026-05-04T14:00:00Z')
const waiting: Enquiry = {
  ...{ id: '1', departmentId: 'd', kind: 'question', language: 'en', page: '', body: 'May we apply?', askedAt },
  ...{ email: 'ana@example.ca', confirmedAt: askedAt, takenBy: null, takenAt: null, answer: null, state: 'waiting' },
}
const taken: Enquiry = { ...waiting, state: 'taken', takenBy: 'paul', takenAt: askedAt }
const unconfirmed: Enquiry = { ...waiting, state: 'unconfirmed', confirmedAt: null }
const closed: Enquiry = { ...waiting, state: 'closed', outcome: 'noted', closedBy: 'paul', closedAt: askedAt }
const wrote: Wrote = {
  ...{ kind: 'problem', language: 'en', departmentId: null, page: '', body: 'The button is dead.', email: null },
}
const none = { origin: 1, address: 1, everybody: 1 }

describe('writing', () => {
  const refused: Record<WriteRefusal, ReturnType<typeof write>> = {
    too_many: write(visitor, wrote, { ...none, origin: enquiryLimits.origin.most + 1 }),
    address_missing: write(visitor, { ...wrote, kind: 'complaint' }, none),
  }
  it.each(Object.entries(refused))('is refused: %s', (because, decision) => {
    expect(decision).toEqual({ ok: false, because })
  })

  it('waits for the address where an answer is all there is, and not where a repair is', () => {
    const state = (kind: Wrote['kind'], email: string | null) => {
      const decision = write(visitor, { ...wrote, kind, email }, none)
      return decision.ok && [decision.value.state, decision.value.confirmed]
    }
    expect(state('problem', null)).toEqual(['waiting', false])
    expect(state('problem', 'ana@example.ca')).toEqual(['waiting', false])
    expect(state('question', 'ana@example.ca')).toEqual(['unconfirmed', false])
    const own = write(paul, { ...wrote, kind: 'question', email: paul.email }, none)
    expect(own).toEqual({ ok: true, value: { state: 'waiting', confirmed: true } })
  })

  it('counts to the limit and not beyond, whichever it is', () => {
    for (const limit of ['origin', 'address', 'everybody'] as const) {
      const { most } = enquiryLimits[limit]
      expect(write(visitor, wrote, { ...none, [limit]: most }).ok).toBe(true)
      expect(write(visitor, wrote, { ...none, [limit]: most + 1 }).ok).toBe(false)
    }
  })
})

describe('confirming', () => {
  const at = (hours: number) => new Date(askedAt.getTime() + hours * 3_600_000)
  const refused: Record<ConfirmRefusal, ReturnType<typeof confirm>> = {
    unknown_link: confirm(unconfirmed, { fits: false, now: at(1) }),
    link_expired: confirm(unconfirmed, { fits: true, now: at(72) }),
  }
  it.each(Object.entries(refused))('is refused: %s', (because, decision) => {
    expect(decision).toEqual({ ok: false, because })
  })

  it('works for three days, for what waits already too, and twice', () => {
    expect(confirm(unconfirmed, { fits: true, now: new Date(at(72).getTime() - 1) }).ok).toBe(true)
    expect(confirm({ ...taken, confirmedAt: null }, { fits: true, now: at(1) }).ok).toBe(true)
    expect(confirm(waiting, { fits: true, now: at(500) }).ok).toBe(true)
    expect(confirm({ ...closed, confirmedAt: null }, { fits: true, now: at(1) }).ok).toBe(false)
    expect(confirm(undefined, { fits: true, now: at(1) }).ok).toBe(false)
  })
})

describe('answering', () => {
  const said = { text: 'Yes.', drafted: 'Hello,' }
  const refused: Record<AnswerRefusal, ReturnType<typeof answer>> = {
    not_allowed: answer(client, taken, said),
    wrong_state: answer(paul, waiting, said),
    not_yours: answer(pauline, taken, said),
    no_address: answer(paul, { ...taken, email: null, confirmedAt: null }, said),
    address_unconfirmed: answer(paul, { ...taken, confirmedAt: null }, said),
    draft_unchanged: answer(paul, taken, { text: ' Hello,\n', drafted: 'Hello,' }),
  }
  it.each(Object.entries(refused))('is refused: %s', (because, decision) => {
    expect(decision).toEqual({ ok: false, because })
    expect(Object.keys(enquiryRefusals)).toContain(because)
  })

  it('goes to whoever asked, by whoever took it up', () => {
    expect(answer(paul, taken, said)).toEqual({ ok: true, value: { by: paul, email: 'ana@example.ca' } })
  })
})

describe('taking up, giving back, closing and learning', () => {
  const refused: Record<Exclude<ActRefusal, never>, ReturnType<typeof close>> = {
    not_allowed: close(elsewhere, taken),
    wrong_state: close(paul, waiting),
    not_yours: close(pauline, taken),
  }
  it.each(Object.entries(refused))('is refused: %s', (because, decision) => {
    expect(decision).toEqual({ ok: false, because })
  })

  it('are for the team that it is for, or for any when it is for none', () => {
    expect([take(paul, waiting).ok, take(pauline, taken).ok, take(elsewhere, waiting).ok]).toEqual([true, true, false])
    expect(take(elsewhere, { ...waiting, departmentId: null }).ok).toBe(true)
    expect(take(paul, closed)).toEqual({ ok: false, because: 'wrong_state' })
    expect([giveBack(paul, taken).ok, giveBack(pauline, taken).ok, giveBack(paul, waiting).ok]).toEqual([
      ...[true, false, false],
    ])
    expect(can.take(paul, taken)).toBe(false)
    expect(can.take(pauline, taken)).toBe(true)
  })

  it('learn once from each', () => {
    const lessons: Record<LessonRefusal, ReturnType<typeof learn>> = {
      not_allowed: learn(client, closed, { known: false }),
      already_a_lesson: learn(paul, closed, { known: true }),
    }
    for (const [because, decision] of Object.entries(lessons)) expect(decision).toEqual({ ok: false, because })
    expect(learn(paul, closed, { known: false }).ok).toBe(true)
  })
})

describe('the page that somebody was on', () => {
  it.each([
    ['/en/opportunities/charts?q=1#top', '/en/opportunities/charts'],
    ['https://opportune.example/fr/occasions/', '/fr/occasions'],
    ['/fr/occasions/cartes/candidature', '/fr/occasions/cartes'],
    ['/en/applications/0198a3c0-0000-7000-8000-000000000000/receipt', ''],
    [`/en/unsubscribe/0198a3c0-0000-7000-8000-000000000000.${'A'.repeat(43)}`, ''],
    [`/en/opportunities/${'a'.repeat(65)}`, '/en/opportunities'],
    ['/en/feedback', ''],
    ['/en/files/0198a3c0-0000-7000-8000-000000000000', ''],
    ['//evil.example/en/guide', ''],
    ['javascript:alert(1)', ''],
    ['/en/guide\r\nBcc: x', ''],
    ['/de/guide', ''],
  ])('%s is kept as “%s”', (said, kept) => {
    expect(pageSaid(said, 'anybody')).toBe(kept)
  })

  it('is any of theirs for staff, but never one that holds a secret', () => {
    expect(pageSaid('/en/files/0198a3c0/work', 'staff')).toBe('/en/files/0198a3c0/work')
    expect(pageSaid(`/en/unsubscribe/${'a'.repeat(80)}`, 'staff')).toBe('')
  })
})

it('a question without an address comes back at the address', () => {
  const asked = (form: Record<string, string>) => parseContact({ kind: 'question', body: 'May we?', ...form })
  const missing = asked({})
  expect(!missing.ok && missing.problems.map(({ field }) => field)).toEqual(['email'])
  const wrong = asked({ email: 'ana at example' })
  expect(!wrong.ok && wrong.problems.map(({ field }) => field)).toEqual(['email'])
  expect(asked({ email: ' Ana@Example.CA ' })).toMatchObject({ ok: true, value: { email: 'ana@example.ca' } })
  expect(asked({ kind: 'problem' })).toMatchObject({ ok: true, value: { email: null } })
})

it('what is missing is said at once, in its own words', () => {
  const empty = parseContact({})
  expect(!empty.ok && empty.problems.map(({ text }) => text)).toEqual([
    contactTexts.kindMissing,
    contactTexts.bodyMissing,
  ])
  const question = parseContact({ kind: 'question', body: ' ', email: ' ' })
  expect(!question.ok && question.problems.map(({ text }) => text)).toEqual([
    contactTexts.bodyMissing,
    contactTexts.addressMissing,
  ])
})
