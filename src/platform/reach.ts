import { request } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress, publicLookup } from './codeHosts.network.ts'

/** Somebody answers there; nobody has such a page; or it could not be told, which blocks nothing. */
export type Reached = 'alive' | 'dead' | 'unchecked'

/** What a host answered: only its first line and where it sends us. */
export type Answered = { readonly status: number; readonly location: string | undefined }
export type Ask = (url: URL, method: 'HEAD' | 'GET', signal: AbortSignal) => Promise<Answered>

const WAITS_IN_MS = 5_000
const MOST_REDIRECTS = 3

/**
 * Is a page there? Asks the public Internet by https alone, on its usual port, without cookies, and reads no page. An
 * address that leads into a network of one’s own, at once or by a redirect, is never asked. Never throws.
 */
export async function reach(address: string, ask: Ask = askPublicly): Promise<Reached> {
  const deadline = AbortSignal.timeout(WAITS_IN_MS)
  let url = URL.parse(address)
  for (let followed = 0; followed <= MOST_REDIRECTS; followed += 1) {
    if (!url || !mayBeAsked(url)) return 'unchecked'
    const answer = await answerOf(url, ask, deadline)
    if (!answer) return 'unchecked'
    const { status, location } = answer
    if (status >= 200 && status < 300) return 'alive'
    if (status === 404 || status === 410) return 'dead'
    if (status < 300 || status >= 400 || location === undefined) return 'unchecked'
    url = URL.parse(location, url)
  }
  return 'unchecked'
}

/** By https on its usual port, with a name of the Internet or a public address. */
export function mayBeAsked({ protocol, hostname, port, username, password }: URL): boolean {
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false
  const bare = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (isIP(bare) !== 0) return isPublicAddress(bare)
  return (
    bare.includes('.') &&
    !/\.(?:local|localhost|internal|intranet|corp|lan|home\.arpa|test|invalid|example)$/i.test(bare)
  )
}

/** HEAD first; a host that does not know it is asked by GET. A host that does not answer gives nothing. */
async function answerOf(url: URL, ask: Ask, deadline: AbortSignal): Promise<Answered | undefined> {
  try {
    const head = await ask(url, 'HEAD', deadline)
    return [400, 403, 405, 501].includes(head.status) ? await ask(url, 'GET', deadline) : head
  } catch {
    return undefined // offline, too slow, no such name, a wrong certificate: it cannot be told
  }
}

/** The name is looked up once and only public addresses are met: what was checked is what is asked. */
const askPublicly: Ask = (url, method, signal) =>
  new Promise((settle, fail) => {
    const headers = { 'user-agent': 'Opportune', accept: '*/*' }
    const asked = request(url, { method, headers, signal, agent: false, lookup: publicLookup }, (response) => {
      settle({ status: response.statusCode ?? 0, location: response.headers.location })
      response.destroy()
    })
    asked.on('error', fail)
    asked.end()
  })
