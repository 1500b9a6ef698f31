import type { ComponentChildren } from 'preact'
import { formatDay, formatMoney, formatNumber } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { cents } from '../platform/money.ts'
import { dayOf } from '../platform/time.ts'
import { Difference } from '../ui/difference.tsx'
import { safeHref } from '../ui/link.ts'
import { Markdown } from '../ui/markdown.tsx'
import { CriteriaList, type Fact, Facts, Price, Quote, Tags } from '../ui/parts.tsx'
import { changeSentence, factShown } from './changesSaid.ts'
import type { Change, Notice, NoticeAmendment } from './notice.ts'
import { amendmentTexts } from './texts.amendments.ts'
import { methodNames, noticeTexts as texts } from './texts.notice.ts'

type Props = { readonly notice: Notice; readonly language: Language }

/** The short facts of a notice, before any talk. */
export const NoticeFactsList = ({ notice, language }: Props) => <Facts items={factsOf(notice, language)} />

/**
 * What a notice says, from the criteria for the work to those for the application: the same component on the public
 * page and in the preview, so that what is approved is what is read. Headings begin at h2. `ids` keeps the ids of two
 * notices on one page apart.
 */
export function NoticeContent({ notice, language, ids = '' }: Props & { ids?: string }) {
  const { skills, provisions, workCriteria, applicationCriteria } = notice
  return (
    <>
      <section aria-labelledby={`${ids}work-criteria`}>
        <h2 id={`${ids}work-criteria`}>{texts.workCriteria[language]}</h2>
        <p>{texts.workCriteriaLead[language]}</p>
        <CriteriaList kind="work" language={language} items={workCriteria.map((each) => criterion(each, language))} />
      </section>
      <section aria-labelledby={`${ids}the-work`}>
        <h2 id={`${ids}the-work`}>{texts.theWork[language]}</h2>
        <Markdown text={notice.work[language]} top={3} />
        <h3>{texts.background[language]}</h3>
        <Markdown text={notice.background[language]} top={4} />
        {skills.length > 0 && <h3>{texts.skills[language]}</h3>}
        <Tags items={skills.map((skill) => ({ label: skill[language] }))} />
        {provisions.length > 0 && (
          <>
            <h3>{texts.provisions[language]}</h3>
            <ul>
              {provisions.map(({ text, dueDay }) => (
                <li key={text.en}>
                  {dueDay
                    ? texts.provisionBy(text[language], formatDay(dueDay, language, { weekday: false }))[language]
                    : text[language]}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section aria-labelledby={`${ids}application-criteria`}>
        <h2 id={`${ids}application-criteria`}>{texts.applicationCriteria[language]}</h2>
        <p>{texts.applicationCriteriaLead[language]}</p>
        <CriteriaList
          kind="application"
          language={language}
          items={applicationCriteria.map((each) => criterion(each, language))}
        />
      </section>
    </>
  )
}

/** The numbered amendments, old text beside new; says so when there are none. */
export function NoticeAmendments({ notice, language }: Props) {
  return (
    <>
      <h3>{texts.amendments[language]}</h3>
      {notice.amendments.length === 0 && <p class="quiet">{texts.noAmendment[language]}</p>}
      {notice.amendments.map((amendment) => (
        <Amendment key={amendment.number} amendment={amendment} zone={notice.zone} language={language} />
      ))}
    </>
  )
}

function Amendment({ amendment, zone, language }: { amendment: NoticeAmendment; zone: string; language: Language }) {
  const { number, reason, changes, publishedAt, material } = amendment
  const day = formatDay(dayOf(publishedAt, zone), language, { weekday: false })
  return (
    <section aria-labelledby={`amendment-${number}`}>
      <h4 id={`amendment-${number}`}>{texts.amendmentHead(number, day)[language]}</h4>
      <Quote>
        <p>{reason[language]}</p>
      </Quote>
      {material && <p>{amendmentTexts.invites[language]}</p>}
      <Changes changes={changes} zone={zone} language={language} />
    </section>
  )
}

/** What changed, in words; a text as a difference beneath its sentence. */
export const Changes = ({
  changes,
  zone,
  language,
}: {
  changes: readonly Change[]
  zone: string
  language: Language
}) => (
  <ul>
    {changes.map((change) => (
      <li key={change.field}>
        {changeSentence(change, zone)[language]}
        {factShown(change, change.after[language], zone, language) === undefined && (
          <Difference language={language} before={change.before[language]} after={change.after[language]} />
        )}
      </li>
    ))}
  </ul>
)

/** A criterion’s first line is its head; what follows explains it. */
function criterion(
  { number, ...words }: Notice['workCriteria'][number],
  language: Language,
): { head: string; text?: ComponentChildren; number?: number | undefined } {
  const [head = '', ...rest] = words[language].split('\n')
  const more = rest.join('\n').trim()
  return more ? { head, number, text: <Markdown text={more} top={4} /> } : { head, number }
}

function factsOf(notice: Notice, language: Language): Fact[] {
  const { price, hours, adminHours, deliveryDay, paymentMethods, paymentDays, licence } = notice
  const day = formatDay(deliveryDay, language, { weekday: false })
  const methods = paymentMethods.map((method) => methodNames[method][language])
  const rate = hours === null ? undefined : cents(Math.round(price / (hours + adminHours)))
  return [
    {
      label: texts.price[language],
      value: (
        <>
          <Price>{formatMoney(price, language)}</Price>
          <br />
          {texts.beforeTax[language]}
        </>
      ),
    },
    ...(hours === null || rate === undefined
      ? []
      : [
          {
            label: texts.work[language],
            value: texts.workSaid(
              formatNumber(hours, language),
              formatNumber(adminHours, language),
              formatMoney(rate, language),
            )[language],
          },
        ]),
    { label: texts.delivery[language], value: <time dateTime={deliveryDay}>{texts.deliveryBy(day)[language]}</time> },
    {
      label: texts.paid[language],
      value: texts.paidSaid(
        new Intl.ListFormat(`${language}-CA`, { type: 'disjunction' }).format(methods),
        paymentDays,
      )[language],
    },
    { label: texts.licence[language], value: `${licence}. ${texts.copyright[language]}` },
    { label: texts.repository[language], value: <RepositoryOf notice={notice} language={language} /> },
  ]
}

function RepositoryOf({ notice, language }: Props) {
  const { kind, url } = notice.repository
  const href = safeHref(url)
  if (!href) return <>{(kind === 'supplier' ? texts.repositorySupplier : texts.repositoryDepartment)[language]}</>
  return (
    <a class="break" href={href}>
      {url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
    </a>
  )
}
