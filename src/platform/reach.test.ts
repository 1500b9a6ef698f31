import { describe, expect, test } from 'vitest'
import { type Answered, type Ask, mayBeAsked, reach } from './reach.ts'

/** A small Internet: what each address answers; anything else does not answer. */
const internet =
  (pages: Readonly<Record<string, number | [number, string]>>, asked: string[] = []): Ask =>
  async (url, method) => {
    asked.push(`${method} ${url.href}`)
    const page = pages[`${method} ${url.href}`] ?? pages[url.href]
    if (page === undefined) throw new Error('nobody answers')
    const [status, location] = typeof page === 'number' ? [page] : page
    return { status, location } satisfies Answered
  }

const pages = {
  'https://example.org/here': 200,
  'https://example.org/gone': 404,
  'https://example.org/removed': 410,
  'https://example.org/broken': 500,
  'https://example.org/closed': 401,
  'HEAD https://example.org/old': 405,
  'GET https://example.org/old': 200,
  'https://example.org/moved': [301, '/here'],
  'https://example.org/astray': [302, '/gone'],
  'https://example.org/round': [302, '/round'],
  'https://example.org/inside': [302, 'https://10.0.0.1/'],
  'https://example.org/plain': [302, 'http://example.org/here'],
  'https://10.0.0.1/': 200,
  'http://example.org/here': 200,
} satisfies Record<string, number | [number, string]>

test.each([
  ['https://example.org/here', 'alive'],
  ['https://example.org/gone', 'dead'],
  ['https://example.org/removed', 'dead'],
  ['https://example.org/broken', 'unchecked'],
  ['https://example.org/closed', 'unchecked'],
  ['https://example.org/old', 'alive'],
  ['https://example.org/moved', 'alive'],
  ['https://example.org/astray', 'dead'],
  ['https://example.org/round', 'unchecked'],
  ['https://example.org/inside', 'unchecked'],
  ['https://example.org/plain', 'unchecked'],
  ['https://example.org/nobody', 'unchecked'],
  ['http://example.org/here', 'unchecked'],
  ['not an address', 'unchecked'],
])('%s is %s', async (address, reached) => expect(await reach(address, internet(pages))).toBe(reached))

describe('what is never asked', () => {
  test.each([
    'http://example.org/',
    'https://example.org:8443/',
    'https://user:secret@example.org/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00::1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://localhost/',
    'https://metadata/',
    'https://wiki.corp/',
    'https://printer.local./',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ])('%s', async (address) => {
    const asked: string[] = []
    expect(await reach(address, internet({ [address]: 200 }, asked))).toBe('unchecked')
    expect(asked).toEqual([])
  })

  test('a redirect does not lead there either', async () => {
    const asked: string[] = []
    await reach('https://example.org/inside', internet(pages, asked))
    expect(asked).toEqual(['HEAD https://example.org/inside'])
  })

  test('a public address may be asked', () => expect(mayBeAsked(new URL('https://8.8.8.8/'))).toBe(true))
})
