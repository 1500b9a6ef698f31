import type { ComponentChildren } from 'preact'
import type { Language } from '../platform/i18n.ts'
import type { ShownTime } from './frame.tsx'
import { Pairs, Panel } from './parts.tsx'
import { partTexts, remainingTexts } from './texts.ts'

/**
 * How much of its time a step has used: the bar is solid for days used, red past the estimate, with a mark where the
 * estimate ends. `text` says it in words ("Day 3 of 7", "2 days over").
 */
export function Clock({ used, estimate, text }: { used: number; estimate: number; text: string }) {
  const late = used > estimate
  const whole = Math.max(used, estimate, 0.1)
  return (
    <>
      <svg class="bar draw" aria-hidden="true" focusable="false">
        <rect class="g-est" x="1" y="1" width={share(estimate, whole)} height="8" rx="4" />
        <rect class={late ? 'g-bad' : 'g-act'} x="1" y="1" width={share(used, whole)} height="8" rx="4" />
        {late && <line class="g-edge" x1={share(estimate, whole)} x2={share(estimate, whole)} y1="-3" y2="13" />}
      </svg>
      {late ? <span class="badt">{text}</span> : <span>{text}</span>}
    </>
  )
}

const share = (part: number, whole: number): string => `${Math.round(Math.max(0, part / whole) * 99)}%`

/** The closing as an instant; the browser may add how long is left, once a minute, never a ticking second. */
export const Closes = ({ at, language }: { at: ShownTime; language: Language }) => (
  <time
    dateTime={at.iso}
    data-closes={at.iso}
    data-left-days={remainingTexts.days[language]}
    data-left-hours={remainingTexts.hours[language]}
    data-left-minutes={remainingTexts.minutes[language]}
    data-left-none={remainingTexts.none[language]}
  >
    {at.text}
  </time>
)

/**
 * The side panel of a notice and of an application: the closing, and the clock that decides. A page that is kept ready
 * for everybody cannot hold the clock: it leads to it (`clock`), and the browser may show it there, in that zone.
 */
export const ClosingPanel = ({
  language,
  head,
  closes,
  now,
  children,
}: {
  language: Language
  head: string
  closes: ShownTime
  now: ShownTime | { readonly href: string; readonly zone: string }
  children?: ComponentChildren
}) => (
  <Panel head={head} id="closing">
    <Pairs
      items={[
        { label: partTexts.closing[language], value: <Closes at={closes} language={language} /> },
        'href' in now
          ? {
              label: partTexts.serverClockNow[language],
              value: (
                <a href={now.href} data-clock={now.zone}>
                  {partTexts.readClock[language]}
                </a>
              ),
            }
          : { label: partTexts.serverClock[language], value: <time dateTime={now.iso}>{now.text}</time> },
      ]}
    />
    <p class="small">{partTexts.serverDecides[language]}</p>
    {children}
  </Panel>
)
