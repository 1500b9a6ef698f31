import { formatInstant } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Hidden } from '../ui/fields.tsx'
import { ActionBar, Button, Form, PairField, pairNames } from '../ui/form.tsx'
import { Fold, Note } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { type FigureFacts, placeholderNames, placeholderValues } from './rules.placeholders.ts'
import {
  type ContentPage,
  contentAddresses,
  contentPages,
  type Draft,
  type Version,
  type Words,
  type wordFields,
} from './rules.ts'
import { pageNames, writingTexts as texts, wordFieldNames } from './texts.ts'

import { Changes, nameOf, type Said } from './views.parts.tsx'

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
