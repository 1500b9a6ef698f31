import { typed } from '../platform/http.ts'
import { languages, type Text } from '../platform/i18n.ts'
import type { Cents } from '../platform/money.ts'
import { path } from '../platform/paths.ts'
import { Radios } from '../ui/choices.tsx'
import { Hidden, MoneyField, TextArea, TextField } from '../ui/fields.tsx'
import { Button, Form } from '../ui/form.tsx'
import { Note } from '../ui/parts.tsx'
import { begunNames, NEED_MAX, SUBJECT_MAX } from './forms.ts'
import { moneyText } from './pages.ts'
import { criteria } from './rules.ts'
import { begunTexts } from './texts.begun.ts'
import { newTexts } from './texts.pages.ts'
import { languageChoices } from './texts.ts'
import { AnswerField, type FormPage, fieldsOf, YesOrNo } from './views.fields.tsx'

/** Who maintains the code is asked beside its answer, after the work. */
const needed = criteria.filter((criterion) => criterion !== 'isMaintained')

/** The one short form of a client. */
export function NewRequestPage({
  language,
  values,
  problems,
  limit,
  said = [],
}: FormPage & {
  limit: Cents
  /** Where what already stands in the form comes from. */
  said?: readonly Text[]
}) {
  const field = fieldsOf({ language, values, problems })
  return (
    <div class="narrow">
      <h1>{newTexts.title[language]}</h1>
      <p class="lead">{newTexts.lead[language]}</p>
      {said.length > 0 ? (
        <Note tone="info" head={begunTexts.head[language]} level={2}>
          <ul>
            {said.map((text) => (
              <li key={text.en}>{text[language]}</li>
            ))}
          </ul>
        </Note>
      ) : (
        <p>
          <a href={path('/options', language)}>{newTexts.options[language]}</a>
        </p>
      )}
      <Form action={path('/requests', language)} language={language} errors={problems}>
        {begunNames.map((name) => {
          const value = typed(values, name)
          return value && <Hidden key={name} name={name} value={value} />
        })}
        <h2>{newTexts.aboutHead[language]}</h2>
        <TextField
          {...field('subject')}
          label={newTexts.subject[language]}
          hint={newTexts.subjectHint[language]}
          limit={{ most: SUBJECT_MAX, unit: 'characters' }}
          spellcheck
        />
        <TextField {...field('team')} label={newTexts.team[language]} width="m" autocomplete="organization" />
        <YesOrNo {...field('homeBranch')} label={newTexts.homeBranch[language]} />
        <TextArea
          {...field('need')}
          label={newTexts.need[language]}
          hint={newTexts.needHint[language]}
          rows={9}
          limit={{ most: NEED_MAX, unit: 'characters' }}
          spellcheck
        />
        <h2>{newTexts.criteriaHead[language]}</h2>
        <p>{newTexts.criteriaLead[language]}</p>
        {needed.map((criterion) => (
          <AnswerField
            key={criterion}
            {...field(criterion)}
            criterion={criterion}
            hint={criterion === 'isWithinLimit' ? newTexts.limitHint(moneyText(limit))[language] : undefined}
          />
        ))}
        <h2>{newTexts.afterHead[language]}</h2>
        <AnswerField {...field('isMaintained')} criterion="isMaintained" />
        <TextField
          {...field('maintainer')}
          label={newTexts.maintainer[language]}
          hint={newTexts.maintainerHint[language]}
          optional
        />
        <MoneyField
          {...field('estimate')}
          label={newTexts.estimate[language]}
          hint={newTexts.estimateHint[language]}
          optional
        />
        <Radios
          {...field('language')}
          label={newTexts.language[language]}
          choices={languages.map((each) => ({ value: each, label: languageChoices[each][language] }))}
        />
        <Button>{newTexts.send[language]}</Button>
      </Form>
    </div>
  )
}
