import { describe, expect, it, test } from 'vitest'
import type { Staff, StaffRole } from '../accounts/rules.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { day } from '../platform/day.ts'
import type { Decision } from '../platform/decision.ts'
import { policyInForce } from '../policy/inForce.ts'
import { changesBetween } from './rules.changes.ts'
import * as delegates from './rules.delegates.ts'
import * as papers from './rules.papers.ts'
import * as rules from './rules.ts'

const departmentId = 'dw'
const staff = (id: string, ...roles: StaffRole[]): Staff => ({
  ...{ kind: 'staff', id, name: id, email: `${id}@example.ca`, departmentId },
  ...{ departmentCode: 'DW', timeZone: 'America/Toronto', roles },
})
const procurement = staff('priya', 'procurement')
const finance = staff('farid', 'finance')
const manager = staff('sam', 'section_32')
const program = staff('paul', 'program_team')
const elsewhere = { ...procurement, departmentId: 'other' }
const at = new Date('2026-05-12T14:00:00Z')
const signed = { by: 'priya', at }

/** As much of an opportunity as these rules ask. */
const file = (state: string, gates: object, more: object = {}) =>
  ({
    ...{ id: 'f', departmentId, clientId: 'claire', state, submittedAt: at },
    gates: {
      ...{ statement: null, pif: null, budget: 'not_needed', s32: null, sentToFinanceAt: null, reservation: null },
      ...{ translation: null, ...gates },
    },
    ...more,
  }) as unknown as Opportunity

function refuses<Because extends string>(
  what: string,
  allowed: () => Decision<unknown, Because>,
  refused: Record<Because, () => Decision<unknown, Because>>,
) {
  describe(what, () => {
    it('is allowed', () => expect(allowed().ok).toBe(true))
    it.each(Object.entries<() => Decision<unknown, Because>>(refused))('is refused: %s', (because, ask) =>
      expect(ask()).toEqual({ ok: false, because }),
    )
  })
}

describe('where a decision stands', () => {
  const facts: rules.StandingFacts = {
    ...{ approval: 'before', held: [], value: 747_500 },
    authorities: [{ limit: 2_500_000, actingFor: null }],
  }
  const inReview = file('in_review', {})
  const toSign = file('in_approval', { statement: signed, pif: signed })
  const kind = (
    ...[opportunity, actor, gate, more]: [Opportunity, Staff, 'statement' | 's32' | 'reservation', object?]
  ) => {
    const stands = rules.standing(opportunity, actor, gate, { ...facts, ...more })
    return stands.kind === 'barred' ? stands.because : stands.kind
  }

  test.each<[string, Opportunity, Staff, 'statement' | 's32' | 'reservation', object]>([
    ['yours', inReview, procurement, 'statement', {}],
    ['yours', inReview, program, 'statement', { approval: 'after' }],
    ['not_yours', inReview, program, 'statement', {}],
    ['not_yours', inReview, elsewhere, 'statement', {}],
    ['separation_of_duties', inReview, procurement, 'statement', { held: [{ duty: 'requested', personId: 'priya' }] }],
    ['decided', file('in_approval', { statement: signed }), procurement, 'statement', {}],
    ['sent_back', file('draft', {}), procurement, 'statement', {}],
    ['ended', file('cancelled', {}, { endedAt: at }), procurement, 'statement', {}],
    ['yours', toSign, manager, 's32', {}],
    ['not_yours', toSign, finance, 's32', {}],
    ['not_yet', file('in_approval', { statement: signed }), manager, 's32', {}],
    ['not_yet', inReview, manager, 's32', {}],
    ['no_delegation', toSign, manager, 's32', { authorities: [] }],
    ['delegation_too_low', toSign, manager, 's32', { authorities: [{ limit: 747_499, actingFor: null }] }],
    ['separation_of_duties', toSign, manager, 's32', { held: [{ duty: 'requested', personId: 'sam' }] }],
    ['decided', file('in_approval', { statement: signed, pif: signed, s32: signed }), manager, 's32', {}],
    ['yours', file('in_approval', { sentToFinanceAt: at }), finance, 'reservation', {}],
    ['not_yet', toSign, finance, 'reservation', {}],
    ['decided', file('open', { reservation: { ...signed, number: 'FR' } }), finance, 'reservation', {}],
  ])('%s', (expected, opportunity, actor, gate, more) => {
    expect(kind(opportunity, actor, gate, more)).toBe(expected)
  })

  it('nobody signs in the place of whoever asked', () => {
    const authorities = [{ limit: null, actingFor: 'claire' }]
    const held = [{ duty: 'requested', personId: 'claire' }]
    expect(kind(toSign, manager, 's32', { authorities, held })).toBe('separation_of_duties')
  })

  it('is waited for since the last thing that it waited for', () => {
    const later = new Date(at.getTime() + 1_000)
    expect(rules.askedSince(inReview, 'statement')).toEqual(at)
    expect(rules.askedSince(inReview, 's32')).toBeUndefined()
    expect(rules.askedSince(file('in_approval', { statement: signed, pif: { by: 'c', at: later } }), 's32')).toEqual(
      later,
    )
    expect(
      rules.askedSince(file('in_approval', { statement: signed, pif: signed, s32: signed }), 's32'),
    ).toBeUndefined()
    expect(rules.askedSince(file('in_approval', { sentToFinanceAt: later }), 'reservation')).toEqual(later)
    expect(rules.askedSince(file('draft', {}), 'statement')).toBeUndefined()
  })
})

const posted = file('open', { statement: signed }, { publishedAt: at })
const look = { approvedBefore: false, reviewed: false, held: [], outcome: 'approved', note: '' } as const
refuses<rules.ReviewRefusal>('a review after posting', () => rules.reviewLater(posted, procurement, look), {
  not_allowed: () => rules.reviewLater(posted, program, look),
  separation_of_duties: () =>
    rules.reviewLater(posted, procurement, { ...look, held: [{ duty: 'requested', personId: 'priya' }] }),
  not_posted: () => rules.reviewLater(file('ready', {}), procurement, look),
  approved_before: () => rules.reviewLater(posted, procurement, { ...look, approvedBefore: true }),
  already_reviewed: () => rules.reviewLater(posted, procurement, { ...look, reviewed: true }),
  note_missing: () => rules.reviewLater(posted, procurement, { ...look, outcome: 'concern' }),
})

const kept = { departmentId, released: false, inUse: false }
refuses<rules.ReleaseRefusal>('a release of funds', () => rules.releaseFunds(kept, finance), {
  not_allowed: () => rules.releaseFunds(kept, program),
  nothing_to_release: () => rules.releaseFunds({ ...kept, inUse: true }, finance),
  already_released: () => rules.releaseFunds({ ...kept, released: true }, finance),
})
test('funds that were never reserved are not released', () => {
  expect(rules.releaseFunds(undefined, finance)).toEqual({ ok: false, because: 'nothing_to_release' })
})

const today = day('2026-05-12')
const pdf = { bytes: Buffer.from('%PDF-1.7\n…') }
const asked = { dated: today, validUntil: null, link: '', file: pdf, today }
test('a paper is named as what it is', () => {
  expect(papers.namedAs('application/pdf', 'Note.PDF')).toBe('Note.PDF')
  expect(papers.namedAs('application/pdf', 'note.html')).toBe('note.html.pdf')
  expect(papers.namedAs('image/png', 'scan.pdf')).toBe('scan.pdf.png')
})

refuses<papers.AddPaperRefusal>('a paper', () => papers.addPaper(program, asked), {
  not_allowed: () => papers.addPaper(finance, asked),
  dated_in_the_future: () => papers.addPaper(program, { ...asked, dated: day('2026-05-13') }),
  ends_before_dated: () => papers.addPaper(program, { ...asked, validUntil: day('2026-05-11') }),
  link_or_file: () => papers.addPaper(program, { ...asked, link: 'https://example.ca/note' }),
  not_pdf_or_png: () => papers.addPaper(program, { ...asked, file: { bytes: Buffer.from('<svg onload="x">%PDF-') } }),
  too_large: () => papers.addPaper(program, { ...asked, file: { bytes: Buffer.alloc(5_000_001) } }),
})
test('a paper is what its first bytes say', () => {
  const png = { bytes: Buffer.from('89504e470d0a1a0a0000', 'hex') }
  expect(papers.addPaper(program, { ...asked, file: png })).toEqual({ ok: true, value: { type: 'image/png' } })
  expect(papers.addPaper(program, { ...asked, file: undefined, link: 'https://a.example' }).ok).toBe(true)
  expect(papers.addPaper(program, { ...asked, file: undefined }).ok).toBe(false)
})

const notice: papers.Paper = {
  ...{ id: 'p', kind: 'union_notice', title: 'Notice', language: 'en', dated: today, validUntil: null },
  ...{ link: 'https://example.ca', fileName: null, reply: null },
}
refuses<papers.KeptPaperRefusal>('taking a paper off the list', () => papers.removePaper(notice, program), {
  not_allowed: () => papers.removePaper(notice, finance),
  no_such_paper: () => papers.removePaper(undefined, program),
})
refuses<papers.ReplyRefusal>('a reply', () => papers.recordReply(notice, program, { day: today }), {
  not_allowed: () => papers.recordReply(notice, finance, { day: today }),
  no_such_paper: () => papers.recordReply(undefined, program, { day: today }),
  not_a_notice: () => papers.recordReply({ ...notice, kind: 'cfo_note' }, program, { day: today }),
  already_replied: () =>
    papers.recordReply({ ...notice, reply: { text: 'No objection.', day: today } }, program, { day: today }),
  reply_before_notice: () => papers.recordReply(notice, program, { day: day('2026-05-11') }),
})

describe('what a posting lacks', () => {
  const policy = policyInForce([], today)
  const wants = { ...policy, requiredPapers: ['cfo_note', 'card_approval'] as const }
  const note: papers.Paper = { ...notice, kind: 'cfo_note', validUntil: day('2026-05-20') }

  it('is nothing by default', () => expect(papers.missingPapers([], policy, today)).toEqual([]))

  it('is what is required, was never there, or has expired', () => {
    const missing = papers.missingPapers(
      [note],
      { ...wants, requiredPapers: [...wants.requiredPapers] },
      day('2026-05-21'),
    )
    expect(missing).toEqual([
      { kind: 'cfo_note', because: 'expired' },
      { kind: 'card_approval', because: 'none' },
    ])
    const last = papers.missingPapers([note], { ...wants, requiredPapers: ['cfo_note'] }, day('2026-05-20'))
    expect(last).toEqual([])
  })

  it('is the notice to the bargaining agents wherever there are any', () => {
    const agents = {
      ...policy,
      bargainingAgents: [{ name: 'Local 1', email: 'a@union.example', language: 'en' as const }],
    }
    expect(papers.missingPapers([], agents, today)).toEqual([{ kind: 'union_notice', because: 'none' }])
    expect(papers.missingPapers([notice], agents, today)).toEqual([])
  })
})

const period = { delegateId: 'lea', fromDay: day('2026-05-12'), untilDay: day('2026-05-20') }
const shares = { delegateRoles: ['section_32'] as const, named: [], today }
const other = { ...period, id: 'd', personId: 'sam', delegateId: 'max' }
refuses<delegates.NameRefusal>('naming a delegate', () => delegates.nameDelegate(manager, period, shares), {
  not_allowed: () => delegates.nameDelegate(staff('claire', 'client'), period, shares),
  own_delegate: () => delegates.nameDelegate(manager, { ...period, delegateId: 'sam' }, shares),
  delegate_without_role: () => delegates.nameDelegate(manager, period, { ...shares, delegateRoles: ['finance'] }),
  ends_before_it_starts: () => delegates.nameDelegate(manager, { ...period, untilDay: day('2026-05-11') }, shares),
  ends_in_the_past: () =>
    delegates.nameDelegate(manager, { ...period, fromDay: day('2026-05-01'), untilDay: day('2026-05-11') }, shares),
  already_named: () =>
    delegates.nameDelegate(manager, { ...period, fromDay: period.untilDay }, { ...shares, named: [other] }),
})
refuses<delegates.EndDelegateRefusal>('taking a naming back', () => delegates.endDelegate(other, manager), {
  not_allowed: () => delegates.endDelegate(other, finance),
  no_such_delegate: () => delegates.endDelegate(undefined, manager),
})
test('the day after one ends another may begin', () => {
  const next = { ...period, fromDay: day('2026-05-21'), untilDay: day('2026-05-22') }
  expect(delegates.nameDelegate(manager, next, { ...shares, named: [other] }).ok).toBe(true)
})

describe('what changed between two submissions', () => {
  const text = (changed: object = {}) =>
    JSON.stringify({
      ...{ title: 'Fix it', teaser: 'Short', team: 'T', background: 'B', work: 'W', skills: ['TypeScript'] },
      ...{ workCriteria: ['a', 'b'], applicationCriteria: ['c'], provisions: [], licence: 'MIT' },
      ...{ repository: ['department', 'https://a.example'], hours: 90, price: 650_000, ...changed },
    })
  const changes = (after: object) => changesBetween(text(), text(after), (amount) => `$${amount / 100}`)

  it('is nothing when nothing did, or when there was none before', () => {
    expect(changes({})).toEqual([])
    expect(changesBetween(undefined, text(), String)).toEqual([])
  })

  it('is said part by part, in the order of the form', () => {
    expect(changes({ price: 700_000, title: 'Fix it well', workCriteria: ['a', 'b2', 'c'], hours: null })).toEqual([
      { field: 'title', before: 'Fix it', after: 'Fix it well' },
      { field: 'workCriteria:2', before: 'b', after: 'b2' },
      { field: 'workCriteria:3', before: '', after: 'c' },
      { field: 'hours', before: '90', after: '' },
      { field: 'price', before: '$6500', after: '$7000' },
    ])
  })
})
