import { formatNumber } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { stepEstimates } from '../policy/steps.ts'
import { Select, TextField } from '../ui/fields.tsx'
import { Button, Form, PairField } from '../ui/form.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { LABEL_MAX, NOTE_MAX } from './forms.ts'
import { labelText, notables } from './pages.ts'
import type { Facts } from './results.ts'
import { enteredMetrics } from './rules.ts'
import { enteredNames, enterTexts, noteTexts, workTexts } from './texts.ts'

export type FormPage = { language: Language; values: Typed; problems: Problems }

/** A figure that only a person can know, and those entered so far. */
export function EnterPage({ language, values, problems, entered }: FormPage & { entered: Facts['entered'] }) {
  const field = fieldsOf({ language, values, problems })
  const rows = enteredMetrics.flatMap((metric) =>
    Object.entries(entered[metric] ?? {}).map(([label, value]) => [
      enteredNames[metric][language],
      labelText(label)[language],
      formatNumber(value, language),
    ]),
  )
  return (
    <div class="narrow">
      <h1>{enterTexts.title[language]}</h1>
      <p class="lead">{enterTexts.lead[language]}</p>
      <Form action={path('/measures/values', language)} language={language} errors={problems}>
        <Select
          {...field('metric')}
          label={enterTexts.metric[language]}
          options={enteredMetrics.map((metric) => ({ value: metric, label: enteredNames[metric][language] }))}
        />
        <TextField
          {...field('label')}
          label={enterTexts.label[language]}
          hint={enterTexts.labelHint[language]}
          width="m"
          maxLength={LABEL_MAX}
        />
        <TextField {...field('value')} label={enterTexts.value[language]} width="s" />
        <Button>{enterTexts.send[language]}</Button>
      </Form>
      <h2>{enterTexts.now[language]}</h2>
      {rows.length === 0 ? (
        <p class="quiet">{enterTexts.none[language]}</p>
      ) : (
        <FoldTable
          caption={enterTexts.now[language]}
          captionHidden
          columns={[
            { label: enterTexts.metric[language] },
            { label: enterTexts.label[language] },
            { label: enterTexts.value[language], numeric: true },
          ]}
          rows={rows}
        />
      )}
    </div>
  )
}

/** Working time, for everybody who works on files. */
export function WorkPage({ language, values, problems }: FormPage) {
  const field = fieldsOf({ language, values, problems })
  return (
    <div class="narrow">
      <h1>{workTexts.title[language]}</h1>
      <p class="lead">{workTexts.lead[language]}</p>
      <Form action={path('/measures/work', language)} language={language} errors={problems}>
        <TextField {...field('file')} label={workTexts.file[language]} width="s" />
        <Select
          {...field('step')}
          label={workTexts.step[language]}
          options={stepEstimates.map(({ step, name }) => ({ value: step, label: name[language] }))}
        />
        <TextField {...field('days')} label={workTexts.days[language]} hint={workTexts.daysHint[language]} width="s" />
        <Button>{workTexts.send[language]}</Button>
      </Form>
    </div>
  )
}

/** A note beside a figure, in both languages. */
export function NotePage({ language, values, problems }: FormPage) {
  const field = fieldsOf({ language, values, problems })
  return (
    <div class="narrow">
      <h1>{noteTexts.title[language]}</h1>
      <p class="lead">{noteTexts.lead[language]}</p>
      <Form action={path('/measures/notes', language)} language={language} errors={problems}>
        <Select {...field('subject')} label={noteTexts.subject[language]} options={notables(language)} />
        <PairField
          language={language}
          name="note"
          label={noteTexts.note[language]}
          value={{ en: typed(values, 'note_en'), fr: typed(values, 'note_fr') }}
          error={{ en: problemAt(problems, 'note_en', language), fr: problemAt(problems, 'note_fr', language) }}
          rows={5}
          limit={{ en: { most: NOTE_MAX, unit: 'characters' }, fr: { most: NOTE_MAX, unit: 'characters' } }}
        />
        <Button>{noteTexts.send[language]}</Button>
      </Form>
    </div>
  )
}

const fieldsOf =
  ({ language, values, problems }: FormPage) =>
  (name: string) => ({
    language,
    name,
    value: typed(values, name),
    error: problemAt(problems, name, language),
  })
