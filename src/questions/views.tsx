import { type Problems, problemAt } from '../platform/forms.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { ButtonConfirms } from '../ui/confirm.tsx'
import { EmailField, TextArea } from '../ui/fields.tsx'
import { Button, ButtonLink, Form } from '../ui/form.tsx'
import { MailboxLink } from '../ui/mailbox.tsx'
import { Note, Quote } from '../ui/parts.tsx'
import type { PublicPosting } from './store.ts'
import { askTexts as texts } from './texts.ts'

/** The form for a question: an address, unless the asker is signed in, and the words. */
export function AskPage({
  posting,
  until,
  most,
  signedIn,
  words,
  email,
  problems,
  language,
}: {
  posting: PublicPosting
  until: string
  /** Words that a question may have. */
  most: number
  /** The address of a supplier who is signed in. */
  signedIn: string | null
  words: string
  email: string
  problems: Problems
  language: Language
}) {
  const { slug } = posting
  return (
    <div class="narrow">
      <Head posting={posting} title={texts.title} language={language} />
      <p class="lead">{texts.lead[language]}</p>
      <p>{texts.until(until)[language]}</p>
      <Form action={path('/opportunities/:slug/question', language, { slug })} language={language} errors={problems}>
        <TextArea
          language={language}
          name="words"
          label={texts.words[language]}
          hint={texts.wordsHint[language]}
          rows={6}
          spellcheck
          limit={{ most, unit: 'words' }}
          value={words}
          error={problemAt(problems, 'words', language)}
        />
        {signedIn === null ? (
          <EmailField
            language={language}
            name="email"
            label={texts.email[language]}
            hint={texts.emailHint[language]}
            width="m"
            value={email}
            error={problemAt(problems, 'email', language)}
          />
        ) : (
          <p>{texts.signedIn(signedIn)[language]}</p>
        )}
        <Button>{texts.send[language]}</Button>
      </Form>
    </div>
  )
}

/** Nobody asks here any more, or not this reader: why, and what remains. */
export const OverPage = ({
  posting,
  title,
  text,
  language,
}: {
  posting: PublicPosting
  title: Text
  text: Text
  language: Language
}) => (
  <div class="narrow">
    <Head posting={posting} title={title} language={language} />
    <p class="lead">{text[language]}</p>
    <Back slug={posting.slug} language={language} />
  </div>
)

/** The same whatever the address. */
export const SentPage = ({
  posting,
  mailbox,
  language,
}: {
  posting: PublicPosting
  /** The demonstration's own mailbox is at hand. */
  mailbox: boolean
  language: Language
}) => (
  <div class="narrow">
    <Head posting={posting} title={texts.sentTitle} language={language} />
    <p class="lead">{texts.sent[language]}</p>
    <p>
      {texts.sentMore[language]}{' '}
      <a href={path('/opportunities/:slug/question', language, { slug: posting.slug })}>{texts.again[language]}</a>
    </p>
    <MailboxLink there={mailbox} language={language} />
    <Back slug={posting.slug} language={language} />
  </div>
)

/** Opening the link changes nothing, since mailboxes follow links by themselves: the button puts the question. */
export const ConfirmPage = ({
  token,
  words,
  wordsIn,
  masked,
  by,
  language,
}: {
  token: string
  words: string
  /** Something in it may say who asked. */
  masked: boolean
  wordsIn: Language
  by: string
  language: Language
}) => (
  <ButtonConfirms
    language={language}
    title={texts.confirmTitle[language]}
    action={path('/question/confirmation/:token', language, { token })}
    button={texts.confirm[language]}
  >
    <Quote lang={wordsIn === language ? undefined : wordsIn}>
      <Lines text={words} />
    </Quote>
    {masked && <p>{texts.confirmMasked[language]}</p>}
    <p class="lead">{texts.confirmLead[language]}</p>
    <p>{texts.confirmBy(by)[language]}</p>
  </ButtonConfirms>
)

/** The question is put. */
export const DonePage = ({ slug, days, language }: { slug: string; days: string; language: Language }) => (
  <div class="narrow">
    <h1>{texts.doneTitle[language]}</h1>
    <Note tone="ok" level={2} head={texts.done(days)[language]} />
    <Back slug={slug} language={language} />
  </div>
)

/** The link does not put a question, and why. */
export const BadLinkPage = ({ text, slug, language }: { text: Text; slug: string | null; language: Language }) => (
  <div class="narrow">
    <h1>{texts.badLinkTitle[language]}</h1>
    <p class="lead">{text[language]}</p>
    {slug === null ? (
      <p>
        <a href={path('/opportunities', language)}>{texts.back[language]}</a>
      </p>
    ) : (
      <Back slug={slug} language={language} />
    )}
  </div>
)

/** Lines as they were typed. */
export const Lines = ({ text }: { text: string }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph, place) => (
      <p key={String(place)}>
        {paragraph.split('\n').map((line, at) => (
          <>
            {at > 0 && <br />}
            {line}
          </>
        ))}
      </p>
    ))}
  </>
)

const Head = ({ posting, title, language }: { posting: PublicPosting; title: Text; language: Language }) => (
  <>
    <p class="eyebrow">{texts.about(posting.number)[language]}</p>
    <h1>{title[language]}</h1>
  </>
)

const Back = ({ slug, language }: { slug: string; language: Language }) => (
  <p>
    <ButtonLink kind="plain" href={`${path('/opportunities/:slug', language, { slug })}#questions`}>
      {texts.back[language]}
    </ButtonLink>
  </p>
)
