import { describe, expect, it } from 'vitest'
import type { Actor } from '../accounts/rules.ts'
import { day } from '../platform/day.ts'
import { shuffled } from './opening.ts'
import {
  type Application,
  applicationLifecycle,
  isOpen,
  openSealed,
  type Posted,
  sealedEvents,
  standingOf,
  type WriteRefusal,
  write,
} from './rules.ts'

const closesAt = new Date('2026-11-18T04:59:00.000Z')
const posted: Posted = {
  ...{ id: 'o', departmentId: 'd', department: { en: '', fr: '' }, mailbox: '', timeZone: 'America/Toronto' },
  ...{ fileId: 'f', number: '2026-014', slug: 'one', state: 'open', title: { en: '', fr: '' }, closesAt },
  postedOn: day('2026-11-03'),
  ...{ deliveryDay: '2027-01-12', priceCents: 650_000, licence: 'MIT', criteria: [], recipients: undefined },
  drawCommitment: undefined,
  strong: false,
}
const supplier: Actor = { kind: 'supplier', id: 's', name: 'Lina', email: 'lina@example.ca' }
const common = {
  ...{ id: 'a', departmentId: 'd', opportunityId: 'o', supplierId: 's', token: '7K3M9QX2TB' },
  ...{ language: 'en' as const, createdAt: closesAt },
}
const draft: Application = { ...common, state: 'draft' }
const withdrawn: Application = { ...common, state: 'withdrawn', withdrawnAt: closesAt }
const at = (ms: number) => new Date(closesAt.getTime() + ms)

describe('writing an application', () => {
  it('is a supplier’s until the last millisecond', () => {
    expect(write(posted, { actor: supplier, own: undefined, worksHere: false, now: at(-1) }).ok).toBe(true)
    expect(write(posted, { actor: supplier, own: draft, worksHere: false, now: at(-1) }).ok).toBe(true)
  })

  type Case = { posted?: Partial<Posted>; actor?: Actor; own?: Application; worksHere?: boolean; now?: Date }
  const refused: Record<Exclude<WriteRefusal, 'unknown_opportunity'>, Case[]> = {
    not_a_supplier: [{ actor: { kind: 'visitor' } }, { actor: { kind: 'system' } }],
    works_here: [{ worksHere: true }, { worksHere: true, own: draft }],
    too_late: [{ now: at(0) }, { now: at(1) }, { posted: { state: 'closed' } }, { posted: { state: 'awarded' } }],
    not_open: [{ posted: { state: 'cancelled' } }, { posted: { state: 'ready' } }],
    withdrawn: [{ own: withdrawn }],
  }
  for (const [because, cases] of Object.entries(refused))
    it.each(cases)(
      `is refused: ${because} %#`,
      ({ posted: changed = {}, actor = supplier, own, worksHere = false, now = at(-1) }) => {
        expect(write({ ...posted, ...changed }, { actor, own, worksHere, now })).toEqual({ ok: false, because })
      },
    )
})

describe('the closing instant', () => {
  it.each([
    [-1, true],
    [0, false],
    [1, false],
  ])('%i ms from it: open is %s', (ms, open) => {
    expect(isOpen(posted, at(ms))).toBe(open)
  })
})

describe('opening', () => {
  it('needs a closed opportunity, in no other state', () => {
    expect(openSealed({ state: 'closed' }).ok).toBe(true)
    for (const state of ['draft', 'ready', 'open', 'evaluating', 'locked', 'drawn', 'awarded', 'cancelled'])
      expect(openSealed({ state })).toEqual({ ok: false, because: 'not_closed' })
  })

  it('gives every applicant each number equally often', () => {
    const counts = new Map<string, number>()
    let seed = 1
    const random = (bytes: number) => {
      const buffer = Buffer.alloc(bytes)
      for (let place = 0; place < bytes; place += 1) {
        seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
        buffer[place] = seed >>> 24
      }
      return buffer
    }
    for (let round = 0; round < 6_000; round += 1) {
      const order = shuffled(['a', 'b', 'c'], random).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba'])
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150)
  })
})

describe('where a supplier stands', () => {
  const submitted: Application = { ...common, state: 'submitted', submittedAt: at(-9) }
  const passed: Application = { ...common, state: 'passed', submittedAt: at(-9), openedAt: at(9) }
  it.each([
    ['draft', draft, 'open', at(-1)],
    ['draft_late', draft, 'open', at(0)],
    ['draft_late', draft, 'closed', at(5)],
    ['received', submitted, 'open', at(-1)],
    ['being_evaluated', submitted, 'open', at(0)],
    ['being_evaluated', passed, 'locked', at(9)],
    ['told', passed, 'awarded', at(9)],
    ['ended', submitted, 'cancelled', at(-1)],
    ['withdrawn', withdrawn, 'open', at(-1)],
    ['purged', { ...common, state: 'purged' }, 'completed', at(9)],
  ] as const)('%s', (standing, application, state, now) => {
    expect(standingOf(application, { state, closesAt }, now)).toBe(standing)
  })
})

it('a withdrawal is final, and what is opened is never sent again', () => {
  const table = applicationLifecycle.table
  expect(Object.keys(table.withdrawn)).toEqual(['purge'])
  expect('submit' in table.opened || 'withdraw' in table.opened).toBe(false)
  expect(sealedEvents.every((kind) => kind.startsWith('application.'))).toBe(true)
})
