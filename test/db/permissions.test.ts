import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, staffRoles } from '../../src/accounts/rules.ts'
import { startSession } from '../../src/accounts/sessions.ts'
import { features } from '../../src/features.ts'
import { languages } from '../../src/platform/i18n.ts'
import { path } from '../../src/platform/paths.ts'
import { permissions } from '../permissions.table.ts'
import { keyOf } from '../permissions.ts'
import { openWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world?.close()
})

const askers = ['visitor', 'supplier', ...staffRoles] as const

it.each(askers)('every route, asked by: %s', async (asker) => {
  const actor = await actorFor(asker)
  let cookie = await cookieOf(actor)
  const wrong: string[] = []
  for (const key of Object.keys(features.routes).map(keyOf)) {
    const [method = '', pattern = ''] = key.split(' ')
    for (const language of asker === 'visitor' ? languages : (['en'] as const)) {
      const url = path(pattern, language, anything)
      const response = await world.server.inject({
        method: method === 'GET' ? 'GET' : 'POST',
        url,
        headers: { host: 'localhost:8080', 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) },
        ...(method === 'GET' ? {} : { payload: '', headers: postHeaders(cookie) }),
      })
      const location = String(response.headers.location ?? '')
      const seen = seenAs(response.statusCode, location, path('/sign-in', language))
      const expected = expectedOf(key, asker)
      if (!expected.includes(seen)) wrong.push(`${method} ${url}: ${response.statusCode} ${location}, not ${expected}`)
    }
    if (key === 'POST /sign-out') cookie = await cookieOf(actor)
  }
  expect(wrong).toEqual([])
})

type Seen = 'sign in first' | 'unknown' | 'answered' | 'broken'

/** What this asker must see. A page about a thing that does not exist is unknown to those who may ask, too. */
function expectedOf(key: string, asker: (typeof askers)[number]): readonly Seen[] {
  const line = permissions[key] ?? ''
  const may = line === 'public' || line.split(' ').includes(asker)
  if (!may) return asker === 'visitor' ? ['sign in first'] : ['unknown']
  return key.startsWith('GET') && !key.includes(':') ? ['answered'] : ['answered', 'unknown']
}

function seenAs(status: number, location: string, signIn: string): Seen {
  if (status === 303 && location.startsWith(`${signIn}?to=`)) return 'sign in first'
  if (status === 404) return 'unknown'
  return [200, 303, 409, 422].includes(status) ? 'answered' : 'broken'
}

async function actorFor(asker: (typeof askers)[number]): Promise<Actor | null> {
  if (asker === 'visitor') return null
  if (asker === 'supplier') return world.supplier('Ada Quay')
  const member = Object.values(world.staff).find(({ roles }) => roles.includes(asker))
  if (!member) throw new Error(`nobody is ${asker}`)
  return member
}

async function cookieOf(actor: Actor | null): Promise<string> {
  if (actor === null || !('id' in actor)) return ''
  const departmentId = actor.kind === 'staff' ? actor.departmentId : null
  const token = await world.app.transaction('everything', (tx) =>
    startSession(tx, world.app, { personId: actor.id, departmentId }),
  )
  return `opportune=${token}`
}

const postHeaders = (cookie: string) => ({
  host: 'localhost:8080',
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
  ...(cookie ? { cookie } : {}),
})

/** Whatever an address asks for, a thing of that name does not exist. */
const anything = new Proxy<Record<string, string>>({}, { get: () => randomUUID() })
