import { createHash } from 'node:crypto'
import type { Supplier } from '../accounts/rules.ts'
import { formatClock, formatDay, formatInstant, formatMillis, formatMoney } from '../platform/format.ts'
import { type Form, typed } from '../platform/http.ts'
import { type Language, languages, type Text } from '../platform/i18n.ts'
import { cents } from '../platform/money.ts'
import { clockOf, parseDay } from '../platform/time.ts'
import { answerField, type Warning } from './forms.ts'
import { type Application, can, isOpen, type Posted, type Standing, standingOf } from './rules.ts'
import { formTexts } from './texts.form.ts'
import { homeTexts, standings } from './texts.ts'

export type Shown = { readonly iso: string; readonly text: string }

/** An instant for machines, and in words where the department is. */
export const shown = (instant: Date, zone: string, language: Language): Shown => ({
  iso: instant.toISOString(),
  text: formatInstant(instant, zone, language),
})

export const exactly = (instant: Date, zone: string, language: Language): string =>
  formatMillis(instant, zone, language)

/** The time of day alone, to the minute: `2:14 p.m.` */
export const clockTime = (instant: Date, zone: string, language: Language): string =>
  formatClock(clockOf(instant, zone), language)

/** The same text in both languages, from what each needs. */
export const both = (write: (language: Language) => string): Text => {
  const [en = '', fr = ''] = languages.map(write)
  return { en, fr }
}

export const closingText = (posted: Posted): Text =>
  both((language) => formatInstant(posted.closesAt, posted.timeZone, language))

/** What the applicant agrees to, with this opportunity's own date, price and licence. */
export function agreementText(posted: Posted): Text {
  const day = parseDay(posted.deliveryDay)
  return formTexts.agree({
    day: both((language) => (day ? formatDay(day, language, { weekday: false }) : '')),
    price: both((language) => formatMoney(cents(posted.priceCents), language)),
    licence: posted.licence,
  })
}

export type HomeItem = {
  readonly id: string
  readonly slug: string
  readonly title: Text
  readonly number: string
  readonly token: string
  readonly standing: Standing
  readonly closes: Shown
  readonly canApply: boolean
  readonly canWithdraw: boolean
  readonly hasReceipt: boolean
  readonly hasResult: boolean
}

/** One application on its owner's home page. */
export function homeItem(
  { application, posted, supplier, now }: { application: Application; posted: Posted; supplier: Supplier; now: Date },
  language: Language,
): HomeItem {
  return {
    id: application.id,
    slug: posted.slug,
    title: posted.title,
    number: posted.number,
    token: application.token,
    standing: standingOf(application, posted, now),
    closes: shown(posted.closesAt, posted.timeZone, language),
    canApply: can.apply(supplier, posted, application, now),
    canWithdraw: can.withdraw(supplier, posted, application, now),
    hasReceipt: 'submittedAt' in application,
    hasResult: standingOf(application, posted, now) === 'told' && application.state !== 'opened',
  }
}

/** The tone of the status box: the move is the applicant's only while a draft can still be sent. */
export function toneOf(standing: Standing): 'you' | 'waiting' | 'done' {
  if (standing === 'draft') return 'you'
  return ['received', 'under_review', 'being_evaluated'].includes(standing) ? 'waiting' : 'done'
}

export const saidOf = (standing: Standing, language: Language) => ({
  state: homeTexts.state[standing][language],
  happening: standings[standing].happening[language],
  next: standings[standing].next[language],
  more: standings[standing].more?.[language],
})

/** What was typed, as a text file that its author keeps. */
export function typedText(form: Form, posted: Posted, language: Language): string {
  const key = language === 'en' ? 'E' : 'C'
  const answers = posted.criteria.map(
    (criterion) =>
      `${key}${criterion.position}. ${criterion.text[language]}\n\n${typed(form, answerField(criterion))}\n`,
  )
  const lines = (
    [
      ['legalName', formTexts.legalName],
      ['operatingName', formTexts.operatingName],
      ['workerName', formTexts.workerName],
      ['signatoryName', formTexts.signatoryName],
      ['affiliates', formTexts.affiliates],
      ['repositories', formTexts.repositories],
    ] as const
  ).map(([name, label]) => `${label[language]}\n${typed(form, name)}\n`)
  return [`${posted.number} ${posted.title[language]}\n`, ...answers, ...lines].join('\n').replace(/\r\n?/g, '\n')
}

/** Changes with the warnings shown: sending goes ahead once these very warnings have been seen. */
export const warningsSeen = (warnings: readonly Warning[]): string =>
  createHash('sha256')
    .update(JSON.stringify(warnings.map(({ field, text }) => [field, text])))
    .digest('hex')
    .slice(0, 16)

export const isLate = (posted: Posted, now: Date): boolean => !isOpen(posted, now)
