import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

export type Assets = {
  /** Addresses with a digest of the content in them: kept for ever by browsers. */
  readonly addresses: {
    readonly tokens: string
    readonly ui: string
    readonly script: string
    readonly icon?: string
    /** Modules of single pages. */
    readonly apply?: string
    readonly drafting?: string
  }
  readonly files: ReadonlyMap<string, { readonly type: string; readonly body: Buffer }>
}

const sources = [
  { name: 'tokens', file: 'tokens.css', type: 'text/css; charset=utf-8' },
  { name: 'ui', file: 'ui.css', type: 'text/css; charset=utf-8' },
  { name: 'script', file: 'enhance.js', type: 'text/javascript; charset=utf-8' },
  { name: 'icon', file: 'icon.svg', type: 'image/svg+xml' },
  { name: 'apply', file: 'apply.js', type: 'text/javascript; charset=utf-8' },
  { name: 'drafting', file: 'drafting.js', type: 'text/javascript; charset=utf-8' },
] as const

/** Reads style sheets, scripts and the icon once, at the start, from the built folder. */
export async function loadAssets(folder: string): Promise<Assets> {
  const files = new Map<string, { type: string; body: Buffer }>()
  const addresses = { tokens: '', ui: '', script: '', icon: '', apply: '', drafting: '' }
  for (const { name, file, type } of sources) {
    const body = await readFile(join(folder, file))
    const digest = createHash('sha256').update(body).digest('hex').slice(0, 12)
    const address = `/assets/${file.replace('.', `.${digest}.`)}`
    addresses[name] = address
    files.set(address, { type, body })
  }
  return { addresses, files }
}

export function serveAssets(server: FastifyInstance, assets: Assets): void {
  for (const [address, { type, body }] of assets.files) {
    server.get(address, (_, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').send(body),
    )
  }
}
