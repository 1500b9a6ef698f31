import type { ComponentChildren } from 'preact'
import { type Problems, problemAt } from '../platform/forms.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Checkbox, Radios } from '../ui/choices.tsx'
import { DateField, fieldId, Hidden, LinkField, MoneyField, NumberField, Select, TextField } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, Form, PairField, RepeatedField } from '../ui/form.tsx'
import { Note } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { limits, mostRows, rowCount, type Typed } from './forms.statement.ts'
import { licences } from './licences.ts'
import type { ListFieldName, PairFieldName } from './rules.readiness.ts'
import { fileTexts } from './texts.file.ts'
import { fieldName, listTexts, pairTexts, builderTexts as texts } from './texts.statement.ts'

export type BuilderProps = {
  readonly language: Language
  readonly id: string
  readonly number: string
  readonly fields: Typed
  /** The version that was on the page: what is saved over must be what was read. */
  readonly seen: number
  readonly problems: Problems
  /** Sentences worked out from the policy. */
  readonly said: {
    readonly ceiling: string
    readonly price: string | null
    readonly rate: string
    readonly closing: string
    readonly delivery: string
  }
  readonly returnedBecause: string
  readonly saved: boolean
  /** Where the saved text differs from what was typed, after a stale save. */
  readonly stale: readonly { field: string; saved: string; own: string }[]
}

/** The builder: every field of the statement in both languages, with guidance; it may be saved incomplete. */
export function BuilderPage(props: BuilderProps) {
  const { language, id, number, seen, problems, returnedBecause, saved, stale } = props
  return (
    <>
      <p class="eyebrow">{fileTexts.file(number)[language]}</p>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{texts.lead[language]}</p>
      {saved && (
        <p role="status">
          <strong>{texts.saved[language]}</strong>
        </p>
      )}
      {returnedBecause && (
        <Note tone="warn" head={texts.returned[language]} level={2}>
          <p>{returnedBecause}</p>
        </Note>
      )}
      {stale.length > 0 && <StaleNote {...props} />}
      <Form
        action={path('/files/:id/statement', language, { id })}
        language={language}
        errors={problems}
        enter={{ name: 'do', value: 'save' }}
      >
        <Hidden name="seen" value={String(seen)} />
        <Words {...props} />
        <Criteria {...props} />
        <Terms {...props} />
        <PriceFields {...props} />
        <DateFields {...props} />
        <Declarations {...props} />
        <ActionBar>
          <Button name="do" value="check">
            {texts.saveAndCheck[language]}
          </Button>
          <Button kind="plain" name="do" value="save">
            {texts.save[language]}
          </Button>
          <ButtonLink kind="link" href={path('/files/:id/preview', language, { id })}>
            {texts.preview[language]}
          </ButtonLink>
        </ActionBar>
      </Form>
    </>
  )
}

function StaleNote({ language, stale }: BuilderProps) {
  return (
    <>
      <Note tone="warn" head={texts.staleHead[language]} level={2}>
        <p>{texts.stale[language]}</p>
      </Note>
      <FoldTable
        caption={texts.staleHead[language]}
        captionHidden
        columns={[texts.field, texts.theirs, texts.yours].map((label) => ({ label: label[language] }))}
        rows={stale.map(({ field, saved, own }) => [fieldName(field)[language], saved || '–', own || '–'])}
      />
    </>
  )
}

const Words = (props: BuilderProps) => (
  <>
    <h2>{texts.partWords[props.language]}</h2>
    <Pair {...props} field="title" />
    <Pair {...props} field="teaser" rows={4} />
    <Pair {...props} field="team" />
    <Pair {...props} field="background" rows={8} />
    <Pair {...props} field="work" rows={12} />
    <Rows {...props} list="skills" />
    <Rows {...props} list="provisions" rows={2} due />
  </>
)

const Criteria = (props: BuilderProps) => (
  <>
    <h2>{texts.partCriteria[props.language]}</h2>
    <Rows {...props} list="workCriteria" rows={4} />
    <Rows {...props} list="applicationCriteria" rows={4} />
  </>
)

function Terms({ language, fields, problems }: BuilderProps) {
  return (
    <>
      <h2>{texts.partTerms[language]}</h2>
      <Select
        language={language}
        name="licence"
        label={texts.licence[language]}
        hint={texts.licenceHint[language]}
        value={fields.licence}
        width="m"
        options={licences.map((licence) => ({ value: licence, label: licence }))}
        error={problemAt(problems, 'licence', language)}
      />
      <Radios
        language={language}
        name="repository_kind"
        label={texts.repository[language]}
        value={fields.repository_kind}
        choices={[
          { value: 'department', label: texts.repositoryDepartment[language] },
          { value: 'supplier', label: texts.repositorySupplier[language] },
        ]}
      />
      <LinkField
        language={language}
        name="repository_url"
        label={texts.repositoryUrl[language]}
        value={fields.repository_url}
        optional
        error={problemAt(problems, 'repository_url', language)}
      />
      <Checkbox
        language={language}
        name="has_interface"
        label={texts.hasInterface[language]}
        checked={fields.has_interface === 'yes'}
      />
    </>
  )
}

function PriceFields({ language, id, fields, problems, said }: BuilderProps) {
  return (
    <>
      <h2>{texts.partPrice[language]}</h2>
      <NumberField
        language={language}
        name="hours"
        label={texts.hours[language]}
        hint={texts.hoursHint[language]}
        value={fields.hours}
        error={problemAt(problems, 'hours', language)}
      />
      <MoneyField
        language={language}
        name="rate"
        label={texts.rate[language]}
        hint={said.rate}
        value={fields.rate}
        optional
        error={problemAt(problems, 'rate', language)}
      />
      <p>
        <Button
          kind="plain"
          name="do"
          value="estimate"
          action={`${path('/files/:id/statement', language, { id })}#${fieldId('hours')}`}
        >
          {texts.estimate[language]}
        </Button>
      </p>
      {said.price && <p role="status">{said.price}</p>}
      <MoneyField
        language={language}
        name="price"
        label={texts.price[language]}
        hint={said.ceiling}
        value={fields.price}
        error={problemAt(problems, 'price', language)}
      />
    </>
  )
}

function DateFields({ language, fields, problems, said }: BuilderProps) {
  return (
    <>
      <h2>{texts.partDates[language]}</h2>
      <DateField
        language={language}
        name="closing_day"
        label={texts.closingDay[language]}
        hint={said.closing}
        value={fields.closing_day}
        error={problemAt(problems, 'closing_day', language)}
      />
      <TextField
        language={language}
        name="closing_time"
        label={texts.closingTime[language]}
        width="s"
        autocomplete="off"
        value={fields.closing_time}
        error={problemAt(problems, 'closing_time', language)}
      />
      <DateField
        language={language}
        name="selection_day"
        label={texts.selectionDay[language]}
        hint={texts.selectionHint[language]}
        value={fields.selection_day}
        error={problemAt(problems, 'selection_day', language)}
      />
      <DateField
        language={language}
        name="delivery_day"
        label={texts.deliveryDay[language]}
        hint={said.delivery}
        value={fields.delivery_day}
        error={problemAt(problems, 'delivery_day', language)}
      />
    </>
  )
}

function Declarations({ language, fields }: BuilderProps) {
  return (
    <>
      <h2>{texts.partDeclared[language]}</h2>
      <Checkbox
        language={language}
        name="standalone"
        label={texts.standalone[language]}
        checked={fields.standalone === 'yes'}
      />
      <Checkbox
        language={language}
        name="no_capacity"
        label={texts.noCapacity[language]}
        checked={fields.no_capacity === 'yes'}
      />
      <Checkbox
        language={language}
        name="unclassified"
        label={texts.unclassified[language]}
        checked={fields.unclassified === 'yes'}
      />
    </>
  )
}

function Pair({ language, fields, problems, field, rows }: BuilderProps & { field: PairFieldName; rows?: number }) {
  const { label, hint } = pairTexts[field]
  const most = { most: limits[field], unit: 'characters' } as const
  return (
    <PairField
      language={language}
      name={field}
      label={label[language]}
      hint={hint[language]}
      value={{ en: fields[`${field}_en`] ?? '', fr: fields[`${field}_fr`] ?? '' }}
      rows={rows}
      limit={{ en: most, fr: most }}
      error={{ en: problemAt(problems, `${field}_en`, language), fr: problemAt(problems, `${field}_fr`, language) }}
    />
  )
}

function Rows({
  language,
  id,
  fields,
  problems,
  list,
  rows,
  due,
}: BuilderProps & { list: ListFieldName; rows?: number; due?: boolean }) {
  const words = listTexts[list]
  const row = (place: number): ComponentChildren => {
    const name = `${list}.${place}`
    const pair = (
      <PairField
        language={language}
        name={name}
        label={<span class="vh">{words.row(place + 1)[language]}</span>}
        value={{ en: fields[`${name}_en`] ?? '', fr: fields[`${name}_fr`] ?? '' }}
        rows={rows}
        error={{ en: problemAt(problems, `${name}_en`, language), fr: problemAt(problems, `${name}_fr`, language) }}
      />
    )
    const id = fields[`${name}_id`]
    const named = id ? <Hidden name={`${name}_id`} value={id} /> : null
    if (!due)
      return (
        <>
          {named}
          {pair}
        </>
      )
    return (
      <>
        {named}
        {pair}
        <DateField
          language={language}
          name={`${name}_day`}
          label={texts.dueDay[language]}
          value={fields[`${name}_day`]}
          optional
          error={problemAt(problems, `${name}_day`, language)}
        />
      </>
    )
  }
  return (
    <RepeatedField
      language={language}
      name={list}
      label={words.label[language]}
      hint={words.hint[language]}
      addLabel={words.add[language]}
      rowLabel={(place) => words.row(place)[language]}
      atMost={mostRows[list]}
      action={path('/files/:id/statement', language, { id })}
      optional={list === 'provisions'}
      rows={Array.from({ length: rowCount(fields, list) }, (_, place) => row(place))}
    />
  )
}
