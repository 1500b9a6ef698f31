import { describe, expect, it } from 'vitest'
import { visitor } from '../accounts/rules.ts'
import {
  ask,
  CONFIRM_HOURS,
  confirm,
  linkToken,
  type Pending,
  readLinkToken,
  type Subscriber,
  subscribeLimits,
  unsubscribe,
} from './rules.ts'
import { refusals } from './texts.ts'

const asked = new Date('2026-05-04T14:00:00Z')
const id = '0198a3c0-0000-7000-8000-000000000000'
const pending: Pending = { id, departmentId: null, language: 'en', askedAt: asked, state: 'pending', email: 'a@b.ca' }
const gone: Subscriber = { ...pending, state: 'unsubscribed', unsubscribedAt: asked }
const later = (hours: number, ms = 0) => new Date(asked.getTime() + hours * 3_600_000 + ms)

describe('asking', () => {
  it('is limited for an address and for a network address, at the boundary', () => {
    const { origin, address } = subscribeLimits
    expect(ask(visitor, { origin: origin.most, address: address.most }).ok).toBe(true)
    expect(ask(visitor, { origin: origin.most + 1, address: 1 })).toEqual({ ok: false, because: 'too_many_requests' })
    expect(ask(visitor, { origin: 1, address: address.most + 1 })).toEqual({ ok: false, because: 'too_many_requests' })
  })

  it('is not limited for a replay', () => {
    expect(ask({ kind: 'system' }, { origin: 1000, address: 1000 }).ok).toBe(true)
  })
})

describe('confirming', () => {
  it('works until the last millisecond of three days', () => {
    expect(confirm(pending, { fits: true, now: later(CONFIRM_HOURS, -1) }).ok).toBe(true)
    expect(confirm(pending, { fits: true, now: later(CONFIRM_HOURS) })).toEqual({ ok: false, because: 'link_expired' })
  })

  it('is harmless twice, and long after', () => {
    const confirmed: Subscriber = { ...pending, state: 'confirmed', confirmedAt: asked }
    expect(confirm(confirmed, { fits: true, now: later(10_000) }).ok).toBe(true)
  })

  it('says nothing of whose link does not fit', () => {
    for (const subscriber of [undefined, pending, gone])
      expect(confirm(subscriber, { fits: false, now: asked })).toEqual({ ok: false, because: 'unknown_link' })
    expect(confirm(gone, { fits: true, now: asked })).toEqual({ ok: false, because: 'unknown_link' })
  })
})

it('leaving never expires and needs the right link', () => {
  expect(unsubscribe(pending, { fits: true }).ok).toBe(true)
  expect(unsubscribe(gone, { fits: true }).ok).toBe(true)
  expect(unsubscribe(pending, { fits: false })).toEqual({ ok: false, because: 'unknown_link' })
  expect(unsubscribe(undefined, { fits: true })).toEqual({ ok: false, because: 'unknown_link' })
})

it('a token is read back, and nothing else is a token', () => {
  const signature = 'A'.repeat(43)
  expect(readLinkToken(linkToken(id, signature))).toEqual({ id, signature })
  for (const text of ['', id, `${id}.`, `${id}.${'A'.repeat(42)}`, `${id}.${'A'.repeat(42)}/`, `x${id}.${signature}`])
    expect(readLinkToken(text)).toBeUndefined()
})

it('every refusal has its sentence in both languages', () => {
  for (const { en, fr } of Object.values(refusals)) expect([en.length > 20, fr.length > 20]).toEqual([true, true])
})
