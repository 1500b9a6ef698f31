import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import { type Language, otherLanguage } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Radios } from '../ui/choices.tsx'
import { Hidden } from '../ui/fields.tsx'
import { Button, Form, PairField } from '../ui/form.tsx'
import { Pairs } from '../ui/parts.tsx'
import { explainFields, OWN } from './forms.declarations.ts'
import { type Explained, explainedNames } from './rules.declarations.ts'
import { explainedTexts, declarationTexts as texts, usualReasons } from './texts.declarations.ts'
import type { DecisionProps } from './views.decisions.tsx'
import { FileHead, titleIn, titleOf } from './views.file.tsx'

/** One page to say why the work stands alone and why nobody inside does it. */
export function DeclarationsPage({ facts, language, form, problems }: DecisionProps) {
  const { id, state, sourceLanguage } = facts.opportunity
  return (
    <div class="narrow">
      <FileHead facts={facts} language={language} title={texts.title[language]} />
      <p class="lead" lang={titleIn(facts, language)}>
        {titleOf(facts, language)}
      </p>
      <p>{state === 'draft' ? texts.lead[language] : texts.sourceHint[language]}</p>
      <Form action={path('/files/:id/declarations', language, { id })} language={language} errors={problems}>
        {state === 'draft' ? (
          <ExplanationFields language={language} form={form} problems={problems} />
        ) : (
          explainedNames.map((name) => {
            const fields = explainFields(name)
            const other = otherLanguage(sourceLanguage)
            return (
              <>
                <Hidden name={fields.reason} value={OWN} />
                <PairField
                  language={language}
                  name={`${name}_because`}
                  label={explainedTexts[name].question[language]}
                  rows={4}
                  value={{ en: typed(form, fields.en), fr: typed(form, fields.fr) }}
                  error={{ [other]: problemAt(problems, fields[other], language) }}
                />
              </>
            )
          })
        )}
        <Button>{texts.save[language]}</Button>
      </Form>
    </div>
  )
}

/** Both questions, each with sentences to choose from and room for one’s own words. */
export function ExplanationFields({
  language,
  form,
  problems,
}: {
  language: Language
  form: Typed
  problems: Problems
}) {
  return (
    <>
      {explainedNames.map((name) => {
        const fields = explainFields(name)
        return (
          <>
            <Radios
              language={language}
              name={fields.reason}
              label={explainedTexts[name].question[language]}
              value={typed(form, fields.reason)}
              error={problemAt(problems, fields.reason, language)}
              choices={[
                ...Object.entries(usualReasons[name]).map(([value, text]) => ({ value, label: text[language] })),
                { value: OWN, label: texts.own[language] },
              ]}
            />
            <PairField
              language={language}
              name={`${name}_because`}
              label={
                <>
                  {texts.ownLabel[language]} <span class="vh">{explainedTexts[name].short[language]}</span>
                </>
              }
              hint={texts.ownHint[language]}
              optional
              rows={3}
              value={{ en: typed(form, fields.en), fr: typed(form, fields.fr) }}
              error={{
                en: problemAt(problems, fields.en, language),
                fr: problemAt(problems, fields.fr, language),
              }}
            />
          </>
        )
      })}
    </>
  )
}

/** What an observer reads: both explanations in the reader’s language, or in the other one while there is only that. */
export function ExplanationsSaid({ explained, language }: { explained: Explained; language: Language }) {
  return (
    <Pairs
      items={explainedNames.map((name) => {
        const text = explained[name]
        const shown = text[language] || text[otherLanguage(language)]
        const lang = text[language] === '' && shown !== '' ? otherLanguage(language) : undefined
        return {
          label: explainedTexts[name].short[language],
          value: shown === '' ? texts.none[language] : <span lang={lang}>{shown}</span>,
        }
      })}
    />
  )
}

/** On the page of the file: what is said, for everybody who sees it. */
export const ExplanationsSection = ({ explained, language }: { explained: Explained; language: Language }) => (
  <section aria-labelledby="why">
    <h2 id="why">{texts.title[language]}</h2>
    <ExplanationsSaid explained={explained} language={language} />
  </section>
)
