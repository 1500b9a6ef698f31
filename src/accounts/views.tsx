import { type Problems, problemAt } from '../platform/forms.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { CodeField, EmailField, Hidden } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, Form } from '../ui/form.tsx'
import { MailboxLink } from '../ui/mailbox.tsx'
import { signInTexts } from './texts.ts'

/** The door: suppliers ask for a code; staff go through their department, or, in a demonstration, choose who to be. */
export function SignInPage({
  language,
  email,
  to,
  demo,
  problems = [],
}: {
  language: Language
  email: string
  to: string
  demo: boolean
  problems?: Problems
}) {
  return (
    <div class="narrow">
      <h1>{signInTexts.title[language]}</h1>
      <p class="lead">{signInTexts.lead[language]}</p>
      <Form action={path('/sign-in', language)} language={language} errors={problems}>
        <EmailField
          language={language}
          name="email"
          label={signInTexts.address[language]}
          hint={signInTexts.addressHint[language]}
          value={email}
          error={problemAt(problems, 'email', language)}
        />
        <Hidden name="to" value={to} />
        <ActionBar>
          <Button>{signInTexts.send[language]}</Button>
        </ActionBar>
      </Form>
      <h2>{signInTexts.staffHead[language]}</h2>
      {demo ? (
        <p>
          <ButtonLink kind="plain" href={demoHref(language, to)}>
            {signInTexts.demo[language]}
          </ButtonLink>
        </p>
      ) : (
        <p>{signInTexts.staff[language]}</p>
      )}
    </div>
  )
}

/** Where the code is typed. Showing the page uses nothing up: only the button does. */
export function CodePage({
  language,
  address,
  typed,
  mailbox,
  problems = [],
}: {
  language: Language
  address: string | undefined
  typed: string
  mailbox: boolean
  problems?: Problems
}) {
  return (
    <div class="narrow">
      <h1>{signInTexts.codeTitle[language]}</h1>
      <p class="lead">{(address === undefined ? signInTexts.noCode : signInTexts.codeSent(address))[language]}</p>
      <Form action={path('/sign-in/code', language)} language={language} errors={problems}>
        <CodeField
          language={language}
          name="code"
          label={signInTexts.code[language]}
          hint={signInTexts.codeHint[language]}
          value={typed}
          error={problemAt(problems, 'code', language)}
        />
        <ActionBar>
          <Button>{signInTexts.enter[language]}</Button>
        </ActionBar>
      </Form>
      <p>
        <a href={path('/sign-in', language)}>{signInTexts.again[language]}</a>
      </p>
      <MailboxLink there={mailbox} language={language} />
    </div>
  )
}

const demoHref = (language: Language, to: string): string =>
  path('/sign-in-demo', language) + (to ? `?to=${encodeURIComponent(to)}` : '')
