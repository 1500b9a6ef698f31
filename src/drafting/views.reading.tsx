import { NoticeAmendments, NoticeContent, NoticeFactsList } from '../opportunities/notice.content.tsx'
import type { Notice } from '../opportunities/notice.ts'
import { listFields, pairFields } from '../opportunities/rules.readiness.ts'
import { decisionTexts } from '../opportunities/texts.decisions.ts'
import { fileTexts } from '../opportunities/texts.file.ts'
import type { Version } from '../opportunities/versions.store.ts'
import { formatInstant } from '../platform/format.ts'
import type { Problems } from '../platform/forms.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Difference } from '../ui/difference.tsx'
import { fieldId, Select } from '../ui/fields.tsx'
import { Button, Form } from '../ui/form.tsx'
import { Empty, Note } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import type { DraftFacts } from './pages.ts'
import { factNames, rowsOf, typedOf } from './rules.fields.ts'
import type { VersionChange } from './rules.versions.ts'
import type { Edit } from './store.ts'
import { halfNames, momentTexts, nameOfField, nameOfWhole, draftingTexts as texts } from './texts.ts'
import { type BesideProps, Comments } from './views.beside.tsx'

type Props = { readonly facts: DraftFacts; readonly language: Language }

/** The notice as the public will read it. What is still missing is shown as it is suggested, and said. */
export function PreviewPage({ facts, language, notice, complete }: Props & { notice: Notice; complete: boolean }) {
  return (
    <>
      <p class="eyebrow">{fileTexts.file(facts.opportunity.number)[language]}</p>
      <h1>{decisionTexts.previewTitle[language]}</h1>
      <p class="lead">{decisionTexts.previewLead[language]}</p>
      {!complete && (
        <Note tone="info" head={texts.previewSuggested[language]} level={2}>
          {null}
        </Note>
      )}
      <div data-fragment>
        <h2>{notice.title[language] || texts.noTitle[language]}</h2>
        <p class="lead">{notice.teaser[language]}</p>
        <NoticeFactsList notice={notice} language={language} />
        <NoticeContent notice={notice} language={language} ids="preview-" />
        {notice.amendments.length > 0 && <NoticeAmendments notice={notice} language={language} />}
      </div>
    </>
  )
}

/** Every field with its text and what was said of it; those with open comments first among the folds. */
export function CommentsPage({
  facts,
  language,
  reader,
  kept,
  problems,
}: Props & Pick<BesideProps, 'reader' | 'kept'> & { problems: Problems }) {
  const { id, number } = facts.opportunity
  const { lists } = facts.written
  const action = path('/files/:id/comments', language, { id })
  const fields = [
    ...pairFields,
    ...listFields.flatMap((list) => rowsOf(lists, list).map((row) => `${list}.${row.id}`)),
    ...factNames.filter((name) => !['standalone', 'no_capacity', 'unclassified', 'has_interface'].includes(name)),
  ]
  const gone = facts.comments.map(({ field }) => field).filter((field) => !fields.some((each) => each === field))
  const open = facts.comments.filter(({ resolvedAt }) => resolvedAt === null).length
  return (
    <>
      <p class="eyebrow">{fileTexts.file(number)[language]}</p>
      <h1>{texts.comments[language]}</h1>
      <p class="lead">{texts.commentsLead[language]}</p>
      <p>
        <strong>{texts.openComments(open)[language]}</strong>
      </p>
      <Form action={action} language={language} errors={problems}>
        {[...fields, ...new Set(gone)].map((field) => (
          <section key={field} aria-labelledby={`about-${fieldId(field)}`}>
            <h2 id={`about-${fieldId(field)}`}>{nameOfWhole(field, lists)[language]}</h2>
            <Words facts={facts} language={language} field={field} />
            <Comments {...{ facts, language, reader, action, kept, field }} />
          </section>
        ))}
      </Form>
    </>
  )
}

/** The text of a field, in each language that it has. */
function Words({ facts, language, field }: Props & { field: string }) {
  const typed = typedOf(facts.written, facts.policy.zone, language)
  const halves = (['en', 'fr'] as const).filter((half) => typed[`${field}_${half}`])
  if (halves.length === 0) return <p>{typed[field] || texts.nothing[language]}</p>
  return (
    <>
      {halves.map((half) => (
        <p class="said" key={half} lang={half === language ? undefined : half}>
          {typed[`${field}_${half}`]}
        </p>
      ))}
    </>
  )
}

/** The list of versions, two to choose, and what changed between them. */
export function VersionsPage({
  facts,
  language,
  versions,
  names,
  from,
  to,
  changes,
}: Props & {
  versions: readonly Version[]
  names: ReadonlyMap<string, string>
  from: string
  to: string
  changes: readonly VersionChange[]
}) {
  const { id, number } = facts.opportunity
  const { zone } = facts.policy
  const choices = [
    ...versions.map((version) => ({
      value: String(version.number),
      label: `${version.number} – ${momentTexts[version.moment][language]}, ${formatInstant(version.madeAt, zone, language)}`,
    })),
    { value: 'now', label: texts.now[language] },
  ]
  return (
    <>
      <p class="eyebrow">{fileTexts.file(number)[language]}</p>
      <h1>{texts.versions[language]}</h1>
      <p class="lead">{texts.versionsLead[language]}</p>
      {versions.length === 0 ? (
        <Empty head={texts.versionsNone[language]} level={2} />
      ) : (
        <>
          <FoldTable
            caption={texts.versions[language]}
            captionHidden
            columns={[texts.version, texts.moment, texts.when, texts.by, texts.digest].map((label) => ({
              label: label[language],
            }))}
            rows={versions.map((version) => [
              String(version.number),
              momentTexts[version.moment][language],
              formatInstant(version.madeAt, zone, language),
              names.get(version.madeBy) ?? '–',
              <code key="digest">{version.digest.toString('hex').slice(0, 12)}</code>,
            ])}
          />
          <Form action={path('/files/:id/versions', language, { id })} language={language} method="get">
            <Select language={language} name="from" label={texts.from[language]} value={from} options={choices} />
            <Select language={language} name="to" label={texts.to[language]} value={to} options={choices} />
            <Button>{texts.compare[language]}</Button>
          </Form>
          <Changes facts={facts} language={language} changes={changes} />
        </>
      )}
    </>
  )
}

function Changes({ facts, language, changes }: Props & { changes: readonly VersionChange[] }) {
  if (changes.length === 0) return <p role="status">{texts.same[language]}</p>
  return (
    <>
      {changes.map(({ name, before, after }) => (
        <section key={name} aria-labelledby={`change-${fieldId(name)}`}>
          <h2 id={`change-${fieldId(name)}`}>{nameOfField(name, facts.written.lists)[language]}</h2>
          <Difference language={language} before={before} after={after} lang={halfOf(name)} />
        </section>
      ))}
    </>
  )
}

const halfOf = (name: string): Language | undefined =>
  name.endsWith('_en') ? 'en' : name.endsWith('_fr') ? 'fr' : undefined

/** Every change of one field, the newest first. */
export function EarlierPage({
  facts,
  language,
  name,
  edits,
  names,
}: Props & { name: Text | null; edits: readonly Edit[]; names: ReadonlyMap<string, string> }) {
  const { zone } = facts.policy
  return (
    <>
      <p class="eyebrow">{fileTexts.file(facts.opportunity.number)[language]}</p>
      <h1>{texts.earlier[language]}</h1>
      {name && <p class="lead">{name[language]}</p>}
      <p>{edits.length > 0 ? texts.earlierLead[language] : texts.earlierNone[language]}</p>
      {edits.map(({ id, half, what, base, value, applied, madeBy, madeAt }) => (
        <section key={id} aria-labelledby={`edit-${id}`}>
          <h2 id={`edit-${id}`} class="h-s">
            {texts.said(names.get(madeBy) ?? '', formatInstant(madeAt, zone, language))[language]}
            {(half === 'en' || half === 'fr') && ` – ${halfNames[half][language]}`}
          </h2>
          {!applied && (
            <p>
              <strong>{texts.notTaken[language]}</strong>
            </p>
          )}
          {what === 'text' ? (
            <Difference
              language={language}
              before={base}
              after={value}
              lang={half === 'en' || half === 'fr' ? half : undefined}
            />
          ) : (
            <p>{what === 'row_added' ? texts.rowAdded[language] : texts.rowRemoved[language]}</p>
          )}
        </section>
      ))}
    </>
  )
}
