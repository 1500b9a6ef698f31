import type { Problems } from '../platform/forms.ts'
import { problemAt } from '../platform/forms.ts'
import type { Language } from '../platform/i18n.ts'
import { Checkbox, CheckboxGroup, Radios } from './choices.tsx'
import {
  CodeField,
  DateField,
  EmailField,
  FileField,
  Hidden,
  MoneyField,
  Select,
  TextArea,
  TextField,
  TimeField,
} from './fields.tsx'
import { ActionBar, Button, Form, PairField, RepeatedField } from './form.tsx'
import { criterionKey } from './parts.tsx'
import { sheetTexts as words } from './sheet.texts.ts'

const problems: Problems = [
  { field: 'price', text: words.fieldPriceError },
  { field: 'e2', text: words.choicePassError },
]

/** Every field, two of them with what is wrong. */
export function SheetForm({ language }: { language: Language }) {
  const at = (name: string) => problemAt(problems, name, language)
  return (
    <Form action="#form" language={language} errors={problems} enter={{ name: 'do', value: 'save' }}>
      <Hidden name="version" value="3" />
      <TextField
        language={language}
        name="title"
        label={words.fieldTitle[language]}
        hint={words.fieldTitleHint[language]}
        value="EAD3"
        limit={{ most: 100, unit: 'characters' }}
      />
      <MoneyField
        language={language}
        name="price"
        label={words.fieldPrice[language]}
        hint={words.fieldPriceHint[language]}
        value="9,000.00"
        error={at('price')}
      />
      <Select
        language={language}
        name="licence"
        label={words.fieldLicence[language]}
        width="m"
        value="MIT"
        options={[
          { value: 'MIT', label: 'MIT' },
          { value: 'Apache-2.0', label: 'Apache-2.0' },
        ]}
      />
      <EmailField language={language} name="email" label={words.fieldEmail[language]} value="lina@rousseau.example" />
      <CodeField language={language} name="code" label={words.fieldCode[language]} />
      <DateField language={language} name="delivery" label={words.fieldDelivery[language]} value="2027-01-12" />
      <TimeField language={language} name="time" label={words.fieldTime[language]} value="23:59" />
      <FileField
        language={language}
        name="invoice"
        label={words.fieldInvoice[language]}
        hint={words.fieldInvoiceHint[language]}
        accept="application/pdf"
        optional
      />
      <TextArea
        language={language}
        name="plan"
        label={words.fieldPlan[language]}
        value={words.fieldPlanValue[language]}
        limit={{ most: 15, unit: 'words' }}
      />
      <Radios
        language={language}
        name="code-lives"
        label={words.choiceCode[language]}
        value="ours"
        choices={[
          { value: 'ours', label: words.ourRepository[language], hint: words.ourRepositoryHint[language] },
          { value: 'theirs', label: words.theirRepository[language] },
        ]}
      />
      <Radios
        language={language}
        name="e2"
        tiles
        label={words.choicePass[language]}
        error={at('e2')}
        choices={[
          { value: 'pass', label: words.pass[language] },
          { value: 'fail', label: words.fail[language] },
        ]}
      />
      <CheckboxGroup
        language={language}
        name="skills"
        label={words.skills[language]}
        values={['ts']}
        choices={[
          { value: 'ts', label: 'TypeScript' },
          { value: 'py', label: 'Python' },
        ]}
      />
      <PairField language={language} name="summary" label={words.fieldTitle[language]} value={words.ticket} rows={3} />
      <RepeatedField
        language={language}
        name="work"
        label={words.criteria[language]}
        addLabel={words.addCriterion[language]}
        rowLabel={(place) => criterionKey('work', place, language)}
        rows={[0, 1].map((place) => (
          <PairField
            key={place}
            language={language}
            name={`work[${place}]`}
            label={words.fieldTitle[language]}
            value={words.square}
          />
        ))}
      />
      <Checkbox language={language} name="declare" label={words.declare[language]} checked />
      <ActionBar>
        <Button name="do" value="send">
          {words.apply[language]}
        </Button>
        <Button kind="plain" name="do" value="save">
          {words.save[language]}
        </Button>
        <Button kind="stop" name="do" value="withdraw">
          {words.withdraw[language]}
        </Button>
        <Button kind="link" name="do" value="later">
          {words.later[language]}
        </Button>
      </ActionBar>
    </Form>
  )
}
