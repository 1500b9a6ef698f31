import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import type { App } from '../platform/app.ts'
import { codeFor } from '../platform/codes.ts'
import { signInDemo } from './commands.signIn.ts'
import { addPerson, createDepartment, grantRole } from './commands.ts'
import { signInLimits, system } from './rules.ts'
import { actorOf } from './sessions.ts'

const MONDAY = new Date('2026-05-04T14:00:00Z')
const BROWSER = 'a'.repeat(32)
const MINUTE = 60_000

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world?.close()
})
beforeEach(async () => {
  world.now = MONDAY
  await world.app.transaction('everything', async (tx) => {
    await tx.deleteFrom('limits').execute()
    await tx.deleteFrom('signInCodes').execute()
  })
})

type Sent = { form?: Record<string, string>; browser?: string; cookie?: string; ip?: string; to?: string }

async function ask(
  method: 'GET' | 'POST' | 'HEAD',
  url: string,
  { form, browser = BROWSER, cookie = '', ip }: Sent = {},
) {
  return world.server.inject({
    method,
    url,
    ...(ip ? { remoteAddress: ip } : {}),
    headers: {
      host: 'localhost:8080',
      'sec-fetch-site': 'same-origin',
      cookie: [`opportune-browser=${browser}`, cookie].filter(Boolean).join('; '),
      ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
  })
}

function askCode(email: string, more: Sent = {}) {
  world.now = new Date(world.now.getTime() + 1)
  return ask('POST', '/en/sign-in', { ...more, form: { email, to: more.to ?? '' } })
}
const enter = (code: string, more: Sent = {}) => ask('POST', '/en/sign-in/code', { ...more, form: { code } })

/** What the letter says: the newest code of an address. */
async function codeOf(email: string): Promise<string> {
  const row = await world.app.read('everything', (tx) =>
    tx
      .selectFrom('signInCodes')
      .select('id')
      .where('email', '=', email)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  )
  return codeFor(world.app.keys.code, row.id)
}
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const sessionIn = (headers: Record<string, unknown>): string =>
  /^opportune=[\w-]{43}/.exec(
    String([headers['set-cookie']].flat().find((line) => /^opportune=/.test(String(line)))),
  )?.[0] ?? ''

describe('a supplier', () => {
  it('signs in with the code from the letter, and lands where they were going', async () => {
    const asked = await askCode('New.Person@Example.ca', { to: '/en/applications' })
    expect([asked.statusCode, asked.headers.location]).toEqual([303, '/en/sign-in/code'])
    expect((await ask('GET', '/en/sign-in/code')).body).toContain('new.person@example.ca')

    const entered = await enter((await codeOf('new.person@example.ca')).replace(/^(...)/, '$1 '))
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/en/applications'])
    expect(String(entered.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/)
    const actor = await actorOf(world.app, sessionIn(entered.headers).slice('opportune='.length))
    expect(actor).toMatchObject({ kind: 'supplier', email: 'new.person@example.ca' })
  })

  it('is the same person the next time', async () => {
    const ids: string[] = []
    for (let i = 0; i < 2; i += 1) {
      await askCode('again@example.ca')
      const entered = await enter(await codeOf('again@example.ca'))
      const actor = await actorOf(world.app, sessionIn(entered.headers).slice('opportune='.length))
      if (actor.kind === 'supplier') ids.push(actor.id)
    }
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it('gets the same answer for an address that is known and one that is not', async () => {
    await world.supplier('Known Person')
    const [known, unknown] = [await askCode('known.person@example.ca'), await askCode('nobody@example.ca')]
    expect([known.statusCode, known.headers.location, known.body]).toEqual([
      unknown.statusCode,
      unknown.headers.location,
      unknown.body,
    ])
  })

  it('is not signed in by whoever looks at the page, a hundred times if they like', async () => {
    await askCode('scanned@example.ca')
    for (const method of ['HEAD', 'GET', 'GET'] as const) await ask(method, '/en/sign-in/code')
    expect((await enter(await codeOf('scanned@example.ca'))).statusCode).toBe(303)
  })

  it('cannot use a code twice, in another browser, or after ten minutes', async () => {
    await askCode('once@example.ca')
    const code = await codeOf('once@example.ca')
    expect((await enter(code, { browser: 'b'.repeat(32) })).statusCode).toBe(409)
    expect((await enter(code)).statusCode).toBe(303)
    expect((await enter(code)).statusCode).toBe(409)

    await askCode('once@example.ca')
    world.now = new Date(world.now.getTime() + 10 * MINUTE)
    const late = await enter(await codeOf('once@example.ca'))
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('more than ten minutes old')
  })

  it('has five tries, and fifty at once are still five', async () => {
    await askCode('guess@example.ca')
    const code = await codeOf('guess@example.ca')
    const tries = await Promise.all(Array.from({ length: 50 }, () => enter(wrong(code))))
    expect(tries.every(({ statusCode }) => statusCode === 409)).toBe(true)
    const after = await enter(code)
    expect(after.statusCode).toBe(409)
    expect(after.body).toContain('tried five times')
    const row = await world.app.read('everything', (tx) =>
      tx.selectFrom('signInCodes').select('tries').where('email', '=', 'guess@example.ca').executeTakeFirstOrThrow(),
    )
    expect(row.tries).toBeGreaterThanOrEqual(5)
  })

  it('is told what is wrong next to the field, with what was typed kept', async () => {
    const address = await askCode('not an address')
    expect(address.statusCode).toBe(422)
    expect(address.body).toContain('value="not an address"')
    const code = await enter('12345')
    expect(code.statusCode).toBe(422)
    expect(code.body).toContain('value="12345"')
    const french = await ask('POST', '/fr/connexion', { form: { email: '' } })
    expect(french.statusCode).toBe(422)
    expect(french.body).toContain('adresse courriel')
  })

  it('is sent nowhere but to a page of ours', async () => {
    await askCode('safe@example.ca', { to: '//evil.example' })
    expect((await enter(await codeOf('safe@example.ca'))).headers.location).toBe('/en/applications')
  })

  it('who asks too often waits, and a code that they have still works', async () => {
    for (let i = 0; i < signInLimits.ask_address.most; i += 1)
      expect((await askCode('often@example.ca', { ip: '192.0.2.1' })).statusCode).toBe(303)
    const refused = await askCode('often@example.ca', { ip: '192.0.2.1' })
    expect(refused.statusCode).toBe(429)
    expect(refused.body).toContain('quarter of an hour')
    expect((await enter(await codeOf('often@example.ca'))).statusCode).toBe(303)
    world.now = new Date(MONDAY.getTime() + 15 * MINUTE)
    expect((await askCode('often@example.ca')).statusCode).toBe(303)
  })

  it('is not kept out by a stranger who asks for codes to their mailbox', async () => {
    for (let i = 0; i < signInLimits.ask_mailbox.most + 5; i += 1)
      await askCode('victim@example.ca', { ip: `2001:db8:1:2::${i}`, browser: 'e'.repeat(32) })
    const counted = await world.app.read('everything', (tx) =>
      tx.selectFrom('limits').select('count').where('key', '=', 'ask_everybody').executeTakeFirstOrThrow(),
    )
    expect(counted.count).toBe(signInLimits.ask_address.most)
    const own = await askCode('victim@example.ca', { ip: '203.0.113.77' })
    expect(own.statusCode).toBe(303)
    expect((await enter(await codeOf('victim@example.ca'))).statusCode).toBe(303)
  })

  it('in a whole IPv6 network is one asker', async () => {
    const asked: number[] = []
    for (let i = 0; i <= signInLimits.ask_address.most; i += 1)
      asked.push((await askCode('six@example.ca', { ip: `2001:db8:9:9::${i}` })).statusCode)
    expect(asked.at(-1)).toBe(429)
  })

  it('who signs in again ends the session that this browser held', async () => {
    await askCode('twice@example.ca')
    const first = sessionIn((await enter(await codeOf('twice@example.ca'))).headers)
    await askCode('twice@example.ca')
    const code = await codeOf('twice@example.ca')
    const second = await enter(code, { cookie: first })
    expect(second.statusCode).toBe(303)
    expect((await ask('GET', '/en/applications', { cookie: sessionIn(second.headers) })).statusCode).toBe(200)
    expect((await ask('GET', '/en/applications', { cookie: first })).statusCode).toBe(303)
  })

  it('leaves no page with their address behind in the browser', async () => {
    await askCode('kept@example.ca')
    expect((await ask('GET', '/en/sign-in/code')).headers['cache-control']).toBe('no-store')
    expect((await ask('GET', '/en/unsubscribe/x')).headers['cache-control']).toBe('no-store')
    expect((await ask('GET', '/en/subscribe/confirmation/x')).headers['cache-control']).toBe('no-store')
    expect((await ask('GET', '/en/opportunities')).headers['cache-control']).toBe('no-cache')
  })

  it('in a crowd behind one network address is limited without harm to others', async () => {
    const ip = '198.51.100.7'
    const crowd = await Promise.all(
      Array.from({ length: signInLimits.ask_origin.most + 5 }, (_, i) => askCode(`crowd${i}@example.ca`, { ip })),
    )
    expect(crowd.filter(({ statusCode }) => statusCode === 429)).toHaveLength(5)
    expect((await askCode('outside@example.ca', { ip: '203.0.113.4' })).statusCode).toBe(303)
  })

  it('who signs out is signed out on the server', async () => {
    await askCode('leaver@example.ca')
    const cookie = sessionIn((await enter(await codeOf('leaver@example.ca'))).headers)
    expect((await ask('GET', '/en/applications', { cookie })).statusCode).toBe(200)
    expect((await ask('POST', '/en/sign-out', { cookie, form: {} })).statusCode).toBe(303)
    expect((await ask('GET', '/en/applications', { cookie })).statusCode).toBe(303)
  })
})

describe('staff', () => {
  it('lose the page at once when their last role ends, and after 30 minutes of silence', async () => {
    const { administrator } = world.staff
    const token = await signedIn(administrator.id)
    expect(await actorOf(world.app, token)).toMatchObject({ kind: 'staff', roles: ['administrator'] })
    world.now = new Date(MONDAY.getTime() + 29 * MINUTE)
    expect((await actorOf(world.app, token)).kind).toBe('staff')
    world.now = new Date(MONDAY.getTime() + 58 * MINUTE)
    expect((await actorOf(world.app, token)).kind).toBe('staff')
    world.now = new Date(MONDAY.getTime() + 88 * MINUTE)
    expect((await actorOf(world.app, token)).kind).toBe('visitor')

    const again = await signedIn(administrator.id)
    await world.app.transaction('everything', (tx) =>
      tx.updateTable('roleGrants').set({ untilDay: '2026-05-03' }).where('personId', '=', administrator.id).execute(),
    )
    expect((await actorOf(world.app, again)).kind).toBe('visitor')
    await world.app.transaction('everything', (tx) =>
      tx.updateTable('roleGrants').set({ untilDay: null }).where('personId', '=', administrator.id).execute(),
    )
  })

  it('choose who to be in the demonstration, and never in production', async () => {
    const page = await ask('GET', '/en/sign-in-demo')
    expect(page.statusCode).toBe(200)
    for (const { name } of Object.values(world.staff)) expect(page.body).toContain(name)
    const person = world.staff.program.id
    const chosen = await ask('POST', '/fr/connexion-demo', {
      form: { person, department: world.departmentId, to: '/fr/registre' },
    })
    expect([chosen.statusCode, chosen.headers.location]).toEqual([303, '/fr/registre'])
    expect((await ask('GET', '/fr/registre', { cookie: sessionIn(chosen.headers) })).statusCode).toBe(200)

    const production: App = { ...world.app, config: { ...world.app.config, environment: 'production' } }
    const refused = await signInDemo(production, { personId: person, departmentId: world.departmentId })
    expect(refused).toEqual({ ok: false, because: 'not_here' })
  })

  it('are not signed in where they hold no role', async () => {
    const made = await createDepartment(world.app, system, {
      code: 'OTHER',
      name: { en: 'Other', fr: 'Autre' },
      mailbox: 'other@example.ca',
      postalAddress: '2 Quay Street',
    })
    if (!made.ok) throw new Error(made.because)
    const chosen = await ask('POST', '/en/sign-in-demo', {
      form: { person: world.staff.program.id, department: made.value.id },
    })
    expect(chosen.statusCode).toBe(404)
  })
})

describe('an administrator', () => {
  it('adds a person once, and gives a role once', async () => {
    const { administrator, program } = world.staff
    const person = { email: 'Hire@example.ca', name: 'New Hire', language: 'fr' } as const
    const [first, second] = [
      await addPerson(world.app, administrator, person),
      await addPerson(world.app, administrator, person),
    ]
    expect(first).toEqual(second)
    if (!first.ok) throw new Error(first.because)
    const role = { departmentId: world.departmentId, personId: first.value.id, role: 'finance', fromDay: MAY } as const
    expect(await grantRole(world.app, program, role)).toEqual({ ok: false, because: 'not_allowed' })
    expect(await grantRole(world.app, administrator, role)).toEqual({ ok: true, value: true })
    expect(await grantRole(world.app, administrator, role)).toEqual({ ok: false, because: 'already_granted' })
    expect(await addPerson(world.app, program, person)).toEqual({ ok: false, because: 'not_allowed' })
  })

  it('does not set up departments: the system does, under a code of its own', async () => {
    const asked = { code: 'NEW', name: { en: 'N', fr: 'N' }, mailbox: 'n@example.ca', postalAddress: '3 Quay Street' }
    expect(await createDepartment(world.app, world.staff.administrator, asked)).toEqual({
      ok: false,
      because: 'not_allowed',
    })
    expect((await createDepartment(world.app, system, asked)).ok).toBe(true)
    expect(await createDepartment(world.app, system, asked)).toEqual({ ok: false, because: 'code_taken' })
  })
})

const MAY = '2026-05-04' as Parameters<typeof grantRole>[2]['fromDay']

async function signedIn(personId: string): Promise<string> {
  const decision = await signInDemo(world.app, { personId, departmentId: world.departmentId })
  if (!decision.ok) throw new Error(decision.because)
  return decision.value.token
}
