import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http'
import { findKept, type Place } from './pageCache.addresses.ts'
import { type Copy, copyOf, sendCopy } from './pageCache.copies.ts'
import { countSent, type Sent } from './pageCache.counts.ts'
import { type Rendering, renderForAll } from './pageCache.rendering.ts'
import { type Kept, pageStore } from './pageCache.store.ts'
import type { PublicVersion } from './pageCache.version.ts'

/** An answer of the program's own, as it would have been sent. */
export type Rendered = { readonly status: number; readonly headers: OutgoingHttpHeaders; readonly body: Buffer }

export type CacheOptions = {
  readonly version: PublicVersion
  readonly mostBytes: number
  /** Every page that answers GET, kept or not. */
  readonly places: readonly Place[]
  readonly requestTimeout: number
  /** The cookie of whoever is signed in: they are never given a kept page. */
  readonly sessionCookie: string
  /** Addresses of answers that never change: style sheets and scripts. */
  readonly files: readonly string[]
  /** Asks the program for a page as a visitor without a cookie would. */
  readonly render: (address: string) => Promise<Rendered>
  /** Told once a second how often each page was sent from here. */
  readonly sent: (line: Sent) => void
}

type Listener = (asked: IncomingMessage, reply: ServerResponse) => void
type Page = Kept & { readonly copy: Copy; readonly route: string }

/** As long as Fastify keeps a connection that is silent. */
const KEEP_ALIVE_IN_MS = 72_000

/** However forgetful a page is of when it changes by time, it is rendered anew after this long. */
const LONGEST_LIFE_IN_MS = 60_000

/**
 * Answers pages that are the same for every visitor before the program sees the request: each is rendered once for a
 * version of the public data and an address, and kept ready to be sent. Everything else goes on to the program: whoever
 * is signed in, addresses that are not kept, and all of them while changes are not heard.
 */
export function pageCache(options: CacheOptions) {
  const { version, files } = options
  const keptPlace = findKept(options.places)
  const store = pageStore<Page>(options.mostBytes)
  const signedIn = new RegExp(`(?:^|;)\\s*${options.sessionCookie}=`)
  const counts = countSent(options.sent)
  const fixed = new Map<string, Page>()
  /** One rendering at a time for each address and version. */
  let renderings = new Map<string, Promise<Page | undefined>>()
  let renderedVersion = 0
  let closing = false

  const send = (page: Page, asked: IncomingMessage, reply: ServerResponse) =>
    counts.add(asked.method ?? '', page.route, sendCopy(page.copy, asked, reply))

  /** Renders, and keeps what was rendered unless the data changed meanwhile. Nothing when it is not for everybody. */
  const render = async (address: string, route: string, at: number): Promise<Page | undefined> => {
    const rendering: Rendering = { same: false, until: undefined }
    const startedAt = version.now()
    const { status, headers, body } = await renderForAll(rendering, () => options.render(address))
    if (!rendering.same || status !== 200 || headers['set-cookie'] !== undefined) return undefined
    const copy = await copyOf(headers, body)
    const until = Math.min(rendering.until?.getTime() ?? Number.POSITIVE_INFINITY, startedAt + LONGEST_LIFE_IN_MS)
    const page = { copy, route, until, bytes: copy.bytes + address.length * 2 }
    if (version.current() === at) store.keep(at, address, page)
    return page
  }
  const renderOnce = (address: string, route: string, at: number): Promise<Page | undefined> => {
    if (renderedVersion !== at) {
      renderings = new Map()
      renderedVersion = at
    }
    const known = renderings.get(address)
    if (known) return known
    const ofThisVersion = renderings
    const started = render(address, route, at).finally(() => ofThisVersion.delete(address))
    renderings.set(address, started)
    return started
  }

  /** True when the answer is, or will be, given from here. */
  const answer = (asked: IncomingMessage, reply: ServerResponse, program: Listener): boolean => {
    if ((asked.method !== 'GET' && asked.method !== 'HEAD') || closing) return false
    const address = asked.url ?? ''
    const file = fixed.get(address)
    if (file) {
      send(file, asked, reply)
      return true
    }
    const at = version.current()
    if (at === undefined) return false
    const { cookie } = asked.headers
    if (cookie !== undefined && signedIn.test(cookie)) return false
    const page = store.find(at, address, version.now())
    if (page) {
      send(page, asked, reply)
      return true
    }
    const place = keptPlace(address)
    if (!place) return false
    renderOnce(address, place.pattern, at).then(
      (made) => (made ? send(made, asked, reply) : program(asked, reply)),
      () => program(asked, reply),
    )
    return true
  }

  return {
    /** The server of the program, with the kept pages in front of it. */
    serverOf(program: Listener): Server {
      const server = createServer((asked, reply) => {
        if (!answer(asked, reply, program)) program(asked, reply)
      })
      server.requestTimeout = options.requestTimeout
      server.keepAliveTimeout = KEEP_ALIVE_IN_MS
      return server
    },
    /** Reads the answers that never change. */
    async open(): Promise<void> {
      for (const address of files) {
        const rendering: Rendering = { same: true, until: undefined }
        const { headers, body } = await renderForAll(rendering, () => options.render(address))
        const copy = await copyOf(headers, body)
        fixed.set(address, { copy, route: address, until: Number.POSITIVE_INFINITY, bytes: 0 })
      }
    },
    /** From now on the program answers everything: it says that it is closing. */
    close(): void {
      closing = true
      counts.told()
    },
    /** How many pages are kept, and in how many bytes. */
    get kept() {
      return { pages: store.pages, bytes: store.bytes }
    },
  }
}

export type PageCache = ReturnType<typeof pageCache>
