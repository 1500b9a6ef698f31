import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aReason,
  arrangeConfirmed,
  arrangeMarked,
  arrangeOpened,
  arrangeStarted,
  given,
  type ToEvaluate,
} from '../../test/arrange.evaluation.ts'
import { openWorld, type World } from '../../test/world.ts'
import { type DatabaseRole, openDatabase } from '../platform/db.ts'
import { checkHiding } from './commands.hiding.ts'
import { confirmEvaluation, lockEvaluation, returnEvaluation } from './commands.lock.ts'
import { markAnswer, nameEvaluators, redactAnswer, startEvaluation, stepDown } from './commands.ts'
import { answersShown, applicantsOf, lockOf, marksOf } from './store.ts'
import { waitingForEvaluation } from './waiting.ts'

const CLOSES = new Date('2026-11-17T19:00:00Z')
let world: World
beforeAll(async () => {
  world = await openWorld(CLOSES)
})
afterAll(() => world.close())

const four = ['Ana Roy', 'Bo Sol', 'Cy Tran', 'Di Ung'].map((name) => ({ name }))
const opened = () => arrangeOpened(world, four, { closesAt: CLOSES })
const everything = <T>(
  question: (tx: Parameters<Parameters<World['app']['read']>[1]>[0]) => Promise<T>,
  as?: DatabaseRole,
) => world.app.read('everything', question, as)
const statesOf = (file: ToEvaluate) =>
  everything((tx) =>
    tx
      .selectFrom('applications')
      .select('state')
      .where('opportunityId', '=', file.id)
      .orderBy('anonymousNumber')
      .execute(),
  )

describe('an evaluation starts', () => {
  it('once, when everything is opened, by one of two at once', async () => {
    const unopened = await arrangeOpened(world, four, { closesAt: CLOSES, opened: false })
    const { client, program, program2 } = world.staff
    const start = (file: ToEvaluate, actor: typeof program) =>
      startEvaluation(world.app, actor, { opportunityId: file.id, evaluators: [client.id] })
    expect(await start(unopened, program)).toEqual({ ok: false, because: 'not_opened' })
    const file = await opened()
    const both = await Promise.all([start(file, program), start(file, program2)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'wrong_state' })
    const started = await everything((tx) =>
      tx
        .selectFrom('historyEvents')
        .select('body')
        .where('fileId', '=', file.fileId)
        .where('kind', '=', 'step.started')
        .execute(),
    )
    expect(started.map(({ body }) => JSON.parse(body).step)).toContain('supplier-selected')
  })

  it('with names hidden in answers before anybody reads them', async () => {
    const file = await arrangeOpened(
      world,
      [
        {
          name: 'Zoé Lavoie',
          operatingName: 'Ateliers Élan inc.',
          answers: ['Zoé, of Ateliers Elan: zoe@elan.example', 'A plan.'],
        },
      ],
      { closesAt: CLOSES },
    )
    await arrangeStarted(world, file)
    const [applicant] = await everything((tx) => applicantsOf(tx, file.id), 'opportune_evaluator')
    const texts = await everything((tx) => answersShown(tx, applicant?.id ?? ''), 'opportune_evaluator')
    expect(texts.map(({ text }) => text).toSorted()).toEqual(['A plan.', '[[name]], of [[organization]]: [[email]]'])
  })
})

describe('the evaluator’s role in the database', () => {
  it('is refused identities, tokens, suppliers and times of submission', async () => {
    await opened()
    const asked = openDatabase({ url: world.database.appUrl, role: 'opportune_evaluator', poolSize: 1 })
    const denied = (question: Parameters<typeof asked.read>[1]) =>
      expect(asked.read('everything', question)).rejects.toThrow('permission denied')
    await denied((tx) => tx.selectFrom('applicationIdentities').select('legalName').execute())
    await denied((tx) => tx.selectFrom('applications').select('token').execute())
    await denied((tx) => tx.selectFrom('applications').select('supplierId').execute())
    await denied((tx) => tx.selectFrom('applications').select('submittedAt').execute())
    await denied((tx) => tx.selectFrom('applicationSeals').select('sealedSha256').execute())
    await denied((tx) => tx.selectFrom('people').select('name').execute())
    await denied((tx) => tx.selectFrom('publication.draws').select('roster').execute())
    expect(
      (await asked.read('everything', (tx) => tx.selectFrom('applications').select('id').execute())).length,
    ).toBeGreaterThan(0)
    await asked.close()
  })
})

describe('hiding', () => {
  it('is done by the program team alone, and whoever did it never evaluates', async () => {
    const file = await opened()
    await arrangeStarted(world, file)
    const { program, client } = world.staff
    const [criterionId = ''] = file.criteria
    const asked = {
      opportunityId: file.id,
      number: 1,
      criterionId,
      redacted: 'I removed a [[thing]] that stopped every key event.',
    }
    expect(await redactAnswer(world.app, client, asked)).toEqual({ ok: false, because: 'is_evaluator' })
    expect(await redactAnswer(world.app, program, { ...asked, redacted: 'I wrote this.' })).toEqual({
      ok: false,
      because: 'changes_the_answer',
    })
    given(await redactAnswer(world.app, program, asked))
    const name = (person: string) =>
      nameEvaluators(world.app, program, { opportunityId: file.id, evaluators: [person] })
    expect(await name(program.id)).toEqual({ ok: false, because: 'has_seen_identities' })
  })

  it('keeps the program team from evaluating once its pages show who wrote what; stepping down shows nothing', async () => {
    const file = await opened()
    const { program, program2, client, client2 } = world.staff
    const opportunityId = file.id
    given(await startEvaluation(world.app, program, { opportunityId, evaluators: [client.id, program.id] }))
    const seen = await world.as(program2).get(`/en/files/${opportunityId}/evaluation/1/redaction`)
    expect(seen.status).toBe(200)
    const name = (person: string) => nameEvaluators(world.app, program2, { opportunityId, evaluators: [person] })
    expect(await name(program2.id)).toEqual({ ok: false, because: 'has_seen_identities' })
    const offered = await world.as(program2).get(`/en/files/${opportunityId}/evaluation`)
    expect(offered.body).toContain(client2.id)
    expect(offered.body).not.toContain(program2.id)
    given(await name(client2.id))
    given(await stepDown(world.app, program, { opportunityId }))
    const asked = { opportunityId, number: 1, criterionId: file.criteria[0] ?? '', redacted: 'x' }
    expect(await redactAnswer(world.app, program, asked)).toEqual({ ok: false, because: 'is_evaluator' })
  })
})

describe('results', () => {
  it('are locked by one of two at once, confirmed by one of two at once, and then nobody changes them', async () => {
    const file = await opened()
    const opportunityId = file.id
    const { client, client2, procurement, program, program2 } = world.staff
    await arrangeStarted(world, file)
    expect(await lockEvaluation(world.app, client, { opportunityId })).toEqual({ ok: false, because: 'marks_missing' })
    const again = await opened()
    await arrangeMarked(world, again, 3)
    const id = { opportunityId: again.id }
    const lockers = await Promise.all([client, client2].map((actor) => lockEvaluation(world.app, actor, id)))
    expect(lockers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(lockers.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'results_locked' })
    const [criterionId = ''] = again.criteria
    const mark = { ...id, number: 1, criterionId, passed: false, rationale: aReason, language: 'en' as const }
    expect(await markAnswer(world.app, client, mark)).toEqual({ ok: false, because: 'results_locked' })
    expect(await confirmEvaluation(world.app, client, id)).toEqual({ ok: false, because: 'is_evaluator' })
    const confirmers = await Promise.all([procurement, program].map((actor) => confirmEvaluation(world.app, actor, id)))
    expect(confirmers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(confirmers.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'already_confirmed' })
    expect(await confirmEvaluation(world.app, program2, id)).toEqual({ ok: false, because: 'already_confirmed' })
    expect((await statesOf(again)).map(({ state }) => state)).toEqual(['passed', 'passed', 'passed', 'failed'])
    expect(await markAnswer(world.app, client, mark)).toMatchObject({ ok: false })

    const change = (act: Parameters<World['app']['transaction']>[1]) =>
      expect(world.app.transaction('everything', act)).rejects.toThrow('results are locked')
    await change((tx) => tx.updateTable('evaluationMarks').set({ passed: true }).execute())
    await change((tx) => tx.updateTable('evaluationMarks').set({ rationale: 'Another.' }).execute())
    await change((tx) => tx.deleteFrom('evaluationMarks').execute())
    await change((tx) => tx.deleteFrom('evaluationLocks').execute())
    await change((tx) => tx.updateTable('evaluationLocks').set({ lockedAt: CLOSES }).execute())
    await world.app.transaction('everything', (tx) =>
      tx.updateTable('evaluationMarks').set({ rationaleTranslated: 'La même chose.' }).execute(),
    )
  })

  it('go back before confirmation, and can then be marked again', async () => {
    const file = await opened()
    await arrangeMarked(world, file, 4)
    const id = { opportunityId: file.id }
    const { client, procurement } = world.staff
    given(await lockEvaluation(world.app, client, id))
    expect((await everything((tx) => waitingForEvaluation(tx, procurement, 'fr'))).map(({ href }) => href)).toContain(
      `/fr/dossiers/${file.id}/evaluation`,
    )
    given(await returnEvaluation(world.app, procurement, { ...id, reason: 'C2 says nothing.' }))
    expect(await everything((tx) => lockOf(tx, file.id))).toBeUndefined()
    const [criterionId = ''] = file.criteria
    given(
      await markAnswer(world.app, client, {
        ...id,
        number: 2,
        criterionId,
        passed: false,
        rationale: aReason,
        language: 'en',
      }),
    )
    given(await lockEvaluation(world.app, client, id))
    given(await confirmEvaluation(world.app, procurement, id))
    expect((await statesOf(file)).map(({ state }) => state)).toEqual(['passed', 'failed', 'passed', 'passed'])
    expect((await everything((tx) => marksOf(tx, file.id))).length).toBe(8)
  })

  it('warn the program team when fewer than two pass', async () => {
    const file = await opened()
    await arrangeConfirmed(world, file, 1)
    const mails = await everything((tx) =>
      tx
        .selectFrom('outboxMessages')
        .select(['toAddress', 'facts'])
        .where('kind', '=', 'evaluation.few_passed')
        .execute(),
    )
    expect(mails.map(({ toAddress }) => toAddress).toSorted()).toEqual([
      'program2@waterways.example',
      'program@waterways.example',
    ])
    expect(mails.every(({ facts }) => JSON.parse(facts).passed === 1)).toBe(true)
  })
})

describe('the program team’s turn on what is hidden', () => {
  it('waits in its queue, ends once, by one of two at once, and is on the record', async () => {
    const file = await opened()
    await arrangeStarted(world, file)
    const { program, program2 } = world.staff
    const queued = async () =>
      (await everything((tx) => waitingForEvaluation(tx, program2, 'en'))).filter(({ href }) => href.includes(file.id))
    expect((await queued()).map(({ text }) => text.en)).toEqual(['Check what is hidden from evaluators'])
    const page = await world.as(program).get(`/en/files/${file.id}/evaluation`)
    expect(page.body).toContain('Nothing more must be hidden')

    const check = (actor: typeof program) => checkHiding(world.app, actor, { opportunityId: file.id })
    const both = await Promise.all([check(program), check(program2)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'already_checked' })
    expect(await queued()).toEqual([])
    const after = await world.as(program).get(`/fr/dossiers/${file.id}/evaluation`)
    expect(after.body).toContain('Vérifié par l’équipe du programme')
    expect(after.body).not.toContain('Plus rien n’est à masquer')
    const events = await everything((tx) =>
      tx
        .selectFrom('historyEvents')
        .select('id')
        .where('fileId', '=', file.fileId)
        .where('kind', '=', 'evaluation.hiding_checked')
        .execute(),
    )
    expect(events).toHaveLength(1)
  })
})
