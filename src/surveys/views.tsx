import type { Department } from '../accounts/store.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Filled, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { privacyBanks } from '../policy/agreements.ts'
import { Radios } from '../ui/choices.tsx'
import { Hidden, TextArea } from '../ui/fields.tsx'
import { Button, Form } from '../ui/form.tsx'
import { Note } from '../ui/parts.tsx'
import { STORY_MAX } from './forms.ts'
import { type Audience, asked, audiences, type Question } from './rules.ts'
import { audienceTexts, questionTexts, surveyTexts as words } from './texts.ts'

/** First the one question that decides which others are asked: each answer is a page. */
export function ChooseView({ language, department }: { language: Language; department: string }) {
  const at = (audience: Audience) =>
    `${path('/feedback', language)}?for=${audience}${department ? `&department=${encodeURIComponent(department)}` : ''}`
  return (
    <div class="narrow">
      <h1>{words.title[language]}</h1>
      <p class="lead">{words.lead[language]}</p>
      <h2>{words.who[language]}</h2>
      <ul>
        {audiences.map((audience) => (
          <li key={audience}>
            <p>
              <a href={at(audience)}>{audienceTexts[audience].label[language]}</a>
              <br />
              <span class="small quiet">{audienceTexts[audience].hint[language]}</span>
            </p>
          </li>
        ))}
      </ul>
      <Apart language={language} />
    </div>
  )
}

/** The questions of one audience; none has to be answered. */
export function SurveyView({
  language,
  audience,
  departments,
  filled,
  problems = [],
}: {
  language: Language
  audience: Audience
  departments: readonly Department[]
  filled: Filled
  problems?: Problems
}) {
  const only = departments.length === 1 ? departments[0]?.code : undefined
  return (
    <div class="narrow">
      <p class="eyebrow">{audienceTexts[audience].label[language]}</p>
      <h1>{words.title[language]}</h1>
      <p class="lead">{words.lead[language]}</p>
      <Apart language={language} />
      <Form action={path('/feedback', language)} language={language} errors={problems}>
        <Hidden name="audience" value={audience} />
        {only === undefined ? (
          <Radios
            language={language}
            name="departmentCode"
            label={words.department[language]}
            value={typed(filled, 'departmentCode')}
            error={problemAt(problems, 'departmentCode', language)}
            choices={departments.map(({ code, name }) => ({ value: code, label: name[language] }))}
          />
        ) : (
          <Hidden name="departmentCode" value={only} />
        )}
        {asked[audience].map((question) => (
          <YesNo key={question} language={language} audience={audience} question={question} filled={filled} />
        ))}
        <TextArea
          language={language}
          name="story"
          label={words.story[language]}
          hint={words.storyHint[language]}
          rows={6}
          limit={{ most: STORY_MAX, unit: 'characters' }}
          value={typed(filled, 'story')}
          error={problemAt(problems, 'story', language)}
          optional
        />
        <Button>{words.send[language]}</Button>
      </Form>
    </div>
  )
}

function YesNo({
  language,
  audience,
  question,
  filled,
}: {
  language: Language
  audience: Audience
  question: Question
  filled: Filled
}) {
  const { supplier, client, hint } = questionTexts[question]
  return (
    <Radios
      language={language}
      name={question}
      label={(audience === 'client' && client ? client : supplier)[language]}
      hint={hint?.[language]}
      value={typed(filled, question)}
      choices={(['yes', 'no', 'unsaid'] as const).map((value) => ({ value, label: words[value][language] }))}
      optional
    />
  )
}

export const ThanksView = ({ language }: { language: Language }) => (
  <div class="narrow">
    <h1>{words.thanks[language]}</h1>
    <p class="lead">{words.thanksMore[language]}</p>
    <p>
      <a href={path('/opportunities', language)}>{words.back[language]}</a>
    </p>
  </div>
)

/** What is kept, and what is not, before anything is asked. */
const Apart = ({ language }: { language: Language }) => (
  <Note tone="info" head={words.apart[language]} level={2}>
    <p>{words.apartMore[language]}</p>
    <p class="small">{words.bank(privacyBanks.survey.bank[language])[language]}</p>
  </Note>
)
