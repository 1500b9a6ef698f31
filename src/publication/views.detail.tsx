import { guidancePath } from '../content/addresses.ts'
import { outageTexts } from '../draws/outage.texts.ts'
import { NoticeAmendments, NoticeContent, NoticeFactsList } from '../opportunities/notice.content.tsx'
import type { PublicStatus } from '../opportunities/notice.ts'
import { formatCount, formatDay, formatDays, formatInstant, formatNumber } from '../platform/format.ts'
import type { Guidance } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { eligibility } from '../policy/agreements.ts'
import { terms } from '../policy/terms.ts'
import { versionOn } from '../policy/versions.ts'
import { QuestionsAndAnswers } from '../questions/showAnswers.tsx'
import type { PublishedAnswer } from '../questions/store.published.ts'
import { askTexts } from '../questions/texts.ts'
import { WatchForm } from '../subscribers/showWatchForm.tsx'
import { watchTexts } from '../subscribers/texts.watching.ts'
import { ClosingPanel } from '../ui/clocks.tsx'
import { ButtonLink } from '../ui/form.tsx'
import { safeHref } from '../ui/link.ts'
import { criterionKey, Fold, Pairs, Panel, type Said, StatusBox, Steps } from '../ui/parts.tsx'
import { PathPicture } from '../ui/pictures.tsx'
import { partTexts } from '../ui/texts.ts'
import { dayShown, pathOf, shown } from './pages.ts'
import type { Posting } from './store.ts'
import { homeTexts, statusNames, detailTexts as texts } from './texts.ts'
import { hasAwardPage } from './views.parts.tsx'

/** Words that an answer may have; the form counts them as the server does. */
const MOST_WORDS = 250

type Props = {
  readonly posting: Posting
  readonly now: Date
  /** What was published of the questions about it. */
  readonly answers: readonly PublishedAnswer[]
  readonly language: Language
  /** May the reader apply? Staff may not, and are shown no way to. */
  readonly applies: boolean
}

/** One posting: where it stands, the facts, the criteria, the way from applying to being paid. Its status is as of `now`. */
export function OpportunityPage({
  posting,
  now,
  answers,
  draw,
  downtime,
  guidance,
  applies,
  language,
}: Props & { draw: boolean; downtime: boolean; guidance: Guidance | undefined }) {
  const { notice, number, department, title, teaser, status } = posting
  const where = [texts.eyebrow(number)[language], department.name[language], notice.team[language]]
  return (
    <>
      <p class="eyebrow">{where.filter(Boolean).join(' · ')}</p>
      <h1>{title[language]}</h1>
      <p class="lead">{teaser[language]}</p>
      <StandsBox posting={posting} now={now} applies={applies} language={language} />
      <NoticeFactsList notice={notice} language={language} />
      <div class="two">
        <div class="col">
          <NoticeContent notice={notice} language={language} />
          <p>
            <a href={`${guidancePath('/guide', language, guidance)}#example`}>{texts.seeExample[language]}</a>
          </p>
          <Choosing posting={posting} draw={draw} language={language} />
          {status === 'open' && <Needed posting={posting} language={language} />}
          <TermsToSign posting={posting} language={language} />
        </div>
        <aside class="stick" aria-labelledby="closing">
          <Closing posting={posting} now={now} applies={applies} language={language} />
          {status === 'open' && <Follow posting={posting} language={language} />}
          <h2 class="h-s">{texts.contact[language]}</h2>
          <p class="small">
            <a class="break" href={`mailto:${notice.department.mailbox}`}>
              {notice.department.mailbox}
            </a>
            <br />
            {texts.contactText[language]}
          </p>
        </aside>
      </div>
      <section aria-labelledby="path">
        <h2 id="path">{texts.path[language]}</h2>
        <PathPicture language={language} stops={pathOf(posting, language)} caption={texts.pathCaption[language]} />
      </section>
      <Questions posting={posting} now={now} answers={answers} language={language} />
      <section aria-labelledby="changes">
        <h2 id="changes">{texts.changes[language]}</h2>
        <NoticeAmendments notice={notice} language={language} />
        {downtime && (
          <p>
            <a href={path('/opportunities/:slug/downtime', language, { slug: posting.slug })}>
              {outageTexts.link[language]}
            </a>
          </p>
        )}
      </section>
    </>
  )
}

function StandsBox({ posting, now, applies, language }: Omit<Props, 'answers'>) {
  if (posting.status === 'open') return <OpenBox posting={posting} now={now} applies={applies} language={language} />
  const { tone, happening, next, by } = afterOpen(posting.status, posting, language)
  return (
    <StatusBox
      language={language}
      tone={tone}
      state={statusNames[posting.status][language]}
      happening={happening}
      next={next}
      by={by}
    />
  )
}

function OpenBox({ posting, now, applies, language }: Omit<Props, 'answers'>) {
  const { notice, publishedAt, closesAt, zone } = posting
  const [first, last] = [1, notice.workCriteria.length].map((place) => criterionKey('work', place, language))
  const questions = formatCount(notice.applicationCriteria.length, language, texts.question)
  const closes = shown(closesAt, zone, language)
  const until = shown(notice.questionsUntil, zone, language)
  return (
    <StatusBox
      language={language}
      tone="you"
      state={texts.openState[language]}
      happening={{ what: texts.taking[language], more: texts.posted(dayShown(publishedAt, zone, language))[language] }}
      next={{
        what: texts.readThenApply(first ?? '', last ?? '')[language],
        more: texts.onePage(questions)[language],
      }}
      by={{
        what: <time dateTime={closes.iso}>{closes.text}</time>,
        more: texts.questionsBy(until.text)[language],
      }}
      action={
        <>
          {applies && <ApplyLink slug={posting.slug} language={language} />}{' '}
          {now < notice.questionsUntil && <a href="#questions">{askTexts.readOrAsk[language]}</a>}
        </>
      }
    />
  )
}

type Stands = { tone: 'waiting' | 'done' | 'late'; happening: Said; next: Said; by: Said }

/** What the box says once a posting is no longer open. */
function afterOpen(status: Exclude<PublicStatus, 'open'>, posting: Posting, language: Language): Stands {
  const { notice, winnerName, paidDays } = posting
  const nothing: Said = { what: texts.nothing[language] }
  const noDate: Said = { what: texts.noDate[language], more: texts.over[language] }
  const again: Said = {
    what: texts.nothing[language],
    more: <a href={path('/subscribe', language)}>{texts.tellMe[language]}</a>,
  }
  switch (status) {
    case 'held':
      return {
        tone: 'waiting',
        happening: { what: texts.held[language], more: texts.heldText[language] },
        next: { ...nothing, more: texts.heldNext[language] },
        by: {
          what: posting.heldUntil ? formatInstant(posting.heldUntil, posting.zone, language) : texts.noDate[language],
          more: texts.heldOtherwise[language],
        },
      }
    case 'closed':
      return {
        tone: 'waiting',
        happening: { what: texts.evaluating[language], more: texts.evaluatingText[language] },
        next: { ...nothing, more: texts.weWrite[language] },
        by: { what: formatDay(notice.selectionDay, language), more: texts.resultBy[language] },
      }
    case 'awarded':
      return {
        tone: 'waiting',
        happening: {
          what: (winnerName === null ? texts.awarded : texts.awardedTo(winnerName))[language],
          more: texts.awardedText[language],
        },
        next: again,
        by: { what: formatDay(notice.deliveryDay, language), more: texts.deliveryBy[language] },
      }
    case 'delivered':
      return {
        tone: 'done',
        happening: {
          what: (winnerName === null ? statusNames.delivered : texts.deliveredBy(winnerName))[language],
          more: [
            texts.deliveredText[language],
            paidDays === null ? '' : homeTexts.paidIn(formatDays(paidDays, language))[language],
          ].join(' '),
        },
        next: { what: texts.takeCode[language], more: <Code posting={posting} language={language} /> },
        by: noDate,
      }
    case 'ended_without_delivery':
      return {
        tone: 'late',
        happening: { what: statusNames[status][language], more: texts.endedText[language] },
        next: again,
        by: noDate,
      }
    case 'unsuccessful':
    case 'cancelled':
    case 'withdrawn': {
      const usual = status === 'unsuccessful' ? texts.unsuccessfulText : texts.stoppedText
      const reason = notice.ended?.reason[language] || usual[language]
      return {
        tone: 'waiting',
        happening: { what: statusNames[status][language], more: reason },
        next: again,
        by: noDate,
      }
    }
  }
}

function Code({ posting, language }: { posting: Posting; language: Language }) {
  const href = posting.repositoryUrl === null ? undefined : safeHref(posting.repositoryUrl)
  return (
    <>
      {texts.takeCodeText[language]}
      {href && (
        <>
          <br />
          <a class="break" href={href}>
            {href.replace(/^https?:\/\//, '')}
          </a>
        </>
      )}
    </>
  )
}

function Choosing({ posting, draw, language }: { posting: Posting; draw: boolean; language: Language }) {
  return (
    <section aria-labelledby="choosing">
      <h2 id="choosing">{texts.choosing[language]}</h2>
      <Steps items={texts.choosingSteps[language].map(([head = '', text = '']) => ({ head, text }))} />
      {draw && (
        <p>
          {texts.drawFixed[language]}{' '}
          <a href={path('/draws/:slug', language, { slug: posting.slug })}>{texts.seeDraw[language]}</a>
        </p>
      )}
    </section>
  )
}

/** What one needs at hand before starting, so that nobody finds out half-way. */
function Needed({ posting, language }: { posting: Posting; language: Language }) {
  const { applicationCriteria, deliveryDay, licence, publishedAt, zone } = posting.notice
  const may = versionOn(eligibility, dayOf(publishedAt, zone)).text[language]
  const delivery = formatDay(deliveryDay, language, { weekday: false })
  return (
    <section aria-labelledby="needed">
      <h2 id="needed">{texts.needed[language]}</h2>
      <p>{texts.neededLead[language]}</p>
      <ul>
        <li>{texts.neededAddress[language]}</li>
        <li>
          {texts.neededAnswers(formatCount(applicationCriteria.length, language, texts.answer), MOST_WORDS)[language]}
        </li>
        <li>{texts.neededNames[language]}</li>
        <li>{texts.neededPromise(delivery, formatNumber(posting.notice.paymentDays, language), licence)[language]}</li>
        <li>{may}</li>
      </ul>
      <p class="quiet">{texts.notNeeded[language]}</p>
    </section>
  )
}

/** The words to sign if one is chosen, whole: nobody should meet them for the first time when signing. */
function TermsToSign({ posting, language }: { posting: Posting; language: Language }) {
  const { opening, clauses } = versionOn(terms, dayOf(posting.publishedAt, posting.zone))
  return (
    <section aria-labelledby="terms">
      <h2 id="terms">{texts.terms[language]}</h2>
      <p>{texts.termsLead[language]}</p>
      <Fold label={texts.termsRead[language]} count={clauses.length}>
        <p>{opening[language]}</p>
        <ol>
          {clauses.map(({ id, heading, text }) => (
            <li key={id}>
              <strong>{heading[language]}.</strong> {text[language]}
            </li>
          ))}
        </ol>
      </Fold>
    </section>
  )
}

/** Where one leaves an address to hear of changes, answers and the closing of this opportunity. */
const Follow = ({ posting, language }: { posting: Posting; language: Language }) => (
  <>
    <h2 class="h-s">{watchTexts.head[language]}</h2>
    <p class="small">{watchTexts.lead[language]}</p>
    <WatchForm slug={posting.slug} language={language} />
    <p class="small">
      <a href={path('/subscribe', language)}>{homeTexts.tellMeNext[language]}</a>
    </p>
  </>
)

/** What was asked and answered, and until when one may ask. */
function Questions({ posting, now, answers, language }: Omit<Props, 'applies'>) {
  const { slug, status, notice } = posting
  const { zone, questionsUntil: until, department } = notice
  const shownThere = { slug, zone, until, now, answers, mailbox: department.mailbox, open: status === 'open' }
  return <QuestionsAndAnswers posting={shownThere} language={language} />
}

function Closing({ posting, now, applies, language }: Omit<Props, 'answers'>) {
  const { closesAt, zone, status, slug } = posting
  const closes = shown(closesAt, zone, language)
  const clock = { href: path('/clock', language), zone }
  if (closesAt <= now || status !== 'open')
    return (
      <Panel id="closing" head={status === 'closed' ? texts.closedHead[language] : statusNames[status][language]}>
        <Pairs
          items={[{ label: partTexts.closing[language], value: <time dateTime={closes.iso}>{closes.text}</time> }]}
        />
        {hasAwardPage(status) && (
          <p>
            <a href={path('/results/:slug', language, { slug })}>{texts.award[language]}</a>
          </p>
        )}
      </Panel>
    )
  return (
    <ClosingPanel language={language} head={texts.closesHead[language]} closes={closes} now={clock}>
      {applies && (
        <p>
          <ApplyLink slug={slug} language={language} />
        </p>
      )}
    </ClosingPanel>
  )
}

const ApplyLink = ({ slug, language }: { slug: string; language: Language }) => (
  <ButtonLink href={path('/opportunities/:slug/application', language, { slug })}>{texts.apply[language]}</ButtonLink>
)
