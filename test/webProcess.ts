import { type AddressInfo, connect, createServer as createRelay, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { createServer } from '../src/app.ts'
import type { App } from '../src/platform/app.ts'
import type { Assets } from '../src/platform/assets.ts'
import { followPublicVersion, type PublicVersion } from '../src/platform/pageCache.version.ts'
import { answersIn, sendRaw } from './rawHttp.ts'

/** The web side of the program as a process has it: a port, pages kept in front of it, and the lines of its log. */
export type WebProcess = {
  server: FastifyInstance
  version: PublicVersion
  port: number
  lines: Record<string, unknown>[]
}

export const assets: Assets = {
  addresses: { tokens: '/assets/tokens.css', ui: '/assets/ui.css', script: '/assets/enhance.js' },
  files: new Map([
    ['/assets/ui.css', { type: 'text/css; charset=utf-8', body: Buffer.from('p { color: red }\n'.repeat(99)) }],
  ]),
}

/** Listens, and hears of changes through this address of the database. */
export async function startWebProcess(
  app: App,
  heard: { url: string; beatInMs: number; patienceInMs: number },
): Promise<WebProcess> {
  const lines: Record<string, unknown>[] = []
  const log = pino({ level: 'info', base: null, timestamp: false }, { write: (line) => lines.push(JSON.parse(line)) })
  const quiet = pino({ level: 'silent' })
  const version = followPublicVersion({ ...heard, role: 'opportune_web', log: quiet, clock: () => new Date() })
  const server = await createServer({ ...app, log }, assets, version)
  await server.listen({ port: 0, host: '127.0.0.1' })
  for (let attempt = 0; version.current() === undefined; attempt += 1) {
    if (attempt > 1_000) throw new Error('changes are not heard')
    await sleep(10)
  }
  return { server, version, lines, port: (server.server.address() as AddressInfo).port }
}

/** What a process answers. Only what is kept has a tag. */
export async function asks(
  { port }: Pick<WebProcess, 'port'>,
  url: string,
  headers: Record<string, string> = {},
  method = 'GET',
) {
  const lines = Object.entries({ Host: 'localhost:8080', Connection: 'close', ...headers })
  const sent = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const text = await sendRaw(port, `${method} ${url} HTTP/1.1\r\n${sent}\r\n`)
  const [answer] = answersIn(text, method !== 'HEAD')
  if (!answer) throw new Error(`no answer: ${text.slice(0, 200)}`)
  const said: Record<string, string> = {}
  for (const line of answer.head.split('\r\n').slice(1))
    said[line.slice(0, line.indexOf(':')).toLowerCase()] = line.slice(line.indexOf(':') + 2)
  return { status: answer.status, headers: said, body: answer.body, kept: said.etag !== undefined }
}

/** A wire to the database that can go silent without breaking, as a network does. */
export async function relayTo(url: string) {
  const { hostname, port } = new URL(url)
  const pairs: [Socket, Socket][] = []
  let held = false
  const relay: Server = createRelay((near) => {
    const far = connect(Number(port), hostname)
    pairs.push([near, far])
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
      from.pipe(to)
    }
    if (held) near.pause()
  })
  await new Promise<void>((done) => relay.listen(0, '127.0.0.1', done))
  const changed = new URL(url)
  changed.hostname = '127.0.0.1'
  changed.port = String((relay.address() as AddressInfo).port)
  const all = (act: (socket: Socket) => unknown) => pairs.flat().forEach(act)
  return {
    url: changed.href,
    hold() {
      held = true
      for (const [near, far] of pairs) {
        near.unpipe(far)
        far.unpipe(near)
      }
    },
    release() {
      held = false
      all((socket) => socket.destroy())
    },
    close() {
      all((socket) => socket.destroy())
      relay.close()
    },
  }
}
