import type { Actor } from '../accounts/rules.ts'
import { findDepartment } from '../accounts/store.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { postedBefore } from '../opportunities/store.gates.ts'
import { findOpportunity, statementOf } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import { formatInstant, formatMoney } from '../platform/format.ts'
import { type Language, languages, type Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { draftOf } from './messages.ts'
import {
  type Activity,
  can,
  firstDay,
  type MessageKind,
  mayPlan,
  messageKinds,
  type OutreachGate,
  outreachGap,
} from './rules.ts'
import { activitiesOf, messagesOf } from './store.ts'

export type Message = {
  readonly kind: MessageKind
  readonly text: Text
  readonly edited: boolean
}

export type OutreachPageFacts = {
  readonly opportunity: Opportunity
  readonly policy: Policy
  readonly today: Day
  readonly activities: readonly Activity[]
  readonly first: Day | undefined
  readonly gap: OutreachGate | null
  /** It is the department’s first posting, and policy asks for a plan. */
  readonly required: boolean
  readonly messages: readonly Message[]
  /** May this person change the plan, in the state that the file is in? */
  readonly plans: boolean
  /** May this person still record what came of what was planned? */
  readonly records: boolean
}

/** The plan of one posting and its messages, for whoever may see the file. */
export async function outreachPage(
  tx: Tx,
  app: Pick<App, 'config'>,
  actor: Actor,
  id: string,
): Promise<OutreachPageFacts | undefined> {
  const opportunity = await findOpportunity(tx, id)
  if (!opportunity || !can.see(actor, opportunity)) return undefined
  const now = await tx.now()
  const policy = await policyOf(tx, opportunity.departmentId, now)
  const today = dayOf(now, policy.zone)
  const activities = await activitiesOf(tx, id)
  const published = 'publishedAt' in opportunity && opportunity.publishedAt !== null
  return {
    ...{ opportunity, policy, today, activities },
    first: firstDay({ activities, today }),
    gap: outreachGap({ activities, policy, closesAt: opportunity.closesAt, today }),
    required: policy.outreach.required && !published && (await postedBefore(tx, opportunity.departmentId)) === 0,
    messages: await messagesFor(tx, app, opportunity, policy),
    plans: can.plan(actor, opportunity) && mayPlan(opportunity),
    records: can.plan(actor, opportunity),
  }
}

async function messagesFor(
  tx: Tx,
  app: Pick<App, 'config'>,
  opportunity: Opportunity,
  policy: Policy,
): Promise<Message[]> {
  const { title, teaser, price, closesAt, hours, slug, sourceLanguage } = opportunity
  const department = await findDepartment(tx, opportunity.departmentId)
  if (!department) throw new Error(`department ${opportunity.departmentId} is unknown`)
  const { skills } = await statementOf(tx, opportunity)
  const inBoth = (of: (language: Language) => string): Text => ({ en: of('en'), fr: of('fr') })
  // A half that is not translated yet is shown in the language that there is.
  const filled = (text: Text): Text => inBoth((language) => text[language] || text[sourceLanguage])
  const facts = {
    department: department.name,
    title: filled(title),
    teaser: filled(teaser),
    skills: skills.map(filled),
    price: price === null ? null : inBoth((language) => formatMoney(price, language)),
    closing: closesAt && inBoth((language) => formatInstant(closesAt, policy.zone, language)),
    hours,
    link: inBoth((language) => app.config.baseUrl + path('/opportunities/:slug', language, { slug })),
    mailbox: department.mailbox,
  }
  const edited = await messagesOf(tx, opportunity.id)
  return messageKinds.map((kind) => {
    const own = edited.get(kind)
    return { kind, text: own ?? draftOf(kind, facts), edited: own !== undefined }
  })
}

/** The languages in which the statement still lacks its title or teaser. */
export const untranslated = ({ title, teaser }: Opportunity): Language[] =>
  languages.filter((language) => title[language] === '' || teaser[language] === '')
