import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptance, arrangeAccepted, arrangeReceived, arrangeReleased, need } from '../../test/arrange.requests.ts'
import { openWorld, type World } from '../../test/world.ts'
import { createDepartment, grantRole } from '../accounts/commands.ts'
import { type Staff, scopeOf, system } from '../accounts/rules.ts'
import { insertImport } from '../backlog/store.ts'
import { day } from '../platform/day.ts'
import { calendarOf } from '../policy/inForce.ts'
import { policyOf } from '../policy/store.ts'
import { answerQuestion, askClient, lapseQuestion, remindClient } from './commands.questions.ts'
import { decideReferral, handOn } from './commands.referrals.ts'
import { receiveRequest, screenRequest } from './commands.ts'
import { funnelOf } from './rules.funnel.ts'
import { answersOf, type Verdict } from './rules.ts'
import { funnelRequests } from './store.funnel.ts'
import { waitingQuestion } from './store.questions.ts'
import { referralsTo } from './store.referrals.ts'
import { findRequest, similarTo } from './store.ts'
import { waitingForRequests } from './waiting.ts'

let world: World
const started = new Date('2026-05-04T14:00:00Z')
beforeAll(async () => {
  world = await openWorld(started)
})
afterAll(() => world.close())

const stateOf = (id: string) =>
  world.app.read('everything', async (tx) => {
    const request = await findRequest(tx, id)
    return request?.state === 'withdrawn' ? `withdrawn ${request.reason}` : request?.state
  })
const waitsOn = (id: string) => world.app.read('everything', (tx) => waitingQuestion(tx, id))
const mailAbout = (id: string, kind: string) =>
  world.app.read('everything', async (tx) =>
    (await tx.selectFrom('outboxMessages').selectAll().where('kind', '=', kind).execute()).filter(({ facts }) =>
      facts.includes(id),
    ),
  )
async function jobsOf(questionId: string): Promise<string[]> {
  const owner = new Pool({ connectionString: world.database.ownerUrl, max: 1 })
  const { rows } = await owner.query<{ key: string }>(
    'select key from graphile_worker.jobs where key like $1 order by run_at',
    [`request.% ${questionId}`],
  )
  await owner.end()
  return rows.map(({ key }) => key.split(' ')[0] ?? '')
}

async function asked(): Promise<{ id: string; questionId: string }> {
  const { id } = await arrangeReceived(world, { language: 'fr' })
  const decision = await askClient(world.app, world.staff.program, { id, question: 'Quels comptoirs?' })
  expect(decision).toEqual({ ok: true, value: { question: 'Quels comptoirs?' } })
  return { id, questionId: (await waitsOn(id))?.id ?? '' }
}

describe('a question to the client', () => {
  test('waits with its clock, in the client’s language, and leaves the program’s list meanwhile', async () => {
    const { id, questionId } = await asked()
    const [letter] = await mailAbout(id, 'request.asked')
    expect(letter).toMatchObject({ language: 'fr', toAddress: world.staff.client.email })
    expect(letter?.facts).toContain(`/fr/demandes/${id}/reponse`)
    // Monday; three business days, ten with Victoria Day.
    const question = await waitsOn(id)
    expect(question?.remindAt).toEqual(new Date('2026-05-07T12:30:00Z'))
    expect(question?.closesAt).toEqual(new Date('2026-05-19T20:00:00Z'))
    const waits = (actor: Staff) => world.app.read(scopeOf(actor), (tx) => waitingForRequests(tx, actor, 'en'))
    expect((await waits(world.staff.program)).some(({ href }) => href.includes(id))).toBe(false)
    expect(await waits(world.staff.client)).toContainEqual(
      expect.objectContaining({ href: `/en/requests/${id}/answer`, due: question?.closesAt }),
    )
    expect(questionId).not.toBe('')
    expect(await askClient(world.app, world.staff.program2, { id, question: 'Et?' })).toEqual({
      ok: false,
      because: 'question_waits',
    })
  })

  test('is reminded of once, then ends the request with its reason', async () => {
    const { id, questionId } = await asked()
    await remindClient(world.worker, { questionId })
    await remindClient(world.worker, { questionId })
    expect(await mailAbout(id, 'request.reminded')).toHaveLength(1)
    await lapseQuestion(world.worker, { questionId })
    await lapseQuestion(world.worker, { questionId })
    expect(await stateOf(id)).toBe('withdrawn no_reply')
    expect(await mailAbout(id, 'request.withdrawn')).toHaveLength(1)
    expect(await answerQuestion(world.app, world.staff.client, { id, answer: 'Trop tard.' })).toEqual({
      ok: false,
      because: 'no_question',
    })
  })

  test('that was answered, or whose request was decided, ends nothing', async () => {
    const answered = await asked()
    expect((await answerQuestion(world.app, world.staff.client, { id: answered.id, answer: 'Les trois.' })).ok).toBe(
      true,
    )
    await remindClient(world.worker, answered)
    await lapseQuestion(world.worker, answered)
    expect(await stateOf(answered.id)).toBe('received')
    expect(await mailAbout(answered.id, 'request.answered')).toMatchObject([{ toAddress: world.staff.program.email }])
    expect(await mailAbout(answered.id, 'request.reminded')).toEqual([])

    const decided = await asked()
    await screenRequest(world.app, world.staff.program, { id: decided.id, verdict: acceptance })
    await lapseQuestion(world.worker, decided)
    expect(await stateOf(decided.id)).toBe('accepted')
  })

  test('an answer and the end at the same instant leave one of the two, never both', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id, questionId } = await asked()
      const [, answer] = await Promise.all([
        lapseQuestion(world.worker, { questionId }),
        answerQuestion(world.app, world.staff.client, { id, answer: 'Les trois.' }),
      ])
      expect(await stateOf(id)).toBe(answer.ok ? 'received' : 'withdrawn no_reply')
    }
  })
})

describe('a need of another department', () => {
  test('is handed on once to its program team, which decides; the client is told', async () => {
    const made = await createDepartment(world.app, system, {
      ...{ code: 'PK', name: { en: 'Department of Parks', fr: 'Ministère des Parcs' }, mailbox: 'micro@parks.example' },
      ...{ postalAddress: '2 Trail Street', simulated: true },
    })
    if (!made.ok) throw new Error('no department')
    const parks = made.value
    const person = { personId: world.staff.program2.id, departmentId: parks.id, role: 'program_team' as const }
    expect((await grantRole(world.app, system, { ...person, fromDay: day('2020-01-01') })).ok).toBe(true)
    const ranger: Staff = { ...world.staff.program2, departmentId: parks.id, departmentCode: 'PK' }

    const { id } = await arrangeReceived(world, { subject: 'Trail map', language: 'fr' })
    const verdict: Verdict = {
      ...{ answers: answersOf((of) => of !== 'isOwnDepartment'), meetsCriteria: false, reply: '' },
      ...{ outcome: 'decline', reason: 'other_department', referredTo: '', referredDepartmentId: parks.id },
    }
    expect((await screenRequest(world.app, world.staff.program, { id, verdict })).ok).toBe(true)
    const request = await world.app.read('everything', (tx) => findRequest(tx, id))
    expect(request).toMatchObject({ referredTo: 'Ministère des Parcs', referredDepartmentId: parks.id })
    expect(request?.state === 'declined' && request.screening.reply).toContain('Nous avons transmis votre demande')

    await handOn(world.worker, { requestId: id })
    await handOn(world.worker, { requestId: id })
    const received = await world.app.read({ department: parks.id }, (tx) => referralsTo(tx, parks.id))
    expect(received).toMatchObject([{ subject: 'Trail map', clientEmail: world.staff.client.email, decided: null }])
    const referralId = received[0]?.id ?? ''
    expect(await mailAbout(referralId, 'referral.received')).toHaveLength(1)
    // The department that handed it on cannot read it, nor decide.
    expect(await world.app.read(scopeOf(world.staff.program), (tx) => referralsTo(tx, parks.id))).toEqual([])
    const taken = { id: referralId, decision: 'taken' as const, note: 'Écrivez-nous.' }
    expect(await decideReferral(world.app, world.staff.program, taken)).toEqual({ ok: false, because: 'not_allowed' })
    const both = await Promise.all([
      decideReferral(world.app, ranger, taken),
      decideReferral(world.app, ranger, { ...taken, decision: 'not_taken' }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'already_decided' })
    expect(await mailAbout(id, 'referral.decided')).toMatchObject([
      { toAddress: world.staff.client.email, language: 'fr' },
    ])
  })
})

test('a request keeps where it began; the acceptance then begins the statement', async () => {
  const { client, client2 } = world.staff
  const importId = world.newId()
  const outline = {
    ...{ title: 'Trap', teaser: '', need: 'The keyboard is caught.', background: '', work: '', licence: 'MIT' },
    ...{ skills: [], workCriteria: [], repositoryUrl: null, unmapped: [] },
  }
  const made = {
    ...{ id: importId, departmentId: client.departmentId, personId: client.id, kind: 'github' as const },
    ...{ address: 'https://github.com/waterways/forms/issues/412', language: 'en' as const, outline, other: null },
    at: world.now,
  }
  await world.app.transaction(scopeOf(client), (tx) => insertImport(tx, made))
  const options = { what: 'code', inOpen: 'yes', cost: 'unknown', supplier: 'anyone' } as const
  const asking = (by: Staff) => receiveRequest(world.app, by, { ...need(), options, importId })
  const own = await asking(client)
  expect(own).toMatchObject({ ok: true, value: { importId, options } })
  // Somebody else’s import is not theirs to use.
  expect(await asking(client2)).toMatchObject({ ok: true, value: { importId: null, options } })

  const id = own.ok ? own.value.id : ''
  await screenRequest(world.app, world.staff.program, { id, verdict: acceptance })
  const [letter] = await mailAbout(id, 'request.accepted')
  expect(letter?.facts).toContain(`/en/requests/${id}/statement`)
  expect(letter?.facts).toContain('We began the statement')
  expect(await mailAbout(id, 'request.to_go')).toMatchObject([{ toAddress: world.staff.procurement.email }])
})

test('look-alikes are found by their words, more easily within a team', async () => {
  const subject = 'Print tide tables on thermal paper'
  const first = await arrangeReceived(world, { subject, team: 'Tides' })
  const same = await arrangeReceived(world, { subject: 'Print the tide tables on a thermal printer', team: 'Harbour' })
  const near = await arrangeReceived(world, { subject: 'Tide tables for printing at sea', team: 'tides ' })
  const far = await arrangeReceived(world, { subject: 'Tide tables for printing at sea', team: 'Elsewhere' })
  const found = await world.app.read(scopeOf(world.staff.program), (tx) => similarTo(tx, first))
  const ids = found.map(({ id }) => id)
  expect(ids[0]).toBe(same.id)
  expect(ids).toContain(near.id)
  expect(ids).not.toContain(far.id)
  expect(ids).not.toContain(first.id)
})

test('the funnel reads the record', async () => {
  const { client } = world.staff
  const figures = () =>
    world.app.read(scopeOf(client), async (tx) => {
      const policy = await policyOf(tx, client.departmentId, world.now)
      const requests = await funnelRequests(tx, client.departmentId)
      return funnelOf(requests, { calendar: calendarOf(policy), zone: policy.zone, now: world.now })
    })
  const before = await figures()
  await arrangeReceived(world)
  await arrangeAccepted(world)
  await arrangeReleased(world)
  const after = await figures()
  expect(after.stages.map(({ reached }, place) => reached - (before.stages[place]?.reached ?? 0))).toEqual([3, 2, 0, 0])
  expect(after.withdrawn.get('no_reply')).toBeGreaterThan(0)
  expect(after.declined.get('other_department')).toBe(1)
})

test('the clock of a question is a job of its own', async () => {
  const { questionId } = await asked()
  const own = await jobsOf(questionId)
  expect(own).toEqual(['request.remind', 'request.lapse'])
})
