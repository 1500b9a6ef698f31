import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

/** An answer with every header, ready to be sent in each encoding: buffers, so that sending copies nothing. */
export type Copy = {
  readonly bytes: number
  /** The tag without its encoding: the digest of the plain bytes, the same in every process. */
  readonly digest: string
  /** In milliseconds by Last-Modified; no number when the answer does not say. */
  readonly changedAt: number
  /** Headers of 304: no body, and nothing that describes one. */
  readonly bare: readonly string[]
  readonly forms: Readonly<Record<Encoding, Form>>
}
type Form = { readonly head: string[]; readonly body: Buffer }

/** Compresses once and writes the headers once. What is no text is not compressed. */
export async function copyOf(headers: OutgoingHttpHeaders, body: Buffer): Promise<Copy> {
  const type = String(headers['content-type'] ?? '')
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const said = Object.entries(headers).filter(([name, value]) => value !== undefined && !madeAnew.has(name))
  const vary = [...new Set([...String(headers.vary ?? '').split(/\s*,\s*/), 'Accept-Encoding'])].filter(Boolean)
  const common = [...said.flatMap(([name, value]) => [name, String(value)]), 'vary', vary.join(', ')]
  const packed = TEXTUAL.test(type) ? await Promise.all([inBrotli(body), inGzip(body)]) : []
  const form = (encoding: Encoding, bytes: Buffer | undefined): Form => {
    const packs = bytes !== undefined && bytes.length < body.length
    // A new buffer: what packs leaves a small answer in a large block, and that is what would be kept.
    const sent = packs ? Buffer.from(bytes) : body
    const tag = tagOf(digest, packs ? encoding : 'identity')
    const described = ['etag', tag, 'content-type', type, 'content-length', String(sent.length)]
    return { head: [...common, ...described, ...(packs ? ['content-encoding', encoding] : [])], body: sent }
  }
  const forms = { br: form('br', packed[0]), gzip: form('gzip', packed[1]), identity: form('identity', undefined) }
  const heads = common.join('').length * 4
  const bytes = Object.values(forms).reduce((sum, each) => sum + each.body.length, heads)
  const changedAt = Date.parse(String(headers['last-modified'] ?? ''))
  return { bytes, digest, changedAt, bare: common, forms }
}

/** Sends the copy as this visitor's program reads it best: 304 when it has it already, no body to HEAD. */
export function sendCopy(copy: Copy, asked: IncomingMessage, reply: ServerResponse): 200 | 304 {
  const form = copy.forms[encodingFor(asked.headers['accept-encoding'])]
  const tag = tagKnown(copy, asked.headers)
  if (tag !== undefined) {
    reply.writeHead(304, [...copy.bare, 'etag', tag])
    reply.end()
    return 304
  }
  reply.writeHead(200, form.head)
  if (asked.method === 'HEAD') reply.end()
  else reply.end(form.body)
  return 200
}

/** The best encoding that a visitor's program takes, by its Accept-Encoding. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity'
  const known = chosen.get(accepted)
  if (known) return known
  const weights = new Map(accepted.split(',').map(weighed))
  const takes = (name: string) => (weights.get(name) ?? weights.get('*') ?? 0) > 0
  const best = takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
  if (chosen.size < MOST_CHOICES && accepted.length < 200) chosen.set(accepted, best)
  return best
}

/** What browsers say of encodings: a handful of sentences, read once each. */
const chosen = new Map<string, Encoding>()
const MOST_CHOICES = 100

function weighed(one: string): readonly [string, number] {
  const [name = '', ...parameters] = one.split(';').map((word) => word.trim().toLowerCase())
  const quality = parameters.find((word) => word.startsWith('q='))
  const weight = quality === undefined ? 1 : Number(quality.slice(2))
  return [name, Number.isNaN(weight) ? 0 : weight]
}

/** Written for each answer, or for each encoding. */
const madeAnew = new Set(
  'connection keep-alive date transfer-encoding content-length content-encoding content-type etag vary'.split(' '),
)
const TEXTUAL = /^text\/|[/+](?:json|xml|javascript)\b/

const tagOf = (digest: string, encoding: Encoding): string =>
  encoding === 'identity' ? `"${digest}"` : `"${digest}-${encoding}"`

/**
 * The tag of what the visitor has, when it is this copy: by its name, or by its day when they name none. A proxy that
 * unpacks a body weakens its tag.
 */
function tagKnown({ digest, changedAt }: Copy, asked: IncomingHttpHeaders): string | undefined {
  const known = asked['if-none-match']
  if (known === undefined) {
    const since = asked['if-modified-since']
    return since !== undefined && changedAt <= Date.parse(since) ? tagOf(digest, 'identity') : undefined
  }
  if (known.trim() === '*') return tagOf(digest, 'identity')
  const named = known.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return encodings.map((encoding) => tagOf(digest, encoding)).find((tag) => named.includes(tag))
}

const compressed = promisify(brotliCompress)
const zipped = promisify(gzip)

/** Quality 9 takes about 10 ms for 100 KB, once for each version, off the main thread. */
const inBrotli = (body: Buffer) =>
  compressed(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
const inGzip = (body: Buffer) => zipped(body, { level: 9 })
