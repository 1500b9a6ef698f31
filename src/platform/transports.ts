import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import type { App } from './app.ts'
import type { Tx } from './db.ts'
import { newId } from './ids.ts'

export type OutgoingMail = {
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Fixed for each letter, so that a double is known as one. */
  readonly messageId: string
  readonly headers: Readonly<Record<string, string>>
}

/** What takes a letter off our hands: it has it when `send` is done, and has not when it throws. */
export type Transport = {
  send(tx: Tx, mail: OutgoingMail): Promise<void>
  close(): void
}

const CONNECT_IN_MS = 10_000
const SILENCE_IN_MS = 30_000

/** A mail server, over one connection that is kept for a round. It reads no file and no address of ours. */
export function smtpTransport(
  url: string,
  { connectInMs = CONNECT_IN_MS, silenceInMs = SILENCE_IN_MS }: { connectInMs?: number; silenceInMs?: number } = {},
): Transport {
  const server = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: connectInMs,
    greetingTimeout: connectInMs,
    socketTimeout: silenceInMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(_, { from, to, subject, text, html, messageId, headers }) {
      await server.sendMail({
        from: { name: from.name, address: from.address },
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId,
        headers: wholeLines(headers),
      })
    },
    close: () => server.close(),
  }
}

/** Addresses to leave are read by programs that know no folded line: such a header is one line, however long (RFC 8058). */
const wholeLines = (headers: OutgoingMail['headers']) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) =>
      name.startsWith('List-') ? [name, { prepared: true, value: value.replace(/[^\x20-\x7e]/g, '') }] : [name, value],
    ),
  )

/** Development's stand-in for a mail server: a table, shown at /mailbox. Written in the act that marks the letter as sent. */
export function mailboxTransport(app: Pick<App, 'random'>): Transport {
  return {
    async send(tx, { from, to, subject, text, html, messageId, headers }) {
      const at = await tx.now()
      await tx
        .insertInto('localMailbox')
        .values({
          ...{ id: newId(at, app.random), at },
          toAddress: to,
          subject,
          bodyText: text,
          bodyHtml: html,
          headers: JSON.stringify({ From: `${from.name} <${from.address}>`, 'Message-ID': messageId, ...headers }),
        })
        .execute()
    },
    close() {},
  }
}

/** The mailbox that stands in for a mail server: its letters are anybody’s to read, so it is never there in production. */
export const hasLocalMailbox = ({ environment, mail }: Pick<Config, 'environment' | 'mail'>): boolean =>
  environment !== 'production' && mail.kind === 'local'

/** What the settings name. */
export const transportFor = (app: Pick<App, 'random'>, mail: Config['mail']): Transport => {
  if (mail.kind === 'smtp') return smtpTransport(mail.url)
  if (mail.kind === 'local') return mailboxTransport(app)
  throw new Error('mail through GC Notify needs a template of this installation')
}
