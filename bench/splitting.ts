/**
 * How long the contract-splitting check takes: one file against 10,000 others, and a whole night of them.
 *
 *   bin/bench splitting [--files 10000] [--teams 60] [--checks 400]
 *
 * Makes a database of its own on a scratch server, and drops it. The same server's select-only transactions a second, by
 * pgbench, stand beside the figures, so that machines can be compared.
 */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { pino } from 'pino'
import { system } from '../src/accounts/rules.ts'
import { readConfig } from '../src/config.ts'
import type { App } from '../src/platform/app.ts'
import { openDatabase } from '../src/platform/db.ts'
import { newId } from '../src/platform/ids.ts'
import { policyOf } from '../src/policy/store.ts'
import { checkDepartment } from '../src/splitting/commands.night.ts'
import { checkSplitting } from '../src/splitting/commands.ts'
import { yardstickOf } from '../src/splitting/rules.compare.ts'
import { findHits, planOfNeeds } from '../src/splitting/store.compared.ts'
import { type Planted, plantFiles } from '../test/arrange.splitting.ts'
import { chanceFrom } from '../test/chance.ts'
import { openScratch, print, quantile, row, selectsPerSecond } from '../test/scratch.ts'

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '10000' },
    teams: { type: 'string', default: '60' },
    checks: { type: 'string', default: '400' },
  },
})
const [files, teams, checks] = [Number(values.files), Number(values.teams), Number(values.checks)]
const P95_IN_MS = 50
const NIGHT_IN_S = 120
const YEARS = 3
const today = new Date('2026-05-04T14:00:00Z')

const scratch = await openScratch('splitting')

/** Plants the files, measures, prints; true when both promises are kept. */
async function measure(app: App): Promise<boolean> {
  const departmentId = newId(today, randomBytes)
  const ids = await plantFiles(app, departmentId, someFiles(await somePeople(app, departmentId)))
  await giveContracts(departmentId)
  const first = await timed(() => checkDepartment(app, departmentId, '2026-05-03'))
  await scratch.asOwner('vacuum analyze')

  const sample = ids.filter((_, at) => at % Math.max(1, Math.floor(ids.length / checks)) === 0).slice(0, checks)
  for (const id of sample.slice(0, 20)) await checkOne(app, departmentId, id)
  const whole: number[] = []
  for (const id of sample) whole.push((await timed(() => checkOne(app, departmentId, id))).ms)
  const priced: number[] = []
  for (const id of sample) priced.push((await timed(() => repriceOne(app, departmentId, id))).ms)
  const compared: number[] = []
  for (const id of sample) compared.push((await timed(() => compareOne(app, departmentId, id))).ms)
  const night = await timed(() => checkDepartment(app, departmentId, '2026-05-04'))

  print(`${files} files of one department, ${teams} teams, ${YEARS} years, about half with a supplier\n`)
  print('One file against the others           p50      p95      p99')
  print(`  kept, compared, flagged, committed ${row(whole)} ms`)
  print(`  the same after a change of price   ${row(priced)} ms`)
  print(`  compared only                      ${row(compared)} ms\n`)
  print('A night over all of them')
  print(`  the first                          ${seconds(first.ms)} s, ${first.value.opened} findings`)
  print(`  the next                           ${seconds(night.ms)} s, ${night.value.opened} findings\n`)
  await printRatio(quantile(whole, 0.5), night.ms)
  const [one = ''] = await unposted(app, ids)
  const plan = await app.read('everything', async (tx) =>
    planOfNeeds(tx, departmentId, [one], yardstickOf(await policyOf(tx, departmentId, today))),
  )
  print(`The plan of S1 for one file\n${plan.map((line) => `  ${line}`).join('\n')}\n`)
  const kept = [
    Math.max(quantile(whole, 0.95), quantile(priced, 0.95)) < P95_IN_MS,
    night.ms < NIGHT_IN_S * 1_000,
    first.ms < NIGHT_IN_S * 1_000,
  ]
  print(`p95 under ${P95_IN_MS} ms: ${said(kept[0])}. A night under ${NIGHT_IN_S} s: ${said(kept[1] && kept[2])}.`)
  return kept.every(Boolean)
}

const checkOne = (app: App, departmentId: string, opportunityId: string) =>
  app.transaction('everything', (tx) =>
    checkSplitting(tx, app, { opportunityId, departmentId, occasion: 'save', actor: system, at: today }),
  )

/** The files that it is compared with are looked at again too. */
const repriceOne = (app: App, departmentId: string, opportunityId: string) =>
  app.transaction('everything', async (tx) => {
    await tx
      .updateTable('opportunities')
      .set((values) => ({ priceCents: values('priceCents', '-', 1) }))
      .where('id', '=', opportunityId)
      .execute()
    return checkSplitting(tx, app, { opportunityId, departmentId, occasion: 'save', actor: system, at: today })
  })

const compareOne = (app: App, departmentId: string, id: string) =>
  app.read('everything', async (tx) =>
    findHits(tx, departmentId, [id], yardstickOf(await policyOf(tx, departmentId, today))),
  )

async function unposted(app: App, ids: readonly string[]): Promise<string[]> {
  const rows = await app.read('everything', (tx) =>
    tx
      .selectFrom('purchases')
      .select('opportunityId as id')
      .where('opportunityId', 'in', ids.slice(0, 500))
      .where('posted', '=', false)
      .where('cancelled', '=', false)
      .execute(),
  )
  return rows.map(({ id }) => id)
}

/** A check in the time of so many of pgbench’s own transactions, on the same server, one after the other. */
async function printRatio(checkMs: number, nightMs: number): Promise<void> {
  const tps = await selectsPerSecond(scratch.ownerUrl)
  if (!tps) return
  print(`pgbench, select only, one client       ${Math.round(tps)} transactions a second`)
  print(`  a check is worth                     ${((checkMs * tps) / 1_000).toFixed(1)} of them`)
  print(`  a night, for each file               ${((nightMs * tps) / 1_000 / files).toFixed(1)} of them\n`)
}

async function somePeople(app: App, departmentId: string): Promise<string[]> {
  const people = Array.from({ length: teams * 3 }, (_, at) => ({
    ...{ id: newId(today, randomBytes), email: `p${at}@bench.example`, name: `Person ${at}`, language: 'en' as const },
  }))
  await app.transaction('everything', async (tx) => {
    const names = {
      nameEn: 'Waterways',
      nameFr: 'Voies navigables',
      mailbox: 'm@bench.example',
      postalAddress: '1 Quay',
    }
    await tx
      .insertInto('departments')
      .values({ id: departmentId, code: 'BENCH', ...names })
      .execute()
    await tx.insertInto('people').values(people).execute()
  })
  return people.map(({ id }) => id)
}

const verbs = ['Fix', 'Repair', 'Extend', 'Clean', 'Document', 'Test', 'Migrate', 'Speed up', 'Translate', 'Audit']
const things = [
  'date picker',
  'search box',
  'licence form',
  'tide table',
  'map layer',
  'export',
  'login page',
  'report',
]
const parts = [
  'keyboard',
  'screen reader',
  'cache',
  'schema',
  'build',
  'unit tests',
  'labels',
  'time zones',
  'printing',
]
const words =
  'boat permit river lock canal user page form table data value error check list view state field date'.split(' ')
const skills = ['TypeScript', 'Python', 'SQL', 'Accessibility', 'Docker', 'R', 'Java', 'CSS']

/** The same files at each run: a sum of digests takes the place of chance. */
function someFiles(people: readonly string[]): Planted[] {
  return Array.from({ length: files }, (_, at) => {
    const chance = chanceFrom(`file ${at}`)
    const team = Math.floor(chance() * teams)
    const pick = <Thing>(from: readonly Thing[]): Thing => from[Math.floor(chance() * from.length)] as Thing
    const sentence = Array.from({ length: 60 }, () => pick(words)).join(' ')
    const state = pick(['draft', 'in_approval', 'open', 'open', 'open', 'cancelled'] as const)
    return {
      clientId: people[team * 3 + Math.floor(chance() * 3)] ?? '',
      team: `Team ${team}`,
      repository: `https://github.com/bench/repo-${Math.floor(chance() * teams * 4)}`,
      title: `${pick(verbs)} the ${pick(parts)} of the ${pick(things)}`,
      work: `${sentence}. Part of https://github.com/bench/backlog/issues/${Math.floor(chance() * files)}`,
      skills: [pick(skills), pick(skills)].filter((skill, place, all) => all.indexOf(skill) === place),
      priceCents: 50_000 + Math.floor(chance() * 819_000),
      committedAt: new Date(today.getTime() - Math.floor(chance() * YEARS * 365) * 86_400_000),
      state,
    }
  })
}

/** Posted files have a supplier: one of a few hundred legal persons. */
async function giveContracts(departmentId: string): Promise<void> {
  const statements = [
    `insert into applications (id, department_id, opportunity_id, supplier_id, token, state, language, created_at, submitted_at, opened_at)
     select o.id, o.department_id, o.id, o.client_id, '0000000000', 'passed', 'en', o.published_at, o.published_at, o.published_at
     from opportunities o where o.state = 'open'`,
    `insert into application_identities (application_id, department_id, legal_name, worker_name, signatory_name, email,
       eligibility_version, agreements_version, content_salt)
     select id, department_id, 'Supplier ' || abs(hashtext(id::text)) % ${Math.ceil(files / 12)} || ' inc.', 'w', 's', 'e', '1', '1', repeat('0', 64)
     from applications`,
    `insert into offers (id, department_id, opportunity_id, application_id, rank, state, price_cents, delivery_day, made_at,
       respond_by, answered_at, payment_method, terms_version, terms_sha256, supplier_signed_at, supplier_signatory,
       canada_signed_at, canada_signatory_id)
     select o.id, o.department_id, o.id, o.id, 1, 'terms_signed', o.price_cents, o.delivery_day, o.published_at, o.published_at,
       o.published_at, 'card', '1', '0', o.published_at, 's', o.published_at, o.client_id
     from opportunities o where o.state = 'open'`,
    `insert into contracts (id, department_id, opportunity_id, offer_id, supplier_id, state, price_cents, delivery_day, started_at, introduced_at)
     select o.id, o.department_id, o.id, o.id, o.client_id, 'in_progress', o.price_cents, o.delivery_day, o.published_at, o.published_at
     from opportunities o where o.state = 'open'`,
  ]
  const worker = new Client({ connectionString: scratch.appUrl, options: '-c role=opportune_worker' })
  await worker.connect()
  try {
    await worker.query(`select set_config('opportune.scope', '${departmentId}', false)`)
    for (const statement of statements) await worker.query(statement)
  } finally {
    await worker.end()
  }
}

async function surroundings(): Promise<Omit<App, 'read' | 'transaction' | 'alone'>> {
  const read = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: '/tmp/opportune-bench', DEMO: '1' })
  if (!read.ok) throw new Error('the settings of the benchmark are refused')
  const keys = {} as App['keys'] // nothing here signs or seals
  return { config: read.value, keys, log: pino({ level: 'silent' }), clock: () => today, random: randomBytes }
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; ms: number }> {
  const started = performance.now()
  const value = await work()
  return { value, ms: performance.now() - started }
}

const seconds = (ms: number) => (ms / 1_000).toFixed(1).padStart(6)
const said = (kept: boolean | undefined) => (kept ? 'yes' : 'NO')

try {
  const database = openDatabase({ url: scratch.appUrl, role: 'opportune_worker', clock: () => today })
  try {
    process.exitCode = (await measure({ ...database, ...(await surroundings()) })) ? 0 : 1
  } finally {
    await database.close()
  }
} finally {
  await scratch.close()
}
