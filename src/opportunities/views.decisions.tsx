import type { ComponentChildren } from 'preact'
import type { Staff } from '../accounts/rules.ts'
import { formatDay, formatMoney } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import type { Form as Typed } from '../platform/http.ts'
import { typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { type Cents, cents } from '../platform/money.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { Checks } from '../ui/board.tsx'
import { Checkbox, Radios } from '../ui/choices.tsx'
import { MoneyField, Select, TextArea, TextField } from '../ui/fields.tsx'
import { Button, Form } from '../ui/form.tsx'
import { Facts, Note, Pairs, Price } from '../ui/parts.tsx'
import type { FilePageFacts } from './pages.ts'
import { firstYearOf } from './rules.gates.ts'
import { crossesYear } from './rules.readiness.ts'
import { decisionTexts as texts } from './texts.decisions.ts'
import { fileTexts } from './texts.file.ts'
import { refusals } from './texts.ts'
import { FileHead, FileStatus, titleOf } from './views.file.tsx'

export type DecisionProps = {
  readonly facts: FilePageFacts
  readonly actor: Staff
  readonly language: Language
  readonly form: Typed
  readonly problems: Problems
}

/** Read, then approve or send back: one decision. */
export function ApprovalPage({ facts, actor, language, form, problems }: DecisionProps) {
  const { id } = facts.opportunity
  const digest = 'statementDigest' in facts.opportunity ? facts.opportunity.statementDigest.toString('hex') : ''
  return (
    <Decision facts={facts} actor={actor} language={language} title={texts.approvalTitle[language]}>
      <MoneyFacts facts={facts} language={language} />
      <p>
        <a href={path('/files/:id/preview', language, { id })}>{texts.read[language]}</a>
      </p>
      <Pairs mono items={[{ label: texts.digest[language], value: digest }]} />
      <YesOrNo
        {...{ actor, language, form, problems }}
        action={path('/files/:id/approval', language, { id })}
        question={texts.approvalQuestion[language]}
        yes={texts.approvalYes[language]}
      />
    </Decision>
  )
}

/** The initiation form: generated; two codes and a note are typed. Once complete it is a page to print. */
export function InitiationPage({ facts, actor, language, form, problems, may }: DecisionProps & { may: boolean }) {
  const { opportunity, department, value, pif, names } = facts
  const { id, price, team, gates, deliveryDay } = opportunity
  const completed = gates.pif ? names.get(gates.pif.by) : undefined
  const amount = (of: Cents | null) => (of === null ? fileTexts.unknown[language] : formatMoney(of, language))
  const tax = value !== null && price !== null ? cents(value - price) : null
  const item = (label: keyof typeof texts & ('costCentre' | 'account' | 'note'), said: string) => ({
    label: texts[label][language],
    value: said || '–',
  })
  return (
    <Decision facts={facts} actor={actor} language={language} title={texts.pifTitle[language]}>
      {may && <p class="lead">{texts.pifLead[language]}</p>}
      <Pairs
        items={[
          { label: texts.department[language], value: department.name[language] },
          { label: texts.team[language], value: team[language] || fileTexts.unknown[language] },
          { label: fileTexts.client[language], value: facts.clientName },
          { label: texts.what[language], value: titleOf(facts, language) },
          { label: texts.method[language], value: texts.methodSaid[language] },
          { label: fileTexts.price[language], value: amount(price) },
          { label: texts.tax[language], value: amount(tax) },
          { label: fileTexts.value[language], value: amount(value) },
          {
            label: fileTexts.delivery[language],
            value: deliveryDay ? formatDay(deliveryDay, language) : fileTexts.unknown[language],
          },
          ...(pif ? [item('costCentre', pif.costCentre), item('account', pif.account), item('note', pif.note)] : []),
          ...(completed ? [{ label: texts.completedBy[language], value: completed }] : []),
        ]}
      />
      {may && (
        <Form action={path('/files/:id/initiation', language, { id })} language={language} errors={problems}>
          <TextField
            language={language}
            name="costCentre"
            label={texts.costCentre[language]}
            hint={texts.costCentreHint[language]}
            width="s"
            value={typed(form, 'costCentre')}
            error={problemAt(problems, 'costCentre', language)}
          />
          <TextField
            language={language}
            name="account"
            label={texts.account[language]}
            hint={texts.accountHint[language]}
            width="s"
            value={typed(form, 'account')}
            error={problemAt(problems, 'account', language)}
          />
          <TextArea
            language={language}
            name="note"
            label={texts.note[language]}
            rows={3}
            optional
            value={typed(form, 'note')}
            error={problemAt(problems, 'note', language)}
          />
          <WorkingField language={language} form={form} problems={problems} />
          <Button full>{texts.pifDone[language]}</Button>
        </Form>
      )}
    </Decision>
  )
}

/** Section 32: what is committed, what the program checked, one decision. */
export function CommitmentPage({
  facts,
  actor,
  language,
  form,
  problems,
  covered,
}: DecisionProps & { covered: keyof typeof refusals | null }) {
  const { opportunity, value, policy, now } = facts
  const { id, gates, deliveryDay } = opportunity
  const { statement, pif } = gates
  const withinLimit = value !== null && value <= policy.limitIncludingTax
  const checks = [
    { ok: statement !== null, head: texts.checkStatement[language], detail: nameOf(facts, statement?.by) },
    { ok: pif !== null, head: texts.checkPif[language], detail: nameOf(facts, pif?.by) },
    { ok: withinLimit, head: texts.checkLimit[language], detail: formatMoney(policy.limitIncludingTax, language) },
    { ok: covered === null, head: texts.checkDelegation[language], detail: texts.checkDelegationSaid[language] },
  ]
  const passed = checks.filter(({ ok }) => ok)
  const failed = checks
    .filter(({ ok }) => !ok)
    .map(({ head }) => (head === texts.checkDelegation[language] && covered ? refusals[covered][language] : head))
  return (
    <Decision facts={facts} actor={actor} language={language} title={texts.signTitle[language]}>
      <MoneyFacts facts={facts} language={language} />
      {deliveryDay && crossesYear(dayOf(now, policy.zone), deliveryDay) && (
        <Note tone="warn" head={fileTexts.delivery[language]} level={2}>
          <p>{texts.nextYear[language]}</p>
        </Note>
      )}
      <h2>{texts.checked[language]}</h2>
      <Checks items={passed} />
      {failed.length > 0 && (
        <Note tone="bad" head={fileTexts.notDone[language]} level={3}>
          <ul>
            {failed.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Note>
      )}
      <p>
        <a href={path('/files/:id/preview', language, { id })}>{texts.read[language]}</a>
      </p>
      <YesOrNo
        {...{ actor, language, form, problems }}
        action={path('/files/:id/commitment', language, { id })}
        question={texts.signQuestion[language]}
        yes={texts.signYes[language]}
      />
    </Decision>
  )
}

export function SendToFinancePage({ facts, actor, language, form, problems }: DecisionProps) {
  const { id } = facts.opportunity
  return (
    <Decision facts={facts} actor={actor} language={language} title={texts.sendTitle[language]}>
      <p class="lead">{texts.sendLead[language]}</p>
      <MoneyFacts facts={facts} language={language} />
      <p>
        <a href={path('/files/:id/initiation', language, { id })}>{texts.pifTitle[language]}</a>
      </p>
      <Form action={path('/files/:id/finance', language, { id })} language={language} errors={problems}>
        <WorkingField language={language} form={form} problems={problems} />
        <Button full>{texts.send[language]}</Button>
      </Form>
    </Decision>
  )
}

/** Number, year and amount of the reservation; the amount is filled in with what must be reserved at least. */
export function ReservationPage({ facts, actor, language, form, problems }: DecisionProps) {
  const { opportunity, value, policy, now } = facts
  const { id, deliveryDay } = opportunity
  const today = dayOf(now, policy.zone)
  const years = [...new Set([firstYearOf(today), firstYearOf(deliveryDay ?? today)])]
  const crosses = years.length > 1
  const amount = typed(form, 'amount') || (value === null ? '' : formatMoney(value, language))
  return (
    <Decision facts={facts} actor={actor} language={language} title={texts.reserveTitle[language]}>
      <MoneyFacts facts={facts} language={language} />
      <p>
        <a href={path('/files/:id/initiation', language, { id })}>{texts.pifTitle[language]}</a>
      </p>
      <Form action={path('/files/:id/reservation', language, { id })} language={language} errors={problems}>
        <TextField
          language={language}
          name="number"
          label={texts.reservationNumber[language]}
          hint={texts.reservationHint[language]}
          width="s"
          value={typed(form, 'number')}
          error={problemAt(problems, 'number', language)}
        />
        <Select
          language={language}
          name="fiscalYear"
          label={texts.fiscalYear[language]}
          width="s"
          value={typed(form, 'fiscalYear') || String(years.at(-1))}
          options={years.map((year) => ({ value: String(year), label: `${year}-${year + 1}` }))}
          error={problemAt(problems, 'fiscalYear', language)}
        />
        {crosses && (
          <Checkbox
            language={language}
            name="payable"
            label={texts.payableAtYearEnd[language]}
            checked={typed(form, 'payable') === 'yes'}
            optional
          />
        )}
        <MoneyField
          language={language}
          name="amount"
          label={texts.amount[language]}
          value={amount}
          error={problemAt(problems, 'amount', language)}
        />
        <WorkingField language={language} form={form} problems={problems} />
        <Button full>{texts.reserve[language]}</Button>
      </Form>
    </Decision>
  )
}

/** The frame of a page with one decision: narrow, the file on top. */
export const Decision = ({
  facts,
  actor,
  language,
  title,
  children,
}: {
  facts: FilePageFacts
  actor: Staff
  language: Language
  title: string
  children: ComponentChildren
}) => (
  <div class="narrow">
    <FileHead facts={facts} language={language} title={title} />
    <p class="lead">{titleOf(facts, language)}</p>
    <FileStatus facts={facts} actor={actor} language={language} here />
    {children}
  </div>
)

export const WorkingField = ({ language, form, problems }: Pick<DecisionProps, 'language' | 'form' | 'problems'>) => (
  <TextField
    language={language}
    name="working"
    label={texts.working[language]}
    hint={texts.workingHint[language]}
    width="s"
    autocomplete="off"
    optional
    value={typed(form, 'working')}
    error={problemAt(problems, 'working', language)}
  />
)

/** What is to be committed and what it is made of. */
function MoneyFacts({ facts, language }: { facts: FilePageFacts; language: Language }) {
  const { price } = facts.opportunity
  const { value } = facts
  if (price === null || value === null) return null
  return (
    <Facts
      items={[
        { label: texts.toCommit[language], value: <Price>{formatMoney(value, language)}</Price> },
        {
          label: texts.madeOf[language],
          value: (
            <>
              {formatMoney(price, language)}
              <br />
              {`+ ${formatMoney(cents(value - price), language)} ${texts.tax[language]}`}
            </>
          ),
        },
        { label: fileTexts.client[language], value: facts.clientName },
      ]}
    />
  )
}

function YesOrNo({
  actor,
  language,
  form,
  problems,
  action,
  question,
  yes,
}: Omit<DecisionProps, 'facts'> & { action: string; question: string; yes: string }) {
  return (
    <Form action={action} language={language} errors={problems}>
      <Radios
        language={language}
        name="decision"
        label={question}
        big
        tiles
        value={typed(form, 'decision')}
        error={problemAt(problems, 'decision', language)}
        choices={[
          { value: 'yes', label: yes },
          { value: 'no', label: texts.sendBack[language] },
        ]}
      />
      <TextArea
        language={language}
        name="reason"
        label={texts.reason[language]}
        hint={texts.reasonHint[language]}
        rows={3}
        optional
        value={typed(form, 'reason')}
        error={problemAt(problems, 'reason', language)}
      />
      <WorkingField language={language} form={form} problems={problems} />
      <p class="small">{texts.signAs(actor.name)[language]}</p>
      <Button full>{texts.record[language]}</Button>
    </Form>
  )
}

const nameOf = ({ names }: FilePageFacts, id: string | undefined): string => (id ? (names.get(id) ?? '') : '')
