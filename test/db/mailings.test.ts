import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { email, post } from '../../src/platform/mail.ts'
import {
  drainMailings,
  keepMailingsUntil,
  startMailing,
  stopMailings,
  writeLetters,
} from '../../src/platform/mailings.ts'
import { drainOutbox } from '../../src/platform/outbox.ts'
import { smtpTransport, type Transport } from '../../src/platform/transports.ts'
import { steerMailing } from '../../src/publication/commands.mailings.ts'
import { gone } from '../../src/publication/rules.mailings.ts'
import { mailingsOf } from '../../src/publication/store.mailings.ts'
import { renderEmail } from '../../src/ui/email.tsx'
import { arrangeReady } from '../arrange.opportunities.ts'
import { openWorld, type World } from '../world.ts'

type Facts = { title: string; name?: string }
const news = email<Facts>('test.news', { title: 'A title' }, ({ title, name = '' }, language) => ({
  subject: `${language === 'en' ? 'New' : 'Nouveau'}: ${title} ${name}`,
  paragraphs: ['…'],
}))

let world: World
let opportunityId: string
let server: SMTPServer
let transport: Transport
/** Subjects, in the order in which they arrived. */
let arrived: string[]
let refuse: { address: RegExp; code: number } | undefined

beforeAll(async () => {
  world = await openWorld()
  opportunityId = (await arrangeReady(world)).id
  await world.app.transaction('everything', (tx) =>
    sql`update outbox_messages set sent_at = clock_timestamp()`.execute(tx),
  )
})
afterAll(() => world?.close())
beforeEach(async () => {
  arrived = []
  refuse = undefined
  const options: SMTPServerOptions = {
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 100 },
    onRcptTo: ({ address }, _, done) =>
      done(refuse?.address.test(address) ? Object.assign(new Error('no'), { responseCode: refuse.code }) : null),
    onData(stream, _, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        arrived.push(/^Subject: (.*)\r$/m.exec(Buffer.concat(pieces).toString())?.[1]?.trim() ?? '')
        done()
      })
    },
  }
  server = new SMTPServer(options)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  transport = smtpTransport(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`)
})
afterEach(async () => {
  transport.close()
  await new Promise<void>((stopped) => server.close(() => stopped()))
  await everything(async (tx) => {
    await tx.updateTable('outboxMessages').set({ sentAt: world.now }).where('sentAt', 'is', null).execute()
    await stopMailings(tx, opportunityId, world.now)
    await sql`update mail_pace set next_at = '-infinity', refused = 0`.execute(tx)
  })
})

describe('a mailing', () => {
  it('says what all are told, in the language of each, with what is theirs', async () => {
    const id = await begin('own', ['en', 'fr'])
    expect(await drain()).toEqual({ sent: 2, more: false })
    expect(arrived.sort()).toEqual(['New: Charts reader0', 'Nouveau: Cartes reader1'])
    expect(await stateOf(id)).toEqual({ state: 'done', readers: 2 })
  })

  it('counts whoever was told on their own like all others, before and after its turn, and writes to them once', async () => {
    await everything(async (tx) => {
      const to = { address: 'reader1@example.ca', language: 'en' as const }
      const letter = { to, departmentId: null, facts: { title: 'Alone' }, once: 'both 1', at: world.now }
      await post(tx, randomBytes, news, letter)
      await tx.updateTable('outboxMessages').set({ sentAt: world.now }).where('dedupeKey', '=', 'both 1').execute()
    })
    const id = await begin('both', ['en', 'en', 'en'])
    const counted = async () =>
      (await everything((tx) => mailingsOf(tx, world.departmentId, 50))).flatMap((each) =>
        each.id === id ? [[gone(each), each.waiting]] : [],
      )
    expect(await counted()).toEqual([[0, 3]])
    expect((await drain()).sent).toBe(3)
    expect(await counted()).toEqual([[3, 0]])
    expect(arrived.toSorted()).toEqual(['New: Charts reader0', 'New: Charts reader2'])
    expect((await stateOf(id)).state).toBe('done')
  })

  it('is begun once, and writes to nobody twice', async () => {
    const id = await begin('twice', ['en', 'en'])
    expect(await begin('twice', ['en', 'en'])).toBe(id)
    await drain()
    expect(arrived).toHaveLength(2)
  })

  it('lets letters to one person go before it', async () => {
    await begin(
      'long',
      Array.from({ length: 30 }, () => 'en' as const),
    )
    await everything((tx) =>
      post(tx, randomBytes, news, {
        ...{ to: { address: 'alone@example.ca', language: 'en' as const }, departmentId: null },
        ...{ facts: { title: 'Your code' }, once: randomBytes(8).toString('hex'), at: world.now },
      }),
    )
    expect(await drainOutbox(world.worker, sending())).toEqual({ sent: 1, failed: 0 })
    expect(arrived).toEqual(['New: Your code'])
  })

  it('keeps to the pace, also when two processes send', async () => {
    await begin(
      'pace',
      Array.from({ length: 60 }, () => 'en' as const),
    )
    const both = await Promise.all([drain(10, 900), drain(10, 900)])
    // What a second allows, once for the second before and once for this one, and what began in its last moment.
    const sent = both.reduce((sum, one) => sum + one.sent, 0)
    expect(sent).toBeGreaterThan(9)
    expect(sent).toBeLessThan(26)
    expect(arrived).toHaveLength(sent)
  })

  it('is held, and goes on from where it was', async () => {
    const id = await begin('held', ['en', 'en', 'en'])
    const { program, client } = world.staff
    expect(await steerMailing(world.app, client, { id, act: 'hold' })).toEqual({ ok: false, because: 'not_allowed' })
    for (const again of [true, false])
      expect((await steerMailing(world.app, program, { id, act: 'hold' })).ok, String(again)).toBe(true)
    expect(await drain()).toEqual({ sent: 0, more: false })
    expect((await steerMailing(world.app, program, { id, act: 'go_on' })).ok).toBe(true)
    expect(await drain()).toEqual({ sent: 3, more: false })
    expect(await steerMailing(world.app, program, { id, act: 'hold' })).toEqual({ ok: false, because: 'wrong_state' })
    const kinds = await world.app.read('everything', (tx) =>
      tx.selectFrom('historyEvents').select('kind').where('subjectId', '=', id).orderBy('recordedAt').execute(),
    )
    expect(kinds.map(({ kind }) => kind)).toEqual(['mailing.held', 'mailing.resumed'])
  })

  it('ends when its time is over, and lasts longer when that moves', async () => {
    const until = new Date(world.now.getTime() + 1_000)
    const id = await begin('until', ['en', 'en'], until)
    await everything((tx) => keepMailingsUntil(tx, opportunityId, new Date(until.getTime() + 1_000)))
    world.now = until
    expect((await drain()).sent).toBe(2)
    const gone = await begin('gone before', ['en'], until)
    await everything((tx) =>
      tx.updateTable('outboxMessages').set({ sentAt: world.now }).where('mailingId', '=', gone).execute(),
    )
    await drain()
    expect((await stateOf(gone)).state).toBe('done')
    const late = await begin('late', ['en'], until)
    expect(await drain()).toEqual({ sent: 0, more: false })
    expect([await stateOf(id), await stateOf(late)].map(({ state }) => state)).toEqual(['done', 'stopped'])
  })

  it('passes over a mailbox that refuses for good, and rests when the server asks for time again and again', async () => {
    refuse = { address: /reader1@/, code: 550 }
    await begin('gone', ['en', 'en', 'en'])
    expect((await drain()).sent).toBe(2)
    refuse = { address: /./, code: 451 }
    await begin(
      'slow',
      Array.from({ length: 20 }, () => 'en' as const),
    )
    expect(await drain()).toEqual({ sent: 0, more: false })
    const attempts = await world.app.read('everything', (tx) =>
      tx.selectFrom('outboxMessages').select('id').where('sentAt', 'is', null).where('attempts', '=', 1).execute(),
    )
    expect(attempts).toHaveLength(5 + 1) // five that were asked to wait, and the one refused for good
    refuse = undefined
    expect((await drain()).sent).toBe(0) // it rests
  })
})

const everything = <T>(act: Parameters<typeof world.app.transaction<T>>[1]) =>
  world.worker.transaction('everything', act)

async function begin(name: string, languages: readonly ('en' | 'fr')[], until: Date | null = null): Promise<string> {
  return everything(async (tx) => {
    const id = await startMailing(tx, randomBytes, {
      ...{ kind: news, name, departmentId: world.departmentId, opportunityId, until },
      facts: { en: { title: 'Charts' }, fr: { title: 'Cartes' } },
    })
    const readers = languages.map((language, place) => ({
      ...{ id: world.newId(), email: `reader${place}@example.ca`, language },
      ...{ facts: { name: `reader${place}` }, once: `${name} ${place}` },
    }))
    await writeLetters(tx, randomBytes, { id, readers, last: true })
    return id
  })
}

const sending = () => ({ emails: [news], render: renderEmail, transport, sender: 'no-reply@localhost' })
const drain = (perSecond: number | null = null, forMs = 20_000) =>
  drainMailings(world.worker, sending(), { perSecond, forMs })

const stateOf = (id: string) =>
  world.worker.read('everything', (tx) =>
    tx.selectFrom('mailings').select(['state', 'readers']).where('id', '=', id).executeTakeFirstOrThrow(),
  )
