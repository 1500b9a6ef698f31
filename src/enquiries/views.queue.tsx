import type { Staff } from '../accounts/rules.ts'
import { formatBusinessDays, formatInstant } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Radios } from '../ui/choices.tsx'
import { Hidden, TextArea } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, ErrorSummary, Form } from '../ui/form.tsx'
import { Empty, Facts, Fold, Quote, StatusBox, Tag } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { languageNames } from '../ui/texts.ts'
import { dueOf, type EnquiryFacts, type QueueFacts } from './pages.ts'
import { can, type Enquiry, enquiryLifecycle, enquiryOutcomes } from './rules.ts'
import { enquiryRefusals, kindNames, outcomeNames, readsIn, stateNames, queueTexts as texts } from './texts.ts'

/** All that people wrote: what is open, oldest first, then what was closed last. */
export function QueuePage({ facts, actor, language }: { facts: QueueFacts; actor: Staff; language: Language }) {
  const { open, closed, people, policy, now } = facts
  const at = (instant: Date) => formatInstant(instant, actor.timeZone, language)
  const link = ({ id, kind, body, language: lang }: Enquiry) => (
    <a href={path('/enquiries/:id', language, { id })}>
      {kindNames[kind][language]} – <span lang={lang}>{shortened(body)}</span>
    </a>
  )
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{texts.lead(formatBusinessDays(policy.enquiryBusinessDays, language))[language]}</p>
      <p>
        <a href={path('/content', language)}>{texts.pages[language]}</a>
      </p>
      <h2>{texts.open[language]}</h2>
      {open.length === 0 ? (
        <Empty head={texts.none[language]}>
          <p>{texts.noneMore[language]}</p>
        </Empty>
      ) : (
        <FoldTable
          caption={texts.open[language]}
          captionHidden
          columns={[texts.about, texts.received, texts.due, texts.state].map((label) => ({ label: label[language] }))}
          rows={open.map((enquiry) => {
            const due = dueOf(enquiry, policy)
            const late = enquiry.state !== 'answered' && due < now
            const name = enquiry.takenBy === null ? undefined : people.get(enquiry.takenBy)?.name
            return [
              link(enquiry),
              at(enquiry.askedAt),
              enquiry.state === 'answered' ? (
                ''
              ) : (
                <>
                  {at(due)} {late && <Tag tone="bad" label={texts.late[language]} />}
                </>
              ),
              name && enquiry.state === 'taken' ? texts.with(name)[language] : stateNames[enquiry.state][language],
            ]
          })}
        />
      )}
      {closed.length > 0 && (
        <Fold label={texts.closed[language]} count={closed.length}>
          <FoldTable
            caption={texts.closed[language]}
            captionHidden
            columns={[texts.about, texts.received, texts.outcome].map((label) => ({ label: label[language] }))}
            rows={closed.map((enquiry) => [
              link(enquiry),
              at(enquiry.askedAt),
              enquiry.state === 'closed' ? outcomeNames[enquiry.outcome][language] : '',
            ])}
          />
        </Fold>
      )}
    </>
  )
}

const MOST_SHOWN = 80
const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length <= MOST_SHOWN
    ? line
    : `${line.slice(0, line.lastIndexOf(' ', MOST_SHOWN) + 1 || MOST_SHOWN).trim()}…`
}

/** One message: where it stands, what was written, and what can be done with it. */
export function EnquiryPage({
  facts,
  actor,
  language,
  letter,
  problems,
}: {
  facts: EnquiryFacts
  actor: Staff
  language: Language
  /** What was typed, when the form comes back. */
  letter: string | undefined
  problems: Problems
}) {
  const { enquiry, policy, drafted } = facts
  const mine = can.act(actor, enquiry)
  const answers = mine && enquiryLifecycle.allows(enquiry, 'answer') && enquiry.confirmedAt !== null
  const closes = mine && enquiryLifecycle.allows(enquiry, 'close')
  const formErrors = (fields: readonly string[]) => problems.filter(({ field }) => fields.includes(field))
  return (
    <>
      <h1>{kindNames[enquiry.kind][language]}</h1>
      <ErrorSummary language={language} errors={formErrors([''])} />
      <Status facts={facts} actor={actor} language={language} />
      <h2>{texts.body[language]}</h2>
      <Said enquiry={enquiry} />
      <About enquiry={enquiry} zone={policy.zone} language={language} />
      {enquiry.answer && (
        <>
          <h2>{texts.sentHead[language]}</h2>
          <Quote lang={enquiry.language}>
            <p class="said">{enquiry.answer.text}</p>
          </Quote>
        </>
      )}
      {answers && (
        <section aria-labelledby="answer">
          <h2 id="answer">{texts.answerHead[language]}</h2>
          <Form
            action={path('/enquiries/:id/answer', language, { id: enquiry.id })}
            language={language}
            label={texts.answerHead[language]}
            errors={formErrors(['text'])}
          >
            <TextArea
              language={language}
              name="text"
              label={texts.letter[language]}
              hint={texts.letterHint(readsIn[enquiry.language])[language]}
              lang={enquiry.language}
              value={letter ?? drafted}
              rows={12}
              spellcheck
              error={problemAt(problems, 'text', language)}
            />
            <Button>{texts.sendLetter[language]}</Button>
          </Form>
        </section>
      )}
      {closes && (
        <section aria-labelledby="close">
          <h2 id="close">{texts.closeHead[language]}</h2>
          <Form
            action={path('/enquiries/:id/end', language, { id: enquiry.id })}
            language={language}
            label={texts.closeHead[language]}
            errors={formErrors(['outcome'])}
          >
            <Radios
              language={language}
              name="outcome"
              label={texts.outcome[language]}
              error={problemAt(problems, 'outcome', language)}
              value={enquiry.state === 'answered' ? 'answered' : undefined}
              choices={enquiryOutcomes.map((outcome) => ({ value: outcome, label: outcomeNames[outcome][language] }))}
            />
            <Button kind={answers ? 'plain' : 'act'}>{texts.close[language]}</Button>
          </Form>
        </section>
      )}
      {enquiry.state !== 'waiting' && <MakeUse facts={facts} language={language} />}
    </>
  )
}

function Status({
  facts: { enquiry, people, policy },
  actor,
  language,
}: {
  facts: EnquiryFacts
  actor: Staff
  language: Language
}) {
  const mine = enquiry.takenBy === actor.id
  const who = enquiry.takenBy === null ? undefined : people.get(enquiry.takenBy)?.name
  const due = formatInstant(dueOf(enquiry, policy), actor.timeZone, language)
  const takes = can.take(actor, enquiry)
  return (
    <StatusBox
      language={language}
      tone={enquiry.state === 'closed' ? 'done' : takes || mine ? 'you' : 'waiting'}
      state={stateNames[enquiry.state][language]}
      happening={{ what: happening(enquiry, mine, who)[language] }}
      next={{
        what: nextFor(enquiry, takes, mine)[language],
        more: takes ? <p>{texts.takeMore[language]}</p> : undefined,
      }}
      by={{ what: enquiry.state === 'waiting' || enquiry.state === 'taken' ? due : texts.nothing[language] }}
      action={
        (takes || (mine && enquiry.state === 'taken')) && (
          <Form action={path('/enquiries/:id', language, { id: enquiry.id })} language={language}>
            <Hidden name="do" value={takes ? 'take' : 'give_back'} />
            <Button kind={takes ? 'act' : 'link'}>
              {takes ? (who ? texts.takeOver : texts.takeIt)[language] : texts.giveBack[language]}
            </Button>
          </Form>
        )
      }
    />
  )
}

function happening(enquiry: Enquiry, mine: boolean, who: string | undefined): Text {
  switch (enquiry.state) {
    case 'unconfirmed':
    case 'waiting':
      return texts.waits
    case 'taken':
      return mine ? texts.withYou : texts.with(who ?? '')
    case 'answered':
      return texts.isAnswered
    case 'closed':
      return texts.isClosed
  }
}

function nextFor(enquiry: Enquiry, takes: boolean, mine: boolean): Text {
  if (takes) return enquiry.takenBy === null ? texts.nextTake : texts.nextTakeOver
  if (!mine) return texts.nothing
  if (enquiry.state === 'taken') return enquiry.confirmedAt === null ? texts.doItPlain : texts.doIt
  return enquiry.state === 'answered' ? texts.closeIt : texts.nothing
}

/** Somebody’s words, as they were typed, in their language. */
export const Said = ({ enquiry }: { enquiry: Enquiry }) => (
  <Quote lang={enquiry.language}>
    <p class="said">{enquiry.body}</p>
  </Quote>
)

function About({ enquiry, zone, language }: { enquiry: Enquiry; zone: string; language: Language }) {
  const { askedAt, page, email, confirmedAt, departmentId, state } = enquiry
  return (
    <Facts
      items={[
        { label: texts.received[language], value: formatInstant(askedAt, zone, language) },
        {
          label: texts.page[language],
          value: page === '' ? texts.noPage[language] : <a href={page}>{page}</a>,
        },
        {
          label: texts.address[language],
          value: email === null ? texts.noAddress[language] : confirmedAt ? email : texts.notConfirmed[language],
        },
        {
          label: texts.language[language],
          value: <span lang={enquiry.language}>{languageNames[enquiry.language]}</span>,
        },
        { label: texts.department[language], value: (departmentId === null ? texts.forAll : texts.forUs)[language] },
        ...(state === 'closed'
          ? [{ label: texts.outcome[language], value: outcomeNames[enquiry.outcome][language] }]
          : []),
      ]}
    />
  )
}

/** A question for everybody, a lesson for the program. */
function MakeUse({ facts: { enquiry, hasLesson }, language }: { facts: EnquiryFacts; language: Language }) {
  const { id } = enquiry
  return (
    <section aria-labelledby="use">
      <h2 id="use">{texts.learnHead[language]}</h2>
      {hasLesson && <p>{texts.isLesson[language]}</p>}
      <ActionBar>
        <ButtonLink kind="plain" href={path('/enquiries/:id/faq', language, { id })}>
          {texts.toFaq[language]}
        </ButtonLink>{' '}
        {!hasLesson && (
          <ButtonLink kind="plain" href={path('/enquiries/:id/lesson', language, { id })}>
            {texts.toLesson[language]}
          </ButtonLink>
        )}
      </ActionBar>
    </section>
  )
}

/** A refusal that belongs to no field of these forms. */
export const refusedHere = (because: keyof typeof enquiryRefusals): Problems => [
  { field: fieldOf[because] ?? '', text: enquiryRefusals[because] },
]

const fieldOf: Readonly<Partial<Record<keyof typeof enquiryRefusals, string>>> = {
  no_address: 'outcome',
  address_unconfirmed: 'outcome',
  draft_unchanged: 'text',
}
