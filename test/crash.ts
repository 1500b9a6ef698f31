import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { system } from '../src/accounts/rules.ts'
import { startSession } from '../src/accounts/sessions.ts'
import { formOf } from '../src/applications/forms.ts'
import { closeOpportunity } from '../src/draws/closing.ts'
import type { App } from '../src/platform/app.ts'
import { rootFolder } from '../src/platform/root.ts'
import { type Arranged, arrangeOpen, arrangeSuppliers, contentFrom } from './arrange.applications.ts'
import { environment, openInstallation } from './installation.ts'

export type Victim = 'server' | 'postgres'
export type CrashRound = {
  victim: Victim
  /** Answered with a receipt; of these, how many only after a first answer had been lost. */
  acknowledged: number
  retried: number
  /** Acknowledged and not there, or not as it was acknowledged. */
  lost: number
  /** More than one current seal, or more than one event of the same sending. */
  doubled: number
  /** From the kill to the first acknowledgement after it. */
  backMs: number
}

export type Crashing = {
  round(victim: Victim): Promise<CrashRound>
  /** Compares every acknowledgement so far with the database. */
  check(): Promise<{ lost: number; doubled: number }>
  /** Takes the sealed file of one acknowledged application away: the bug that the check must find. */
  spoil(): Promise<void>
  /** Closes, and compares the roster with every acknowledgement there ever was. */
  finish(): Promise<{ acknowledged: number; onRoster: number; missing: number }>
  stop(): Promise<void>
}

const CLIENTS = 8
const APPLICANTS = 100

/** A durable database of its own and the program's own server, both to be killed with SIGKILL while people apply. */
export async function prepareCrashes(): Promise<Crashing> {
  const { app, scene, dataDir, appUrl, postmaster, stop } = await openInstallation({ durable: true })
  const program = await bundle()
  const arranged = await arrangeOpen(scene, { closesAt: new Date(app.clock().getTime() + 86_400_000) })
  const all = new Map<string, string>()
  let server = await startServer(program, dataDir, appUrl)

  const kill: Record<Victim, () => Promise<void>> = {
    async server() {
      server.child.kill('SIGKILL')
      server = await startServer(program, dataDir, appUrl)
    },
    async postgres() {
      process.kill(await postmaster(), 'SIGKILL')
    },
  }

  return {
    async round(victim) {
      const applicants = await signedIn(app)
      let killedAt = Number.POSITIVE_INFINITY
      let backAt = Number.POSITIVE_INFINITY
      let retried = 0
      const acknowledged = new Map<string, string>()
      const apply = async (applicant: Applicant) => {
        const since = performance.now()
        for (let tries = 0; ; tries += 1) {
          const startedAt = performance.now()
          const receipt = await send(server.url, arranged, applicant)
          if (receipt) {
            if (startedAt > killedAt) backAt = Math.min(backAt, performance.now())
            if (tries > 0) retried += 1
            acknowledged.set(applicant.supplier.id, receipt)
            return
          }
          if (performance.now() - since > 40_000) throw new Error('nothing answers any more')
          await sleep(20)
        }
      }
      const waiting = [...applicants]
      const clients = Array.from({ length: CLIENTS }, async () => {
        for (let next = waiting.pop(); next; next = waiting.pop()) await apply(next)
      })
      await sleep(60 + Math.random() * 250)
      killedAt = performance.now()
      await kill[victim]()
      await Promise.all(clients)

      for (const [supplier, receipt] of acknowledged) all.set(supplier, receipt)
      return {
        ...{ victim, retried, acknowledged: acknowledged.size },
        ...(await compare(app, arranged, acknowledged)),
        backMs: Math.round(backAt - killedAt),
      }
    },
    check: () => compare(app, arranged, all),
    async spoil() {
      const [application = ''] = all.values()
      await app.transaction('everything', (tx) =>
        tx.deleteFrom('applicationSeals').where('applicationId', '=', application).execute(),
      )
    },
    async finish() {
      await app.transaction('everything', async (tx) =>
        tx
          .updateTable('opportunities')
          .set({ closesAt: await tx.now() })
          .where('id', '=', arranged.id)
          .execute(),
      )
      const closed = await closeOpportunity(app, system, { opportunityId: arranged.id })
      if (!closed.ok) throw new Error(closed.because)
      const tokens = new Set(await tokensOf(app, [...all.keys()]))
      const listed = closed.value.text.split('\n').slice(3, -1)
      const onRoster = listed.filter((line) => tokens.has(line.slice(0, 10))).length
      return { acknowledged: all.size, onRoster, missing: all.size - onRoster }
    },
    async stop() {
      server.child.kill('SIGKILL')
      await stop()
    },
  }
}

type Applicant = { supplier: { id: string; name: string; email: string }; session: string }

/** One sending, as a browser does it; the id of the receipt, or nothing when there was no answer or no receipt in it. */
async function send(url: string, { slug }: Arranged, { supplier, session }: Applicant): Promise<string | undefined> {
  const body = new URLSearchParams({ do: 'send' })
  for (const [name, value] of Object.entries(formOf(contentFrom(supplier)))) body.append(name, String(value))
  try {
    const answer = await fetch(`${url}/en/opportunities/${slug}/application`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: `opportune=${session}`, 'sec-fetch-site': 'same-origin' },
      body,
    })
    await answer.arrayBuffer()
    if (![303, 503, 500].includes(answer.status)) throw new Wrong(`an answer of ${answer.status}`)
    return /\/applications\/([^/]+)\/receipt$/.exec(answer.headers.get('location') ?? '')?.[1]
  } catch (error) {
    if (error instanceof Wrong) throw error
    return undefined // killed before it could answer: nothing was acknowledged
  }
}

class Wrong extends Error {}

/** Believes nobody: each acknowledged application is there once, with one seal and one event. */
async function compare(app: App, { id: opportunityId }: Arranged, acknowledged: ReadonlyMap<string, string>) {
  const rows = await patiently(() =>
    app.read('everything', (tx) =>
      tx
        .selectFrom('applications as a')
        .leftJoin('applicationSeals as s', 's.applicationId', 'a.id')
        .leftJoin('historyEvents as h', (on) =>
          on.onRef('h.subjectId', '=', 'a.id').on('h.kind', '=', 'application.submitted'),
        )
        .select(['a.id', 'a.supplierId', 'a.state', 's.id as seal', 's.current', 'h.id as event'])
        .where('a.opportunityId', '=', opportunityId)
        .where('a.supplierId', 'in', [...acknowledged.keys()])
        .execute(),
    ),
  )
  const of = new Map<string, typeof rows>()
  for (const row of rows) of.set(row.supplierId, [...(of.get(row.supplierId) ?? []), row])
  let lost = 0
  let doubled = 0
  for (const [supplier, receipt] of acknowledged) {
    const found = of.get(supplier) ?? []
    const [first] = found
    if (first?.id !== receipt || first.state !== 'submitted' || !first.seal || !first.current || !first.event) lost += 1
    if (found.length > 1) doubled += 1
  }
  return { lost, doubled }
}

const tokensOf = async (app: App, suppliers: readonly string[]): Promise<string[]> =>
  (
    await app.read('everything', (tx) =>
      tx.selectFrom('applications').select('token').where('supplierId', 'in', suppliers).execute(),
    )
  ).map(({ token }) => token)

/** While PostgreSQL recovers, a question is asked again. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask()
    } catch (error) {
      if (tries > 200) throw error
      await sleep(50)
    }
  }
}

async function signedIn(app: App): Promise<Applicant[]> {
  const suppliers = await patiently(() => arrangeSuppliers(app, APPLICANTS))
  return patiently(() =>
    app.transaction('everything', async (tx) => {
      const applicants: Applicant[] = []
      for (const supplier of suppliers)
        applicants.push({
          supplier,
          session: await startSession(tx, app, { personId: supplier.id, departmentId: null }),
        })
      return applicants
    }),
  )
}

/** Bundled once, so that a killed server is back as fast as the real program. */
async function bundle(): Promise<string> {
  const folder = join(rootFolder, '.cache', 'crash')
  await mkdir(folder, { recursive: true })
  const outfile = join(folder, `server.${process.pid}.js`)
  await build({
    entryPoints: [join(rootFolder, 'test', 'crash.server.ts')],
    ...{ outfile, bundle: true, packages: 'external', platform: 'node', target: 'node22', format: 'esm' },
    logLevel: 'warning',
  })
  return outfile
}

function startServer(program: string, dataDir: string, url: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, ...environment(dataDir, url) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((ready, failed) => {
    child.stdout?.on('data', (words: Buffer) => {
      const address = /listening at (\S+)/.exec(String(words))?.[1]
      if (address) ready({ child, url: address })
    })
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
  })
}
