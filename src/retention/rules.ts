import type { Text } from '../platform/i18n.ts'
import type { Policy } from '../policy/rules.ts'

/** What a department's files leave behind; the clock of each starts at the closing of its opportunity. */
export const fileClasses = ['drafts', 'devices', 'askers', 'originals', 'forms'] as const
/** What belongs to no file. */
export const houseClasses = ['codes', 'sessions', 'counts', 'letters', 'unconfirmed'] as const
export const classes = [...fileClasses, ...houseClasses] as const
export type FileClass = (typeof fileClasses)[number]
export type HouseClass = (typeof houseClasses)[number]
export type RetentionClass = (typeof classes)[number]

/** How many rows of each class; one that is not named has none. */
export type Erased = Readonly<Partial<Record<RetentionClass, number>>>

const DAY_IN_MS = 86_400_000
/** Tries are counted in windows of a day at most. */
const COUNTS_KEPT_DAYS = 1
/** The daily round begins at this hour, in UTC: at night from coast to coast. */
const HOUR_IN_UTC = 8

/** What closed at this instant or before it is over, for each class. Source: the policy's setting `retention`. */
export function fileLimits(policy: Policy, now: Date): Readonly<Record<FileClass, Date>> {
  const { retention, questions } = policy
  return {
    drafts: daysBefore(now, retention.draftDaysAfterClosing),
    devices: daysBefore(now, retention.deviceDaysAfterClosing),
    askers: daysBefore(now, questions.addressDays),
    originals: monthsBefore(now, retention.questionMonths),
    forms: monthsBefore(now, retention.unsuccessfulApplicationYears * 12),
  }
}

/** What ended at this instant or before it goes: codes and sessions that expired, letters that left. */
export function houseLimits({ retention }: Policy, now: Date): Readonly<Record<HouseClass, Date>> {
  return {
    codes: daysBefore(now, retention.codeDays),
    sessions: now,
    counts: daysBefore(now, COUNTS_KEPT_DAYS),
    letters: daysBefore(now, retention.mailBodyDays),
    unconfirmed: daysBefore(now, retention.unconfirmedDays),
  }
}

/** The day whose round is due: it changes at one hour of the night. */
export const roundOf = (now: Date): Date => new Date(now.getTime() - HOUR_IN_UTC * 3_600_000)

export const total = (erased: Erased): number => Object.values(erased).reduce((sum, count) => sum + count, 0)

export function sumOf(one: Erased, other: Erased): Erased {
  return Object.fromEntries(classes.map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]))
}

export const classNames: Readonly<Record<RetentionClass, Text>> = {
  drafts: { en: 'Drafts of applications', fr: 'Brouillons de candidatures' },
  devices: { en: 'Browsers in which an application was opened', fr: 'Navigateurs où une candidature a été ouverte' },
  askers: { en: 'Addresses of those who asked', fr: 'Adresses des personnes qui ont posé une question' },
  originals: { en: 'Questions in their first words', fr: 'Questions dans leurs mots d’origine' },
  forms: { en: 'Imports from GC Forms', fr: 'Importations de Formulaires GC' },
  codes: { en: 'Codes to sign in', fr: 'Codes de connexion' },
  sessions: { en: 'Sessions that expired', fr: 'Sessions expirées' },
  counts: { en: 'Counts of tries', fr: 'Décomptes de tentatives' },
  letters: { en: 'Copies of e-mails', fr: 'Copies de courriels' },
  unconfirmed: { en: 'Subscriptions never confirmed', fr: 'Abonnements jamais confirmés' },
}

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_IN_MS)

function monthsBefore(now: Date, months: number): Date {
  const earlier = new Date(now)
  earlier.setUTCMonth(earlier.getUTCMonth() - months)
  // The 31st of a month that has fewer days would be a day of the next: keep to the shorter month, so keep longer.
  if (earlier.getUTCDate() !== now.getUTCDate()) earlier.setUTCDate(0)
  return earlier
}
