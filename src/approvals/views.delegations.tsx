import type { ListedGrant, Member, Person } from '../accounts/store.ts'
import { roleNames } from '../accounts/texts.ts'
import type { Day } from '../platform/day.ts'
import { formatDay, formatMoney } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { cents } from '../platform/money.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import type { Policy } from '../policy/rules.ts'
import { Radios } from '../ui/choices.tsx'
import { DateField, MoneyField, Select } from '../ui/fields.tsx'
import { Button, ErrorSummary, Form } from '../ui/form.tsx'
import { Empty, Tag } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { delegationRoles } from './forms.ts'
import type { ReminderDelegate } from './rules.delegates.ts'
import { delegateTexts, delegationTexts as texts } from './texts.delegations.ts'

type Formed = { readonly language: Language; readonly form: Typed; readonly problems: Problems }

/** Who may sign for the department, up to how much, and when. */
export function DelegationsPage({
  grants,
  people,
  today,
  zone,
  may,
  self,
  ...formed
}: Formed & {
  grants: readonly ListedGrant[]
  people: readonly Person[]
  today: Day
  zone: string
  /** Administrators add and end; everybody else reads. */
  may: boolean
  self: string
}) {
  const { language, form, problems } = formed
  const onList = problems.length > 0 && !('person' in form)
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{texts.lead[language]}</p>
      {onList && <ErrorSummary language={language} errors={problems} />}
      <h2>{texts.listHead[language]}</h2>
      {grants.length === 0 ? (
        <Empty head={texts.none[language]} />
      ) : (
        <FoldTable
          caption={texts.listHead[language]}
          captionHidden
          columns={[
            { label: texts.person[language] },
            { label: texts.role[language] },
            { label: texts.limit[language], numeric: true },
            { label: texts.period[language] },
            { label: texts.status[language] },
            ...(may ? [{ label: texts.act[language] }] : []),
          ]}
          rows={grants.map((grant) => rowOf(grant, { today, zone, language, may }))}
        />
      )}
      {may && <AddDelegation {...formed} problems={onList ? [] : problems} {...{ people, grants, today, self }} />}
    </>
  )
}

function rowOf(
  grant: ListedGrant,
  { today, zone, language, may }: { today: Day; zone: string; language: Language; may: boolean },
) {
  const { id, name, actingForName, role, limitCents, fromDay, untilDay, endedAt } = grant
  const day = (of: Day) => formatDay(of, language, { weekday: false })
  const over = endedAt !== null || (untilDay !== null && untilDay < today)
  const status = endedAt
    ? texts.ended(day(dayOf(endedAt, zone)))[language]
    : (over ? texts.over : fromDay > today ? texts.later : texts.stands)[language]
  return [
    <>
      {name}
      {actingForName && (
        <>
          <br />
          <span class="small quiet">{texts.actingForSaid(actingForName)[language]}</span>
        </>
      )}
    </>,
    roleNames[role][language],
    limitCents === null ? texts.noLimit[language] : formatMoney(cents(limitCents), language),
    untilDay ? texts.between(day(fromDay), day(untilDay))[language] : texts.since(day(fromDay))[language],
    <Tag key="status" label={status} tone={over ? 'shut' : fromDay > today ? 'soon' : 'ok'} />,
    ...(may
      ? [
          over ? (
            '–'
          ) : (
            <Form
              key="end"
              action={path('/delegations/:id/end', language, { id })}
              language={language}
              label={texts.endSaid(name)[language]}
            >
              <Button kind="plain">{texts.end[language]}</Button>
            </Form>
          ),
        ]
      : []),
  ]
}

function AddDelegation({
  people,
  grants,
  today,
  self,
  language,
  form,
  problems,
}: Formed & {
  people: readonly Person[]
  grants: readonly ListedGrant[]
  today: Day
  self: string
}) {
  const field = (name: string) => ({
    ...{ language, name, value: typed(form, name), error: problemAt(problems, name, language) },
  })
  const principals = new Map(
    grants
      .filter(({ actingFor, endedAt, untilDay }) => !actingFor && !endedAt && (untilDay === null || untilDay >= today))
      .map(({ personId, name }) => [personId, name]),
  )
  return (
    <section aria-labelledby="add">
      <h2 id="add">{texts.addHead[language]}</h2>
      <div class="narrow">
        <Form action={path('/delegations', language)} language={language} errors={problems}>
          <Select
            {...field('person')}
            label={texts.person[language]}
            options={people.filter(({ id }) => id !== self).map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Radios
            {...field('role')}
            label={texts.role[language]}
            choices={delegationRoles.map((value) => ({ value, label: roleNames[value][language] }))}
          />
          <MoneyField {...field('limit')} label={texts.limit[language]} hint={texts.limitHint[language]} optional />
          <DateField {...field('fromDay')} value={typed(form, 'fromDay') || today} label={texts.fromDay[language]} />
          <DateField
            {...field('untilDay')}
            label={texts.untilDay[language]}
            hint={texts.untilHint[language]}
            optional
          />
          <Select
            {...field('actingFor')}
            label={texts.actingFor[language]}
            empty={texts.nobody[language]}
            options={[...principals].map(([value, label]) => ({ value, label }))}
            optional
          />
          <Button>{texts.add[language]}</Button>
        </Form>
      </div>
    </section>
  )
}

/** Whom an approver named for reminders, and the form to name somebody. */
export function DelegatesPage({
  named,
  people,
  colleagues,
  reminders,
  may,
  language,
  form,
  problems,
}: Formed & {
  named: readonly ReminderDelegate[]
  people: readonly Person[]
  colleagues: readonly Member[]
  reminders: Policy['reminders']
  may: boolean
}) {
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '–'
  const day = (of: Day) => formatDay(of, language, { weekday: false })
  const field = (name: string) => ({
    ...{ language, name, value: typed(form, name), error: problemAt(problems, name, language) },
  })
  return (
    <div class="narrow">
      <h1>{delegateTexts.title[language]}</h1>
      <p class="lead">{delegateTexts.lead[language]}</p>
      <p>{delegateTexts.delays(reminders.approver, reminders.delegate)[language]}</p>
      <h2>{delegateTexts.listHead[language]}</h2>
      {named.length === 0 ? (
        <p class="quiet">{delegateTexts.none[language]}</p>
      ) : (
        <FoldTable
          caption={delegateTexts.listHead[language]}
          captionHidden
          columns={[texts.person, texts.period, texts.act].map((label) => ({ label: label[language] }))}
          rows={named.map(({ id, delegateId, fromDay, untilDay }) => [
            nameOf(delegateId),
            texts.between(day(fromDay), day(untilDay))[language],
            <Form
              key="end"
              action={path('/delegates/:id/end', language, { id })}
              language={language}
              label={delegateTexts.takeBackSaid(nameOf(delegateId))[language]}
            >
              <Button kind="plain">{delegateTexts.takeBack[language]}</Button>
            </Form>,
          ])}
        />
      )}
      {may && colleagues.length === 0 && <p class="quiet">{delegateTexts.nobodyShares[language]}</p>}
      {may && colleagues.length > 0 && (
        <Form action={path('/delegates', language)} language={language} errors={problems}>
          <Select
            {...field('delegate')}
            label={delegateTexts.delegate[language]}
            hint={delegateTexts.delegateHint[language]}
            options={colleagues.map(({ person: { id, name } }) => ({ value: id, label: name }))}
          />
          <DateField {...field('fromDay')} label={texts.fromDay[language]} />
          <DateField {...field('untilDay')} label={texts.untilDay[language]} />
          <Button>{delegateTexts.name[language]}</Button>
        </Form>
      )}
    </div>
  )
}
