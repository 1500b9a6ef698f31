import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { staffRoles } from '../accounts/rules.ts'
import { payments } from '../awards/rules.ts'
import { parseDay } from '../platform/time.ts'
import { declineReasons, withdrawReasons } from '../requests/rules.ts'

const text = z.strictObject({ en: z.string(), fr: z.string() })
const instant = z.iso.datetime({ offset: true }).transform((written) => new Date(written))
const dayText = z.string().transform((written, context) => {
  const parsed = parseDay(written)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', message: 'not a day' })
  return z.NEVER
})
const days = z.number().positive().nullable()

const personShape = z.strictObject({
  name: z.string(),
  language: z.enum(['en', 'fr']),
  roles: z.array(z.enum(staffRoles)),
  team: z.string(),
  limitCents: z.int().positive().optional(),
})

const requestShape = z.strictObject({
  id: z.string(),
  by: z.string(),
  subject: z.string(),
  team: z.string(),
  homeBranch: z.boolean(),
  ownDepartment: z.boolean(),
  code: z.boolean(),
  need: z.string(),
  placedReceived: instant.nullable(),
  placedScreened: instant,
  meetsCriteria: z.boolean(),
  outcome: z.enum(['posted', 'withdrawn', 'declined']),
  reason: z.enum([...withdrawReasons, ...keysOf(declineReasons)]).optional(),
  referredTo: z.string().optional(),
  placedEnded: instant.optional(),
})

const statementShape = z.strictObject({
  title: text,
  teaser: text,
  team: text,
  background: text,
  work: text,
  licence: z.string(),
  repositoryKind: z.enum(['department', 'supplier']),
  repositoryUrl: z.string(),
  hasInterface: z.boolean(),
  hours: z.int().positive().nullable(),
  skills: z.array(text),
  workCriteria: z.array(text),
  applicationCriteria: z.array(text),
  provisions: z.array(z.strictObject({ text, dueDay: dayText })),
})

const supplierShape = z.strictObject({
  name: z.string(),
  worker: z.string(),
  email: z.email(),
  language: z.enum(['en', 'fr']),
  placedSubmitted: instant,
  answers: z.array(z.string()),
  marks: z.array(z.strictObject({ passed: z.boolean(), reason: z.string() })),
})

const opportunityShape = z.strictObject({
  request: z.string(),
  placedSaved: instant,
  placedApproved: instant,
  placedTranslationSaved: instant,
  statement: statementShape,
  fixedPrice: z.number().positive(),
  priceIncludesTax: z.literal(false),
  closing: z.strictObject({ original: instant, extended: instant, placedExtended: instant }),
  selection: z.strictObject({ original: dayText, extended: dayText }),
  delivery: z.strictObject({ original: dayText, extended: dayText }),
  extensionReason: text,
  pif: z.strictObject({ costCentre: z.string(), account: z.string(), note: z.string() }),
  reservation: z.strictObject({ number: z.string(), fiscalYear: z.int() }),
  suppliers: z.array(supplierShape),
  evaluators: z.array(z.string()),
  placedDeclared: instant,
  placedMarked: instant,
  placedLocked: instant,
  termsSigned: z.boolean(),
  placedAccepted: instant,
  payment: z.strictObject({ payment: z.enum(payments), paymentDetail: z.string(), taxNumber: z.string() }),
  outcome: z.enum(['terminated-non-delivery', 'delivered']),
  supplierSaidUnable: z.boolean(),
  placedUnable: instant,
  unableBecause: z.string(),
  placedTerminated: instant,
  terminatedBecause: z.string(),
  placedEnded: instant,
  /** For a programme whose work was delivered: when, where it can be read, and when it was accepted. */
  delivered: z.strictObject({ placedAt: instant, repositoryUrl: z.url(), placedAccepted: instant }).optional(),
  paid: z.literal(false),
  reposted: z.literal(false),
})

const figures = z.record(z.string(), z.int().nonnegative())
const answerShape = z.strictObject({ placedAnswered: instant, wouldUseAgain: z.boolean(), story: z.string() })

const programmeShape = z.strictObject({
  about: z.string(),
  department: z.strictObject({
    code: z.string(),
    name: text,
    mailbox: z.string(),
    postalAddress: z.string(),
    timeZone: z.string(),
    homeBranch: z.string(),
    procurementBranch: z.string(),
    paymentTeam: z.string(),
  }),
  policy: z.array(z.strictObject({ setting: z.string(), from: dayText, value: z.json(), source: z.string() })),
  people: z.record(z.string(), personShape),
  requests: z.array(requestShape),
  opportunity: opportunityShape,
  audience: z.strictObject({
    mailingListSubscribers: z.int().nonnegative(),
    placedFirstSubscribed: instant,
    placedLastSubscribed: instant,
    followers: figures,
    shares: figures,
    placedEntered: instant,
  }),
  surveys: z.strictObject({
    clients: z.array(answerShape),
    suppliers: z.array(answerShape),
    winners: z.array(answerShape),
  }),
  placedNotes: instant,
  notes: z.array(z.strictObject({ about: z.string(), text })),
  reportedOddities: z.array(z.string()),
})

const stepShape = z.strictObject({ step: z.string(), start: instant, end: instant, workingDays: days })
const timelineShape = z.strictObject({ about: z.string(), steps: z.array(stepShape) })

/** A past programme as facts: who asked, what was posted, when each step began and ended, what came of it. */
export type Programme = z.output<typeof programmeShape> & { readonly steps: readonly z.output<typeof stepShape>[] }
export type ProgrammeFiles = { readonly pilot: unknown; readonly timeline: unknown }

/** The facts in a folder, as they are written; nothing when they are not there or are not JSON. */
export async function readProgrammeFiles(folder: string): Promise<ProgrammeFiles | undefined> {
  try {
    const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8'))
    return { pilot: await read('pilot.json'), timeline: await read('timeline.json') }
  } catch {
    return undefined // the caller says which folder holds no programme
  }
}

/** The facts, checked; or what is wrong with them, a line each. */
export function programmeFrom({ pilot, timeline }: ProgrammeFiles): Programme | readonly string[] {
  const facts = programmeShape.safeParse(pilot)
  const instants = timelineShape.safeParse(timeline)
  if (facts.success && instants.success) return { ...facts.data, steps: instants.data.steps }
  const issues = [...(facts.error?.issues ?? []), ...(instants.error?.issues ?? [])]
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(table).filter((key): key is Key => key in table)
}
