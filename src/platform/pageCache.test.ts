import { type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { renderingForAll } from './pageCache.rendering.ts'
import { type CacheOptions, pageCache, type Rendered } from './pageCache.ts'

const opened: Server[] = []
afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A cache before a program that counts. What is rendered is `page N`; what the program answers itself is `program`. */
async function arranged(given: Partial<CacheOptions> = {}) {
  const world = { version: 1 as number | undefined, now: 1_000, rendered: 0, program: 0, lines: [] as string[] }
  const say = (more: { until?: Date } = {}) => Object.assign(renderingForAll() ?? {}, { same: true, ...more })
  const rendered = (status = 200, headers = {}): Rendered => {
    world.rendered += 1
    const body = Buffer.from(`page ${world.rendered}`)
    return { status, headers: { 'content-type': 'text/plain', ...headers }, body }
  }
  const cache = pageCache({
    version: { current: () => world.version, now: () => world.now, stop: async () => {} },
    mostBytes: 1_000_000,
    places: [{ pattern: '/page', cached: ['q'] }],
    sessionCookie: 'session',
    files: [],
    requestTimeout: 30_000,
    render: async () => {
      say()
      return rendered()
    },
    sent: ({ method, route, status, times }) => world.lines.push(`${method} ${route} ${status} ${times}`),
    ...given,
  })
  const server = cache.serverOf((_: IncomingMessage, reply: ServerResponse) => {
    world.program += 1
    reply.end('program')
  })
  opened.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const get = (path = '/page', headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<string>((done, fail) => {
      const asked = request({ port, path, headers, method, host: '127.0.0.1', agent: false }, (answer) => {
        let body = ''
        answer.setEncoding('utf8')
        answer.on('data', (part: string) => {
          body += part
        })
        answer.on('end', () => done(body))
      })
      asked.on('error', fail)
      asked.end()
    })
  return { world, cache, get, say, rendered }
}

it('renders a page once, and gives it from then on', async () => {
  const { world, cache, get } = await arranged()
  expect([await get(), await get(), await get('/page', { cookie: 'other=1' })]).toEqual(['page 1', 'page 1', 'page 1'])
  expect([world.rendered, world.program]).toEqual([1, 0])
  expect(await get('/page?q=maps')).toBe('page 2')
  await get('/page', {}, 'HEAD')
  cache.close()
  expect(world.lines).toEqual(['GET /page 200 4', 'HEAD /page 200 1'])
})

it('renders one page for all who ask at once', async () => {
  const { world, get, say, rendered } = await arranged({
    render: async () => {
      await new Promise((done) => setTimeout(done, 30))
      say()
      return rendered()
    },
  })
  const answers = await Promise.all(Array.from({ length: 50 }, () => get()))
  expect([new Set(answers), world.rendered]).toEqual([new Set(['page 1']), 1])
})

it('renders anew after a change', async () => {
  const { world, get } = await arranged()
  await get()
  world.version = 2
  expect([await get(), await get()]).toEqual(['page 2', 'page 2'])
})

it('does not keep what was rendered while the data changed, and gives it to nobody who asks after', async () => {
  let finish: (() => void)[] = []
  const { world, get, say, rendered } = await arranged({
    render: async () => {
      await new Promise<void>((done) => finish.push(done))
      say()
      return rendered()
    },
  })
  const before = get()
  await expect.poll(() => finish.length).toBe(1)
  world.version = 2
  const after = get()
  await expect.poll(() => finish.length).toBe(2)
  for (const done of finish) done()
  expect([await before, await after]).toEqual(['page 1', 'page 2'])
  finish = []
  expect(await get()).toBe('page 2')
})

it('renders anew from the instant at which the page changes by time, and each minute at the latest', async () => {
  const { world, get, say, rendered } = await arranged({
    render: async () => {
      say(world.rendered === 0 ? { until: new Date(1_500) } : {})
      return rendered()
    },
  })
  await get()
  world.now = 1_499
  expect(await get()).toBe('page 1')
  world.now = 1_500
  expect(await get()).toBe('page 2')
  world.now = 61_499
  expect(await get()).toBe('page 2')
  world.now = 61_500
  expect(await get()).toBe('page 3')
})

it('goes on to the program while changes are not heard', async () => {
  const { world, get } = await arranged()
  await get()
  world.version = undefined
  expect([await get(), world.rendered]).toEqual(['program', 1])
  world.version = 2
  expect(await get()).toBe('page 2')
})

it.each([
  ['a form that is sent', '/page', {}, 'POST'],
  ['somebody who is signed in', '/page', { cookie: 'a=1; session=token; b=2' }, 'GET'],
  ['an address that is not kept', '/other', {}, 'GET'],
  ['a name that is not listed', '/page?x=1', {}, 'GET'],
])('goes on to the program for %s', async (_, path, headers, method) => {
  const { world, get } = await arranged()
  await get()
  expect([await get(path, headers as Record<string, string>, method), world.rendered]).toEqual(['program', 1])
})

it('knows whose cookie a longer name is not', async () => {
  const { get } = await arranged()
  expect(await get('/page', { cookie: 'session-of-another=1; my-session=2' })).toBe('page 1')
})

it.each([
  ['that is not found', { same: true, status: 404, headers: {} }],
  ['that no route said is the same for all', { same: false, status: 200, headers: {} }],
  ['that sets a cookie', { same: true, status: 200, headers: { 'set-cookie': 'a=1' } }],
  ['that fails', undefined],
])('keeps no page %s: each asker has the program’s answer', async (_, made) => {
  const { cache, get, say, rendered } = await arranged({
    render: async () => {
      if (!made) throw new Error('the database is away')
      if (made.same) say()
      return rendered(made.status, made.headers)
    },
  })
  expect([await get(), await get(), cache.kept.pages]).toEqual(['program', 'program', 0])
})

it('leaves everything to the program once it closes', async () => {
  const { cache, get } = await arranged()
  await get()
  cache.close()
  expect(await get()).toBe('program')
})

it('takes no more memory than it is given', async () => {
  const { cache, get } = await arranged({ mostBytes: 20_000 })
  for (let time = 0; time < 200; time += 1) await get(`/page?q=${time}`)
  expect(cache.kept.bytes).toBeLessThanOrEqual(20_000)
  expect(cache.kept.pages).toBeGreaterThan(10)
})
