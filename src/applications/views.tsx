import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { ClosingPanel } from '../ui/clocks.tsx'
import { fieldId, Hidden } from '../ui/fields.tsx'
import { ActionBar, Button, Form } from '../ui/form.tsx'
import { Fold, Note, StatusBox } from '../ui/parts.tsx'
import type { Warning } from './forms.ts'
import type { Marks } from './joining.ts'
import { closingText, type Shown, warningsSeen } from './pages.ts'
import { formTexts, liveTexts, warningTexts, whereTexts } from './texts.form.ts'
import { sealingPromise, strongPromise } from './texts.sealing.ts'
import { AboutYou, Agreement, Answers, type FieldsOf } from './views.fields.tsx'

export type ApplyPage = FieldsOf & {
  /** Whose draft this is in this browser, for what the browser keeps while the connection is away. */
  readonly keeper: string
  /** What stands in each field on the server. */
  readonly marks: Marks
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
          <div
            data-apply={page.keeper}
            data-edits={path('/opportunities/:slug/application/edits', language, { slug: posted.slug })}
            data-said={JSON.stringify(sentences(language))}
          >
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
              <Hidden name="marks" value={JSON.stringify(page.marks)} />
              <Answers {...page} />
              <ActionBar>
                <Button kind="plain" name="do" value="save">
                  {formTexts.save[language]}
                </Button>
                <Button kind="link" name="do" value="preview">
                  {formTexts.preview[language]}
                </Button>
              </ActionBar>
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
              <p class="small quiet">{sealingPromise[language]}</p>
              <p class="small quiet">{(posted.strong ? strongPromise : formTexts.draftPromise)[language]}</p>
              <p class="small quiet">{formTexts.devices[language]}</p>
            </Form>
          </div>
          <Fold small label={formTexts.privacy[language]}>
            <p class="small">{formTexts.privacyText[language]}</p>
          </Fold>
        </div>
        <aside class="stick" aria-labelledby="closing">
          <ClosingPanel language={language} head={formTexts.closes[language]} closes={page.closes} now={page.now} />
          <h2 class="h-s">{formTexts.passHead[language]}</h2>
          <p class="small">
            {formTexts.pass[language]}{' '}
            <a href={`${path('/guide', language)}#example`}>{formTexts.passExample[language]}</a>
          </p>
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

function Where({ language, posted, sent, savedAt, closes }: ApplyPage) {
  const said = whereTexts[sent]
  return (
    <StatusBox
      language={language}
      tone={sent === 'this' ? 'waiting' : 'you'}
      happening={{
        what: said.happening[language],
        more: savedAt && (
          <span>
            {formTexts.savedAt(savedAt)[language]}{' '}
            <a href={path('/opportunities/:slug/application/preview', language, { slug: posted.slug })}>
              {formTexts.preview[language]}
            </a>
          </span>
        ),
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
            <a href={`#${fieldId(field)}`}>
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

const sentences = (language: Language): Record<string, string> =>
  Object.fromEntries(Object.entries(liveTexts).map(([name, text]) => [name, text[language]]))
