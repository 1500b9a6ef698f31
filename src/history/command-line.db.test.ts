import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import type { Composed } from '../compose.ts'
import { auditCommand } from './command-line.ts'
import { record } from './record.ts'
import { checkpointsFile, sequenceRecord } from './sequencer.ts'

let world: World
let folder: string
let program: Composed

beforeAll(async () => {
  world = await openWorld()
  folder = await mkdtemp(join(tmpdir(), 'opportune-audit-'))
  const config = { ...world.worker.config, dataDir: folder }
  const worker = { ...world.worker, config }
  program = { config, worker } as Composed
  for (let i = 0; i < 3; i += 1) {
    await worker.transaction('everything', async (tx) => {
      const at = await tx.now()
      const subject = { type: 'department', id: world.departmentId }
      const event = { departmentId: world.departmentId, kind: 'policy.changed', subject, fileId: null, at } as const
      await record(tx, randomBytes, { ...event, actor: world.staff.administrator })
    })
  }
  await sequenceRecord(worker)
})
afterAll(async () => {
  await world?.close()
  await rm(folder, { recursive: true, force: true })
})

async function audit(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const said: { out: string[]; err: string[] } = { out: [], err: [] }
  const say = { out: (text: string) => void said.out.push(text), err: (text: string) => void said.err.push(text) }
  const code = await auditCommand(program, words, say)
  return { code, out: said.out.join(''), err: said.err.join('') }
}

it('says that nothing is wrong, in both languages and for programs', async () => {
  expect(await audit('verify')).toEqual({ code: 0, out: 'Nothing wrong: 3 events, 1 checkpoint.\n', err: '' })
  expect((await audit('verify', '--language', 'fr')).out).toContain('Rien à signaler\u00a0: 3\u00a0événements')
  const json: unknown = JSON.parse((await audit('verify', '--json')).out)
  expect(json).toEqual({ whole: true, events: 3, checkpoints: 1, problems: [] })
})

it('does not depend on the address of the site', async () => {
  const elsewhere = { ...program.worker, config: { ...program.config, baseUrl: 'https://elsewhere.example' } }
  const before = program
  program = { ...program, worker: elsewhere }
  expect((await audit('verify')).code).toBe(0)
  program = before
})

it('says what is wrong and where', async () => {
  const other = join(folder, 'other.txt')
  await writeFile(other, 'somebody\n9\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n— somebody AAAAAAAAAAA=\n==\n')
  const found = await audit('verify', '--checkpoints', other)
  expect(found.code).toBe(1)
  expect(found.out).toBe('1 problem in the record.\nA checkpoint does not carry our signature (size 9)\n')
})

it('warns when there is no file of checkpoints', async () => {
  await rm(checkpointsFile(program.worker))
  const without = await audit('verify')
  expect(without.code).toBe(0)
  expect(without.err).toContain('cut off the end would not be noticed')
})

it.each([
  ['nonsense'],
  ['verify', '--unknown'],
  ['verify', 'twice'],
  ['verify', '--language', 'de'],
  ['verify', '--checkpoints'],
])('refuses %s %s', async (...words) => {
  const refused = await audit(...words)
  expect(refused.code).toBe(2)
  expect(refused.err).toContain('audit verify')
})

it('refuses a file that it cannot read', async () => {
  expect((await audit('verify', '--checkpoints', join(folder, 'none.txt'))).code).toBe(2)
})

it('helps', async () => {
  expect(await audit('--help')).toMatchObject({ code: 0, err: '' })
})
