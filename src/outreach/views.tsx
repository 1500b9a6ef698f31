import type { Day } from '../platform/day.ts'
import { formatDay, formatNumber } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import { type Language, languages } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import type { Policy } from '../policy/rules.ts'
import { outreachChannelNames } from '../policy/texts.ts'
import { Checkbox, Radios } from '../ui/choices.tsx'
import { CopySlot } from '../ui/copy.tsx'
import { DateField, NumberField, TextArea, TextField } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, Form, PairField } from '../ui/form.tsx'
import { Empty, Fold, Note, Quote, StatusBox, Tag } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { languageNames } from '../ui/texts.ts'
import { type Message, type OutreachPageFacts, untranslated } from './pages.ts'
import { type Activity, SOCIAL_MOST } from './rules.ts'
import { channelName, gapAdvice, gateRefusals, messageNames, outreachTexts as texts } from './texts.ts'

type Props = { readonly facts: OutreachPageFacts; readonly language: Language }
type FormProps = Props & { readonly form: Typed; readonly problems: Problems }

/** The plan of one posting, what was done, and the messages to send. */
export function OutreachPage({ facts, language, form, problems }: FormProps) {
  const { opportunity, activities, gap, required } = facts
  const { id } = opportunity
  return (
    <>
      <Head facts={facts} language={language} title={texts.head[language]} />
      <Stands facts={facts} language={language} />
      {gap !== null && facts.plans && (
        <Note tone="warn" level={2} head={required ? gateRefusals[gap][language] : gapAdvice[gap][language]}>
          <p>{texts.lesson[language]}</p>
        </Note>
      )}
      <h2>{texts.plan[language]}</h2>
      {activities.length > 0 ? (
        <Plan facts={facts} language={language} />
      ) : (
        <Empty head={texts.noPlan[language]}>
          <p>{texts.noPlanText[language]}</p>
        </Empty>
      )}
      {facts.plans && (
        <section aria-labelledby="add">
          <h2 id="add">{texts.add[language]}</h2>
          <Form action={path('/files/:id/outreach', language, { id })} language={language} errors={problems}>
            <ActivityFields policy={facts.policy} language={language} form={form} problems={problems} />
            <Button>{texts.save[language]}</Button>
          </Form>
        </section>
      )}
      <h2>{texts.messages[language]}</h2>
      <p>{texts.messagesLead[language]}</p>
      {facts.messages.map((message) => (
        <MessageFold key={message.kind} facts={facts} message={message} language={language} />
      ))}
    </>
  )
}

/** What came of one activity; or off the plan with it. */
export function DonePage({ facts, language, form, problems, activity }: FormProps & { activity: Activity }) {
  const params = { id: facts.opportunity.id, activity: activity.id }
  return (
    <div class="narrow">
      <Head facts={facts} language={language} title={texts.recordTitle[language]} />
      <p class="lead">
        <Where activity={activity} language={language} />
      </p>
      <Form action={path('/files/:id/outreach/:activity', language, params)} language={language} errors={problems}>
        <DateField
          language={language}
          name="day"
          label={texts.doneDay[language]}
          value={typed(form, 'day')}
          error={problemAt(problems, 'day', language)}
        />
        <NumberField
          language={language}
          name="reached"
          label={texts.reachedLabel[language]}
          hint={texts.reachedHint[language]}
          value={typed(form, 'reached')}
          error={problemAt(problems, 'reached', language)}
          optional
        />
        <TextArea
          language={language}
          name="result"
          label={texts.resultLabel[language]}
          hint={texts.resultHint[language]}
          rows={4}
          value={typed(form, 'result')}
          error={problemAt(problems, 'result', language)}
          lang={language}
          optional
        />
        <Button>{texts.saveDone[language]}</Button>
      </Form>
      <Form
        action={path('/files/:id/outreach/:activity/withdrawal', language, params)}
        language={language}
        label={texts.remove[language]}
      >
        <Button kind="link">{texts.remove[language]}</Button>
      </Form>
    </div>
  )
}

/** One message in both languages, to change or to give back to the draft. */
export function MessagePage({ facts, language, form, problems, message }: FormProps & { message: Message }) {
  const { id } = facts.opportunity
  const limit = message.kind === 'social' ? ({ most: SOCIAL_MOST, unit: 'characters' } as const) : undefined
  const params = { id, kind: message.kind }
  return (
    <>
      <Head facts={facts} language={language} title={texts.editTitle(messageNames[message.kind][language])[language]} />
      <Form action={path('/files/:id/outreach/messages/:kind', language, params)} language={language} errors={problems}>
        <PairField
          language={language}
          name="text"
          label={messageNames[message.kind][language]}
          rows={message.kind === 'social' ? 5 : 14}
          value={{ en: typed(form, 'text_en'), fr: typed(form, 'text_fr') }}
          error={{ en: problemAt(problems, 'text_en', language), fr: problemAt(problems, 'text_fr', language) }}
          {...(limit ? { limit: { en: limit, fr: limit } } : {})}
        />
        <ActionBar>
          <Button>{texts.saveMessage[language]}</Button>{' '}
          {message.edited && (
            <Button kind="link" name="do" value="redraft">
              {texts.redraft[language]}
            </Button>
          )}
        </ActionBar>
      </Form>
    </>
  )
}

function Head({ facts: { opportunity }, language, title }: Props & { title: string }) {
  const { number, title: named, sourceLanguage } = opportunity
  return (
    <>
      <p class="eyebrow">
        {texts.eyebrow(number)[language]} ·{' '}
        <span lang={named[language] ? undefined : sourceLanguage}>{named[language] || named[sourceLanguage]}</span>
      </p>
      <h1>{title}</h1>
    </>
  )
}

function Stands({ facts, language }: Props) {
  const { activities, first, today, gap, plans, required, policy } = facts
  const done = activities.filter((activity) => activity.done)
  const due = activities.filter((activity) => !activity.done && activity.plannedDay <= today)
  const next = activities.find((activity) => !activity.done && activity.plannedDay > today)
  const yours = plans && (due.length > 0 || (gap !== null && required))
  return (
    <StatusBox
      language={language}
      tone={due.some(({ plannedDay }) => plannedDay < today) ? 'late' : yours ? 'you' : next ? 'waiting' : 'done'}
      happening={{
        what:
          activities.length === 0 ? texts.noneYet[language] : texts.doneOf(done.length, activities.length)[language],
        more: first && texts.firstOn(shown(first, language))[language],
      }}
      next={{
        what: !plans
          ? texts.nothing[language]
          : due.length > 0
            ? texts.doNow[language]
            : gap !== null
              ? texts.planOne[language]
              : texts.nothing[language],
        more: plans ? texts.nextMore[language] : undefined,
      }}
      by={{
        what: due[0]
          ? shown(due[0].plannedDay, language)
          : next
            ? texts.nextOn(shown(next.plannedDay, language))[language]
            : texts.noDate[language],
        more: plans
          ? `${texts.by(policy.outreach.runwayBusinessDays)[language]} ${(required ? texts.required : texts.advised)[language]}`
          : undefined,
      }}
    />
  )
}

function Plan({ facts: { opportunity, activities, today, records }, language }: Props) {
  const { id } = opportunity
  return (
    <FoldTable
      caption={texts.plan[language]}
      captionHidden
      columns={[texts.channel, texts.planned, texts.state, texts.result].map((label) => ({ label: label[language] }))}
      rows={activities.map((activity) => [
        <Where key="where" activity={activity} language={language} />,
        <span key="day" class="nowrap">
          {shown(activity.plannedDay, language)}
        </span>,
        <StateOf key="state" activity={activity} today={today} language={language} />,
        activity.done ? (
          <Result key="result" done={activity.done} language={language} />
        ) : records ? (
          <a key="result" href={path('/files/:id/outreach/:activity', language, { id, activity: activity.id })}>
            {texts.record[language]} <span class="vh">{channelName(activity)[language]}</span>
          </a>
        ) : (
          ''
        ),
      ])}
    />
  )
}

const Where = ({ activity, language }: { activity: Activity; language: Language }) => (
  <span lang={activity.channel === 'own' && activity.language !== language ? activity.language : undefined}>
    {channelName(activity)[language]}
  </span>
)

function StateOf({ activity, today, language }: { activity: Activity; today: Day; language: Language }) {
  const { done, plannedDay } = activity
  if (done)
    return (
      <>
        <Tag tone="ok" label={texts.done[language]} /> <span class="nowrap">{shown(done.day, language)}</span>
      </>
    )
  if (plannedDay < today) return <Tag tone="bad" label={texts.overdue[language]} />
  if (plannedDay === today) return <Tag tone="soon" label={texts.today[language]} />
  return <Tag tone="none" label={texts.coming[language]} />
}

const Result = ({ done, language }: { done: NonNullable<Activity['done']>; language: Language }) => (
  <>
    {done.reached !== null && (
      <>
        {texts.reached(formatNumber(done.reached, language))[language]}
        {done.result !== '' && <br />}
      </>
    )}
    {done.result !== '' && (
      <span lang={done.resultLanguage && done.resultLanguage !== language ? done.resultLanguage : undefined}>
        {done.result}
      </span>
    )}
    {done.reached === null && done.result === '' && '–'}
  </>
)

function ActivityFields({
  policy,
  language,
  form,
  problems,
}: {
  policy: Policy
  language: Language
  form: Typed
  problems: Problems
}) {
  return (
    <>
      <Radios
        language={language}
        name="channel"
        label={texts.channel[language]}
        value={typed(form, 'channel')}
        error={problemAt(problems, 'channel', language)}
        choices={[
          ...policy.outreach.channels.map((value) => ({ value, label: outreachChannelNames[value][language] })),
          { value: 'own', label: texts.own[language] },
        ]}
      />
      <TextField
        language={language}
        name="ownName"
        label={texts.ownName[language]}
        hint={texts.ownHint[language]}
        value={typed(form, 'ownName')}
        error={problemAt(problems, 'ownName', language)}
        lang={language}
        optional
      />
      <DateField
        language={language}
        name="day"
        label={texts.day[language]}
        hint={texts.dayHint[language]}
        value={typed(form, 'day')}
        error={problemAt(problems, 'day', language)}
      />
      <Checkbox
        language={language}
        name="done"
        label={texts.already[language]}
        checked={typed(form, 'done') === 'yes'}
      />
    </>
  )
}

function MessageFold({ facts, message, language }: Props & { message: Message }) {
  const { opportunity, plans } = facts
  const { kind, text, edited } = message
  const missing = edited ? [] : untranslated(opportunity)
  const name = messageNames[kind][language]
  return (
    <Fold label={edited ? `${name} – ${texts.edited[language]}` : name}>
      {languages.map((each) => (
        <section key={each} aria-labelledby={`h-${kind}-${each}`}>
          <h3 id={`h-${kind}-${each}`}>
            <span class="vh">{name}, </span>
            <span lang={each}>{languageNames[each]}</span>
          </h3>
          {missing.includes(each) && <p class="small">{texts.notTranslated[language]}</p>}
          <Quote lang={each === language ? undefined : each}>
            <div id={`m-${kind}-${each}`}>
              {text[each].split(/\n+/).map((paragraph) => (
                <p key={paragraph} class="break">
                  {paragraph}
                </p>
              ))}
            </div>
          </Quote>
          <CopySlot of={`m-${kind}-${each}`} name={`${name}, ${languageNames[each]}`} language={language} />
        </section>
      ))}
      {plans && (
        <p>
          <ButtonLink
            kind="plain"
            href={path('/files/:id/outreach/messages/:kind', language, { id: opportunity.id, kind })}
          >
            {texts.edit[language]} <span class="vh">{name}</span>
          </ButtonLink>
        </p>
      )}
    </Fold>
  )
}

const shown = (day: Day, language: Language): string => formatDay(day, language, { weekday: false })
