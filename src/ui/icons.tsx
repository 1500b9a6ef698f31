import type { ComponentChildren } from 'preact'

/** The mark: a ring with an opening and a light in it. A theme replaces it by its own. */
export function Mark() {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path d="M31.67 18.08A13 13 0 1 1 21.92 8.33" fill="none" stroke="currentColor" stroke-width="6" />
      <circle cx="30" cy="10" r="4.6" fill="var(--beacon)" stroke="var(--mark-edge, none)" />
    </svg>
  )
}

/** Every icon stands beside a word: none of them speaks alone. */
export function Icon({ name }: { name: 'info' | 'ok' | 'warn' | 'bad' }) {
  return <Outline>{icons[name]}</Outline>
}

const icons = {
  info: (
    <>
      <circle cx="14" cy="14" r="12" />
      <path d="M14 13v7M14 8v.2" />
    </>
  ),
  ok: (
    <>
      <circle cx="14" cy="14" r="12" />
      <path d="M8.5 14.5l4 4 7-8.5" />
    </>
  ),
  warn: (
    <>
      <path d="M14 3L26.5 24.5H1.5Z" />
      <path d="M14 11v6M14 20.5v.2" />
    </>
  ),
  bad: (
    <>
      <path d="M9 2h10l7 7v10l-7 7H9l-7-7V9Z" />
      <path d="M14 8v8M14 20v.2" />
    </>
  ),
}

function Outline({ children }: { children: ComponentChildren }) {
  return (
    <svg
      viewBox="0 0 28 28"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      stroke-width="2.6"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {children}
    </svg>
  )
}
