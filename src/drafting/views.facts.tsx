import { EstimateView } from '../opportunities/estimate.tsx'
import { licences } from '../opportunities/licences.ts'
import { builderTexts as texts } from '../opportunities/texts.statement.ts'
import { problemAt } from '../platform/forms.ts'
import { dayOf } from '../platform/time.ts'
import { Checkbox, Radios } from '../ui/choices.tsx'
import { DateField, fieldId, LinkField, MoneyField, NumberField, Select, TextField } from '../ui/fields.tsx'
import { Button } from '../ui/form.tsx'
import { Beside } from './views.beside.tsx'
import type { BuilderProps } from './views.builder.tsx'
import type { FieldsProps } from './views.fields.tsx'

type WithSaid = FieldsProps & { readonly said: BuilderProps['said'] }

/** Licence and repository. */
export function Terms(props: FieldsProps) {
  const { language, fields, problems } = props
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
      <Beside {...props} field="licence" />
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
      <Beside {...props} field="repository_kind" />
      <LinkField
        language={language}
        name="repository_url"
        label={texts.repositoryUrl[language]}
        value={fields.repository_url}
        optional
        error={problemAt(problems, 'repository_url', language)}
      />
      <Beside {...props} field="repository_url" />
      <Checkbox
        language={language}
        name="has_interface"
        label={texts.hasInterface[language]}
        checked={fields.has_interface === 'yes'}
      />
    </>
  )
}

/** Hours, rate and price. */
export function Price(props: WithSaid) {
  const { language, action, fields, problems, said, kept } = props
  const { policy, now, written } = props.facts
  const { price } = written.facts
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
      <Beside {...props} field="hours" />
      <MoneyField
        language={language}
        name="rate"
        label={texts.rate[language]}
        hint={said.rate}
        value={kept.rate}
        optional
        error={problemAt(problems, 'rate', language)}
      />
      <p>
        <Button kind="plain" name="do" value="estimate" action={`${action}#${fieldId('hours')}`}>
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
      <Beside {...props} field="price" />
      {price !== null && <EstimateView {...{ language, policy, today: dayOf(now, policy.zone), price }} />}
    </>
  )
}

/** Closing, selection and delivery. */
export function Dates(props: WithSaid) {
  const { language, fields, problems, said } = props
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
      <Beside {...props} field="closing_day" />
      <TextField
        language={language}
        name="closing_time"
        label={texts.closingTime[language]}
        width="s"
        autocomplete="off"
        value={fields.closing_time}
        error={problemAt(problems, 'closing_time', language)}
      />
      <Beside {...props} field="closing_time" />
      <DateField
        language={language}
        name="selection_day"
        label={texts.selectionDay[language]}
        hint={texts.selectionHint[language]}
        value={fields.selection_day}
        error={problemAt(problems, 'selection_day', language)}
      />
      <Beside {...props} field="selection_day" />
      <DateField
        language={language}
        name="delivery_day"
        label={texts.deliveryDay[language]}
        hint={said.delivery}
        value={fields.delivery_day}
        error={problemAt(problems, 'delivery_day', language)}
      />
      <Beside {...props} field="delivery_day" />
    </>
  )
}

/** What the client declares. */
export function Declarations({ language, fields }: FieldsProps) {
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
