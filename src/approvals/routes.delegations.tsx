import { endGrant, grantRole } from '../accounts/commands.ts'
import { forStaff, type Routes } from '../accounts/routing.ts'
import { type AccountRefusal, can as canOnAccounts, scopeOf } from '../accounts/rules.ts'
import { grantsOf, membersOf } from '../accounts/store.ts'
import { accountRefusals } from '../accounts/texts.ts'
import type { StaffRequest } from '../opportunities/decisionPages.tsx'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Form, page, type Reply, seeOther, unknown } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { endDelegate, nameDelegate } from './commands.ts'
import { delegateForm, delegationForm, delegationRoles } from './forms.ts'
import type { NameRefusal } from './rules.delegates.ts'
import { approverRoles, can, delegationReaders } from './rules.ts'
import { delegatesNamedBy } from './store.ts'
import { delegateRefusals, delegateTexts, delegationTexts } from './texts.delegations.ts'
import { DelegatesPage, DelegationsPage } from './views.delegations.tsx'

export const delegationRoutes = {
  'GET /delegations': forStaff(delegationReaders, (app, request) => delegationsPage(200, app, request, {}, [])),
  'POST /delegations': forStaff(['administrator'], addDelegation),
  'POST /delegations/:id/end': forStaff(['administrator'], endDelegation),
  'GET /delegates': forStaff(approverRoles, (app, request) => delegatesPage(200, app, request, {}, [])),
  'POST /delegates': forStaff(approverRoles, name),
  'POST /delegates/:id/end': forStaff(approverRoles, takeBack),
} satisfies Routes

async function delegationsPage(
  status: 200 | 409 | 422,
  app: App,
  { actor, language }: StaffRequest,
  form: Form,
  problems: Problems,
): Promise<Reply> {
  const { departmentId } = actor
  const facts = await app.read(scopeOf(actor), async (tx) => {
    const now = await tx.now()
    const { zone } = await policyOf(tx, departmentId, now)
    const today = dayOf(now, zone)
    const grants = await grantsOf(tx, departmentId, delegationRoles)
    const people = (await membersOf(tx, { departmentId, day: today })).map(({ person }) => person)
    return { grants, people, today, zone }
  })
  const may = canOnAccounts.administer(actor, departmentId)
  const body = <DelegationsPage {...facts} {...{ language, form, problems, may }} self={actor.id} />
  return page(status, delegationTexts.title[language], body)
}

async function addDelegation(app: App, request: StaffRequest): Promise<Reply> {
  const { form, actor, language } = request
  const asked = parseForm(delegationForm, form)
  if (!asked.ok) return delegationsPage(422, app, request, form, asked.problems)

  const { person: personId, limit: limitCents, ...rest } = asked.value
  const { departmentId } = actor
  const decision = await grantRole(app, actor, { departmentId, personId, limitCents, ...rest })
  if (decision.ok) return seeOther(path('/delegations', language))
  const problem = { field: grantFields[decision.because] ?? '', text: accountRefusals[decision.because] }
  return delegationsPage(409, app, request, form, [problem])
}

const grantFields: Partial<Record<AccountRefusal, string>> = {
  unknown_person: 'person',
  own_grant: 'person',
  already_granted: 'fromDay',
  ends_before_it_starts: 'untilDay',
  acting_without_end: 'untilDay',
  acting_for_nobody: 'actingFor',
}

async function endDelegation(app: App, request: StaffRequest): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return unknown
  const decision = await endGrant(app, request.actor, { id })
  if (decision.ok) return seeOther(path('/delegations', request.language))
  if (decision.because === 'no_such_grant' && !(await isOurs(app, request, id))) return unknown
  return delegationsPage(409, app, request, {}, [{ field: '', text: accountRefusals[decision.because] }])
}

const isOurs = (app: App, { actor }: StaffRequest, id: string): Promise<boolean> =>
  app.read(scopeOf(actor), async (tx) =>
    (await grantsOf(tx, actor.departmentId, delegationRoles)).some((grant) => grant.id === id),
  )

async function delegatesPage(
  status: 200 | 409 | 422,
  app: App,
  { actor, language }: StaffRequest,
  form: Form,
  problems: Problems,
): Promise<Reply> {
  const { departmentId } = actor
  const facts = await app.read(scopeOf(actor), async (tx) => {
    const now = await tx.now()
    const { zone, reminders } = await policyOf(tx, departmentId, now)
    const members = await membersOf(tx, { departmentId, day: dayOf(now, zone) })
    const own = approverRoles.filter((role) => actor.roles.includes(role))
    return {
      named: await delegatesNamedBy(tx, departmentId, actor.id),
      people: members.map(({ person }) => person),
      colleagues: members.filter(
        ({ person, roles }) => person.id !== actor.id && own.some((role) => roles.includes(role)),
      ),
      reminders,
    }
  })
  const body = <DelegatesPage {...facts} {...{ language, form, problems }} may={can.nameDelegate(actor)} />
  return page(status, delegateTexts.title[language], body)
}

async function name(app: App, request: StaffRequest): Promise<Reply> {
  const { form, actor, language } = request
  const asked = parseForm(delegateForm, form)
  if (!asked.ok) return delegatesPage(422, app, request, form, asked.problems)

  const { delegate: delegateId, ...period } = asked.value
  const decision = await nameDelegate(app, actor, { delegateId, ...period })
  if (decision.ok) return seeOther(path('/delegates', language))
  const problem = { field: nameFields[decision.because] ?? '', text: delegateRefusals[decision.because] }
  return delegatesPage(409, app, request, form, [problem])
}

const nameFields: Partial<Record<NameRefusal, string>> = {
  own_delegate: 'delegate',
  delegate_without_role: 'delegate',
  ends_before_it_starts: 'untilDay',
  ends_in_the_past: 'untilDay',
  already_named: 'fromDay',
}

async function takeBack(app: App, request: StaffRequest): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return unknown
  const decision = await endDelegate(app, request.actor, { id })
  if (decision.ok) return seeOther(path('/delegates', request.language))
  // Another person’s naming and one that is not there look alike.
  return unknown
}
