import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Applying,
  aReason,
  arrangeMarked,
  arrangeOpened,
  arrangeStarted,
  type ToEvaluate,
} from '../../test/arrange.evaluation.ts'
import { openWorld, type World } from '../../test/world.ts'
import { applicantsOf, marksOf } from './store.ts'

const CLOSES = new Date('2026-11-17T19:00:00Z')
let world: World
beforeAll(async () => {
  world = await openWorld(CLOSES)
})
afterAll(() => world.close())

const three = ['Ana Roy', 'Bo Sol', 'Cy Tran'].map((name) => ({ name }))
const opened = (applying: readonly Applying[] = three) => arrangeOpened(world, applying, { closesAt: CLOSES })
const at = (file: ToEvaluate, rest = '') => `/en/files/${file.id}/evaluation${rest}`
const enFrancais = (file: ToEvaluate, rest = '') => `/fr/dossiers/${file.id}/evaluation${rest}`

describe('the evaluation’s page', () => {
  it('is closed to strangers and to roles that have nothing to do there', async () => {
    const file = await opened()
    const { finance, client2, procurement } = world.staff
    expect((await world.as(null).get(at(file))).status).toBe(303)
    expect((await world.as(await world.supplier('A Stranger')).get(at(file))).status).toBe(404)
    expect((await world.as(finance).get(at(file))).status).toBe(404)
    expect((await world.as(client2).get(at(file))).status).toBe(404)
    expect((await world.as(procurement).get(at(file, '/1'))).status).toBe(404)
    expect((await world.as(procurement).get('/en/files/nonsense/evaluation')).status).toBe(404)
  })

  it('leads from naming to declaring to marking, and says what is missing with what was typed', async () => {
    const file = await opened()
    const { program, client2 } = world.staff
    const nobody = await world.as(program).post(at(file), {})
    expect(nobody.status).toBe(422)
    expect(nobody.body).toContain('Choose at least one person.')
    expect((await world.as(program).post(at(file), { evaluators: [client2.id] })).status).toBe(303)

    expect((await world.as(client2).get(at(file))).body).toContain('I have no conflict of interest')
    expect((await world.as(client2).get(at(file, '/1'))).status).toBe(404)
    const undeclared = await world.as(client2).post(enFrancais(file, '/declaration'), { reads: 'fr' })
    expect(undeclared.status).toBe(422)
    expect(undeclared.body).toContain('Cochez cette case pour continuer.')
    expect(
      (await world.as(client2).post(at(file, '/declaration'), { noConflict: 'yes', reads: ['en', 'fr'] })).status,
    ).toBe(303)

    const half = await world
      .as(client2)
      .post(at(file, '/2'), { passed_1: 'pass', rationale_1: 'Too short, kept.', passed_2: '', rationale_2: '' })
    expect(half.status).toBe(422)
    expect(half.body).toContain('Too short, kept.')
    expect(half.body).toContain('at least 10 words')
    const one = await world.as(client2).post(at(file, '/2'), { passed_1: 'fail', rationale_1: aReason, after: '3' })
    expect(one).toMatchObject({ status: 303, location: at(file, '/3') })
    expect((await world.app.read('everything', (tx) => marksOf(tx, file.id))).map(({ passed }) => passed)).toEqual([
      false,
    ])
    expect((await world.as(client2).get(at(file))).body).toContain('1 of 2')
    expect((await world.as(client2).post(at(file, '/9'), { passed_1: 'fail', rationale_1: aReason })).status).toBe(409)
  })

  it('lets the program team hide, and shows evaluators what is left', async () => {
    const file = await opened([
      { name: 'Zoé Lavoie', answers: ['Zoé here, of the Blue Lighthouse project.', 'A plan.'] },
    ])
    await arrangeStarted(world, file)
    const { program, client } = world.staff
    const page = await world.as(program).get(at(file, '/1/redaction'))
    expect(page.body).toContain('Zoé here')
    expect((await world.as(client).get(at(file, '/1/redaction'))).status).toBe(404)
    const [criterion = ''] = file.criteria
    const changed = await world
      .as(program)
      .post(at(file, '/1/redaction'), { criterion, redacted_1: 'Somebody else wrote this.' })
    expect(changed.status).toBe(409)
    expect(changed.body).toContain('Somebody else wrote this.')
    const redacted = '[[name]] here, of the [[project]] project.'
    expect((await world.as(program).post(at(file, '/1/redaction'), { criterion, redacted_1: redacted })).status).toBe(
      303,
    )
    const shown = (await world.as(client).get(enFrancais(file, '/1'))).body
    expect(shown).toContain('masqué\u00a0: project')
    expect(shown).not.toMatch(/Zo[eé]|Lavoie|Lighthouse/)
  })

  it('takes a lock from an evaluator and a confirmation from somebody else, with every reason in sight', async () => {
    const file = await opened()
    await arrangeMarked(world, file, 1)
    const { client, client2, procurement, observer } = world.staff
    expect((await world.as(procurement).get(at(file))).body).not.toContain(aReason)
    expect((await world.as(client).post(at(file, '/lock'), {})).status).toBe(303)
    expect((await world.as(client2).post(at(file, '/lock'), {})).status).toBe(409)
    const toConfirm = (await world.as(procurement).get(at(file))).body
    expect(toConfirm.split(aReason)).toHaveLength(7)
    expect(toConfirm).toContain('there is nobody to fall back on')
    expect((await world.as(procurement).get(at(file, '/1'))).body).toContain('I removed a listener')
    expect((await world.as(observer).get(at(file))).body).not.toContain(aReason)
    expect((await world.as(procurement).post(at(file, '/return'), {})).status).toBe(422)
    expect((await world.as(procurement).post(at(file, '/confirmation'), {})).status).toBe(303)
    expect((await world.as(procurement).post(at(file, '/confirmation'), {})).status).toBe(409)
    expect((await world.as(client).post(at(file, '/1'), { passed_1: 'fail', rationale_1: aReason })).status).toBe(409)
    expect((await world.as(client).get(at(file))).body).toContain('Results are confirmed')
  })
})

describe('what an evaluator’s browser receives', () => {
  it('holds nothing that says who applied, in 50 applications that say it all over', { timeout: 60_000 }, async () => {
    const applying = Array.from({ length: 50 }, (_, place) => applicant(place))
    const file = await opened(applying)
    await arrangeStarted(world, file)
    const applicants = await world.app.read('everything', (tx) => applicantsOf(tx, file.id))
    expect(applicants).toHaveLength(50)
    const { client } = world.staff
    const secrets = await world.app.read('everything', (tx) =>
      tx
        .selectFrom('applications as a')
        .innerJoin('applicationIdentities as i', 'i.applicationId', 'a.id')
        .innerJoin('applicationSeals as s', 's.applicationId', 'a.id')
        .select(['a.id', 'a.token', 'a.supplierId', 'i.legalName', 'i.operatingName', 'i.email', 's.sealedSha256'])
        .where('a.opportunityId', '=', file.id)
        .execute(),
    )
    const strings = [
      ...secrets.flatMap((row) => Object.values(row)),
      ...applying.flatMap(({ name }) => [...name.split(' '), `613 555 01`, 'portfolio.example']),
    ].map(folded)
    let found = 0
    const pages = [at(file), ...applicants.map(({ number }) => at(file, `/${number}`))]
    for (const url of pages) {
      const { status, body } = await world.as(client).get(url)
      expect(status).toBe(200)
      const text = folded(body.replaceAll(folded(client.name), '').replaceAll(client.name, ''))
      found += strings.filter((secret) => text.includes(secret)).length
    }
    expect(found).toBe(0)
    // The same search finds them where they are: in the answers as written.
    const written = await world.app.read('everything', (tx) =>
      tx.selectFrom('applicationAnswers').select('answer').execute(),
    )
    expect(
      strings.filter((secret) => folded(written.map(({ answer }) => answer).join(' ')).includes(secret)).length,
    ).toBeGreaterThan(200)
  })
})

/** Names with accents that stand in no other word of a page. */
function applicant(place: number): Applying {
  const letters = `${'BCDFGHJKLM'[place % 10]}${'aeiou'[Math.floor(place / 10)]}`
  const [first, last] = [`Zér${letters.toLowerCase()}phine`, `Qw${letters.toLowerCase()}ntreuil`]
  const operatingName = `Ateliers Xyl${letters.toLowerCase()}phonix inc.`
  const address = `${first}.${last}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return {
    name: `${first} ${last}`,
    language: place % 3 === 0 ? 'fr' : 'en',
    operatingName,
    answers: [
      `I am ${first} ${last}, of ${operatingName}. Write to ${address}.portfolio@example.ca or call 613 555 01${place + 10}. ${first.normalize('NFD').replace(/\p{M}/gu, '')} repaired it.`,
      `See https://${last.toLowerCase()}.portfolio.example/work; ${last} and ${operatingName.replace(' inc.', '')} did the rest.`,
    ],
  }
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
