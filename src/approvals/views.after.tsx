import type { Person } from '../accounts/store.ts'
import { Decision, type DecisionProps } from '../opportunities/decisionPages.tsx'
import { formatDay, formatMoney } from '../platform/format.ts'
import { problemAt } from '../platform/forms.ts'
import { typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { Radios } from '../ui/choices.tsx'
import { Hidden, TextArea, TextField } from '../ui/fields.tsx'
import { Button, ErrorSummary, Form } from '../ui/form.tsx'
import { Empty, Note, Pairs, Quote, Tag } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import type { ReviewPage } from './pages.ts'
import type { KeptReservation, LaterReview, NamedFile, PostedLater } from './store.ts'
import { approvalTexts as texts } from './texts.ts'
import {
  ApproverFrame,
  type ApproverProps,
  BackgroundShown,
  ChangesShown,
  MoneyFacts,
  StatementShown,
} from './views.parts.tsx'

/** A client outside the home branch: how the budget is settled, and the form to say it. */
export function BudgetPage({
  facts,
  actor,
  language,
  form,
  problems,
  may,
  recorder,
}: DecisionProps & { may: boolean; recorder: string }) {
  const { opportunity, policy } = facts
  const { id, gates } = opportunity
  const { budget } = gates
  const settled = budget !== null && budget !== 'not_needed' ? budget : undefined
  return (
    <Decision facts={facts} actor={actor} language={language} title={texts.budgetTitle[language]}>
      <p class="lead">{texts.budgetLead[language]}</p>
      {settled && (
        <Note
          tone={settled.kind === 'transfer' ? 'ok' : 'info'}
          level={2}
          head={
            texts.budgetStands(
              (settled.kind === 'transfer' ? texts.transfer : texts.riskAgreement)[language],
              settled.reference,
              recorder,
              formatDay(dayOf(settled.at, policy.zone), language, { weekday: false }),
            )[language]
          }
        />
      )}
      {!may && problems.length > 0 && <ErrorSummary language={language} errors={problems} />}
      {may && (
        <Form action={path('/files/:id/budget', language, { id })} language={language} errors={problems}>
          <Radios
            language={language}
            name="kind"
            label={texts.budgetKind[language]}
            tiles
            value={typed(form, 'kind') || (settled ? 'transfer' : '')}
            error={problemAt(problems, 'kind', language)}
            choices={[
              { value: 'transfer', label: texts.transfer[language], hint: texts.transferHint[language] },
              ...(settled
                ? []
                : [{ value: 'risk_agreement', label: texts.riskAgreement[language], hint: texts.riskHint[language] }]),
            ]}
          />
          <TextField
            language={language}
            name="reference"
            label={texts.reference[language]}
            hint={texts.referenceHint[language]}
            width="m"
            value={typed(form, 'reference')}
            error={problemAt(problems, 'reference', language)}
          />
          <Button full>{texts.saveBudget[language]}</Button>
        </Form>
      )}
    </Decision>
  )
}

/** What procurement looks at afterwards: what waits, oldest first, and what was said of the rest. */
export function ReviewsPage({
  posted,
  people,
  zone,
  language,
}: {
  posted: readonly PostedLater[]
  people: ReadonlyMap<string, Person>
  zone: string
  language: Language
}) {
  const day = (at: Date) => formatDay(dayOf(at, zone), language, { weekday: false })
  const open = posted.filter(({ review }) => !review)
  const said = posted.filter(({ review }) => review)
  return (
    <>
      <h1>{texts.reviewsTitle[language]}</h1>
      <p class="lead">{texts.reviewsLead[language]}</p>
      <h2>{texts.toReview[language]}</h2>
      {open.length === 0 ? (
        <Empty head={texts.noReviews[language]} />
      ) : (
        <FoldTable
          caption={texts.toReview[language]}
          captionHidden
          columns={[texts.file, texts.postedOn].map((label) => ({ label: label[language] }))}
          rows={open.map((file) => [
            <FileLink key="file" file={file} pattern="/files/:id/review" language={language} />,
            day(file.publishedAt),
          ])}
        />
      )}
      {said.length > 0 && (
        <>
          <h2>{texts.reviewed[language]}</h2>
          <FoldTable
            caption={texts.reviewed[language]}
            captionHidden
            columns={[texts.file, texts.postedOn, texts.outcome].map((label) => ({ label: label[language] }))}
            rows={said
              .toReversed()
              .map((file) => [
                <FileLink key="file" file={file} pattern="/files/:id/review" language={language} />,
                day(file.publishedAt),
                file.review ? outcomeSaid(file.review, people.get(file.review.by)?.name ?? '', day, language) : '–',
              ])}
          />
        </>
      )}
    </>
  )
}

/** One posting, read after it went out, with one decision. */
export function ReviewedPage({
  decision: facts,
  posted,
  reviewer,
  actor,
  language,
  form,
  problems,
  may,
}: ReviewPage & Omit<ApproverProps, 'facts'> & { may: boolean }) {
  const { id } = facts.file.opportunity
  const review = posted?.review
  const day = (at: Date) => formatDay(dayOf(at, facts.file.policy.zone), language, { weekday: false })
  return (
    <ApproverFrame
      {...{ facts, actor, language, problems }}
      title={texts.review[language]}
      note={
        review && (
          <Note
            tone={review.outcome === 'approved' ? 'ok' : 'warn'}
            level={2}
            head={outcomeSaid(review, reviewer ?? '', day, language)}
          >
            {review.note !== '' && (
              <Quote>
                <p>{review.note}</p>
              </Quote>
            )}
          </Note>
        )
      }
      jump={may}
    >
      <MoneyFacts facts={facts} language={language} />
      <ChangesShown facts={facts} language={language} />
      <StatementShown facts={facts} language={language} open />
      <BackgroundShown facts={facts} language={language} />
      {may && (
        <section id="decision" aria-label={texts.decision[language]}>
          <Form action={path('/files/:id/review', language, { id })} language={language} errors={problems}>
            <Radios
              language={language}
              name="outcome"
              label={texts.reviewQuestion[language]}
              big
              tiles
              value={typed(form, 'outcome')}
              error={problemAt(problems, 'outcome', language)}
              choices={[
                { value: 'approved', label: texts.reviewYes[language] },
                { value: 'concern', label: texts.reviewConcern[language] },
              ]}
            />
            <TextArea
              language={language}
              name="note"
              label={texts.reviewNote[language]}
              hint={texts.reviewNoteHint[language]}
              rows={3}
              optional
              value={typed(form, 'note')}
              error={problemAt(problems, 'note', language)}
            />
            <Button full>{texts.reviewDo[language]}</Button>
          </Form>
        </section>
      )}
    </ApproverFrame>
  )
}

function outcomeSaid(
  { outcome, at }: LaterReview,
  name: string,
  day: (at: Date) => string,
  language: Language,
): string {
  const said = outcome === 'approved' ? texts.approvedAfter : texts.concernRaised
  return texts.reviewSaid(said[language], name, day(at))[language]
}

/** Reservations that no payment will use, oldest first. */
export const ReleasesPage = ({ kept, language }: { kept: readonly KeptReservation[]; language: Language }) => (
  <>
    <h1>{texts.releasesTitle[language]}</h1>
    <p class="lead">{texts.releasesLead[language]}</p>
    {kept.length === 0 ? (
      <Empty head={texts.noReleases[language]} level={2} />
    ) : (
      <FoldTable
        caption={texts.releasesTitle[language]}
        captionHidden
        columns={[
          { label: texts.file[language] },
          { label: texts.reservation[language] },
          { label: texts.year[language] },
          { label: texts.amount[language], numeric: true },
        ]}
        rows={kept.map(({ id, number, fiscalYear, amount, file }) => [
          <FileLink key={id} file={file} pattern="/files/:id/release" language={language} />,
          number,
          `${fiscalYear}-${fiscalYear + 1}`,
          formatMoney(amount, language),
        ])}
      />
    )}
  </>
)

/** The reservations of one file: which are needed, which are to release, which are released. */
export function ReleasePage({
  facts,
  actor,
  language,
  form,
  problems,
  kept,
  people,
  may,
}: DecisionProps & {
  kept: readonly KeptReservation[]
  people: ReadonlyMap<string, Person>
  may: boolean
}) {
  const { id: file } = facts.opportunity
  const day = (at: Date) => formatDay(dayOf(at, facts.policy.zone), language, { weekday: false })
  const statusOf = ({ released, inUse }: KeptReservation) =>
    released
      ? texts.releasedBy(people.get(released.by)?.name ?? '', day(released.at))[language]
      : (inUse ? texts.stillUsed : texts.toRelease)[language]
  return (
    <Decision facts={facts} actor={actor} language={language} title={texts.releaseTitle[language]}>
      <ErrorSummary language={language} errors={problems} />
      {kept.length === 0 && <Empty head={texts.noReservation[language]} level={2} />}
      {kept.map((each) => (
        <section key={each.id} aria-labelledby={`r-${each.id}`}>
          <h2 id={`r-${each.id}`}>{`${texts.reservation[language]} ${each.number}`}</h2>
          <Pairs
            items={[
              { label: texts.amount[language], value: formatMoney(each.amount, language) },
              { label: texts.year[language], value: `${each.fiscalYear}-${each.fiscalYear + 1}` },
              {
                label: texts.status[language],
                value: <Tag label={statusOf(each)} tone={each.released ? 'ok' : each.inUse ? 'none' : 'soon'} />,
              },
              ...(each.released?.note ? [{ label: texts.releaseNote[language], value: each.released.note }] : []),
            ]}
          />
          {may && !each.released && !each.inUse && (
            <Form
              action={path('/files/:id/release', language, { id: file })}
              language={language}
              label={texts.releaseDo(each.number)[language]}
            >
              <Hidden name="reservation" value={each.id} />
              <TextField
                language={language}
                name="note"
                label={texts.releaseNote[language]}
                hint={texts.releaseNoteHint[language]}
                optional
                value={typed(form, 'reservation') === each.id ? typed(form, 'note') : ''}
                error={typed(form, 'reservation') === each.id ? problemAt(problems, 'note', language) : undefined}
              />
              <Button full>{texts.releaseDo(each.number)[language]}</Button>
            </Form>
          )}
        </section>
      ))}
    </Decision>
  )
}

const FileLink = ({ file, pattern, language }: { file: NamedFile; pattern: string; language: Language }) => (
  <a
    href={path(pattern, language, { id: file.id })}
  >{`${file.number} – ${file.title[language] || file.title.en || file.title.fr}`}</a>
)
