import type { StaffRole } from '../accounts/rules.ts'
import { roleTitle } from '../accounts/texts.ts'
import { WorkingField } from '../opportunities/decisionPages.tsx'
import { type AskedGate, firstYearOf, gateDone, mayReserveAnew } from '../opportunities/rules.gates.ts'
import { can as canOnFile } from '../opportunities/rules.ts'
import { decisionTexts } from '../opportunities/texts.decisions.ts'
import { formatInstant, formatMoney } from '../platform/format.ts'
import { problemAt } from '../platform/forms.ts'
import { typed } from '../platform/http.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { cents } from '../platform/money.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { Checks } from '../ui/board.tsx'
import { Checkbox } from '../ui/choices.tsx'
import { Hidden, MoneyField, Select, TextField } from '../ui/fields.tsx'
import { Button, Form } from '../ui/form.tsx'
import { Fold, Note } from '../ui/parts.tsx'
import type { DecisionFacts } from './pages.ts'
import type { Standing } from './rules.ts'
import { barredTexts, notYetTexts, notYoursTexts, standingTexts, approvalTexts as texts } from './texts.ts'
import { InitiationPairs } from './views.initiation.tsx'
import {
  ApproverFrame,
  type ApproverProps,
  BackgroundShown,
  ChangesShown,
  MoneyFacts,
  SendBackInstead,
  StatementShown,
  YearSaid,
  YesOrNo,
} from './views.parts.tsx'

/** Read, then approve or send back: one decision of the procurement partner. */
export function ApprovalPage(props: ApproverProps) {
  const { facts, language } = props
  const { id } = facts.file.opportunity
  return (
    <ApproverFrame
      {...props}
      title={decisionTexts.approvalTitle[language]}
      note={<StandingNote facts={facts} language={language} gate="statement" />}
      jump={isOpen(facts)}
    >
      <MoneyFacts facts={facts} language={language} />
      <ChangesShown facts={facts} language={language} />
      <StatementShown facts={facts} language={language} open />
      <BackgroundShown facts={facts} language={language} />
      {isOpen(facts) && (
        <YesOrNo
          {...props}
          action={path('/files/:id/approval', language, { id })}
          question={decisionTexts.approvalQuestion[language]}
          yes={decisionTexts.approvalYes[language]}
        />
      )}
    </ApproverFrame>
  )
}

/** Section 32: what is committed, what the program checked, one decision. */
export function CommitmentPage(props: ApproverProps) {
  const { facts, language } = props
  const { id } = facts.file.opportunity
  return (
    <ApproverFrame
      {...props}
      title={decisionTexts.signTitle[language]}
      note={<StandingNote facts={facts} language={language} gate="s32" />}
      jump={isOpen(facts)}
    >
      <MoneyFacts facts={facts} language={language} />
      <YearSaid facts={facts} language={language} />
      <h2>{decisionTexts.checked[language]}</h2>
      <Checks items={checksOf(facts, language)} />
      <ChangesShown facts={facts} language={language} />
      <StatementShown facts={facts} language={language} open={false} />
      <BackgroundShown facts={facts} language={language}>
        <InitiationFold facts={facts} language={language} />
      </BackgroundShown>
      {isOpen(facts) && (
        <YesOrNo
          {...props}
          action={path('/files/:id/commitment', language, { id })}
          question={decisionTexts.signQuestion[language]}
          yes={decisionTexts.signYes[language]}
          signature={signatureOf(facts, language)}
        />
      )}
      {facts.standing.kind === 'barred' && (
        <SendBackInstead {...props} action={path('/files/:id/commitment', language, { id })} />
      )}
    </ApproverFrame>
  )
}

/** Number, year and amount of the reservation; the amount is filled in with what must be reserved at least. */
export function ReservationPage(props: ApproverProps) {
  const { facts, actor, language, form, problems } = props
  const { opportunity, policy, now } = facts.file
  const { id, deliveryDay } = opportunity
  const today = dayOf(now, policy.zone)
  const years = [...new Set([firstYearOf(today), firstYearOf(deliveryDay ?? today)])]
  const returning = typed(form, 'decision') === 'no'
  const anew = mayReserveAnew(opportunity) && canOnFile.reserveFunds(actor, opportunity)
  return (
    <ApproverFrame
      {...props}
      problems={anew ? [] : problems}
      title={decisionTexts.reserveTitle[language]}
      note={<StandingNote facts={facts} language={language} gate="reservation" />}
      jump={isOpen(facts)}
    >
      <MoneyFacts facts={facts} language={language} />
      <YearSaid facts={facts} language={language} />
      <ChangesShown facts={facts} language={language} />
      <StatementShown facts={facts} language={language} open={false} />
      <BackgroundShown facts={facts} language={language}>
        <InitiationFold facts={facts} language={language} />
      </BackgroundShown>
      {isOpen(facts) && (
        <section id="decision" aria-label={texts.decision[language]}>
          <ReservationForm {...props} years={years} problems={returning ? [] : problems} />
          <SendBackInstead {...props} action={path('/files/:id/reservation', language, { id })} />
        </section>
      )}
      {anew && (
        <Fold label={decisionTexts.reserveAnew[language]} open={problems.length > 0}>
          <p>{decisionTexts.reserveAnewLead[language]}</p>
          <ReservationForm {...props} years={[...new Set([...years, firstYearOf(today) + 1])].toSorted()} anew />
        </Fold>
      )}
    </ApproverFrame>
  )
}

/** What finance types: anew, before the award, with the number and the amount that stand. */
function ReservationForm({
  facts,
  language,
  form,
  problems,
  years,
  anew = false,
}: ApproverProps & { years: readonly number[]; anew?: boolean }) {
  const { opportunity, value } = facts.file
  const { reservation } = opportunity.gates
  const stands = reservation ? formatMoney(reservation.amount, language) : ''
  const amount = typed(form, 'amount') || stands || (value === null ? '' : formatMoney(value, language))
  const label = (anew ? decisionTexts.reserveAnew : decisionTexts.reserve)[language]
  return (
    <Form
      action={path('/files/:id/reservation', language, { id: opportunity.id })}
      language={language}
      errors={problems}
      label={label}
    >
      <Hidden name="decision" value={anew ? 'anew' : 'yes'} />
      <TextField
        language={language}
        name="number"
        label={decisionTexts.reservationNumber[language]}
        hint={decisionTexts.reservationHint[language]}
        width="s"
        value={typed(form, 'number') || (reservation?.number ?? '')}
        error={problemAt(problems, 'number', language)}
      />
      <Select
        language={language}
        name="fiscalYear"
        label={decisionTexts.fiscalYear[language]}
        width="s"
        value={typed(form, 'fiscalYear') || String(years.at(-1))}
        options={years.map((year) => ({ value: String(year), label: `${year}-${year + 1}` }))}
        error={problemAt(problems, 'fiscalYear', language)}
      />
      {years.length > 1 && (
        <Checkbox
          language={language}
          name="payable"
          label={decisionTexts.payableAtYearEnd[language]}
          checked={typed(form, 'payable') === 'yes'}
          error={problemAt(problems, 'payable', language)}
          optional
        />
      )}
      <MoneyField
        language={language}
        name="amount"
        label={decisionTexts.amount[language]}
        value={amount}
        error={problemAt(problems, 'amount', language)}
      />
      {!anew && <WorkingField language={language} form={form} problems={problems} />}
      <Button kind={anew ? 'plain' : 'act'} full>
        {label}
      </Button>
    </Form>
  )
}

/** A link that leads whoever holds it nowhere: says why, and tells nothing of any file. */
export function NotForYouPage({
  name,
  roles,
  language,
}: {
  name: string
  roles: readonly StaffRole[]
  language: Language
}) {
  return (
    <div class="narrow">
      <h1>{texts.notForYou[language]}</h1>
      <p class="lead">{texts.notForYouText(name, roleTitle(roles, language))[language]}</p>
      <p>
        <a href={path('/home', language)}>{texts.toHome[language]}</a>
      </p>
    </div>
  )
}

const isOpen = ({ standing }: DecisionFacts): boolean => standing.kind === 'yours'

/** Why there is nothing to decide here, when there is nothing. */
export function StandingNote({ facts, language, gate }: { facts: DecisionFacts; language: Language; gate: AskedGate }) {
  const { standing, authority, file } = facts
  if (standing.kind === 'yours') return null
  if (standing.kind === 'barred') {
    const limit = formatMoney(cents(authority?.limit ?? 0), language)
    const value = formatMoney(cents(file.value ?? 0), language)
    return <Note tone="bad" head={barredTexts[standing.because](limit, value)[language]} level={2} />
  }
  const tone = standing.kind === 'decided' ? 'ok' : 'info'
  return <Note tone={tone} head={standingSaid(standing, facts, gate)[language]} level={2} />
}

function standingSaid(
  standing: Exclude<Standing, { kind: 'yours' | 'barred' }>,
  facts: DecisionFacts,
  gate: AskedGate,
): Text {
  switch (standing.kind) {
    case 'decided': {
      const said = (language: Language) => signedBy(standing.signed, facts, language)
      return { en: standingTexts.decided(said('en')).en, fr: standingTexts.decided(said('fr')).fr }
    }
    case 'not_yours':
      return notYoursTexts[gate]
    case 'not_yet':
      return notYetTexts[gate]
    default:
      return standingTexts[standing.kind]
  }
}

function signedBy(
  { by, at, actingFor }: { by: string; at: Date; actingFor?: string },
  { file, names }: DecisionFacts,
  language: Language,
): string {
  const place = actingFor ? texts.actingFor(names.get(actingFor) ?? '')[language] : undefined
  return [names.get(by), place, formatInstant(at, file.policy.zone, language)].filter(Boolean).join(', ')
}

/** Under which delegation, and in whose place. */
function signatureOf({ authority, names }: DecisionFacts, language: Language): string | undefined {
  if (!authority) return undefined
  const reach =
    authority.limit === null
      ? texts.noLimit[language]
      : texts.upTo(formatMoney(cents(authority.limit), language))[language]
  const place = authority.actingFor && texts.signsFor(names.get(authority.actingFor) ?? '')[language]
  return [place, reach].filter(Boolean).join(' ')
}

/** What holds, each with the reason to believe it; what does not is said by the note on top. */
function checksOf({ file, standing }: DecisionFacts, language: Language) {
  const { opportunity, value, policy, names } = file
  const { gates } = opportunity
  const done = gateDone(gates)
  const nameOf = (id: string | undefined) => (id ? (names.get(id) ?? '') : '')
  const checks = [
    {
      ok: done.statement,
      head: decisionTexts.checkStatement[language],
      detail: nameOf(gates.statement?.by),
    },
    { ok: done.pif, head: decisionTexts.checkPif[language], detail: nameOf(gates.pif?.by) },
    {
      ok: value !== null && value <= policy.limitIncludingTax,
      head: decisionTexts.checkLimit[language],
      detail: formatMoney(policy.limitIncludingTax, language),
    },
    {
      ok: standing.kind === 'yours',
      head: decisionTexts.checkDelegation[language],
      detail: decisionTexts.checkDelegationSaid[language],
    },
  ]
  return checks.filter(({ ok }) => ok)
}

const InitiationFold = ({ facts, language }: { facts: DecisionFacts; language: Language }) => (
  <Fold label={texts.initiation[language]}>
    <InitiationPairs facts={facts.file} language={language} />
    <p>
      <a href={path('/files/:id/initiation.pdf', language, { id: facts.file.opportunity.id })}>
        {texts.initiationPdf[language]}
      </a>
    </p>
  </Fold>
)
