import { sql } from 'kysely'
import type { App } from './app.ts'
import { codeFor, linkSignature } from './codes.ts'
import type { Tx } from './db.ts'
import type { Language } from './i18n.ts'
import type { Email, Letter, MailFacts, Paragraph } from './mail.ts'
import { noteBy, signatureOf, signerOf } from './signing.ts'
import type { OutgoingMail, Transport } from './transports.ts'

/** The words of a letter made into text and HTML; `ui/email.tsx` does it. */
export type Render = (letter: {
  language: Language
  subject: string
  preheader: string
  paragraphs: readonly Paragraph[]
  footer: readonly Paragraph[]
}) => { subject: string; text: string; html: string }

export type Drain = {
  readonly emails: readonly Email[]
  readonly render: Render
  readonly transport: Transport
  /** The address that our mail comes from. */
  readonly sender: string
}

/** How many letters one round sends before it lets go; the next round follows within a second. */
const ROUND = 200
const FIRST_PAUSE_IN_S = 10
const LONGEST_PAUSE_IN_S = 3_600
const MOST_ATTEMPTS = 30

/**
 * Sends what is due to one person each, one letter at a time, each held by its row's lock while it is sent: several
 * workers share the outbox, and a crash between sending and writing it down costs one double at most, which its
 * Message-ID betrays. A letter that fails waits longer each time; one that its mailbox refuses is given up. When the
 * server is away the round ends. Due times are the database's clock, never an injected one. Letters of a mailing go
 * their own way (mailings.ts), so that nobody's sign-in code waits behind a hundred thousand others.
 */
export async function drainOutbox(app: App, drain: Drain): Promise<{ sent: number; failed: number }> {
  const done = { sent: 0, failed: 0 }
  while (done.sent + done.failed < ROUND) {
    const outcome = await app.transaction('everything', async (tx) => {
      const message = await takeNext(tx)
      return message ? sendMessage(app, tx, drain, message) : 'nothing_due'
    })
    if (outcome === 'nothing_due') break
    done[outcome === 'sent' ? 'sent' : 'failed'] += 1
    if (outcome === 'server_away') break
  }
  return done
}

/** The letter of a kind, whole: links with our address, the sender's name and postal address beneath. */
export function letterOf(
  app: App,
  { kind, facts, language, from }: { kind: Email; facts: MailFacts; language: Language; from: Sender | null },
  render: Render,
): { subject: string; text: string; html: string; unsubscribe: string | undefined } {
  const letter: Letter = kind.write(facts, language)
  const unsubscribe = letter.unsubscribe === undefined ? undefined : whole(app, letter.unsubscribe)
  const rendered = render({
    language,
    subject: letter.subject,
    preheader: letter.preheader ?? '',
    paragraphs: letter.paragraphs.map((paragraph) => withWholeLink(app, paragraph)),
    footer: [
      ...(unsubscribe ? [{ link: unsubscribe, label: unsubscribeLabel[language] }] : []),
      ...footerOf(from, language),
    ],
  })
  return { ...rendered, unsubscribe }
}

/** In whose name a letter goes out. */
export type Sender = { readonly name: string; readonly postalAddress: string }

/** A letter's row, with the name and address that it goes out under. */
export type Message = {
  readonly id: string
  readonly kind: string
  readonly language: Language
  readonly toAddress: string
  readonly facts: string
  readonly attempts: number
  readonly nameEn: string | null
  readonly nameFr: string | null
  readonly postalAddress: string | null
}
export type Sending = 'sent' | 'failed' | 'not_now' | 'server_away'

/** Sends a letter whose row this transaction holds, and writes down what came of it. `not_now` is the server's wish. */
export async function sendMessage(
  app: App,
  tx: Tx,
  { emails, render, transport, sender }: Drain,
  message: Message,
): Promise<Sending> {
  try {
    const kind = emails.find((email) => email.kind === message.kind)
    if (!kind) throw new MailError('EKIND', `there is no e-mail of the kind ${message.kind}`)
    const { language } = message
    const from = senderOf(message)
    const facts = withSecrets(app, kind, JSON.parse(message.facts) as MailFacts)
    const { subject, text, html, unsubscribe } = letterOf(app, { kind, facts, language, from }, render)
    const outgoing: OutgoingMail = {
      from: { name: from?.name ?? 'Opportune', address: sender },
      to: message.toAddress,
      subject,
      text,
      html,
      messageId: `<${message.id}@${new URL(app.config.baseUrl).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language, ...unsubscribing(unsubscribe) },
    }
    await transport.send(tx, outgoing)
  } catch (error) {
    const failure = failureOf(error)
    app.log.warn({ mail: message.kind, message: message.id, code: failure.code }, 'a letter was not sent')
    await putOff(tx, message, failure)
    return failure.serverAway ? 'server_away' : failure.notNow ? 'not_now' : 'failed'
  }
  await tx
    .updateTable('outboxMessages')
    .set((row) => ({ sentAt: sql`clock_timestamp()`, lastError: null, attempts: row('attempts', '+', 1) }))
    .where('id', '=', message.id)
    .execute()
  return 'sent'
}

const takeNext = (tx: Tx): Promise<Message | undefined> =>
  tx
    .selectFrom('outboxMessages')
    .leftJoin('departments', 'departments.id', 'outboxMessages.departmentId')
    .select(['outboxMessages.id', 'kind', 'language', 'toAddress', 'facts', 'attempts'])
    .select(['departments.nameEn', 'departments.nameFr', 'departments.postalAddress'])
    .where('mailingId', 'is', null)
    .where('sentAt', 'is', null)
    .where('nextAttemptAt', '<=', sql<Date>`clock_timestamp()`)
    .orderBy('nextAttemptAt')
    .orderBy('outboxMessages.id')
    .limit(1)
    .forUpdate('outboxMessages')
    .skipLocked()
    .executeTakeFirst()

type Failure = {
  readonly code: string
  readonly forGood: boolean
  readonly serverAway: boolean
  /** The server would take it later: a mailbox that is busy, or a sender that is too quick. */
  readonly notNow: boolean
}

async function putOff(tx: Tx, message: { id: string; attempts: number }, failure: Failure): Promise<void> {
  const attempts = message.attempts + 1
  const pause = Math.min(LONGEST_PAUSE_IN_S, FIRST_PAUSE_IN_S * 2 ** message.attempts)
  const next =
    failure.forGood || attempts >= MOST_ATTEMPTS
      ? sql<Date>`'infinity'::timestamptz`
      : sql<Date>`clock_timestamp() + make_interval(secs => ${pause})`
  await tx
    .updateTable('outboxMessages')
    .set({ attempts, lastError: failure.code, nextAttemptAt: next })
    .where('id', '=', message.id)
    .execute()
}

/** The code alone: a server's sentence may hold an address. */
function failureOf(error: unknown): Failure {
  const { code = 'ERENDER', responseCode } = error as { code?: string; responseCode?: number }
  const serverAway = /^(ECONN|ETIMEDOUT|ESOCKET|EDNS|EAUTH|ETLS|ENOTFOUND|EPROTOCOL)/.test(code)
  return {
    code: responseCode === undefined ? code : `${code} ${responseCode}`,
    forGood: code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500,
    serverAway: serverAway || responseCode === 421,
    notNow: responseCode !== undefined && responseCode >= 400 && responseCode < 500,
  }
}

class MailError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'MailError'
    this.code = code
  }
}

/**
 * A one-time code follows from its id, and the signature of a link from what it says, under a key that is in no database:
 * both exist from here to the mailbox only.
 */
function withSecrets(app: App, kind: Email, facts: MailFacts): MailFacts {
  const { codeId, signs } = facts
  return {
    ...facts,
    ...(typeof codeId === 'string' ? { code: codeFor(app.keys.code, codeId) } : {}),
    ...(typeof signs === 'string' ? { signature: linkSignature(app.keys.code, signs) } : {}),
    ...(kind.signs && !facts.signature ? { signature: signatureOf(noteBy(signerOf(app), kind.signs(facts))) } : {}),
  }
}

function senderOf(message: {
  language: Language
  nameEn: string | null
  nameFr: string | null
  postalAddress: string | null
}): Sender | null {
  const name = message.language === 'en' ? message.nameEn : message.nameFr
  return name === null || message.postalAddress === null ? null : { name, postalAddress: message.postalAddress }
}

const unsubscribing = (address: string | undefined): Record<string, string> =>
  address ? { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}

const whole = (app: App, link: string): string => (link.startsWith('/') ? app.config.baseUrl + link : link)
const withWholeLink = (app: App, paragraph: Paragraph): Paragraph =>
  typeof paragraph === 'object' && 'link' in paragraph ? { ...paragraph, link: whole(app, paragraph.link) } : paragraph

const unsubscribeLabel = { en: 'Stop these messages', fr: 'Ne plus recevoir ces messages' }

function footerOf(from: Sender | null, language: Language): Paragraph[] {
  const sentence =
    language === 'en' ? 'Sent automatically by Opportune' : 'Message envoyé automatiquement par Opportune'
  return from ? [`${sentence} (${from.name}).`, from.postalAddress] : [`${sentence}.`]
}
