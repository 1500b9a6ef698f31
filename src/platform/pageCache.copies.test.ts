import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { copyOf, encodingFor, sendCopy } from './pageCache.copies.ts'

const html = Buffer.from(`<!doctype html><p>${'Réparer un piège. '.repeat(200)}</p>`)
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'",
  'cache-control': 'no-cache',
  vary: 'Cookie',
  'content-length': '1',
  connection: 'keep-alive',
  date: 'Mon, 04 May 2026 14:00:00 GMT',
}

type Said = { status: number; headers: Record<string, string>; body: Buffer }

/** Sends a copy to nobody, and tells what was sent. */
function sent(copy: Awaited<ReturnType<typeof copyOf>>, asked: Record<string, string>, method = 'GET') {
  const said: Said = { status: 0, headers: {}, body: Buffer.alloc(0) }
  const reply = {
    writeHead(status: number, given: string[]) {
      said.status = status
      for (let at = 0; at < given.length; at += 2) said.headers[given[at] ?? ''] = given[at + 1] ?? ''
    },
    end(body?: Buffer) {
      said.body = body ?? Buffer.alloc(0)
    },
  }
  sendCopy(copy, { method, headers: asked } as unknown as IncomingMessage, reply as unknown as ServerResponse)
  return said
}

describe('a copy', () => {
  it('says the same in each encoding, under a tag of its own', async () => {
    const copy = await copyOf(headers, html)
    const [plain, br, gzip] = [{}, { 'accept-encoding': 'gzip, br' }, { 'accept-encoding': 'gzip' }].map((asked) =>
      sent(copy, asked as Record<string, string>),
    )
    expect(plain?.body).toEqual(html)
    expect(brotliDecompressSync(br?.body ?? '')).toEqual(html)
    expect(gunzipSync(gzip?.body ?? '')).toEqual(html)
    expect([plain, br, gzip].map((each) => each?.headers['content-encoding'])).toEqual([undefined, 'br', 'gzip'])
    expect(new Set([plain, br, gzip].map((each) => each?.headers.etag)).size).toBe(3)
    for (const each of [plain, br, gzip]) {
      expect(each?.headers['content-length']).toBe(String(each?.body.length))
      expect(each?.headers.vary).toBe('Cookie, Accept-Encoding')
      expect(each?.headers['content-security-policy']).toBe("default-src 'none'")
      expect(Object.keys(each?.headers ?? {})).not.toContain('date')
    }
  })

  it('has the same tag wherever it is made', async () => {
    const [one, other] = [await copyOf(headers, html), await copyOf(headers, Buffer.from(html))]
    expect(sent(one, {}).headers.etag).toBe(sent(other, {}).headers.etag)
    expect(sent(one, {}).headers.etag).not.toBe(sent(await copyOf(headers, Buffer.from('other')), {}).headers.etag)
  })

  it('is not sent again to whoever has it, in whichever encoding, weakened or not', async () => {
    const copy = await copyOf(headers, html)
    for (const accepted of ['', 'gzip', 'br']) {
      const tag = sent(copy, { 'accept-encoding': accepted }).headers.etag ?? ''
      for (const known of [tag, `W/${tag}`, `"x", ${tag}`, `"x",W/${tag}, "y"`]) {
        const again = sent(copy, { 'if-none-match': known })
        expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, tag])
        expect(again.headers['content-length']).toBeUndefined()
        expect(again.headers['content-security-policy']).toBeDefined()
      }
    }
    expect(sent(copy, { 'if-none-match': '*' }).status).toBe(304)
    for (const known of ['"x"', '', 'W/', `"${copy.digest}`, copy.digest])
      expect(sent(copy, { 'if-none-match': known }).status).toBe(200)
  })

  it('is not sent again to whoever names the day of what they have, when it says its own', async () => {
    const dated = await copyOf({ ...headers, 'last-modified': 'Mon, 04 May 2026 14:00:00 GMT' }, html)
    const since = (day: string, more = {}) => sent(dated, { 'if-modified-since': day, ...more }).status
    expect(since('Mon, 04 May 2026 14:00:00 GMT')).toBe(304)
    expect(since('Tue, 05 May 2026 14:00:00 GMT')).toBe(304)
    expect(since('Mon, 04 May 2026 13:59:59 GMT')).toBe(200)
    expect(since('yesterday')).toBe(200)
    expect(since('Tue, 05 May 2026 14:00:00 GMT', { 'if-none-match': '"x"' })).toBe(200)
    const undated = await copyOf(headers, html)
    expect(sent(undated, { 'if-modified-since': 'Tue, 05 May 2026 14:00:00 GMT' }).status).toBe(200)
  })

  it('answers HEAD with the headers alone', async () => {
    const copy = await copyOf(headers, html)
    expect(sent(copy, {}, 'HEAD')).toEqual({ ...sent(copy, {}), body: Buffer.alloc(0) })
  })

  it('is sent plain when packing makes it no smaller, or when it is no text', async () => {
    const tiny = await copyOf(headers, Buffer.from('ok'))
    const picture = await copyOf({ ...headers, 'content-type': 'image/png' }, html)
    for (const copy of [tiny, picture]) {
      const said = sent(copy, { 'accept-encoding': 'br, gzip' })
      expect(said.headers['content-encoding']).toBeUndefined()
      expect(sent(copy, { 'if-none-match': said.headers.etag ?? '' }).status).toBe(304)
    }
  })
})

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0,gzip;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['*, br;q=0', 'gzip'],
  ['identity', 'identity'],
  ['GZIP ; Q=0.5', 'gzip'],
  ['br;q=nothing', 'identity'],
  ['broccoli', 'identity'],
])('whoever takes %j is given %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding)
})
