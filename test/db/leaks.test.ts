import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { Client } from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../../src/accounts/rules.ts'
import { startSession } from '../../src/accounts/sessions.ts'
import { choresOfEverySecond } from '../../src/admin/jobs.chores.ts'
import { createServer } from '../../src/app.ts'
import { formOf } from '../../src/applications/forms.ts'
import { openApplications } from '../../src/applications/opening.ts'
import { exportSealed } from '../../src/applications/sealed.command-line.ts'
import { closeOpportunity } from '../../src/draws/closing.ts'
import type { App } from '../../src/platform/app.ts'
import { newSealingKey, type SealingKey } from '../../src/platform/sealing.ts'
import { type Arranged, arrangeOpen, contentFrom, sceneOf } from '../arrange.applications.ts'
import { openWorld, type World } from '../world.ts'

/*
 * Line 5 of the promise: with the database dumped, its files copied, the outbox and every staff account in hand before
 * closing, no answer can be read. Words are planted in an application that was sent, in a draft and in one taken back,
 * and looked for wherever they might rest; then the escrow key alone, with the stock age command, opens what was sent.
 */
const WORDS = { sent: 'quagmire-sent-7f3a', draft: 'quagmire-draft-2b9c', name: 'Xanthippe-Quagmire-Legal' }

let world: World
let escrow: SealingKey
let worker: App
let arranged: Arranged
const logged: string[] = []
beforeAll(async () => {
  world = await openWorld(new Date('2026-11-10T12:00:00Z'))
  escrow = await newSealingKey()
  const kept = new Writable({
    write(line, _, done) {
      logged.push(String(line))
      done()
    },
  })
  const log = pino({ level: 'trace' }, kept)
  worker = { ...world.worker, log, keys: { ...world.worker.keys, escrowRecipient: escrow.recipient } }
  const web: App = { ...world.app, log }
  arranged = await arrangeOpen(sceneOf({ ...world, app: web, worker }), { closesAt: new Date('2026-11-18T04:59:00Z') })
  const server = await createServer(web, { addresses: { tokens: '', ui: '', script: '' }, files: new Map() })
  for (const [name, word, wish] of [
    ['Anna Sent', WORDS.sent, 'send'],
    ['Boris Draft', WORDS.draft, 'save'],
  ] as const) {
    const supplier = await world.supplier(name)
    const session = await web.transaction('everything', (tx) =>
      startSession(tx, web, { personId: supplier.id, departmentId: null }),
    )
    const answers = [1, 2].map((position) => ({ position, answer: `We repaired it: ${word} and then tested it.` }))
    const form = formOf(contentFrom(supplier, { answers, legalName: WORDS.name }))
    const body = new URLSearchParams({
      ...Object.fromEntries(Object.entries(form).map(([k, v]) => [k, String(v)])),
      do: wish,
    })
    const answer = await server.inject({
      ...{ method: 'POST', url: `/en/opportunities/${arranged.slug}/application`, payload: body.toString() },
      headers: {
        ...{ cookie: `opportune=${session}`, 'sec-fetch-site': 'same-origin' },
        'content-type': 'application/x-www-form-urlencoded',
      },
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringContaining('/')])
  }
  await server.inject('/en/opportunities')
  await choresOfEverySecond['outbox.drain']?.(worker)
  await server.close()
})
afterAll(() => world.close())

describe('before closing, a planted word', () => {
  it('is in no row of no table, in the open or in hexadecimal', async () => {
    expect(await tablesWith(Object.values(WORDS))).toEqual([])
    // The search finds what is there: the address that the receipt went to.
    expect(await tablesWith(['anna.sent@example.ca'])).toContain('public.outbox_messages')
    expect(await tablesWith(['age-encryption.org/v1'])).toContain('public.application_seals')
  })

  it('is in no file of the database', async () => {
    const owner = new Client({ connectionString: world.database.ownerUrl })
    await owner.connect()
    await owner.query('checkpoint')
    const { rows } = await owner.query<{ folder: string }>(
      `select current_setting('data_directory') || '/base/' || oid as folder from pg_database where datname = current_database()`,
    )
    await owner.end()
    const folder = rows[0]?.folder ?? ''
    const found: string[] = []
    let control = 0
    for (const name of await readdir(folder)) {
      const bytes = await readFile(join(folder, name)).catch(() => Buffer.alloc(0))
      if (Object.values(WORDS).some((word) => bytes.includes(word))) found.push(name)
      if (bytes.includes('anna.sent@example.ca')) control += 1
    }
    expect(found).toEqual([])
    expect(control).toBeGreaterThan(0)
  })

  it('is in no line of the logs and on no page that any member of staff can ask for', async () => {
    expect(logged.length).toBeGreaterThan(0)
    // Nor does the log of requests say how many apply.
    expect(logged.filter((line) => /"route":"[^"]*\/application/.test(line))).toEqual([])
    expect(logged.filter((line) => Object.values(WORDS).some((word) => line.includes(word)))).toEqual([])
    for (const staff of Object.values(world.staff))
      for (const address of [
        '/en/home',
        `/en/files/${arranged.id}`,
        `/en/files/${arranged.id}/evaluation`,
        '/en/record',
      ]) {
        const { body } = await world.as(staff).get(address)
        expect(Object.values(WORDS).filter((word) => body.includes(word))).toEqual([])
      }
  })

  it('is opened by nobody: the worker refuses, records and tells; the export refuses', async () => {
    expect(await openApplications(worker, { opportunityId: arranged.id })).toEqual({ ok: false, because: 'not_closed' })
    expect(await exportSealed(worker, { slug: arranged.slug })).toEqual({ ok: false, because: 'not_closed' })
    const told = await world.app.read('everything', (tx) =>
      tx.selectFrom('outboxMessages').select('toAddress').where('kind', '=', 'application.opening_refused').execute(),
    )
    expect(told.map(({ toAddress }) => toAddress).toSorted()).toEqual([
      ...['administrator@waterways.example', 'program2@waterways.example', 'program@waterways.example'],
    ])
  })
})

it('after closing, the stock age command opens an exported file with the escrow key alone', async () => {
  world.now = new Date('2026-11-18T04:59:00Z')
  expect((await closeOpportunity(worker, system, { opportunityId: arranged.id })).ok).toBe(true)
  const exported = await exportSealed(worker, { slug: arranged.slug })
  const files = exported.ok ? exported.value : []
  expect(files).toHaveLength(1)
  const folder = await mkdtemp(join(tmpdir(), 'escrow-'))
  try {
    await writeFile(join(folder, 'escrow.key'), `${escrow.identity}\n`)
    await writeFile(join(folder, 'one.age'), files[0]?.sealed ?? '')
    const opened = spawnSync('age', ['--decrypt', '-i', 'escrow.key', 'one.age'], { cwd: folder, encoding: 'utf8' })
    expect(opened.stderr).toBe('')
    expect(opened.stdout).toContain(WORDS.sent)
  } finally {
    await rm(folder, { recursive: true })
  }
})

/** Tables of every schema, the queue of jobs among them, with a row that holds one of these, as text or as bytes. */
async function tablesWith(words: readonly string[]): Promise<string[]> {
  const owner = new Client({ connectionString: world.database.ownerUrl })
  await owner.connect()
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const forms = words.flatMap((word) => [word, Buffer.from(word, 'utf8').toString('hex')])
  const found: string[] = []
  for (const { name } of tables) {
    const { rowCount } = await owner.query(
      `select from ${name} t where exists (select from unnest($1::text[]) w where strpos(lower(t::text), lower(w)) > 0) limit 1`,
      [forms],
    )
    if (rowCount) found.push(name)
  }
  await owner.end()
  return found
}
