import { formatInstant, formatNumber } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Language, languages, type Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { readingOf } from '../platform/reading.ts'
import { Hidden, TextArea } from '../ui/fields.tsx'
import { Button, ButtonLink, Form } from '../ui/form.tsx'
import { MarkdownPage } from '../ui/markdown.tsx'
import { Empty, Fold, Note } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { languageNames } from '../ui/texts.ts'
import { filledIn } from './pages.ts'
import type { FigureFacts } from './rules.placeholders.ts'
import {
  type ContentPage,
  type Draft,
  isSame,
  type Version,
  type Words,
  type WordsFinding,
  wordsFindings,
} from './rules.ts'
import {
  commonTexts,
  differenceNames,
  findingNames,
  halfNames,
  pageNames,
  previewTexts,
  versionTexts,
  wordFieldNames,
} from './texts.ts'

import { Changes, nameOf, type Said } from './views.parts.tsx'

/** Both halves as readers will see them, what stands against publishing, what changes, and the button. */
export function PreviewPage({
  language,
  page,
  draft,
  shown,
  figures,
  note,
  problems,
}: {
  language: Language
  page: ContentPage
  draft: Draft | undefined
  shown: Version
  figures: FigureFacts
  note: string
  problems: Problems
}) {
  const edit = path('/content/:page', language, { page })
  const head = <h1>{previewTexts.title(pageNames[page].en, pageNames[page].fr)[language]}</h1>
  if (!draft)
    return (
      <>
        {head}
        <Empty head={previewTexts.none[language]} level={2}>
          <p>{previewTexts.noneMore[language]}</p>
          <p>
            <ButtonLink href={edit}>{previewTexts.edit[language]}</ButtonLink>
          </p>
        </Empty>
      </>
    )
  const findings = wordsFindings(draft)
  const blocking = findings.filter(({ level }) => level === 'blocking')
  return (
    <>
      {head}
      <p class="lead">{previewTexts.lead[language]}</p>
      <p>
        <a href={edit}>{previewTexts.edit[language]}</a>
      </p>
      {blocking.length > 0 ? (
        <Note tone="bad" level={2} head={previewTexts.blocks[language]}>
          <Findings findings={blocking} language={language} />
        </Note>
      ) : (
        <Note tone="ok" level={2} head={previewTexts.ready[language]} />
      )}
      {findings.length > blocking.length && (
        <Fold label={previewTexts.advises[language]} small open>
          <Findings findings={findings.filter(({ level }) => level === 'advice')} language={language} />
        </Fold>
      )}
      <Ease draft={draft} figures={figures} language={language} />
      <div class="two even">
        {languages.map((half) => {
          const { title, lead, text } = filledIn(draft, figures, half)
          return (
            <section key={half} lang={half} aria-labelledby={`half-${half}`}>
              <h2 id={`half-${half}`}>{languageNames[half]}</h2>
              <p class="lead">
                <strong>{title}</strong>
              </p>
              <p class="lead">{lead}</p>
              <MarkdownPage text={text} beside />
            </section>
          )
        })}
      </div>
      {!isSame(shown, draft) && (
        <Fold label={previewTexts.changes[language]}>
          <Changes before={shown} after={draft} language={language} />
        </Fold>
      )}
      {blocking.length === 0 && (
        <>
          <h2>{previewTexts.publishHead[language]}</h2>
          <Form
            action={path('/content/:page/publication', language, { page })}
            language={language}
            label={previewTexts.publishHead[language]}
            errors={problems}
          >
            <Hidden name="seen" value={String(draft.revision)} />
            <TextArea
              language={language}
              name="note"
              label={previewTexts.note[language]}
              hint={previewTexts.noteHint[language]}
              value={note}
              rows={2}
              error={problemAt(problems, 'note', language)}
            />
            <Button>{previewTexts.publish[language]}</Button>
          </Form>
        </>
      )}
    </>
  )
}

function Ease({ draft, figures, language }: { draft: Words; figures: FigureFacts; language: Language }) {
  const [en, fr] = languages.map((half) => readingOf(filledIn(draft, figures, half).text, half))
  if (!en || !fr) return null
  const [grade, ease] = [Math.max(1, en.score), Math.min(100, fr.score)]
  return (
    <p class="small">
      {
        previewTexts.reading(formatNumber(Math.round(grade), language), formatNumber(Math.round(ease), language))[
          language
        ]
      }
    </p>
  )
}

const Findings = ({ findings, language }: { findings: readonly WordsFinding[]; language: Language }) => (
  <ul>
    {findings.map(({ code, about, field, only }) => (
      <li key={`${field} ${code} ${about}`}>
        <strong>{wordFieldNames[field][language]}</strong> – {nameOfFinding(code, about)[language]}
        <ul>
          {languages.map(
            (half) =>
              only[half].some((piece) => piece !== '') && (
                <li key={half}>
                  {halfNames[half][language]}{' '}
                  {only[half].map((piece, place) => (
                    <>
                      {place > 0 && ', '}
                      <code key={piece}>{piece}</code>
                    </>
                  ))}
                </li>
              ),
          )}
        </ul>
      </li>
    ))}
  </ul>
)

const nameOfFinding = (code: WordsFinding['code'], about: WordsFinding['about']): Text =>
  code === 'halves_differ' ? differenceNames[about ?? 'headings'] : findingNames[code]

/** Every version, newest first; one compared with the one before it. */
export function VersionsPage({
  language,
  zone,
  people,
  page,
  versions,
  compared,
  problems,
  common,
  sharing,
  note,
}: Said & {
  page: ContentPage
  versions: readonly Version[]
  compared: number | undefined
  problems: Problems
  /** What every department without its own words shows, for whoever may change it; with what came back of that form. */
  common: Version | undefined
  sharing: Problems
  note: string
}) {
  const at = versions.findIndex(({ number }) => number === compared)
  const [after, before] = [versions[at], versions[at + 1]]
  const address = path('/content/:page/versions', language, { page })
  const table = (
    <FoldTable
      caption={versionTexts.table[language]}
      captionHidden
      columns={[versionTexts.number, versionTexts.when, versionTexts.who, versionTexts.why, versionTexts.act].map(
        (label) => ({ label: label[language] }),
      )}
      rows={versions.map(({ number, publishedAt, publishedBy, note, noteLanguage }, place) => [
        number === 0 ? versionTexts.program[language] : String(number),
        number === 0 ? '' : formatInstant(publishedAt, zone, language),
        number === 0 ? '' : nameOf(people, publishedBy, language),
        note === '' ? '' : <span lang={noteLanguage}>{note}</span>,
        <>
          {number > 0 && (
            <p>
              <a href={`${address}?version=${number}#changes`}>{versionTexts.compare(String(number))[language]}</a>
            </p>
          )}
          {place === 0 ? (
            <p>{versionTexts.shown[language]}</p>
          ) : (
            <p>
              <Button kind="link" name="version" value={String(number)}>
                {number === 0 ? versionTexts.restoreProgram[language] : versionTexts.restore(String(number))[language]}
              </Button>
            </p>
          )}
        </>,
      ])}
    />
  )
  return (
    <>
      <h1>{versionTexts.title(pageNames[page].en, pageNames[page].fr)[language]}</h1>
      <p class="lead">{versionTexts.lead[language]}</p>
      <p>
        <a href={path('/content/:page', language, { page })}>{previewTexts.edit[language]}</a>
      </p>
      {versions.length > 1 ? (
        <Form action={address} language={language} errors={problems} label={versionTexts.table[language]}>
          {table}
        </Form>
      ) : (
        table
      )}
      {after && before && (
        <section aria-labelledby="changes">
          <h2 id="changes">{versionTexts.compare(String(after.number))[language]}</h2>
          <Changes before={before} after={after} language={language} />
        </section>
      )}
      {common && versions[0] && <Sharing {...{ language, page, common, note }} own={versions[0]} problems={sharing} />}
    </>
  )
}

/** The words of the installation: what they are beside the department’s, and the button that puts these in their place. */
function Sharing({
  language,
  page,
  own,
  common,
  note,
  problems,
}: {
  language: Language
  page: ContentPage
  own: Version
  common: Version
  note: string
  problems: Problems
}) {
  const same = own.number === 0 || isSame(own, common)
  return (
    <section aria-labelledby="common">
      <h2 id="common">{commonTexts.head[language]}</h2>
      <p>{(common.number === 0 ? commonTexts.program : commonTexts.version(String(common.number)))[language]}</p>
      {problems.length === 0 && same ? (
        <p>{(own.number === 0 ? commonTexts.noneOwn : commonTexts.same)[language]}</p>
      ) : (
        <>
          <Fold label={commonTexts.changes[language]}>
            <Changes before={common} after={own} language={language} />
          </Fold>
          <Form
            action={path('/content/:page/common', language, { page })}
            language={language}
            errors={problems}
            label={commonTexts.head[language]}
          >
            <Hidden name="seen" value={String(own.number)} />
            <TextArea
              language={language}
              name="note"
              label={previewTexts.note[language]}
              hint={previewTexts.noteHint[language]}
              rows={2}
              value={note}
              error={problemAt(problems, 'note', language)}
            />
            <Button kind="plain">{commonTexts.share[language]}</Button>
          </Form>
        </>
      )}
    </section>
  )
}
