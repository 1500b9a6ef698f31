import { describe, expect, it } from 'vitest'
import { visitor } from '../accounts/rules.ts'
import { isOfEducation, partsShown, shownAlone } from './rules.audience.ts'
import { isDead, isHard, isOurFault } from './rules.bounces.ts'
import {
  ask,
  CONFIRM_HOURS,
  type Confirmed,
  choose,
  confirm,
  linkToken,
  mayBeAsked,
  type Pending,
  type PreferenceRefusal,
  readLinkToken,
  type Subscriber,
  skillKey,
  subscribeLimits,
  unsubscribe,
  type Wants,
} from './rules.ts'
import { askToWatch, type ConfirmWatchRefusal, confirmWatch, type Watch, type WatchRefusal } from './rules.watching.ts'
import { refusals } from './texts.ts'
import { watchRefusals } from './texts.watching.ts'

const asked = new Date('2026-05-04T14:00:00Z')
const id = '0198a3c0-0000-7000-8000-000000000000'
const pending: Pending = { id, departmentId: null, language: 'en', askedAt: asked, state: 'pending', email: 'a@b.ca' }
const gone: Subscriber = { ...pending, state: 'unsubscribed', unsubscribedAt: asked, because: 'left' }
const wants: Wants = { cadence: 'at_once', skills: [], departments: [] }
const confirmed: Confirmed = {
  ...{ ...pending, state: 'confirmed', confirmedAt: asked, wants, sourceAskedAt: null },
}
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
    expect(confirm(confirmed, { fits: true, now: later(10_000) }).ok).toBe(true)
  })

  it('says nothing of whose link does not fit', () => {
    for (const subscriber of [undefined, pending, gone])
      expect(confirm(subscriber, { fits: false, now: asked })).toEqual({ ok: false, because: 'unknown_link' })
    expect(confirm(gone, { fits: true, now: asked })).toEqual({ ok: false, because: 'unknown_link' })
  })
})

describe('confirming the list after following alone', () => {
  const follower: Confirmed = { ...confirmed, wants: { ...wants, cadence: 'watched_only' } }

  it('works as the first time, and expires alike', () => {
    expect(confirm(follower, { fits: true, now: later(CONFIRM_HOURS, -1) })).toEqual({ ok: true, value: follower })
    expect(confirm(follower, { fits: true, now: later(CONFIRM_HOURS) })).toEqual({ ok: false, because: 'link_expired' })
  })
})

describe('asking anew after we stopped', () => {
  it('is as ever for whoever left, and one letter a day for a mailbox that refused or complained', () => {
    expect(mayBeAsked(undefined, 9)).toBe(true)
    expect(mayBeAsked('left', 9)).toBe(true)
    expect([mayBeAsked('bounced', 1), mayBeAsked('bounced', 2)]).toEqual([true, false])
    expect([mayBeAsked('complained', 1), mayBeAsked('complained', 2)]).toEqual([true, false])
  })
})

describe('choosing', () => {
  const known = { skills: ['accessibility', 'c++'], departments: ['a', 'b'] }
  const refused: Record<PreferenceRefusal, Parameters<typeof choose>> = {
    unknown_link: [gone, { fits: true, wants, known }],
    unknown_choice: [confirmed, { fits: true, wants: { ...wants, skills: ['cooking'] }, known }],
  }
  it.each(Object.entries(refused))('refuses %s', (because, [subscriber, facts]) => {
    expect(choose(subscriber, facts)).toEqual({ ok: false, because })
  })

  it('refuses a link that does not fit, somebody who never confirmed, and a department that is none', () => {
    expect(choose(confirmed, { fits: false, wants, known })).toEqual({ ok: false, because: 'unknown_link' })
    expect(choose(pending, { fits: true, wants, known })).toEqual({ ok: false, because: 'unknown_link' })
    const elsewhere = { ...wants, departments: ['z'] }
    expect(choose(confirmed, { fits: true, wants: elsewhere, known })).toEqual({ ok: false, because: 'unknown_choice' })
  })

  it('keeps what was chosen before, though no posting asks for it any more', () => {
    const cook: Confirmed = { ...confirmed, wants: { ...wants, skills: ['cooking'] } }
    expect(choose(cook, { fits: true, wants: cook.wants, known }).ok).toBe(true)
  })

  it('takes every department ticked as all of them, those to come too', () => {
    const every = choose(confirmed, { fits: true, wants: { ...wants, departments: ['b', 'a'] }, known })
    expect(every.ok && every.value.wants.departments).toEqual([])
    const one = choose(confirmed, { fits: true, wants: { ...wants, departments: ['b'] }, known })
    expect(one.ok && one.value.wants.departments).toEqual(['b'])
  })

  it('knows a skill however it is written', () => {
    expect(['Accessibilité', 'accessibilite', ' ACCESSIBILITÉ '].map(skillKey)).toEqual(Array(3).fill('accessibilite'))
    expect(['C++', 'C#', 'Node.js', 'screen-reader testing'].map(skillKey)).toEqual([
      ...['c++', 'c#', 'node.js', 'screen reader testing'],
    ])
  })
})

describe('following one opportunity', () => {
  const few = { origin: 1, address: 1 }
  const watch: Watch = { id, subscriberId: id, opportunityId: id, askedAt: asked, confirmedAt: null }

  const refusedAsking: Record<WatchRefusal, Parameters<typeof askToWatch>[1]> = {
    closed: { watched: { open: false }, counts: few },
    too_many_requests: { watched: { open: true }, counts: { ...few, address: 5 } },
  }
  it.each(Object.entries(refusedAsking))('refuses %s', (because, facts) => {
    expect(askToWatch(visitor, facts)).toEqual({ ok: false, because })
  })

  const refusedConfirming: Record<ConfirmWatchRefusal, [Watch | undefined, Subscriber, { fits: boolean; now: Date }]> =
    {
      unknown_link: [undefined, pending, { fits: true, now: asked }],
      link_expired: [watch, pending, { fits: true, now: later(CONFIRM_HOURS) }],
    }
  it.each(Object.entries(refusedConfirming))('refuses to confirm: %s', (because, [found, subscriber, facts]) => {
    expect(confirmWatch(found, subscriber, facts)).toEqual({ ok: false, because })
  })

  it('confirms until the last millisecond, again later, and never for whoever left', () => {
    expect(confirmWatch(watch, pending, { fits: true, now: later(CONFIRM_HOURS, -1) }).ok).toBe(true)
    expect(confirmWatch({ ...watch, confirmedAt: asked }, confirmed, { fits: true, now: later(10_000) }).ok).toBe(true)
    expect(confirmWatch(watch, gone, { fits: true, now: asked }).ok).toBe(false)
    expect(confirmWatch(watch, pending, { fits: false, now: asked }).ok).toBe(false)
  })
})

describe('refused letters', () => {
  it('are for good when the address is at fault, and not when the letter, a quota or our server is', () => {
    expect(['5.1.1', '5.1.10', '5.0.0', '5.2.1', '5.4.4', '550', '551', '553', '556'].filter(isHard)).toHaveLength(9)
    expect(['4.2.2', '5.2.2', '5.3.4', '5.7.1', '5.7.26', '552', '554', '421', '', 'x'].filter(isHard)).toEqual([])
  })

  it('end a subscription at the number of the policy', () => {
    expect([isDead(1, 2), isDead(2, 2), isDead(3, 2)]).toEqual([false, true, true])
  })

  it('are our own fault when they are many at once', () => {
    expect(isOurFault({ refused: 19, sent: 0 })).toBe(false)
    expect(isOurFault({ refused: 20, sent: 0 })).toBe(true)
    expect(isOurFault({ refused: 20, sent: 180 })).toBe(false)
    expect(isOurFault({ refused: 21, sent: 180 })).toBe(true)
  })
})

describe('counts of people', () => {
  it('keep back a small part, and with a single one the next, so that a subtraction tells nothing', () => {
    const parts = (...counts: number[]) => counts.map((count, place) => ({ name: String(place), count }))
    const shown = (...counts: number[]) => partsShown(parts(...counts)).map(({ count }) => count)
    expect(shown(5, 100, 0)).toEqual([5, 100, 0])
    expect(shown(4, 100)).toEqual([null, null])
    expect(shown(4, 100, 9, 0)).toEqual([null, 100, null, 0])
    expect(shown(1, 3, 50)).toEqual([null, null, 50])
    expect([shownAlone(0), shownAlone(1), shownAlone(4), shownAlone(5)]).toEqual([0, null, null, 5])
  })

  it('know places of education, and nothing that only looks like one', () => {
    const schools = ['mail.utoronto.ca', 'uottawa.ca', 'mit.edu', 'cs.ox.ac.uk', 'anu.edu.au', 'polymtl.ca', 'BCIT.ca']
    expect(schools.filter(isOfEducation)).toEqual(schools)
    const others = [
      'gmail.com',
      'education.com',
      'ac.uk',
      'notutoronto.ca',
      'utoronto.ca.example.com',
      'edu',
      'canada.ca',
    ]
    expect(others.filter(isOfEducation)).toEqual(['edu'])
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
  for (const { en, fr } of [...Object.values(refusals), ...Object.values(watchRefusals)])
    expect([en.length > 20, fr.length > 20]).toEqual([true, true])
})
