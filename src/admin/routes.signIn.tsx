import { signInDemo } from '../accounts/commands.signIn.ts'
import { open, type Request, type Routes } from '../accounts/routing.ts'
import { localPath } from '../accounts/rules.ts'
import { type Department, demoSuppliers, listDepartments, type Member, membersOf } from '../accounts/store.ts'
import { roleTitle, signInTexts, supplierName } from '../accounts/texts.ts'
import type { App } from '../platform/app.ts'
import { formatCount } from '../platform/format.ts'
import { page, type Reply, seeOtherWithSession, typed, unknown } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { demoTexts } from './texts.record.ts'
import { type DemoGroup, DemoSignInPage } from './views.signIn.tsx'
import { countWaiting } from './waiting.ts'

export const demoRoutes = {
  'GET /sign-in-demo': open(showPeople),
  'POST /sign-in-demo': open(becomePerson),
} satisfies Routes

async function showPeople(app: App, { language, query }: Request): Promise<Reply> {
  if (app.config.environment === 'production') return unknown
  const { departments, suppliers } = await app.read('everything', async (tx) => {
    const now = await tx.now()
    const departments: { department: Department; members: Member[] }[] = []
    for (const department of await listDepartments(tx)) {
      const on = { departmentId: department.id, day: dayOf(now, department.timeZone) }
      departments.push({ department, members: await membersOf(tx, on) })
    }
    return { departments, suppliers: await demoSuppliers(tx) }
  })
  const groups: DemoGroup[] = []
  for (const { department, members } of departments) groups.push(await groupOf(app, department, members, language))
  groups.push({
    departmentId: '',
    name: demoTexts.suppliers[language],
    people: suppliers.map(({ id, name, email }) => ({
      id,
      name: name || email,
      role: supplierName[language],
      waits: undefined,
    })),
  })
  const view = <DemoSignInPage language={language} groups={groups} to={localPath(query.to) ?? ''} />
  const crumbs = [{ label: signInTexts.title[language], href: path('/sign-in', language) }]
  return page(200, demoTexts.title[language], view, { crumbs, audience: 'public' })
}

async function becomePerson(app: App, { language, form }: Request): Promise<Reply> {
  const [personId, department] = [typed(form, 'person'), typed(form, 'department')]
  if (!isId(personId) || (department !== '' && !isId(department))) return unknown
  const decision = await signInDemo(app, { personId, departmentId: department === '' ? null : department })
  if (!decision.ok) return unknown
  const home = path(department === '' ? '/applications' : '/home', language)
  return seeOtherWithSession(localPath(typed(form, 'to')) ?? home, decision.value.token)
}

async function groupOf(
  app: App,
  department: Department,
  members: readonly Member[],
  language: Language,
): Promise<DemoGroup> {
  const people: DemoGroup['people'][number][] = []
  for (const { person, roles } of members) {
    const { id, name, email } = person
    const { id: departmentId, code: departmentCode, timeZone } = department
    const count = await countWaiting(app, {
      kind: 'staff',
      id,
      name,
      email,
      departmentId,
      departmentCode,
      timeZone,
      roles,
    })
    const waits = count === 0 ? demoTexts.nothing[language] : formatCount(count, language)
    people.push({ id, name, role: roleTitle(roles, language), waits })
  }
  return { departmentId: department.id, name: department.name[language], people }
}
