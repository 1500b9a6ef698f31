import type { Import } from '../backlog/rules.ts'
import type { EarlierStatement } from '../backlog/store.statements.ts'
import { templates } from '../backlog/templates.ts'
import { kindNames, partNames } from '../backlog/texts.ts'
import type { FilledPart } from '../opportunities/rules.filling.ts'
import { fileTexts } from '../opportunities/texts.file.ts'
import { builderTexts } from '../opportunities/texts.statement.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as FormValues, typed } from '../platform/http.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Checkbox } from '../ui/choices.tsx'
import { Hidden, type Option, Select } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, Form } from '../ui/form.tsx'
import { Note } from '../ui/parts.tsx'
import { fillTexts as texts } from './texts.start.ts'

export type FillProps = {
  readonly language: Language
  readonly id: string
  readonly number: string
  readonly seen: number
  readonly imports: readonly Import[]
  readonly earlier: readonly EarlierStatement[]
  readonly values: FormValues
  readonly problems: Problems
  /** What the last filling did; nothing on the first visit. */
  readonly done: { readonly taken: readonly FilledPart[]; readonly kept: readonly FilledPart[] } | null
}

/** Where to take words from, and what the last filling did. */
export function FillPage({ language, id, number, seen, imports, earlier, values, problems, done }: FillProps) {
  return (
    <>
      <p class="eyebrow">{fileTexts.file(number)[language]}</p>
      <h1>{texts.title[language]}</h1>
      {done ? <Done language={language} id={id} done={done} /> : <p class="lead">{texts.lead[language]}</p>}
      <Form action={path('/files/:id/start', language, { id })} language={language} errors={problems}>
        <Hidden name="seen" value={String(seen)} />
        <Select
          language={language}
          name="source"
          label={texts.source[language]}
          hint={texts.sourceHint[language]}
          value={typed(values, 'source')}
          error={problemAt(problems, 'source', language)}
          options={optionsOf(language, imports, earlier)}
        />
        <p>
          <a href={`${path('/backlog/new', language)}?for=${id}`}>{texts.read[language]}</a>
        </p>
        <Checkbox
          language={language}
          name="replace"
          label={texts.replace[language]}
          hint={texts.replaceHint[language]}
          checked={typed(values, 'replace') === 'yes'}
          optional
        />
        <ActionBar>
          <Button kind={done ? 'plain' : 'act'}>{texts.fill[language]}</Button>
          {!done && (
            <ButtonLink kind="link" href={path('/files/:id/statement', language, { id })}>
              {builderTexts.title[language]}
            </ButtonLink>
          )}
        </ActionBar>
      </Form>
    </>
  )
}

function Done({ language, id, done }: Pick<FillProps, 'language' | 'id'> & { done: NonNullable<FillProps['done']> }) {
  return (
    <>
      <Note tone={done.taken.length > 0 ? 'ok' : 'info'} head={texts.taken[language]} level={2}>
        {done.taken.length > 0 ? <Parts language={language} parts={done.taken} /> : <p>{texts.nothing[language]}</p>}
      </Note>
      {done.kept.length > 0 && (
        <Note tone="info" head={texts.kept[language]} level={2}>
          <Parts language={language} parts={done.kept} />
        </Note>
      )}
      <ActionBar>
        <ButtonLink href={path('/files/:id/statement', language, { id })}>{texts.toBuilder[language]}</ButtonLink>
      </ActionBar>
    </>
  )
}

const Parts = ({ language, parts }: { language: Language; parts: readonly FilledPart[] }) => (
  <ul>
    {parts.map((part) => (
      <li key={part}>{partNames[part][language]}</li>
    ))}
  </ul>
)

function optionsOf(
  language: Language,
  imports: readonly Import[],
  earlier: readonly EarlierStatement[],
): readonly Option[] {
  const titleOf = (title: Text): string => title[language] || title.en || title.fr
  return [
    ...imports
      .filter(({ kind }) => kind !== 'template' && kind !== 'statement')
      .map(({ id, kind, outline }) => ({
        value: `import:${id}`,
        label: `${kindNames[kind][language]} – ${outline.title || outline.teaser.slice(0, 60)}`,
      })),
    ...templates.map(({ key, name }) => ({
      value: `template:${key}`,
      label: `${kindNames.template[language]} – ${name[language]}`,
    })),
    ...earlier.map(({ id, number, title }) => ({
      value: `statement:${id}`,
      label: `${kindNames.statement[language]} – ${number}, ${titleOf(title)}`,
    })),
  ]
}
