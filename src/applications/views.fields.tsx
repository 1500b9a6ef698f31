import type { Problems } from '../platform/forms.ts'
import { problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { Checkbox, ChoiceGroup, Radios } from '../ui/choices.tsx'
import { TextArea, TextField } from '../ui/fields.tsx'
import { Key, Tag } from '../ui/parts.tsx'
import { languageNames } from '../ui/texts.ts'
import { agreementsOn } from './agreements.ts'
import { MOST_WORDS } from './content.ts'
import { answerField } from './forms.ts'
import type { Clash } from './joining.ts'
import { shownValue } from './pages.fields.ts'
import { agreementText } from './pages.ts'
import type { Posted } from './rules.ts'
import { formTexts, liveTexts } from './texts.form.ts'

export type FieldsOf = {
  readonly language: Language
  readonly posted: Posted
  readonly email: string
  readonly form: Typed
  readonly errors: Problems
  /** What another device saved in fields that this one changed too. */
  readonly clashes: readonly Clash[]
}

export function Answers(page: FieldsOf) {
  const { language, posted, form, errors } = page
  const written = typed(form, 'language') === 'fr' ? 'fr' : typed(form, 'language') === 'en' ? 'en' : language
  return (
    <>
      <h2>{formTexts.answers[language]}</h2>
      <Radios
        language={language}
        name="language"
        label={formTexts.answersLanguage[language]}
        hint={formTexts.answersLanguageHint[language]}
        error={problemAt(errors, 'language', language)}
        value={written}
        choices={(['en', 'fr'] as const).map((value) => ({ value, label: languageNames[value], lang: value }))}
      />
      <Beside {...page} name="language" />
      {posted.criteria.map((criterion) => (
        <div key={criterion.id}>
          <TextArea
            language={language}
            name={answerField(criterion)}
            label={
              <>
                <Key kind="application" place={criterion.position} language={language} /> {criterion.text[language]}
              </>
            }
            hint={formTexts.answerHint[language]}
            error={problemAt(errors, answerField(criterion), language)}
            value={typed(form, answerField(criterion))}
            rows={10}
            lang={written}
            spellcheck
            limit={{ most: MOST_WORDS, unit: 'words' }}
          />
          <Beside {...page} name={answerField(criterion)} />
        </div>
      ))}
    </>
  )
}

export function AboutYou(page: FieldsOf) {
  const { language, form, errors, email } = page
  const field = (name: string) => ({
    language,
    name,
    value: typed(form, name),
    error: problemAt(errors, name, language),
  })
  return (
    <>
      <h2>{formTexts.aboutYou[language]}</h2>
      <p>{formTexts.aboutYouIntro[language]}</p>
      <TextField
        {...field('legalName')}
        label={formTexts.legalName[language]}
        hint={formTexts.legalNameHint[language]}
        autocomplete="organization"
      />
      <Beside {...page} name="legalName" />
      <TextField
        {...field('operatingName')}
        label={formTexts.operatingName[language]}
        hint={formTexts.operatingNameHint[language]}
        optional
      />
      <Beside {...page} name="operatingName" />
      <TextField {...field('workerName')} label={formTexts.workerName[language]} autocomplete="name" />
      <Beside {...page} name="workerName" />
      <div class="field">
        <span class="label">{formTexts.email[language]}</span>
        <p class="break">
          {email} <Tag tone="ok" label={formTexts.verified[language]} />
        </p>
      </div>
      <Radios
        {...field('publicService')}
        label={formTexts.publicService[language]}
        hint={formTexts.publicServiceHint[language]}
        choices={publicService.map(({ value, label, hint }) => ({
          value,
          label: label[language],
          hint: hint?.[language],
        }))}
      />
      <Beside {...page} name="publicService" />
      <Radios
        {...field('hasAffiliates')}
        label={formTexts.hasAffiliates[language]}
        hint={formTexts.hasAffiliatesHint[language]}
        choices={[
          { value: 'no', label: formTexts.no[language] },
          { value: 'yes', label: formTexts.yes[language] },
        ]}
      />
      <Beside {...page} name="hasAffiliates" />
      <TextArea
        {...field('affiliates')}
        label={formTexts.affiliates[language]}
        hint={formTexts.affiliatesHint[language]}
        rows={3}
        optional
      />
      <Beside {...page} name="affiliates" />
      <TextArea
        {...field('repositories')}
        label={formTexts.repositories[language]}
        hint={formTexts.repositoriesHint[language]}
        rows={2}
        spellcheck={false}
        optional
      />
      <Beside {...page} name="repositories" />
    </>
  )
}

/** What is agreed, in the words that were in force on the day of the posting. */
export function Agreement(page: FieldsOf) {
  const { language, posted, form, errors } = page
  const agreed = agreementsOn(posted.postedOn)
  const tick = (name: string) => ({
    language,
    name,
    checked: typed(form, name) === 'yes',
    error: problemAt(errors, name, language),
  })
  return (
    <>
      <h2>{formTexts.agreement[language]}</h2>
      <TextField
        language={language}
        name="signatoryName"
        label={formTexts.signatoryName[language]}
        value={typed(form, 'signatoryName')}
        error={problemAt(errors, 'signatoryName', language)}
        autocomplete="name"
      />
      <Beside {...page} name="signatoryName" />
      <Checkbox {...tick('bind')} label={agreed.authority.text[language]} />
      <Checkbox {...tick('eligible')} label={agreed.eligibility.text[language]} />
      <Checkbox {...tick('only')} label={agreed.onlyApplication.text[language]} />
      <ChoiceGroup language={language} name="chosen" label={formTexts.ifChosen[language]}>
        <Checkbox
          {...tick('agree')}
          label={agreementText(posted)[language]}
          hint={[agreed.price, agreed.payment].map(({ text }) => text[language]).join(' ')}
        />
      </ChoiceGroup>
    </>
  )
}

/** What another device saved in the field above, while both changed it. */
function Beside({ language, clashes, name }: FieldsOf & { name: string }) {
  const clash = clashes.find(({ field }) => field === name)
  if (!clash) return null
  const shown = shownValue(name, clash.theirs)
  return (
    <div class="clash">
      <h3>{liveTexts.theirs[language]}</h3>
      <p class="said">{shown[language] || liveTexts.nothing[language]}</p>
    </div>
  )
}

const publicService: readonly { value: string; label: Text; hint?: Text }[] = [
  { value: 'no', label: formTexts.publicServiceNo },
  { value: 'former', label: formTexts.publicServiceFormer, hint: formTexts.publicServiceFormerHint },
  { value: 'former_pension', label: formTexts.publicServicePension, hint: formTexts.publicServicePensionHint },
  { value: 'yes', label: formTexts.publicServiceYes, hint: formTexts.publicServiceYesHint },
]
