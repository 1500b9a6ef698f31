import { formatCount } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Empty } from '../ui/parts.tsx'
import { Drawing, Legend, Outlined, percent, RowLabel } from '../ui/svg.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { drawingTexts } from '../ui/texts.ts'
import { type AudienceFacts, countSaid } from './pages.audience.ts'
import type { ShownCount } from './rules.audience.ts'
import { audienceTexts as texts } from './texts.audience.ts'

type Props = {
  readonly facts: AudienceFacts
  readonly language: Language
  /** May the reader open the messages that are drafted for social networks, or hold letters? */
  readonly shares: boolean
  readonly steers: boolean
}

/** Who hears of the opportunities: growth, languages, choices, schools, sources, refusals. Counts alone. */
export function AudiencePage(props: Props) {
  const { facts, language, steers } = props
  const { education } = facts
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{texts.lead[language]}</p>
      <p>
        <a href={path('/subscribe', language)}>{texts.page[language]}</a>
        {steers && (
          <>
            {' · '}
            <a href={path('/mailings', language)}>{texts.mailings[language]}</a>
          </>
        )}
      </p>
      {facts.confirmed === 0 && facts.growth.length === 0 && (
        <Empty head={texts.nobody[language]} level={2}>
          <p>{texts.nobodyMore[language]}</p>
        </Empty>
      )}
      <Counts id="now" head={texts.now[language]} counts={facts.standing} language={language} />
      <Growth {...props} />
      <div class="two even">
        <Counts id="languages" head={texts.languages[language]} counts={facts.languages} language={language} />
        <Counts id="cadence" head={texts.cadence[language]} counts={facts.cadences} language={language} />
      </div>
      <Counts
        id="skills"
        head={texts.skills[language]}
        lead={texts.skillsText[language]}
        counts={facts.skills}
        language={language}
      />
      <Counts
        id="education"
        head={texts.education[language]}
        lead={texts.educationText(countSaid(education.inAll, language))[language]}
        counts={education.places}
        language={language}
      />
      <Counts
        id="sources"
        head={texts.sources[language]}
        lead={texts.sourcesText[language]}
        counts={facts.sources}
        language={language}
      />
      <Counts id="ends" head={texts.ends[language]} counts={facts.ends} language={language} />
      <Counts
        id="bounces"
        head={texts.bounces[language]}
        lead={texts.bouncesText[language]}
        counts={facts.bounces}
        language={language}
      />
      <p class="small quiet">{texts.suppressedText[language]}</p>
      <Sharing {...props} />
    </>
  )
}

const ROW = 46

/** One bar a month for how many are on the list at its end, then the table with who joined and left. */
function Growth({ facts: { growth }, language }: Props) {
  if (growth.length === 0) return null
  const most = Math.max(1, ...growth.map(({ total }) => total))
  const number = (count: number) => formatCount(count, language)
  return (
    <section aria-labelledby="growth">
      <h2 id="growth">{texts.growth[language]}</h2>
      <p>{texts.growthText[language]}</p>
      <figure>
        <Legend
          items={[
            { swatch: <rect class="g-act" width="24" height="14" rx="3" />, label: texts.total[language] },
            { swatch: <Outlined />, label: texts.joined[language] },
          ]}
        />
        <Drawing
          id="growth-drawing"
          height={growth.length * ROW}
          title={texts.growth[language]}
          description={`${texts.growthText[language]} ${drawingTexts.tableBelow[language]}`}
        >
          {growth.map(({ month, name, joined, left, total }, place) => (
            <g key={month}>
              <RowLabel
                name={name}
                says={texts.monthSays(number(total), number(joined), number(left))[language]}
                top={place * ROW}
              />
              <rect class="g-mist" x="0" y={place * ROW + 24} width="100%" height="12" rx="3" />
              {total > 0 && (
                <rect class="g-act" x="0" y={place * ROW + 24} width={share(total, most)} height="12" rx="3" />
              )}
              {joined > 0 && total > 0 && (
                <rect
                  class="g-est"
                  x={share(Math.max(0, total - joined), most)}
                  y={place * ROW + 24}
                  width={share(Math.min(joined, total), most)}
                  height="12"
                />
              )}
            </g>
          ))}
        </Drawing>
      </figure>
      <FoldTable
        caption={texts.growth[language]}
        captionHidden
        columns={[
          { label: texts.month[language] },
          { label: texts.joined[language], numeric: true },
          { label: texts.left[language], numeric: true },
          { label: texts.total[language], numeric: true },
        ]}
        rows={growth.map(({ name, joined, left, total }) => [name, number(joined), number(left), number(total)])}
      />
    </section>
  )
}

const share = (count: number, most: number): string => percent((count / most) * 100)

function Counts({
  id,
  head,
  lead,
  counts,
  language,
}: {
  id: string
  head: string
  lead?: string
  counts: readonly ShownCount[]
  language: Language
}) {
  if (counts.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{head}</h2>
      {lead && <p>{lead}</p>}
      <FoldTable
        caption={head}
        captionHidden
        columns={[{ label: texts.what[language] }, { label: texts.count[language], numeric: true }]}
        rows={counts.map(({ name, count }) => [name, countSaid(count, language)])}
      />
    </section>
  )
}

/** The drafted messages are with each file: a person copies them. */
function Sharing({ facts: { shared }, language, shares }: Props) {
  if (!shares) return null
  return (
    <section aria-labelledby="share">
      <h2 id="share">{texts.share[language]}</h2>
      <p>{texts.shareText[language]}</p>
      {shared.length === 0 ? (
        <p>{texts.shareNone[language]}</p>
      ) : (
        <ul>
          {shared.map(({ opportunityId, number, title }) => (
            <li key={opportunityId}>
              <a href={path('/files/:id/outreach', language, { id: opportunityId })}>
                {number} – {title[language]}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
