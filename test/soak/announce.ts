import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { prepareOpportunityKeys } from '../../src/applications/keys.ts'
import { rootFolder } from '../../src/platform/root.ts'
import { publish } from '../../src/publication/commands.ts'
import { arrangeReady, done, tick } from '../arrange.opportunities.ts'
import { environment, openServer } from '../installation.ts'
import { openWorld } from '../world.ts'

/**
 * One posting told to many: `bin/soak announce [subscribers]`, 100,000 by default. Posts with ten subscribers and with
 * all of them, then lets a worker of the program write and send the letters to a mail server of ours, and kills it three
 * times in the middle. Ends with 1 when somebody gets no letter, when there are more doubles than kills, when posting
 * takes longer for more subscribers, or when a worker holds
 * more memory in the second half of its life than in the first.
 */
const subscribers = Number(process.argv[2] ?? 100_000)
const FEW = 10
const POSTINGS = 12
const KILLS = 3
/** Posting to many may take this much longer than to few: what is left is the noise of the machine. */
const MOST_RATIO = 1.25
const MOST_GROWTH_IN_MB = 60

const installation = await openServer({ durable: true })
const world = await openWorld(undefined, {
  database: { ownerUrl: installation.ownerUrl, appUrl: installation.appUrl, drop: async () => {} },
})
const received = new Map<string, number>()
const mail = await listen()
const program = await bundle()
let worker: ChildProcess | undefined
try {
  await plant(FEW)
  await post() // the first is slow for reasons of its own
  const few = await posted()
  await plant(subscribers)
  const many = await posted()
  const ratio = many.medianMs / few.medianMs
  say(
    `posting with ${FEW} subscribers ${few.medianMs.toFixed(1)} ms, with ${count(subscribers)} ${many.medianMs.toFixed(1)} ms, ratio ${ratio.toFixed(2)}`,
  )

  await leaveOpen(many.last)
  worker = startWorker()
  const startedAt = performance.now()
  /** What each worker held, four times a second, from its start to its end. */
  const lives: number[][] = [[]]
  let kills = 0
  for (let shown = startedAt; received.size < subscribers; ) {
    await sleep(250)
    const resident = await residentMb(worker)
    lives.at(-1)?.push(resident)
    if (kills < KILLS && received.size >= (subscribers * (kills + 1)) / (KILLS + 1)) {
      worker.kill('SIGKILL')
      kills += 1
      worker = startWorker()
      lives.push([])
    }
    if (performance.now() - shown < 15_000) continue
    shown = performance.now()
    const rate = received.size / ((shown - startedAt) / 1_000)
    say(
      `${count(received.size)} of ${count(subscribers)}, ${rate.toFixed(0)} a second, worker ${resident.toFixed(0)} MB`,
    )
    if (rate < 1) throw new Error('no letters leave')
  }
  const seconds = (performance.now() - startedAt) / 1_000
  await sleep(3_000) // a double would come now
  const doubled = [...received.values()].reduce((sum, times) => sum + times - 1, 0)
  say(
    `all ${count(received.size)} in ${seconds.toFixed(0)} s with ${kills} kills: ${(received.size / seconds).toFixed(0)} letters a second`,
  )
  const halves = lives.map((life) => [
    Math.max(...life.slice(0, life.length / 2)),
    Math.max(...life.slice(life.length / 2)),
  ])
  const growth = Math.max(...halves.map(([early = 0, late = 0]) => late - early))
  say(`doubled ${doubled}`)
  for (const [early = 0, late = 0] of halves)
    say(`a worker: ${early.toFixed(0)} MB at most in the first half of its life, ${late.toFixed(0)} MB in the second`)
  const good = doubled <= kills && ratio <= MOST_RATIO && growth < MOST_GROWTH_IN_MB
  say(good ? 'kept' : 'NOT KEPT')
  process.exitCode = good ? 0 : 1
} finally {
  worker?.kill('SIGKILL')
  await mail.close()
  await world.close()
  await installation.stop()
}

async function posted(): Promise<{ medianMs: number; last: string }> {
  const times: number[] = []
  let last = ''
  for (let place = 0; place < POSTINGS; place += 1) {
    const one = await post()
    times.push(one.ms)
    last = one.id
  }
  return { medianMs: times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0, last }
}

async function post(): Promise<{ id: string; ms: number }> {
  const { id } = await arrangeReady(world)
  await prepareOpportunityKeys(world.worker)
  tick(world)
  const since = performance.now()
  done(await publish(world.app, world.staff.program, { id }))
  return { id, ms: performance.now() - since }
}

/** The worker lives today: one posting is open for another day, and the others are not to be told of. */
async function leaveOpen(id: string): Promise<void> {
  const closesAt = new Date(Date.now() + 86_400_000)
  await world.worker.transaction('everything', async (tx) => {
    await sql`update publication.opportunities set status = 'closed' where opportunity_id <> ${id}`.execute(tx)
    await sql`update publication.opportunities set closes_at = ${closesAt} where opportunity_id = ${id}`.execute(tx)
    await sql`update opportunities set closes_at = ${closesAt} where state = 'open'`.execute(tx)
    await sql`update outbox_messages set sent_at = clock_timestamp() where sent_at is null`.execute(tx)
  })
}

function plant(until: number): Promise<unknown> {
  return world.worker.transaction('everything', (tx) =>
    sql`
      insert into subscribers (id, email, language, state, asked_at, confirmed_at)
      select gen_random_uuid(), 's' || n || '@example.ca', case n % 4 when 0 then 'fr' else 'en' end, 'confirmed', now(), now()
      from generate_series(1, ${until}::int) n
      on conflict do nothing`.execute(tx),
  )
}

async function listen(): Promise<{ port: number; close: () => Promise<void> }> {
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 200 },
    onData(stream, { envelope }, taken) {
      stream.resume()
      stream.on('end', () => {
        for (const { address } of envelope.rcptTo)
          if (isSubscriber(address)) received.set(address, (received.get(address) ?? 0) + 1)
        taken()
      })
    },
  })
  server.on('error', () => undefined) // a killed worker breaks its connection
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  return { port, close: () => new Promise((closed) => server.close(() => closed())) }
}

function startWorker(): ChildProcess {
  return spawn(process.execPath, [program], {
    env: {
      ...{ PATH: process.env.PATH, ...environment(installation.dataDir, installation.appUrl) },
      ...{ RUN: 'worker', SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_PER_SECOND: '9999' },
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function residentMb({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024
}

async function bundle(): Promise<string> {
  const folder = join(rootFolder, '.cache', 'announce')
  await mkdir(folder, { recursive: true })
  const outfile = join(folder, `worker.${process.pid}.js`)
  await build({
    entryPoints: [join(rootFolder, 'src', 'main.ts')],
    ...{ outfile, bundle: true, packages: 'external', platform: 'node', target: 'node22', format: 'esm' },
    logLevel: 'warning',
  })
  return outfile
}

/** The program writes to its staff too. */
function isSubscriber(address: string): boolean {
  return /^s\d+@example\.ca$/.test(address)
}

function count(number: number): string {
  return number.toLocaleString('en-CA')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
