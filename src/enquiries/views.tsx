import type { Department } from '../accounts/store.ts'
import { formatBusinessDays } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import type { Policy } from '../policy/rules.ts'
import { Radios } from '../ui/choices.tsx'
import { ButtonConfirms } from '../ui/confirm.tsx'
import { EmailField, Select, TextArea, TextField } from '../ui/fields.tsx'
import { Button, ButtonLink, Form } from '../ui/form.tsx'
import { MailboxLink } from '../ui/mailbox.tsx'
import { enquiryKinds } from './rules.ts'
import { enquiryRefusals, kindChoices, contactTexts as texts } from './texts.ts'

/** One form for whatever somebody wants to tell us. */
export function ContactPage({
  language,
  values,
  problems,
  departments,
  policy,
}: {
  language: Language
  values: Typed
  problems: Problems
  departments: readonly Department[]
  policy: Policy
}) {
  const error = (field: string) => problemAt(problems, field, language)
  return (
    <div class="narrow">
      <h1>{texts.title[language]}</h1>
      <p class="lead">{texts.lead(formatBusinessDays(policy.enquiryBusinessDays, language))[language]}</p>
      <p>
        {texts.first[language]} <a href={path('/faq', language)}>{texts.faq[language]}</a>
      </p>
      <Form action={path('/contact', language)} language={language} errors={problems}>
        <Radios
          language={language}
          name="kind"
          label={texts.kind[language]}
          value={typed(values, 'kind')}
          error={error('kind')}
          choices={enquiryKinds.map((kind) => ({ value: kind, label: kindChoices[kind][language] }))}
        />
        <TextArea
          language={language}
          name="body"
          label={texts.body[language]}
          hint={texts.bodyHint[language]}
          value={typed(values, 'body')}
          rows={7}
          error={error('body')}
        />
        <TextField
          language={language}
          name="page"
          label={texts.page[language]}
          hint={texts.pageHint[language]}
          value={typed(values, 'page')}
          optional
          spellcheck={false}
          error={error('page')}
        />
        {departments.length > 0 && (
          <Select
            language={language}
            name="department"
            label={texts.department[language]}
            value={typed(values, 'department')}
            empty={texts.anyDepartment[language]}
            error={error('department')}
            options={departments.map(({ code, name }) => ({ value: code, label: name[language] }))}
          />
        )}
        <EmailField
          language={language}
          name="email"
          label={texts.email[language]}
          hint={texts.emailHint[language]}
          value={typed(values, 'email')}
          width="m"
          optional
          error={error('email')}
        />
        <Button>{texts.send[language]}</Button>
      </Form>
      <h2>{texts.privacyHead[language]}</h2>
      <p class="small">
        {texts.privacy[language]} <a href={`${path('/privacy', language)}#outreach`}>{texts.privacyLink[language]}</a>
      </p>
    </div>
  )
}

/** The same whatever was written, and whoever wrote it. */
export const SentPage = ({ language, mailbox }: { language: Language; mailbox: boolean }) => (
  <div class="narrow">
    <h1>{texts.sentTitle[language]}</h1>
    <p class="lead">{texts.sent[language]}</p>
    <p>{texts.sentMore[language]}</p>
    <MailboxLink there={mailbox} language={language} />
    <p>
      <a href={path('/opportunities', language)}>{texts.back[language]}</a>
    </p>
  </div>
)

export const ConfirmPage = ({ language, token }: { language: Language; token: string }) => (
  <ButtonConfirms
    language={language}
    title={texts.confirmTitle[language]}
    action={path('/contact/confirmation/:token', language, { token })}
    button={texts.confirm[language]}
  >
    <p class="lead">{texts.confirmLead[language]}</p>
  </ButtonConfirms>
)

export const ConfirmedPage = ({ language }: { language: Language }) => (
  <div class="narrow">
    <h1>{texts.doneTitle[language]}</h1>
    <p class="lead">{texts.done[language]}</p>
    <p>
      <a href={path('/opportunities', language)}>{texts.back[language]}</a>
    </p>
  </div>
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
    <p class="lead">{enquiryRefusals[because][language]}</p>
    <p>
      <ButtonLink href={path('/contact', language)}>{texts.again[language]}</ButtonLink>
    </p>
  </div>
)
