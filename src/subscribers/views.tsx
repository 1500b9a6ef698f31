import { type Problems, problemAt } from '../platform/forms.ts'
import { type Language, languages, type Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Radios } from '../ui/choices.tsx'
import { EmailField } from '../ui/fields.tsx'
import { Button, ButtonLink, Form } from '../ui/form.tsx'
import { Note } from '../ui/parts.tsx'
import { languageNames } from '../ui/texts.ts'
import { refusals, subscribeTexts as texts } from './texts.ts'

/** One field and a language. Asking says nothing of who is on the list. */
export function SubscribePage({
  language,
  email,
  chosen,
  problems = [],
}: {
  language: Language
  email: string
  chosen: string
  problems?: Problems
}) {
  return (
    <div class="narrow">
      <h1>{texts.head[language]}</h1>
      <p class="lead">{texts.lead[language]}</p>
      <Form action={path('/subscribe', language)} language={language} errors={problems}>
        <EmailField
          language={language}
          name="email"
          label={texts.address[language]}
          hint={texts.addressHint[language]}
          value={email}
          width="m"
          error={problemAt(problems, 'email', language)}
        />
        <LanguageChoice language={language} chosen={chosen} error={problemAt(problems, 'language', language)} />
        <Button>{texts.send[language]}</Button>
      </Form>
      <h2>{texts.privacyHead[language]}</h2>
      <p class="small">{texts.privacy[language]}</p>
    </div>
  )
}

/** The same whatever the address. */
export const SentPage = ({ language, mailbox }: { language: Language; mailbox: boolean }) => (
  <div class="narrow">
    <h1>{texts.sentTitle[language]}</h1>
    <p class="lead">{texts.sent[language]}</p>
    <p>
      {texts.sentMore[language]} <a href={path('/subscribe', language)}>{texts.again[language]}</a>
    </p>
    {mailbox && (
      <p>
        <a href={path('/mailbox', language)}>{texts.mailbox[language]}</a>
      </p>
    )}
  </div>
)

/** Opening the link changes nothing, since mailboxes follow links by themselves: the button confirms. */
export const ConfirmPage = ({ language, token }: { language: Language; token: string }) => (
  <div class="narrow">
    <h1>{texts.confirmTitle[language]}</h1>
    <p class="lead">{texts.confirmLead[language]}</p>
    <Form action={path('/subscribe/confirmation/:token', language, { token })} language={language}>
      <Button>{texts.confirm[language]}</Button>
    </Form>
  </div>
)

export const ConfirmedPage = ({ language }: { language: Language }) => (
  <Ended language={language} title={texts.doneTitle} text={texts.done} />
)

/** To leave, or to read the other language. */
export const PreferencesPage = ({
  language,
  token,
  chosen,
  saved,
}: {
  language: Language
  token: string
  chosen: Language
  saved: boolean
}) => (
  <div class="narrow">
    <h1>{texts.leaveTitle[language]}</h1>
    {saved && <Note tone="ok" level={2} head={texts.languageSaved(chosen)[language]} />}
    <p class="lead">{texts.leaveLead[language]}</p>
    <Form action={path('/unsubscribe/:token', language, { token })} language={language}>
      <Button>{texts.leave[language]}</Button>
    </Form>
    <h2>{texts.orLanguage[language]}</h2>
    <Form
      action={path('/subscribe/language/:token', language, { token })}
      language={language}
      label={texts.orLanguage[language]}
    >
      <LanguageChoice language={language} chosen={chosen} error={undefined} />
      <Button kind="plain">{texts.saveLanguage[language]}</Button>
    </Form>
  </div>
)

export const LeftPage = ({ language }: { language: Language }) => (
  <Ended language={language} title={texts.leftTitle} text={texts.left} />
)

export const BadLinkPage = ({
  language,
  because,
}: {
  language: Language
  because: 'unknown_link' | 'link_expired'
}) => (
  <div class="narrow">
    <h1>{texts.badLinkTitle[language]}</h1>
    <p class="lead">{refusals[because][language]}</p>
    <p>
      <ButtonLink href={path('/subscribe', language)}>{texts.again[language]}</ButtonLink>
    </p>
  </div>
)

const Ended = ({ language, title, text }: { language: Language; title: Text; text: Text }) => (
  <div class="narrow">
    <h1>{title[language]}</h1>
    <p class="lead">{text[language]}</p>
    <p>
      <a href={path('/opportunities', language)}>{texts.see[language]}</a>
    </p>
  </div>
)

const LanguageChoice = ({
  language,
  chosen,
  error,
}: {
  language: Language
  chosen: string
  error: string | undefined
}) => (
  <Radios
    language={language}
    name="language"
    label={texts.language[language]}
    value={chosen}
    error={error}
    choices={languages.map((each) => ({ value: each, label: languageNames[each], lang: each }))}
  />
)
