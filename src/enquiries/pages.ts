import { type Department, findDepartment, listDepartments, type Person, peopleById } from '../accounts/store.ts'
import { COMMON_ZONE, onlyOne } from '../content/house.ts'
import { addBusinessDays } from '../platform/calendar.ts'
import type { Tx } from '../platform/db.ts'
import { dayOf, instantAt } from '../platform/time.ts'
import { calendarOf, policyInForce } from '../policy/inForce.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { draftedAnswer } from './letters.ts'
import type { Enquiry } from './rules.ts'
import { closedEnquiries, findEnquiry, hasLesson, openEnquiries } from './store.ts'

/** Departments to choose from, where there are several; and the promise of an answer. */
export type ContactFacts = { readonly departments: readonly Department[]; readonly policy: Policy }

export async function contactFacts(tx: Tx): Promise<ContactFacts> {
  const all = await listDepartments(tx)
  const house = onlyOne(all)
  return {
    departments: house ? [] : all,
    policy: policyInForce([], dayOf(await tx.now(), house?.timeZone ?? COMMON_ZONE)),
  }
}

/** For whom a message is: the one department there is, the one that was chosen, or all of them. */
export async function departmentFor(tx: Tx, code: string): Promise<string | null> {
  const all = await listDepartments(tx)
  return (onlyOne(all) ?? all.find((department) => department.code === code))?.id ?? null
}

/** By when it has its answer: the end of that business day. */
export function dueOf({ askedAt }: Pick<Enquiry, 'askedAt'>, policy: Policy): Date {
  const day = addBusinessDays(calendarOf(policy), dayOf(askedAt, policy.zone), policy.enquiryBusinessDays)
  return instantAt(day, '23:59', policy.zone)
}

export type QueueFacts = {
  readonly open: readonly Enquiry[]
  readonly closed: readonly Enquiry[]
  readonly people: ReadonlyMap<string, Pick<Person, 'name'>>
  readonly policy: Policy
  readonly now: Date
}

const CLOSED_SHOWN = 50

export async function queueFacts(tx: Tx, departmentId: string): Promise<QueueFacts> {
  const now = await tx.now()
  const [open, closed] = [await openEnquiries(tx, departmentId), await closedEnquiries(tx, departmentId, CLOSED_SHOWN)]
  const people = await peopleById(
    tx,
    open.flatMap(({ takenBy }) => takenBy ?? []),
  )
  return { open, closed, people, policy: await policyOf(tx, departmentId, now), now }
}

export type EnquiryFacts = {
  readonly enquiry: Enquiry
  readonly people: ReadonlyMap<string, Pick<Person, 'name'>>
  readonly policy: Policy
  readonly drafted: string
  readonly hasLesson: boolean
  readonly now: Date
}

/** One message with all that its page says; nothing when there is none of that id in sight. */
export async function enquiryFacts(tx: Tx, id: string, departmentId: string): Promise<EnquiryFacts | undefined> {
  const enquiry = await findEnquiry(tx, id)
  if (!enquiry || enquiry.state === 'unconfirmed') return undefined
  const now = await tx.now()
  const department = await findDepartment(tx, departmentId)
  const ids = [enquiry.takenBy, enquiry.answer?.by, enquiry.state === 'closed' ? enquiry.closedBy : null]
  return {
    enquiry,
    now,
    people: await peopleById(
      tx,
      ids.flatMap((each) => each ?? []),
    ),
    policy: await policyOf(tx, departmentId, now),
    drafted: draftedAnswer(enquiry, department?.name ?? null),
    hasLesson: await hasLesson(tx, id),
  }
}
