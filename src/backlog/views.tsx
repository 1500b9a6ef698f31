import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as FormValues, typed } from '../platform/http.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Hidden, LinkField, Select, TextArea, TextField } from '../ui/fields.tsx'
import { ActionBar, Button, ErrorSummary, Form } from '../ui/form.tsx'
import type { Import } from './rules.ts'
import type { EarlierStatement } from './store.statements.ts'
import { templates } from './templates.ts'
import { kindNames, resultTexts, startTexts as texts } from './texts.ts'

/** A draft that the start is for, when there is one already. */
export type ForFile = { readonly id: string; readonly number: string } | null

/** The four ways to start. */
export function StartPage({
  language,
  hosts,
  earlier,
  last,
  forFile,
  values,
  problems,
}: {
  language: Language
  hosts: readonly string[]
  earlier: readonly EarlierStatement[]
  /** What this person read last. */
  last: readonly Import[]
  forFile: ForFile
  values: FormValues
  problems: Problems
}) {
  const action = path('/backlog/new', language)
  const own = (name: string) => ({
    language,
    name,
    error: problemAt(problems, name, language),
    value: typed(values, name),
  })
  const file = forFile && <Hidden name="for" value={forFile.id} />
  const titleOf = (title: Text): string => title[language] || title.en || title.fr
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{texts.lead[language]}</p>
      <ErrorSummary language={language} errors={problems} />
      <h2>{texts.issueHead[language]}</h2>
      {hosts.length === 0 ? (
        <p>{texts.noHosts[language]}</p>
      ) : (
        <Form action={action} language={language} label={texts.issueHead[language]}>
          {file}
          <LinkField
            {...own('address')}
            label={texts.address[language]}
            hint={texts.addressHint(hosts.join(', '))[language]}
          />
          <ActionBar>
            <Button name="from" value="issue">
              {texts.readIssue[language]}
            </Button>
          </ActionBar>
        </Form>
      )}
      <h2>{texts.templatesHead[language]}</h2>
      <p>{texts.templatesLead[language]}</p>
      <Form action={action} language={language} label={texts.templatesHead[language]}>
        {file}
        <Hidden name="from" value="template" />
        <div class="cards">
          {templates.map(({ key, name, when, title }) => (
            <div key={key} class="panel">
              <h3>{name[language]}</h3>
              <p>{when[language]}</p>
              <p class="small">{title[language]}</p>
              <Button kind="plain" name="template" value={key}>
                {texts.use(name[language])[language]}
              </Button>
            </div>
          ))}
        </div>
      </Form>
      <h2>{texts.earlierHead[language]}</h2>
      {earlier.length === 0 ? (
        <p>{texts.earlierNone[language]}</p>
      ) : (
        <Form action={action} language={language} label={texts.earlierHead[language]}>
          {file}
          <Select
            {...own('earlier')}
            label={texts.earlier[language]}
            options={earlier.map(({ id, number, title }) => ({ value: id, label: `${number} – ${titleOf(title)}` }))}
          />
          <ActionBar>
            <Button kind="plain" name="from" value="statement">
              {texts.reuse[language]}
            </Button>
          </ActionBar>
        </Form>
      )}
      <h2>{texts.pasteHead[language]}</h2>
      <Form action={action} language={language} label={texts.pasteHead[language]}>
        {file}
        <TextField
          {...own('pasted_title')}
          label={texts.pasteTitle[language]}
          hint={texts.pasteTitleHint[language]}
          optional
        />
        <TextArea {...own('text')} label={texts.text[language]} hint={texts.textHint[language]} rows={12} />
        <ActionBar>
          <Button kind="plain" name="from" value="text">
            {texts.layOut[language]}
          </Button>
        </ActionBar>
      </Form>
      {last.length > 0 && (
        <>
          <h2>{texts.lastHead[language]}</h2>
          <ul>
            {last.map(({ id, kind, language: of, outline }) => (
              <li key={id}>
                {`${kindNames[kind][language]} – `}
                <a
                  href={path('/backlog/:id', language, { id }) + (forFile ? `?for=${forFile.id}` : '')}
                  lang={outline.title ? of : undefined}
                >
                  {outline.title || resultTexts.title[language]}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {!forFile && (
        <p>
          <a href={path('/requests/new', language)}>{texts.without[language]}</a>
        </p>
      )}
    </>
  )
}
