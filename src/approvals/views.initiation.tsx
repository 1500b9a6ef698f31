import { Decision, type DecisionProps, type FilePageFacts, WorkingField } from '../opportunities/decisionPages.tsx'
import { decisionTexts } from '../opportunities/texts.decisions.ts'
import { formatMoney } from '../platform/format.ts'
import { problemAt } from '../platform/forms.ts'
import { typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { TextArea, TextField } from '../ui/fields.tsx'
import { Button, ButtonLink, Form } from '../ui/form.tsx'
import { Facts, Pairs, Price } from '../ui/parts.tsx'
import { initiationLines } from './initiation.ts'
import { approvalTexts as texts } from './texts.ts'

/** The initiation form: generated; two codes and a note are typed, once for a team. Once complete it is a page to print. */
export function InitiationPage({
  facts,
  actor,
  language,
  form,
  problems,
  may,
  known,
}: DecisionProps & { may: boolean; known: { costCentre: string; account: string } | undefined }) {
  const { id } = facts.opportunity
  const begun = (name: 'costCentre' | 'account') => (name in form ? typed(form, name) : known?.[name])
  return (
    <Decision facts={facts} actor={actor} language={language} title={decisionTexts.pifTitle[language]}>
      {may && <p class="lead">{texts.initiationLead[language]}</p>}
      {may && (
        <Form action={path('/files/:id/initiation', language, { id })} language={language} errors={problems}>
          {known && <p class="small">{texts.prefilled[language]}</p>}
          <TextField
            language={language}
            name="costCentre"
            label={decisionTexts.costCentre[language]}
            hint={decisionTexts.costCentreHint[language]}
            width="s"
            value={begun('costCentre')}
            error={problemAt(problems, 'costCentre', language)}
          />
          <TextField
            language={language}
            name="account"
            label={decisionTexts.account[language]}
            hint={decisionTexts.accountHint[language]}
            width="s"
            value={begun('account')}
            error={problemAt(problems, 'account', language)}
          />
          <TextArea
            language={language}
            name="note"
            label={decisionTexts.note[language]}
            rows={2}
            optional
            value={typed(form, 'note')}
            error={problemAt(problems, 'note', language)}
          />
          <WorkingField language={language} form={form} problems={problems} />
          <Button full>{decisionTexts.pifDone[language]}</Button>
        </Form>
      )}
      <InitiationPairs facts={facts} language={language} />
      <p>
        <ButtonLink kind="plain" href={path('/files/:id/initiation.pdf', language, { id })} download>
          {texts.initiationPdf[language]}
        </ButtonLink>
      </p>
    </Decision>
  )
}

export const InitiationPairs = ({ facts, language }: { facts: FilePageFacts; language: Language }) => (
  <Pairs items={initiationLines(facts, language)} />
)

/** The client’s side hands the file over. */
export function SendToFinancePage({ facts, actor, language, form, problems }: DecisionProps) {
  const { id } = facts.opportunity
  return (
    <Decision facts={facts} actor={actor} language={language} title={decisionTexts.sendTitle[language]}>
      <p class="lead">{decisionTexts.sendLead[language]}</p>
      {facts.value !== null && (
        <Facts
          items={[
            { label: decisionTexts.toCommit[language], value: <Price>{formatMoney(facts.value, language)}</Price> },
          ]}
        />
      )}
      <p>
        <a href={path('/files/:id/initiation', language, { id })}>{decisionTexts.pifTitle[language]}</a>
      </p>
      <Form action={path('/files/:id/finance', language, { id })} language={language} errors={problems}>
        <WorkingField language={language} form={form} problems={problems} />
        <Button full>{decisionTexts.send[language]}</Button>
      </Form>
    </Decision>
  )
}
