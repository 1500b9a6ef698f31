import { formatDay } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Filled, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Checkbox } from '../ui/choices.tsx'
import { DateField, LinkField, TextArea } from '../ui/fields.tsx'
import { ActionBar, Button, ErrorSummary, Form } from '../ui/form.tsx'
import { Note, StatusBox } from '../ui/parts.tsx'
import type { SupplierWorkPage } from './pages.ts'
import { supplierTexts, workTexts as words } from './texts.pages.ts'
import { contractStateNames } from './texts.ts'
import { Deliveries, Exceptions, WorkCriteria, WorkFacts } from './views.parts.tsx'

type Shown = {
  page: SupplierWorkPage
  language: Language
  filled?: Filled | undefined
  problems?: Problems | undefined
}

/** The supplier’s page of the work: where it stands, what counts, and how to deliver. */
export function ContractView({ page, language, filled = {}, problems = [] }: Shown) {
  const { contract, opportunity, client, zone } = page
  const { id } = contract
  return (
    <div class="narrow">
      <p class="eyebrow">{page.department[language]}</p>
      <h1>{opportunity.title[language]}</h1>
      {!page.canDeliver && <ErrorSummary language={language} errors={problems} />}
      <Standing page={page} language={language} />
      {page.asked && page.canDeliver && (
        <Note tone="info" head={words.extensions[language]} level={2}>
          <p>{supplierTexts.asked(formatDay(page.asked.askedDay, language))[language]}</p>
        </Note>
      )}
      <WorkFacts
        work={page}
        language={language}
        more={[{ label: words.client[language], value: `${client.name}, ${client.email}` }]}
      />
      <WorkCriteria work={page} language={language} />
      {page.deliveries.length > 0 && <Deliveries work={page} language={language} />}
      {page.canDeliver && <DeliverForm page={page} language={language} filled={filled} problems={problems} />}
      <ActionBar>
        {page.canAsk && (
          <a href={path('/contracts/:id/extension', language, { id })}>{supplierTexts.askExtension[language]}</a>
        )}
        {page.canSayUnable && (
          <a href={path('/contracts/:id/difficulty', language, { id })}>{supplierTexts.sayUnable[language]}</a>
        )}
        <a href={path('/offers/:id', language, { id })}>{words.terms[language]}</a>
      </ActionBar>
      <Exceptions work={{ ...page, zone }} language={language} />
    </div>
  )
}

function Standing({ page, language }: { page: SupplierWorkPage; language: Language }) {
  const { contract, late } = page
  const happening = contractStateNames.supplier[contract.state][language]
  const by = { what: formatDay(contract.deliveryDay, language) }
  const noDate = { what: words.noDate[language] }
  switch (contract.state) {
    case 'in_progress':
    case 'revision_asked': {
      if (contract.unable)
        return (
          <StatusBox
            language={language}
            tone="waiting"
            happening={{ what: supplierTexts.told[language] }}
            next={{ what: words.nothing[language], more: <p>{supplierTexts.toldMore[language]}</p> }}
            by={noDate}
          />
        )
      const again = contract.state === 'revision_asked'
      return (
        <StatusBox
          language={language}
          tone={late ? 'late' : 'you'}
          happening={{ what: late ? supplierTexts.late[language] : happening }}
          next={{
            what: (again ? supplierTexts.deliverAgain : supplierTexts.deliver)[language],
            more: <p>{(again ? supplierTexts.deliverAgainMore : supplierTexts.deliverMore)[language]}</p>,
          }}
          by={by}
        />
      )
    }
    case 'delivered':
      return (
        <StatusBox
          language={language}
          tone="waiting"
          happening={{ what: happening }}
          next={{ what: supplierTexts.checking[language] }}
          by={noDate}
        />
      )
    case 'accepted':
      return (
        <StatusBox
          language={language}
          tone="done"
          happening={{ what: happening }}
          next={{ what: supplierTexts.invoice[language], more: <p>{supplierTexts.invoiceMore[language]}</p> }}
          by={noDate}
        />
      )
    case 'terminated':
      return (
        <StatusBox
          language={language}
          tone="done"
          happening={{
            what: happening,
            more: contract.termination.kind === 'default' && <p>{supplierTexts.endedDefault[language]}</p>,
          }}
          next={{ what: words.nothing[language] }}
          by={noDate}
        />
      )
  }
}

function DeliverForm({ page, language, filled = {}, problems = [] }: Shown) {
  const { id } = page.contract
  const last = page.deliveries.at(-1)
  const value = (name: string, before = '') => (Object.hasOwn(filled, name) ? typed(filled, name) : before)
  return (
    <>
      <h2>{supplierTexts.form[language]}</h2>
      <Form action={path('/contracts/:id', language, { id })} language={language} errors={problems}>
        <LinkField
          language={language}
          name="repositoryUrl"
          label={words.repository[language]}
          hint={supplierTexts.repositoryHint[language]}
          value={value('repositoryUrl', last?.repositoryUrl ?? page.opportunity.repository.url)}
          error={problemAt(problems, 'repositoryUrl', language)}
        />
        <LinkField
          language={language}
          name="pullRequestUrl"
          label={words.pullRequest[language]}
          value={value('pullRequestUrl', last?.pullRequestUrl)}
          error={problemAt(problems, 'pullRequestUrl', language)}
          optional
        />
        <TextArea
          language={language}
          name="note"
          label={supplierTexts.noteLabel[language]}
          hint={supplierTexts.noteHint[language]}
          value={value('note')}
          error={problemAt(problems, 'note', language)}
          optional
        />
        <Button>{supplierTexts.send[language]}</Button>
      </Form>
    </>
  )
}

/** Where a supplier asks for a later date. */
export function AskExtensionView({ page, language, filled = {}, problems = [] }: Shown) {
  const { id } = page.contract
  return (
    <div class="narrow">
      <p class="eyebrow">{page.opportunity.title[language]}</p>
      <h1>{supplierTexts.askExtension[language]}</h1>
      <p class="lead">{supplierTexts.askExtensionLead[language]}</p>
      <WorkFacts work={page} language={language} />
      <Form action={path('/contracts/:id/extension', language, { id })} language={language} errors={problems}>
        <DateField
          language={language}
          name="day"
          label={supplierTexts.newDay[language]}
          value={typed(filled, 'day')}
          error={problemAt(problems, 'day', language)}
        />
        <TextArea
          language={language}
          name="because"
          label={supplierTexts.because[language]}
          rows={4}
          value={typed(filled, 'because')}
          error={problemAt(problems, 'because', language)}
        />
        <ActionBar>
          <Button>{supplierTexts.askExtension[language]}</Button>
          <a href={path('/contracts/:id', language, { id })}>{words.back[language]}</a>
        </ActionBar>
      </Form>
    </div>
  )
}

/** Where a supplier says that they cannot deliver. */
export function UnableView({ page, language, filled = {}, problems = [] }: Shown) {
  const { id } = page.contract
  return (
    <div class="narrow">
      <p class="eyebrow">{page.opportunity.title[language]}</p>
      <h1>{supplierTexts.sayUnable[language]}</h1>
      <p class="lead">{supplierTexts.unableLead[language]}</p>
      <Form action={path('/contracts/:id/difficulty', language, { id })} language={language} errors={problems}>
        <TextArea
          language={language}
          name="because"
          label={supplierTexts.unableWhy[language]}
          rows={4}
          value={typed(filled, 'because')}
          error={problemAt(problems, 'because', language)}
        />
        <Checkbox
          language={language}
          name="sure"
          label={supplierTexts.unableSure[language]}
          checked={typed(filled, 'sure') === 'yes'}
          error={problemAt(problems, 'sure', language)}
        />
        <ActionBar>
          <Button kind="stop">{supplierTexts.tell[language]}</Button>
          <a href={path('/contracts/:id', language, { id })}>{words.back[language]}</a>
        </ActionBar>
      </Form>
    </div>
  )
}
