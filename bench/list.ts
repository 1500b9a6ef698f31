/**
 * How many times a second the list of open opportunities is sent, beside nginx sending the same bytes as a file, and
 * beside the program without its kept pages.
 *
 *   bin/bench list [--open 200] [--rounds 5] [--seconds 4] [--connections 64]
 *
 * Servers run on one core, wrk on another, one server after the other in each round, so that a ratio is of the same
 * moment; the median of the rounds counts. All three log to files: a line for each request, kept pages counted once a
 * second. Needs wrk and nginx.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdir, open, readFile, writeFile } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { connect, createServer } from 'node:net'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs, promisify } from 'node:util'
import { openDatabase } from '../src/platform/db.ts'
import { rootFolder } from '../src/platform/root.ts'
import { plantPostings, somePostings } from '../test/arrange.postings.ts'
import { environment, openServer } from '../test/installation.ts'

const { values } = parseArgs({
  options: {
    open: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '64' },
  },
})
const [postings, rounds, seconds] = [Number(values.open), Number(values.rounds), Number(values.seconds)]
const LEAST_RATIO = 0.6
const MOST_BYTES = 40_000
const MOST_REQUESTS = 5
const PAGE = '/en/opportunities'
const TICKS_A_SECOND = 100
const run = promisify(execFile)
const print = (line: string) => void process.stdout.write(`${line}\n`)

type Rival = { readonly name: string; readonly url: string; readonly pid: number }
type Started = Pick<Rival, 'url' | 'pid'>
type Encoding = 'br' | 'identity'
const encodings: Readonly<Record<Encoding, string>> = { br: 'compressed, as browsers ask for it', identity: 'plain' }

async function measure(dataDir: string, appUrl: string): Promise<boolean> {
  const children: ChildProcess[] = []
  try {
    const kept = await startProgram(children, dataDir, appUrl, 64)
    const program = await startProgram(children, dataDir, appUrl, 0)
    const light = await printFirstVisit(kept.url)
    let fast = true
    for (const [encoding, said] of Object.entries(encodings) as [Encoding, string][]) {
      const body = await fetched(`${kept.url}${PAGE}`, encoding)
      const file = await startNginx(children, join(dataDir, `nginx-${encoding}`), body.bytes)
      print(`\nThe page with ${postings} open, ${said}: ${body.bytes.length} bytes`)
      const rivals = [
        { name: 'nginx, as a file', ...file },
        { name: 'kept pages', ...kept, url: `${kept.url}${PAGE}` },
        { name: 'without', ...program, url: `${program.url}${PAGE}` },
      ]
      fast = (await printRounds(rivals, encoding)) && fast
    }
    print(
      `\nAt least ${LEAST_RATIO.toFixed(2)} of nginx: ${fast ? 'yes' : 'NO'}. At most ${MOST_BYTES} bytes in ${MOST_REQUESTS} requests: ${light ? 'yes' : 'NO'}.`,
    )
    return fast && light
  } finally {
    await Promise.all(children.map(stopped))
  }
}

/** nginx ends its worker when it is asked to end; killed, it would leave it behind. */
async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await gone
  clearTimeout(late)
}

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  const held = createServer()
  return new Promise((done) => {
    held.listen(0, '127.0.0.1', () => {
      const address = held.address()
      held.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** What a browser that was never here asks for, and how many bytes of bodies it is sent. */
async function printFirstVisit(base: string): Promise<boolean> {
  const page = await fetched(`${base}${PAGE}`, 'identity')
  const files = [...page.bytes.toString().matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
  const addresses = [PAGE, ...new Set(files)]
  print('A first visit, compressed            bytes')
  let bytes = 0
  for (const address of addresses) {
    const { bytes: body } = await fetched(`${base}${address}`, 'br')
    bytes += body.length
    print(`  ${address.padEnd(33)} ${String(body.length).padStart(7)}`)
  }
  print(`  ${`${addresses.length} requests`.padEnd(33)} ${String(bytes).padStart(7)}`)
  return bytes <= MOST_BYTES && addresses.length <= MOST_REQUESTS
}

/** True when the kept page is fast enough beside the file. */
async function printRounds(rivals: readonly Rival[], encoding: Encoding): Promise<boolean> {
  const measured = rivals.map((rival) => ({ rival, speeds: [] as Speed[] }))
  for (const { url } of rivals) await speedOf({ url, name: '', pid: 0 }, encoding, 1)
  for (let round = 0; round < rounds; round += 1)
    for (const { rival, speeds } of measured) speeds.push(await speedOf(rival, encoding, seconds))
  print(`  ${''.padEnd(33)}  a second  a second of the server’s own time`)
  for (const { rival, speeds } of measured) {
    const [wall, own] = [median(speeds.map((each) => each.wall)), median(speeds.map((each) => each.own))]
    print(
      `  ${rival.name.padEnd(33)} ${Math.round(wall).toString().padStart(9)} ${Math.round(own).toString().padStart(9)}`,
    )
  }
  const [file = [], kept = [], without = []] = measured.map(({ speeds }) => speeds)
  const ratio = (by: keyof Speed, beside: readonly Speed[]) =>
    median(kept.map((speed, round) => speed[by] / (beside[round]?.[by] ?? Number.NaN)))
  print(
    `  ${'kept pages / nginx'.padEnd(33)} ${ratio('wall', file).toFixed(2).padStart(9)} ${ratio('own', file).toFixed(2).padStart(9)}`,
  )
  print(
    `  ${'kept pages / without'.padEnd(33)} ${ratio('wall', without).toFixed(0).padStart(9)} ${ratio('own', without).toFixed(0).padStart(9)}`,
  )
  return ratio('wall', file) >= LEAST_RATIO
}

/** Requests in a second of the clock, and in a second that the server had of its core, whoever else was there. */
type Speed = { readonly wall: number; readonly own: number }

async function speedOf({ url, pid }: Rival, encoding: Encoding, during: number): Promise<Speed> {
  const before = await secondsOf(pid)
  const { total, wall } = await load(url, encoding, during)
  return { wall, own: total / ((await secondsOf(pid)) - before) }
}

/** What a process and its children have used of the processor so far. */
async function secondsOf(pid: number): Promise<number> {
  if (pid === 0) return 0
  const [stat, children] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/task/${pid}/children`, 'utf8'),
  ])
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const own = (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
  const theirs = await Promise.all(
    children
      .trim()
      .split(' ')
      .filter(Boolean)
      .map((child) => secondsOf(Number(child))),
  )
  return theirs.reduce((sum, each) => sum + each, own)
}

/** One process on the first core, its log of requests in a file. */
async function startProgram(
  children: ChildProcess[],
  dataDir: string,
  url: string,
  pageCacheMb: number,
): Promise<Started> {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const log = await open(join(dataDir, `program-${port}.log`), 'w')
  const given = { ...environment(dataDir, url), LOG_LEVEL: 'info', RUN: 'web', BASE_URL: base, PORT: `${port}` }
  const words = onCore(0, [process.execPath, join(rootFolder, 'bin', 'lib', 'run.mjs'), 'bench/list.server.ts'])
  const child = spawn(words[0] ?? '', words.slice(1), {
    ...{ cwd: rootFolder, env: { PATH: process.env.PATH, ...given, PAGE_CACHE_MB: `${pageCacheMb}` } },
    stdio: ['ignore', log.fd, 'inherit'],
  })
  children.push(child)
  await log.close()
  await listening(port)
  return { url: base, pid: child.pid ?? 0 }
}

/** As Debian sets it up: sendfile, a log of requests; one worker, on the core of the program. */
async function startNginx(children: ChildProcess[], folder: string, body: Buffer): Promise<Started> {
  const port = await freePort()
  await mkdir(folder, { recursive: true, mode: 0o755 })
  await writeFile(join(folder, 'page.html'), body)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  await writeFile(
    join(folder, 'nginx.conf'),
    `worker_processes 1; daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
     ${process.getuid?.() === 0 ? 'user root;' : ''}
     events { worker_connections 1024; }
     http {
       sendfile on; tcp_nopush on; keepalive_timeout 65; keepalive_requests 1000000000;
       types { text/html html; }
       access_log ${folder}/access.log;
       ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
       server { listen 127.0.0.1:${port}; root ${folder}; }
     }`,
  )
  const words = onCore(0, ['nginx', '-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')])
  const child = spawn(words[0] ?? '', words.slice(1), { stdio: ['ignore', 'ignore', 'inherit'] })
  children.push(child)
  await listening(port)
  return { url: `http://127.0.0.1:${port}/page.html`, pid: child.pid ?? 0 }
}

/** One client on the other core. @throws when an answer was not 200, or did not come. */
async function load(url: string, encoding: Encoding, during: number): Promise<{ total: number; wall: number }> {
  const words = ['wrk', '-t1', `-c${values.connections}`, `-d${during}s`, '-H', `Accept-Encoding: ${encoding}`, url]
  const [program = '', ...rest] = onCore(1, words)
  const { stdout } = await run(program, rest)
  if (/Non-2xx|Socket errors: connect [1-9]/.test(stdout))
    throw new Error(`${url} did not answer as it should:\n${stdout}`)
  const total = Number(/(\d+) requests in/.exec(stdout)?.[1])
  return { total, wall: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]) }
}

const onCore = (core: number, words: readonly string[]): string[] =>
  cpus().length > 1 ? ['taskset', '-c', String(core), ...words] : [...words]

/** The bytes as they are on the wire. */
const fetched = (url: string, encoding: Encoding) =>
  new Promise<{ bytes: Buffer }>((done, fail) => {
    get(url, { headers: { 'accept-encoding': encoding }, agent: false }, (answer: IncomingMessage) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        if (answer.statusCode === 200) done({ bytes: Buffer.concat(parts) })
        else fail(new Error(`${url} answered ${answer.statusCode}`))
      })
    }).on('error', fail)
  })

async function listening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const open = await new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1', () => done(true)).on('error', () => done(false))
      socket.on('connect', () => socket.destroy())
    })
    if (open) return
    await sleep(100)
  }
  throw new Error(`nothing listens on port ${port}`)
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN

const missing = await Promise.all(
  [
    ['wrk', '-v'],
    ['nginx', '-v'],
    ['taskset', '--version'],
  ].map(([program = '', word = '']) =>
    run(program, [word]).then(
      () => [],
      (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [program] : []),
    ),
  ),
)
if (missing.flat().length > 0) {
  print(`Missing: ${missing.flat().join(', ')}. On Debian: apt-get install wrk nginx-light util-linux`)
  process.exit(2)
}
const server = await openServer({ durable: false })
try {
  const database = openDatabase({ url: server.appUrl, role: 'opportune_worker', poolSize: 2 })
  await plantPostings(database, somePostings({ open: postings, over: 100, now: new Date() }))
  await database.close()
  process.exitCode = (await measure(server.dataDir, server.appUrl)) ? 0 : 1
} finally {
  await server.stop()
}
