import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from '../../src/app.ts'
import { features } from '../../src/features.ts'
import { languages } from '../../src/platform/i18n.ts'
import { patternIn } from '../../src/platform/paths.ts'
import { openWorld, type World } from '../world.ts'

/* What every answer carries, and what no POST gets past, on the real server over https. */
let world: World
let server: FastifyInstance
beforeAll(async () => {
  world = await openWorld()
  const app = { ...world.app, config: { ...world.app.config, baseUrl: 'https://micro.example.ca' } }
  server = await createServer(app, {
    addresses: { tokens: '/assets/tokens.css', ui: '/assets/ui.css', script: '/assets/enhance.js' },
    files: new Map(),
  })
})
afterAll(async () => {
  await server.close()
  await world.close()
})

const addressesOf = (method: 'GET' | 'POST') =>
  Object.entries(features.routes).flatMap(([key, route]) => {
    const [spoken, pattern = ''] = key.split(' ').filter(Boolean)
    if (spoken !== method) return []
    return languages.map((language) => ({ route, url: patternIn(pattern, language).replace(/:[a-zA-Z]+/g, 'x') }))
  })

it('every answer says how it may be used', async () => {
  const elsewhere = ['/', '/healthz', '/nothing', '/en/nothing', '/fr/rien', '/assets/nothing.css', '/en/%zz', '/%00']
  for (const url of [...elsewhere, ...addressesOf('GET').map(({ url }) => url)]) {
    const { headers } = await server.inject({ method: 'GET', url })
    const said = {
      url,
      csp: String(headers['content-security-policy']),
      nosniff: headers['x-content-type-options'],
      hsts: headers['strict-transport-security'],
      referrer: headers['referrer-policy'],
    }
    expect(said).toEqual({
      url,
      csp: expect.stringMatching(
        /^default-src 'none';script-src 'self';(?!.*unsafe).*base-uri 'none';frame-ancestors 'none'/,
      ),
      nosniff: 'nosniff',
      hsts: 'max-age=31536000; includeSubDomains',
      referrer: 'same-origin',
    })
    for (const cookie of [headers['set-cookie'] ?? []].flat())
      expect(cookie).toMatch(
        /^__Host-opportune-browser=[0-9a-f]{32}; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      )
  }
})

describe('a POST', () => {
  const foreign: Record<string, Record<string, string>> = {
    'of nobody': {},
    'of another site': { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    'of a sister site': { 'sec-fetch-site': 'same-site', origin: 'https://evil.example.ca' },
    'of an old browser on another site': { origin: 'https://evil.example' },
    'of a frame without an origin': { origin: 'null' },
    'of our name without https': { origin: 'http://micro.example.ca', host: 'micro.example.ca' },
  }
  it.each(Object.entries(foreign))('%s does nothing, whatever its address', async (_, headers) => {
    for (const { route, url } of addressesOf('POST')) {
      const { statusCode } = await server.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: 'decision=yes',
      })
      // The one address that takes a POST from anywhere is a link in a letter: the token is the proof.
      expect([url, statusCode]).toEqual([url, route.anywhere ? 409 : 403])
    }
  })

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'application/xml'])(
    'of the type %s breaks nothing',
    async (type) => {
      for (const { url } of addressesOf('POST')) {
        const { statusCode } = await server.inject({
          method: 'POST',
          url,
          headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
          payload: '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}',
        })
        expect([url, statusCode < 500]).toEqual([url, true])
      }
      expect('polluted' in {}).toBe(false)
    },
  )

  it('of more fields than any form has is not read to its end, which would take seconds', async () => {
    const sent = async (fields: number) => {
      const many = Array.from({ length: fields }, (_, place) => `a${place}=1&`).join('')
      const { statusCode } = await server.inject({
        ...{ method: 'POST', url: '/en/subscribe', payload: `${many}email=many%40example.ca&language=en` },
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      })
      return statusCode
    }
    expect([await sent(4_000), await sent(100_000)]).toEqual([303, 422])
  })

  it('of values that are no text is refused: no page of ours sends one', async () => {
    const { statusCode } = await server.inject({
      ...{ method: 'POST', url: '/en/subscribe', payload: '{"email":{"toString":1}}' },
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    })
    expect(statusCode).toBe(415)
  })
})

it('a browser is known from its way to sign in on, not for what stands in a query', async () => {
  const cookies = async (url: string) => (await server.inject({ method: 'GET', url })).headers['set-cookie']
  expect(await cookies('/en/opportunities?q=/sign-in')).toBeUndefined()
  expect(await cookies('/fr/occasions?q=/connexion')).toBeUndefined()
  expect(await cookies('/fr/connexion?to=/fr/candidatures')).toContain('opportune-browser')
})
