import type { Language } from '../platform/i18n.ts'
import { safeHref } from '../ui/link.ts'
import { Empty, Fold, Pairs } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import type { KeptLetter } from './store.mail.ts'
import { mailTexts, recordTexts } from './texts.record.ts'

export type LetterLine = { readonly href: string; readonly subject: string; readonly to: string; readonly when: string }

/** Development only: what a mail server would have taken away. */
export function MailboxPage({ language, letters }: { language: Language; letters: readonly LetterLine[] }) {
  return (
    <>
      <h1>{mailTexts.mailbox[language]}</h1>
      <p class="lead">{mailTexts.mailboxLead[language]}</p>
      {letters.length === 0 ? (
        <Empty head={mailTexts.mailboxEmpty[language]} level={2}>
          <p>{mailTexts.mailboxEmptyMore[language]}</p>
        </Empty>
      ) : (
        <FoldTable
          caption={mailTexts.mailbox[language]}
          captionHidden
          columns={[mailTexts.subject, mailTexts.to, recordTexts.when].map((label) => ({ label: label[language] }))}
          rows={letters.map(({ href, subject, to, when }) => [
            <a key="subject" href={href}>
              {subject}
            </a>,
            to,
            when,
          ])}
        />
      )}
    </>
  )
}

/** One letter: its text, then what mailboxes are given, as source and never as a page. */
export function LetterPage({ language, letter, when }: { language: Language; letter: KeptLetter; when: string }) {
  return (
    <>
      <h1>{letter.subject}</h1>
      <Pairs
        items={[
          { label: mailTexts.to[language], value: letter.toAddress },
          { label: recordTexts.when[language], value: when },
        ]}
      />
      <LetterText text={letter.bodyText} />
      <Fold label={mailTexts.headers[language]}>
        <pre>{letter.headers}</pre>
      </Fold>
      <Fold label={mailTexts.source[language]}>
        <pre>{letter.bodyHtml}</pre>
      </Fold>
    </>
  )
}

export type ShownMessage = {
  readonly kind: string
  readonly letters: Readonly<Record<Language, { subject: string; text: string }>>
}

/** Every e-mail with its sample facts, both languages side by side. */
export function MessagesPage({ language, messages }: { language: Language; messages: readonly ShownMessage[] }) {
  return (
    <>
      <h1>{mailTexts.messages[language]}</h1>
      <p class="lead">{mailTexts.messagesLead[language]}</p>
      {messages.map(({ kind, letters }) => (
        <section key={kind} aria-labelledby={anchorOf(kind)}>
          <h2 id={anchorOf(kind)}>
            <code>{kind}</code>
          </h2>
          <div class="pair">
            {(['en', 'fr'] as const).map((of) => (
              <div key={of} lang={of}>
                <h3>{letters[of].subject}</h3>
                <LetterText text={letters[of].text} />
              </div>
            ))}
          </div>
        </section>
      ))}
    </>
  )
}

const anchorOf = (kind: string): string => kind.replace(/[^a-z]/g, '-')

/** Lines as they were sent; a line that is an address can be followed. */
function LetterText({ text }: { text: string }) {
  return (
    <pre>
      {text.split('\n').map((line, place) => {
        const href = /^https?:\/\/\S+$/.test(line) ? safeHref(line) : undefined
        return (
          <span key={String(place)}>
            {href ? <a href={href}>{line}</a> : line}
            {'\n'}
          </span>
        )
      })}
    </pre>
  )
}
