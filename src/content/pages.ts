import { type Department, findDepartment, listDepartments } from '../accounts/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { addDays, dayOf, instantAt } from '../platform/time.ts'
import { policyInForce } from '../policy/inForce.ts'
import { policyOf } from '../policy/store.ts'
import { headingsOf, type TextHeading } from '../ui/markdown.tsx'
import { COMMON_ZONE, onlyOne } from './house.ts'
import { type FigureFacts, filled, placeholderValues } from './rules.placeholders.ts'
import type { ContentPage, Words } from './rules.ts'
import { departmentsWithOwn, shownVersion } from './store.ts'

/** A page as it is read, in one language. */
export type ReadPage = {
  readonly page: ContentPage
  readonly title: string
  readonly lead: string
  readonly text: string
  readonly contents: readonly TextHeading[]
  readonly changedAt: Date
  readonly zone: string
  /** Whose words these are, when the address asked for a department’s. */
  readonly department: Text | null
  /** Departments that have words of their own, when these are nobody’s. */
  readonly others: readonly { readonly code: string; readonly name: Text }[]
  /** When a figure may change by itself: the next midnight. */
  readonly until: Date
}

/** The page for everybody, or a department’s when its code is asked for; nothing for a code that is nobody’s. */
export async function readPage(
  app: App,
  page: ContentPage,
  language: Language,
  code: string | undefined,
): Promise<ReadPage | undefined> {
  const { departments, own, now } = await app.read('nothing', async (tx) => ({
    departments: await listDepartments(tx),
    own: await departmentsWithOwn(tx, page),
    now: await tx.now(),
  }))
  const asked = departments.find((department) => department.code === code)
  if (code !== undefined && !asked) return undefined
  const house = asked ?? onlyOne(departments)
  const { version, facts, zone } = await app.read(house ? { department: house.id } : 'nothing', async (tx) => ({
    version: await shownVersion(tx, page, house?.id ?? null),
    facts: await figureFacts(tx, house, now),
    zone: house?.timeZone ?? COMMON_ZONE,
  }))
  return {
    ...{ page, zone, department: asked && asked !== onlyOne(departments) ? asked.name : null },
    ...filledIn(version, facts, language),
    changedAt: version.publishedAt,
    others: house ? [] : departments.filter(({ id }) => own.has(id)).map(({ code, name }) => ({ code, name })),
    until: instantAt(addDays(dayOf(now, zone), 1), '00:00', zone),
  }
}

/** The words in one language with their figures and what they contain. */
export function filledIn(words: Words, facts: FigureFacts, language: Language) {
  const values = placeholderValues(facts, language)
  const text = filled(words.text[language], values)
  return {
    title: filled(words.title[language], values),
    lead: filled(words.lead[language], values),
    text,
    contents: headingsOf(text),
  }
}

/** Figures of a department in force now; without one, those of the default policy. */
export async function figureFacts(
  tx: Tx,
  house: Pick<Department, 'id' | 'name' | 'mailbox'> | undefined,
  now: Date,
): Promise<FigureFacts> {
  if (!house) return { policy: policyInForce([], dayOf(now, COMMON_ZONE)), department: null, mailbox: null }
  return { policy: await policyOf(tx, house.id, now), department: house.name, mailbox: house.mailbox }
}

/** The figures that a member of staff writes with: those of their department. */
export async function figuresOf(tx: Tx, departmentId: string, now: Date): Promise<FigureFacts> {
  return figureFacts(tx, await findDepartment(tx, departmentId), now)
}
