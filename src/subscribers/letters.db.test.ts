import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import { system, visitor } from '../accounts/rules.ts'
import { drainOutbox } from '../platform/outbox.ts'
import { smtpTransport, type Transport } from '../platform/transports.ts'
import { renderEmail } from '../ui/email.tsx'
import { bouncesCommand } from './command-line.ts'
import { noteRefusals, readReports } from './commands.bounces.ts'
import { addressHash, confirmationToken, confirmSubscription, leavingToken, subscribe } from './commands.ts'
import { subscriberEmails } from './emails.ts'
import { suppressionOf } from './store.ts'

let world: World
let server: SMTPServer
let transport: Transport
const received: Buffer[] = []
let refuses: (address: string) => number | undefined = () => undefined
beforeAll(async () => {
  world = await openWorld()
  server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 100 },
    onRcptTo({ address }, _, done) {
      const responseCode = refuses(address)
      done(responseCode === undefined ? null : Object.assign(new Error('No such mailbox'), { responseCode }))
    },
    onData(stream, _, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push(Buffer.concat(parts))
        done()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  transport = smtpTransport(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`)
})
afterAll(async () => {
  transport?.close()
  await new Promise<void>((stopped) => server.close(() => stopped()))
  await world.close()
})

const drain = () =>
  drainOutbox(world.worker, { emails: subscriberEmails, render: renderEmail, transport, sender: 'no-reply@example.ca' })
const rowOf = (email: string) =>
  world.app.read('nothing', (tx) =>
    tx.selectFrom('subscribers').selectAll().where('email', '=', email).executeTakeFirst(),
  )
const lettersTo = (email: string) =>
  world.app.read('nothing', (tx) =>
    tx.selectFrom('outboxMessages').selectAll().where('toAddress', '=', email).orderBy('id').execute(),
  )
const suppressed = (email: string) =>
  world.app.read('nothing', (tx) => suppressionOf(tx, addressHash(world.app, email)))
const ask = async (email: string) => {
  world.now = new Date(world.now.getTime() + 60_000)
  const decision = await subscribe(world.app, system, { email, language: 'en' })
  if (!decision.ok) throw new Error(decision.because)
  return decision.value
}
const confirmed = async (email: string) => {
  const subscriber = await ask(email)
  await confirmSubscription(world.app, visitor, { token: confirmationToken(world.app, subscriber) })
  return subscriber
}

describe('what arrives at a mail server', () => {
  test('has the headers of RFC 8058 on one line each, and a postal address, as a mail parser reads them', async () => {
    const subscriber = await confirmed('reader@example.ca')
    await ask('reader@example.ca') // known already: the letter carries the link to leave
    await drain()
    const [confirming, already] = await Promise.all(received.map((raw) => simpleParser(raw)))
    expect(confirming?.headers.has('list-unsubscribe')).toBe(false)
    expect(confirming?.text).toContain('1 Quay Street')

    const text = received[1]?.toString('latin1') ?? ''
    const head = text.slice(0, text.indexOf('\r\n\r\n')).split('\r\n')
    const address = `http://localhost:8080/en/unsubscribe/${leavingToken(world.app, subscriber)}`
    expect(head.filter((line) => /^list-unsubscribe/i.test(line))).toEqual([
      `List-Unsubscribe: <${address}>`,
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ])
    const list = already?.headers.get('list')
    expect(list).toMatchObject({ unsubscribe: { url: address } })
    expect(already?.headerLines.filter(({ key }) => key.startsWith('list-unsubscribe'))).toHaveLength(2)
    expect(already?.text).toContain('1 Quay Street')
    expect(already?.text).toContain(`/en/subscribe/preferences/${leavingToken(world.app, subscriber)}`)
  })

  test('a scanner that follows links changes nothing; the one-click body does, without a cookie', async () => {
    const url = `/en/unsubscribe/${leavingToken(world.app, await confirmed('clicks@example.ca'))}`
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'] as const) {
      const answer = await world.server.inject({ method, url, headers: { host: 'localhost:8080' } })
      expect(answer.statusCode < 500 && (await rowOf('clicks@example.ca'))?.state).toBe('confirmed')
    }
    for (const link of ['preferences', 'confirmation', 'watching', 'source'])
      await world.server.inject({ method: 'GET', url: url.replace('unsubscribe', `subscribe/${link}`) })
    expect((await rowOf('clicks@example.ca'))?.state).toBe('confirmed')

    const headers = { host: 'localhost:8080', 'content-type': 'application/x-www-form-urlencoded' }
    const pressed = await world.server.inject({ method: 'POST', url, headers, payload: 'List-Unsubscribe=One-Click' })
    expect([pressed.statusCode, pressed.headers['set-cookie']]).toEqual([200, undefined])
    expect(await rowOf('clicks@example.ca')).toBeUndefined()
    expect(await suppressed('clicks@example.ca')).toBe('left')
  })
})

describe('a mailbox that refuses our letters', () => {
  test('is taken off after as many as the policy says, and its address goes', async () => {
    const { id } = await confirmed('dead@example.ca')
    refuses = (address) => (address === 'dead@example.ca' ? 550 : undefined)
    await drain()
    expect(await noteRefusals(world.worker)).toBe(1)
    expect(await noteRefusals(world.worker)).toBe(0) // once a letter
    expect((await rowOf('dead@example.ca'))?.state).toBe('confirmed')
    await ask('dead@example.ca')
    await drain()
    await noteRefusals(world.worker)
    expect(await rowOf('dead@example.ca')).toBeUndefined()
    expect(await suppressed('dead@example.ca')).toBe('bounced')
    const row = await world.app.read('nothing', (tx) =>
      tx.selectFrom('subscribers').selectAll().where('id', '=', id).executeTakeFirst(),
    )
    expect([row?.state, row?.endedBecause]).toEqual(['unsubscribed', 'bounced'])
    refuses = () => undefined
  })

  test('may ask anew, once a day, and is forgiven once it confirms', async () => {
    const before = (await lettersTo('dead@example.ca')).length
    await ask('dead@example.ca')
    const subscriber = await ask('dead@example.ca')
    expect((await lettersTo('dead@example.ca')).length).toBe(before + 1)
    await confirmSubscription(world.app, visitor, { token: confirmationToken(world.app, subscriber) })
    expect(await suppressed('dead@example.ca')).toBeUndefined()
    expect((await rowOf('dead@example.ca'))?.state).toBe('confirmed')
  })

  test('loses nothing for a full mailbox, or for a server that refuses us', async () => {
    const codes: Record<string, number> = { 'full@example.ca': 552, 'policy@example.ca': 554 }
    for (const email of Object.keys(codes)) await confirmed(email)
    refuses = (address) => codes[address]
    for (let times = 0; times < 3; times += 1) {
      for (const email of Object.keys(codes)) await ask(email)
      await drain()
      await noteRefusals(world.worker)
    }
    refuses = () => undefined
    for (const email of Object.keys(codes)) expect((await rowOf(email))?.state).toBe('confirmed')
  })

  test('is nobody’s fault but ours when many refuse at once', async () => {
    const emails = Array.from({ length: 25 }, (_, place) => `all${place}@example.ca`)
    for (const email of emails) await confirmed(email)
    refuses = (address) => (address.startsWith('all') ? 550 : undefined)
    for (let times = 0; times < 3; times += 1) {
      await drain()
      await noteRefusals(world.worker)
      if (times < 2) for (const email of emails) await ask(email)
    }
    refuses = () => undefined
    for (const email of emails) expect((await rowOf(email))?.state).toBe('confirmed')
  })
})

describe('reports that arrive in a mailbox', () => {
  const report = (messageId: string, status = '5.1.1', action = 'failed') =>
    [
      'From: MAILER-DAEMON@mx.example.net',
      'To: bounces@example.ca',
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary="ABC.1/mx.example.net"',
      '',
      'This is a MIME-encapsulated message.',
      '--ABC.1/mx.example.net',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'This is the mail system at host mx.example.net. I could not deliver your message.',
      '--ABC.1/mx.example.net',
      'Content-Description: Delivery report',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.net',
      'Arrival-Date: Mon, 4 May 2026 10:00:00 -0400 (EDT)',
      '',
      'Final-Recipient: rfc822; somebody.else@example.net',
      `Action: ${action}`,
      `Status: ${status}`,
      'Diagnostic-Code: smtp; 550 5.1.1 unknown user\r\n    in a folded line',
      '',
      '--ABC.1/mx.example.net',
      'Content-Type: text/rfc822-headers',
      '',
      'From: Opportune <no-reply@example.ca>',
      `Message-ID: <${messageId}@localhost>`,
      'Subject: New',
      '',
      '--ABC.1/mx.example.net--',
      '',
    ].join('\r\n')
  const complaint = (messageId: string) =>
    report(messageId)
      .replace('report-type=delivery-status', 'report-type=feedback-report')
      .replace('message/delivery-status', 'message/feedback-report')
      .replace('Reporting-MTA: dns; mx.example.net', 'Feedback-Type: abuse\r\nUser-Agent: SomeMail/1.0\r\nVersion: 1')
  const letterTo = async (email: string) => (await lettersTo(email)).at(-1)?.id ?? ''
  const mbox = (...messages: string[]) =>
    messages.map((each) => `From x Mon May  4 10:00:00 2026\n${each}\n\n`).join('')

  test('count when they name a letter of ours, and end a subscription like a refusal', async () => {
    await confirmed('moved@example.ca')
    const first = report(await letterTo('moved@example.ca'))
    expect(await readReports(world.worker, system, first)).toEqual({ refused: 1, complaints: 0, passedOver: 0 })
    await readReports(world.worker, system, first) // the same again is the same
    expect((await rowOf('moved@example.ca'))?.state).toBe('confirmed')
    await ask('moved@example.ca')
    const read = await readReports(world.worker, system, mbox(first, report(await letterTo('moved@example.ca'))))
    expect(read).toEqual({ refused: 2, complaints: 0, passedOver: 0 })
    expect(await rowOf('moved@example.ca')).toBeUndefined()
  })

  test('a complaint ends it at once', async () => {
    await confirmed('angry@example.ca')
    expect((await readReports(world.worker, system, complaint(await letterTo('angry@example.ca')))).complaints).toBe(1)
    expect(await suppressed('angry@example.ca')).toBe('complained')
  })

  test('what is delayed, made up, about nobody, or no report at all, changes nothing', async () => {
    await confirmed('calm@example.ca')
    const id = await letterTo('calm@example.ca')
    const made = [
      report(world.newId()),
      report('x'),
      report(id, '4.2.2', 'delayed'),
      `Subject: ${id}\n\nHello`,
      '',
      'From ',
    ]
    for (const text of made)
      expect(await readReports(world.worker, system, text)).toMatchObject({ refused: 0, complaints: 0 })
    for (let times = 0; times < 3; times += 1) await readReports(world.worker, system, report(id, '5.7.1'))
    expect((await rowOf('calm@example.ca'))?.state).toBe('confirmed')
  })

  test('are read by the command, from a file or from standard input', async () => {
    await confirmed('typed@example.ca')
    const text = complaint(await letterTo('typed@example.ca'))
    const said: string[] = []
    const say = {
      out: (line: string) => said.push(line),
      err: (line: string) => said.push(line),
      readInput: () => text,
    }
    expect(await bouncesCommand({ worker: world.worker }, ['-'], say)).toBe(0)
    expect(said.join('')).toContain('0 refused, 1 complaints, 0 passed over')
    expect(await bouncesCommand({ worker: world.worker }, ['/nowhere/at/all'], say)).toBe(2)
    expect(await bouncesCommand({ worker: world.worker }, [], say)).toBe(2)
    expect(await bouncesCommand({ worker: world.worker }, ['--help'], say)).toBe(0)
  })
})
