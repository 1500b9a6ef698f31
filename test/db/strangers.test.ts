import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, type Staff, type StaffRole, staffRoles } from '../../src/accounts/rules.ts'
import { features } from '../../src/features.ts'
import { patternIn } from '../../src/platform/paths.ts'
import { arrangeInvoice, type Invoiced } from '../arrange.payments.ts'
import { openWorld, type World } from '../world.ts'

/*
 * Unknown and forbidden look alike. Every page of one file, asked for and posted to under each of its ids by people who
 * have everything except the right to this file: the answer is that of an id that does not exist, and no row changes.
 */
let world: World
let file: Invoiced
let ids: string[]
beforeAll(async () => {
  world = await openWorld(new Date('2026-11-17T19:00:00Z'))
  file = await arrangeInvoice(world, 'sent')
  const applications = await world.app.read('everything', (tx) =>
    tx.selectFrom('applications').select('id').where('opportunityId', '=', file.id).execute(),
  )
  ids = [file.id, file.fileId, file.offerId, file.invoiceId, ...applications.map(({ id }) => id)]
})
afterAll(() => world.close())

it('another department, with every role there', async () => {
  expect(await asked(await officeElsewhere())).toEqual([])
})

it('another supplier', async () => {
  expect(await asked(await world.supplier('Other Supplier'))).toEqual([])
})

it('another client of the same department', async () => {
  expect(await asked(await newcomer(world.departmentId, ['client']))).toEqual([])
})

/** What told a file from no file, and the tables that changed. */
async function asked(actor: Actor): Promise<string[]> {
  const before = await checksums()
  const wrong: string[] = []
  for (const key of Object.keys(features.routes)) {
    const [method = '', pattern = ''] = key.split(' ').filter(Boolean)
    if (!pattern.includes(':id') || pattern.startsWith('/mailbox')) continue
    const answer = async (id: string) => {
      const url = patternIn(pattern, 'en').replace(':id', id).replace(':number', '1')
      const {
        status,
        location = '',
        body,
      } = await (method === 'GET' ? world.as(actor).get(url) : world.as(actor).post(url, everything))
      return `${status} ${location} ${body}`.replaceAll(id, 'ID').replace(/<code[^>]*>[0-9A-F]{12}<\/code>/g, '')
    }
    const none = await answer(world.newId())
    if (!/^(404|303) /.test(none)) wrong.push(`${key} answers ${none.slice(0, 3)} to an unknown id`)
    for (const id of ids) if ((await answer(id)) !== none) wrong.push(`${key} knows ${id}`)
  }
  const after = await checksums()
  return [...wrong, ...Object.keys(after).filter((table) => after[table] !== before[table])]
}

/** Answers that many forms take. */
const everything = {
  ...{ decision: 'yes', act: 'certify', said: 'yes', because: 'A reason.', reason: 'A reason.', working: '1' },
  ...{
    reads: 'en',
    evaluators: 'x',
    value: '1',
    reference: 'R-1',
    day: '2027-03-01',
    repositoryUrl: 'https://a.example/b',
  },
}

async function officeElsewhere(): Promise<Staff> {
  const id = world.newId()
  const department = { id, code: 'ELSE', nameEn: 'E', nameFr: 'E', mailbox: 'e@e.example', postalAddress: '2' }
  await world.app.transaction('everything', (tx) => tx.insertInto('departments').values(department).execute())
  return { ...(await newcomer(id, staffRoles)), departmentCode: 'ELSE' }
}

async function newcomer(departmentId: string, roles: readonly StaffRole[]): Promise<Staff> {
  const id = world.newId()
  const person = { id, email: `${id}@example.ca`, name: 'New Comer', language: 'en' as const }
  await world.app.transaction('everything', async (tx) => {
    await tx.insertInto('people').values(person).execute()
    for (const role of roles)
      await tx
        .insertInto('roleGrants')
        .values({ id: world.newId(), departmentId, personId: id, role, fromDay: '2020-01-01' })
        .execute()
  })
  return { ...world.staff.program, ...person, departmentId, roles }
}

/** One sum for each table, sessions and limits apart. */
function checksums(): Promise<Record<string, string>> {
  return world.worker.read('everything', async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'publication') and tablename not in ('sessions', 'limits', 'sign_in_codes')
        and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')`.execute(tx)
    const sums: Record<string, string> = {}
    for (const { name } of rows) {
      const { rows: made } = await sql<{ sum: string }>`
        select coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as sum from ${sql.raw(name)} t`.execute(
        tx,
      )
      sums[name] = made[0]?.sum ?? ''
    }
    return sums
  })
}
