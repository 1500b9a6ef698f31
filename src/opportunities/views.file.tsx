import { holds, type Staff } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import { formatDay, formatInstant, formatMoney } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { splittingTexts } from '../splitting/texts.pages.ts'
import { ActionBar, ButtonLink } from '../ui/form.tsx'
import { type Fact, Facts, Note, Price, StatusBox, Steps } from '../ui/parts.tsx'
import { ProcurementTimeline } from '../ui/timeline.tsx'
import { sectionsFor } from './file.ts'
import { audienceOf, dueOf, type FilePageFacts, isTurnOf, nextGate, ownGate } from './pages.ts'
import { gateDone, gatesFor, openedBy } from './rules.gates.ts'
import { can } from './rules.ts'
import { gateWaits, happening, fileTexts as texts } from './texts.file.ts'
import { gateTexts, stateNames } from './texts.ts'
import { timelineSteps } from './timeline.ts'
import { ExplanationsSection } from './views.declarations.tsx'

type Props = { readonly facts: FilePageFacts; readonly actor: Staff; readonly language: Language }

/** One file: where it stands for this reader, its facts, its gates, its time, and what they can do. */
export function FilePage({ facts, actor, language, task }: Props & { task: Waiting | undefined }) {
  const { opportunity } = facts
  const { id, state, gates } = opportunity
  const submitted = state === 'in_review' || state === 'in_approval' || state === 'ready'
  const others = facts.acts.filter((act) => act !== mainAct(facts))
  return (
    <>
      <FileHead facts={facts} language={language} />
      <FileStatus facts={facts} actor={actor} language={language} task={task} />
      {opportunity.state === 'draft' && opportunity.returnedBecause && (
        <Note tone="warn" head={texts.returned[language]} level={2}>
          <p>{opportunity.returnedBecause}</p>
        </Note>
      )}
      {'endedBecause' in opportunity && (
        <Note tone="info" head={texts.ended[language]} level={2}>
          <p>{opportunity.endedBecause}</p>
        </Note>
      )}
      {facts.barred && !('endedBecause' in opportunity) && can.seeSplitting(actor, opportunity) && (
        <Note tone="warn" head={splittingTexts.barred[language]} level={2}>
          <p>
            <a href={path('/files/:id/splitting', language, { id })}>{splittingTexts.see[language]}</a>
          </p>
        </Note>
      )}
      <Facts items={factsOf(facts, language)} />
      {(submitted || gates.statement) && (
        <section aria-labelledby="gates">
          <h2 id="gates">{texts.gates[language]}</h2>
          <Gates facts={facts} language={language} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="acts">
          <h2 id="acts">{texts.actions[language]}</h2>
          <ActionBar>
            {others.map(({ pattern, label }) => (
              <ButtonLink key={pattern} kind="plain" href={path(pattern, language, { id })}>
                {label[language]}
              </ButtonLink>
            ))}
          </ActionBar>
        </section>
      )}
      <ExplanationsSection explained={facts.explained} language={language} />
      <section aria-labelledby="pages">
        <h2 id="pages">{texts.sections[language]}</h2>
        <ul>
          {links(facts, actor, language).map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="time">
        <h2 id="time">{texts.timeline[language]}</h2>
        <ProcurementTimeline
          language={language}
          title={texts.timeline[language]}
          description={texts.timelineSays[language]}
          unit={texts.unit[language]}
          steps={timelineSteps(facts, language)}
        />
        <p>
          <a href={path('/files/:id/timeline', language, { id })}>{texts.wholeTimeline[language]}</a>
        </p>
      </section>
    </>
  )
}

/** Number, team and title: the head of every page of a file. */
export function FileHead({
  facts,
  language,
  title,
}: {
  facts: FilePageFacts
  language: Language
  title?: string | undefined
}) {
  const { number, team } = facts.opportunity
  const eyebrow = [texts.file(number)[language], team[language]].filter(Boolean).join(' · ')
  return (
    <>
      <p class="eyebrow">{eyebrow}</p>
      <h1 lang={title === undefined ? titleIn(facts, language) : undefined}>{title ?? titleOf(facts, language)}</h1>
    </>
  )
}

/** The title in the reader’s language, or in the other one while it is not translated. */
export const titleOf = ({ opportunity }: FilePageFacts, language: Language): string =>
  opportunity.title[language] || opportunity.title[opportunity.sourceLanguage] || texts.untitled[language]

/** The language of the title, when it is not the reader’s. */
export const titleIn = ({ opportunity }: FilePageFacts, language: Language): Language | undefined =>
  opportunity.title[language] || !opportunity.title[opportunity.sourceLanguage] ? undefined : opportunity.sourceLanguage

/** What is happening, what this reader does next, by when; on the page where it is done, without its button. */
export function FileStatus({
  facts,
  actor,
  language,
  here,
  task,
}: Props & { here?: boolean; task?: Waiting | undefined }) {
  const { opportunity, policy, now } = facts
  const { state, id } = opportunity
  const own = mainAct(facts)
  const act = own
    ? { label: own.label, href: path(own.pattern, language, { id }) }
    : task && { label: task.text, href: task.href }
  const taskDue = (act && act.href === task?.href ? task.due : null) ?? null
  const due = taskDue ?? dueOf(facts)
  const gate = state === 'in_review' || state === 'in_approval' ? (ownGate(facts) ?? nextGate(opportunity)) : undefined
  const ended = ['completed', 'cancelled', 'withdrawn', 'unsuccessful'].includes(state)
  const late = due !== null && due < now && (task !== undefined || isTurnOf(facts))
  const tone = late ? 'late' : act ? 'you' : ended ? 'done' : 'waiting'
  return (
    <StatusBox
      language={language}
      tone={tone}
      state={stateNames[audienceOf(actor)][state]?.[language]}
      happening={{
        what: happening[state].what[language],
        more: (gate ? gateWaits[gate] : happening[state].more)[language],
      }}
      next={
        act
          ? { what: act.label[language] }
          : { what: texts.nothing[language], more: ended ? undefined : texts.nothingMore[language] }
      }
      by={
        due
          ? {
              what: <time dateTime={due.toISOString()}>{formatInstant(due, policy.zone, language)}</time>,
              more:
                taskDue === null
                  ? (state === 'open' ? texts.closing : texts.planned)[language]
                  : state === 'held' && texts.otherwise[language],
            }
          : { what: texts.noDate[language] }
      }
      action={act && !here && <ButtonLink href={act.href}>{act.label[language]}</ButtonLink>}
    />
  )
}

const mainAct = ({ acts }: FilePageFacts) => acts.find(({ main }) => main)

function factsOf({ opportunity, policy, value, clientName }: FilePageFacts, language: Language): Fact[] {
  const { price, closesAt, selectionDay, deliveryDay, gates } = opportunity
  const unknown = texts.unknown[language]
  const day = (of: typeof selectionDay) => (of ? formatDay(of, language, { weekday: false }) : unknown)
  const facts: Fact[] = [
    {
      label: texts.price[language],
      value:
        price === null ? (
          unknown
        ) : (
          <>
            <Price>{formatMoney(price, language)}</Price>
            {value !== null && (
              <>
                <br />
                {`${texts.value[language]} ${formatMoney(value, language)}`}
              </>
            )}
          </>
        ),
    },
    { label: texts.closing[language], value: closesAt ? formatInstant(closesAt, policy.zone, language) : unknown },
    { label: texts.selection[language], value: day(selectionDay) },
    { label: texts.delivery[language], value: day(deliveryDay) },
    { label: texts.client[language], value: clientName },
  ]
  return gates.reservation ? [...facts, { label: texts.reservation[language], value: gates.reservation.number }] : facts
}

/** The gates as steps in order: who opened each, and when. */
export function Gates({ facts, language }: { facts: FilePageFacts; language: Language }) {
  const { opportunity, policy, names } = facts
  const { gates } = opportunity
  const done = gateDone(gates)
  const current = nextGate(opportunity)
  return (
    <Steps
      items={gatesFor(gates).map((gate) => {
        const act = openedBy(gates, gate)
        const day = act && formatDay(dayOf(act.at, policy.zone), language, { weekday: false })
        const name = act?.by ? names.get(act.by) : undefined
        const text = day ? (name ? texts.done(name, day)[language] : day) : texts.notDone[language]
        return {
          head: gateTexts[gate][language],
          text,
          state: done[gate] ? 'past' : gate === current ? 'now' : undefined,
        }
      })}
    />
  )
}

function links(
  { opportunity, timeline }: FilePageFacts,
  actor: Staff,
  language: Language,
): { href: string; label: string }[] {
  const { id, state, requestId, slug } = opportunity
  const posted = 'publishedAt' in opportunity && opportunity.publishedAt !== null
  // A posting that nobody applied to, or that ended before, was never evaluated.
  const evaluated = timeline.some(({ step, from }) => step === 'supplier-selected' && from !== null)
  const sections = sectionsFor(opportunity, actor).filter(
    ({ pattern }) => pattern !== '/files/:id/evaluation' || state !== 'unsuccessful' || evaluated,
  )
  return [
    ...(holds(actor, 'client', 'program_team', 'procurement', 'observer')
      ? [{ href: path('/requests/:id', language, { id: requestId }), label: texts.request[language] }]
      : []),
    ...(posted
      ? [{ href: path('/opportunities/:slug', language, { slug }), label: texts.publicPage[language] }]
      : [{ href: path('/files/:id/preview', language, { id }), label: texts.preview[language] }]),
    ...(state === 'draft'
      ? []
      : [{ href: path('/files/:id/initiation', language, { id }), label: texts.pif[language] }]),
    ...sections.map(({ pattern, label }) => ({
      href: path(pattern, language, { id }),
      label: label[language],
    })),
  ]
}
