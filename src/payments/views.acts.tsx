import { payments } from '../awards/rules.ts'
import { paymentNamesForStaff } from '../awards/texts.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Filled, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Checkbox, Radios } from '../ui/choices.tsx'
import { Hidden, TextArea, TextField } from '../ui/fields.tsx'
import { Button, Form } from '../ui/form.tsx'
import { Pairs } from '../ui/parts.tsx'
import type { PaymentPage } from './pages.ts'
import { paymentTexts as words } from './texts.pages.ts'

type Shown = { page: PaymentPage; language: Language; signer: string; filled: Filled; problems: Problems }

/** The one form of the page: what this person does now. */
export function ActForm(shown: Shown) {
  const { page, language, problems } = shown
  const { act } = page
  if (!act) return null
  return (
    <Form
      action={path('/files/:id/payment', language, { id: page.opportunity.id })}
      language={language}
      errors={problems}
    >
      <Hidden name="act" value={act} />
      {fieldsOf[act](shown)}
    </Form>
  )
}

const fieldsOf = { certify: Certification, enter: Entry, document: CardDocument, pay: Payment } as const

function Certification({ language, signer, filled, problems }: Shown) {
  return (
    <>
      <Radios
        language={language}
        name="decision"
        label={words.question[language]}
        big
        tiles
        value={typed(filled, 'decision')}
        error={problemAt(problems, 'decision', language)}
        choices={[
          { value: 'yes', label: words.yes[language] },
          { value: 'no', label: words.no[language] },
        ]}
      />
      <TextArea
        language={language}
        name="because"
        label={words.reason[language]}
        hint={words.reasonHint[language]}
        rows={3}
        value={typed(filled, 'because')}
        error={problemAt(problems, 'because', language)}
      />
      <Working language={language} filled={filled} problems={problems} />
      <p class="small">{words.signAs(signer)[language]}</p>
      <Button full>{words.record[language]}</Button>
      <p class="small quiet after">{words.after[language]}</p>
    </>
  )
}

function Entry({ language, filled, problems }: Shown) {
  return (
    <>
      <Checkbox
        language={language}
        name="entered"
        label={words.enteredBox[language]}
        checked={typed(filled, 'entered') === 'yes'}
        error={problemAt(problems, 'entered', language)}
      />
      <Working language={language} filled={filled} problems={problems} />
      <Button full>{words.enterButton[language]}</Button>
    </>
  )
}

function CardDocument({ page, language, filled, problems }: Shown) {
  return (
    <>
      <Asked page={page} language={language} />
      <TextField
        language={language}
        name="cardDocument"
        label={words.documentField[language]}
        hint={words.documentHint[language]}
        value={typed(filled, 'cardDocument')}
        error={problemAt(problems, 'cardDocument', language)}
        width="m"
        autocomplete="off"
        spellcheck={false}
      />
      <Working language={language} filled={filled} problems={problems} />
      <Button full>{words.documentButton[language]}</Button>
    </>
  )
}

function Payment({ page, language, filled, problems }: Shown) {
  return (
    <>
      <Asked page={page} language={language} />
      <Radios
        language={language}
        name="method"
        label={words.method[language]}
        value={typed(filled, 'method') || page.offer.payment}
        error={problemAt(problems, 'method', language)}
        choices={payments.map((value) => ({ value, label: paymentNamesForStaff[value][language] }))}
      />
      <TextField
        language={language}
        name="reference"
        label={words.reference[language]}
        hint={words.referenceHint[language]}
        value={typed(filled, 'reference')}
        error={problemAt(problems, 'reference', language)}
        width="m"
        autocomplete="off"
        spellcheck={false}
      />
      <Working language={language} filled={filled} problems={problems} />
      <Button full>{words.payButton[language]}</Button>
      <p class="small quiet after">{words.payAfter[language]}</p>
    </>
  )
}

/** How the supplier asked to be paid, when they accepted the offer. */
function Asked({ page: { offer }, language }: Pick<Shown, 'page' | 'language'>) {
  return (
    <Pairs
      items={[
        { label: words.asked[language], value: paymentNamesForStaff[offer.payment][language] },
        ...(offer.paymentDetail ? [{ label: words.where[language], value: offer.paymentDetail }] : []),
      ]}
    />
  )
}

const Working = ({ language, filled, problems }: Pick<Shown, 'language' | 'filled' | 'problems'>) => (
  <TextField
    language={language}
    name="working"
    label={words.working[language]}
    hint={words.workingHint[language]}
    value={typed(filled, 'working')}
    error={problemAt(problems, 'working', language)}
    width="s"
    optional
  />
)
