import type { ComponentChildren } from 'preact'
import type { Language } from '../platform/i18n.ts'
import { describedBy, fieldId, HintAndError, type Labelled, Optional } from './fields.tsx'

export type Choice = {
  readonly value: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly lang?: Language | undefined
}

type Group = Labelled & {
  choices: readonly Choice[]
  /** The legend is the question of the page: it takes the size of a title. */
  big?: boolean | undefined
}

/** One of a few, all in sight. Tiles are for a decision: pass or fail, yes or no. */
export function Radios({
  value,
  tiles,
  ...props
}: Group & { value?: string | undefined; tiles?: boolean | undefined }) {
  return (
    <ChoiceGroup {...props}>
      <div class={tiles ? 'tiles' : undefined}>
        {props.choices.map((choice, index) => (
          <Pick
            key={choice.value}
            type="radio"
            id={choiceId(props.name, choice.value, index)}
            name={props.name}
            choice={choice}
            checked={choice.value === value}
          />
        ))}
      </div>
    </ChoiceGroup>
  )
}

/** Several of a few. */
export function CheckboxGroup({ values = [], ...props }: Group & { values?: readonly string[] | undefined }) {
  return (
    <ChoiceGroup {...props}>
      {props.choices.map((choice, index) => (
        <Pick
          key={choice.value}
          type="checkbox"
          id={choiceId(props.name, choice.value, index)}
          name={props.name}
          choice={choice}
          checked={values.includes(choice.value)}
        />
      ))}
    </ChoiceGroup>
  )
}

/** One declaration, said in full in the label. */
export function Checkbox({
  checked,
  value = 'yes',
  ...props
}: Labelled & { checked?: boolean | undefined; value?: string | undefined }) {
  const { name, label, hint, error, language, optional } = props
  const id = fieldId(name)
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <HintAndError id={id} error={error} language={language} />
      <div class="pick">
        <input {...describedBy(props, id)} type="checkbox" id={id} name={name} value={value} checked={checked} />
        <label for={id}>
          {label}
          <Optional language={language} optional={optional} />
        </label>
        {hint && (
          <div class="hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
      </div>
    </div>
  )
}

/** A fieldset whose legend, hint and error belong to all that it holds. */
export function ChoiceGroup({ children, big, ...props }: Omit<Group, 'choices'> & { children: ComponentChildren }) {
  const { name, label, hint, error, language, optional } = props
  const id = fieldId(name)
  return (
    <fieldset class={error ? 'wrong' : 'tight'} aria-describedby={describedBy(props, id)['aria-describedby']}>
      <legend class={big ? 'big' : undefined}>
        {label}
        <Optional language={language} optional={optional} />
      </legend>
      <HintAndError id={id} hint={hint} error={error} language={language} />
      {children}
    </fieldset>
  )
}

function Pick({
  type,
  id,
  name,
  choice,
  checked,
}: {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  choice: Choice
  checked: boolean
}) {
  return (
    <div class="pick">
      <input
        type={type}
        id={id}
        name={name}
        value={choice.value}
        checked={checked}
        aria-describedby={choice.hint ? `${id}-hint` : undefined}
      />
      <label for={id} lang={choice.lang}>
        {choice.label}
      </label>
      {choice.hint && (
        <div class="hint" id={`${id}-hint`}>
          {choice.hint}
        </div>
      )}
    </div>
  )
}

/** The first choice takes the id of the field, so that the link in the list of errors lands on it. */
const choiceId = (name: string, value: string, index: number): string =>
  index === 0 ? fieldId(name) : fieldId(`${name}=${value}`)
