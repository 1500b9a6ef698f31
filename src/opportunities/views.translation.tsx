import { problemAt } from '../platform/forms.ts'
import { typed } from '../platform/http.ts'
import { type Language, otherLanguage, type Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Checkbox } from '../ui/choices.tsx'
import { Hidden, TextArea, TextField } from '../ui/fields.tsx'
import { ActionBar, Button, Form } from '../ui/form.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Note, Quote } from '../ui/parts.tsx'
import { limits } from './forms.statement.ts'
import { type Finding, listFields, pairFields } from './rules.readiness.ts'
import type { Statement } from './rules.ts'
import { decisionTexts as texts } from './texts.decisions.ts'
import { findingText } from './texts.readiness.ts'
import { listTexts, pairTexts } from './texts.statement.ts'
import { Decision, type DecisionProps, WorkingField } from './views.decisions.tsx'

/** The frozen words above, the other language below, field by field; then one attestation. */
export function TranslationPage({
  facts,
  actor,
  language,
  form,
  problems,
  gaps,
}: DecisionProps & { gaps: readonly Finding[] }) {
  const { opportunity, statement } = facts
  const { id, version, sourceLanguage } = opportunity
  const target = otherLanguage(sourceLanguage)
  return (
    <Decision facts={facts} actor={actor} language={language} title={texts.translationTitle[language]}>
      <p>{texts.translationLead[language]}</p>
      {gaps.length > 0 && (
        <Note tone="warn" head={texts.gapsHead[language]} level={2}>
          <ul>
            {gaps.map((gap) => (
              <li key={findingText(gap).en}>{findingText(gap)[language]}</li>
            ))}
          </ul>
        </Note>
      )}
      <Form
        action={path('/files/:id/translation', language, { id })}
        language={language}
        errors={problems}
        enter={{ name: 'do', value: 'save' }}
      >
        <Hidden name="seen" value={typed(form, 'seen') || String(version)} />
        {translatedFields(statement).map(({ name, label, source, rows, most }) => {
          const props = {
            language,
            name: `${name}_${target}`,
            label: label[language],
            hint: <Quoted text={source[sourceLanguage]} lang={sourceLanguage} />,
            value: typed(form, `${name}_${target}`),
            lang: target,
            spellcheck: true,
            limit: { most, unit: 'characters' as const },
            error: problemAt(problems, `${name}_${target}`, language),
          }
          return rows ? <TextArea key={name} {...props} rows={rows} /> : <TextField key={name} {...props} />
        })}
        <Checkbox
          language={language}
          name="attested"
          label={texts.attestSaid(actor.name)[language]}
          checked={typed(form, 'attested') === 'yes'}
          error={problemAt(problems, 'attested', language)}
        />
        <WorkingField language={language} form={form} problems={problems} />
        <ActionBar>
          <Button name="do" value="attest">
            {texts.attest[language]}
          </Button>
          <Button kind="plain" name="do" value="save">
            {texts.saveTranslation[language]}
          </Button>
        </ActionBar>
      </Form>
    </Decision>
  )
}

const Quoted = ({ text, lang }: { text: string; lang: Language }) => (
  <Quote lang={lang}>
    <Markdown text={text || '–'} top={4} />
  </Quote>
)

type Translated = { name: string; label: Text; source: Text; rows: number | undefined; most: number }

function translatedFields(statement: Statement): Translated[] {
  const heights = { title: undefined, teaser: 4, team: undefined, background: 8, work: 12 }
  const pairs = pairFields.map((field) => ({
    name: field,
    label: pairTexts[field].label,
    source: statement[field],
    rows: heights[field],
    most: limits[field],
  }))
  const rows = listFields.flatMap((list) => {
    const texts: readonly Text[] =
      list === 'provisions' ? statement.provisions.map(({ text }) => text) : statement[list]
    return texts.map((source, place) => ({
      name: `${list}.${place}`,
      label: listTexts[list].row(place + 1),
      source,
      rows: list === 'skills' ? undefined : list === 'provisions' ? 2 : 4,
      most: limits[list],
    }))
  })
  return [...pairs, ...rows]
}
