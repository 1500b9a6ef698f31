import type { ComponentChildren } from 'preact'
import { formatInstant } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { type FieldMark, isOf, type Segment } from '../scanning/rules.ts'
import { markAdvice, markNames } from '../scanning/texts.ts'
import { fieldId, Hidden, TextField } from '../ui/fields.tsx'
import { Button, ButtonLink, ErrorSummary, Form } from '../ui/form.tsx'
import { Note, Panel } from '../ui/parts.tsx'
import type { FilePageFacts } from './pages.ts'
import { listFields } from './rules.fields.ts'
import { rowKey, rowsOf } from './segments.ts'
import type { ExplainedMark } from './store.readiness.ts'
import { languageIn } from './texts.findings.ts'
import { scanTexts as texts } from './texts.scan.ts'
import { fieldName } from './texts.statement.ts'
import { FileHead, titleIn, titleOf } from './views.file.tsx'

export type ScanProps = {
  readonly facts: FilePageFacts
  readonly language: Language
  readonly segments: readonly Segment[]
  readonly marks: readonly FieldMark[]
  readonly explained: readonly ExplainedMark[]
  /** Names of those who gave a reason, by their id. */
  readonly names: ReadonlyMap<string, string>
  readonly form: Typed
  readonly problems: Problems
}

/** What the scan found, each in its text: to edit, or to explain. */
export function ScanPage(props: ScanProps) {
  const { facts, language, marks, explained } = props
  const open = marks.filter((mark) => !explained.some((each) => isOf(mark, each)))
  const settled = marks.filter((mark) => explained.some((each) => isOf(mark, each)))
  const { id, state } = facts.opportunity
  // A problem whose passage is gone has no form to stand in.
  const lost = !open.some((mark) => isAsked(mark, props.form))
  return (
    <div class="narrow">
      <FileHead facts={facts} language={language} title={texts.title[language]} />
      {lost && <ErrorSummary language={language} errors={props.problems.map((each) => ({ ...each, field: '' }))} />}
      <p class="lead" lang={titleIn(facts, language)}>
        {titleOf(facts, language)}
      </p>
      {open.length === 0 ? (
        <Note tone="ok" head={texts.clean[language]} level={2}>
          <p>{texts.cleanMore[language]}</p>
        </Note>
      ) : (
        <>
          <p>{texts.lead[language]}</p>
          <h2>{texts.open(open.length)[language]}</h2>
          {groupsOf(open).map((mark, place) => (
            <OpenMark key={keyOf(mark)} {...props} mark={mark} place={place} />
          ))}
        </>
      )}
      {settled.length > 0 && (
        <>
          <h2>{texts.explained[language]}</h2>
          {groupsOf(settled).map((mark, place) => (
            <SettledMark key={keyOf(mark)} {...props} mark={mark} place={place} />
          ))}
        </>
      )}
      {state === 'draft' && (
        <p>
          <ButtonLink kind={open.length === 0 ? 'act' : 'plain'} href={path('/files/:id/readiness', language, { id })}>
            {texts.back[language]}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

function OpenMark(props: ScanProps & { mark: FieldMark; place: number }) {
  const { facts, language, mark, place, form, problems } = props
  const { id, state } = facts.opportunity
  const { kind, field, digest } = mark
  const name = `reason_${place + 1}`
  const asked = isAsked(mark, form)
  const head = `${whereOf(facts, mark)[language]} – ${texts.looksLike(markNames[kind])[language]}`
  return (
    <Panel id={`mark-${place + 1}`} head={head} level={3} tint={false}>
      <MarkedText {...props} />
      <p>{markAdvice[kind][language]}</p>
      {state === 'draft' && (
        <p>
          <a href={`${path('/files/:id/statement', language, { id })}#${fieldId(`${field}_${mark.language}`)}`}>
            {texts.edit[language]}
            <span class="vh"> – {whereOf(facts, mark)[language]}</span>
          </a>
        </p>
      )}
      <Form
        action={path('/files/:id/scan', language, { id })}
        language={language}
        label={`${texts.reason[language]} – ${place + 1}`}
        errors={asked ? problems.map((problem) => ({ ...problem, field: name })) : []}
      >
        <Hidden name="kind" value={kind} />
        <Hidden name="field" value={field} />
        <Hidden name="digest" value={digest} />
        <Hidden name="place" value={String(place + 1)} />
        <TextField
          language={language}
          name={name}
          label={texts.reason[language]}
          hint={texts.reasonHint[language]}
          autocomplete="off"
          value={asked ? typed(form, name) : ''}
          error={asked ? problemAt(problems, 'reason', language) : undefined}
        />
        <Button kind="plain">
          {texts.keep[language]}
          <span class="vh"> – {whereOf(facts, mark)[language]}</span>
        </Button>
      </Form>
    </Panel>
  )
}

function SettledMark(props: ScanProps & { mark: FieldMark; place: number }) {
  const { facts, language, mark, place, explained, names } = props
  const head = `${whereOf(facts, mark)[language]} – ${texts.looksLike(markNames[mark.kind])[language]}`
  const reason = explained.find((each) => isOf(mark, each))
  return (
    <Panel id={`explained-${place + 1}`} head={head} level={3} tint={false}>
      <MarkedText {...props} />
      {reason && (
        <p>
          {reason.reason}
          <br />
          <small>
            {texts.by(names.get(reason.by) ?? '', formatInstant(reason.at, facts.policy.zone, language))[language]}
          </small>
        </p>
      )}
    </Panel>
  )
}

/** Is this the passage that the form was about? */
const isAsked = ({ digest, field }: FieldMark, form: Typed): boolean =>
  typed(form, 'digest') === digest && typed(form, 'field') === field

/** The text around each place where the mark stands, with the marked words set off. */
function MarkedText({ segments, marks, mark }: ScanProps & { mark: FieldMark }) {
  const segment = segments.find(({ field, language }) => field === mark.field && language === mark.language)
  if (!segment) return null
  const places = marks.filter((each) => each.language === mark.language && isOf(each, mark))
  return (
    <blockquote lang={segment.language}>
      {places.map(({ start, end }) => (
        <p key={start}>{passage(segment.text, start, end)}</p>
      ))}
    </blockquote>
  )
}

function passage(text: string, start: number, end: number): ComponentChildren {
  const from = start <= AROUND ? 0 : text.lastIndexOf(' ', start - AROUND) + 1
  const to = text.indexOf(' ', end + AROUND)
  return (
    <>
      {from > 0 && '…'}
      {text.slice(from, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end, to === -1 ? undefined : to)}
      {to !== -1 && '…'}
    </>
  )
}
const AROUND = 90

/** The same text in the same field and language is one thing to decide. */
const groupsOf = (marks: readonly FieldMark[]): FieldMark[] =>
  marks.filter((mark, place) => marks.findIndex((each) => keyOf(each) === keyOf(mark)) === place)

const keyOf = ({ field, kind, digest, language }: FieldMark): string => [field, kind, digest, language].join(' ')

/** The field, or the row by its place, and the language of the text. */
function whereOf({ statement }: FilePageFacts, { field, language }: FieldMark) {
  const [name = '', row] = field.split('.')
  const list = listFields.find((each) => each === name)
  const index = list ? rowsOf(statement, list).findIndex((each, place) => rowKey(each, place) === row) : -1
  const label = fieldName(list && index >= 0 ? `${list}.${index}` : name)
  const of = languageIn[language]
  return { en: `${label.en} (${of.en})`, fr: `${label.fr} (${of.fr})` }
}
