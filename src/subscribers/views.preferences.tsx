import { type Problems, problemAt } from '../platform/forms.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { CheckboxGroup, Radios } from '../ui/choices.tsx'
import { Button, Form } from '../ui/form.tsx'
import { Fold, Note } from '../ui/parts.tsx'
import { cadences, type Wants } from './rules.ts'
import { cadenceNames, preferenceTexts as texts } from './texts.preferences.ts'
import { subscribeTexts } from './texts.ts'
import { SourceForm } from './views.source.tsx'
import { LanguageChoice } from './views.tsx'

export type PreferenceFacts = {
  readonly token: string
  readonly chosen: { readonly language: string } & Omit<Wants, 'cadence'> & { readonly cadence: string }
  readonly skills: readonly { readonly key: string; readonly name: Text }[]
  readonly departments: readonly { readonly id: string; readonly name: Text }[]
  readonly watched: readonly {
    readonly watchId: string
    readonly slug: string
    readonly title: Text
    readonly over: boolean
    readonly closes: string
  }[]
  readonly consents: readonly {
    readonly act: 'asked' | 'confirmed'
    readonly about: 'list' | 'watch'
    readonly when: string
    readonly text: string
    readonly language: Language
  }[]
  readonly asksSource: boolean
  readonly done: 'saved' | 'thanked' | 'stopped' | undefined
}

/** Somebody's own page, by the link in each letter: what comes, when, about what; what they follow; what they agreed to. */
export function PreferencesPage({
  facts,
  problems,
  language,
}: {
  facts: PreferenceFacts
  problems: Problems
  language: Language
}) {
  const { token, chosen, skills, departments, done } = facts
  return (
    <div class="narrow">
      <h1>{texts.title[language]}</h1>
      <p class="small">{texts.lead[language]}</p>
      {done && <Note tone="ok" level={2} head={texts[done][language]} />}
      <Form
        action={path('/subscribe/preferences/:token', language, { token })}
        language={language}
        label={texts.title[language]}
        errors={problems}
      >
        <LanguageChoice
          language={language}
          chosen={chosen.language}
          error={problemAt(problems, 'language', language)}
        />
        <Radios
          language={language}
          name="cadence"
          label={texts.cadence[language]}
          value={chosen.cadence}
          error={problemAt(problems, 'cadence', language)}
          choices={cadences.map((value) => ({ value, label: cadenceNames[value][language] }))}
        />
        {skills.length === 0 ? (
          <p class="small">{texts.noSkills[language]}</p>
        ) : (
          <CheckboxGroup
            language={language}
            name="skills"
            label={texts.skills[language]}
            hint={texts.skillsHint[language]}
            values={chosen.skills}
            error={problemAt(problems, 'skills', language)}
            optional
            choices={byName(skills, language).map(({ key, name }) => ({ value: key, label: name[language] }))}
          />
        )}
        {departments.length > 1 && (
          <CheckboxGroup
            language={language}
            name="departments"
            label={texts.departments[language]}
            hint={texts.departmentsHint[language]}
            values={chosen.departments}
            error={problemAt(problems, 'departments', language)}
            optional
            choices={byName(departments, language).map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
        )}
        <div class="acts">
          <Button>{texts.save[language]}</Button>
        </div>
      </Form>
      <Followed facts={facts} language={language} />
      {facts.asksSource && (
        <section>
          <SourceForm language={language} token={token} />
        </section>
      )}
      <h2>{texts.all[language]}</h2>
      <p>{texts.allText[language]}</p>
      <Form action={path('/unsubscribe/:token', language, { token })} language={language} label={texts.all[language]}>
        <div class="acts">
          <Button kind="plain">{subscribeTexts.leave[language]}</Button>
        </div>
      </Form>
      <Proof facts={facts} language={language} />
    </div>
  )
}

const byName = <Named extends { readonly name: Text }>(all: readonly Named[], language: Language): readonly Named[] =>
  all.toSorted((one, other) => one.name[language].localeCompare(other.name[language], `${language}-CA`))

const Followed = ({ facts: { watched, token }, language }: { facts: PreferenceFacts; language: Language }) => (
  <>
    <h2 id="watched">{texts.watched[language]}</h2>
    {watched.length === 0 && <p>{texts.notWatched[language]}</p>}
    {watched.length > 0 && (
      <ul class="plain">
        {watched.map(({ watchId, slug, title, over, closes }) => (
          <li key={watchId}>
            <p>
              <a href={path('/opportunities/:slug', language, { slug })}>{title[language]}</a>
              <br />
              <span class="small quiet">{(over ? texts.closed : texts.closes)(closes)[language]}</span>
            </p>
            <Form
              action={path('/subscribe/preferences/:token/watching', language, { token })}
              language={language}
              label={texts.stopOne(title)[language]}
            >
              <input type="hidden" name="watch" value={watchId} />
              <Button kind="link">{texts.stopOne(title)[language]}</Button>
            </Form>
          </li>
        ))}
      </ul>
    )}
  </>
)

const Proof = ({ facts: { consents }, language }: { facts: PreferenceFacts; language: Language }) =>
  consents.length === 0 ? null : (
    <Fold label={texts.proof[language]} count={consents.length}>
      <p class="small">{texts.proofLead[language]}</p>
      <ol>
        {consents.map(({ act, about, when, text, language: readIn }) => (
          <li key={`${act} ${about} ${when}`}>
            {texts.acts[act][language]} – {texts.abouts[about][language]}, {when}
            <blockquote class="small" lang={readIn}>
              {text.split('\n').map((line) => (
                <p key={line}>{line}</p>
              ))}
            </blockquote>
          </li>
        ))}
      </ol>
    </Fold>
  )
