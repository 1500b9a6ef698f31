import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangePosted } from '../../test/arrange.opportunities.ts'
import { openWorld, type World } from '../../test/world.ts'
import { system } from '../accounts/rules.ts'
import { extendClosing } from '../opportunities/commands.amendments.ts'
import { day } from '../platform/day.ts'
import { letterOf } from '../platform/outbox.ts'
import { confirmationToken, confirmSubscription, subscribe } from '../subscribers/commands.ts'
import { renderEmail } from '../ui/email.tsx'
import { beginDigests, writeDigest } from './digest.ts'
import { digestEmail } from './emails.digest.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const reader = async (email: string, set: { cadence: 'daily' | 'weekly' | 'at_once'; skills?: string[] }) => {
  world.now = new Date(world.now.getTime() + 1_000)
  const asked = await subscribe(world.app, system, { email, language: 'en' })
  if (!asked.ok) throw new Error(asked.because)
  await confirmSubscription(world.app, system, { token: confirmationToken(world.app, asked.value) })
  await world.app.transaction('nothing', (tx) =>
    tx.updateTable('subscribers').set(set).where('email', '=', email).execute(),
  )
}
const letters = () =>
  world.app.read('everything', (tx) =>
    tx.selectFrom('outboxMessages').selectAll().where('kind', '=', 'publication.digest').orderBy('toAddress').execute(),
  )
const runs = () =>
  world.app.read('nothing', (tx) =>
    tx.selectFrom('digestRuns').selectAll().orderBy('cadence').orderBy('dueAt').execute(),
  )
const posted = () =>
  world.app.read('everything', (tx) => tx.selectFrom('opportunities').select('id').executeTakeFirstOrThrow())
const daily = (day: string) => ({ cadence: 'daily', dueAt: new Date(`${day}T12:00:00Z`) }) as const

describe('digests', () => {
  test('are begun once for each instant, whichever process looks', async () => {
    await Promise.all([beginDigests(world.worker), beginDigests(world.worker), beginDigests(world.worker)])
    expect((await runs()).map(({ cadence }) => cadence)).toEqual(['daily', 'weekly'])
    await beginDigests(world.worker)
    expect(await runs()).toHaveLength(2)
  })

  test('go to who wants what is new, once, however often the job runs; nothing new, no letter', async () => {
    await reader('daily@example.ca', { cadence: 'daily' })
    await reader('weekly@example.ca', { cadence: 'weekly' })
    await reader('atonce@example.ca', { cadence: 'at_once' })
    await reader('cook@example.ca', { cadence: 'daily', skills: ['cooking'] })
    expect(await writeDigest(world.worker, daily('2026-05-05'))).toBe(0)

    world.now = new Date('2026-05-05T13:00:00Z')
    const { slug } = await arrangePosted(world)
    const published = world.now
    world.now = new Date('2026-05-06T12:00:01Z')
    expect(published < world.now).toBe(true)
    const counts = await Promise.all([
      writeDigest(world.worker, daily('2026-05-06')),
      writeDigest(world.worker, daily('2026-05-06')),
    ])
    expect(counts[0] + counts[1]).toBe(1)
    await writeDigest(world.worker, daily('2026-05-06'))
    expect((await letters()).map(({ toAddress }) => toAddress)).toEqual(['daily@example.ca'])

    const [row] = await letters()
    const facts = { ...JSON.parse(row?.facts ?? '{}'), signature: 'A'.repeat(43) }
    const letter = letterOf(world.worker, { kind: digestEmail, facts, language: 'en', from: null }, renderEmail)
    expect(letter.text).toContain(`/en/opportunities/${slug}`)
    expect(letter.unsubscribe).toContain('/en/unsubscribe/')

    world.now = new Date('2026-05-07T12:00:01Z')
    expect(await writeDigest(world.worker, daily('2026-05-07'))).toBe(0)
    expect(await letters()).toHaveLength(1)

    world.now = new Date('2026-05-12T12:00:01Z')
    const weekly = { cadence: 'weekly', dueAt: new Date('2026-05-12T12:00:00Z') } as const
    expect(await writeDigest(world.worker, weekly)).toBe(1)
    expect((await letters()).map(({ toAddress }) => toAddress)).toEqual(['daily@example.ca', 'weekly@example.ca'])
  })

  test('tell of a closing that moved whoever was told of the posting, in one more question for a whole batch', async () => {
    await reader('newcomer@example.ca', { cadence: 'daily' })
    const closesAt = new Date('2026-06-02T18:00:00Z')
    const later = { closesAt, selectionDay: day('2026-06-04'), deliveryDay: day('2026-08-14') }
    const reason = { en: 'A holiday.', fr: 'Un jour férié.' }
    const { id } = await posted()
    expect(await extendClosing(world.app, world.staff.program, { id, reason, ...later })).toMatchObject({ ok: true })
    world.now = new Date('2026-05-13T12:00:01Z')
    expect(await writeDigest(world.worker, daily('2026-05-13'))).toBe(1)
    expect(await writeDigest(world.worker, daily('2026-05-13'))).toBe(0)
    const row = (await letters()).find(({ facts }) => JSON.parse(facts).changes === 1)
    expect(row?.toAddress).toBe('daily@example.ca')
    const facts = { ...JSON.parse(row?.facts ?? '{}'), signature: 'A'.repeat(43) }
    const said = (language: 'en' | 'fr') =>
      letterOf(world.worker, { kind: digestEmail, facts, language, from: null }, renderEmail)
    expect(said('en').subject).toBe('Changed: 1 opportunity')
    expect(said('en').text).toMatch(/The closing has moved to Tuesday, June\s2, 2026/)
    expect(said('fr').text).toContain('La clôture est reportée')
    world.now = new Date('2026-05-14T12:00:01Z')
    expect(await writeDigest(world.worker, daily('2026-05-14'))).toBe(0)
  })
})

describe.each([
  ['en', 'opportunities'],
  ['fr', 'occasions'],
] as const)('feeds in %s', (language, word) => {
  const get = (ending: string) => world.as(null).get(`/${language}/${word}.${ending}`)

  test('have their type, when they last changed, and what is open', async () => {
    const types = { atom: 'application/atom+xml', json: 'application/feed+json', ics: 'text/calendar' }
    for (const [ending, type] of Object.entries(types)) {
      const answer = await get(ending)
      expect([answer.status, answer.headers['content-type']]).toEqual([200, `${type}; charset=utf-8`])
      expect(String(answer.headers['last-modified'])).toMatch(/ 2026 .* GMT$/)
    }
    const items: { title: string }[] = JSON.parse((await get('json')).body).items
    expect(items.map(({ title }) => /closing has moved|Clôture reportée/.test(title))).toEqual([true, false])
    const events = new ICAL.Component(ICAL.parse((await get('ics')).body)).getAllSubcomponents('vevent')
    expect(events).toHaveLength(1)
  })

  test('are found from the head of the list', async () => {
    const { body } = await world.as(null).get(`/${language}/${word}`)
    for (const ending of ['atom', 'json', 'ics'])
      expect(body).toMatch(
        new RegExp(`<link rel="alternate" type="[a-z+/]+" title="[^"]+" href="/${language}/${word}\\.${ending}"`),
      )
  })
})
