import type { ComponentChildren } from 'preact'
import { formatNumber } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { Steps } from './parts.tsx'
import { Drawing, percent } from './svg.tsx'
import { drawingTexts as texts } from './texts.ts'

export type PathStop = {
  readonly side: 'you' | 'them'
  /** Two or three words, for the drawing. */
  readonly short: string
  /** When, in two or three words, for the drawing. */
  readonly when: string
  /** The whole sentence, for the list. */
  readonly head: string
  readonly text: ComponentChildren
  readonly state?: 'past' | 'now' | undefined
}

/** The path of a supplier in two lanes on a wide page, as a list on a phone and to a screen reader. */
export function PathPicture({
  language,
  stops,
  caption,
}: {
  language: Language
  stops: readonly PathStop[]
  caption?: string | undefined
}) {
  const places = stops.map((stop, index) => ({
    ...stop,
    x: percent(((index + 0.5) / stops.length) * 100),
    y: stop.side === 'you' ? 98 : 158,
  }))
  return (
    <figure>
      <svg class="draw wide" height="262" aria-hidden="true" focusable="false">
        <text class="t2 tb" x="0" y="18">
          {texts.yourSide[language]}
        </text>
        <text class="t2 tb" x="0" y="254">
          {texts.theirSide[language]}
        </text>
        <rect class="g-mist" x="0" y="28" width="100%" height="96" rx="8" />
        <rect class="g-lane" x="0" y="132" width="100%" height="96" rx="8" />
        {places.slice(1).map((stop, index) => (
          <line key={stop.short} class="g-path" x1={places[index]?.x} y1={places[index]?.y} x2={stop.x} y2={stop.y} />
        ))}
        {places.map(({ short, when, x, y, side, state }) => (
          <g key={short}>
            <circle class={state === 'now' ? 'g-lit' : 'g-stop'} cx={x} cy={y} r={state === 'now' ? 13 : 9} />
            <text class="tb" text-anchor="middle" x={x} y={side === 'you' ? 52 : 192}>
              {short}
            </text>
            <text class="t2" text-anchor="middle" x={x} y={side === 'you' ? 70 : 210}>
              {when}
            </text>
          </g>
        ))}
      </svg>
      <Steps named="wide-vh" items={stops.map(({ head, text, state }) => ({ head, text, state }))} />
      <figcaption>{caption ?? texts.pathCaption[language]}</figcaption>
    </figure>
  )
}

export type Ingredient = {
  readonly head: string
  /** Why it cannot be steered. */
  readonly why: string
  /** When it was fixed. */
  readonly when: string
  /** Both as whole sentences, for the list that a phone shows. */
  readonly said: string
  readonly shows:
    | { readonly kind: 'code'; readonly text: string }
    | { readonly kind: 'envelopes'; readonly count: number }
    | { readonly kind: 'balls'; readonly numbers: readonly number[] }
}

export type DrawPlace = {
  /** From 1. */
  readonly rank: number
  readonly token: string
  /** From 0 to 100, to scale. */
  readonly place: number
}

/**
 * The draw in one picture: three ingredients, one key, and a line with everybody who passed. Before the draw the line is
 * empty. `description` says in words what the line shows; `apart` says who has no place on it.
 */
export function DrawPicture({
  language,
  id = 'draw',
  ingredients,
  places,
  description,
  apart,
  caption,
}: {
  language: Language
  id?: string
  ingredients: readonly [Ingredient, Ingredient, Ingredient]
  places: readonly DrawPlace[]
  description: string
  apart?: string | undefined
  caption?: string | undefined
}) {
  const title = texts.line[language]
  return (
    <figure>
      <div class="thin">
        <Steps
          items={ingredients.map(({ head, said, shows }) => ({
            head: shows.kind === 'balls' ? texts.headAndNumbers(head, shows.numbers)[language] : head,
            text: said,
          }))}
        />
        <p>
          <strong>{texts.nearestTop[language]}</strong>
        </p>
      </div>
      <Drawing id={`${id}-wide`} only="wide" height={446} title={title} description={description}>
        {ingredients.map((ingredient, index) => (
          <IngredientBox key={ingredient.head} ingredient={ingredient} index={index} />
        ))}
        <rect class="g-act" x="35%" y="176" width="30%" height="44" rx="8" />
        <text class="on" text-anchor="middle" x="50%" y="203">
          {texts.mixed[language]}
        </text>
        <text class="tb" text-anchor="middle" x="50%" y="252">
          {texts.onePlace[language]}
        </text>
        <text class="t2" text-anchor="middle" x="50%" y="272">
          {texts.furthestLeft[language]}
        </text>
        <WideLine places={places} language={language} />
        {apart && (
          <text class="t2" text-anchor="middle" x="50%" y="438">
            {apart}
          </text>
        )}
      </Drawing>
      <ThinLine id={`${id}-thin`} title={title} description={description} places={places} language={language} />
      <figcaption>{caption ?? texts.toScale[language]}</figcaption>
    </figure>
  )
}

function IngredientBox({ ingredient, index }: { ingredient: Ingredient; index: number }) {
  const left = index * 34.5
  const { head, why, when, shows } = ingredient
  const at = (across: number) => percent(left + across)
  return (
    <g>
      <rect class={index === 2 ? 'g-tint' : 'g-mist'} x={percent(left)} y="0" width="31%" height="128" rx="10" />
      <text class="tb" x={at(1.8)} y="28">
        {`${index + 1}. ${head}`}
      </text>
      <text class="t2" x={at(1.8)} y="48">
        {why}
      </text>
      <line class="g-edge" x1={at(15.5)} y1="128" x2={percent(42 + index * 8)} y2="176" />
      {shows.kind === 'code' && (
        <text class="tm" x={at(1.8)} y="84">
          {shows.text}
        </text>
      )}
      {shows.kind === 'envelopes' && <Envelopes count={shows.count} at={at} />}
      {shows.kind === 'balls' && (
        <g transform="translate(15)">
          {shows.numbers.map((number, place) => (
            <g key={number}>
              <circle class="g-ball" cx={at(1.8 + place * 4.4)} cy="80" r="15" />
              <text class="tb" text-anchor="middle" x={at(1.8 + place * 4.4)} y="85">
                {number}
              </text>
            </g>
          ))}
        </g>
      )}
      <text class="t2" x={at(1.8)} y="116">
        {when}
      </text>
    </g>
  )
}

function Envelopes({ count, at }: { count: number; at: (across: number) => string }) {
  const drawn = Math.min(count, 7)
  return (
    <>
      {Array.from({ length: drawn }, (_, place) => (
        <rect key={String(place)} class="g-paper" x={at(1.8 + place * 3.5)} y="68" width="2.7%" height="22" rx="2" />
      ))}
      {count > drawn && (
        <text class="tb" x={at(1.8 + drawn * 3.5)} y="85">
          {`+${count - drawn}`}
        </text>
      )}
    </>
  )
}

/** Named circles for the first of the order; the others are dots, so that fifty fit as well as five. */
const NAMED = 10

function WideLine({ places, language }: { places: readonly DrawPlace[]; language: Language }) {
  const x = (place: number) => 2 + place * 0.96
  const circles = spread(
    places.slice(0, NAMED).map(({ place }) => x(place)),
    { gap: 4.6, from: 3, to: 97 },
  )
  return (
    <>
      <line class="g-path" x1="2%" x2="98%" y1="384" y2="384" />
      {[0, 25, 50, 75, 100].map((tick) => (
        <g key={tick}>
          <line class="g-edge" x1={percent(x(tick))} x2={percent(x(tick))} y1="378" y2="390" />
          <text class="t2" text-anchor="middle" x={percent(x(tick))} y="410">
            {formatNumber(tick, language)}
          </text>
        </g>
      ))}
      {places.map(({ rank, token, place }, index) => {
        const at = circles[index]
        if (at === undefined) return <circle key={token} class="g-dot" cx={percent(x(place))} cy="384" r="5" />
        const first = rank === 1
        const alone = circles[1] === undefined || circles[1] - at > 16
        return (
          <g key={token}>
            <line class="g-edge" x1={percent(at)} x2={percent(x(place))} y1={first ? 344 : 354} y2="380" />
            <circle class={first ? 'g-lit' : 'g-stop'} cx={percent(at)} cy={first ? 326 : 338} r={first ? 20 : 16} />
            <text class={first ? 'onb' : 'tb'} text-anchor="middle" x={percent(at)} y={first ? 331 : 343}>
              {rank}
            </text>
            {first && alone && at < 80 && (
              <text class="tm tb" x={percent(at)} dx="30" y="331">
                {token}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}

function ThinLine({
  id,
  title,
  description,
  places,
  language,
}: {
  id: string
  title: string
  description: string
  places: readonly DrawPlace[]
  language: Language
}) {
  const y = (place: number) => 10 + place * 4.1
  const circles = spread(
    places.slice(0, NAMED).map(({ place }) => y(place)),
    { gap: 42, from: 24, to: 412 },
  )
  return (
    <Drawing id={id} only="thin" height={436} title={title} description={description}>
      <line class="g-path" x1="34" x2="34" y1="10" y2="420" />
      {[0, 50, 100].map((tick) => (
        <g key={tick}>
          <line class="g-edge" x1="26" x2="42" y1={y(tick)} y2={y(tick)} />
          <text class="t2" x="0" y={y(tick) + 5}>
            {formatNumber(tick, language)}
          </text>
        </g>
      ))}
      {places.map(({ rank, token, place }, index) => {
        const at = circles[index]
        const dot = <circle class="g-dot" cx="34" cy={round(y(place))} r="6" />
        if (at === undefined) return <g key={token}>{dot}</g>
        const first = rank === 1
        return (
          <g key={token}>
            <line class="g-edge" x1="40" y1={round(y(place))} x2="76" y2={round(at)} />
            {dot}
            <circle class={first ? 'g-lit' : 'g-stop'} cx="92" cy={round(at)} r={first ? 20 : 16} />
            <text class={first ? 'onb' : 'tb'} text-anchor="middle" x="92" y={round(at + 5)}>
              {rank}
            </text>
            <text class={first ? 'tm tb' : 'tm'} x="120" y={round(at + 5)}>
              {token}
            </text>
            <text class="t2" text-anchor="end" x="100%" y={round(at + 5)}>
              {formatNumber(place, language, 1)}
            </text>
          </g>
        )
      })}
    </Drawing>
  )
}

/**
 * Positions in the same order, as near to where they were as a `gap` between them allows, none outside `from`..`to`.
 * When they cannot all fit, the gap shrinks.
 */
export function spread(
  wanted: readonly number[],
  { gap, from, to }: { gap: number; from: number; to: number },
): number[] {
  const least = Math.min(gap, (to - from) / Math.max(1, wanted.length - 1))
  const forward: number[] = []
  for (const at of wanted) forward.push(Math.max(at, from, (forward.at(-1) ?? Number.NEGATIVE_INFINITY) + least))
  const back: number[] = []
  for (const at of forward.reverse()) back.push(Math.min(at, to, (back.at(-1) ?? Number.POSITIVE_INFINITY) - least))
  return back.reverse()
}

const round = (number: number): number => Math.round(number * 10) / 10
