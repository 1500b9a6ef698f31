import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'

const open: Text = {
  en: 'Open the demonstration mailbox',
  fr: 'Ouvrir la boîte de réception de la démonstration',
}

/** After a letter was sent: the way to the mailbox that stands in for a mail server, where there is one. */
export const MailboxLink = ({ there, language }: { there: boolean; language: Language }) =>
  there ? (
    <p>
      <a href={path('/mailbox', language)}>{open[language]}</a>
    </p>
  ) : null
