import type { Staff } from '../accounts/rules.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { formatMillis, formatPercent } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Radios } from '../ui/choices.tsx'
import { Hidden, Select, TextArea } from '../ui/fields.tsx'
import { ActionBar, Button, Form } from '../ui/form.tsx'
import { Fold, Note, Tag } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import type { comparedApplications } from './duplicates.store.ts'
import { exclusionReasons, isDecided, may, type Resemblance } from './duplicates.ts'
import type { Evaluated } from './rules.ts'
import { exclusionTexts, duplicateTexts as texts } from './texts.duplicates.ts'

export type DuplicateFacts = {
  readonly opportunity: Pick<Opportunity, 'id' | 'number' | 'title'>
  readonly file: Evaluated
  readonly zone: string
  readonly applications: Awaited<ReturnType<typeof comparedApplications>>
  readonly pairs: readonly Resemblance[]
}

type Props = {
  readonly actor: Staff
  readonly language: Language
  readonly facts: DuplicateFacts
  readonly values: Typed
  readonly errors: Problems
}

/** A field of one of the pairs of a page: none shares its name. */
export const fieldOf = (name: string, pairId: string): string => `${name}-${pairId}`

/** Pairs that are alike, side by side, with what is left to decide of each. */
export function DuplicatesPage(props: Props) {
  const { language, facts } = props
  const { opportunity, pairs } = facts
  return (
    <>
      <p class="eyebrow">{`${texts.file(opportunity.number)[language]} · ${opportunity.title[language]}`}</p>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{pairs.length === 0 ? texts.none[language] : texts.lead[language]}</p>
      {pairs
        .toSorted((first, second) => order(first) - order(second))
        .map((pair) => (
          <PairOf key={pair.id} pair={pair} {...props} />
        ))}
    </>
  )
}

/** What waits comes first: a request to take back, what nobody has looked at, what is proposed. */
const order = ({ state, takenBackBy }: Resemblance): number =>
  state === 'excluded' && takenBackBy ? 0 : ['found', 'proposed', 'excluded', 'distinct'].indexOf(state) + 1

function PairOf({ pair, ...props }: Props & { pair: Resemblance }) {
  const { actor, language, facts } = props
  const { applications, file } = facts
  const [one, other] = applications.filter(({ id }) => id === pair.firstId || id === pair.secondId)
  if (!one || !other) return null
  const sides = [one, other] as const
  const gone = new Set(applications.filter((each) => each.gone).map(({ id }) => id))
  const decided = isDecided(pair, gone)
  const state = decided && pair.state !== 'distinct' ? 'excluded' : pair.state
  const none = texts.nothing[language]
  const percent = formatPercent(pair.likeness, language, 0)
  const names = [
    'legalName',
    'operatingName',
    'workerName',
    'signatoryName',
    'email',
    'affiliates',
    'repositories',
  ] as const
  const answerOf = ({ answers }: (typeof sides)[number]) =>
    answers.find(({ criterionId }) => criterionId === pair.criterionId)?.answer ?? ''
  const rows = [
    ...names
      .filter((name) => one[name] || other[name])
      .map((name) => [texts.fields[name][language], one[name] || none, other[name] || none]),
    [
      texts.fields.received[language],
      ...sides.map(({ submittedAt }) => (submittedAt ? formatMillis(submittedAt, facts.zone, language) : '')),
    ],
    ...(pair.criterionId ? [[texts.fields.answer[language], answerOf(one), answerOf(other)]] : []),
  ]
  const title = texts.pair(one.number ?? 0, other.number ?? 0)[language]
  return (
    <section aria-labelledby={`pair-${pair.id}`}>
      <h2 id={`pair-${pair.id}`}>{title}</h2>
      <p>
        <Tag label={texts.states[state][language]} tone={decided ? 'ok' : 'soon'} />{' '}
        {[
          ...(pair.same.length > 0
            ? [
                `${texts.same[language]}${language === 'fr' ? '\u00a0' : ''}: ${pair.same.map((each) => texts.sameNames[each][language]).join(', ')}.`,
              ]
            : []),
          ...(pair.likeness > 0 ? [`${texts.alike(percent)[language]}.`] : []),
        ].join(' ')}
      </p>
      <FoldTable
        caption={title}
        captionHidden
        columns={[
          { label: texts.what[language] },
          ...sides.map(({ number }) => ({ label: texts.applicant(number ?? 0)[language] })),
        ]}
        rows={rows}
      />
      {!decided && pair.state === 'found' && may.judge(actor, file) && <Judging {...props} pair={pair} sides={sides} />}
      {!decided && pair.state === 'proposed' && <Proposed {...props} pair={pair} sides={sides} />}
      {pair.state === 'found' && pair.takenBackBecause && <p>{texts.wasBack(pair.takenBackBecause)[language]}</p>}
      {pair.state === 'distinct' && <p>{texts.looked(pair.note)[language]}</p>}
      {pair.state === 'excluded' && <Excluded {...props} pair={pair} sides={sides} />}
    </section>
  )
}

type Sides = { readonly sides: readonly [{ id: string; number: number | null }, { id: string; number: number | null }] }

function Judging({ language, facts, values, errors, pair, sides }: Props & Sides & { pair: Resemblance }) {
  const own = typed(values, 'pair') === pair.id
  const mine = own ? errors : []
  return (
    <Form
      action={path('/files/:id/duplicates', language, { id: facts.opportunity.id })}
      language={language}
      label={texts.says[language]}
      errors={mine}
    >
      <Hidden name="pair" value={pair.id} />
      <Radios
        language={language}
        name={fieldOf('says', pair.id)}
        label={texts.says[language]}
        value={own ? typed(values, fieldOf('says', pair.id)) : ''}
        error={problemAt(mine, fieldOf('says', pair.id), language)}
        choices={[
          { value: 'distinct', label: texts.distinct[language] },
          ...sides.map(({ id, number }) => ({ value: id, label: texts.excludeOne(number ?? 0)[language] })),
        ]}
      />
      <Select
        language={language}
        name={fieldOf('because', pair.id)}
        label={texts.because[language]}
        value={own ? typed(values, fieldOf('because', pair.id)) : ''}
        error={problemAt(mine, fieldOf('because', pair.id), language)}
        optional
        options={exclusionReasons.map((reason) => ({ value: reason, label: exclusionTexts[reason][language] }))}
      />
      <TextArea
        language={language}
        name={fieldOf('note', pair.id)}
        label={texts.note[language]}
        rows={3}
        value={own ? typed(values, fieldOf('note', pair.id)) : ''}
        error={problemAt(mine, fieldOf('note', pair.id), language)}
      />
      <ActionBar>
        <Button>{texts.send[language]}</Button>
      </ActionBar>
    </Form>
  )
}

/** What was decided, and the way back: the program team asks, procurement takes it back or lets it stand. */
function Excluded({ actor, language, facts, values, errors, pair, sides }: Props & Sides & { pair: Resemblance }) {
  const { id } = facts.opportunity
  const number = sides.find((side) => side.id === pair.excludedId)?.number ?? 0
  const own = typed(values, 'pair') === pair.id
  const mine = own ? errors : []
  const asked = pair.takenBackBy !== null
  const open = !facts.file.lock
  return (
    <>
      <p>
        {texts.excludedOne(number)[language]} {pair.because && exclusionTexts[pair.because][language]}
      </p>
      <p>{texts.looked(pair.note)[language]}</p>
      {asked && (
        <Note tone="warn" head={texts.askedBack(number)[language]} level={3}>
          <p>{pair.takenBackBecause}</p>
        </Note>
      )}
      {open && !asked && may.judge(actor, facts.file) && (
        <Fold small label={texts.askBack[language]} open={mine.length > 0}>
          <p>{texts.askBackLead[language]}</p>
          <Form
            action={path('/files/:id/duplicates/readmission', language, { id })}
            language={language}
            label={texts.askBack[language]}
            errors={mine}
          >
            <Hidden name="pair" value={pair.id} />
            <TextArea
              language={language}
              name={fieldOf('back', pair.id)}
              label={texts.backReason[language]}
              rows={3}
              value={own ? typed(values, fieldOf('back', pair.id)) : ''}
              error={problemAt(mine, fieldOf('back', pair.id), language)}
            />
            <ActionBar>
              <Button kind="plain">{texts.askBack[language]}</Button>
            </ActionBar>
          </Form>
        </Fold>
      )}
      {open && asked && may.confirm(actor, facts.file) && (
        <>
          <PairAct
            {...{ language, pair, errors: mine, label: texts.takeBack }}
            action={path('/files/:id/duplicates/readmission/confirmation', language, { id })}
          />
          <PairAct
            {...{ language, pair, label: texts.letStand }}
            kind="plain"
            action={path('/files/:id/duplicates/readmission/return', language, { id })}
          />
        </>
      )}
    </>
  )
}

function Proposed({ actor, language, facts, values, errors, pair, sides }: Props & Sides & { pair: Resemblance }) {
  const { id } = facts.opportunity
  const number = sides.find((side) => side.id === pair.excludedId)?.number ?? 0
  const mine = typed(values, 'pair') === pair.id ? errors : []
  return (
    <>
      <p>
        {texts.proposes(number)[language]} {pair.because && exclusionTexts[pair.because][language]}
      </p>
      <p>{texts.looked(pair.note)[language]}</p>
      {may.confirm(actor, facts.file) && (
        <>
          <PairAct
            {...{ language, pair, errors: mine, label: texts.confirm }}
            kind="stop"
            action={path('/files/:id/duplicates/confirmation', language, { id })}
          />
          <PairAct
            {...{ language, pair, label: texts.back }}
            kind="plain"
            action={path('/files/:id/duplicates/return', language, { id })}
          />
        </>
      )}
    </>
  )
}

/** What is done with a pair by one press, named by what it does. */
function PairAct({
  language,
  pair,
  label,
  action,
  kind = 'act',
  errors = [],
}: {
  language: Language
  pair: Resemblance
  label: Text
  action: string
  kind?: 'act' | 'plain' | 'stop'
  errors?: Problems
}) {
  return (
    <Form action={action} language={language} label={label[language]} errors={errors}>
      <Hidden name="pair" value={pair.id} />
      <ActionBar>
        <Button kind={kind}>{label[language]}</Button>
      </ActionBar>
    </Form>
  )
}
