import { scaleLinear } from 'd3-scale'
import type { Day } from '../platform/day.ts'
import { formatMoney, formatPercent } from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import type { Cents } from '../platform/money.ts'
import { dearest, type Estimate, estimateOf, estimatesEverywhere } from '../policy/estimate.ts'
import { type Province, provinceNames } from '../policy/provinces.ts'
import type { Policy } from '../policy/rules.ts'
import { Fold } from '../ui/parts.tsx'
import { Drawing, Legend, percent } from '../ui/svg.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { estimateTexts as texts } from './texts.estimate.ts'

/** What a price comes to with its tax: in a sentence, in a bar, and in every province (mission M4). */
export function EstimateView({
  language,
  policy,
  today,
  price,
  id = 'estimate',
}: {
  language: Language
  policy: Policy
  today: Day
  price: Cents
  id?: string
}) {
  const estimate = estimateOf(policy, today, price)
  return (
    <div class="estimate">
      <p>
        {estimateSentence(estimate, language)} {ceilingSentence(estimate, language)}
      </p>
      <Bar id={id} language={language} estimate={estimate} />
      <p class="hint">{whyThisTax(policy, today, estimate)[language]}</p>
      <Fold small label={texts.everywhere[language]}>
        {policy.exemptFrom.length > 0 && <p class="hint">{texts.exempt(namesOf(policy.exemptFrom))[language]}</p>}
        <FoldTable
          caption={texts.everywhere[language]}
          captionHidden
          columns={[
            { label: texts.place[language] },
            { label: texts.rate[language], numeric: true },
            { label: texts.withTax[language], numeric: true },
            { label: texts.most[language], numeric: true },
            { label: texts.fitting[language] },
          ]}
          rows={estimatesEverywhere(policy, today, price).map(({ place, rate, withTax, ceiling, over }) => [
            provinceNames[place][language],
            formatPercent(rate / WHOLE, language),
            formatMoney(withTax, language),
            formatMoney(ceiling, language),
            texts[over === 0 ? 'yes' : 'no'][language],
          ])}
        />
      </Fold>
    </div>
  )
}

/** `$8,690.00 + 15% = $9,993.50, which leaves $6.50 below the limit of $10,000.00.` */
export const estimateSentence = (estimate: Estimate, language: Language): string =>
  texts[estimate.over === 0 ? 'fits' : 'over'][language](amountsOf(estimate, language))

/** `$8,695.65 is the most that leaves room for the tax.` */
export const ceilingSentence = (estimate: Estimate, language: Language): string =>
  texts.ceiling[language](amountsOf(estimate, language))

/** Why this rate and no other: the place, or the worst case while it is not known. */
export function whyThisTax(policy: Policy, today: Day, { place, rate }: Estimate): Text {
  if (place !== 'highest') return texts.placeKnown(provinceNames[place])
  const said = { en: formatPercent(rate / WHOLE, 'en'), fr: formatPercent(rate / WHOLE, 'fr') }
  return texts.worstCase(said, namesOf(dearest(policy, today)))
}

const namesOf = (places: readonly Province[]): Text => {
  const names = places.map((place) => provinceNames[place])
  return { en: names.map(({ en }) => en).join(', '), fr: names.map(({ fr }) => fr).join(', ') }
}

type Part = {
  readonly of: keyof typeof texts.bar
  readonly class: string
  readonly from: number
  readonly amount: Cents
}

/** Price, tax and room to scale; what is above the limit is drawn past its line. */
function Bar({ id, language, estimate }: { id: string; language: Language; estimate: Estimate }) {
  const { price, tax, withTax, limit, room, over } = estimate
  const across = scaleLinear()
    .domain([0, Math.max(limit, withTax)])
    .range([0, 100])
  const parts: readonly Part[] = [
    { of: 'price', class: 'g-act', from: 0, amount: price },
    { of: 'tax', class: 'g-est', from: price, amount: tax },
    over > 0
      ? { of: 'over', class: 'g-bad', from: limit, amount: over }
      : { of: 'room', class: 'g-mist', from: withTax, amount: room },
  ]
  const said = ({ of, amount }: Part) => `${texts.bar[of][language]} ${formatMoney(amount, language)}`
  return (
    <figure>
      <Legend
        items={parts.map((part) => ({
          swatch: <rect class={part.class} x="1" y="1" width="22" height="12" rx="2" />,
          label: said(part),
        }))}
      />
      <Drawing id={id} height={34} title={texts.title[language]} description={`${parts.map(said).join(' · ')}.`}>
        {parts
          .filter(({ amount }) => amount > 0)
          .map((part) => (
            <rect
              key={part.of}
              class={part.class}
              x={percent(across(part.from))}
              y="6"
              width={percent(across(part.amount))}
              height="20"
            />
          ))}
        <line class="g-mark" x1={percent(across(limit))} y1="0" x2={percent(across(limit))} y2="34" />
      </Drawing>
    </figure>
  )
}

function amountsOf({ price, rate, withTax, limit, room, over, ceiling }: Estimate, language: Language) {
  const money = (amount: Cents) => formatMoney(amount, language)
  return {
    ...{ price: money(price), withTax: money(withTax), limit: money(limit), room: money(room), over: money(over) },
    ...{ ceiling: money(ceiling), rate: formatPercent(rate / WHOLE, language) },
  }
}

/** Rates are thousandths of a percent. */
const WHOLE = 100_000
