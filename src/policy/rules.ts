import { z } from 'zod'
import type { Day } from '../platform/day.ts'
import { cents } from '../platform/money.ts'
import { isZone, parseClock, parseDay } from '../platform/time.ts'
import { provinces } from './provinces.ts'

const amount = z.int().min(0).max(9_999_999_999).transform(cents)
const daysCount = z.int().min(0).max(366)
const share = z.number().min(0).max(1)
const provinceCode = z.enum(provinces)

const dayText = z.string().transform((text, context): Day => {
  const day = parseDay(text)
  if (day) return day
  context.addIssue({ code: 'custom', message: 'not a day' })
  return z.NEVER
})

const clockText = z.string().transform((text, context) => {
  const clock = parseClock(text)
  if (clock) return clock
  context.addIssue({ code: 'custom', message: 'not a time' })
  return z.NEVER
})

export const calendarKinds = ['federal', 'weekdays'] as const
export const paymentMethods = ['card-terminal', 'paypal', 'direct-deposit'] as const
export const cardBrands = ['visa', 'mastercard', 'american-express'] as const
export const beaconSources = ['lotto-649', 'drand-quicknet', 'nist'] as const
export const approvalModes = ['every-file', 'first-files', 'sample', 'afterwards'] as const
/** Papers on which a department’s authority rests (mission M30); the last is the notice to the bargaining agents (M31). */
export const paperKinds = ['cfo_note', 'cio_support', 'card_approval', 'paypal_justification', 'union_notice'] as const
export type PaperKind = (typeof paperKinds)[number]
export const outreachChannels = [
  'mailing-list',
  'social',
  'newsletter',
  'student-employment',
  'schools',
  'communities',
  'small-business',
  'partners',
] as const
export type OutreachChannel = (typeof outreachChannels)[number]
/** What the acceptance criteria of every piece of work must speak of. Source: closeout report of the pilot, section 5. */
export const criterionSubjects = ['licence', 'requirements', 'security', 'accessibility'] as const
export type CriterionSubject = (typeof criterionSubjects)[number]
/** The longest answer to one application criterion, in words. Source: mission M13. */
export const ANSWER_WORDS = 250
export type PaymentMethod = (typeof paymentMethods)[number]
export type BeaconSource = (typeof beaconSources)[number]

/**
 * What a department can decide, with the shape of each value. A stored value is checked by this table whenever it is
 * read, so that a slip in one row is a refusal with a reason and never a wrong limit.
 */
export const settingShapes = {
  /** The limit of a purchase, taxes included, in cents. Equal is allowed. */
  limitIncludingTax: amount,
  /** Suggested hourly rates, in cents. */
  hourlyRate: z.strictObject({ min: amount, max: amount }).refine(({ min, max }) => min <= max, 'min above max'),
  /** Hours of the supplier's administration that a price pays for. */
  adminHours: z.number().min(0).max(100),
  /** Where services are received; `highest` counts the highest sales tax of the country. */
  placeOfSupply: z.union([provinceCode, z.literal('highest')]),
  /** Provinces whose own sales tax the department does not pay. */
  exemptFrom: z.array(provinceCode),
  zone: z.string().refine(isZone, 'not a zone'),
  calendar: z.enum(calendarKinds),
  /** The province whose holidays are kept; null for those of most of the country. */
  calendarProvince: provinceCode.nullable(),
  /** One-off days of rest. */
  extraHolidays: z.array(dayText),
  /** Business days, counted from the day after posting. */
  postingDays: z
    .strictObject({ minimum: daysCount.min(1), suggested: daysCount.min(1) })
    .refine(({ minimum, suggested }) => minimum <= suggested, 'suggested below minimum'),
  closingClock: clockText,
  /** Weekdays on which closing is suggested: 1 is Monday. */
  closingWeekdays: z.array(z.int().min(1).max(7)).min(1),
  questionCutoffBusinessDays: daysCount,
  /**
   * Questions about a posting: how long one may be, how long the link that confirms one works, how many minutes lie
   * between two letters about answers at least, in how many business days the program answers, and how many business
   * days before the cut-off and before closing it is reminded of what is not answered.
   */
  questions: z.strictObject({
    words: z.int().min(20).max(1_000),
    confirmHours: z.int().min(1).max(72),
    digestMinutes: z.int().min(0).max(1_440),
    answerBusinessDays: daysCount.min(1),
    remindBusinessDays: daysCount.min(1),
    /** Days after closing for which the addresses of askers are kept. */
    addressDays: daysCount,
  }),
  /** Business days that a material amendment leaves before closing, at least. */
  amendmentBusinessDays: daysCount.min(1),
  /** Business days that a chosen supplier has to answer an offer. */
  offerAnswerBusinessDays: daysCount.min(1),
  /** Business days from closing to the result: the promise. */
  resultBusinessDays: daysCount.min(1),
  /** Days from the invoice: the promise, the outer limit, the notice of a deficient invoice, the sole-source baseline. */
  paymentDays: z
    .strictObject({
      promise: daysCount.min(1),
      law: daysCount.min(1),
      deficientNotice: daysCount.min(1),
      soleSourceBaseline: daysCount.min(1),
    })
    .refine(({ promise, law }) => promise <= law, 'promise above the law'),
  deliveryHoursPerWeek: z.number().positive().max(168),
  paymentMethods: z.array(z.enum(paymentMethods)).min(1),
  cardBrands: z.array(z.enum(cardBrands)),
  /** Business days after a question to a client: when they are reminded, and when their request ends without an answer. */
  clientAnswerDays: z
    .strictObject({ remind: daysCount.min(1), close: daysCount.min(2) })
    .refine(({ remind, close }) => remind < close, 'close not after remind'),
  /** Business days in which a question in general, or a problem with the site, has its answer: the promise. */
  enquiryBusinessDays: daysCount.min(1),
  /** Working days from public notice in which one can complain. */
  complaintWorkingDays: daysCount.min(1),
  /** When the procurement partner approves the frozen statement: see `statementApproval`. */
  statementApproval: z.strictObject({ mode: z.enum(approvalModes), firstFiles: z.int().min(0), sampleShare: share }),
  /** Papers without which nothing is posted. */
  requiredPapers: z.array(z.enum(paperKinds)),
  /** Who is told of each posting, once a notice to them is recorded. */
  bargainingAgents: z.array(
    z.strictObject({ name: z.string().min(1).max(200), email: z.email().max(254), language: z.enum(['en', 'fr']) }),
  ),
  /** Business days after which an approver is reminded, and then whoever they named in their place. */
  reminders: z
    .strictObject({ approver: daysCount.min(1), delegate: daysCount.min(1) })
    .refine(({ approver, delegate }) => approver < delegate, 'delegate not after approver'),
  /**
   * What a statement must hold before it is submitted: subjects of work criteria (accessibility where there is an
   * interface), a day for each thing that the client provides; and how hard its texts may be to read, as advice:
   * a Flesch-Kincaid grade for English, a Kandel-Moles score for French, where more is easier.
   */
  readiness: z.strictObject({
    subjects: z.array(z.enum(criterionSubjects)),
    datedProvisions: z.boolean(),
    englishGrade: z.number().min(1).max(30),
    frenchEase: z.number().min(-50).max(120),
  }),
  beaconSource: z.enum(beaconSources),
  /** Whether the key of a draft stays, for editing until closing, or is dropped once the application is sent. */
  draftsAfterSending: z.enum(['kept', 'dropped']),
  /** How alike two answers are that somebody compares, and from how many words: 1 is the same words. */
  alikeAnswers: z.strictObject({ likeness: share, leastWords: z.int().min(1) }),
  /** Minutes for which the site may be away in the day before a closing, before somebody is asked to extend it. */
  outageMinutes: z.int().min(1).max(1_440),
  /** Business days to decide on a closing at which the site was away; then it closes as it was announced. */
  outageDecisionDays: z.int().min(1).max(5),
  /** What the splitting rules S1 to S6 look at: windows in days, and shares of the limit. */
  splitting: z.strictObject({
    needDays: daysCount,
    supplierDays: daysCount,
    nearLimitDays: daysCount,
    sameWeekDays: daysCount,
    nearLimitShare: share,
    bunchingShare: share,
    /** How alike the words of two statements are that ask for the same skills: 1 is the same words. */
    needLikeness: share.default(0.5),
  }),
  /**
   * Who is told of a posting, and how long before it closes: asked of a department's first posting, advised later.
   * `runwayBusinessDays` runs from the first activity to the closing.
   */
  outreach: z.strictObject({
    required: z.boolean(),
    runwayBusinessDays: daysCount,
    channels: z.array(z.enum(outreachChannels)).min(1),
  }),
  /** Public lists: from how many postings on they offer words to look for and filters. */
  listing: z.strictObject({ filtersFrom: z.int().min(1).max(10_000) }),
  /**
   * The mailing list: when digests go out, weekly ones on which day (1 is Monday), how many days ahead they name closings,
   * and after how many letters that a mailbox refused for good no more are written to it.
   */
  mailingList: z.strictObject({
    digestClock: clockText,
    digestWeekday: z.int().min(1).max(7),
    closingSoonDays: daysCount.min(1),
    hardBounces: z.int().min(1).max(20),
  }),
  /** How long each class is kept. */
  retention: z.strictObject({
    draftDaysAfterClosing: z.int().min(0),
    unsuccessfulApplicationYears: z.int().min(0),
    contractFiscalYears: z.int().min(0),
    surveyAnswerMonths: z.int().min(0),
    sessionDays: z.int().min(1),
    mailBodyDays: z.int().min(0),
    /** After a question in general was closed. */
    enquiryMonths: z.int().min(0).default(24),
    /** The browsers in which an application was opened, after the closing. */
    deviceDaysAfterClosing: z.int().min(0).default(30),
    /** A question about a posting in the words of whoever asked, after the closing; what was published stays. */
    questionMonths: z.int().min(0).default(24),
    /** A code to sign in, after it expired or was refused. */
    codeDays: z.int().min(0).default(1),
    /** A subscription that nobody confirmed; its link is void after three days. */
    unconfirmedDays: z.int().min(3).default(7),
  }),
} as const

export type Setting = keyof typeof settingShapes
export const policyShape = z.strictObject(settingShapes)
export type Policy = Readonly<z.output<typeof policyShape>>

export const settings = Object.keys(settingShapes).filter(isSetting)

export function isSetting(name: string): name is Setting {
  return Object.hasOwn(settingShapes, name)
}

/**
 * Does the procurement partner approve this statement before it is posted, or look at it afterwards?
 * `postedBefore` counts the department's earlier postings; `drawn` is a number from 0 up to 1, recorded with the file.
 */
export function statementApproval(policy: Policy, file: { postedBefore: number; drawn: number }): 'before' | 'after' {
  const { mode, firstFiles, sampleShare } = policy.statementApproval
  switch (mode) {
    case 'every-file':
      return 'before'
    case 'first-files':
      return file.postedBefore < firstFiles ? 'before' : 'after'
    case 'sample':
      return file.drawn < sampleShare ? 'before' : 'after'
    case 'afterwards':
      return 'after'
  }
}
