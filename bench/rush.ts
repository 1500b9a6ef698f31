/**
 * The last minute before a closing, through HTTP with real sessions, and what a submission costs.
 *
 *   bin/bench rush [--seconds 60] [--applicants 500] [--at-once 200] [--rounds 5] [--clients 32]
 *
 * Makes an installation of its own, which syncs to disk. The program, a bare server and the clients share the machine.
 * First: applicants submit in the last seconds before the closing, many of them at the same instant in the last one, and
 * everything acknowledged is looked for on the roster. Then: complete submissions a second (checked, sealed, recorded,
 * with a signed receipt) beside a bare Fastify route that inserts the same bytes for the same clients, round about.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { Client } from 'pg'
import type { Supplier } from '../src/accounts/rules.ts'
import { system } from '../src/accounts/rules.ts'
import { startSession } from '../src/accounts/sessions.ts'
import { formOf } from '../src/applications/forms.ts'
import { closeOpportunity } from '../src/draws/closing.ts'
import { rootFolder } from '../src/platform/root.ts'
import { type Arranged, arrangeOpen, arrangeSuppliers, contentFrom } from '../test/arrange.applications.ts'
import { environment, type Installation, openInstallation } from '../test/installation.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    applicants: { type: 'string', default: '500' },
    'at-once': { type: 'string', default: '200' },
    rounds: { type: 'string', default: '5' },
    clients: { type: 'string', default: '32' },
    'in-a-round': { type: 'string', default: '400' },
    only: { type: 'string', default: '' },
  },
})
const [seconds, applicants, rounds] = [Number(values.seconds), Number(values.applicants), Number(values.rounds)]
const [atOnce, clients, inARound] = [Number(values['at-once']), Number(values.clients), Number(values['in-a-round'])]
const P95_IN_MS = 1_000
const LEAST_RATIO = 0.1
/** How long before the closing the crowd sends, all at the same instant. */
const CROWD_BEFORE_IN_MS = 900

type Applicant = { readonly supplier: Supplier; readonly session: string; readonly browser: string }
type Answer = { readonly status: number; readonly location: string; readonly body: string; readonly ms: number }

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })

async function theRush(installation: Installation, server: string): Promise<boolean> {
  const { app, scene } = installation
  const far = new Date(app.clock().getTime() + 86_400_000)
  const arranged = await arrangeOpen(scene, { closesAt: far, slug: `rush-${randomBytes(4).toString('hex')}` })
  const people = await writing(installation, server, arranged, applicants)

  const closesAt = await moveClosing(installation, arranged)

  const when = (place: number): number =>
    place < atOnce
      ? closesAt.getTime() - CROWD_BEFORE_IN_MS
      : closesAt.getTime() - 1_000 - Math.random() * (seconds - 1) * 1_000
  const sent = await Promise.all(
    people.map(async (person, place) => {
      await sleep(Math.max(0, when(place) - app.clock().getTime()))
      return { person, answer: await ask(server, 'POST', formAddress(arranged), person, bodyOf(person)) }
    }),
  )
  const closing = await closed(installation, arranged.id)
  const acknowledged = sent.filter(({ answer }) => answer.status === 303)
  const refused = sent.filter(({ answer }) => answer.status === 409)
  const receipts = await Promise.all(
    acknowledged.map(async ({ person, answer }) =>
      receiptOf((await ask(server, 'GET', `${answer.location}.txt`, person)).body),
    ),
  )
  const roster = new Set(closing.text.split('\n').slice(3, -1))
  const lost = receipts.filter(({ line }) => !roster.has(line)).length
  const late = receipts.filter(({ receivedAt }) => receivedAt >= closesAt.getTime()).length
  const unheard = roster.size - receipts.length
  const other = sent.length - acknowledged.length - refused.length
  const crowd = sent.filter((_, place) => place < atOnce).map(({ answer }) => answer.ms)
  const all = sent.map(({ answer }) => answer.ms)

  print(
    `${applicants} applicants in the last ${seconds} seconds, ${atOnce} of them at the same instant in the last one`,
  )
  print(`  acknowledged ${acknowledged.length}, refused as late ${refused.length}, otherwise ${other}`)
  print(`  acknowledged and not on the roster ${lost}, late ${late}, on the roster and never acknowledged ${unheard}`)
  print('                       p50      p95      p99      most')
  print(`  all of them     ${row(all)} ms`)
  print(`  those at once   ${row(crowd)} ms`)
  print(`  closed ${Math.round(closing.ms)} ms after its instant, the roster and all\n`)
  const kept = quantile(all, 0.95) < P95_IN_MS
  print(`p95 under 1 s: ${said(kept)}. None lost, none late: ${said(lost + late + unheard + other === 0)}.\n`)
  return kept && lost + late + unheard + other === 0
}

async function theRatio(installation: Installation, server: Server, bare: Server): Promise<boolean> {
  const { app, scene } = installation
  const closesAt = new Date(app.clock().getTime() + 86_400_000)
  const arranged = await arrangeOpen(scene, { closesAt, slug: `rate-${randomBytes(4).toString('hex')}` })
  const pairs: { whole: Rate; bare: Rate }[] = []
  print(`Submissions a second, ${clients} clients`)
  for (let round = -1; round < rounds; round += 1) {
    const people = await writing(installation, server.url, arranged, inARound)
    const send = (person: Applicant) => ask(server.url, 'POST', formAddress(arranged), person, bodyOf(person))
    const insert = (person: Applicant) => ask(bare.url, 'POST', '/insert', person, bodyOf(person))
    const whole = await timed(installation, server, () => rate(people, send))
    const many = Array.from({ length: 5 }, () => people).flat()
    const plain = await timed(installation, bare, () => rate(many, insert), many.length / people.length)
    if (round < 0) continue // the first warms both up
    pairs.push({ whole, bare: plain })
    print(`  whole ${shown(whole)}   bare ${shown(plain)}   ${ratio(whole.perSecond / plain.perSecond)}`)
  }
  const median = quantile(
    pairs.map((pair) => pair.whole.perSecond / pair.bare.perSecond),
    0.5,
  )
  const byTime = quantile(
    pairs.map(({ whole, bare }) => (bare.server + bare.database) / (whole.server + whole.database)),
    0.5,
  )
  print(`\nThe median of ${rounds} rounds: ${ratio(median)}, at least ${LEAST_RATIO}: ${said(median >= LEAST_RATIO)}.`)
  print(`By processor time of server and database, which other programs disturb less: ${ratio(byTime)}.`)
  return median >= LEAST_RATIO
}

type Rate = { readonly perSecond: number; readonly server: number; readonly database: number }

/** A rate, with the processor time that the server and the database took for each. */
async function timed(
  installation: Installation,
  { child }: Server,
  work: () => Promise<number>,
  share = 1,
): Promise<Rate> {
  const processes = async () => ({
    server: await processorMs(child.pid ?? 0),
    database: await processorMs(await installation.postmaster(), 'and its children'),
  })
  const before = await processes()
  const perSecond = await work()
  const after = await processes()
  const each = (name: 'server' | 'database') => (after[name] - before[name]) / (inARound * share)
  return { perSecond, server: each('server'), database: each('database') }
}

/** From Linux, in ticks of ten milliseconds. */
async function processorMs(pid: number, whose: 'its own' | 'and its children' = 'its own'): Promise<number> {
  const all = whose === 'its own' ? [String(pid)] : await readdir('/proc')
  let ticks = 0
  for (const each of all.filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${each}/stat`, 'utf8').catch(() => '')
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    const [parent, user, system] = [Number(fields[1]), Number(fields[11]), Number(fields[12])]
    if (Number(each) === pid || parent === pid) ticks += user + system
  }
  return ticks * 10
}

const shown = ({ perSecond, server, database }: Rate): string =>
  `${perSecond.toFixed(0).padStart(6)} (${server.toFixed(2)} + ${database.toFixed(2)} ms)`

/** How many a second, each client sending its next when the last is answered. */
async function rate(people: readonly Applicant[], send: (person: Applicant) => Promise<Answer>): Promise<number> {
  const waiting = [...people]
  const started = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const { status, body } = await send(next)
        if (status !== 303) throw new Error(`an answer of ${status}: ${body.slice(0, 400)}`)
      }
    }),
  )
  return (people.length / (performance.now() - started)) * 1_000
}

/** The worker's part: asks until the database's clock agrees. */
async function closed({ app }: Installation, opportunityId: string): Promise<{ text: string; ms: number }> {
  for (;;) {
    const closing = await closeOpportunity(app, system, { opportunityId })
    if (!closing.ok && closing.because !== 'too_early') throw new Error(`the closing was refused: ${closing.because}`)
    if (!closing.ok) await sleep(2)
    else {
      const { closesAt } = await app.read('everything', (tx) =>
        tx.selectFrom('opportunities').select('closesAt').where('id', '=', opportunityId).executeTakeFirstOrThrow(),
      )
      return { text: closing.value.text, ms: app.clock().getTime() - (closesAt?.getTime() ?? 0) }
    }
  }
}

async function signedIn({ app }: Installation, count: number): Promise<Applicant[]> {
  const suppliers = await arrangeSuppliers(app, count)
  return app.transaction('everything', async (tx) => {
    const people: Applicant[] = []
    for (const supplier of suppliers)
      people.push({
        ...{ supplier, browser: randomBytes(16).toString('hex') },
        session: await startSession(tx, app, { personId: supplier.id, departmentId: null }),
      })
    return people
  })
}

/** Applicants whose draft the form has saved, as it does while somebody types. */
async function writing(
  installation: Installation,
  server: string,
  arranged: Arranged,
  count: number,
): Promise<Applicant[]> {
  const people = await signedIn(installation, count)
  await rate(people, (person) => ask(server, 'POST', formAddress(arranged), person, bodyOf(person, 'save')))
  return people
}

async function moveClosing({ app }: Installation, { id }: Arranged): Promise<Date> {
  const closesAt = new Date(app.clock().getTime() + (seconds + 1) * 1_000)
  await app.transaction('everything', (tx) =>
    tx.updateTable('opportunities').set({ closesAt }).where('id', '=', id).execute(),
  )
  return closesAt
}

const formAddress = ({ slug }: Arranged): string => `/en/opportunities/${slug}/application`

/** Two answers of 200 words, as most people write them. */
function bodyOf({ supplier }: Applicant, wish: 'save' | 'send' = 'send'): string {
  const answers = [1, 2].map((position) => ({ position, answer: `${passage} Case ${supplier.id.slice(-6)}.` }))
  const body = new URLSearchParams({ do: wish })
  for (const [name, value] of Object.entries(formOf(contentFrom(supplier, { answers }))))
    body.append(name, String(value))
  return body.toString()
}

const passage = Array.from(
  { length: 13 },
  () => 'We found what stopped the keys, wrote a test for it, and then removed it in steps.',
).join(' ')

function ask(
  server: string,
  method: string,
  path: string,
  { session, browser }: Applicant,
  body = '',
): Promise<Answer> {
  const started = performance.now()
  return new Promise((answered, failed) => {
    const asked = request(
      `${server}${path}`,
      {
        ...{ method, agent },
        headers: {
          cookie: `opportune=${session}; opportune-browser=${browser}`,
          'sec-fetch-site': 'same-origin',
          ...(method === 'POST'
            ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }
            : {}),
        },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          answered({
            ...{ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' },
            ...{ body: Buffer.concat(parts).toString(), ms: performance.now() - started },
          }),
        )
      },
    )
    asked.on('error', failed)
    asked.end(body)
  })
}

/** The line of the roster that a receipt promises, and its instant. */
function receiptOf(receipt: string): { line: string; receivedAt: number } {
  const said = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(receipt)?.[1] ?? ''
  return { line: `${said('token')} ${said('sealed sha256')}`, receivedAt: Date.parse(said('received')) }
}

/** Bundled, as the real program is. */
type Server = { readonly child: ChildProcess; readonly url: string }

async function start(source: string, { dataDir, appUrl }: Installation): Promise<Server> {
  const folder = join(rootFolder, '.cache', 'bench')
  await mkdir(folder, { recursive: true })
  const outfile = join(folder, `${source.replaceAll('/', '-')}.${process.pid}.js`)
  await build({
    entryPoints: [join(rootFolder, source)],
    ...{ outfile, bundle: true, packages: 'external', platform: 'node', target: 'node22', format: 'esm' },
    logLevel: 'warning',
  })
  const child = spawn(process.execPath, [outfile], {
    env: { PATH: process.env.PATH, ...environment(dataDir, appUrl) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.once('exit', () => void rm(outfile, { force: true }))
  return new Promise((ready, failed) => {
    child.stdout?.on('data', (words: Buffer) => {
      const address = /listening at (\S+)/.exec(String(words))?.[1]
      if (address) ready({ child, url: address })
    })
    child.once('exit', (code) => failed(new Error(`${source} ended with ${code}`)))
  })
}

async function makeBareTable({ ownerUrl }: Installation): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('create table bare (id uuid primary key, bytes bytea not null)')
  await owner.query('grant insert on bare to opportune_worker')
  await owner.end()
}

const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const row = (times: readonly number[]) =>
  [0.5, 0.95, 0.99, 1].map((share) => quantile(times, share).toFixed(0).padStart(8)).join(' ')
const ratio = (value: number) => value.toFixed(3)
const said = (kept: boolean) => (kept ? 'yes' : 'NO')
const print = (line: string) => void process.stdout.write(`${line}\n`)

const installation = await openInstallation({ durable: true })
const children: ChildProcess[] = []
try {
  await makeBareTable(installation)
  const server = await start('test/crash.server.ts', installation)
  const bare = await start('bench/rush.bare.ts', installation)
  children.push(server.child, bare.child)
  print(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}\n`)
  const kept: boolean[] = []
  if (values.only !== 'ratio') kept.push(await theRush(installation, server.url))
  if (values.only !== 'rush') kept.push(await theRatio(installation, server, bare))
  process.exitCode = kept.every(Boolean) ? 0 : 1
} finally {
  agent.destroy()
  for (const child of children) child.kill('SIGKILL')
  await installation.stop()
}
