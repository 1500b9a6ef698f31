import { formatDay, formatInstant } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Filled, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { Radios } from '../ui/choices.tsx'
import { DateField, TextArea, TextField } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, ErrorSummary, Form } from '../ui/form.tsx'
import { criterionKey, StatusBox } from '../ui/parts.tsx'
import { markNames } from './forms.ts'
import type { StaffWorkPage, Work } from './pages.ts'
import { staffTexts as texts, workTexts as words } from './texts.pages.ts'
import { contractStateNames } from './texts.ts'
import { Deliveries, Exceptions, supplierFacts, WorkCriteria, WorkFacts } from './views.parts.tsx'

type Shown = {
  page: StaffWorkPage
  language: Language
  name: string
  filled?: Filled | undefined
  problems?: Problems | undefined
}

/** The work of a file: where it stands, what was delivered, and the decision on one page. */
export function StaffWorkView({ page, language, name, filled = {}, problems = [] }: Shown) {
  const { opportunity, work, supplier } = page
  return (
    <div class="narrow">
      <p class="eyebrow">
        {words.file(opportunity.number)[language]} · {opportunity.team[language]}
      </p>
      <h1>{opportunity.title[language]}</h1>
      {!page.can.decide && <ErrorSummary language={language} errors={problems} />}
      <Standing page={page} language={language} />
      {work && (
        <>
          <WorkFacts work={work} language={language} more={supplierFacts(supplier, language)} />
          <Deliveries work={work} language={language} />
          {page.can.decide ? (
            <DecisionForm page={page} work={work} language={language} name={name} filled={filled} problems={problems} />
          ) : (
            <WorkCriteria work={work} language={language} />
          )}
          <Exceptions work={work} language={language} />
          <ActionBar>
            <a href={path('/files/:id/terms', language, { id: opportunity.id })}>{words.terms[language]}</a>
            {page.can.terminate && (
              <a href={path('/files/:id/work/termination', language, { id: opportunity.id })}>
                {texts.endButton[language]}
              </a>
            )}
          </ActionBar>
        </>
      )}
    </div>
  )
}

function DecisionForm({ page, work, language, name, filled = {}, problems = [] }: Shown & { work: Work }) {
  const at = (field: string) => problemAt(problems, field, language)
  return (
    <>
      <h2>{texts.decide[language]}</h2>
      <p>{texts.decideLead[language]}</p>
      <Form
        action={path('/files/:id/work', language, { id: page.opportunity.id })}
        language={language}
        errors={problems}
      >
        {work.criteria.map(({ id, position, text }) => {
          const names = markNames(position)
          const key = criterionKey('work', position, language)
          return (
            <div key={id}>
              <Radios
                language={language}
                name={names.met}
                tiles
                label={`${key} – ${text[language]}`}
                value={typed(filled, names.met)}
                error={at(names.met)}
                choices={[
                  { value: 'yes', label: words.met[language] },
                  { value: 'no', label: words.notMet[language] },
                ]}
              />
              <TextArea
                language={language}
                name={names.comment}
                label={`${texts.comment[language]} – ${key}`}
                hint={texts.commentHint[language]}
                rows={2}
                value={typed(filled, names.comment)}
                error={at(names.comment)}
                optional
              />
            </div>
          )
        })}
        <DateField
          language={language}
          name="newDay"
          label={texts.newDay[language]}
          hint={texts.newDayHint[language]}
          value={typed(filled, 'newDay')}
          error={at('newDay')}
          optional
        />
        <TextField
          language={language}
          name="workingDays"
          label={words.working[language]}
          hint={words.workingHint[language]}
          value={typed(filled, 'workingDays')}
          error={at('workingDays')}
          width="s"
          optional
        />
        <p class="small">{texts.who(name)[language]}</p>
        <Button full>{texts.record[language]}</Button>
        <p class="small quiet after">{texts.afterDecision[language]}</p>
      </Form>
    </>
  )
}

/** Whose turn it is: the client’s, the program team’s, the signatory’s or the supplier’s. */
function Standing({ page, language }: { page: StaffWorkPage; language: Language }) {
  const { work, opportunity } = page
  const nothing = { what: words.nothing[language] }
  const noDate = { what: words.noDate[language] }
  if (!work)
    return (
      <StatusBox
        language={language}
        tone="waiting"
        happening={{ what: texts.notYet[language] }}
        next={{ what: words.nothing[language], more: <p>{texts.notYetMore[language]}</p> }}
        by={noDate}
      />
    )
  const { contract } = work
  const { id } = opportunity
  const state = contractStateNames.staff[contract.state][language]
  const due = { what: formatDay(contract.deliveryDay, language) }
  if (contract.state === 'delivered')
    return (
      <StatusBox
        language={language}
        tone={page.can.decide ? 'you' : 'waiting'}
        happening={{ what: state }}
        next={{ what: (page.can.decide ? texts.check : texts.checkOthers)[language] }}
        by={{ what: texts.checkBy[language] }}
      />
    )
  if (contract.state === 'accepted')
    return (
      <StatusBox
        language={language}
        tone="done"
        happening={{ what: state, more: <p>{formatInstant(contract.acceptedAt, page.zone, language)}</p> }}
        next={{ what: words.nothing[language], more: <p>{texts.paid[language]}</p> }}
        by={noDate}
      />
    )
  if (contract.state === 'terminated') {
    if (opportunity.state !== 'awarded' || contract.termination.percentage)
      return (
        <StatusBox
          language={language}
          tone="done"
          happening={{ what: state }}
          next={{
            what: words.nothing[language],
            more: <p>{(contract.termination.percentage ? texts.toPay : texts.over)[language]}</p>,
          }}
          by={noDate}
        />
      )
    return (
      <StatusBox
        language={language}
        tone={page.can.decideNext ? 'you' : 'waiting'}
        happening={{ what: state }}
        next={{ what: (page.can.decideNext ? texts.decideNext : texts.decideNextOthers)[language] }}
        by={noDate}
        action={
          page.can.decideNext && (
            <ButtonLink href={path('/files/:id/work/next', language, { id })}>{texts.decideNext[language]}</ButtonLink>
          )
        }
      />
    )
  }
  if (contract.unable)
    return (
      <StatusBox
        language={language}
        tone={page.can.terminate ? 'you' : 'late'}
        happening={{ what: words.unable[language] }}
        next={{ what: texts.endIt[language] }}
        by={due}
        action={
          page.can.terminate && (
            <ButtonLink href={path('/files/:id/work/termination', language, { id })}>
              {texts.endButton[language]}
            </ButtonLink>
          )
        }
      />
    )
  if (page.can.decideExtension)
    return (
      <StatusBox
        language={language}
        tone="you"
        happening={{ what: work.late ? texts.late[language] : state }}
        next={{ what: texts.answerDate[language] }}
        by={due}
        action={
          <ButtonLink href={path('/files/:id/work/extension', language, { id })}>
            {texts.answerDateButton[language]}
          </ButtonLink>
        }
      />
    )
  if (!work.late)
    return (
      <StatusBox
        language={language}
        tone="waiting"
        happening={{ what: state }}
        next={{ what: texts.waitSupplier[language] }}
        by={due}
      />
    )
  return (
    <StatusBox
      language={language}
      tone="late"
      happening={{
        what: texts.late[language],
        more: contract.lateAskedAt && (
          <p>{texts.askedOn(formatDay(dayOf(contract.lateAskedAt, work.zone), language))[language]}</p>
        ),
      }}
      next={page.can.askAboutLateness ? { what: texts.ask[language], more: <p>{texts.askLead[language]}</p> } : nothing}
      by={due}
      action={
        page.can.askAboutLateness && (
          <Form action={path('/files/:id/work/lateness', language, { id })} language={language}>
            <Button>{texts.askButton[language]}</Button>
          </Form>
        )
      }
    />
  )
}
