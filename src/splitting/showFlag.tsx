import { formatDay, formatMoney } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { type Cents, cents } from '../platform/money.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { Pairs, Quote, Tag, type TagProps, Tags } from '../ui/parts.tsx'
import { Drawing, percent, RowLabel } from '../ui/svg.tsx'
import { FoldTable } from '../ui/tables.tsx'
import type { FlagFacts } from './about.ts'
import type { Hit, Yardstick } from './rules.compare.ts'
import { bars, effects, type Flag } from './rules.ts'
import { daysBetween, foundSays, ruleSays } from './sentences.ts'
import { decidedSays, pictureSays, sourceSays, splittingTexts as texts } from './texts.pages.ts'
import { decisionNames, flagStates, occasionNames, reasonNames, ruleNames, ruleSource } from './texts.ts'

/** The state of a flag: a shape, a word, then a colour. */
export function stateTag(flag: Flag, language: Language): TagProps {
  if (effects[flag.rule] === 'information' && flag.state === 'raised')
    return { label: texts.information[language], tone: 'none' }
  const tone = flag.state === 'explained' ? 'ok' : bars(flag) ? 'bad' : flag.state === 'raised' ? 'soon' : 'none'
  return { label: flagStates[flag.state][language], tone }
}

/** The language of a title, when it is not the reader’s. */
export const foreign = (titleIn: Language | undefined, language: Language): Language | undefined =>
  titleIn === language ? undefined : titleIn

type Props = {
  readonly flag: Flag
  readonly facts: FlagFacts
  readonly yardstick: Yardstick
  /** Where the limit and the days come from; null for the program’s default. */
  readonly source: string | null
  readonly language: Language
  readonly zone: string
  /** May this reader open the files of others? */
  readonly opens: boolean
}

/** One finding, explained: a sentence, a picture, the files, the rule, and what was decided. */
export function FlagSays({ flag, facts, yardstick, source, language, zone, opens }: Props) {
  const { found, decided, rule } = flag
  const day = (at: Date) => formatDay(dayOf(at, zone), language, { weekday: false })
  return (
    <>
      <h2 id={`flag-${rule}`}>
        {ruleNames[rule][language]} <Tag {...stateTag(flag, language)} />
      </h2>
      <p class="lead">{foundSays(found)[language]}</p>
      {found.rule !== 'S6' && (
        <>
          <SumPicture hit={found} language={language} />
          <ComparedTable hit={found} facts={facts} language={language} opens={opens} />
        </>
      )}
      {decided && (
        <>
          <h3>{(flag.state === 'raised' ? texts.earlier : texts.decision)[language]}</h3>
          <p>
            <strong>{decisionNames[decided.decision].done[language]}</strong>{' '}
            {decidedSays(facts.people.get(decided.by) ?? '', day(decided.at))[language]}
          </p>
          <Quote>
            <p>{decided.rationale}</p>
          </Quote>
        </>
      )}
      <h3>{texts.rule[language]}</h3>
      <p>{ruleSays[rule](yardstick)[language]}</p>
      <p class="small quiet">
        {ruleSource[language]}. {sourceSays(source)[language]}
      </p>
      <Pairs
        items={[
          ...(found.rule !== 'S6' && found.window
            ? [{ label: texts.window[language], value: daysBetween(found.window.first, found.window.last)[language] }]
            : []),
          {
            label: texts.foundWhen[language],
            value: `${day(flag.raisedAt)}, ${occasionNames[flag.occasion][language]}`,
          },
        ]}
      />
    </>
  )
}

function ComparedTable({
  hit,
  facts,
  language,
  opens,
}: {
  hit: Hit
  facts: FlagFacts
  language: Language
  opens: boolean
}) {
  const rows = [{ id: hit.id, value: hit.own.value, committedOn: hit.own.committedOn, why: null }, ...hit.compared]
  return (
    <FoldTable
      caption={texts.files[language]}
      columns={[
        { label: texts.file[language] },
        { label: texts.team[language] },
        { label: texts.day[language] },
        { label: texts.why[language] },
        { label: texts.value[language], numeric: true },
      ]}
      rows={rows.map(({ id, value, committedOn, why }) => {
        const file = facts.files.get(id)
        const title = file?.title[language] || file?.number
        return [
          <>
            {opens && why !== null ? (
              <a href={path('/files/:id', language, { id })} lang={foreign(file?.titleIn, language)}>
                {title}
              </a>
            ) : (
              <span lang={foreign(file?.titleIn, language)}>{title}</span>
            )}
            <br />
            <span class="small quiet regular">{file?.number}</span>
          </>,
          <>
            {file?.team}
            <br />
            <span class="small quiet">{file?.client}</span>
          </>,
          formatDay(committedOn, language, { weekday: false }),
          why === null ? (
            texts.thisFile[language]
          ) : (
            <Tags key="why" items={why.map((reason) => ({ label: reasonNames[reason][language] }))} />
          ),
          formatMoney(value, language),
        ]
      })}
      foot={
        hit.rule === 'S3'
          ? undefined
          : [texts.together[language], '', '', '', <strong key="sum">{formatMoney(hit.sum, language)}</strong>]
      }
    />
  )
}

const ROW = 52

/** Values as bars, and the limit as a mark through each of them: never through an amount. */
function SumPicture({ hit, language }: { hit: Hit; language: Language }) {
  const rows = barsOf(hit, language)
  const widest = Math.max(hit.limit, ...rows.map(({ value }) => value)) * 1.02
  const across = (value: Cents) => percent((value / widest) * 100)
  const id = `sum-${hit.rule}`
  const limit = formatMoney(hit.limit, language)
  return (
    <figure>
      <Drawing
        id={id}
        height={rows.length * ROW + 18}
        title={`${texts.picture[language]}, ${ruleNames[hit.rule][language]}`}
        description={pictureSays(formatMoney(hit.sum, language), limit)[language]}
      >
        {rows.map(({ label, value, strong }, place) => (
          <g key={label}>
            <RowLabel name={label} says={formatMoney(value, language)} top={place * ROW} strong={strong} />
            <rect class="g-mist" x="0" y={place * ROW + 24} width="100%" height="14" rx="3" />
            <rect
              class={strong ? 'g-act' : 'g-est'}
              x="0"
              y={place * ROW + 24}
              width={across(value)}
              height="14"
              rx="3"
            />
            <line
              class="g-mark"
              x1={across(hit.limit)}
              x2={across(hit.limit)}
              y1={place * ROW + 24}
              y2={place * ROW + 42}
            />
          </g>
        ))}
        <text class="t2" text-anchor="end" x={across(hit.limit)} y={rows.length * ROW + 12}>
          {`${texts.limit[language]} ${limit}`}
        </text>
      </Drawing>
    </figure>
  )
}

type Bar = { readonly label: string; readonly value: Cents; readonly strong: boolean }

function barsOf(hit: Hit, language: Language): Bar[] {
  const { own, compared, sum } = hit
  const bar = (label: string, value: Cents, strong = false): Bar => ({ label, value, strong })
  const together = bar(texts.together[language], sum, true)
  if (hit.rule === 'S5')
    return [bar(texts.posted[language], own.original), bar(texts.added[language], own.amended), together]
  const thisFile = bar(texts.thisFile[language], own.value, hit.rule === 'S3')
  const rest = cents(compared.reduce<number>((total, { value }) => total + value, 0))
  const others = `${texts.others[language]} (${compared.length})`
  if (hit.rule !== 'S3') return [thisFile, bar(others, rest), together]
  const largest = cents(Math.max(...compared.map(({ value }) => value)))
  return [thisFile, bar(others, largest)]
}
