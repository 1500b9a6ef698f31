import type { Person } from '../accounts/store.ts'
import { formatInstant, formatNumber } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Language, languages, type Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { readingOf } from '../platform/reading.ts'
import { Difference } from '../ui/difference.tsx'
import { Hidden, TextArea } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, Form, PairField, pairNames } from '../ui/form.tsx'
import { MarkdownPage } from '../ui/markdown.tsx'
import { Empty, Fold, Note } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { languageNames } from '../ui/texts.ts'
import { filledIn } from './pages.ts'
import { type FigureFacts, placeholderNames, placeholderValues } from './rules.placeholders.ts'
import {
  type ContentPage,
  contentAddresses,
  contentPages,
  type Draft,
  isSame,
  type Version,
  type Words,
  type WordsFinding,
  wordFields,
  wordsFindings,
} from './rules.ts'
import {
  differenceNames,
  findingNames,
  halfNames,
  pageNames,
  previewTexts,
  writingTexts as texts,
  versionTexts,
  wordFieldNames,
} from './texts.ts'

export type People = ReadonlyMap<string, Pick<Person, 'name'>>
type Said = { readonly language: Language; readonly zone: string; readonly people: People }

const nameOf = (people: People, id: string | null, language: Language): string =>
  (id === null ? undefined : people.get(id)?.name) ?? texts.somebody[language]

/** All pages that a department may word itself. */
export function PagesPage({
  language,
  zone,
  people,
  shown,
  drafts,
}: Said & {
  shown: ReadonlyMap<ContentPage, Version>
  drafts: ReadonlyMap<ContentPage, Pick<Draft, 'savedAt' | 'savedBy'>>
}) {
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{texts.lead[language]}</p>
      <FoldTable
        caption={texts.title[language]}
        captionHidden
        columns={[texts.page, texts.version, texts.changedOn, texts.draft].map((label) => ({ label: label[language] }))}
        rows={contentPages.map((page) => {
          const version = shown.get(page)
          const draft = drafts.get(page)
          const own = version !== undefined && version.number > 0
          return [
            <a key="page" href={path('/content/:page', language, { page })}>
              {pageNames[page][language]}
            </a>,
            own ? texts.own(String(version.number))[language] : texts.common[language],
            own ? formatInstant(version.publishedAt, zone, language) : '',
            draft
              ? texts.savedBy(nameOf(people, draft.savedBy, language), formatInstant(draft.savedAt, zone, language))[
                  language
                ]
              : texts.noDraft[language],
          ]
        })}
      />
    </>
  )
}

/** The words of a page in both languages, as fields. `theirs` is what others saved while this was typed. */
export function EditPage({
  language,
  zone,
  people,
  page,
  words,
  seen,
  draft,
  theirs,
  saved,
  figures,
  problems,
}: Said & {
  page: ContentPage
  words: Words
  seen: number
  draft: Draft | undefined
  theirs: Words | undefined
  saved: boolean
  figures: FigureFacts
  problems: Problems
}) {
  const errors = (field: (typeof wordFields)[number]) => ({
    en: problemAt(problems, pairNames(field).en, language),
    fr: problemAt(problems, pairNames(field).fr, language),
  })
  return (
    <>
      <h1>{texts.editOf(pageNames[page].en, pageNames[page].fr)[language]}</h1>
      {saved && <Note tone="ok" level={2} head={texts.saved[language]} />}
      <p class="lead">{texts.editLead[language]}</p>
      <p>
        {draft && (
          <>
            {
              texts.draftSaved(nameOf(people, draft.savedBy, language), formatInstant(draft.savedAt, zone, language))[
                language
              ]
            }{' '}
          </>
        )}
        <a href={path(contentAddresses[page], language)}>{texts.read[language]}</a>{' '}
        <a href={path('/content/:page/versions', language, { page })}>{texts.see[language]}</a>
      </p>
      <Form action={path('/content/:page', language, { page })} language={language} errors={problems}>
        {theirs && (
          <Fold label={texts.theirs[language]} open>
            <Changes before={words} after={theirs} language={language} />
          </Fold>
        )}
        <Hidden name="seen" value={String(seen)} />
        <PairField
          language={language}
          name="title"
          label={wordFieldNames.title[language]}
          value={words.title}
          error={errors('title')}
        />
        <PairField
          language={language}
          name="lead"
          label={wordFieldNames.lead[language]}
          value={words.lead}
          rows={3}
          error={errors('lead')}
        />
        <PairField
          language={language}
          name="text"
          label={wordFieldNames.text[language]}
          hint={texts.textHint[language]}
          value={words.text}
          rows={28}
          error={errors('text')}
        />
        <ActionBar>
          <Button name="do" value="preview">
            {texts.preview[language]}
          </Button>{' '}
          <Button kind="plain" name="do" value="save">
            {texts.save[language]}
          </Button>
        </ActionBar>
      </Form>
      <Fold label={texts.figures[language]} count={placeholderNames.length}>
        <p>{texts.figuresLead[language]}</p>
        <Figures facts={figures} language={language} />
      </Fold>
    </>
  )
}

function Figures({ facts, language }: { facts: FigureFacts; language: Language }) {
  const [en, fr] = [placeholderValues(facts, 'en'), placeholderValues(facts, 'fr')]
  return (
    <FoldTable
      caption={texts.figures[language]}
      captionHidden
      columns={[texts.figure, texts.inEnglish, texts.inFrench].map((label) => ({ label: label[language] }))}
      rows={placeholderNames.map((name) => [
        <code key="name">{`{{${name}}}`}</code>,
        <span key="en" lang="en">
          {en.get(name)}
        </span>,
        <span key="fr" lang="fr">
          {fr.get(name)}
        </span>,
      ])}
    />
  )
}

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
              <p class="price">{title}</p>
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

/** What changed, field by field in each language, as the text was typed. */
const Changes = ({ before, after, language }: { before: Words; after: Words; language: Language }) => (
  <div class="two even">
    {languages.map((half) => (
      <section key={half} aria-label={languageNames[half]}>
        {wordFields
          .filter((field) => before[field][half] !== after[field][half])
          .map((field) => (
            <div key={field}>
              <p>
                <strong>{wordFieldNames[field][language]}</strong> – <span lang={half}>{languageNames[half]}</span>
              </p>
              <Difference language={language} lang={half} before={before[field][half]} after={after[field][half]} />
            </div>
          ))}
      </section>
    ))}
  </div>
)

/** Every version, newest first; one compared with the one before it. */
export function VersionsPage({
  language,
  zone,
  people,
  page,
  versions,
  compared,
  problems,
}: Said & { page: ContentPage; versions: readonly Version[]; compared: number | undefined; problems: Problems }) {
  const at = versions.findIndex(({ number }) => number === compared)
  const [after, before] = [versions[at], versions[at + 1]]
  const address = path('/content/:page/versions', language, { page })
  return (
    <>
      <h1>{versionTexts.title(pageNames[page].en, pageNames[page].fr)[language]}</h1>
      <p class="lead">{versionTexts.lead[language]}</p>
      <p>
        <a href={path('/content/:page', language, { page })}>{previewTexts.edit[language]}</a>
      </p>
      <Form action={address} language={language} errors={problems} label={versionTexts.table[language]}>
        <FoldTable
          caption={versionTexts.table[language]}
          captionHidden
          columns={[versionTexts.number, versionTexts.when, versionTexts.who, versionTexts.why, versionTexts.act].map(
            (label) => ({ label: label[language] }),
          )}
          rows={versions.map(({ number, publishedAt, publishedBy, note, noteLanguage }, place) => [
            number === 0 ? versionTexts.program[language] : String(number),
            number === 0 ? (
              ''
            ) : (
              <time dateTime={publishedAt.toISOString()}>{formatInstant(publishedAt, zone, language)}</time>
            ),
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
                <Button kind="link" name="version" value={String(number)}>
                  {number === 0
                    ? versionTexts.restoreProgram[language]
                    : versionTexts.restore(String(number))[language]}
                </Button>
              )}
            </>,
          ])}
        />
      </Form>
      {after && before && (
        <section aria-labelledby="changes">
          <h2 id="changes">{versionTexts.compare(String(after.number))[language]}</h2>
          <Changes before={before} after={after} language={language} />
        </section>
      )}
    </>
  )
}
