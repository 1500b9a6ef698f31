import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { given } from '../../test/arrange.evaluation.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'
import { createServer } from '../app.ts'
import { answerSurvey } from './commands.ts'
import { surveyCounts } from './store.ts'

let world: World
beforeAll(async () => {
  world = await openWorld(new Date('2021-03-31T23:30:00-04:00'))
})
afterAll(() => world.close())

const nothing = { wouldAgain: null, firstContract: null, smallFirm: null, underRepresented: null, story: '' }
const owned = async <Row extends object>(question: string): Promise<Row[]> => {
  const { Client } = await import('pg')
  const owner = new Client({ connectionString: world.database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<Row>(question)
  await owner.end()
  return rows
}
const counts = () => world.app.read('nothing', (tx) => surveyCounts(tx, 'DW'), 'opportune_survey')

describe('a survey', () => {
  test('is kept with its month where the department is, under an injected clock', async () => {
    given(await answerSurvey(world.app, { ...nothing, departmentCode: 'DW', audience: 'client', wouldAgain: true }))
    const [row] = await owned<{ month: string }>('select month::text, * from surveys.answers')
    expect(row).toMatchObject({ department_code: 'DW', audience: 'client', would_again: true, first_contract: null })
    expect((await owned<{ month: string }>('select month::text as month from surveys.answers'))[0]?.month).toBe(
      '2021-03-01',
    )
    expect(await answerSurvey(world.app, { ...nothing, departmentCode: 'XX', audience: 'client' })).toMatchObject({
      because: 'unknown_department',
    })
  })

  test('counts yes and answers; who did the work counts among suppliers', async () => {
    const say = (audience: 'supplier' | 'winner', changed: Partial<typeof nothing> | object) =>
      answerSurvey(world.app, { ...nothing, departmentCode: 'DW', audience, ...changed })
    given(await say('supplier', { wouldAgain: false, firstContract: true }))
    given(await say('winner', { wouldAgain: true, firstContract: true, smallFirm: true, underRepresented: false }))
    given(await say('winner', { firstContract: false }))
    expect(await counts()).toEqual({
      clientsAgain: { yes: 1, answers: 1 },
      suppliersAgain: { yes: 1, answers: 2 },
      winnersNew: { yes: 1, answers: 2 },
      applicantsNew: { yes: 2, answers: 3 },
      winnersSmall: { yes: 1, answers: 1 },
      winnersUnderRepresented: { yes: 0, answers: 1 },
      stories: 0,
    })
  })

  test('holds no key to anything, no instant, and random ids', async () => {
    const columns = await owned<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns where table_schema = 'surveys'`,
    )
    expect(columns.filter(({ type }) => type.startsWith('timestamp'))).toEqual([])
    expect(
      columns.map(({ name }) => name).filter((name) => name.endsWith('_id') || /ip|agent|email/.test(name)),
    ).toEqual([])
    const keys = await owned(
      `select 1 from pg_constraint where contype = 'f' and (conrelid::regclass::text like 'surveys.%' or confrelid::regclass::text like 'surveys.%')`,
    )
    expect(keys).toEqual([])
    const ids = await owned<{ id: string }>('select id::text as id from surveys.answers')
    expect(ids.every(({ id }) => id.charAt(14) === '4')).toBe(true)
  })

  test('the roles of pages and jobs cannot read it, and its own role reads nothing else and changes nothing', async () => {
    for (const app of [world.app, world.worker])
      await expect(app.read('everything', (tx) => surveyCounts(tx, 'DW'))).rejects.toThrow('permission denied')
    const asSurvey = (run: Parameters<typeof world.app.transaction<unknown>>[1]) =>
      world.app.transaction('everything', run, 'opportune_survey')
    await expect(asSurvey((tx) => tx.selectFrom('people').selectAll().execute())).rejects.toThrow('permission denied')
    await expect(asSurvey((tx) => tx.deleteFrom('surveys.answers').execute())).rejects.toThrow('permission denied')
    await expect(asSurvey((tx) => tx.updateTable('surveys.answers').set({ story: 'x' }).execute())).rejects.toThrow(
      'permission denied',
    )
  })
})

describe('the page', () => {
  const form = { audience: 'supplier', departmentCode: 'DW', wouldAgain: 'yes', underRepresented: 'unsaid', story: '' }

  test.each(['/en/feedback', '/fr/avis', '/en/feedback?for=winner', '/fr/avis?for=client', '/fr/avis?thanks=yes'])(
    '%s is valid and open to everybody',
    async (url) => {
      const shown = await world.as(null).get(url)
      expect(shown.status).toBe(200)
      expect(await htmlErrors(shown.body)).toEqual([])
    },
  )

  test('asks a client less than a supplier', async () => {
    expect((await world.as(null).get('/en/feedback?for=client')).body).not.toContain('name="underRepresented"')
    expect((await world.as(null).get('/en/feedback?for=supplier')).body).toContain('I prefer not to say')
  })

  test('recognises nobody and leaves nothing in the browser', async () => {
    const signedIn = world.as(await world.supplier('Ada Quay'))
    const shown = await signedIn.get('/en/feedback?for=supplier')
    expect(shown.body).not.toContain('Ada Quay')
    const sent = await signedIn.post('/en/feedback', form)
    expect(sent).toMatchObject({ status: 303, location: '/en/feedback?thanks=yes' })
    for (const answer of [shown, sent]) expect(answer.headers['set-cookie']).toBeUndefined()
    expect((await signedIn.get('/en/applications')).body).toContain('Ada Quay')
  })

  test('leaves no line in the log of requests, where every other page does', async () => {
    const lines: string[] = []
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
    const server = await createServer(
      { ...world.app, log },
      { addresses: { tokens: '', ui: '', script: '' }, files: new Map() },
    )
    for (const url of ['/en/feedback', '/fr/avis?for=client', '/en/sign-in'])
      await server.inject({ method: 'GET', url, headers: { host: 'localhost:8080' } })
    await server.close()
    expect(lines.map((line) => JSON.parse(line).route)).toEqual(['/en/sign-in'])
  })

  test('an answer that says nothing, or to nobody, comes back with what was typed', async () => {
    const empty = await world.as(null).post('/en/feedback', { audience: 'client', departmentCode: 'DW' })
    expect(empty.status).toBe(409)
    expect(empty.body).toContain('nothing is required')
    const long = await world.as(null).post('/en/feedback', { ...form, story: 'x'.repeat(2001) })
    expect(long.status).toBe(422)
    expect(long.body).toMatch(/name="wouldAgain" value="yes" checked/)
    expect((await world.as(null).post('/en/feedback', {})).status).toBe(422)
    expect((await world.as(null).post('/en/feedback', { ...form, departmentCode: 'NO' })).status).toBe(409)
  })
})
