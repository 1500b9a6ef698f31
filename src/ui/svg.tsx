import type { ComponentChildren } from 'preact'
import { formatDays } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'

/** A share of the width, for SVG: percent across, so that text keeps its size. */
export const percent = (value: number): string => `${Math.round(value * 100) / 100}%`

export type Across = (days: number) => number
export type Scale = Across & { ticks: (count: number) => number[] }

/** An SVG with its title and description, which say the same to those who do not see it. */
export function Drawing({
  id,
  height,
  title,
  description,
  only,
  children,
}: {
  id: string
  height: number
  title: string
  description: string
  only?: 'wide' | 'thin' | undefined
  children: ComponentChildren
}) {
  return (
    <svg
      class={only ? `draw ${only}` : 'draw'}
      height={height}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      focusable="false"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {children}
    </svg>
  )
}

export function RowLabel({ name, says, top, strong }: { name: string; says: string; top: number; strong?: boolean }) {
  return (
    <>
      <text class="tb halo" x="0" y={top + 16}>
        {name}
      </text>
      <text class={strong ? 'tb halo' : 't2 halo'} text-anchor="end" x="100%" y={top + 16}>
        {says}
      </text>
    </>
  )
}

export function Axis({ across, bottom, language }: { across: Scale; bottom: number; language: Language }) {
  const ticks = across.ticks(4)
  return (
    <>
      {ticks.map((days, place) => {
        const x = percent(across(days))
        const last = place === ticks.length - 1
        const anchor = place === 0 ? 'start' : last && across(days) > 90 ? 'end' : 'middle'
        return (
          <g key={days}>
            <line class="g-line" x1={x} x2={x} y1="0" y2={bottom} />
            <text class="t2" text-anchor={anchor} x={x} y={bottom + 20}>
              {last ? formatDays(days, language) : days}
            </text>
          </g>
        )
      })}
    </>
  )
}

export const Legend = ({ items }: { items: readonly { swatch: ComponentChildren; label: string }[] }) => (
  <ul class="legend">
    {items.map(({ swatch, label }) => (
      <li key={label}>
        <svg aria-hidden="true" focusable="false">
          {swatch}
        </svg>
        {label}
      </li>
    ))}
  </ul>
)

export const Outlined = () => <rect class="g-est" x="1" y="1" width="22" height="12" rx="3" />
