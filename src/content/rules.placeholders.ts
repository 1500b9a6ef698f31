import { CODE_MINUTES } from '../accounts/rules.ts'
import { BROWSER_DAYS } from '../platform/browsers.ts'
import {
  formatBusinessDays,
  formatClock,
  formatCount,
  formatDays,
  formatMoney,
  formatNumber,
} from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { privacyBanks } from '../policy/agreements.ts'
import { ANSWER_WORDS, type Policy } from '../policy/rules.ts'

/** What the figures of a page are taken from: a department's policy in force, else the default one. */
export type FigureFacts = { readonly policy: Policy; readonly department: Text | null; readonly mailbox: string | null }

type Figure = (facts: FigureFacts, language: Language) => string

/** Figures that a page names and never types: `{{limit}}`. What policy decides stands here, in words of each language. */
const figures = {
  limit: ({ policy }, language) => formatMoney(policy.limitIncludingTax, language),
  'rate.min': ({ policy }, language) => formatMoney(policy.hourlyRate.min, language),
  'rate.max': ({ policy }, language) => formatMoney(policy.hourlyRate.max, language),
  'admin.hours': ({ policy }, language) => hours(policy.adminHours, language),
  'week.hours': ({ policy }, language) => hours(policy.deliveryHoursPerWeek, language),
  'answer.words': (_, language) => formatCount(ANSWER_WORDS, language, wordNoun),
  'code.minutes': (_, language) => formatCount(CODE_MINUTES, language, minuteNoun),
  'posting.min': ({ policy }, language) => formatBusinessDays(policy.postingDays.minimum, language),
  'posting.usual': ({ policy }, language) => formatBusinessDays(policy.postingDays.suggested, language),
  'closing.time': ({ policy }, language) => formatClock(policy.closingClock, language),
  'questions.until': ({ policy }, language) => formatBusinessDays(policy.questionCutoffBusinessDays, language),
  'result.days': ({ policy }, language) => formatBusinessDays(policy.resultBusinessDays, language),
  'offer.days': ({ policy }, language) => formatBusinessDays(policy.offerAnswerBusinessDays, language),
  'complaint.days': ({ policy }, language) => workingDays(policy.complaintWorkingDays, language),
  'payment.days': ({ policy }, language) => formatDays(policy.paymentDays.promise, language),
  'payment.law': ({ policy }, language) => formatDays(policy.paymentDays.law, language),
  'reply.days': ({ policy }, language) => formatBusinessDays(policy.enquiryBusinessDays, language),
  'keep.drafts': ({ policy }, language) => formatDays(policy.retention.draftDaysAfterClosing, language),
  'keep.applications': ({ policy }, language) => years(policy.retention.unsuccessfulApplicationYears, language),
  'keep.contracts': ({ policy }, language) => fiscalYears(policy.retention.contractFiscalYears, language),
  'keep.survey': ({ policy }, language) => months(policy.retention.surveyAnswerMonths, language),
  'keep.sessions': ({ policy }, language) => formatDays(policy.retention.sessionDays, language),
  'keep.mail': ({ policy }, language) => formatDays(policy.retention.mailBodyDays, language),
  'keep.enquiries': ({ policy }, language) => months(policy.retention.enquiryMonths, language),
  'keep.devices': ({ policy }, language) => formatDays(policy.retention.deviceDaysAfterClosing, language),
  'keep.questions': ({ policy }, language) => months(policy.retention.questionMonths, language),
  'keep.askers': ({ policy }, language) => formatDays(policy.questions.addressDays, language),
  'keep.codes': ({ policy }, language) => formatDays(policy.retention.codeDays, language),
  'keep.unconfirmed': ({ policy }, language) => formatDays(policy.retention.unconfirmedDays, language),
  'keep.browser': (_, language) => formatDays(BROWSER_DAYS, language),
  'bank.contracting': (_, language) => privacyBanks.contracting.bank[language],
  'bank.outreach': (_, language) => privacyBanks.outreach.bank[language],
  'bank.survey': (_, language) => privacyBanks.survey.bank[language],
  department: ({ department }, language) => (department ?? anyDepartment)[language],
  mailbox: ({ mailbox }, language) => mailbox ?? anyMailbox[language],
} as const satisfies Record<string, Figure>

/** Addresses of our own pages that anybody may open, in the language of the text: `[apply]({{to.opportunities}})`. */
const places = {
  'to.opportunities': '/opportunities',
  'to.results': '/results',
  'to.subscribe': '/subscribe',
  'to.process': '/process',
  'to.options': '/options',
  'to.receipt': '/receipt',
  'to.guide': '/guide',
  'to.clients': '/guide/clients',
  'to.faq': '/faq',
  'to.privacy': '/privacy',
  'to.accessibility': '/accessibility',
  'to.terms': '/terms',
  'to.contact': '/contact',
} as const

export type FigureName = keyof typeof figures
export const placeholderNames: readonly string[] = [...Object.keys(figures), ...Object.keys(places)]

/** What stands for each name, in one language. */
export const placeholderValues = (facts: FigureFacts, language: Language): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(figures).map(([name, figure]: [string, Figure]) => [name, figure(facts, language)] as const),
    ...Object.entries(places).map(([name, pattern]) => [name, path(pattern, language)] as const),
  ])

/** The text with its figures and addresses. A name that we do not know stays as it was typed. */
export function filled(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(placeholder, (typed, name: string) => values.get(name) ?? typed)
}

/** The names in a text, in order, each as often as it stands there. */
export const placeholdersIn = (text: string): string[] => [...text.matchAll(placeholder)].map(([, name = '']) => name)

/** Names that nothing stands for, as they were typed; a brace without its end is one too. */
export function unknownPlaceholders(text: string): string[] {
  const names = placeholdersIn(text).filter((name) => !placeholderNames.includes(name))
  const rest = text.replace(placeholder, '')
  const broken = rest.match(/\{\{[^\n}]{0,40}|[^\n{]{0,40}\}\}/g) ?? []
  return [...new Set([...names.map((name) => `{{${name}}}`), ...broken.map((piece) => piece.trim())])]
}

const placeholder = /\{\{\s*([^{}\n]*?)\s*\}\}/g

const anyDepartment: Text = { en: 'the department that posts the work', fr: 'le ministère qui affiche le travail' }
const anyMailbox: Text = { en: 'the address in the notice', fr: 'l’adresse indiquée dans l’avis' }

const noun = (one: Text, many: Text) => ({ one, many })
const wordNoun = noun({ en: 'word', fr: 'mot' }, { en: 'words', fr: 'mots' })
const minuteNoun = noun({ en: 'minute', fr: 'minute' }, { en: 'minutes', fr: 'minutes' })
const hourNoun = noun({ en: 'hour', fr: 'heure' }, { en: 'hours', fr: 'heures' })
const monthNoun = noun({ en: 'month', fr: 'mois' }, { en: 'months', fr: 'mois' })
const yearNoun = noun({ en: 'year', fr: 'an' }, { en: 'years', fr: 'ans' })
const fiscalYearNoun = noun({ en: 'fiscal year', fr: 'exercice' }, { en: 'fiscal years', fr: 'exercices' })
const workingDayNoun = noun({ en: 'working day', fr: 'jour ouvrable' }, { en: 'working days', fr: 'jours ouvrables' })

/** A policy may say 37.5 hours. */
function hours(count: number, language: Language): string {
  const named = formatCount(Math.ceil(count), language, hourNoun)
  return named.replace(formatNumber(Math.ceil(count), language), formatNumber(count, language))
}
const months = (count: number, language: Language): string => formatCount(count, language, monthNoun)
const years = (count: number, language: Language): string => formatCount(count, language, yearNoun)
const fiscalYears = (count: number, language: Language): string => formatCount(count, language, fiscalYearNoun)
const workingDays = (count: number, language: Language): string => formatCount(count, language, workingDayNoun)
