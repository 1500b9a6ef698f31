import type { ComponentChildren } from 'preact'

/** Small pictures beside a title that says the same. */
export const SealedPicture = () => (
  <Picture>
    <rect x="8" y="8" width="52" height="34" rx="3" />
    <path d="M9 10l25 18L59 10" />
    <circle cx="34" cy="28" r="7" fill="var(--beacon)" stroke="var(--ink)" />
  </Picture>
)

export const AnonymousPicture = () => (
  <Picture>
    <rect x="8" y="6" width="30" height="36" rx="3" />
    <path d="M14 16h18M14 24h18M14 32h10" />
    <rect x="30" y="12" width="30" height="30" rx="3" fill="var(--ground)" />
    <path d="M36 22h18M36 29h18M36 36h8" />
    <rect x="36" y="10" width="18" height="6" fill="var(--beacon)" stroke="var(--ink)" />
  </Picture>
)

export const DrawnPicture = () => (
  <Picture>
    <path d="M4 40h64" />
    <path d="M16 40V24M34 40V30M44 40V18M58 40V26" />
    <circle cx="34" cy="25" r="4.5" fill="var(--ground)" />
    <circle cx="44" cy="13" r="4.5" fill="var(--ground)" />
    <circle cx="58" cy="21" r="4.5" fill="var(--ground)" />
    <circle cx="16" cy="17" r="7" fill="var(--beacon)" stroke="var(--ink)" />
  </Picture>
)

const Picture = ({ children }: { children: ComponentChildren }) => (
  <svg
    class="pic"
    viewBox="0 0 72 48"
    width="72"
    height="48"
    aria-hidden="true"
    focusable="false"
    fill="none"
    stroke="currentColor"
    stroke-width="2.5"
    stroke-linejoin="round"
    stroke-linecap="round"
  >
    {children}
  </svg>
)
