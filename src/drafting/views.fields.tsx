import type { Typed } from '../opportunities/forms.statement.ts'
import { limits, mostRows } from '../opportunities/rules.limits.ts'
import type { ListFieldName, PairFieldName } from '../opportunities/rules.readiness.ts'
import { builderTexts, listTexts, pairTexts } from '../opportunities/texts.statement.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import type { Language } from '../platform/i18n.ts'
import { ChoiceGroup } from '../ui/choices.tsx'
import { DateField, fieldId } from '../ui/fields.tsx'
import { Button, PairField } from '../ui/form.tsx'
import { fieldTexts } from '../ui/texts.ts'
import { rowsOf } from './rules.fields.ts'
import { examples } from './texts.examples.ts'
import { draftingTexts as texts } from './texts.ts'
import { Beside, type BesideProps } from './views.beside.tsx'

export type FieldsProps = BesideProps & { readonly fields: Typed; readonly problems: Problems }

/** A text in both languages with its guidance, its examples, and what stands beside it. */
export function Pair({ field, rows, ...props }: FieldsProps & { field: PairFieldName; rows?: number }) {
  const { language, fields, problems } = props
  const { label, hint } = pairTexts[field]
  const most = { most: limits[field], unit: 'characters' } as const
  return (
    <>
      <PairField
        language={language}
        name={field}
        label={label[language]}
        hint={
          <>
            {hint[language]}
            <Examples of={field} language={language} />
          </>
        }
        value={{ en: fields[`${field}_en`] ?? '', fr: fields[`${field}_fr`] ?? '' }}
        rows={rows}
        limit={{ en: most, fr: most }}
        error={{ en: problemAt(problems, `${field}_en`, language), fr: problemAt(problems, `${field}_fr`, language) }}
      />
      <Beside {...props} field={field} />
    </>
  )
}

/** A list, a row for each of its ids. Adding and removing are saved at once: `add=skills`, `remove=skills:<id>`. */
export function Rows({
  list,
  rows,
  due,
  ...props
}: FieldsProps & { list: ListFieldName; rows?: number; due?: boolean }) {
  const { language, facts, fields, problems, action } = props
  const { label, hint, row: rowName, add } = listTexts[list]
  const id = fieldId(list)
  const all = rowsOf(facts.written.lists, list)
  return (
    <ChoiceGroup
      language={language}
      name={list}
      label={label[language]}
      hint={
        <>
          {hint[language]}
          <Examples of={list} language={language} />
        </>
      }
      optional={list === 'provisions'}
    >
      <div class="rows" id={id} tabIndex={-1} data-rows={list}>
        {all.map(({ id: rowId = '' }, place) => {
          const name = `${list}.${rowId}`
          return (
            <fieldset class="row-of" key={rowId} id={`${id}-${place + 1}`} data-row={rowId}>
              <legend>{rowName(place + 1)[language]}</legend>
              <PairField
                language={language}
                name={name}
                label={<span class="vh">{rowName(place + 1)[language]}</span>}
                value={{ en: fields[`${name}_en`] ?? '', fr: fields[`${name}_fr`] ?? '' }}
                rows={rows}
                error={{
                  en: problemAt(problems, `${name}_en`, language),
                  fr: problemAt(problems, `${name}_fr`, language),
                }}
              />
              {due && (
                <DateField
                  language={language}
                  name={`${name}_day`}
                  label={builderTexts.dueDay[language]}
                  value={fields[`${name}_day`]}
                  optional
                  error={problemAt(problems, `${name}_day`, language)}
                />
              )}
              <Beside {...props} field={name} />
              <Button kind="link" name="remove" value={`${list}:${rowId}`} action={`${action}#${id}`}>
                {fieldTexts.remove[language]} <span class="vh">{rowName(place + 1)[language]}</span>
              </Button>
            </fieldset>
          )
        })}
      </div>
      {all.length < mostRows[list] && (
        <p>
          <Button kind="plain" name="add" value={list} action={`${action}#${id}-${all.length + 1}`}>
            {add[language]}
          </Button>
        </p>
      )}
    </ChoiceGroup>
  )
}

/** What to do, what to avoid, and what makes the difference. */
function Examples({ of, language }: { of: PairFieldName | ListFieldName; language: Language }) {
  const { good, bad, why } = examples[of]
  return (
    <details class="examples">
      <summary>
        {texts.examples[language]}
        <span class="vh"> – {nameOf(of)[language]}</span>
      </summary>
      <dl>
        <dt>{texts.good[language]}</dt>
        <dd class="said">{good[language]}</dd>
        <dt>{texts.bad[language]}</dt>
        <dd class="said">{bad[language]}</dd>
      </dl>
      <p>{why[language]}</p>
    </details>
  )
}

const nameOf = (of: PairFieldName | ListFieldName) =>
  Object.entries({ ...pairTexts, ...listTexts }).find(([name]) => name === of)?.[1].label ?? texts.examples
