import { formatInstant } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { fieldId, Hidden, Select, TextField } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, ErrorSummary, Form } from '../ui/form.tsx'
import { Note } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { licences } from './licences.ts'
import type { FilePageFacts } from './pages.ts'
import { gapsIn } from './rules.declarations.ts'
import { type Finding, mayBeSubmitted } from './rules.readiness.ts'
import type { CheckedLink } from './store.readiness.ts'
import { findingText, inputOf, readinessTexts as texts } from './texts.readiness.ts'
import { checkTexts as checks } from './texts.scan.ts'
import { ExplanationFields } from './views.declarations.tsx'
import { FileHead, titleIn, titleOf } from './views.file.tsx'

/** What is missing, in plain words, each with a link to its field; then the submission. */
export function ReadinessPage({
  facts,
  language,
  findings,
  links,
  repositoryLicence,
  form,
  problems,
}: {
  facts: FilePageFacts
  language: Language
  findings: readonly Finding[]
  links: readonly CheckedLink[]
  /** Of the existing repository: null when nobody has said. */
  repositoryLicence: string | null
  form: Typed
  problems: Problems
}) {
  const { id, version } = facts.opportunity
  const of = (level: Finding['level']) => findings.filter((finding) => finding.level === level)
  const [blocking, before, advice] = [of('blocking'), of('before_posting'), of('advice')]
  const ready = mayBeSubmitted(findings)
  return (
    <div class="narrow">
      <FileHead facts={facts} language={language} title={texts.title[language]} />
      <p class="lead" lang={titleIn(facts, language)}>
        {titleOf(facts, language)}
      </p>
      {ready ? (
        <Note tone="ok" head={texts.ready[language]} level={2}>
          <p>{texts.readyMore[language]}</p>
        </Note>
      ) : (
        <>
          <h2>{texts.blockingHead(blocking.length)[language]}</h2>
          <FindingList facts={facts} language={language} findings={blocking} />
        </>
      )}
      {before.length > 0 && (
        <>
          <h2>{texts.beforeHead[language]}</h2>
          <FindingList facts={facts} language={language} findings={before} />
        </>
      )}
      {advice.length > 0 && (
        <>
          <h2>{texts.adviceHead[language]}</h2>
          <FindingList facts={facts} language={language} findings={advice} />
        </>
      )}
      <p>
        <a href={path('/files/:id/scan', language, { id })}>{checks.toScan[language]}</a>
      </p>
      {ready ? (
        <Form action={path('/files/:id/submission', language, { id })} language={language} errors={problems}>
          <Hidden name="seen" value={String(version)} />
          {gapsIn(facts.explained, [facts.opportunity.sourceLanguage]).length > 0 && (
            <ExplanationFields language={language} form={form} problems={problems} />
          )}
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
          <Button>{texts.submit[language]}</Button>
        </Form>
      ) : (
        <p>
          <ButtonLink href={path('/files/:id/statement', language, { id })}>{texts.back[language]}</ButtonLink>
        </p>
      )}
      {!ready && <ErrorSummary language={language} errors={problems} />}
      <LicenceForm facts={facts} language={language} licence={repositoryLicence} />
      {links.length > 0 && <Links facts={facts} language={language} links={links} />}
    </div>
  )
}

/** Which licence the existing repository has, said by whoever knows. */
function LicenceForm({
  facts,
  language,
  licence,
}: {
  facts: FilePageFacts
  language: Language
  licence: string | null
}) {
  const { id, repository } = facts.opportunity
  if (repository.kind !== 'department' || repository.url === '') return null
  return (
    <section aria-labelledby="repository-licence">
      <h2 id="repository-licence">{checks.repository[language]}</h2>
      <Form action={path('/files/:id/readiness/licence', language, { id })} language={language}>
        <Select
          language={language}
          name="licence"
          label={checks.licence[language]}
          hint={checks.repositoryHint(repository.url)[language]}
          value={licence ?? ''}
          width="m"
          options={[
            ...licences.map((each) => ({ value: each, label: each })),
            { value: 'none', label: checks.none[language] },
          ]}
        />
        <Button kind="plain">{checks.sayLicence[language]}</Button>
      </Form>
    </section>
  )
}

/** The links of the statement and what became of them. */
function Links({
  facts,
  language,
  links,
}: {
  facts: FilePageFacts
  language: Language
  links: readonly CheckedLink[]
}) {
  const { opportunity, policy } = facts
  return (
    <section aria-labelledby="links">
      <h2 id="links">{checks.links[language]}</h2>
      <p>{checks.linksLead[language]}</p>
      <FoldTable
        caption={checks.links[language]}
        captionHidden
        columns={[checks.link, checks.state, checks.tried].map((label) => ({ label: label[language] }))}
        rows={links.map(({ url, state, at }) => [
          url,
          checks.states[state][language],
          at ? formatInstant(at, policy.zone, language) : checks.never[language],
        ])}
      />
      <Form action={path('/files/:id/readiness/links', language, { id: opportunity.id })} language={language}>
        <Button kind="plain">{checks.tryLinks[language]}</Button>
      </Form>
    </section>
  )
}

function FindingList({
  facts,
  language,
  findings,
}: {
  facts: FilePageFacts
  language: Language
  findings: readonly Finding[]
}) {
  const { id, sourceLanguage, version } = facts.opportunity
  const builder = path('/files/:id/statement', language, { id })
  // The licence of the repository is said on this page; everything else in the builder.
  const hrefOf = (finding: Finding) =>
    finding.code === 'repository_licence_unknown'
      ? `#${fieldId('licence')}`
      : `${builder}#${fieldId(inputOf(finding, sourceLanguage))}`
  return (
    <ul>
      {findings.map((finding) => {
        const text = findingText(finding)[language]
        return (
          <li key={text}>
            <a href={hrefOf(finding)}>{text}</a>
            {finding.code === 'subject_missing' && (
              <Form
                action={path('/files/:id/readiness/criteria', language, { id })}
                language={language}
                label={`${checks.add[language]} ${checks.addAbout[finding.subject][language]}`}
              >
                <Hidden name="seen" value={String(version)} />
                <Hidden name="subject" value={finding.subject} />
                <ActionBar>
                  <Button kind="plain">
                    {checks.add[language]} <span class="vh">{checks.addAbout[finding.subject][language]}</span>
                  </Button>
                </ActionBar>
              </Form>
            )}
          </li>
        )
      })}
    </ul>
  )
}
