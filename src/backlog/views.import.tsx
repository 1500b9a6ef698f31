import type { ComponentChildren } from 'preact'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { ActionBar, ButtonLink } from '../ui/form.tsx'
import { safeHref } from '../ui/link.ts'
import { Markdown } from '../ui/markdown.tsx'
import { CriteriaList, Fold, Note, Pairs } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { addedTo, rowsFrom } from './rules.rows.ts'
import type { Import, OutlinePart } from './rules.ts'
import { isTemplateKey, templateOf } from './templates.ts'
import { kindNames, partNames, resultTexts, unmappedNames } from './texts.ts'
import type { ForFile } from './views.tsx'

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
          <Criteria
            label={partNames.workCriteria[language]}
            rows={added.workCriteria}
            of={language}
            lang={language}
            kind="work"
            language={language}
          />
          <Criteria
            label={partNames.applicationCriteria[language]}
            rows={added.applicationCriteria}
            of={language}
            lang={language}
            kind="application"
            language={language}
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
      <Rows label={partNames.skills[language]} rows={rows.skills} of={lang} lang={lang} from={from('skills')} />
      {(['work', 'application'] as const).map((kind) => (
        <Criteria
          key={kind}
          {...{ language, kind, lang }}
          label={partNames[`${kind}Criteria`][language]}
          rows={rows[`${kind}Criteria`]}
          of={lang}
          from={from(`${kind}Criteria`)}
        />
      ))}
      <Rows
        label={partNames.provisions[language]}
        rows={rows.provisions}
        of={lang}
        lang={lang}
        from={from('provisions')}
      />
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

/** Criteria with their keys: the first line is a name where there is more than one. */
function Criteria({
  kind,
  language,
  label,
  rows,
  of,
  lang,
  from,
}: {
  kind: 'work' | 'application'
  language: Language
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
      <div lang={lang}>
        <CriteriaList
          kind={kind}
          language={language}
          items={rows.map((row) => {
            const [head = '', ...rest] = row[of].split('\n')
            return { head, ...(rest.length > 0 ? { text: <Markdown text={rest.join('\n')} top={4} /> } : {}) }
          })}
        />
      </div>
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
