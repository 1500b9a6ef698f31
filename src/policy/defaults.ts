import type { z } from 'zod'
import { type Day, day } from '../platform/day.ts'
import { outreachChannels, type Setting, type settingShapes } from './rules.ts'
import { DEFAULT_LIMIT } from './taxes.ts'

/** One value of a setting, as it would be stored, from a day on, and where it comes from. */
export type Dated<S extends Setting> = {
  readonly from: Day
  readonly value: z.input<(typeof settingShapes)[S]>
  readonly source: string
}
type Defaults = { readonly [S in Setting]: readonly [Dated<S>, ...Dated<S>[]] }

const start = day('2019-07-01')
const pilot = 'Closeout report of the micro-acquisition pilot'
const ours = 'Default of this program, for a department to confirm'
const practice = 'General federal practice, for a department to confirm'

/** The default policy, dated, oldest first. A department's own rows go before it. */
export const defaults: Defaults = {
  limitIncludingTax: [{ from: start, value: DEFAULT_LIMIT, source: pilot }],
  hourlyRate: [{ from: start, value: { min: 6_000, max: 10_000 }, source: pilot }],
  adminHours: [{ from: start, value: 10, source: pilot }],
  placeOfSupply: [{ from: start, value: 'highest', source: ours }],
  exemptFrom: [{ from: start, value: ['BC', 'MB', 'SK'], source: practice }],
  zone: [{ from: start, value: 'America/Toronto', source: pilot }],
  calendar: [{ from: start, value: 'federal', source: 'Interpretation Act, s. 35' }],
  calendarProvince: [{ from: start, value: null, source: ours }],
  extraHolidays: [{ from: start, value: [], source: ours }],
  postingDays: [{ from: start, value: { minimum: 5, suggested: 10 }, source: `${pilot}, Annex A and section 5` }],
  closingClock: [{ from: start, value: '14:00', source: ours }],
  closingWeekdays: [{ from: start, value: [2, 3, 4], source: ours }],
  questionCutoffBusinessDays: [{ from: start, value: 2, source: pilot }],
  questions: [
    {
      from: start,
      value: {
        words: 200,
        confirmHours: 24,
        digestMinutes: 120,
        answerBusinessDays: 2,
        remindBusinessDays: 1,
        addressDays: 30,
      },
      source: ours,
    },
  ],
  amendmentBusinessDays: [{ from: start, value: 5, source: `${ours}: as long as the shortest posting` }],
  offerAnswerBusinessDays: [{ from: start, value: 3, source: ours }],
  resultBusinessDays: [{ from: start, value: 2, source: ours }],
  paymentDays: [
    { from: start, value: { promise: 7, law: 30, deficientNotice: 15, soleSourceBaseline: 30 }, source: practice },
  ],
  deliveryHoursPerWeek: [{ from: start, value: 37.5, source: practice }],
  paymentMethods: [{ from: start, value: ['card-terminal', 'paypal', 'direct-deposit'], source: pilot }],
  cardBrands: [{ from: start, value: ['visa'], source: pilot }],
  clientAnswerDays: [{ from: start, value: { remind: 3, close: 10 }, source: ours }],
  enquiryBusinessDays: [{ from: start, value: 2, source: ours }],
  complaintWorkingDays: [{ from: start, value: 30, source: 'Procurement Ombudsman Regulations, to confirm' }],
  statementApproval: [{ from: start, value: { mode: 'first-files', firstFiles: 3, sampleShare: 0.1 }, source: ours }],
  outreach: [
    {
      from: start,
      value: { required: true, runwayBusinessDays: 20, channels: [...outreachChannels] },
      source: `${pilot}, section 5: the site went up a week before the first posting, and four people applied`,
    },
  ],
  requiredPapers: [{ from: start, value: [], source: ours }],
  bargainingAgents: [{ from: start, value: [], source: ours }],
  reminders: [{ from: start, value: { approver: 2, delegate: 4 }, source: ours }],
  readiness: [
    {
      from: start,
      value: { subjects: [], datedProvisions: false, englishGrade: 12, frenchEase: 50 },
      source: `${pilot}: the check did not exist`,
    },
    {
      from: day('2026-04-01'),
      value: {
        subjects: ['licence', 'requirements', 'security', 'accessibility'],
        datedProvisions: true,
        englishGrade: 12,
        frenchEase: 50,
      },
      source: `${pilot}, section 5, as a rule of this program from its first day`,
    },
  ],
  beaconSource: [{ from: start, value: 'lotto-649', source: ours }],
  splitting: [
    {
      from: start,
      value: {
        needDays: 365,
        supplierDays: 90,
        nearLimitDays: 90,
        sameWeekDays: 7,
        nearLimitShare: 0.95,
        bunchingShare: 0.9,
        needLikeness: 0.5,
      },
      source: ours,
    },
  ],
  draftsAfterSending: [{ from: start, value: 'kept', source: ours }],
  alikeAnswers: [{ from: start, value: { likeness: 0.6, leastWords: 30 }, source: ours }],
  outageMinutes: [{ from: start, value: 5, source: ours }],
  outageDecisionDays: [{ from: start, value: 1, source: ours }],
  listing: [
    {
      from: start,
      value: { filtersFrom: 9 },
      source: `${pilot}, section 5: filters only when there is much to filter`,
    },
  ],
  mailingList: [
    {
      from: start,
      value: { digestClock: '08:00', digestWeekday: 2, closingSoonDays: 3, hardBounces: 2 },
      source: ours,
    },
  ],
  retention: [
    {
      from: start,
      value: {
        draftDaysAfterClosing: 30,
        unsuccessfulApplicationYears: 2,
        contractFiscalYears: 7,
        surveyAnswerMonths: 12,
        sessionDays: 30,
        mailBodyDays: 30,
        enquiryMonths: 24,
        deviceDaysAfterClosing: 30,
        questionMonths: 24,
        codeDays: 1,
        unconfirmedDays: 7,
      },
      source: practice,
    },
  ],
}
