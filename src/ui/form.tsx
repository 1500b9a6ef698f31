import type { ComponentChildren } from 'preact'
import type { Problems } from '../platform/forms.ts'
import type { Language } from '../platform/i18n.ts'
import { ChoiceGroup } from './choices.tsx'
import { fieldId, type Labelled, type Limit, TextArea, TextField } from './fields.tsx'
import { errorsHead, fieldTexts, languageNames } from './texts.ts'

/**
 * A form that works without a script. Errors come back on top and at each field, in the same words.
 * `enter` is what the Enter key means: without it, Enter would press the first button, which may be "Remove".
 */
export function Form({
  action,
  language,
  errors = [],
  method = 'post',
  files,
  label,
  enter,
  keep,
  children,
}: {
  action: string
  language: Language
  errors?: Problems | undefined
  method?: 'post' | 'get' | undefined
  /** True when the form carries files. */
  files?: boolean | undefined
  /** A name, when a page has several forms. */
  label?: string | undefined
  enter?: { name: string; value: string } | undefined
  /** A sentence under the head of the errors; by default, that nothing is lost. */
  keep?: string | undefined
  children: ComponentChildren
}) {
  return (
    <>
      <ErrorSummary language={language} errors={errors} keep={keep} />
      <form
        action={action}
        method={method}
        encType={files ? 'multipart/form-data' : undefined}
        aria-label={label}
        noValidate
      >
        {enter && (
          <button class="vh" type="submit" tabIndex={-1} aria-hidden="true" name={enter.name} value={enter.value}>
            {enter.value}
          </button>
        )}
        {children}
      </form>
    </>
  )
}

/** All that is wrong, on top, each a link to its field; a problem without a field is about the whole form. The script puts the focus here; without it, it is read first. */
export function ErrorSummary({
  language,
  errors,
  keep,
}: {
  language: Language
  errors: Problems
  keep?: string | undefined
}) {
  if (errors.length === 0) return null
  return (
    <div class="errors" role="alert" aria-labelledby="errors-head" tabIndex={-1} data-focus>
      <h2 id="errors-head">{errorsHead(errors.length)[language]}</h2>
      <p>{keep ?? fieldTexts.nothingLost[language]}</p>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={`${field} ${text.en}`}>
            {field === '' ? <strong>{text[language]}</strong> : <a href={`#${fieldId(field)}`}>{text[language]}</a>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Filled once a page; plain for the second way; stop for what destroys; lit on the deep ground; link for what can wait. */
export type ButtonKind = 'act' | 'plain' | 'stop' | 'lit' | 'link'

const buttonClass = (kind: ButtonKind, full?: boolean): string =>
  `${kind === 'link' ? 'link' : kind === 'act' ? 'btn' : `btn ${kind}`}${full ? ' full' : ''}`

/** Sends the form. The word on it is the thing that will happen. */
export function Button({
  kind = 'act',
  name,
  value,
  full,
  describedBy,
  action,
  children,
}: {
  kind?: ButtonKind
  name?: string | undefined
  value?: string | undefined
  full?: boolean
  describedBy?: string | undefined
  /** Sends the form there instead: the same address with the place on the page to come back to. */
  action?: string | undefined
  children: ComponentChildren
}) {
  return (
    <button
      class={buttonClass(kind, full)}
      type="submit"
      name={name}
      value={value}
      formAction={action}
      aria-describedby={describedBy}
    >
      {children}
    </button>
  )
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({
  href,
  kind = 'act',
  full,
  hreflang,
  download,
  children,
}: {
  href: string
  kind?: ButtonKind
  full?: boolean
  hreflang?: Language | undefined
  download?: boolean | undefined
  children: ComponentChildren
}) {
  return (
    <a class={buttonClass(kind, full)} href={href} hreflang={hreflang} download={download}>
      {children}
    </a>
  )
}

/** Buttons and links side by side. They are not printed. */
export const ActionBar = ({ children }: { children: ComponentChildren }) => <div class="acts">{children}</div>

export type PairProps = Omit<Labelled, 'error'> & {
  value: { readonly en: string; readonly fr: string }
  error?: { readonly en?: string | undefined; readonly fr?: string | undefined } | undefined
  /** Rows of a text area; without them, one line. */
  rows?: number | undefined
  limit?: { readonly en: Limit; readonly fr: Limit } | undefined
}

/** The names of the two inputs of a pair. */
export const pairNames = (name: string) => ({ en: `${name}_en`, fr: `${name}_fr` }) as const

/** One fixed field in both languages, side by side: named `name_en` and `name_fr`. */
export function PairField({ value, error, rows, limit, ...props }: PairProps) {
  const { name, language } = props
  const names = pairNames(name)
  const order: Language[] = language === 'en' ? ['en', 'fr'] : ['fr', 'en']
  return (
    <ChoiceGroup {...props}>
      <div class="pair">
        {order.map((of) => {
          const field = {
            language,
            name: names[of],
            label: <span lang={of}>{languageNames[of]}</span>,
            value: value[of],
            error: error?.[of],
            limit: limit?.[of],
            lang: of,
            spellcheck: true,
          }
          return rows ? <TextArea key={of} {...field} rows={rows} /> : <TextField key={of} {...field} />
        })}
      </div>
    </ChoiceGroup>
  )
}

/** A list of rows. Adding and removing are submit buttons: `add=name`, `remove=name:index` (from 0). */
export function RepeatedField({
  language,
  name,
  label,
  hint,
  error,
  optional,
  rows,
  rowLabel,
  addLabel,
  atLeast = 0,
  atMost,
  action,
}: Labelled & {
  rows: readonly ComponentChildren[]
  /** The name of a row, from 1: "Work criterion 2". */
  rowLabel: (place: number) => string
  addLabel: string
  atLeast?: number
  atMost?: number
  /** The address of the form: with it, a button comes back to its row and not to the top of a long page. */
  action?: string | undefined
}) {
  const id = fieldId(name)
  const rowId = (index: number) => `${id}-${index + 1}`
  const back = (to: string) => action && `${action}#${to}`
  return (
    <ChoiceGroup language={language} name={name} label={label} hint={hint} error={error} optional={optional}>
      <div class="rows" id={id} tabIndex={-1}>
        {rows.map((row, index) => (
          <fieldset class="row-of" key={index} id={rowId(index)}>
            <legend>{rowLabel(index + 1)}</legend>
            {row}
            {rows.length > atLeast && (
              <Button kind="link" name="remove" value={`${name}:${index}`} action={back(id)}>
                {fieldTexts.remove[language]} <span class="vh">{rowLabel(index + 1)}</span>
              </Button>
            )}
          </fieldset>
        ))}
      </div>
      {(atMost === undefined || rows.length < atMost) && (
        <p>
          <Button kind="plain" name="add" value={name} action={back(rowId(rows.length))}>
            {addLabel}
          </Button>
        </p>
      )}
    </ChoiceGroup>
  )
}
