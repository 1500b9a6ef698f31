import { formatDay } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Filled, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Radios } from '../ui/choices.tsx'
import { DateField, NumberField, TextArea } from '../ui/fields.tsx'
import { ActionBar, Button, Form } from '../ui/form.tsx'
import { Empty, Quote } from '../ui/parts.tsx'
import type { StaffWorkPage } from './pages.ts'
import { nextSteps } from './rules.exceptions.ts'
import { staffTexts as texts, workTexts as words } from './texts.pages.ts'
import { nextStepNames, terminationNames } from './texts.ts'
import { supplierFacts, WorkFacts } from './views.parts.tsx'

type Shown = {
  page: StaffWorkPage
  language: Language
  name: string
  filled?: Filled | undefined
  problems?: Problems | undefined
}

/** Answers a request for a later date. */
export function ExtensionView({ page, language, filled = {}, problems = [] }: Shown) {
  const { opportunity, work, supplier } = page
  const { id } = opportunity
  const asked = work?.asked
  return (
    <div class="narrow">
      <p class="eyebrow">{opportunity.title[language]}</p>
      <h1>{texts.extensionTitle[language]}</h1>
      {work && asked ? (
        <>
          <WorkFacts work={work} language={language} more={supplierFacts(supplier, language)} />
          <Quote lang={asked.language}>
            <p>{asked.because}</p>
          </Quote>
          <Form action={path('/files/:id/work/extension', language, { id })} language={language} errors={problems}>
            <Radios
              language={language}
              name="decision"
              tiles
              big
              label={texts.extensionWhat[language]}
              value={typed(filled, 'decision')}
              error={problemAt(problems, 'decision', language)}
              choices={[
                {
                  value: 'granted',
                  label: texts.extensionGrant(formatDay(asked.askedDay, language, { weekday: false }))[language],
                },
                { value: 'refused', label: texts.extensionRefuse[language] },
              ]}
            />
            <TextArea
              language={language}
              name="reply"
              label={texts.reply[language]}
              hint={texts.replyHint[language]}
              rows={3}
              value={typed(filled, 'reply')}
              error={problemAt(problems, 'reply', language)}
              optional
            />
            <ActionBar>
              <Button>{texts.record[language]}</Button>
              <Back id={id} language={language} />
            </ActionBar>
          </Form>
        </>
      ) : (
        <Empty head={texts.extensionNone[language]} level={2}>
          <p>
            <Back id={id} language={language} />
          </p>
        </Empty>
      )}
    </div>
  )
}

/** Canada’s signatory ends the contract. */
export function TerminationView({ page, language, name, filled = {}, problems = [] }: Shown) {
  const { opportunity, work, supplier } = page
  const { id } = opportunity
  return (
    <div class="narrow">
      <p class="eyebrow">{opportunity.title[language]}</p>
      <h1>{texts.terminationTitle[language]}</h1>
      <p class="lead">{texts.terminationLead[language]}</p>
      {work && <WorkFacts work={work} language={language} more={supplierFacts(supplier, language)} />}
      {work?.contract.unable && (
        <>
          <h2>{words.unable[language]}</h2>
          <Quote lang={work.contract.language}>
            <p>{work.contract.unable.because}</p>
          </Quote>
        </>
      )}
      <Form action={path('/files/:id/work/termination', language, { id })} language={language} errors={problems}>
        <Radios
          language={language}
          name="kind"
          big
          label={texts.kind[language]}
          value={typed(filled, 'kind')}
          error={problemAt(problems, 'kind', language)}
          choices={[
            { value: 'default', label: terminationNames.default[language], hint: texts.defaultHint[language] },
            {
              value: 'convenience',
              label: terminationNames.convenience[language],
              hint: texts.convenienceHint[language],
            },
          ]}
        />
        <NumberField
          language={language}
          name="percentage"
          label={texts.share[language]}
          hint={texts.shareHint[language]}
          value={typed(filled, 'percentage')}
          error={problemAt(problems, 'percentage', language)}
          optional
        />
        <TextArea
          language={language}
          name="because"
          label={texts.why[language]}
          hint={texts.whyHint[language]}
          rows={4}
          value={typed(filled, 'because')}
          error={problemAt(problems, 'because', language)}
        />
        <p class="small">{texts.who(name)[language]}</p>
        <ActionBar>
          <Button kind="stop">{texts.endButton[language]}</Button>
          <Back id={id} language={language} />
        </ActionBar>
      </Form>
    </div>
  )
}

/** After a contract ended: the next in the ranking, another posting, or the end. */
export function NextView({ page, language, name, filled = {}, problems = [] }: Shown) {
  const { opportunity, work, left } = page
  const { id } = opportunity
  const mayOffer = left > 0 && work?.contract.state === 'terminated' && work.contract.termination.kind === 'default'
  const hints = { next: texts.left(left), repost: texts.repostHint, end: texts.endHint }
  return (
    <div class="narrow">
      <p class="eyebrow">{opportunity.title[language]}</p>
      <h1>{texts.nextTitle[language]}</h1>
      <p class="lead">
        {texts.nextLead[language]} {left === 0 && texts.nobody[language]}
      </p>
      <Form action={path('/files/:id/work/next', language, { id })} language={language} errors={problems}>
        <Radios
          language={language}
          name="step"
          big
          label={texts.nextQuestion[language]}
          value={typed(filled, 'step')}
          error={problemAt(problems, 'step', language)}
          choices={nextSteps
            .filter((step) => step !== 'next' || mayOffer)
            .map((value) => ({ value, label: nextStepNames[value][language], hint: hints[value][language] }))}
        />
        {mayOffer && (
          <DateField
            language={language}
            name="deliveryDay"
            label={texts.offerDay[language]}
            hint={texts.offerDayHint[language]}
            value={typed(filled, 'deliveryDay')}
            error={problemAt(problems, 'deliveryDay', language)}
            optional
          />
        )}
        <p class="small">{texts.who(name)[language]}</p>
        <ActionBar>
          <Button>{texts.record[language]}</Button>
          <Back id={id} language={language} />
        </ActionBar>
      </Form>
    </div>
  )
}

const Back = ({ id, language }: { id: string; language: Language }) => (
  <a href={path('/files/:id/work', language, { id })}>{words.back[language]}</a>
)
