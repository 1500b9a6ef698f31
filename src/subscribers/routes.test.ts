import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import { system, visitor } from '../accounts/rules.ts'
import { letterOf } from '../platform/outbox.ts'
import { path } from '../platform/paths.ts'
import { renderEmail } from '../ui/email.tsx'
import {
  confirmationToken,
  confirmSubscription,
  forEachSubscriber,
  leavingFacts,
  leavingToken,
  subscribe,
  unsubscribe,
} from './commands.ts'
import { alreadyEmail } from './emails.ts'
import { subscribeLimits } from './rules.ts'
import { countConfirmed } from './store.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const rowOf = (email: string) =>
  world.app.read('nothing', (tx) =>
    tx.selectFrom('subscribers').selectAll().where('email', '=', email).executeTakeFirst(),
  )
const lettersTo = (email: string) =>
  world.app.read('nothing', (tx) =>
    tx.selectFrom('outboxMessages').selectAll().where('toAddress', '=', email).orderBy('id').execute(),
  )
const confirmed = async (email: string) => {
  const asked = await subscribe(world.app, system, { email, language: 'en' })
  if (!asked.ok) throw new Error(asked.because)
  await confirmSubscription(world.app, system, { token: confirmationToken(world.app, asked.value) })
  return asked.value
}

describe.each(['en', 'fr'] as const)('subscribing in %s', (language) => {
  const at = (pattern: string, token?: string) => path(pattern, language, token ? { token } : {})

  test('asks, confirms by a button and leaves by one click', async () => {
    const visitor = world.as(null)
    const email = `reader.${language}@example.ca`
    expect((await visitor.get(at('/subscribe'))).status).toBe(200)

    const asked = await visitor.post(at('/subscribe'), { email: email.toUpperCase(), language })
    expect([asked.status, asked.location]).toEqual([303, at('/subscribe/sent')])
    const row = await rowOf(email)
    expect([row?.state, row?.language, row?.departmentId]).toEqual(['pending', language, null])
    expect((await lettersTo(email)).map(({ kind }) => kind)).toEqual(['subscriber.confirm'])

    const token = confirmationToken(world.app, row ?? { id: '', askedAt: world.now })
    const shown = await visitor.get(at('/subscribe/confirmation/:token', token))
    expect(shown.status).toBe(200)
    expect((await rowOf(email))?.state).toBe('pending') // opening the link changed nothing
    expect((await visitor.post(at('/subscribe/confirmation/:token', token), {})).status).toBe(303)
    expect((await rowOf(email))?.state).toBe('confirmed')

    const leaving = leavingToken(world.app, row ?? { id: '' })
    expect((await visitor.get(at('/unsubscribe/:token', leaving))).status).toBe(200)
    expect((await rowOf(email))?.state).toBe('confirmed')
    const left = await visitor.post(at('/unsubscribe/:token', leaving), {})
    expect([left.status, left.location]).toEqual([200, undefined])
    expect(await rowOf(email)).toBeUndefined() // the address is gone
  })

  test('gives back what was typed, with the sentence', async () => {
    const wrong = await world.as(null).post(at('/subscribe'), { email: 'nobody at all', language: 'xx' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('value="nobody at all"')
    expect(wrong.body).toContain(language === 'en' ? 'name@example.ca' : 'nom@exemple.ca')
  })
})

test('a known address gets the same page, and another letter', async () => {
  const { email } = await confirmed('known@example.ca')
  world.now = new Date(world.now.getTime() + 60_000)
  const strange = await world.as(null).post('/en/subscribe', { email: 'strange@example.ca', language: 'en' })
  const known = await world.as(null).post('/en/subscribe', { email, language: 'fr' })
  expect([known.status, known.location, known.body]).toEqual([strange.status, strange.location, strange.body])
  expect((await lettersTo(email)).map(({ kind }) => kind)).toEqual(['subscriber.confirm', 'subscriber.already'])
  expect((await rowOf(email))?.language).toBe('en') // whoever asks cannot change it
})

test('a mailbox may press the button: no origin, the body of RFC 8058, and the headers that say so', async () => {
  const subscriber = await confirmed('mailbox@example.ca')
  const url = path('/unsubscribe/:token', 'en', { token: leavingToken(world.app, subscriber) })
  const [already] = [alreadyEmail]
  const signature = leavingToken(world.app, subscriber).split('.')[1] ?? ''
  const facts = { ...leavingFacts(subscriber), signature }
  const letter = letterOf(world.app, { kind: already, facts, language: 'en', from: null }, renderEmail)
  expect(letter.unsubscribe).toBe(world.app.config.baseUrl + url)

  const pressed = await world.server.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost:8080', 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  })
  expect(pressed.statusCode).toBe(200)
  expect(await rowOf('mailbox@example.ca')).toBeUndefined()
  const elsewhere = await world.server.inject({
    method: 'POST',
    url: '/en/subscribe',
    headers: { host: 'localhost:8080', 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'email=x@example.ca&language=en',
  })
  expect(elsewhere.statusCode).toBe(403)
})

test('a link that was made up, or is for another purpose, or is old, does nothing', async () => {
  const asked = await subscribe(world.app, system, { email: 'links@example.ca', language: 'en' })
  if (!asked.ok) throw new Error(asked.because)
  const confirming = confirmationToken(world.app, asked.value)
  const leaving = leavingToken(world.app, asked.value)
  const madeUp = `${asked.value.id}.${'A'.repeat(43)}`
  for (const token of [madeUp, leaving, 'x', `${leaving}x`]) {
    const answer = await world.as(null).post(path('/subscribe/confirmation/:token', 'en', { token }), {})
    expect(answer.status).toBe(409)
  }
  expect((await world.as(null).post(path('/unsubscribe/:token', 'en', { token: confirming }), {})).status).toBe(409)
  expect((await rowOf('links@example.ca'))?.state).toBe('pending')

  const before = world.now
  world.now = new Date(before.getTime() + 72 * 3_600_000)
  const late = await world.as(null).post(path('/subscribe/confirmation/:token', 'en', { token: confirming }), {})
  expect(late.status).toBe(409)
  expect((await world.as(null).get(path('/subscribe/confirmation/:token', 'fr', { token: confirming }))).status).toBe(
    409,
  )
})

test('whoever left comes back by the same way, and is one row', async () => {
  const first = await confirmed('again@example.ca')
  const token = leavingToken(world.app, first)
  expect((await unsubscribe(world.app, system, { token })).ok).toBe(true)
  expect((await unsubscribe(world.app, system, { token })).ok).toBe(true)
  world.now = new Date(world.now.getTime() + 1_000)
  const second = await confirmed('again@example.ca')
  expect(second.id).toBe(first.id)
  const events = await world.app.read('everything', (tx) =>
    tx.selectFrom('historyEvents').select('kind').where('subjectId', '=', first.id).orderBy('at').execute(),
  )
  expect(events.map(({ kind }) => kind)).toEqual([
    'subscriber.confirmed',
    'subscriber.unsubscribed',
    'subscriber.confirmed',
  ])
})

test('two who ask at once for one address make one row', async () => {
  const ask = () => subscribe(world.app, system, { email: 'twice@example.ca', language: 'fr' })
  const [one, two] = await Promise.all([ask(), ask()])
  expect(one.ok && two.ok && one.value.id === two.value.id).toBe(true)
})

test('too many letters to one mailbox are refused, with what was typed', async () => {
  const ask = () => world.as(null).post('/en/subscribe', { email: 'victim@example.ca', language: 'en' })
  for (let times = 0; times < 4; times += 1) expect((await ask()).status).toBe(303)
  const refused = await ask()
  expect(refused.status).toBe(429)
  expect(refused.body).toContain('victim@example.ca')
})

test('what is refused to one network counts against nobody’s mailbox', async () => {
  const ask = (email: string, origin: string) => subscribe(world.app, visitor, { email, language: 'en', origin })
  for (let place = 0; place <= subscribeLimits.origin.most; place += 1)
    await ask(`flood${place}@example.ca`, 'one network')
  for (let times = 0; times < 6; times += 1) expect((await ask('spared@example.ca', 'one network')).ok).toBe(false)
  expect((await ask('spared@example.ca', 'their own')).ok).toBe(true)
})

test('a stranger’s tries use up none of a mailbox owner’s, and all together are limited', async () => {
  const ask = (origin: string) => subscribe(world.app, visitor, { email: 'owner@example.ca', language: 'en', origin })
  for (let times = 0; times < 8; times += 1) expect((await ask('a stranger')).ok).toBe(times < 4)
  for (let times = 0; times < 4; times += 1) expect((await ask('the owner')).ok).toBe(true)
  for (let times = 0; times < 8; times += 1) expect((await ask(`network ${times}`)).ok).toBe(times < 4)
})

test('subscribers of a department are replayed in 2021, and counted', async () => {
  world.now = new Date('2021-08-02T14:00:00Z')
  const { departmentId } = world
  const others = await world.app.read('nothing', (tx) => countConfirmed(tx, departmentId))
  for (let place = 0; place < 40; place += 1) {
    const asked = await subscribe(world.app, system, { email: `p${place}@example.ca`, language: 'en', departmentId })
    if (!asked.ok) throw new Error(asked.because)
    await confirmSubscription(world.app, system, { token: confirmationToken(world.app, asked.value) })
  }
  expect((await world.app.read('nothing', (tx) => countConfirmed(tx, departmentId))) - others).toBe(40)
  const row = await rowOf('p0@example.ca')
  expect(row?.confirmedAt?.toISOString()).toBe('2021-08-02T14:00:00.000Z')

  const told = new Set<string>()
  const count = await forEachSubscriber(world.worker, departmentId, async (_, { email }) => {
    told.add(email)
  })
  expect(told.size).toBe(count)
  expect(count).toBe(40 + others)
})
