import { z } from 'zod'
import { findDepartment } from '../accounts/store.ts'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import { cents } from '../platform/money.ts'
import { parseDay } from '../platform/time.ts'
import { questionsCloseAt } from '../policy/posting.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { amendmentsOf } from './amendments.store.ts'
import type { Row, Statement } from './rules.ts'
import { findOpportunity, statementOf } from './store.ts'

const text = z.object({ en: z.string(), fr: z.string() })
/** A criterion has a number where it is not its place: one before it was taken away. */
const criterion = text.extend({ number: z.number().optional() })
const instant = z.string().transform((iso) => new Date(iso))
const day = z.string().transform((typed, context) => {
  const found = parseDay(typed)
  if (found) return found
  context.addIssue({ code: 'custom', message: 'not a day' })
  return z.NEVER
})

/** The shape of a notice, version 1: all that the public page of a posting says, in both languages, as it is stored. */
const shape = z.object({
  version: z.literal(1),
  opportunityId: z.string(),
  slug: z.string(),
  number: z.string(),
  posting: z.number(),
  department: z.object({ code: z.string(), name: text, mailbox: z.string() }),
  zone: z.string(),
  title: text,
  teaser: text,
  team: text,
  background: text,
  work: text,
  skills: z.array(text),
  workCriteria: z.array(criterion),
  applicationCriteria: z.array(criterion),
  provisions: z.array(z.object({ text, dueDay: day.nullable() })),
  licence: z.string(),
  repository: z.object({ kind: z.enum(['department', 'supplier']).nullable(), url: z.string() }),
  hasInterface: z.boolean(),
  /** Before tax, in cents. */
  price: z.number().transform(cents),
  hours: z.number().nullable(),
  /** Hours of the supplier's administration that the price pays for. */
  adminHours: z.number(),
  publishedAt: instant,
  closesAt: instant,
  questionsUntil: instant,
  selectionDay: day,
  deliveryDay: day,
  /** Days from the invoice to the payment: the promise. */
  paymentDays: z.number(),
  paymentMethods: z.array(z.enum(['card-terminal', 'paypal', 'direct-deposit'])),
  amendments: z.array(
    z.object({
      number: z.number(),
      kind: z.enum(['extension', 'change']),
      /** Of what procurement approved; absent in notices of before. */
      material: z.boolean().default(false),
      reason: text,
      changes: z.array(z.object({ field: z.string(), before: text, after: text })),
      publishedAt: instant,
    }),
  ),
  /** Why a posting ended early, said to the public. */
  ended: z.object({ reason: text, at: instant }).nullable(),
  simulated: z.boolean(),
})
export type Notice = z.output<typeof shape>
export type NoticeAmendment = Notice['amendments'][number]
/** One text of the notice, before and after; `field` is the name of a field of the statement, with a place where it is a list. */
export type Change = NoticeAmendment['changes'][number]

export type NoticeFacts = {
  readonly opportunityId: string
  readonly slug: string
  readonly number: string
  readonly posting: number
  readonly department: Notice['department'] & { readonly simulated: boolean }
  readonly policy: Policy
  /** When it went out; in a preview, now. */
  readonly publishedAt: Date
  readonly amendments: readonly NoticeAmendment[]
  readonly ended: Notice['ended']
}

/**
 * The notice that follows from a statement: pure, so that a preview shows exactly what the public will read.
 * Nothing when the price or one of the dates is missing.
 */
export function buildNotice(statement: Statement, facts: NoticeFacts): Notice | undefined {
  const { price, closesAt, selectionDay, deliveryDay, declared: _, ...said } = statement
  if (price === null || closesAt === null || selectionDay === null || deliveryDay === null) return undefined
  const { opportunityId, slug, number, posting, policy, publishedAt, ended } = facts
  const { simulated, ...department } = facts.department
  return {
    version: 1,
    ...{ opportunityId, slug, number, posting, department, zone: policy.zone },
    ...said,
    skills: said.skills.map(words),
    workCriteria: said.workCriteria.map(numberedWords),
    applicationCriteria: said.applicationCriteria.map(numberedWords),
    provisions: said.provisions.map(({ text, dueDay }) => ({ text, dueDay })),
    ...{ price, closesAt, selectionDay, deliveryDay, publishedAt },
    adminHours: policy.adminHours,
    questionsUntil: questionsCloseAt(policy, closesAt),
    paymentDays: policy.paymentDays.promise,
    paymentMethods: [...policy.paymentMethods],
    amendments: [...facts.amendments],
    ended,
    simulated,
  }
}

/** The public reads the words of a row; its id is ours. */
const words = ({ en, fr }: Text): Text => ({ en, fr })
const numberedWords = ({ en, fr, position }: Row, place: number): z.output<typeof criterion> =>
  position === undefined || position === place + 1 ? { en, fr } : { en, fr, number: position }

/** A notice as the JSON text that is stored, and back; text that is no notice is a surprise. */
export const noticeText = (notice: Notice): string => JSON.stringify(notice)
export const readNotice = (stored: string): Notice => shape.parse(JSON.parse(stored))

/** Public status of a posting; see db/migrations/0012. */
export type PublicStatus =
  | 'open'
  | 'held'
  | 'closed'
  | 'awarded'
  | 'delivered'
  | 'ended_without_delivery'
  | 'unsuccessful'
  | 'cancelled'
  | 'withdrawn'

/** The notice of an opportunity that has been posted, as its rows say it now. */
export async function noticeOf(tx: Tx, opportunityId: string): Promise<Notice> {
  const opportunity = await findOpportunity(tx, opportunityId)
  const publishedAt = opportunity && 'publishedAt' in opportunity ? opportunity.publishedAt : null
  if (!opportunity || !publishedAt) throw new Error(`opportunity ${opportunityId} has not been posted`)

  const notice = buildNotice(await statementOf(tx, opportunity), {
    ...{ opportunityId, slug: opportunity.slug, number: opportunity.number, posting: opportunity.posting, publishedAt },
    department: await departmentOf(tx, opportunity.departmentId),
    policy: await policyOf(tx, opportunity.departmentId, publishedAt),
    amendments: await amendmentsOf(tx, opportunityId),
    ended: 'publicReason' in opportunity ? { reason: opportunity.publicReason, at: opportunity.endedAt } : null,
  })
  if (!notice) throw new Error(`opportunity ${opportunityId} was posted without a price or a date`)
  return notice
}

/**
 * Writes what the public reads, both languages at once, in the transaction of the act that changed it.
 * A first writing is `open`; later ones leave the status to `setPublicStatus`.
 */
export async function writeNotice(tx: Tx, opportunityId: string): Promise<Notice> {
  const notice = await noticeOf(tx, opportunityId)
  const { slug, number, department, title, teaser, price, publishedAt, closesAt, zone, simulated } = notice
  const said = {
    ...{
      slug,
      number,
      departmentCode: department.code,
      departmentEn: department.name.en,
      departmentFr: department.name.fr,
    },
    ...{ titleEn: title.en, titleFr: title.fr, teaserEn: teaser.en, teaserFr: teaser.fr, priceCents: price },
    ...{ publishedAt, closesAt, timeZone: zone, simulated, notice: noticeText(notice), updatedAt: await tx.now() },
  }
  await tx
    .insertInto('publication.opportunities')
    .values({ opportunityId, status: 'open', ...said })
    .onConflict((conflict) => conflict.column('opportunityId').doUpdateSet(said))
    .execute()
  return notice
}

/**
 * What the public page says has become of a posting. Fields that are not given stay as they are; null takes one away.
 * The day of the award and that of the delivery follow from the status; what came to nothing has neither.
 */
export async function setPublicStatus(
  tx: Tx,
  opportunityId: string,
  status: PublicStatus,
  more: { winnerName?: string | null; repositoryUrl?: string | null; paidDays?: number | null; heldUntil?: Date } = {},
): Promise<void> {
  const now = await tx.now()
  await tx
    .updateTable('publication.opportunities')
    .set((row) => ({
      ...{ ...more, status, updatedAt: now, heldUntil: more.heldUntil ?? null },
      awardedAt: status === 'awarded' || status === 'delivered' ? row.fn.coalesce('awardedAt', row.val(now)) : null,
      deliveredAt: status === 'delivered' ? row.fn.coalesce('deliveredAt', row.val(now)) : null,
    }))
    .where('opportunityId', '=', opportunityId)
    .execute()
}

/** What a notice says about the department. */
export async function departmentOf(tx: Tx, id: string): Promise<NoticeFacts['department']> {
  const department = await findDepartment(tx, id)
  if (!department) throw new Error(`department ${id} is unknown`)
  const { code, name, mailbox, simulated } = department
  return { code, name, mailbox, simulated }
}
