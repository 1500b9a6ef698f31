import type { Staff } from '../accounts/rules.ts'
import { formatInstant } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import { type Language, languages } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Checkbox, Radios } from '../ui/choices.tsx'
import { DateField, Hidden, MoneyField, NumberField, TextArea, TextField } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, Form, PairField } from '../ui/form.tsx'
import { Fold, Note, Quote, StatusBox, Tag } from '../ui/parts.tsx'
import { limits, mostRows } from './forms.statement.ts'
import { Changes } from './notice.content.tsx'
import type { FilePageFacts } from './pages.ts'
import { type CriteriaList, hasMaterial, numberOf } from './rules.amended.ts'
import { type Dates, markOf, type Pending } from './rules.changes.ts'
import { amendmentStates, amendmentTexts as texts } from './texts.amendments.ts'
import { decisionTexts } from './texts.decisions.ts'
import { builderTexts, listTexts, pairTexts } from './texts.statement.ts'
import { FileHead } from './views.file.tsx'

export type AmendmentProps = {
  readonly facts: FilePageFacts
  readonly actor: Staff
  readonly language: Language
  readonly form: Typed
  readonly problems: Problems
  readonly pending: Pending | undefined
  /** The dates if the amendment on its way were posted now. */
  readonly dates: Dates | undefined
}

/** The amendment on its way, and the form in which it is written. */
export function AmendmentPage(props: AmendmentProps) {
  const { facts, actor, language, pending } = props
  const { id } = facts.opportunity
  const action = path('/files/:id/amendments', language, { id })
  const decides = actor.roles.includes('procurement')
  return (
    <>
      <FileHead facts={facts} language={language} />
      <h2>{decisionTexts.amendTitle[language]}</h2>
      <Stands {...props} />
      {pending && <Underway {...props} pending={pending} />}
      {pending?.state === 'in_review' && decides && !pending.writers.includes(actor.id) && (
        <ActionBar>
          <ButtonLink href={path('/files/:id/amendments/decision', language, { id })}>
            {texts.decideTitle[language]}
          </ButtonLink>
        </ActionBar>
      )}
      {pending && (
        <Form action={action} language={language} label={texts.discard[language]}>
          <Button kind="stop" name="do" value="discard">
            {texts.discard[language]}
          </Button>
        </Form>
      )}
      {pending?.state !== 'in_review' && <Writing {...props} action={action} />}
    </>
  )
}

function Stands({ facts, language, pending }: AmendmentProps) {
  const { opportunity, policy } = facts
  const closes = opportunity.closesAt ? formatInstant(opportunity.closesAt, policy.zone, language) : ''
  const waits = pending?.state === 'in_review'
  return (
    <StatusBox
      language={language}
      level={3}
      tone={waits ? 'waiting' : 'you'}
      happening={{
        what: (pending ? texts.pending : texts.open)[language],
        more: waits ? texts.waitsForThem[language] : texts.lead[language],
      }}
      next={
        waits
          ? { what: texts.waitsForThem[language] }
          : { what: (pending ? texts.writeAgain : texts.write)[language], more: texts.same[language] }
      }
      by={{ what: closes, more: texts.moves(policy.amendmentBusinessDays)[language] }}
    />
  )
}

/** What an amendment says, in both languages, with what it does to the closing. */
export function Underway({ facts, language, pending, dates }: AmendmentProps & { pending: Pending }) {
  const { opportunity, policy } = facts
  const moves = dates && opportunity.closesAt && dates.closesAt > opportunity.closesAt
  return (
    <section aria-labelledby="underway">
      <h3 id="underway">
        {texts.pending[language]} <Tag tone="soon" label={amendmentStates[pending.state][language]} />
      </h3>
      {pending.returnedBecause && (
        <Note tone="warn" head={texts.returned[language]} level={4}>
          <p>{pending.returnedBecause}</p>
        </Note>
      )}
      {hasMaterial(pending.changes) && (
        <p>
          <strong>{texts.material[language]}</strong>
        </p>
      )}
      {dates && (
        <p>
          {moves
            ? texts.ifPosted(formatInstant(dates.closesAt, policy.zone, language))[language]
            : texts.stays[language]}
        </p>
      )}
      {languages.map((each) => (
        <div key={each} lang={each}>
          <h4>{(each === 'en' ? texts.english : texts.french)[each]}</h4>
          <Quote>
            <p>{pending.reason[each]}</p>
          </Quote>
          <Changes changes={pending.changes} zone={policy.zone} language={each} />
        </div>
      ))}
    </section>
  )
}

function Writing({ facts, language, form, problems, pending, action }: AmendmentProps & { action: string }) {
  const { statement, opportunity } = facts
  const field = (name: string) => ({
    ...{ language, name, value: typed(form, name), error: problemAt(problems, name, language) },
  })
  const pair = (name: string, most: number, label: string, rows?: number) => (
    <PairField
      key={name}
      language={language}
      name={name}
      label={label}
      value={{ en: typed(form, `${name}_en`), fr: typed(form, `${name}_fr`) }}
      rows={rows}
      limit={{ en: { most, unit: 'characters' }, fr: { most, unit: 'characters' } }}
      error={{ en: problemAt(problems, `${name}_en`, language), fr: problemAt(problems, `${name}_fr`, language) }}
    />
  )
  const rows = (list: 'skills' | 'provisions', height?: number) =>
    statement[list].map((_, place) =>
      pair(`${list}.${place}`, limits[list], listTexts[list].row(place + 1)[language], height),
    )
  const criteria = (list: CriteriaList, label: string) => (
    <>
      {statement[list].map((row, place) => {
        const name = listTexts[list].row(numberOf(row, place))
        const box = removedField(list, place)
        return (
          <>
            {pair(`${list}.${place}`, limits[list], name[language], 4)}
            <Checkbox
              key={box}
              language={language}
              name={box}
              label={texts.remove(name)[language]}
              checked={typed(form, box) === 'yes'}
            />
          </>
        )
      })}
      {newPlaces(list, form, statement[list].length).map((place) =>
        pair(addedField(list, place), limits[list], label, 4),
      )}
    </>
  )
  return (
    <Form action={action} language={language} errors={problems} enter={{ name: 'do', value: 'keep' }}>
      <h3>{(pending ? texts.writeAgain : texts.write)[language]}</h3>
      <Hidden name="seen" value={typed(form, 'seen') || String(opportunity.version)} />
      {pair('title', limits.title, pairTexts.title.label[language])}
      {pair('teaser', limits.teaser, pairTexts.teaser.label[language], 4)}
      {pair('team', limits.team, pairTexts.team.label[language])}
      {pair('background', limits.background, pairTexts.background.label[language], 8)}
      <Fold
        label={texts.material[language]}
        open={problems.length > 0 || (pending ? hasMaterial(pending.changes) : false)}
      >
        <p>{texts.materialText[language]}</p>
        {pair('work', limits.work, pairTexts.work.label[language], 10)}
        {criteria('workCriteria', texts.addWork[language])}
        {criteria('applicationCriteria', texts.addApplication[language])}
        {rows('skills')}
        {rows('provisions', 2)}
        <MoneyField {...field('price')} label={builderTexts.price[language]} width="s" />
        <NumberField {...field('hours')} label={builderTexts.hours[language]} width="s" optional />
        <TextField {...field('licence')} label={builderTexts.licence[language]} width="m" autocomplete="off" />
        <TextField
          {...field('repository_url')}
          label={builderTexts.repositoryUrl[language]}
          autocomplete="off"
          optional={statement.repository.kind === 'supplier'}
        />
        <DateField {...field('delivery_day')} label={builderTexts.deliveryDay[language]} />
      </Fold>
      <DateField {...field('selection_day')} label={builderTexts.selectionDay[language]} />
      <PairField
        language={language}
        name="reason"
        label={decisionTexts.publicReason[language]}
        hint={decisionTexts.publicReasonHint[language]}
        rows={3}
        value={{ en: typed(form, 'reason_en'), fr: typed(form, 'reason_fr') }}
        error={{ en: problemAt(problems, 'reason_en', language), fr: problemAt(problems, 'reason_fr', language) }}
      />
      <p>{texts.happensText[language]}</p>
      <ActionBar>
        <Button name="do" value="post">
          {texts.post[language]}
        </Button>
        <Button kind="plain" name="do" value="submit">
          {texts.submit[language]}
        </Button>
        <Button kind="plain" name="do" value="keep">
          {texts.keep[language]}
        </Button>
      </ActionBar>
    </Form>
  )
}

/** The box that takes a criterion away, by its place on the page. */
export const removedField = (list: CriteriaList, place: number): string => `remove.${list}.${place}`
/** The fields of a new criterion, without its language. */
export const addedField = (list: CriteriaList, place: number): string => `added.${list}.${place}`

/** Those new criteria that have words, and one more while there is room. */
function newPlaces(list: CriteriaList, form: Typed, there: number): number[] {
  const written = (place: number) =>
    typed(form, `${addedField(list, place)}_en`) !== '' || typed(form, `${addedField(list, place)}_fr`) !== ''
  const places = Array.from({ length: mostRows[list] }, (_, place) => place)
  const last = places.findLastIndex(written)
  return places.slice(0, Math.max(last + 1, Math.min(last + 2, mostRows[list] - there)))
}

/** Procurement: everything needed on one page, and one decision. */
export function AmendmentDecisionPage(props: AmendmentProps & { pending: Pending }) {
  const { facts, actor, language, form, problems } = props
  const { opportunity, policy } = facts
  const closes = opportunity.closesAt ? formatInstant(opportunity.closesAt, policy.zone, language) : ''
  return (
    <>
      <FileHead facts={facts} language={language} />
      <h2>{texts.decideTitle[language]}</h2>
      <StatusBox
        language={language}
        level={3}
        tone="you"
        happening={{ what: texts.pending[language], more: texts.lead[language] }}
        next={{ what: texts.decideTitle[language], more: texts.happensText[language] }}
        by={{ what: closes, more: texts.moves(policy.amendmentBusinessDays)[language] }}
      />
      <Underway {...props} />
      <Form
        action={path('/files/:id/amendments/decision', language, { id: opportunity.id })}
        language={language}
        errors={problems}
      >
        <Hidden name="seen" value={markOf(props.pending)} />
        <Radios
          language={language}
          name="decision"
          label={texts.decideQuestion[language]}
          choices={[
            { value: 'yes', label: texts.yes[language] },
            { value: 'no', label: texts.no[language] },
          ]}
          value={typed(form, 'decision')}
          error={problemAt(problems, 'decision', language)}
        />
        <TextArea
          language={language}
          name="reason"
          label={texts.reason[language]}
          hint={texts.reasonHint[language]}
          rows={3}
          optional
          value={typed(form, 'reason')}
          error={problemAt(problems, 'reason', language)}
        />
        <p class="small">{decisionTexts.signAs(actor.name)[language]}</p>
        <Button full>{texts.record[language]}</Button>
      </Form>
    </>
  )
}
