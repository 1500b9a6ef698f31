import type { Problems } from '../platform/forms.ts'
import { problemAt } from '../platform/forms.ts'
import type { Form as Typed } from '../platform/http.ts'
import { typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Checkbox, ChoiceGroup, Radios } from '../ui/choices.tsx'
import { ClosingPanel } from '../ui/clocks.tsx'
import { Hidden, TextArea, TextField } from '../ui/fields.tsx'
import { ActionBar, Button, Form } from '../ui/form.tsx'
import { Fold, Key, Note, StatusBox, Tag } from '../ui/parts.tsx'
import { languageNames } from '../ui/texts.ts'
import { MOST_WORDS } from './content.ts'
import { answerField, type Warning } from './forms.ts'
import { agreementText, closingText, type Shown, warningsSeen } from './pages.ts'
import type { Posted } from './rules.ts'
import { formTexts, warningTexts, whereTexts } from './texts.form.ts'

export type ApplyPage = {
  readonly language: Language
  readonly posted: Posted
  readonly email: string
  readonly form: Typed
  readonly errors: Problems
  readonly warnings: readonly Warning[]
  /** Whether something was sent before, and whether what is here is still that. */
  readonly sent: 'nothing' | 'this' | 'other'
  readonly savedAt: string | undefined
  readonly closes: Shown
  readonly now: Shown
}

/** Everything on one page: answers first, then who, then what is agreed. */
export function ApplyView(page: ApplyPage) {
  const { language, posted, errors, warnings, savedAt } = page
  return (
    <>
      <a class="back" href={path('/opportunities/:slug', language, { slug: posted.slug })}>
        {formTexts.back[language]}
      </a>
      <div class="two">
        <div class="col">
          <p class="eyebrow">{formTexts.eyebrow(posted.number)[language]}</p>
          <h1>{formTexts.title(posted.title)[language]}</h1>
          {errors.length === 0 && <Where {...page} />}
          <Form
            language={language}
            action={path('/opportunities/:slug/application', language, { slug: posted.slug })}
            errors={errors}
            keep={savedAt && formTexts.kept(savedAt)[language]}
            enter={{ name: 'do', value: 'save' }}
          >
            {warnings.length > 0 && <Warnings language={language} warnings={warnings} />}
            <p>{formTexts.intro[language]}</p>
            <Hidden name="seen" value={warningsSeen(warnings)} />
            <Answers {...page} />
            <AboutYou {...page} />
            <Agreement {...page} />
            <ActionBar>
              <Button name="do" value="send">
                {(page.sent === 'nothing' ? formTexts.send : formTexts.sendAgain)[language]}
              </Button>
              <Button kind="link" name="do" value="later">
                {formTexts.later[language]}
              </Button>
            </ActionBar>
            <p class="small quiet">{formTexts.sealing(closingText(posted))[language]}</p>
            <p class="small quiet">{formTexts.draftPromise[language]}</p>
          </Form>
          <Fold small label={formTexts.privacy[language]}>
            <p class="small">{formTexts.privacyText[language]}</p>
          </Fold>
        </div>
        <aside class="stick" aria-labelledby="closing">
          <ClosingPanel language={language} head={formTexts.closes[language]} closes={page.closes} now={page.now} />
          <h2 class="h-s">{formTexts.passHead[language]}</h2>
          <p class="small">{formTexts.pass[language]}</p>
          <h2 class="h-s">{formTexts.beforeSending[language]}</h2>
          <ul class="small">
            {formTexts.checklist[language].map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </aside>
      </div>
    </>
  )
}

function Where({ language, sent, savedAt, closes }: ApplyPage) {
  const said = whereTexts[sent]
  return (
    <StatusBox
      language={language}
      tone={sent === 'this' ? 'waiting' : 'you'}
      happening={{
        what: said.happening[language],
        more: savedAt && <span>{formTexts.savedAt(savedAt)[language]}</span>,
      }}
      next={{ what: said.next[language] }}
      by={{ what: <time dateTime={closes.iso}>{closes.text}</time> }}
    />
  )
}

function Warnings({ language, warnings }: { language: Language; warnings: readonly Warning[] }) {
  return (
    <Note tone="warn" head={warningTexts.head[language]} level={2}>
      <p>{warningTexts.intro[language]}</p>
      <ul>
        {warnings.map(({ field, position, kind, text }) => (
          <li key={`${field} ${text}`}>
            <a href={`#f-${field}`}>
              {language === 'en' ? 'E' : 'C'}
              {position}
            </a>
            {', '}
            {warningTexts.kinds[kind][language]}
            {language === 'en' ? ': ' : '\u00a0: '}
            <strong class="break">{text}</strong>
          </li>
        ))}
      </ul>
    </Note>
  )
}

function Answers({ language, posted, form, errors }: ApplyPage) {
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
      {posted.criteria.map((criterion) => (
        <TextArea
          key={criterion.id}
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
      ))}
      <ActionBar>
        <Button kind="plain" name="do" value="save">
          {formTexts.save[language]}
        </Button>
      </ActionBar>
    </>
  )
}

function AboutYou({ language, form, errors, email }: ApplyPage) {
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
      <TextField
        {...field('operatingName')}
        label={formTexts.operatingName[language]}
        hint={formTexts.operatingNameHint[language]}
        optional
      />
      <TextField {...field('workerName')} label={formTexts.workerName[language]} autocomplete="name" />
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
        choices={[
          { value: 'no', label: formTexts.publicServiceNo[language] },
          { value: 'former', label: formTexts.publicServiceFormer[language] },
          { value: 'yes', label: formTexts.publicServiceYes[language] },
        ]}
      />
      <Radios
        {...field('hasAffiliates')}
        label={formTexts.hasAffiliates[language]}
        hint={formTexts.hasAffiliatesHint[language]}
        choices={[
          { value: 'no', label: formTexts.no[language] },
          { value: 'yes', label: formTexts.yes[language] },
        ]}
      />
      <TextArea
        {...field('affiliates')}
        label={formTexts.affiliates[language]}
        hint={formTexts.affiliatesHint[language]}
        rows={3}
        optional
      />
    </>
  )
}

function Agreement({ language, posted, form, errors }: ApplyPage) {
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
      <Checkbox {...tick('bind')} label={formTexts.bind[language]} />
      <Checkbox {...tick('eligible')} label={formTexts.eligible[language]} />
      <ChoiceGroup language={language} name="chosen" label={formTexts.ifChosen[language]}>
        <Checkbox {...tick('agree')} label={agreementText(posted)[language]} />
      </ChoiceGroup>
    </>
  )
}
