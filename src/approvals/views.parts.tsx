import type { ComponentChildren } from 'preact'
import { changedName } from '../opportunities/changesSaid.ts'
import { Decision, type DecisionProps, ExplanationsSaid, WorkingField } from '../opportunities/decisionPages.tsx'
import { NoticeContent, NoticeFactsList } from '../opportunities/notice.content.tsx'
import { firstYearOf } from '../opportunities/rules.gates.ts'
import { crossesYear } from '../opportunities/rules.readiness.ts'
import type { Statement } from '../opportunities/rules.ts'
import { decisionTexts } from '../opportunities/texts.decisions.ts'
import { findingText } from '../opportunities/texts.readiness.ts'
import { formatDay, formatMoney } from '../platform/format.ts'
import { problemAt } from '../platform/forms.ts'
import { typed } from '../platform/http.ts'
import { type Language, otherLanguage } from '../platform/i18n.ts'
import { cents } from '../platform/money.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { stateTag } from '../splitting/showFlag.tsx'
import { ruleNames } from '../splitting/texts.ts'
import { Checks } from '../ui/board.tsx'
import { Radios } from '../ui/choices.tsx'
import { Difference } from '../ui/difference.tsx'
import { Hidden, TextArea } from '../ui/fields.tsx'
import { Button, ErrorSummary, Form } from '../ui/form.tsx'
import { Facts, Fold, Note, Price, Tag } from '../ui/parts.tsx'
import type { DecisionFacts } from './pages.ts'
import { PapersList } from './showPapers.tsx'
import { paperTexts } from './texts.papers.ts'
import { approvalTexts as texts } from './texts.ts'

export type ApproverProps = Omit<DecisionProps, 'facts'> & { readonly facts: DecisionFacts }
type Part = { readonly facts: DecisionFacts; readonly language: Language }

/** The frame of an approver’s page: the file on top, where the decision stands, and a way down to it on a phone. */
export const ApproverFrame = ({
  facts,
  actor,
  language,
  title,
  note,
  jump,
  problems,
  children,
}: Pick<ApproverProps, 'facts' | 'actor' | 'language' | 'problems'> & {
  title: string
  note: ComponentChildren
  jump: boolean
  children: ComponentChildren
}) => (
  <Decision facts={facts.file} actor={actor} language={language} title={title}>
    {!jump && <ErrorSummary language={language} errors={problems} />}
    {note}
    {jump && (
      <p>
        <a href="#decision">{texts.toDecision[language]}</a>
      </p>
    )}
    {children}
  </Decision>
)

/** What is to be committed, what it is made of, how far it is from the limit, who asks. */
export function MoneyFacts({ facts, language }: Part) {
  const { opportunity, value, policy, clientName } = facts.file
  const { price, team, gates } = opportunity
  if (price === null || value === null) return null
  const money = (amount: number) => formatMoney(cents(amount), language)
  const limit = policy.limitIncludingTax
  return (
    <Facts
      items={[
        { label: decisionTexts.toCommit[language], value: <Price>{money(value)}</Price> },
        {
          label: decisionTexts.madeOf[language],
          value: (
            <>
              {money(price)}
              <br />
              {`+ ${money(value - price)} ${decisionTexts.tax[language]}`}
            </>
          ),
        },
        {
          label: texts.limit[language],
          value: (value <= limit ? texts.leaves(money(limit - value), money(limit)) : texts.over(money(limit)))[
            language
          ],
        },
        {
          label: texts.asks[language],
          value: (
            <>
              {clientName}
              <br />
              {team[language] || team[opportunity.sourceLanguage]}
              {gates.budget !== 'not_needed' && (
                <>
                  <br />
                  {texts.outside[language]}
                </>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

/** Which year’s money, in words. */
export function YearSaid({ facts: { file }, language }: Part) {
  const { opportunity, policy, now } = file
  const { deliveryDay, gates } = opportunity
  if (!deliveryDay) return null
  const today = dayOf(now, policy.zone)
  const name = (day: typeof today) => `${firstYearOf(day)}-${firstYearOf(day) + 1}`
  if (gates.reservation) {
    const year = `${gates.reservation.fiscalYear}-${gates.reservation.fiscalYear + 1}`
    return <p>{(gates.reservation.payableAtYearEnd ? texts.yearPayable(year) : texts.yearReserved(year))[language]}</p>
  }
  if (!crossesYear(today, deliveryDay)) return <p class="quiet">{texts.yearWithin(name(today))[language]}</p>
  const day = formatDay(deliveryDay, language, { weekday: false })
  return (
    <Note tone="warn" head={texts.yearHead[language]} level={2}>
      <p>{texts.yearCrosses(day, name(today), name(deliveryDay))[language]}</p>
    </Note>
  )
}

/** The statement as the public will read it, in the reader’s language, or in its own while it is not translated. */
export function StatementShown({ facts, language, open }: Part & { open: boolean }) {
  const { notice, translated, file } = facts
  const { id, sourceLanguage } = file.opportunity
  if (!notice) return null
  const shown = translated ? language : sourceLanguage
  const other = otherLanguage(language)
  return (
    <Fold label={texts.statement[language]} open={open}>
      {shown !== language && <p class="quiet">{texts.notTranslated[language]}</p>}
      {translated && (
        <p>
          <a href={path('/files/:id/preview', other, { id })} hrefLang={other} lang={other}>
            {texts.readIn[other]}
          </a>
        </p>
      )}
      <div lang={shown === language ? undefined : shown} class="panel">
        <p class="lead">{notice.teaser[shown]}</p>
        <NoticeFactsList notice={notice} language={shown} />
        <NoticeContent notice={notice} language={shown} />
      </div>
    </Fold>
  )
}

/** What changed since the submission before, part by part. */
export function ChangesShown({ facts, language }: Part) {
  const { changes, file } = facts
  const { sourceLanguage } = file.opportunity
  if (!changes) return <p class="quiet">{texts.first[language]}</p>
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{texts.changes[language]}</h2>
      {changes.length === 0 && <p class="quiet">{texts.changesNone[language]}</p>}
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <h3>{changedName(field)[language]}</h3>
          <Difference language={language} before={before} after={after} lang={sourceLanguage} />
        </div>
      ))}
    </section>
  )
}

/** Advice, declarations, and the papers that the department’s authority rests on. */
export function BackgroundShown({ facts, language, children }: Part & { children?: ComponentChildren }) {
  const { advice, file, papers } = facts
  return (
    <>
      <Fold label={texts.advice[language]} count={advice.length} open={advice.length > 0}>
        {advice.length === 0 ? (
          <p class="quiet">{texts.noAdvice[language]}</p>
        ) : (
          <ul>
            {advice.map((finding) => {
              const text = findingText(finding)[language]
              return <li key={text}>{text}</li>
            })}
          </ul>
        )}
      </Fold>
      <Fold label={texts.declared[language]}>
        <Checks items={declaredIn(file.statement, language)} />
        <p class="small quiet">{texts.observersRead[language]}</p>
        <ExplanationsSaid explained={file.explained} language={language} />
      </Fold>
      <SplittingShown facts={facts} language={language} />
      {children}
      <Fold label={paperTexts.title[language]} count={papers.standing.length} open={papers.missing.length > 0}>
        <PapersList papers={papers} language={language} />
      </Fold>
    </>
  )
}

/** What the check of contract splitting found, and what procurement said of it. */
function SplittingShown({ facts: { flags, comparesFiles, file }, language }: Part) {
  const { id } = file.opportunity
  return (
    <Fold label={texts.splitting[language]} count={flags.length} open={flags.some(({ state }) => state === 'raised')}>
      {flags.length === 0 ? (
        <p class="quiet">{texts.noSplitting[language]}</p>
      ) : (
        <ul>
          {flags.map((flag) => (
            <li key={flag.id}>
              {ruleNames[flag.rule][language]} <Tag {...stateTag(flag, language)} />
              {flag.decided && (
                <>
                  <br />
                  <span class="small quiet">{flag.decided.rationale}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {flags.length > 0 && comparesFiles && (
        <p>
          <a href={path('/files/:id/splitting', language, { id })}>{texts.splittingMore[language]}</a>
        </p>
      )}
    </Fold>
  )
}

const declaredIn = ({ declared }: Statement, language: Language) =>
  (['standalone', 'noCapacity', 'unclassified'] as const)
    .filter((name) => declared[name])
    .map((name) => ({ head: texts[name][language] }))

/** Yes, or back with a reason: one decision about the words that were read. */
export function YesOrNo({
  facts,
  actor,
  language,
  form,
  problems,
  action,
  question,
  yes,
  signature,
}: ApproverProps & { action: string; question: string; yes: string; signature?: string | undefined }) {
  return (
    <section id="decision" aria-label={texts.decision[language]}>
      <Form action={action} language={language} errors={problems}>
        <Hidden name="seen" value={digestOf(facts)} />
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
            { value: 'no', label: decisionTexts.sendBack[language] },
          ]}
        />
        <TextArea
          language={language}
          name="reason"
          label={decisionTexts.reason[language]}
          hint={decisionTexts.reasonHint[language]}
          rows={3}
          optional
          value={typed(form, 'reason')}
          error={problemAt(problems, 'reason', language)}
        />
        <WorkingField language={language} form={form} problems={problems} />
        {signature && <p class="small">{signature}</p>}
        <p class="small">{decisionTexts.signAs(actor.name)[language]}</p>
        <Button full>{decisionTexts.record[language]}</Button>
      </Form>
    </section>
  )
}

/** Where the decision itself is a form of its own, the way back has one too. */
export function SendBackInstead({
  facts,
  language,
  form,
  problems,
  action,
}: Omit<ApproverProps, 'actor'> & { action: string }) {
  const tried = typed(form, 'decision') === 'no'
  return (
    <Fold label={texts.sendBack[language]} open={tried}>
      <p>{texts.sendBackLead[language]}</p>
      <Form action={action} language={language} errors={tried ? problems : []} label={texts.sendBack[language]}>
        <Hidden name="decision" value="no" />
        <Hidden name="seen" value={digestOf(facts)} />
        <TextArea
          language={language}
          name="reason"
          label={decisionTexts.returnReason[language]}
          hint={decisionTexts.returnReasonHint[language]}
          rows={3}
          value={typed(form, 'reason')}
          error={problemAt(problems, 'reason', language)}
        />
        <Button kind="plain">{texts.sendBackDo[language]}</Button>
      </Form>
    </Fold>
  )
}

/** The digest of the words on the page: what is decided is what was read. */
const digestOf = ({ file: { opportunity } }: DecisionFacts): string =>
  'statementDigest' in opportunity ? opportunity.statementDigest.toString('hex') : ''
