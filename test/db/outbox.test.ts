import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signInCode } from '../../src/accounts/emails.ts'
import { codeFor } from '../../src/platform/codes.ts'
import { type Email, email, post } from '../../src/platform/mail.ts'
import { drainOutbox } from '../../src/platform/outbox.ts'
import { mailboxTransport, smtpTransport, type Transport } from '../../src/platform/transports.ts'
import { renderEmail } from '../../src/ui/email.tsx'
import { openWorld, type World } from '../world.ts'

type Facts = { title: string; page: string }
const announcement = email<Facts>('test.announcement', { title: 'A title', page: '/en/opportunities' }, (facts) => ({
  subject: `New: ${facts.title}`,
  paragraphs: [`It is called ${facts.title}.`, { link: facts.page, label: 'Look' }],
  unsubscribe: '/en/unsubscribe',
}))
const broken = email<Facts>('test.broken', { title: '', page: '' }, () => {
  throw new Error('a template that fails')
})
const emails: Email[] = [announcement, broken, signInCode]

let world: World
let server: SMTPServer | undefined
let received: { to: string[]; text: string }[]
let transport: Transport | undefined

beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world?.close()
})
beforeEach(async () => {
  received = []
  await world.app.transaction('everything', async (tx) => {
    await sql`update outbox_messages set sent_at = clock_timestamp() where sent_at is null`.execute(tx)
  })
})
afterEach(async () => {
  transport?.close()
  await stop()
})

describe('a letter', () => {
  it('arrives once, with a fixed id, whole links and the sender beneath', async () => {
    await listen()
    const id = await put({ title: 'Charts', page: '/en/opportunities/charts' })
    expect(await drain()).toEqual({ sent: 1, failed: 0 })
    expect(await drain()).toEqual({ sent: 0, failed: 0 })
    expect(received).toHaveLength(1)
    const { to, text } = received[0] ?? { to: [], text: '' }
    expect(to).toEqual(['reader@example.ca'])
    expect(text).toMatch(new RegExp(`^Message-ID: <${id}@localhost>\r$`, 'm'))
    expect(text).toContain('http://localhost:8080/en/opportunities/charts')
    expect(text).toContain('1 Quay Street')
    expect(text).toMatch(/^List-Unsubscribe: <http:\/\/localhost:8080\/en\/unsubscribe>\r$/m)
    expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
    expect(await stateOf(id)).toMatchObject({ attempts: 1, sent: true, lastError: null })
  })

  it('with line breaks in its facts has no header more than another', async () => {
    await listen()
    await put({ title: 'Plain', page: '/en/opportunities' })
    await put({ title: 'A\r\nBcc: thief@example.ca\r\n\r\nBody\u2028X-Own: 1\u0000', page: '/en/opportunities' })
    await drain()
    const [plain, hostile] = received.map(({ text }) => headersOf(text))
    expect(hostile?.map(([name]) => name)).toEqual(plain?.map(([name]) => name))
    expect(received.map(({ to }) => to)).toEqual([['reader@example.ca'], ['reader@example.ca']])
  })

  it('cannot be addressed over several lines', async () => {
    await expect(
      put({ title: 'A', page: '/en/opportunities' }, 'a@example.ca\r\nRCPT TO:<b@example.ca>'),
    ).rejects.toThrow()
  })

  it('that carries a code takes it from the key when it leaves; the outbox never holds it', async () => {
    await listen()
    const codeId = world.newId()
    const code = codeFor(world.worker.keys.code, codeId)
    const id = await putCode(codeId)
    await drain()
    expect(received[0]?.text).toContain(`${code.slice(0, 3)} ${code.slice(3)}`)
    const row = await world.worker.read('everything', (tx) =>
      tx.selectFrom('outboxMessages').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(JSON.stringify(row)).not.toContain(code)
  })

  it('goes into the local mailbox in development', async () => {
    transport = mailboxTransport(world.worker)
    const id = await put({ title: 'Locks <b>', page: '/en/opportunities' })
    expect(await drain()).toEqual({ sent: 1, failed: 0 })
    const kept = await world.worker.read('everything', (tx) => tx.selectFrom('localMailbox').selectAll().execute())
    expect(kept).toHaveLength(1)
    expect(kept[0]).toMatchObject({ toAddress: 'reader@example.ca', subject: 'New: Locks <b>' })
    expect(kept[0]?.bodyHtml).toContain('Locks &lt;b')
    expect(kept[0]?.headers).toContain(id)
  })
})

describe('a mail server', () => {
  it('that is away costs one attempt a round, and nothing is lost', async () => {
    await listen()
    const port = portOf()
    await stop()
    transport = smtpTransport(`smtp://127.0.0.1:${port}`, { connectInMs: 500 })
    const ids = [await put({ title: 'One', page: '/en/a' }), await put({ title: 'Two', page: '/en/a' })]
    expect(await drain()).toEqual({ sent: 0, failed: 1 })
    expect(await stateOf(ids[0])).toMatchObject({ attempts: 1, sent: false, lastError: 'ESOCKET', due: false })
    expect(await stateOf(ids[1])).toMatchObject({ attempts: 0, sent: false, due: true })
    transport.close()
    await listen()
    await makeDue()
    expect(await drain()).toEqual({ sent: 2, failed: 0 })
  })

  it('that refuses a mailbox for good is not asked again, and the others go out', async () => {
    await listen({
      onRcptTo: ({ address }, _, done) =>
        done(
          address.startsWith('gone')
            ? Object.assign(new Error('no such user gone@example.ca'), { responseCode: 550 })
            : null,
        ),
    })
    const gone = await put({ title: 'One', page: '/en/a' }, 'gone@example.ca')
    await put({ title: 'Two', page: '/en/a' })
    expect(await drain()).toEqual({ sent: 1, failed: 1 })
    expect(await stateOf(gone)).toMatchObject({ sent: false, lastError: 'EENVELOPE 550', due: false, forGood: true })
  })

  it('that says later is asked later, each time after a longer pause', async () => {
    await listen({
      onRcptTo: (_, __, done) => done(Object.assign(new Error('greylisted'), { responseCode: 451 })),
    })
    const id = await put({ title: 'One', page: '/en/a' })
    const pauses: number[] = []
    for (let i = 0; i < 4; i += 1) {
      await drain()
      pauses.push((await stateOf(id)).pause)
      await makeDue()
    }
    expect(pauses).toEqual([10, 20, 40, 80])
  })

  it('that says nothing is left after a moment', async () => {
    await listen({ onMailFrom: () => undefined }, { silenceInMs: 400 })
    const id = await put({ title: 'Slow', page: '/en/a' })
    expect(await drain()).toEqual({ sent: 0, failed: 1 })
    expect(await stateOf(id)).toMatchObject({ sent: false, attempts: 1, due: false })
  })

  it('killed in the middle of a letter gets it again, under the same id', async () => {
    let kills = 1
    await listen({
      onData(stream, session, done) {
        if (kills > 0) {
          kills -= 1
          stream.resume()
          for (const connection of server?.connections ?? []) if ('close' in connection) connection.close()
          void session
          return
        }
        collect(stream, session, done)
      },
    })
    const id = await put({ title: 'Again', page: '/en/a' })
    expect(await drain()).toEqual({ sent: 0, failed: 1 })
    await makeDue()
    expect(await drain()).toEqual({ sent: 1, failed: 0 })
    expect(received).toHaveLength(1)
    expect(received[0]?.text).toContain(`<${id}@localhost>`)
  })
})

describe('the outbox', () => {
  it('shared by four workers sends each of forty letters once', async () => {
    await listen()
    for (let i = 0; i < 40; i += 1) await put({ title: `Letter ${i}`, page: '/en/a' }, `reader${i}@example.ca`)
    const done = await Promise.all([drain(), drain(), drain(), drain()])
    expect(done.reduce((sum, { sent }) => sum + sent, 0)).toBe(40)
    expect(new Set(received.map(({ to }) => to[0])).size).toBe(40)
    expect(received).toHaveLength(40)
  })

  it('is held up neither by a template that fails nor by a kind that it does not know', async () => {
    await listen()
    const bad = await put({ title: 'x', page: '/en/a' }, 'reader@example.ca', broken)
    const strange = await put({ title: 'x', page: '/en/a' }, 'reader@example.ca', {
      ...announcement,
      kind: 'test.unknown',
    })
    await put({ title: 'Good', page: '/en/a' })
    expect(await drain()).toEqual({ sent: 1, failed: 2 })
    expect(await stateOf(bad)).toMatchObject({ lastError: 'ERENDER', due: false })
    expect(await stateOf(strange)).toMatchObject({ lastError: 'EKIND', due: false })
  })
})

function collect(
  stream: NodeJS.ReadableStream,
  session: { envelope: { rcptTo: { address: string }[] } },
  done: () => void,
) {
  const pieces: Buffer[] = []
  stream.on('data', (piece: Buffer) => pieces.push(piece))
  stream.on('end', () => {
    received.push({
      to: session.envelope.rcptTo.map(({ address }) => address),
      text: Buffer.concat(pieces).toString('utf8').replaceAll('=\r\n', ''),
    })
    done()
  })
}

async function listen(options: SMTPServerOptions = {}, times: { silenceInMs?: number } = {}): Promise<void> {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: collect,
    closeTimeout: 100,
    ...options,
  })
  server.on('error', () => undefined) // broken connections are what some tests are about
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening))
  transport = smtpTransport(`smtp://127.0.0.1:${portOf()}`, times)
}

function portOf(): number {
  if (!server) throw new Error('no server listens')
  return (server.server.address() as AddressInfo).port
}

async function stop(): Promise<void> {
  const running = server
  server = undefined
  if (running) await new Promise<void>((stopped) => running.close(() => stopped()))
}

function drain() {
  if (!transport) throw new Error('no transport')
  return drainOutbox(world.worker, { emails, render: renderEmail, transport, sender: 'no-reply@localhost' })
}

function put(facts: Facts, address = 'reader@example.ca', kind: Email<Facts> = announcement): Promise<string> {
  return putting((once) =>
    world.app.transaction('everything', (tx) =>
      post(tx, randomBytes, kind, {
        to: { address, language: 'en' },
        departmentId: world.departmentId,
        facts,
        once,
        at: world.now,
      }),
    ),
  )
}

const putCode = (codeId: string): Promise<string> =>
  putting((once) =>
    world.app.transaction('everything', (tx) =>
      post(tx, randomBytes, signInCode, {
        to: { address: 'reader@example.ca', language: 'fr' },
        departmentId: null,
        facts: { codeId },
        once,
        at: world.now,
      }),
    ),
  )

async function putting(act: (once: string) => Promise<void>): Promise<string> {
  const once = randomBytes(8).toString('hex')
  await act(once)
  const row = await world.worker.read('everything', (tx) =>
    tx.selectFrom('outboxMessages').select('id').where('dedupeKey', '=', once).executeTakeFirstOrThrow(),
  )
  return row.id
}

async function stateOf(id: string | undefined) {
  return world.worker.read('everything', async (tx) => {
    const { rows } = await sql<{
      attempts: number
      lastError: string | null
      sent: boolean
      due: boolean
      forGood: boolean
      pause: number
    }>`select attempts, last_error, sent_at is not null as sent, next_attempt_at <= clock_timestamp() as due,
        next_attempt_at = 'infinity' as for_good,
        case when next_attempt_at = 'infinity' then 0
          else round(extract(epoch from next_attempt_at - clock_timestamp()))::int end as pause
      from outbox_messages where id = ${id}`.execute(tx)
    if (!rows[0]) throw new Error('no such letter')
    return rows[0]
  })
}

async function makeDue(): Promise<void> {
  await world.app.transaction('everything', (tx) =>
    sql`update outbox_messages set next_attempt_at = clock_timestamp() where sent_at is null`.execute(tx),
  )
}

/** Header lines of a message, folded lines joined. */
function headersOf(text: string): string[][] {
  const head = text.split('\r\n\r\n')[0] ?? ''
  return head
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => line.split(': '))
}
