import type { Chosen } from '../awards/store.ts'
import { formatDay, formatInstant, formatMoney, formatPercent } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { safeHref } from '../ui/link.ts'
import { Markdown } from '../ui/markdown.tsx'
import { CriteriaList, Empty, type Fact, Facts, Key, Pairs, Price, Quote, Tag } from '../ui/parts.tsx'
import type { Work } from './pages.ts'
import type { Delivery } from './store.ts'
import { workTexts as words } from './texts.pages.ts'
import { terminationNames } from './texts.ts'

/** Price, date and licence, before any talk. */
export function WorkFacts({ work, language, more = [] }: { work: Work; language: Language; more?: readonly Fact[] }) {
  const { contract, opportunity } = work
  return (
    <Facts
      items={[
        { label: words.price[language], value: <Price>{formatMoney(contract.price, language)}</Price> },
        { label: words.delivery[language], value: formatDay(contract.deliveryDay, language) },
        { label: words.licence[language], value: opportunity.licence },
        ...more,
      ]}
    />
  )
}

/** The supplier, as those who may know them write to them. */
export const supplierFacts = (supplier: Chosen | undefined, language: Language): Fact[] =>
  supplier
    ? [{ label: words.supplier[language], value: `${supplier.operatingName || supplier.legalName}, ${supplier.email}` }]
    : []

export const WorkCriteria = ({ work, language }: { work: Work; language: Language }) => (
  <>
    <h2>{words.criteria[language]}</h2>
    <CriteriaList
      kind="work"
      language={language}
      items={work.criteria.map(({ text, position }) => ({ head: text[language], number: position }))}
    />
  </>
)

/** What was delivered, the newest first, with how each was answered. */
export function Deliveries({ work, language }: { work: Work; language: Language }) {
  return (
    <>
      <h2>{words.deliveries[language]}</h2>
      {work.deliveries.length === 0 ? (
        <Empty head={words.noDelivery[language]}>
          <p>{words.noDeliveryMore[language]}</p>
        </Empty>
      ) : (
        work.deliveries
          .toReversed()
          .map((delivery) => <OneDelivery key={delivery.id} delivery={delivery} work={work} language={language} />)
      )}
    </>
  )
}

function OneDelivery({ delivery, work, language }: { delivery: Delivery; work: Work; language: Language }) {
  const { number, repositoryUrl, pullRequestUrl, note, deliveredAt, answer, marks } = delivery
  const said = answer ? (answer.said === 'accepted' ? words.accepted : words.revision) : words.waits
  return (
    <section aria-labelledby={`delivery-${number}`}>
      <h3 id={`delivery-${number}`}>{words.deliveryNumber(number)[language]}</h3>
      <Pairs
        items={[
          { label: words.deliveredOn[language], value: formatInstant(deliveredAt, work.zone, language) },
          { label: words.repository[language], value: <Address to={repositoryUrl} /> },
          ...(pullRequestUrl ? [{ label: words.pullRequest[language], value: <Address to={pullRequestUrl} /> }] : []),
          {
            label: words.answered[language],
            value: answer ? `${said[language]}, ${formatInstant(answer.at, work.zone, language)}` : said[language],
          },
        ]}
      />
      {note && (
        <Quote lang={delivery.language}>
          <Markdown text={note} top={4} />
        </Quote>
      )}
      {marks.length > 0 && (
        <ol class="crit">
          {marks.map(({ criterionId, met, comment }) => {
            const criterion = work.criteria.find(({ id }) => id === criterionId)
            return (
              <li key={criterionId}>
                <Key kind="work" place={criterion?.position ?? 0} language={language} />
                <div>
                  <p>
                    <Tag tone={met ? 'ok' : 'bad'} label={(met ? words.met : words.notMet)[language]} />{' '}
                    {criterion?.text[language]}
                  </p>
                  {comment && <p class="small">{comment}</p>}
                </div>
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}

/** A link that somebody typed; what is no address is shown as text. */
function Address({ to }: { to: string }) {
  const href = safeHref(to)
  return href ? (
    <a href={href} rel="nofollow noopener">
      {to}
    </a>
  ) : (
    <span>{to}</span>
  )
}

/** Dates that were asked for, what the supplier said about not delivering, and how it ended. */
export function Exceptions({ work, language }: { work: Work; language: Language }) {
  const { contract, extensions, zone } = work
  return (
    <>
      {extensions.length > 0 && (
        <>
          <h2>{words.extensions[language]}</h2>
          {extensions.map(({ id, askedDay, because, language: of, decided }) => (
            <Pairs
              key={id}
              items={[
                { label: words.delivery[language], value: formatDay(askedDay, language) },
                { label: words.reason[language], value: <span lang={of}>{because}</span> },
                {
                  label: words.answered[language],
                  value: decided
                    ? `${(decided.decision === 'granted' ? words.granted : words.refused)[language]}, ${formatInstant(decided.at, zone, language)}${decided.reply ? ` – ${decided.reply}` : ''}`
                    : words.waits[language],
                },
              ]}
            />
          ))}
        </>
      )}
      {contract.unable && (
        <>
          <h2>{words.unable[language]}</h2>
          <p class="small quiet">{formatInstant(contract.unable.at, zone, language)}</p>
          <Quote lang={contract.language}>
            <p>{contract.unable.because}</p>
          </Quote>
        </>
      )}
      {contract.state === 'terminated' && (
        <>
          <h2>{words.ended[language]}</h2>
          <Pairs
            items={[
              {
                label: terminationNames[contract.termination.kind][language],
                value: formatInstant(contract.termination.at, zone, language),
              },
              { label: words.reason[language], value: contract.termination.because },
              ...(contract.termination.percentage === null
                ? []
                : [
                    {
                      label: words.percentage[language],
                      value: formatPercent(contract.termination.percentage / 100, language),
                    },
                  ]),
            ]}
          />
        </>
      )}
    </>
  )
}
