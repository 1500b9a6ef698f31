import type { ComponentChildren, VNode } from 'preact'
import type { Language } from '../platform/i18n.ts'
import { countLine, countOf, type Unit } from './count.ts'
import { fieldTexts, limitTexts } from './texts.ts'

/** An id made from any name: two names never share one, whatever characters they hold. */
export const fieldId = (name: string): string =>
  `f-${name.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16)}-`)}`

/** What each field has. A field without a label does not compile. */
export type Labelled = {
  language: Language
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  error?: string | undefined
  /** Fields are required unless they say so. */
  optional?: boolean | undefined
}

export type TextFieldProps = Labelled & {
  value?: string | undefined
  /** As long as what is expected: s for an amount or a code, m for a name. */
  width?: 's' | 'm' | undefined
  /** A token of the HTML list, such as `name` or `email`: the browser fills it in. */
  autocomplete?: string | undefined
  maxLength?: number | undefined
  /** The language of what is typed, when it is not the page's. */
  lang?: Language | undefined
  limit?: Limit | undefined
  spellcheck?: boolean | undefined
  readOnly?: boolean | undefined
}

/** A limit, counted in the browser as the server counts it. */
export type Limit = { readonly most: number; readonly unit: Unit }

/** One line of text. */
export const TextField = (props: TextFieldProps) => inputField(props, (its) => <input {...its} type="text" />)

/** An address that we write to. */
export const EmailField = (props: TextFieldProps) =>
  inputField({ autocomplete: 'email', spellcheck: false, ...props }, (its) => <input {...its} type="email" />)

/** An amount in dollars, typed as people type it; the form parses it. */
export const MoneyField = (props: TextFieldProps) =>
  inputField({ autocomplete: 'off', width: 's', ...props }, (its) => <input {...its} type="text" inputMode="decimal" />)

/** A whole number, as text: a browser’s number field swallows what it does not like. */
export const NumberField = (props: TextFieldProps) =>
  inputField({ autocomplete: 'off', width: 's', ...props }, (its) => <input {...its} type="text" inputMode="numeric" />)

/** A one-time code. Mistyped spaces are the form’s to remove. */
export const CodeField = (props: TextFieldProps) =>
  inputField({ autocomplete: 'one-time-code', width: 's', spellcheck: false, ...props }, (its) => (
    <input {...its} type="text" inputMode="numeric" />
  ))

/** A link. It is text here; `safeHref` decides whether it may be followed. */
export const LinkField = (props: TextFieldProps) =>
  inputField({ autocomplete: 'url', spellcheck: false, ...props }, (its) => (
    <input {...its} type="text" inputMode="url" />
  ))

/** A day, `YYYY-MM-DD`. Without the browser’s calendar the same form is typed. */
export const DateField = (props: TextFieldProps) =>
  inputField({ width: 's', ...props }, (its) => <input {...its} type="date" />)

/** A time of day, `HH:MM`, 24 hours. */
export const TimeField = (props: TextFieldProps) =>
  inputField({ width: 's', ...props }, (its) => <input {...its} type="time" />)

/** A password or passphrase: never typed back. */
export const PasswordField = ({ value: _, ...props }: TextFieldProps) =>
  inputField({ autocomplete: 'current-password', ...props }, (its) => <input {...its} type="password" />)

/** A few words to look for. */
export const SearchField = (props: TextFieldProps) => inputField(props, (its) => <input {...its} type="search" />)

/** Several lines of text, as tall as what is expected. */
export function TextArea({ rows = 5, ...props }: TextFieldProps & { rows?: number | undefined }) {
  const { name, value, limit, language } = props
  const id = fieldId(name)
  return (
    <Field {...props} id={id}>
      <textarea
        {...describedBy(props, id, limit && `${id}-count`)}
        id={id}
        name={name}
        rows={rows}
        lang={props.lang}
        spellcheck={props.spellcheck}
        autocomplete={props.autocomplete}
        maxLength={props.maxLength}
        readOnly={props.readOnly}
      >
        {value ?? ''}
      </textarea>
      {limit && <LimitLine id={id} limit={limit} value={props.value ?? ''} language={language} />}
    </Field>
  )
}

export type Option = { readonly value: string; readonly label: string; readonly lang?: Language | undefined }

/** One of many. Under seven choices, radios are read faster. */
export function Select({
  options,
  empty,
  ...props
}: Omit<TextFieldProps, 'limit'> & {
  options: readonly Option[]
  /** The first line, with no value; without it the first option is the one chosen. */
  empty?: string | undefined
}) {
  const { name, value, language } = props
  const id = fieldId(name)
  const first = empty ?? (value === undefined || value === '' ? fieldTexts.choose[language] : undefined)
  return (
    <Field {...props} id={id}>
      <select
        {...describedBy(props, id)}
        id={id}
        name={name}
        class={width(props.width)}
        autocomplete={props.autocomplete}
      >
        {first !== undefined && <option value="">{first}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** One file, or several with `multiple`. The types and the size belong in the hint. */
export function FileField({
  accept,
  multiple,
  ...props
}: Labelled & { accept?: string | undefined; multiple?: boolean | undefined }) {
  const id = fieldId(props.name)
  return (
    <Field {...props} id={id}>
      <input {...describedBy(props, id)} id={id} name={props.name} type="file" accept={accept} multiple={multiple} />
    </Field>
  )
}

/** What the form carries without showing it. */
export const Hidden = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
)

/** The label, hint, error and input as one: what is described is always joined to what it describes. */
export function Field({
  id,
  language,
  label,
  hint,
  error,
  optional,
  children,
}: Labelled & { id: string; children: ComponentChildren }) {
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>
        {label}
        <Optional language={language} optional={optional} />
      </label>
      <HintAndError id={id} hint={hint} error={error} language={language} />
      {children}
    </div>
  )
}

export function Optional({ language, optional }: { language: Language; optional?: boolean | undefined }) {
  return optional ? (
    <>
      {' '}
      <span class="regular quiet">{fieldTexts.optional[language]}</span>
    </>
  ) : null
}

export function HintAndError({
  id,
  hint,
  error,
  language,
}: {
  id: string
  hint?: ComponentChildren
  error?: string | undefined
  language: Language
}) {
  return (
    <>
      {hint && (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class="err" id={`${id}-error`}>
          <span class="vh">{fieldTexts.error[language]}</span>
          {error}
        </p>
      )}
    </>
  )
}

/** The attributes that join an input to its hint, its error and whatever else describes it. */
export function describedBy(
  { hint, error }: { hint?: ComponentChildren; error?: string | undefined },
  id: string,
  more?: string | undefined,
) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`, more].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? ('true' as const) : undefined }
}

type InputAttributes = ReturnType<typeof inputAttributes>

function inputField(props: TextFieldProps, input: (its: InputAttributes) => VNode) {
  const { name, limit, language } = props
  const id = fieldId(name)
  return (
    <Field {...props} id={id}>
      {input(inputAttributes(props, id))}
      {limit && <LimitLine id={id} limit={limit} value={props.value ?? ''} language={language} />}
    </Field>
  )
}

const inputAttributes = (props: TextFieldProps, id: string) => ({
  ...describedBy(props, id, props.limit && `${id}-count`),
  id,
  name: props.name,
  value: props.value,
  class: width(props.width),
  lang: props.lang,
  autocomplete: props.autocomplete,
  maxLength: props.maxLength,
  spellcheck: props.spellcheck,
  readOnly: props.readOnly,
})

/** How much of the limit is used; the browser rewrites it as one types, with the same sentences. */
function LimitLine({ id, limit, value, language }: { id: string; limit: Limit; value: string; language: Language }) {
  const { most, unit } = limit
  const pair = limitTexts[unit](most)
  const sentences = { within: pair.within[language], over: pair.over[language] }
  const count = countOf(value, unit)
  return (
    <p
      class="words"
      id={`${id}-count`}
      data-counts={id}
      data-most={most}
      data-unit={unit}
      data-within={sentences.within}
      data-over={sentences.over}
    >
      <span class={count > most ? 'over' : undefined}>{countLine(count, most, sentences)}</span>
    </p>
  )
}

const width = (size: 's' | 'm' | undefined): string | undefined => (size ? `w-${size}` : undefined)
