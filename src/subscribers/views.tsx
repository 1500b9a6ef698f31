import { type Problems, problemAt } from '../platform/forms.ts'
import { type Language, languages, type Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Radios } from '../ui/choices.tsx'
import { ButtonConfirms } from '../ui/confirm.tsx'
import { EmailField } from '../ui/fields.tsx'
import { Button, ButtonLink, Form } from '../ui/form.tsx'
import { MailboxLink } from '../ui/mailbox.tsx'
import { languageNames } from '../ui/texts.ts'
import { refusals, subscribeTexts as texts } from './texts.ts'
import { SourceForm } from './views.source.tsx'

/** One field and a language. Asking says nothing of who is on the list. */
export function SubscribePage({
  language,
  email,
  chosen,
  anyPosted,
  problems = [],
}: {
  language: Language
  email: string
  chosen: string
  /** Was there ever an opportunity? The list is open before the first. */
  anyPosted: boolean
  problems?: Problems
}) {
  return (
    <div class="narrow">
      <h1>{texts.head[language]}</h1>
      {!anyPosted && <p>{texts.first[language]}</p>}
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
        <div class="acts">
          <Button>{texts.send[language]}</Button>
        </div>
      </Form>
      <p class="small">{texts.later[language]}</p>
      <h2>{texts.feedsHead[language]}</h2>
      <p>{texts.feeds[language]}</p>
      <ul>
        {feeds.map(({ ending, label }) => (
          <li key={ending}>
            <a href={path(`/opportunities.${ending}`, language)}>{label[language]}</a>
          </li>
        ))}
      </ul>
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
    <MailboxLink there={mailbox} language={language} />
  </div>
)

export const ConfirmPage = ({ language, token }: { language: Language; token: string }) => (
  <ButtonConfirms
    language={language}
    title={texts.confirmTitle[language]}
    action={path('/subscribe/confirmation/:token', language, { token })}
    button={texts.confirm[language]}
  >
    <p class="lead">{texts.confirmLead[language]}</p>
  </ButtonConfirms>
)

/** On the list; once, and only if they wish, how they heard of us. */
export const ConfirmedPage = ({
  language,
  leaving,
  asksSource,
}: {
  language: Language
  /** The token of their own page. */
  leaving: string
  asksSource: boolean
}) => (
  <div class="narrow">
    <h1>{texts.doneTitle[language]}</h1>
    <p class="lead">{texts.done[language]}</p>
    <p>
      <a href={path('/opportunities', language)}>{texts.see[language]}</a>
    </p>
    <p>
      <a href={path('/subscribe/preferences/:token', language, { token: leaving })}>{texts.choose[language]}</a>
    </p>
    {asksSource && <SourceForm language={language} token={leaving} />}
  </div>
)

/** One button for all of it; their own page for less, once they have confirmed. */
export const LeavePage = ({
  language,
  token,
  confirmed,
}: {
  language: Language
  token: string
  confirmed: boolean
}) => (
  <div class="narrow">
    <h1>{texts.leaveTitle[language]}</h1>
    <p class="lead">{texts.leaveLead[language]}</p>
    <Form action={path('/unsubscribe/:token', language, { token })} language={language}>
      <div class="acts">
        <Button>{texts.leave[language]}</Button>
      </div>
    </Form>
    {confirmed && (
      <p>
        {texts.rather[language]}{' '}
        <a href={path('/subscribe/preferences/:token', language, { token })}>{texts.choose[language]}</a>
      </p>
    )}
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

const feeds = [
  { ending: 'atom', label: texts.atom },
  { ending: 'json', label: texts.json },
  { ending: 'ics', label: texts.calendar },
] as const

export const LanguageChoice = ({
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
