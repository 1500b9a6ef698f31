import type { ComponentChildren } from 'preact'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as FormValues, typed } from '../platform/http.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Hidden, LinkField, Select, TextArea, TextField } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, ErrorSummary, Form } from '../ui/form.tsx'
import { safeHref } from '../ui/link.ts'
import { Markdown } from '../ui/markdown.tsx'
import { Fold, Note, Pairs } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { addedTo, rowsFrom } from './rules.rows.ts'
import type { Import, OutlinePart } from './rules.ts'
import type { EarlierStatement } from './store.statements.ts'
import { isTemplateKey, templateOf, templates } from './templates.ts'
import { kindNames, partNames, resultTexts, startTexts as texts, unmappedNames } from './texts.ts'

/** A draft that the start is for, when there is one already. */
export type ForFile = { readonly id: string; readonly number: string } | null

/** The four ways to start. */
export function StartPage({
  language,
  hosts,
  earlier,
  last,
  forFile,
  values,
  problems,
}: {
  language: Language
  hosts: readonly string[]
  earlier: readonly EarlierStatement[]
  /** What this person read last. */
  last: readonly Import[]
  forFile: ForFile
  values: FormValues
  problems: Problems
}) {
  const action = path('/backlog/new', language)
  const own = (name: string) => ({
    language,
    name,
    error: problemAt(problems, name, language),
    value: typed(values, name),
  })
  const file = forFile && <Hidden name="for" value={forFile.id} />
  const titleOf = (title: Text): string => title[language] || title.en || title.fr
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{texts.lead[language]}</p>
      <ErrorSummary language={language} errors={problems} />
      <h2>{texts.issueHead[language]}</h2>
      {hosts.length === 0 ? (
        <p>{texts.noHosts[language]}</p>
      ) : (
        <Form action={action} language={language} label={texts.issueHead[language]}>
          {file}
          <LinkField
            {...own('address')}
            label={texts.address[language]}
            hint={texts.addressHint(hosts.join(', '))[language]}
          />
          <ActionBar>
            <Button name="from" value="issue">
              {texts.readIssue[language]}
            </Button>
          </ActionBar>
        </Form>
      )}
      <h2>{texts.templatesHead[language]}</h2>
      <p>{texts.templatesLead[language]}</p>
      <Form action={action} language={language} label={texts.templatesHead[language]}>
        {file}
        <Hidden name="from" value="template" />
        {templates.map(({ key, name, when, title }) => (
          <div key={key} class="panel">
            <h3>{name[language]}</h3>
            <p>{when[language]}</p>
            <p class="small">{title[language]}</p>
            <Button kind="plain" name="template" value={key}>
              {texts.use(name[language])[language]}
            </Button>
          </div>
        ))}
      </Form>
      <h2>{texts.earlierHead[language]}</h2>
      {earlier.length === 0 ? (
        <p>{texts.earlierNone[language]}</p>
      ) : (
        <Form action={action} language={language} label={texts.earlierHead[language]}>
          {file}
          <Select
            {...own('earlier')}
            label={texts.earlier[language]}
            options={earlier.map(({ id, number, title }) => ({ value: id, label: `${number} – ${titleOf(title)}` }))}
          />
          <ActionBar>
            <Button kind="plain" name="from" value="statement">
              {texts.reuse[language]}
            </Button>
          </ActionBar>
        </Form>
      )}
      <h2>{texts.pasteHead[language]}</h2>
      <Form action={action} language={language} label={texts.pasteHead[language]}>
        {file}
        <TextField
          {...own('pasted_title')}
          label={texts.pasteTitle[language]}
          hint={texts.pasteTitleHint[language]}
          optional
        />
        <TextArea {...own('text')} label={texts.text[language]} hint={texts.textHint[language]} rows={12} />
        <ActionBar>
          <Button kind="plain" name="from" value="text">
            {texts.layOut[language]}
          </Button>
        </ActionBar>
      </Form>
      {last.length > 0 && (
        <>
          <h2>{texts.lastHead[language]}</h2>
          <ul>
            {last.map(({ id, kind, language: of, outline }) => (
              <li key={id}>
                {`${kindNames[kind][language]} – `}
                <a
                  href={path('/backlog/:id', language, { id }) + (forFile ? `?for=${forFile.id}` : '')}
                  lang={outline.title ? of : undefined}
                >
                  {outline.title || resultTexts.title[language]}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {!forFile && (
        <p>
          <a href={path('/requests/new', language)}>{texts.without[language]}</a>
        </p>
      )}
    </>
  )
}

/** What was read: what found its place, what we add, and what found none, with the reason. */
export function ImportPage({ language, found, forFile }: { language: Language; found: Import; forFile: ForFile }) {
  const { outline, other } = found
  const added = addedTo(found)
  return (
    <>
      <p class="eyebrow">{kindNames[found.kind][language]}</p>
      <h1>{resultTexts.title[language]}</h1>
      <p class="lead">{resultTexts.lead[language]}</p>
      <Pairs
        items={[
          ...(found.address
            ? [{ label: resultTexts.from[language], value: <Source found={found} language={language} /> }]
            : []),
          {
            label: resultTexts.language[language],
            value: (other ? resultTexts.both : resultTexts.one[found.language])[language],
          },
        ]}
      />
      <Acts language={language} found={found} forFile={forFile} />
      <h2>{resultTexts.unmapped[language]}</h2>
      {outline.unmapped.length === 0 ? (
        <p>{resultTexts.nothingUnmapped[language]}</p>
      ) : (
        <FoldTable
          caption={resultTexts.unmapped[language]}
          captionHidden
          columns={[{ label: resultTexts.what[language] }, { label: resultTexts.why[language] }]}
          rows={outline.unmapped.map(({ what, why }) => [
            <Excerpt key="what" text={what} lang={found.language} />,
            unmappedNames[why][language],
          ])}
        />
      )}
      <h2>{resultTexts.mapped[language]}</h2>
      <Mapped language={language} found={found} />
      {(added.workCriteria.length > 0 || added.applicationCriteria.length > 0) && (
        <>
          <h2>{resultTexts.added[language]}</h2>
          <p>{resultTexts.addedLead[language]}</p>
          <Rows label={partNames.workCriteria[language]} rows={added.workCriteria} of={language} lang={language} />
          <Rows
            label={partNames.applicationCriteria[language]}
            rows={added.applicationCriteria}
            of={language}
            lang={language}
          />
        </>
      )}
      <Note tone="info" head={resultTexts.still[language]} level={2}>
        <p>{resultTexts.stillList[language]}</p>
      </Note>
    </>
  )
}

function Acts({ language, found, forFile }: { language: Language; found: Import; forFile: ForFile }) {
  const another = path('/backlog/new', language) + (forFile ? `?for=${forFile.id}` : '')
  return (
    <ActionBar>
      {forFile ? (
        <ButtonLink href={`${path('/files/:id/start', language, { id: forFile.id })}?import=${found.id}`}>
          {resultTexts.useInFile(forFile.number)[language]}
        </ButtonLink>
      ) : (
        <ButtonLink href={`${path('/requests/new', language)}?from=${found.id}`}>
          {resultTexts.ask[language]}
        </ButtonLink>
      )}
      <ButtonLink kind="link" href={another}>
        {resultTexts.another[language]}
      </ButtonLink>
    </ActionBar>
  )
}

function Source({ found: { kind, address }, language }: { found: Import; language: Language }) {
  if (kind === 'template') return <>{isTemplateKey(address) ? templateOf(address).name[language] : address}</>
  const href = kind === 'statement' ? undefined : safeHref(address)
  return href ? (
    <a class="break" href={href} rel="nofollow noopener">
      {address}
    </a>
  ) : (
    <span>{address}</span>
  )
}

function Mapped({ language, found }: { language: Language; found: Import }) {
  const { outline } = found
  const lang = found.language
  const rows = rowsFrom(found)
  const headings = (part: OutlinePart) => (outline.sections ?? []).filter((each) => each.part === part)
  const from = (part: OutlinePart) =>
    headings(part).length > 0 ? (
      <p class="small">
        {
          resultTexts.under(
            headings(part)
              .map(({ heading }) => heading)
              .join(', '),
          )[language]
        }
      </p>
    ) : null
  const words = (part: 'title' | 'teaser' | 'background' | 'work', children: ComponentChildren) =>
    outline[part] && (
      <>
        <h3>{partNames[part][language]}</h3>
        {from(part)}
        {children}
      </>
    )
  return (
    <>
      {words('title', <p lang={lang}>{outline.title}</p>)}
      {words('teaser', <p lang={lang}>{outline.teaser}</p>)}
      {words('background', <Markdown text={outline.background} top={4} lang={lang} />)}
      {words('work', <Markdown text={outline.work} top={4} lang={lang} />)}
      {(['skills', 'workCriteria', 'applicationCriteria', 'provisions'] as const).map((part) => (
        <Rows key={part} label={partNames[part][language]} rows={rows[part]} of={lang} lang={lang} from={from(part)} />
      ))}
      <Pairs
        items={[
          ...(outline.licence ? [{ label: partNames.licence[language], value: outline.licence }] : []),
          ...(outline.repositoryUrl
            ? [{ label: partNames.repository[language], value: <span class="break">{outline.repositoryUrl}</span> }]
            : []),
          ...(outline.hasInterface
            ? [{ label: partNames.hasInterface[language], value: resultTexts.yes[language] }]
            : []),
          ...(outline.hours ? [{ label: partNames.hours[language], value: String(outline.hours) }] : []),
        ]}
      />
    </>
  )
}

function Rows({
  label,
  rows,
  of,
  lang,
  from,
}: {
  label: string
  rows: readonly Text[]
  of: Language
  lang: Language
  from?: ComponentChildren
}) {
  if (rows.length === 0) return null
  return (
    <>
      <h3>{label}</h3>
      {from}
      <ul lang={lang}>
        {rows.map((row) => (
          <li key={row.en + row.fr}>
            <Markdown text={row[of]} top={4} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Enough to know it again; the rest on demand. */
function Excerpt({ text, lang }: { text: string; lang: Language }) {
  const short = text.replace(/\s+/g, ' ').trim()
  if (short.length <= 120)
    return (
      <span class="break" lang={lang}>
        {short}
      </span>
    )
  return (
    <Fold small label={`${short.slice(0, 100)}…`}>
      <p class="break" lang={lang}>
        {text}
      </p>
    </Fold>
  )
}
