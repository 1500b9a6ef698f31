import type { AddressInfo } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSession } from '../../src/accounts/sessions.ts'
import { createServer } from '../../src/app.ts'
import { features } from '../../src/features.ts'
import { openDatabase } from '../../src/platform/db.ts'
import { type Language, languages } from '../../src/platform/i18n.ts'
import { patternIn } from '../../src/platform/paths.ts'
import { planted, plantPostings, somePostings } from '../arrange.postings.ts'
import { answersIn, sendRaw } from '../rawHttp.ts'
import { asks, assets, relayTo, startWebProcess, type WebProcess } from '../webProcess.ts'
import { openWorld, type World } from '../world.ts'

/* Two web processes before one database, with real sockets, real notifications and the database's clock. */

const BEAT_IN_MS = 200
const DRAW = '/en/draws/posting-1'
let world: World
let one: WebProcess
let other: WebProcess
beforeAll(async () => {
  world = await openWorld()
  world.live()
  await plantPostings(world.worker, somePostings({ open: 3, over: 9, now: new Date() }))
  await world.worker.transaction('everything', async (tx) => {
    const common = { commitment: 'a'.repeat(64), beaconSource: 'drand', updatedAt: await tx.now() }
    await tx
      .insertInto('publication.draws')
      .values({ slug: 'posting-1', ...common })
      .execute()
  })
  ;[one, other] = await Promise.all([started(), started()])
})
afterAll(async () => {
  for (const { server, version } of [one, other]) {
    await server.close()
    await version.stop()
  }
  await world.close()
})

const started = (url = world.database.appUrl, patienceInMs = 10_000) =>
  startWebProcess(world.app, { url, beatInMs: BEAT_IN_MS, patienceInMs })

const rename = (title: string) =>
  world.worker.transaction('everything', (tx) =>
    tx.updateTable('publication.opportunities').set({ titleEn: title }).where('slug', '=', 'posting-1').execute(),
  )

describe('a kept page', () => {
  it('is what the program itself would have sent, header for header', async () => {
    for (const url of ['/', DRAW]) {
      const inside = await one.server.inject({ method: 'GET', url, headers: { host: 'localhost:8080' } })
      const { headers, body, status } = await asks(one, url)
      expect([status, Buffer.from(body, 'latin1').toString()]).toEqual([inside.statusCode, inside.body])
      const { date, etag, vary, ...rest } = headers
      const { date: _, vary: same, ...expected } = inside.headers
      expect(rest).toEqual({ ...expected, 'content-length': String(inside.rawPayload.length), connection: 'close' })
      expect([etag, vary]).toEqual([expect.stringMatching(/^"[\w-]{22}"$/), `${same}, Accept-Encoding`])
      expect(Date.parse(date ?? '')).toBeGreaterThan(Date.now() - 5_000)
    }
  })

  it('is sent packed, not again to whoever has it, and without its body to HEAD', async () => {
    const plain = await asks(one, DRAW)
    const packed = await asks(one, DRAW, { 'Accept-Encoding': 'gzip, deflate, br' })
    expect(brotliDecompressSync(Buffer.from(packed.body, 'latin1')).toString('latin1')).toBe(plain.body)
    const again = await asks(other, DRAW, { 'If-None-Match': packed.headers.etag ?? '', 'Accept-Encoding': 'br' })
    expect([again.status, again.body, again.headers.etag]).toEqual([304, '', packed.headers.etag])
    const head = await asks(one, DRAW, {}, 'HEAD')
    expect([head.status, head.headers['content-length'], head.body]).toEqual([200, String(plain.body.length), ''])
  })

  it('says nothing of whoever asks, nor of where', async () => {
    const first = await asks(one, DRAW)
    const strange = await asks(other, DRAW, {
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-For': '203.0.113.9',
      'Accept-Language': 'fr',
      'User-Agent': 'Evil/1.0',
      Cookie: 'opportune-browser=0123456789abcdef0123456789abcdef',
    })
    expect(strange.body).toBe(first.body)
    expect(first.body).not.toContain('evil')
    expect(first.body).toContain('http://localhost:8080/en/draws/posting-1')
  })

  it('is not given to whoever is signed in, known or not', async () => {
    const token = await world.app.transaction('everything', (tx) =>
      startSession(tx, world.app, { personId: world.staff.program.id, departmentId: world.departmentId }),
    )
    const staff = await asks(one, DRAW, { Cookie: `opportune-browser=1; opportune=${token}` })
    expect([staff.kept, staff.headers['cache-control']]).toEqual([false, 'no-store'])
    expect(staff.body).toContain('Paul Gauthier')
    expect((await asks(one, DRAW, { Cookie: 'opportune=nobody' })).kept).toBe(false)
    expect((await asks(one, DRAW)).body).not.toContain('Paul Gauthier')
  })

  it('is counted in the log of requests, once for each visit, with nothing of the visitor', async () => {
    await rename('Counted')
    await expect.poll(async () => (await asks(one, DRAW)).body).toContain('Counted')
    await new Promise((done) => setTimeout(done, 1_100))
    one.lines.length = 0
    for (const url of [DRAW, '/en/clock', '/fr/tirages/posting-1', DRAW]) await asks(one, url)
    await expect.poll(() => one.lines.length, { timeout: 2_000 }).toBe(3)
    const line = (route: string, more: object) => ({ level: 30, method: 'GET', route, status: 200, ...more })
    expect(one.lines).toEqual([
      line('/en/clock', { reference: expect.any(String), ms: expect.any(Number) }),
      line('/en/draws/:slug', { times: 2 }),
      line('/fr/tirages/:slug', { times: 1 }),
    ])
  })

  it('gives style sheets packed as well', async () => {
    const sheet = await asks(one, '/assets/ui.css', { 'Accept-Encoding': 'br' })
    expect([sheet.headers['content-encoding'], sheet.headers['cache-control']]).toEqual([
      'br',
      'public, max-age=31536000, immutable',
    ])
    expect(sheet.body.length).toBeLessThan(100)
  })
})

describe('a change', () => {
  it('is seen by both processes as soon as it is committed', async () => {
    const waits: number[] = []
    for (let round = 0; round < 9; round += 1) {
      await Promise.all([asks(one, DRAW), asks(other, DRAW)])
      await rename(`Title ${round}`)
      const committed = performance.now()
      for (const each of [one, other])
        while (!(await asks(each, DRAW)).body.includes(`Title ${round}`))
          if (performance.now() - committed > 10_000) throw new Error('a change was not seen')
      waits.push(performance.now() - committed)
    }
    expect(waits.toSorted((one, other) => one - other)[4]).toBeLessThan(1_000)
  })

  it('that is taken back changes nothing', async () => {
    const before = await asks(one, DRAW)
    await world.worker
      .transaction('everything', async (tx) => {
        await tx.updateTable('publication.opportunities').set({ titleEn: 'Never' }).execute()
        throw new Error('taken back')
      })
      .catch(() => {})
    expect((await asks(one, DRAW)).body).toBe(before.body)
  })

  it('that nobody told is seen at the next beat', async () => {
    const before = one.version.current()
    await asOwner("select nextval('publication.version')")
    await expect.poll(() => one.version.current(), { timeout: 3 * BEAT_IN_MS + 1_000 }).not.toBe(before)
  })
})

describe('while changes are not heard', () => {
  it('no kept page is given; then they are again', async () => {
    await asks(one, DRAW)
    await asOwner(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'opportune_web listens'",
    )
    await expect.poll(() => one.version.current(), { interval: 1 }).toBeUndefined()
    await rename('Changed in silence')
    const { kept, body } = await asks(one, DRAW)
    expect(body).toContain('Changed in silence')
    if (one.version.current() === undefined) expect(kept).toBe(false)
    await expect.poll(async () => (await asks(one, DRAW)).kept, { timeout: 5_000 }).toBe(true)
    await expect.poll(async () => (await asks(other, DRAW)).kept, { timeout: 5_000 }).toBe(true)
    expect((await asks(one, DRAW)).body).toContain('Changed in silence')
  })

  it('a connection that has gone silent is given up after a beat', async () => {
    const relay = await relayTo(world.database.appUrl)
    const third = await started(relay.url, 1_000)
    expect((await asks(third, DRAW)).kept).toBe(true)
    relay.hold()
    await expect.poll(() => third.version.current(), { timeout: 5_000 }).toBeUndefined()
    expect((await asks(third, DRAW)).kept).toBe(false)
    relay.release()
    await expect.poll(() => third.version.current(), { timeout: 5_000 }).toBeDefined()
    await third.server.close()
    await third.version.stop()
    relay.close()
  })
})

describe('hostile and clumsy clients', () => {
  it('get their answers in order when they ask ahead', async () => {
    const page = Buffer.from((await asks(one, DRAW)).body, 'latin1').toString()
    const requests = [DRAW, '/en/clock', DRAW, '/healthz', '/fr/tirages/posting-1', '/nothing', DRAW]
    const text = await sendRaw(
      one.port,
      requests
        .map(
          (url, at) =>
            `GET ${url} HTTP/1.1\r\nHost: x\r\n${at === requests.length - 1 ? 'Connection: close\r\n' : ''}\r\n`,
        )
        .join(''),
    )
    const answers = answersIn(text)
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 404, 200])
    for (const at of [0, 2, 6]) expect(Buffer.from(answers[at]?.body ?? '', 'latin1').toString()).toBe(page)
    expect(answers[3]?.body).toBe('ok')
    expect(answers[4]?.head).toContain('200')
  })

  it.each([
    ['nonsense', 'nonsense\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['no host', `GET ${DRAW} HTTP/1.1\r\n\r\n`, /^HTTP\/1\.1 400 /],
    [
      'two lengths',
      `GET ${DRAW} HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
      /^HTTP\/1\.1 400 /,
    ],
    [
      'a length and chunks',
      `GET ${DRAW} HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      /^HTTP\/1\.1 400 /,
    ],
    ['headers without end', `GET ${DRAW} HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(17_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
    ['an old protocol', `GET ${DRAW} HTTP/1.0\r\n\r\n`, /^HTTP\/1\.1 200 [\s\S]*connection: close/i],
    [
      'an old protocol that stays',
      `GET ${DRAW} HTTP/1.0\r\nConnection: keep-alive\r\n\r\n`,
      /^HTTP\/1\.1 200 [\s\S]*connection: keep-alive/i,
    ],
    [
      'a body with its question',
      `GET ${DRAW} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc`,
      /^HTTP\/1\.1 200 /,
    ],
    [
      'another protocol',
      `GET ${DRAW} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n`,
      /^HTTP\/1\.1 200 /,
    ],
    [
      'a whole address',
      `GET http://evil.example${DRAW} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
      /^HTTP\/1\.1 (200|404) (?![\s\S]*http:\/\/evil)/,
    ],
    [
      'an escaped address',
      'GET /en/draws/posting%2D1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 200 (?![\s\S]*\netag)/,
    ],
    [
      'an address that escapes nothing',
      'GET /en/draws/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 404 /,
    ],
    [
      'a climb',
      'GET /en/draws/../draws/posting-1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 404 /,
    ],
  ])('%s', async (_, bytes, expected) => {
    const text = await sendRaw(one.port, bytes, { enough: (said) => said.includes('</html>') })
    expect(text).toMatch(expected)
    expect((await asks(one, DRAW)).status).toBe(200)
  })

  it('are served at once, 200 of them, among some who are slow', async () => {
    const slow = Array.from({ length: 20 }, () =>
      sendRaw(one.port, [...`GET ${DRAW} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`], { pauseInMs: 5 }),
    )
    const page = (await asks(one, DRAW)).body
    const startedAt = performance.now()
    const quick = await Promise.all(
      Array.from({ length: 200 }, () =>
        sendRaw(one.port, `GET ${DRAW} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
      ),
    )
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    for (const text of [...quick, ...(await Promise.all(slow))]) expect(answersIn(text)[0]?.body).toBe(page)
  })
})

describe('every page that is kept', () => {
  const kept = Object.entries(features.routes).filter(([, { cached }]) => cached)

  it('is asked by GET, by everybody, and says nothing of one person', () => {
    expect(kept.length).toBeGreaterThan(1)
    for (const [key, route] of kept) {
      expect(key).toMatch(/^GET /)
      expect([route.who, route.personal, route.unseen, route.anywhere, route.files]).toEqual(['public', ...Array(4)])
    }
  })

  it('is the same for every visitor, in both languages', async () => {
    const seen: string[] = []
    for (const [key] of kept)
      for (const language of languages) {
        const url = addressOf(key, language)
        const [plain, strange] = await Promise.all([
          asks(one, url),
          asks(other, url, {
            Host: 'evil.example',
            'Accept-Language': 'de',
            Cookie: 'opportune-browser=0123456789abcdef0123456789abcdef',
          }),
        ])
        expect([url, plain.kept, plain.headers['set-cookie']]).toEqual([url, plain.status === 200, undefined])
        if (plain.kept) expect([url, strange.body === plain.body]).toEqual([url, true])
        if (plain.kept) seen.push(url)
      }
    expect(seen).toContain('/fr/tirages/posting-1')
  })

  it('changes at the millisecond of a closing, though nothing was written', async () => {
    const closesAt = new Date('2031-05-05T18:00:00.000Z')
    await plantPostings(world.worker, [planted(900, { status: 'open', closesAt })])
    world.now = new Date(closesAt.getTime() - 1)
    const version = { ...one.version, now: () => world.now.getTime() }
    const timed = { ...one, server: await createServer(world.app, assets, version) }
    await timed.server.listen({ port: 0, host: '127.0.0.1' })
    timed.port = (timed.server.server.address() as AddressInfo).port
    const visit = async () => {
      const bodies = new Map<string, string>()
      for (const [key] of kept) {
        const url = addressOf(key, 'en', 'posting-901')
        const answer = await asks(timed, url)
        if (answer.kept) bodies.set(url, Buffer.from(answer.body, 'latin1').toString())
      }
      return bodies
    }
    const first = await visit()
    expect(await visit()).toEqual(first)
    world.now = closesAt
    const then = await visit()
    for (const [url, body] of then) {
      const own = await timed.server.inject({ method: 'GET', url, headers: { host: 'localhost:8080' } })
      expect([url, body === own.body]).toEqual([url, true])
    }
    const changed = [...then].filter(([url, body]) => body !== first.get(url)).map(([url]) => url)
    expect(changed).toEqual(expect.arrayContaining(['/en/opportunities', '/en/opportunities/posting-901']))
    await timed.server.close()
    world.live()
  })

  it('reads only tables that tell of their changes', async () => {
    // A connection writes down what it read when it ends, at the latest.
    const reader = openDatabase({ url: world.database.appUrl, role: 'opportune_web', poolSize: 1 })
    const server = await createServer({ ...world.app, read: reader.read, transaction: reader.transaction }, assets)
    const before = await readsOfTables()
    for (const [key] of kept)
      for (const language of languages)
        await server.inject({ method: 'GET', url: addressOf(key, language), headers: { host: 'localhost:8080' } })
    await server.close()
    await reader.close()
    const readSince = async () =>
      [...(await readsOfTables())].flatMap(([name, times]) => (times > (before.get(name) ?? 0) ? [name] : []))
    await expect.poll(readSince, { timeout: 3_000 }).toContain('publication.draws')
    const tells = await asOwner(
      "select tgrelid::regclass::text as name from pg_trigger where tgname = 'tells_of_changes'",
    )
    const telling = new Set(tells.rows.map(({ name }) => (String(name).includes('.') ? name : `public.${name}`)))
    expect((await readSince()).filter((name) => !telling.has(name))).toEqual([])
  })
})

const addressOf = (key: string, language: Language, slug = 'posting-1'): string =>
  patternIn(key.split(' ')[1] ?? '', language)
    .replace(':slug', slug)
    .replace(/:\w+/g, '1')

/** How often each table was read. */
async function readsOfTables(): Promise<Map<string, number>> {
  const { rows } = await asOwner(
    "select schemaname || '.' || relname as name, seq_scan + coalesce(idx_scan, 0) as times from pg_stat_user_tables",
  )
  return new Map(rows.map(({ name, times }) => [String(name), Number(times)]))
}

async function asOwner(text: string): Promise<{ rows: Record<string, unknown>[] }> {
  const client = new Client({ connectionString: world.database.ownerUrl })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}
