import { NoticeContent, NoticeFactsList } from '../opportunities/notice.content.tsx'
import type { Notice } from '../opportunities/notice.ts'
import { gatesFor, openedBy } from '../opportunities/rules.gates.ts'
import type { Gates } from '../opportunities/rules.ts'
import { gateTexts } from '../opportunities/texts.ts'
import { isOutreachGate } from '../outreach/rules.ts'
import { outreachTexts } from '../outreach/texts.ts'
import { formatDay, formatInstant } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import { type Language, languages } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { clockOf, dayOf } from '../platform/time.ts'
import { DateField, TextField } from '../ui/fields.tsx'
import { ActionBar, Button, Form } from '../ui/form.tsx'
import { Fold, Note, Pairs, Panel, StatusBox } from '../ui/parts.tsx'
import type { PostingGate } from './gates.ts'
import type { PublishRefusal } from './rules.ts'
import { mailingTexts } from './texts.mailings.ts'
import { scheduleTexts as later, obstacleTexts } from './texts.schedule.ts'
import { staffTexts as texts } from './texts.staff.ts'

export type PublicationFacts = {
  readonly id: string
  readonly notice: Notice
  /** Where it stands for whoever reads: ready to be posted, posted, or neither. */
  readonly stands: 'ready' | 'posted' | 'not_ready'
  /** May this person post it, and if not, why; nothing when they may. */
  readonly obstacle: PublishRefusal | PostingGate | null
  readonly minimumDays: number
  /** When it is to be posted by itself, and who planned it. */
  readonly schedule: { readonly at: Date; readonly name: string } | null
  /** What must be done before, and when it was. */
  readonly gates: Gates
}

/** What will be public, in both languages, and one decision. */
export function PublicationPage({
  facts,
  language,
  form,
  problems = [],
}: {
  facts: PublicationFacts
  language: Language
  form: Typed
  problems?: Problems
}) {
  const { id, notice, stands, obstacle } = facts
  return (
    <>
      <p class="eyebrow">{texts.eyebrow(notice.number)[language]}</p>
      <h1>
        {texts.title[language]}
        <span class="vh">, </span> <small>{notice.title[language]}</small>
      </h1>
      <Stands facts={facts} language={language} />
      {stands === 'ready' && obstacle && (
        <Note tone="warn" level={2} head={obstacleTexts[obstacle][language]}>
          {isOutreachGate(obstacle) && (
            <p>
              <a href={path('/files/:id/outreach', language, { id })}>{outreachTexts.head[language]}</a>
            </p>
          )}
        </Note>
      )}
      <div class="two">
        <div class="col">
          {stands === 'ready' && !obstacle && (
            <Form action={path('/files/:id/publication', language, { id })} language={language} errors={problems}>
              <TextField
                language={language}
                name="workingDays"
                label={texts.workingDays[language]}
                hint={texts.workingDaysHint[language]}
                value={typed(form, 'workingDays')}
                width="s"
                error={problemAt(problems, 'workingDays', language)}
                optional
              />
              <ActionBar>
                <Button>{texts.post[language]}</Button>
              </ActionBar>
            </Form>
          )}
          {stands === 'ready' && (facts.schedule || !obstacle) && (
            <Later facts={facts} language={language} form={form} problems={problems} />
          )}
          <h2>{texts.what[language]}</h2>
          <p>{texts.whatText[language]}</p>
          {languages.map((each) => (
            <Fold key={each} label={(each === 'en' ? texts.english : texts.french)[language]}>
              <div lang={each} class="panel">
                <h2>{notice.title[each]}</h2>
                <p class="lead">{notice.teaser[each]}</p>
                <NoticeFactsList notice={notice} language={each} />
                <NoticeContent notice={notice} language={each} ids={`${each}-`} />
              </div>
            </Fold>
          ))}
        </div>
        <aside aria-label={texts.happens[language]}>
          <Panel id="gates" head={texts.gates[language]}>
            <Pairs
              items={gatesFor(facts.gates).map((gate) => ({
                label: gateTexts[gate][language],
                value: <Passed at={openedBy(facts.gates, gate)?.at ?? null} zone={notice.zone} language={language} />,
              }))}
            />
          </Panel>
          <Panel id="happens" head={texts.happens[language]}>
            <Pairs
              items={[
                { label: texts.closesOn[language], value: formatInstant(notice.closesAt, notice.zone, language) },
                {
                  label: texts.address[language],
                  value: languages.map((each) => (
                    <code key={each} class="break small">
                      {path('/opportunities/:slug', each, { slug: notice.slug })}
                      <br />
                    </code>
                  )),
                },
              ]}
            />
            <ul class="small">
              {texts.happensList[language].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p class="small">
              <a href={path('/mailings', language)}>{mailingTexts.link[language]}</a>
            </p>
          </Panel>
        </aside>
      </div>
    </>
  )
}

/** The same decision for another time: planned, moved or taken away. */
function Later({
  facts: { id, notice, schedule },
  language,
  form,
  problems,
}: {
  facts: PublicationFacts
  language: Language
  form: Typed
  problems: Problems
}) {
  const action = path('/files/:id/publication', language, { id })
  const planned = (name: 'day' | 'time') =>
    typed(form, name) || (schedule ? (name === 'day' ? dayOf : clockOf)(schedule.at, notice.zone) : '')
  return (
    <Fold label={later.later[language]} open={schedule !== null || problems.length > 0}>
      <p>{later.laterText[language]}</p>
      <Form action={action} language={language} label={later.later[language]}>
        <DateField
          language={language}
          name="day"
          label={later.day[language]}
          value={planned('day')}
          error={problemAt(problems, 'day', language)}
        />
        <TextField
          language={language}
          name="time"
          label={later.time[language]}
          hint={later.timeHint(notice.zone)[language]}
          width="s"
          autocomplete="off"
          value={planned('time')}
          error={problemAt(problems, 'time', language)}
        />
        <ActionBar>
          <Button kind="plain" name="do" value="schedule">
            {(schedule ? later.move : later.schedule)[language]}
          </Button>
          {schedule && (
            <Button kind="plain" name="do" value="unschedule">
              {later.unschedule[language]}
            </Button>
          )}
        </ActionBar>
      </Form>
    </Fold>
  )
}

function Stands({
  facts: { id, notice, stands, minimumDays, obstacle, schedule },
  language,
}: {
  facts: PublicationFacts
  language: Language
}) {
  if (stands === 'posted')
    return (
      <StatusBox
        language={language}
        tone="done"
        happening={{
          what: texts.posted[language],
          more: texts.postedOn(formatInstant(notice.publishedAt, notice.zone, language))[language],
        }}
        next={{
          what: texts.nothing[language],
          more: <a href={path('/opportunities/:slug', language, { slug: notice.slug })}>{texts.seePage[language]}</a>,
        }}
        by={{ what: formatInstant(notice.closesAt, notice.zone, language), more: texts.closesOn[language] }}
      />
    )
  if (stands === 'not_ready')
    return (
      <StatusBox
        language={language}
        tone="waiting"
        happening={{ what: texts.notReady[language], more: texts.notReadyText[language] }}
        next={{ what: texts.nothing[language], more: texts.nothingText[language] }}
        by={{ what: texts.noDate[language] }}
      />
    )
  if (schedule && !obstacle)
    return (
      <StatusBox
        language={language}
        tone="waiting"
        happening={{
          what: later.planned[language],
          more: later.plannedText(formatInstant(schedule.at, notice.zone, language), schedule.name)[language],
        }}
        next={{ what: later.nothing[language], more: later.nothingText[language] }}
        by={{
          what: <time dateTime={schedule.at.toISOString()}>{formatInstant(schedule.at, notice.zone, language)}</time>,
        }}
      />
    )
  const late = obstacle === 'closes_too_soon' || obstacle === 'dates_out_of_order'
  return (
    <StatusBox
      language={language}
      tone={obstacle ? (late ? 'late' : 'waiting') : 'you'}
      happening={{ what: texts.ready[language], more: texts.readyText[language] }}
      next={
        obstacle
          ? {
              what: (late ? texts.reschedule : texts.nothing)[language],
              more: late ? (
                <a href={path('/files/:id', language, { id })}>{texts.eyebrow(notice.number)[language]}</a>
              ) : (
                ''
              ),
            }
          : { what: texts.next[language], more: texts.nextText[language] }
      }
      by={{
        what: formatInstant(notice.closesAt, notice.zone, language),
        more: texts.by(minimumDays)[language],
      }}
    />
  )
}

const Passed = ({ at, zone, language }: { at: Date | null; zone: string; language: Language }) =>
  at === null ? (
    <strong>{texts.notYet[language]}</strong>
  ) : (
    <time dateTime={at.toISOString()}>{formatDay(dayOf(at, zone), language, { weekday: false })}</time>
  )
