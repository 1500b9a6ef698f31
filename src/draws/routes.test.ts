import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrangeConfirmed, arrangeOpened, type ToEvaluate } from '../../test/arrange.evaluation.ts'
import { openWorld, type World } from '../../test/world.ts'
import { drawCommand } from './command-line.ts'
import { prepareDraw } from './commands.ts'
import { parseValue } from './forms.ts'
import { opensslLines } from './pages.ts'
import { valueKnownFrom } from './rules.ts'
import { findManifest, findPublicDraw } from './store.ts'

const CLOSES = new Date('2026-11-17T19:00:00Z')
let world: World
beforeAll(async () => {
  world = await openWorld(CLOSES)
})
afterAll(() => world.close())

const names = ['Ana Roy', 'Bo Sol', 'Cy Tran', 'Di Ung']
const staffPage = (file: ToEvaluate, rest = '') => `/en/files/${file.id}/draw${rest}`
const publicDraw = (file: ToEvaluate) => world.app.read('nothing', (tx) => findPublicDraw(tx, file.slug))

async function prepared(passing: number): Promise<ToEvaluate> {
  const file = await arrangeOpened(
    world,
    names.map((name) => ({ name })),
    { closesAt: CLOSES },
  )
  await arrangeConfirmed(world, file, passing)
  await prepareDraw(world.worker, { opportunityId: file.id })
  return file
}

async function known(file: ToEvaluate): Promise<void> {
  const manifest = await world.app.read('everything', (tx) => findManifest(tx, file.id))
  if (manifest) world.now = valueKnownFrom(manifest)
}

describe('the pages of a draw', () => {
  it('take the number from one person and its confirmation from another, and then show the order', async () => {
    const file = await prepared(3)
    const { program, program2, client, finance } = world.staff
    const before = (await world.as(null).get(`/en/draws/${file.slug}`)).body
    expect(before).toContain('Waiting for the public number')
    expect((await world.as(null).get(`/en/draws/${file.slug}/verification`)).status).toBe(404)
    expect((await world.as(finance).get(staffPage(file))).status).toBe(404)
    expect((await world.as(null).get(staffPage(file))).status).toBe(303)
    expect((await world.as(program).get(staffPage(file))).body).not.toContain('Send it for confirmation')
    const early = await world.as(program).post(staffPage(file, '/value'), { value: '9 18 26 34 41 45' })
    expect(early.status).toBe(409)
    expect(early.body).toContain('This number does not exist yet')

    await known(file)
    expect((await world.as(program).get('/en/home')).status).not.toBe(500)
    expect((await world.as(program).post(staffPage(file, '/value'), { value: '' })).status).toBe(422)
    const wrong = await world.as(program).post(`/fr/dossiers/${file.id}/tirage/nombre`, { value: '9 18 26 34 41 51' })
    expect(wrong.status).toBe(409)
    expect(wrong.body).toContain('Les numéros du Lotto 6/49')
    expect(wrong.body).toContain('9 18 26 34 41 51')
    expect((await world.as(program).post(staffPage(file, '/value'), { value: '45, 9 18 26 34 41' })).status).toBe(303)
    expect((await world.as(program).post(staffPage(file, '/confirmation'), {})).status).toBe(409)
    expect((await world.as(client).post(staffPage(file, '/confirmation'), {})).status).toBe(404)
    expect((await world.as(program2).get(staffPage(file))).body).toContain('9.18.26.34.41.45.')
    expect((await world.as(program2).post(staffPage(file, '/rejection'), {})).status).toBe(303)
    expect((await world.as(program).post(staffPage(file, '/value'), { value: '9 18 26 34 41 45' })).status).toBe(303)
    expect((await world.as(program2).post(staffPage(file, '/confirmation'), {})).status).toBe(303)

    const draw = await publicDraw(file)
    for (const url of [`/en/draws/${file.slug}`, `/fr/tirages/${file.slug}`]) {
      const { status, body } = await world.as(null).get(url)
      expect(status).toBe(200)
      for (const { token, ticket } of draw?.ranking ?? [])
        expect(body.includes(token) && body.includes(ticket)).toBe(true)
      expect(names.filter((name) => body.includes(name))).toEqual([])
      for (const text of [draw?.seed, draw?.roster, draw?.manifest, draw?.key]) expect(body).toContain(text)
      expect(body).toContain(url.startsWith('/en') ? 'What it cannot do' : 'Ce qu’il ne peut pas faire')
    }
  })

  it('offer a file that our own checker agrees with, given the e-mails’ fingerprints', async () => {
    const file = await prepared(1)
    const { body, status, headers } = await world.as(null).get(`/en/draws/${file.slug}/verification`)
    expect(status).toBe(200)
    expect(headers['content-disposition']).toContain(`${file.slug}.json`)
    const draw = await publicDraw(file)
    expect(drawCommand(['verify', '-'], body).exitCode).toBe(3)
    const given = [
      ...['--commitment', draw?.commitment ?? ''],
      ...['--roster-hash', draw?.rosterHash ?? ''],
      ...['--manifest-hash', draw?.manifestHash ?? ''],
    ]
    expect(drawCommand(['verify', '-', ...given], body)).toMatchObject({ exitCode: 0 })
    expect((await world.as(null).get(`/en/draws/${file.slug}`)).body).toContain('Nothing had to be drawn')
    if (!draw) throw new Error('the draw is not published')
    const run = spawnSync('sh', ['-c', opensslLines(draw)], { encoding: 'utf8' })
    if (run.status !== 0) return void console.log('skipped: no openssl')
    const [key, ticket] = run.stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ').at(-1))
    expect([key, ticket]).toEqual([draw.key, draw.ranking[0]?.ticket])
  })

  it('say so when nobody passed', async () => {
    const file = await prepared(0)
    const { status, body } = await world.as(null).get(`/fr/tirages/${file.slug}`)
    expect(status).toBe(200)
    expect(body).toContain('Aucune candidature n’a été retenue')
    expect((await publicDraw(file))?.seed).toBeNull()
    expect((await world.as(null).get('/en/draws/no-such-draw')).status).toBe(404)
  })
})

describe('a number as people type it', () => {
  it('becomes that of the method, or stays as it is to be refused', () => {
    expect(parseValue('lotto-649 2026-11-25', ' 45-9, 18 26;34 41. ')).toEqual({ ok: true, value: '9.18.26.34.41.45.' })
    expect(parseValue('lotto-649 2026-11-25', 'nine')).toEqual({ ok: true, value: 'nine' })
    expect(parseValue('drand-quicknet 1000', 'FE 29\n0b')).toEqual({ ok: true, value: 'fe290b' })
    expect(parseValue('lotto-649 2026-11-25', '  ')).toEqual({ ok: false, because: 'missing' })
  })
})
