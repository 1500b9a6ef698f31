import { scaleLinear } from 'd3-scale'
import { formatCount, formatDays, formatNumber } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import type { Cents } from '../platform/money.ts'
import { path } from '../platform/paths.ts'
import { stepEstimates } from '../policy/steps.ts'
import { Radios } from '../ui/choices.tsx'
import { ActionBar, Button, ButtonLink, Form } from '../ui/form.tsx'
import { Fold, Note } from '../ui/parts.tsx'
import { Axis, Drawing, Legend, Outlined, percent, RowLabel, type Scale } from '../ui/svg.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { drawingTexts } from '../ui/texts.ts'
import type { Days, OptionTimes } from './pages.options.ts'
import { moneyText } from './pages.ts'
import { type Advice, type OptionAnswers, optionQuestions, questionNames } from './rules.options.ts'
import {
  adviceTexts,
  comparisons,
  optionNames,
  questionTexts,
  reasonTexts,
  optionTexts as texts,
} from './texts.options.ts'
import { newTexts } from './texts.pages.ts'

/** Four questions, the option that they lead to and why, then the time and the marks of each option. */
export function OptionsPage({
  language,
  values,
  problems,
  answers,
  advice,
  times,
  limit,
  mayAsk,
}: {
  language: Language
  values: Typed
  problems: Problems
  answers: OptionAnswers | null
  advice: Advice | null
  times: OptionTimes
  limit: Cents
  /** A visitor may: signing in comes first. */
  mayAsk: boolean
}) {
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{texts.lead[language]}</p>
      {answers && advice && <Answer language={language} answers={answers} advice={advice} mayAsk={mayAsk} />}
      <section aria-labelledby="questions">
        <h2 id="questions">{(advice ? texts.again : texts.questions)[language]}</h2>
        <Form action={path('/options', language)} method="get" language={language} errors={problems}>
          {questionNames.map((name) => (
            <Question key={name} name={name} language={language} values={values} problems={problems} limit={limit} />
          ))}
          <Button kind={advice ? 'plain' : 'act'}>{texts.see[language]}</Button>
        </Form>
      </section>
      <section aria-labelledby="times">
        <h2 id="times">{texts.timesHead[language]}</h2>
        <p>{texts.timesLead[language]}</p>
        <Times times={times} language={language} />
      </section>
      <section aria-labelledby="apart">
        <h2 id="apart">{texts.compareHead[language]}</h2>
        <FoldTable
          caption={texts.compareHead[language]}
          captionHidden
          columns={[
            { label: texts.question[language] },
            { label: optionNames.micro[language] },
            { label: optionNames.sole_source[language] },
            { label: optionNames.capacity[language] },
          ]}
          rows={comparisons.map(({ question, answers: told }) => [
            question[language],
            ...told.map((answer) => answer[language]),
          ])}
        />
        <p class="small quiet">{texts.compareSource[language]}</p>
      </section>
    </>
  )
}

function Answer({
  language,
  answers,
  advice: { option, because },
  mayAsk,
}: {
  language: Language
  answers: OptionAnswers
  advice: Advice
  mayAsk: boolean
}) {
  const { head, next } = adviceTexts[option]
  const query = new URLSearchParams(answers).toString()
  const fits = option === 'micro'
  return (
    <Note tone={fits ? 'ok' : 'info'} head={head[language]} level={2}>
      <p>{next[language]}</p>
      <h3>{texts.why[language]}</h3>
      <ul>
        {because.map((reason) => (
          <li key={reason}>{reasonTexts[reason][language]}</li>
        ))}
      </ul>
      {mayAsk && (
        <>
          {fits && <p>{texts.keeps[language]}</p>}
          <ActionBar>
            <ButtonLink href={`${path('/requests/new', language)}?${query}`} kind={fits ? 'act' : 'plain'}>
              {(fits ? texts.ask : texts.anyway)[language]}
            </ButtonLink>
          </ActionBar>
        </>
      )}
    </Note>
  )
}

function Question({
  name,
  language,
  values,
  problems,
  limit,
}: {
  name: keyof OptionAnswers
  language: Language
  values: Typed
  problems: Problems
  limit: Cents
}) {
  const { label, hint, answers } = questionTexts[name]
  const told: Readonly<Record<string, { label: { [L in Language]: string }; hint?: { [L in Language]: string } }>> =
    answers
  const limited = name === 'cost' ? newTexts.limitHint(moneyText(limit))[language] : undefined
  return (
    <Radios
      language={language}
      name={name}
      label={label[language]}
      hint={hint?.[language] ?? limited}
      value={typed(values, name)}
      error={problemAt(problems, name, language)}
      choices={optionQuestions[name].map((value) => ({
        value,
        label: told[value]?.label[language] ?? value,
        hint: told[value]?.hint?.[language],
      }))}
    />
  )
}

/** `short` fits beside its days on the narrowest phone. */
type Bar = { readonly name: string; readonly short: string; readonly days: Days; readonly actual: boolean }

/** One bar each: what comes before the work is received, a gap, what comes before the payment. */
function Times({ times, language }: { times: OptionTimes; language: Language }) {
  const { soleSource, estimate, actual, steps } = times
  const bars: Bar[] = [
    {
      ...{ name: texts.soleEstimate[language], short: optionNames.sole_source[language] },
      ...{ days: soleSource, actual: false },
    },
    {
      ...{ name: texts.microEstimate[language], short: optionNames.micro[language] },
      ...{ days: estimate, actual: false },
    },
    ...(actual
      ? [
          {
            name: texts.actual(formatCount(actual.files, language, texts.files))[language],
            short: texts.actualShort[language],
            days: actual,
            actual: true,
          },
        ]
      : []),
  ]
  const across: Scale = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ days }) => totalOf(days)))])
    .nice(4)
    .range([0, 100])
  const height = bars.length * ROW + AXIS
  return (
    <>
      <figure>
        <Legend
          items={[
            { swatch: <Outlined />, label: drawingTexts.estimate[language] },
            ...(actual
              ? [
                  {
                    swatch: <rect class="g-act" y="1" width="24" height="12" rx="2" />,
                    label: drawingTexts.actual[language],
                  },
                ]
              : []),
          ]}
        />
        <Drawing
          id="option-times"
          height={height}
          title={texts.timesTitle[language]}
          description={`${bars.map(({ name, days }) => `${name}: ${saidOf(days, language)}`).join('; ')}. ${drawingTexts.tableBelow[language]}`}
        >
          <Axis across={across} bottom={height - 28} language={language} />
          {bars.map((bar, place) => (
            <TwoPartBar key={bar.name} bar={bar} top={place * ROW} across={across} language={language} />
          ))}
        </Drawing>
        <figcaption>
          {texts.source[language]} {actual && texts.actualNote[language]}
        </figcaption>
      </figure>
      <FoldTable
        caption={texts.timesTitle[language]}
        captionHidden
        columns={[
          { label: texts.way[language] },
          { label: texts.toWork[language], numeric: true },
          { label: texts.toPayment[language], numeric: true },
          { label: texts.total[language], numeric: true },
        ]}
        rows={[
          ...bars.map(({ name, days: { toWork, toPayment } }) => [
            name,
            figure(toWork, language),
            figure(toPayment, language),
            figure(toPayment === null ? null : toWork + toPayment, language),
          ]),
          [texts.capacity[language], figure(null, language), figure(null, language), figure(null, language)],
        ]}
      />
      <Fold label={texts.stepByStep[language]} count={steps.length}>
        <FoldTable
          caption={texts.stepByStep[language]}
          captionHidden
          columns={[
            { label: texts.step[language] },
            { label: texts.soleEstimate[language], numeric: true },
            { label: texts.microEstimate[language], numeric: true },
            ...(actual ? [{ label: drawingTexts.actual[language], numeric: true }] : []),
          ]}
          rows={steps.map(({ step, soleSource: sole, estimate: planned, actual: took }) => [
            stepEstimates.find((known) => known.step === step)?.name[language] ?? step,
            figure(sole, language),
            figure(planned, language),
            ...(actual ? [figure(took, language)] : []),
          ])}
        />
      </Fold>
    </>
  )
}

const ROW = 58
const AXIS = 34

function TwoPartBar({ bar, top, across, language }: { bar: Bar; top: number; across: Scale; language: Language }) {
  const { short, days } = bar
  const look = bar.actual ? 'g-act' : 'g-est'
  const paid = days.toPayment ?? 0
  return (
    <g>
      <RowLabel name={short} says={formatDays(rounded(totalOf(days)), language)} top={top} strong />
      <rect
        class={look}
        x="1"
        y={top + 25}
        width={percent(Math.max(0, across(days.toWork) - 0.6))}
        height="16"
        rx="3"
      />
      {paid > 0 && (
        <rect
          class={look}
          x={percent(across(days.toWork) + 0.6)}
          y={top + 25}
          width={percent(Math.max(0, across(paid) - across(0) - 0.9))}
          height="16"
          rx="3"
        />
      )}
    </g>
  )
}

const totalOf = ({ toWork, toPayment }: Days): number => toWork + (toPayment ?? 0)

/** `26 + 31 = 57 days`; without the second part, the first alone. */
function saidOf({ toWork, toPayment }: Days, language: Language): string {
  if (toPayment === null) return formatDays(rounded(toWork), language)
  const [first, second] = [toWork, toPayment].map((days) => formatNumber(rounded(days), language))
  return `${first} + ${second} = ${formatDays(rounded(toWork + toPayment), language)}`
}

const figure = (days: number | null, language: Language) =>
  days === null ? (
    <abbr title={drawingTexts.noFigure[language]}>{drawingTexts.notAvailable[language]}</abbr>
  ) : (
    formatNumber(rounded(days), language)
  )

const rounded = (days: number): number => Math.round(days * 100) / 100
