import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../../src/platform/db.ts'
import { logger } from '../../src/platform/log.ts'
import { cloneDatabase } from '../cloned.ts'

type Closing = { close(): Promise<void> }
let database: Awaited<ReturnType<typeof cloneDatabase>>
let web: ReturnType<typeof openDatabase> & Closing
beforeAll(async () => {
  database = await cloneDatabase()
  web = openDatabase({ url: database.appUrl, role: 'opportune_web', poolSize: 1 })
})
afterAll(async () => {
  await web.close()
  await database.drop()
})

const CANARY = 'canary.person'
const id = '01a1a2c8-5380-7c30-bfb8-9ec42e19a61c'
const failures: Record<string, () => Promise<unknown>> = {
  'a row that the table refuses': () =>
    web.transaction('everything', (tx) =>
      tx
        .insertInto('people')
        .values({ id, email: `${CANARY}@Example.ca`, name: CANARY, language: 'en' })
        .execute(),
    ),
  'a row that is there already': () =>
    web.transaction('everything', async (tx) => {
      const person = { id, email: `${CANARY}@example.ca`, name: CANARY, language: 'en' as const }
      await tx.insertInto('people').values(person).execute()
      await tx.insertInto('people').values(person).execute()
    }),
  'a value of another type': () =>
    web.read('everything', (tx) => tx.selectFrom('people').select('name').where('id', '=', CANARY).execute()),
  'an address that is none': async () => new URL(`//${CANARY}`),
  'a text that is not JSON': async () => JSON.parse(CANARY),
}

it.each(Object.entries(failures))('the log says what failed, and nothing that was typed: %s', async (_, fails) => {
  const lines: string[] = []
  const log = logger('info', { write: (line) => void lines.push(line) })
  const error = await fails().then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  log.error({ err: error }, 'request failed')
  expect(lines.join('')).toMatch(/"type":"\w*[eE]rror"/)
  expect(lines.join('')).toContain('    at ')
  expect(lines.join('')).not.toContain(CANARY)
})
