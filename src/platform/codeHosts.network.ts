import { lookup } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

export type NetworkRefusal =
  | 'not_found'
  | 'rate_limited'
  | 'timed_out'
  | 'too_large'
  | 'not_reachable'
  | 'sent_elsewhere'
  | 'not_understood'

export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly because: NetworkRefusal; readonly until?: Date }

const MOST_BYTES = 1_000_000
const MOST_REDIRECTS = 3

/**
 * Asks one host for JSON, again and again, under one deadline. `standIn` is the address of a local server that answers
 * in the place of every host, under `/<host>`: for tests alone, and production refuses the setting.
 */
export function asking(standIn: string | undefined, deadline: AbortSignal, now: Date) {
  return async (host: string, path: string): Promise<Answer> => {
    let at = path
    for (let followed = 0; followed <= MOST_REDIRECTS; followed++) {
      const answer = await once(host, at, standIn, deadline)
      if (!answer.ok) return answer
      const { status, headers, body } = answer.value
      const next = redirected(status, headers.location, host, at)
      if (next === undefined) return settled(status, headers, body, now)
      if (next === null) return { ok: false, because: 'sent_elsewhere' }
      at = next
    }
    return { ok: false, because: 'sent_elsewhere' }
  }
}

/** Is this an address of the public Internet? Everything that a network keeps to itself is not. Source: IANA registries of special-purpose addresses. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return isPublicAddress(mapped)
  const family = isIP(address)
  if (family === 0) return false
  return family === 6 ? !kept6.check(address, 'ipv6') : !kept4.check(address)
}

// Two lists: in one, the networks of IPv4 written as IPv6 would take all of IPv4 with them.
const kept4 = new BlockList()
const kept6 = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  kept4.addSubnet(network, bits)
// Of IPv6 only 2000::/3 is given out: what is below and above it, then what it keeps to itself.
for (const [network, bits] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  kept6.addSubnet(network, bits, 'ipv6')

type Raw = { status: number; headers: IncomingMessage['headers']; body: Buffer }
type RawAnswer = { ok: true; value: Raw } | { ok: false; because: NetworkRefusal }

function once(host: string, path: string, standIn: string | undefined, signal: AbortSignal): Promise<RawAnswer> {
  const headers = {
    accept: 'application/json, application/vnd.github+json',
    'accept-encoding': 'identity',
    'user-agent': 'Opportune',
    'x-github-api-version': '2022-11-28',
  }
  return new Promise((settle) => {
    const failed = (because: NetworkRefusal) => settle({ ok: false, because })
    const read = (response: IncomingMessage) => {
      const parts: Buffer[] = []
      let size = 0
      response.on('data', (part: Buffer) => {
        size += part.length
        if (size <= MOST_BYTES) parts.push(part)
        else {
          failed('too_large')
          response.destroy()
        }
      })
      response.on('end', () =>
        settle({
          ok: true,
          value: { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) },
        }),
      )
      response.on('error', () => failed(signal.aborted ? 'timed_out' : 'not_reachable'))
    }
    // The certificate is checked against the name, and the name is looked up once, so that what was checked is what is met.
    const asked = standIn
      ? httpRequest(`${standIn}/${host}${path}`, { headers, signal, agent: false }, read)
      : httpsRequest(`https://${host}${path}`, { headers, signal, agent: false, lookup: publicLookup }, read)
    asked.on('error', () => failed(signal.aborted ? 'timed_out' : 'not_reachable'))
    asked.end()
  })
}

/** Looks a name up and gives only public addresses: a name that leads into our own network leads nowhere. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, [])
    const addresses = found.filter(({ address }) => isPublicAddress(address))
    const [first] = addresses
    if (!first) return callback(Object.assign(new Error('no public address'), { code: 'ENOTFOUND' }), [])
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
  })
}

/** Where a redirect leads on the same host; null when it leads elsewhere; undefined when there is none. */
function redirected(
  status: number,
  location: string | undefined,
  host: string,
  path: string,
): string | null | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || !location) return undefined
  const url = URL.parse(location, `https://${host}${path}`)
  if (url?.protocol !== 'https:' || url.host !== host || url.username || url.password) return null
  return url.pathname + url.search
}

function settled(status: number, headers: Raw['headers'], body: Buffer, now: Date): Answer {
  if (status === 429 || (status === 403 && isLimit(headers))) {
    const until = limitEnds(headers, now)
    return { ok: false, because: 'rate_limited', ...(until ? { until } : {}) }
  }
  if ([401, 403, 404, 410, 451].includes(status)) return { ok: false, because: 'not_found' }
  if (status >= 500) return { ok: false, because: 'not_reachable' }
  if (status !== 200) return { ok: false, because: 'not_understood' }
  try {
    return { ok: true, value: JSON.parse(body.toString('utf8')) }
  } catch {
    return { ok: false, because: 'not_understood' } // a page for people, or half an answer
  }
}

const isLimit = (headers: Raw['headers']): boolean =>
  headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined

/** When the host answers again: seconds since 1970 (`x-ratelimit-reset`, `ratelimit-reset`) or seconds from now (`retry-after`). */
function limitEnds(headers: Raw['headers'], now: Date): Date | undefined {
  const seconds = (name: string) => {
    const text = headers[name]
    return typeof text === 'string' && /^\d{1,10}$/.test(text) ? Number(text) : undefined
  }
  const after = seconds('retry-after')
  if (after !== undefined) return new Date(now.getTime() + Math.min(after, 86_400) * 1000)
  const reset = seconds('x-ratelimit-reset') ?? seconds('ratelimit-reset')
  return reset === undefined ? undefined : new Date(reset * 1000)
}
