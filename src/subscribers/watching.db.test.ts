import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangePosted } from '../../test/arrange.opportunities.ts'
import { openWorld, type World } from '../../test/world.ts'
import { system, visitor } from '../accounts/rules.ts'
import { path } from '../platform/paths.ts'
import { eraseDaily } from '../retention/commands.ts'
import {
  confirmationToken,
  confirmSubscription,
  forEachSubscriber,
  forEachWatcher,
  leavingToken,
  subscribe,
  unsubscribe,
} from './commands.ts'
import { confirmWatch, watch, watchToken } from './commands.watching.ts'
import { countConfirmed } from './store.ts'
import { watchersOf } from './store.watching.ts'
import { consentTexts } from './texts.consent.ts'

let world: World
let posted: { id: string; slug: string }
beforeAll(async () => {
  world = await openWorld()
  const { id, slug } = await arrangePosted(world)
  posted = { id, slug }
})
afterAll(() => world.close())

const rowOf = (email: string) =>
  world.app.read('nothing', (tx) =>
    tx.selectFrom('subscribers').selectAll().where('email', '=', email).executeTakeFirst(),
  )
const kindsTo = (email: string) =>
  world.app.read('nothing', async (tx) =>
    (await tx.selectFrom('outboxMessages').select('kind').where('toAddress', '=', email).orderBy('id').execute()).map(
      ({ kind }) => kind,
    ),
  )
const later = (ms = 1_000) => {
  world.now = new Date(world.now.getTime() + ms)
}
const value = <Value>(decision: { ok: true; value: Value } | { ok: false; because: string }): Value => {
  if (!decision.ok) throw new Error(decision.because)
  return decision.value
}
const asked = async (email: string) => {
  later()
  const made = value(await watch(world.app, visitor, { opportunityId: posted.id, email, language: 'fr' }))
  if (!made) throw new Error('nothing is watched')
  return made
}
const watching = async (email: string) => {
  const made = await asked(email)
  value(await confirmWatch(world.app, visitor, { token: watchToken(world.app, made) }))
  return made
}
const listed = async (email: string) => {
  later()
  const subscriber = value(await subscribe(world.app, system, { email, language: 'en' }))
  value(await confirmSubscription(world.app, system, { token: confirmationToken(world.app, subscriber) }))
  return subscriber
}
const toldWatchers = async () => {
  const told: string[] = []
  await forEachWatcher(world.worker, posted.id, async (_, { email }) => {
    told.push(email)
  })
  return told
}
const told = async (opportunityId?: string) => {
  const all: string[] = []
  const about = opportunityId === undefined ? {} : { opportunityId }
  await forEachSubscriber(world.worker, world.departmentId, async (_, { email }) => void all.push(email), about)
  return all
}

describe.each(['en', 'fr'] as const)('following one opportunity in %s', (language) => {
  const at = (pattern: string, params: Record<string, string> = {}) => path(pattern, language, params)

  test('is asked on its page, confirmed by a button, and seen on one’s own page', async () => {
    const email = `follower.${language}@example.ca`
    const page = await world.as(null).get(at('/opportunities/:slug', { slug: posted.slug }))
    expect(page.body).toContain(at('/opportunities/:slug/watching', { slug: posted.slug }))

    const sent = await world.as(null).post(at('/opportunities/:slug/watching', { slug: posted.slug }), { email })
    expect([sent.status, sent.location]).toEqual([303, at('/opportunities/:slug/watching/sent', { slug: posted.slug })])
    expect((await world.as(null).get(sent.location ?? '')).status).toBe(200)
    expect(await kindsTo(email)).toEqual(['subscriber.watch'])
    expect(await toldWatchers()).not.toContain(email)

    const subscriber = await rowOf(email)
    const made = await world.app.read('nothing', (tx) =>
      tx
        .selectFrom('watches')
        .selectAll()
        .where('subscriberId', '=', subscriber?.id ?? '')
        .executeTakeFirstOrThrow(),
    )
    const token = watchToken(world.app, made)
    const shown = await world.as(null).get(at('/subscribe/watching/:token', { token }))
    expect([shown.status, (await rowOf(email))?.state]).toEqual([200, 'pending']) // opening changed nothing
    expect((await world.as(null).post(at('/subscribe/watching/:token', { token }), {})).status).toBe(303)
    expect(await toldWatchers()).toContain(email)
    expect(await rowOf(email)).toMatchObject({ state: 'confirmed', cadence: 'watched_only', language })

    const leaving = leavingToken(world.app, subscriber ?? { id: '' })
    const own = await world.as(null).get(at('/subscribe/preferences/:token', { token: leaving }))
    expect(own.status).toBe(200)
    expect(own.body).toContain(made.id)
    const stop = await world.as(null).post(at('/subscribe/preferences/:token/watching', { token: leaving }), {
      watch: made.id,
    })
    expect(stop.status).toBe(303)
    expect(await toldWatchers()).not.toContain(email)
  })

  test('gives back what was typed, and refuses what is closed', async () => {
    const url = at('/opportunities/:slug/watching', { slug: posted.slug })
    const wrong = await world.as(null).post(url, { email: 'nobody' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('value="nobody"')
    expect((await world.as(null).get(at('/opportunities/:slug/watching', { slug: 'none' }))).status).toBe(404)
    const before = world.now
    world.now = new Date(before.getTime() + 100 * 86_400_000)
    expect((await world.as(null).post(url, { email: 'late@example.ca' })).status).toBe(409)
    expect((await world.as(null).get(url)).status).toBe(409)
    world.now = before
    expect(await rowOf('late@example.ca')).toBeUndefined()
  })
})

test('whoever follows alone is not on the list, and gets on it only by confirming the list', async () => {
  const { departmentId } = world
  const before = await world.app.read('nothing', (tx) => countConfirmed(tx, departmentId))
  await watching('alone@example.ca')
  expect(await world.app.read('nothing', (tx) => countConfirmed(tx, departmentId))).toBe(before)
  expect(await told()).not.toContain('alone@example.ca')
  expect(await told(posted.id)).toContain('alone@example.ca')

  later()
  const subscriber = value(await subscribe(world.app, visitor, { email: 'alone@example.ca', language: 'en' }))
  expect((await rowOf('alone@example.ca'))?.language).toBe('fr') // whoever asks cannot change it
  expect(await told()).not.toContain('alone@example.ca')
  value(await confirmSubscription(world.app, visitor, { token: confirmationToken(world.app, subscriber) }))
  expect(await told()).toContain('alone@example.ca')
  expect(await world.app.read('nothing', (tx) => countConfirmed(tx, departmentId))).toBe(before + 1)
})

test('asking to follow says nothing of whom we know, and changes nothing of theirs', async () => {
  await listed('known@example.ca')
  const url = `/en/opportunities/${posted.slug}/watching`
  const known = await world.as(null).post(url, { email: 'known@example.ca' })
  const strange = await world.as(null).post(url, { email: 'strange@example.ca' })
  expect([known.status, known.location, known.body]).toEqual([strange.status, strange.location, strange.body])
  expect(await rowOf('known@example.ca')).toMatchObject({ state: 'confirmed', cadence: 'at_once', language: 'en' })
})

test('a link that was made up, is for another purpose, or is old, confirms nothing', async () => {
  const made = await asked('links@example.ca')
  const leaving = leavingToken(world.app, { id: made.subscriberId })
  for (const token of [`${made.id}.${'A'.repeat(43)}`, leaving, 'x'])
    expect((await world.as(null).post(path('/subscribe/watching/:token', 'en', { token }), {})).status).toBe(409)
  const before = world.now
  world.now = new Date(before.getTime() + 72 * 3_600_000)
  expect(await confirmWatch(world.app, visitor, { token: watchToken(world.app, made) })).toEqual({
    ok: false,
    because: 'link_expired',
  })
  world.now = before
})

test('watchers are read in pages, each once, though they are told of the list too', async () => {
  await listed('both@example.ca')
  await watching('both@example.ca')
  const first = await world.app.read('nothing', (tx) =>
    watchersOf(tx, { opportunityId: posted.id, after: null, most: 1 }),
  )
  const rest = await world.app.read('nothing', (tx) =>
    watchersOf(tx, { opportunityId: posted.id, after: first[0]?.id ?? null, most: 500 }),
  )
  const all = [...first, ...rest].map(({ email }) => email)
  expect(new Set(all).size).toBe(all.length)
  expect(all.toSorted()).toEqual((await toldWatchers()).toSorted())
  expect((await told(posted.id)).filter((email) => email === 'both@example.ca')).toHaveLength(1)
})

test('leaving ends what is followed too, and letters to many that have not left yet', async () => {
  const { subscriberId } = await watching('gone@example.ca')
  await world.app.transaction('everything', async (tx) => {
    await sql`insert into mailings (id, department_id, kind, name, facts_en, facts_fr, started_at)
      values (${world.newId()}, ${world.departmentId}, 'x.y', 'left', '{}', '{}', now())`.execute(tx)
    await sql`insert into outbox_messages (id, department_id, mailing_id, kind, language, to_address, facts, dedupe_key, created_at)
      select ${world.newId()}, department_id, id, 'x.y', 'en', 'gone@example.ca', '{}', 'left', now() from mailings
      where name = 'left'`.execute(tx)
  })
  value(await unsubscribe(world.app, visitor, { token: leavingToken(world.app, { id: subscriberId }) }))
  expect(await toldWatchers()).not.toContain('gone@example.ca')
  const { rows } = await world.app.read('nothing', (tx) =>
    sql<{
      due: boolean
    }>`select next_attempt_at < 'infinity' as due from outbox_messages where dedupe_key = 'left'`.execute(tx),
  )
  expect(rows).toEqual([{ due: false }])
})

test('two who ask at once for one address and opportunity make one watch', async () => {
  const one = () => watch(world.app, system, { opportunityId: posted.id, email: 'twice@example.ca', language: 'en' })
  const [first, second] = await Promise.all([one(), one()])
  expect(value(first)?.id).toBe(value(second)?.id)
})

describe('one’s own page', () => {
  const form = (more: Record<string, string | string[]>) => ({ language: 'en', cadence: 'at_once', ...more })
  const open = async (email: string) => {
    const { id } = await listed(email)
    return path('/subscribe/preferences/:token', 'en', { token: leavingToken(world.app, { id }) })
  }
  const skillsOf = async () => {
    const { rows } = await world.app.read('nothing', (tx) =>
      sql<{ name: string }>`select distinct skill ->> 'en' as name from publication.opportunities,
        jsonb_array_elements(notice::jsonb -> 'skills') skill order by 1`.execute(tx),
    )
    return rows.map(({ name }) => name)
  }

  test('keeps language, cadence and skills, and letters follow', async () => {
    const url = await open('chooser@example.ca')
    const [skill = ''] = await skillsOf()
    const page = await world.as(null).get(url)
    expect(page.body).toContain(skill)
    const key = /name="skills" value="([^"]+)"/.exec(page.body)?.[1] ?? ''

    expect((await world.as(null).post(url, form({ language: 'fr', skills: [key] }))).status).toBe(303)
    expect(await rowOf('chooser@example.ca')).toMatchObject({ language: 'fr', cadence: 'at_once', skills: [key] })
    expect(await told(posted.id)).toContain('chooser@example.ca')

    await world.app.transaction('nothing', (tx) =>
      tx
        .updateTable('subscribers')
        .set({ skills: ['cooking'] })
        .where('email', '=', 'chooser@example.ca')
        .execute(),
    )
    expect(await told(posted.id)).not.toContain('chooser@example.ca')
    expect((await world.as(null).post(url, form({ cadence: 'weekly' }))).status).toBe(303)
    expect(await told()).not.toContain('chooser@example.ca')
  })

  test('refuses what is no choice, and gives back what was ticked', async () => {
    const url = await open('stranger@example.ca')
    const wrong = await world.as(null).post(url, form({ cadence: 'hourly' }))
    expect(wrong.status).toBe(422)
    expect((await world.as(null).post(url, form({ skills: ['cooking'] }))).status).toBe(409)
    expect((await world.as(null).post(url, form({ departments: [world.newId()] }))).status).toBe(409)
    expect(await rowOf('stranger@example.ca')).toMatchObject({ cadence: 'at_once', skills: [], departments: [] })
    const madeUp = path('/subscribe/preferences/:token', 'en', { token: `${world.newId()}.${'A'.repeat(43)}` })
    expect((await world.as(null).get(madeUp)).status).toBe(409)
    expect((await world.as(null).post(madeUp, form({}))).status).toBe(409)
  })

  test('a department chosen alone keeps the news of others away', async () => {
    const url = await open('elsewhere@example.ca')
    const elsewhere = world.newId()
    await world.app.transaction('nothing', (tx) =>
      tx
        .updateTable('subscribers')
        .set({ departments: [elsewhere] })
        .where('email', '=', 'elsewhere@example.ca')
        .execute(),
    )
    expect(await told(posted.id)).not.toContain('elsewhere@example.ca')
    expect((await world.as(null).post(url, form({}))).status).toBe(303)
    expect(await told(posted.id)).toContain('elsewhere@example.ca')
  })

  test('shows the proof of consent: the words, the act, the moment, and no network address', async () => {
    const url = await open('proof@example.ca')
    const { id = '' } = (await rowOf('proof@example.ca')) ?? {}
    const kept = await world.app.read('nothing', (tx) =>
      tx.selectFrom('subscriberConsents').selectAll().where('subscriberId', '=', id).orderBy('at').execute(),
    )
    expect(kept.map(({ about, act, way }) => [about, act, way])).toEqual([
      ['list', 'asked', 'program'],
      ['list', 'confirmed', 'program'],
    ])
    expect(Object.keys(kept[0] ?? {}).toSorted()).toEqual([
      ...['about', 'act', 'at', 'id', 'opportunityId', 'subscriberId', 'textDigest', 'way'],
    ])
    const page = await world.as(null).get(url)
    for (const line of consentTexts.list.asked.en.split('\n'))
      expect(page.body.replaceAll('’', "'")).toContain(line.replaceAll('’', "'"))
    await expect(
      world.app.transaction('nothing', (tx) =>
        sql`update subscriber_consents set at = now() where subscriber_id = ${id}`.execute(tx),
      ),
    ).rejects.toThrow()
  })

  test('how somebody heard of us is asked once, and counted apart from them', async () => {
    const url = await open('source@example.ca')
    const token = url.split('/').at(-1) ?? ''
    const tell = (source: string) =>
      world.as(null).post(path('/subscribe/source/:token', 'en', { token: decodeURIComponent(token) }), { source })
    expect((await world.as(null).get(url)).body).toContain('name="source"')
    expect((await tell('school')).status).toBe(303)
    expect((await tell('social')).status).toBe(303) // once is enough
    expect((await tell('whatever')).status).toBe(303)
    expect((await world.as(null).get(url)).body).not.toContain('name="source"')
    const counts = await world.app.read('nothing', (tx) => tx.selectFrom('subscriberSources').selectAll().execute())
    expect(counts).toEqual([{ month: '2026-05-01', source: 'school', count: 1 }])
  })
})

test('whoever never confirmed is forgotten after a week, with what they asked for; others stay', async () => {
  await asked('never@example.ca')
  const kept = await watching('always@example.ca')
  later(8 * 86_400_000)
  await eraseDaily(world.worker)
  expect(await rowOf('never@example.ca')).toBeUndefined()
  expect((await rowOf('always@example.ca'))?.id).toBe(kept.subscriberId)
})
