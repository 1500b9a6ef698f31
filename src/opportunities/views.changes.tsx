import { problemAt } from '../platform/forms.ts'
import { typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { DateField, TextArea, TextField } from '../ui/fields.tsx'
import { Button, Form, PairField } from '../ui/form.tsx'
import { Note } from '../ui/parts.tsx'
import { decisionTexts as texts } from './texts.decisions.ts'
import { builderTexts } from './texts.statement.ts'
import { Decision, type DecisionProps } from './views.decisions.tsx'

/** Back to a draft, with reasons. */
export function ReturnPage({ facts, actor, language, form, problems }: DecisionProps) {
  const { id } = facts.opportunity
  return (
    <Decision facts={facts} actor={actor} language={language} title={texts.returnTitle[language]}>
      <p>{texts.returnLead[language]}</p>
      <Form action={path('/files/:id/return', language, { id })} language={language} errors={problems}>
        <TextArea
          language={language}
          name="reason"
          label={texts.returnReason[language]}
          hint={texts.returnReasonHint[language]}
          rows={5}
          value={typed(form, 'reason')}
          error={problemAt(problems, 'reason', language)}
        />
        <Button kind="stop" full>
          {texts.return[language]}
        </Button>
      </Form>
    </Decision>
  )
}

export function DatesPage({ facts, actor, language, form, problems }: DecisionProps) {
  const { id } = facts.opportunity
  return (
    <Decision facts={facts} actor={actor} language={language} title={texts.datesTitle[language]}>
      <p>{texts.datesLead[language]}</p>
      <Form action={path('/files/:id/dates', language, { id })} language={language} errors={problems}>
        <Dates {...{ language, form, problems }} />
        <Button full>{texts.saveDates[language]}</Button>
      </Form>
    </Decision>
  )
}

/** A later closing, with its reason in both languages. */
export function ExtensionPage({ facts, actor, language, form, problems }: DecisionProps) {
  const { id } = facts.opportunity
  return (
    <Decision facts={facts} actor={actor} language={language} title={texts.extendTitle[language]}>
      <p>{texts.extendLead[language]}</p>
      <Form action={path('/files/:id/extension', language, { id })} language={language} errors={problems}>
        <Dates {...{ language, form, problems }} />
        <PublicReason {...{ language, form, problems }} name="reason" />
        <Button full>{texts.extend[language]}</Button>
      </Form>
    </Decision>
  )
}

/** Withdraws a posting or cancels a file. */
export function EndPage({
  facts,
  actor,
  language,
  form,
  problems,
  action,
  posted,
}: DecisionProps & { action: 'withdrawal' | 'cancellation'; posted: boolean }) {
  const { id } = facts.opportunity
  const withdrawing = action === 'withdrawal'
  return (
    <Decision
      facts={facts}
      actor={actor}
      language={language}
      title={(withdrawing ? texts.withdrawTitle : texts.cancelTitle)[language]}
    >
      <p>{texts.endLead[language]}</p>
      <Form
        action={path(withdrawing ? '/files/:id/withdrawal' : '/files/:id/cancellation', language, { id })}
        language={language}
        errors={problems}
      >
        <TextArea
          language={language}
          name="reason"
          label={texts.endReason[language]}
          rows={3}
          value={typed(form, 'reason')}
          error={problemAt(problems, 'reason', language)}
        />
        {posted && <PublicReason {...{ language, form, problems }} name="public" />}
        <Button kind="stop" full>
          {(withdrawing ? texts.withdraw : texts.cancel)[language]}
        </Button>
      </Form>
    </Decision>
  )
}

/** One step: the same words in a new draft, with why the last posting ended beside it. */
export function RepostingPage({ facts, actor, language, problems }: DecisionProps) {
  const { opportunity } = facts
  return (
    <Decision facts={facts} actor={actor} language={language} title={texts.repostTitle[language]}>
      <p>{texts.repostLead[language]}</p>
      {'endedBecause' in opportunity && (
        <Note tone="info" head={texts.lessons[language]} level={2}>
          <p>{opportunity.endedBecause}</p>
        </Note>
      )}
      <Form
        action={path('/files/:id/reposting', language, { id: opportunity.id })}
        language={language}
        errors={problems}
      >
        <Button full>{texts.repost[language]}</Button>
      </Form>
    </Decision>
  )
}

type Part = Pick<DecisionProps, 'language' | 'form' | 'problems'>

const Dates = ({ language, form, problems }: Part) => (
  <>
    <DayOf {...{ language, form, problems }} name="closing_day" label={builderTexts.closingDay[language]} />
    <TextField
      language={language}
      name="closing_time"
      label={builderTexts.closingTime[language]}
      width="s"
      autocomplete="off"
      value={typed(form, 'closing_time')}
      error={problemAt(problems, 'closing_time', language)}
    />
    <DayOf {...{ language, form, problems }} name="selection_day" label={builderTexts.selectionDay[language]} />
    <DayOf {...{ language, form, problems }} name="delivery_day" label={builderTexts.deliveryDay[language]} />
  </>
)

const DayOf = ({ language, form, problems, name, label }: Part & { name: string; label: string }) => (
  <DateField
    language={language}
    name={name}
    label={label}
    value={typed(form, name)}
    error={problemAt(problems, name, language)}
  />
)

const PublicReason = ({ language, form, problems, name }: Part & { name: 'reason' | 'public'; language: Language }) => (
  <PairField
    language={language}
    name={name}
    label={texts.publicReason[language]}
    hint={texts.publicReasonHint[language]}
    rows={3}
    value={{ en: typed(form, `${name}_en`), fr: typed(form, `${name}_fr`) }}
    error={{ en: problemAt(problems, `${name}_en`, language), fr: problemAt(problems, `${name}_fr`, language) }}
  />
)
