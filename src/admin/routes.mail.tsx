import { forStaff, open, type Request, type Routes } from '../accounts/routing.ts'
import type { Staff } from '../accounts/rules.ts'
import { features } from '../features.ts'
import type { App } from '../platform/app.ts'
import { formatInstant } from '../platform/format.ts'
import { type Asked, page, type Reply, unknown } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import type { Email } from '../platform/mail.ts'
import { letterOf } from '../platform/outbox.ts'
import { path } from '../platform/paths.ts'
import { hasLocalMailbox } from '../platform/transports.ts'
import { renderEmail } from '../ui/email.tsx'
import { findLetter, newestLetters } from './store.mail.ts'
import { mailTexts } from './texts.record.ts'
import { LetterPage, MailboxPage, MessagesPage } from './views.mail.tsx'

const EASTERN = 'America/Toronto'
const NEWEST = 100

export const mailRoutes = {
  'GET /mailbox': open(showMailbox),
  'GET /mailbox/:id': open(showLetter),
  'GET /admin/messages': forStaff(['program_team', 'observer', 'administrator'], showMessages),
} satisfies Routes

const exists = (app: App): boolean => hasLocalMailbox(app.config)

async function showMailbox(app: App, { language }: Request): Promise<Reply> {
  if (!exists(app)) return unknown
  const letters = await app.read('nothing', (tx) => newestLetters(tx, NEWEST))
  const lines = letters.map(({ id, subject, toAddress, at }) => ({
    href: path('/mailbox/:id', language, { id }),
    subject,
    to: toAddress,
    when: formatInstant(at, EASTERN, language),
  }))
  return page(200, mailTexts.mailbox[language], <MailboxPage language={language} letters={lines} />, {
    audience: 'public',
  })
}

async function showLetter(app: App, { language, params }: Request): Promise<Reply> {
  const { id } = params
  if (!exists(app) || !isId(id)) return unknown
  const letter = await app.read('nothing', (tx) => findLetter(tx, id))
  if (!letter) return unknown
  const view = <LetterPage language={language} letter={letter} when={formatInstant(letter.at, EASTERN, language)} />
  const crumbs = [{ label: mailTexts.mailbox[language], href: path('/mailbox', language) }]
  return page(200, letter.subject, view, { crumbs, audience: 'public' })
}

async function showMessages(app: App, { language, actor }: Asked<Staff>): Promise<Reply> {
  const department = { name: actor.departmentCode, postalAddress: app.config.mailFrom }
  const written = (kind: Email, of: Language) =>
    letterOf(app, { kind, facts: kind.sample, language: of, from: department }, renderEmail)
  const messages = features.emails.map((kind) => ({
    kind: kind.kind,
    letters: { en: written(kind, 'en'), fr: written(kind, 'fr') },
  }))
  return page(200, mailTexts.messages[language], <MessagesPage language={language} messages={messages} />)
}
