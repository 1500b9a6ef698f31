import type { Actor } from '../accounts/rules.ts'
import { formatInstant } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { TextField } from '../ui/fields.tsx'
import { ActionBar, Button, Form } from '../ui/form.tsx'
import { Pairs, StatusBox } from '../ui/parts.tsx'
import { beaconSources } from './beacon.ts'
import type { StaffDraw } from './pages.ts'
import { can } from './rules.ts'
import { publicTexts, staffTexts as words } from './texts.pages.ts'
import { sourceTexts } from './texts.ts'

type Shown = {
  readonly actor: Actor
  readonly language: Language
  readonly draw: StaffDraw
  readonly values?: Typed
  readonly errors?: Problems
}

/** The draw of a file for staff: where it stands, and the two acts that two people take. */
export function StaffDrawPage({ actor, language, draw, values = {}, errors = [] }: Shown) {
  const { opportunity, file, zone, knownFrom } = draw
  const { id } = opportunity
  const ref = file.manifest?.beaconRef
  const source = beaconSources.find((name) => ref?.startsWith(`${name} `))
  const enters = mayEnter(actor, draw)
  const decides = mayDecide(actor, draw)
  return (
    <>
      <p class="eyebrow">{`${words.file(opportunity.number)[language]} · ${opportunity.title[language]}`}</p>
      <h1>{words.title[language]}</h1>
      <Status {...{ actor, language, draw }} />
      {ref && source && (
        <Pairs
          items={[
            { label: words.reference[language], value: <span class="mono">{ref}</span> },
            {
              label: sourceTexts[source].name[language],
              value: sourceTexts[source].where[language],
            },
            ...(knownFrom
              ? [{ label: words.knownFrom[language], value: formatInstant(knownFrom, zone, language) }]
              : []),
            ...(file.waiting
              ? [
                  {
                    label: words.typedBy(draw.typedBy)[language],
                    value: <strong class="mono break">{file.waiting.value}</strong>,
                  },
                ]
              : []),
          ]}
        />
      )}
      {enters && source && (
        <Form action={path('/files/:id/draw/value', language, { id })} language={language} errors={errors}>
          <TextField
            language={language}
            name="value"
            label={words.valueLabel[language]}
            hint={sourceTexts[source].example && words.example(sourceTexts[source].example)[language]}
            value={typed(values, 'value')}
            error={problemAt(errors, 'value', language)}
            autocomplete="off"
            spellcheck={false}
          />
          <ActionBar>
            <Button>{words.enter[language]}</Button>
          </ActionBar>
        </Form>
      )}
      {decides && (
        <Form
          action={path('/files/:id/draw/confirmation', language, { id })}
          language={language}
          label={words.confirm[language]}
          errors={errors}
        >
          <p>{words.decideText[language]}</p>
          <ActionBar>
            <Button>{words.confirm[language]}</Button>
          </ActionBar>
        </Form>
      )}
      {decides && (
        <Form
          action={path('/files/:id/draw/rejection', language, { id })}
          language={language}
          label={words.reject[language]}
        >
          <ActionBar>
            <Button kind="stop">{words.reject[language]}</Button>
          </ActionBar>
        </Form>
      )}
      {!enters && !decides && errors.length > 0 && (
        <Form action="#" language={language} errors={errors} label={words.title[language]}>
          {null}
        </Form>
      )}
      {draw.hasPage && (
        <p>
          <a href={path('/draws/:slug', language, { slug: opportunity.slug })}>{words.publicPage[language]}</a>
        </p>
      )}
    </>
  )
}

const mayEnter = (actor: Actor, { file, isKnown }: StaffDraw): boolean =>
  file.state === 'locked' && isKnown && !file.waiting && can.enter(actor, file)

const mayDecide = (actor: Actor, { file }: StaffDraw): boolean =>
  file.state === 'locked' &&
  file.waiting !== undefined &&
  can.decide(actor, file) &&
  actor.kind === 'staff' &&
  file.waiting.enteredBy !== actor.id

function Status({ actor, language, draw }: Shown) {
  const { zone, knownFrom, file } = draw
  const [tone, what, more, next] = saidOf(actor, draw)
  return (
    <StatusBox
      language={language}
      tone={tone}
      happening={{ what: what[language], more: more[language] }}
      next={{ what: next[language], more: next === words.nothing ? words.toldWhen[language] : undefined }}
      by={
        knownFrom && file.state === 'locked'
          ? {
              what: <time dateTime={knownFrom.toISOString()}>{formatInstant(knownFrom, zone, language)}</time>,
              more: publicTexts.byNumber[language],
            }
          : { what: publicTexts.byNone[language] }
      }
    />
  )
}

function saidOf(actor: Actor, draw: StaffDraw): ['you' | 'waiting' | 'done', Text, Text, Text] {
  const { file, isKnown } = draw
  const before = ['draft', 'in_review', 'in_approval', 'ready', 'open', 'closed', 'evaluating'].includes(file.state)
  if (before) return ['waiting', words.notYet, words.notYetMore, words.nothing]
  if (file.state !== 'locked')
    return file.manifest && file.manifest.beaconRef !== 'none'
      ? ['done', words.done, words.doneMore, words.nothing]
      : ['done', words.none, words.noneMore, words.nothing]
  if (!file.manifest) return ['waiting', words.preparing, words.preparingMore, words.nothing]
  if (mayDecide(actor, draw)) return ['you', words.typedIn, words.numberKnownMore, words.toDecide]
  if (file.waiting) return ['waiting', words.typedIn, words.numberKnownMore, words.nothing]
  if (!isKnown) return ['waiting', words.waitsForNumber, words.waitsMore, words.nothing]
  return mayEnter(actor, draw)
    ? ['you', words.numberKnown, words.numberKnownMore, words.toEnter]
    : ['waiting', words.numberKnown, words.numberKnownMore, words.nothing]
}
