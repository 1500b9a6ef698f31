import type { Typed } from '../opportunities/forms.statement.ts'
import { fileTexts } from '../opportunities/texts.file.ts'
import { builderTexts } from '../opportunities/texts.statement.ts'
import { formatDay, formatInstant, formatMoney } from '../platform/format.ts'
import type { Problems } from '../platform/forms.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { fieldId, Hidden } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, Form } from '../ui/form.tsx'
import { Note, Pairs } from '../ui/parts.tsx'
import { languageNames } from '../ui/texts.ts'
import { type DraftFacts, shapeOf } from './pages.ts'
import { marksOf, typedOf } from './rules.fields.ts'
import { fillTexts } from './texts.start.ts'
import { liveTexts, nameOfField, draftingTexts as texts } from './texts.ts'
import { Dates, Declarations, Price, Terms } from './views.facts.tsx'
import { type FieldsProps, Pair, Rows } from './views.fields.tsx'

export type BuilderProps = {
  readonly language: Language
  readonly facts: DraftFacts
  readonly reader: FieldsProps['reader']
  readonly fields: Typed
  readonly problems: Problems
  /** Sentences worked out from the policy. */
  readonly said: {
    readonly ceiling: string
    readonly price: string | null
    readonly rate: string
    readonly closing: string
    readonly delivery: string
  }
  readonly saved: boolean
  /** Typed beside the fields and not sent yet: a rate, the beginning of a comment. */
  readonly kept: Typed
}

/** The builder: every field of the statement in both languages, in the order suppliers read; saved as it is written. */
export function BuilderPage({ problems, saved, ...props }: BuilderProps) {
  const { language, facts, reader, fields, said, kept } = props
  const { opportunity, written, conflicts, comments } = facts
  const { id, number, version } = opportunity
  const action = path('/files/:id/statement', language, { id })
  const field: FieldsProps = {
    ...{ facts, language, reader, action, fields, kept },
    problems: [...problems, ...facts.problems],
  }
  const returned = opportunity.state === 'draft' ? opportunity.returnedBecause : ''
  const open = comments.filter(({ resolvedAt }) => resolvedAt === null).length
  return (
    <>
      <p class="eyebrow">{fileTexts.file(number)[language]}</p>
      <h1>{builderTexts.title[language]}</h1>
      <p class="lead">{texts.lead[language]}</p>
      <p class="quiet" data-plain>
        {texts.leadPlain[language]}
      </p>
      {saved && (
        <p role="status">
          <strong>{builderTexts.saved[language]}</strong>
        </p>
      )}
      {!facts.go && (
        <Note tone="info" head={texts.noGo[language]} level={2}>
          {null}
        </Note>
      )}
      {returned && (
        <Note tone="warn" head={builderTexts.returned[language]} level={2}>
          <p>{returned}</p>
        </Note>
      )}
      <p data-live="count">
        {conflicts.length > 0 && <strong>{texts.conflicts(conflicts.length)[language]} </strong>}
        <a href={path('/files/:id/comments', language, { id })}>{texts.openComments(open)[language]}</a>
      </p>
      <p>
        <a href={path('/files/:id/start', language, { id })}>{fillTexts.fromBuilder[language]}</a>
      </p>
      <div {...wiring(props)} class="draft">
        <div class="col">
          <Form action={action} language={language} errors={problems} enter={{ name: 'do', value: 'save' }}>
            <Hidden name="seen" value={String(version)} />
            <Hidden name="marks" value={JSON.stringify(marksOf(typedOf(written, facts.policy.zone, language)))} />
            <h2>{texts.glance[language]}</h2>
            <Pair {...field} field="title" />
            <Pair {...field} field="teaser" rows={4} />
            <Pair {...field} field="team" />
            <Rows {...field} list="workCriteria" rows={4} />
            <h2>{builderTexts.partWords[language]}</h2>
            <Pair {...field} field="work" rows={12} />
            <Pair {...field} field="background" rows={8} />
            <Rows {...field} list="skills" />
            <Rows {...field} list="provisions" rows={2} due />
            <Rows {...field} list="applicationCriteria" rows={4} />
            <Terms {...field} />
            <Price {...field} said={said} />
            <Suggested {...props} />
            <Dates {...field} said={said} />
            <Declarations {...field} />
            <ActionBar>
              <Button name="do" value="check">
                {builderTexts.saveAndCheck[language]}
              </Button>
              <Button kind="plain" name="do" value="save">
                {builderTexts.save[language]}
              </Button>
              <ButtonLink kind="link" href={path('/files/:id/preview', language, { id })}>
                {builderTexts.preview[language]}
              </ButtonLink>
            </ActionBar>
          </Form>
        </div>
        <Preview language={language} id={id} />
      </div>
    </>
  )
}

/** What the script needs: where to send and to ask, what the page shows, and its sentences. */
function wiring({ language, facts, reader }: Pick<BuilderProps, 'language' | 'facts' | 'reader'>) {
  const { id, version } = facts.opportunity
  const sentences = Object.fromEntries(Object.entries(liveTexts).map(([name, text]) => [name, text[language]]))
  return {
    'data-draft': id,
    'data-person': reader.id,
    'data-edits': path('/files/:id/edits', language, { id }),
    'data-presence': path('/files/:id/presence', language, { id }),
    'data-version': String(version),
    'data-shape': shapeOf(facts),
    'data-said': JSON.stringify(sentences),
  }
}

/** Hidden until the script fills it; without a script the preview is a page of its own. */
function Preview({ language, id }: { language: Language; id: string }) {
  return (
    <aside class="draft-preview stick" aria-labelledby="preview-head" hidden data-preview>
      <h2 id="preview-head" class="flush">
        {texts.previewHead[language]}
      </h2>
      <p class="row" role="group" aria-label={texts.previewIn[language]}>
        {(['en', 'fr'] as const).map((of) => (
          <button
            key={of}
            type="button"
            class="btn plain"
            lang={of}
            aria-pressed={of === language ? 'true' : 'false'}
            data-preview-of={path('/files/:id/preview', of, { id })}
          >
            {languageNames[of]}
          </button>
        ))}
      </p>
      <div class="draft-notice" data-notice />
    </aside>
  )
}

/** The dates and the price that the policy and the hours suggest: shown, and taken by one button. */
function Suggested({ language, facts }: Pick<BuilderProps, 'language' | 'facts'>) {
  const { suggestions, policy, opportunity } = facts
  const { closesAt, selectionDay, deliveryDay, price } = suggestions
  const action = path('/files/:id/statement', language, { id: opportunity.id })
  return (
    <section class="panel" aria-labelledby="suggested">
      <h2 id="suggested" class="flush" tabIndex={-1}>
        {texts.suggestHead[language]}
      </h2>
      <p>{texts.suggestLead[language]}</p>
      <Pairs
        items={[
          ...(price === null ? [] : [{ label: builderTexts.price[language], value: formatMoney(price, language) }]),
          { label: builderTexts.closingDay[language], value: formatInstant(closesAt, policy.zone, language) },
          { label: builderTexts.selectionDay[language], value: formatDay(selectionDay, language) },
          ...(deliveryDay === null
            ? []
            : [{ label: builderTexts.deliveryDay[language], value: formatDay(deliveryDay, language) }]),
        ]}
      />
      {price === null && <p>{texts.suggestHours[language]}</p>}
      <Button kind="plain" name="do" value="suggest" action={`${action}#${fieldId('price')}`}>
        {texts.suggest[language]}
      </Button>
    </section>
  )
}

/** Who else has the page open, in sentences. */
export const hereSentences = ({ here, written }: Pick<DraftFacts, 'here' | 'written'>, language: Language): string[] =>
  here.map(({ name, field }) => texts.here(name, field ? nameOfField(field, written.lists)[language] : '')[language])
