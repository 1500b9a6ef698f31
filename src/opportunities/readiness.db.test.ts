import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { arrangeDraft, done, explained, found, tick } from '../../test/arrange.opportunities.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'
import type { Reached } from '../platform/reach.ts'
import { policyOf } from '../policy/store.ts'
import { askGates } from '../publication/gates.ts'
import type { FieldMark } from '../scanning/rules.ts'
import { fieldId } from '../ui/fields.tsx'
import { addWorkedCriterion, askForLinks, checkLinks, explainMark, sayLicence } from './commands.readiness.ts'
import { submitStatement } from './commands.writing.ts'
import type { Opportunity, Statement } from './rules.ts'
import { explanationsOfMarks, linksOf, marksBrought, readinessOf, unresolvedMarks } from './store.readiness.ts'
import { statementOf } from './store.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.now = new Date('2026-05-04T14:00:00Z')
})

const number = '046 454 286'
const held: Partial<Statement> = { work: { en: `Test with ${number}.`, fr: 'Essayez.' } }

async function marksOf(opportunity: Opportunity): Promise<FieldMark[]> {
  return world.app.read('everything', async (tx) =>
    unresolvedMarks(tx, opportunity, await statementOf(tx, opportunity)),
  )
}
const only = (marks: readonly FieldMark[]): FieldMark => {
  const [mark] = marks
  if (!mark || marks.length > 1) throw new Error(`${marks.length} marks`)
  return mark
}
const submitted = async (id: string) =>
  submitStatement(world.app, world.staff.client, { id, seen: (await found(world, id)).version, explained })

describe('a mark of the scan', () => {
  test('blocks the submission until it has a reason; the record never holds the text', async () => {
    const draft = await arrangeDraft(world, held)
    expect(await submitted(draft.id)).toEqual({ ok: false, because: 'not_ready' })

    const mark = only(await marksOf(draft))
    const reason = 'A made-up number of the public test suite.'
    tick(world)
    done(await explainMark(world.app, world.staff.client, { id: draft.id, mark, reason }))
    expect(await marksOf(draft)).toEqual([])
    const events = await world.app.read('everything', (tx) =>
      tx
        .selectFrom('historyEvents')
        .select(['kind', 'body'])
        .where('kind', '=', 'opportunity.mark_explained')
        .execute(),
    )
    expect(events).toHaveLength(1)
    expect(JSON.stringify(events)).toContain('work')
    expect(JSON.stringify(events)).not.toContain('046')
    expect((await submitted(draft.id)).ok).toBe(true)
  })

  test('is explained by those who write, with a reason, while it is there', async () => {
    const draft = await arrangeDraft(world, held)
    const mark = only(await marksOf(draft))
    const says = { id: draft.id, mark, reason: 'Made up.' }
    const { app, staff } = world
    expect(await explainMark(app, staff.procurement, says)).toEqual({ ok: false, because: 'not_allowed' })
    expect(await explainMark(app, staff.client, { ...says, reason: '' })).toEqual({
      ok: false,
      because: 'reason_missing',
    })
    const gone = { ...says, mark: { ...mark, digest: '0'.repeat(64) } }
    expect(await explainMark(app, staff.client, gone)).toEqual({ ok: false, because: 'no_such_mark' })
  })

  test('keeps a notice from being posted', async () => {
    const draft = await arrangeDraft(world, { title: { en: 'Fix it', fr: `Corriger ${number}` } })
    const asked = await world.app.read('everything', async (tx) => {
      const now = await tx.now()
      return askGates(tx, draft, { policy: await policyOf(tx, draft.departmentId, now), now })
    })
    expect(asked).toEqual({ ok: false, because: 'unresolved_marks' })
  })

  test('that an amendment would bring is told apart from what is posted', async () => {
    const draft = await arrangeDraft(world, held)
    const reason = { en: 'A mistake.', fr: 'Une erreur.' }
    const brought = (changed: Partial<Statement>, why = reason) =>
      world.app.read('everything', async (tx) => {
        const before = await statementOf(tx, draft)
        const marks = await marksBrought(tx, draft, before, { ...before, ...changed }, why)
        return marks.map(({ field, language }) => `${field}_${language}`)
      })
    expect(await brought({ teaser: { en: 'Keyboard.', fr: 'Clavier.' } })).toEqual([])
    expect(await brought({ teaser: { en: 'Keyboard.', fr: 'Composez le 613-555-0142.' } })).toEqual(['teaser_fr'])
    expect(await brought({}, { en: 'Call 613-555-0142.', fr: 'Oui.' })).toEqual(['reason_en'])
  })

  test('takes its reason along when the text goes', async () => {
    const draft = await arrangeDraft(world, { ...held, background: { en: 'Mail jane.roy@gmail.com.', fr: 'Oui.' } })
    const [first, second] = await marksOf(draft)
    if (!first || !second) throw new Error('two marks were planted')
    const { app, staff } = world
    done(await explainMark(app, staff.client, { id: draft.id, mark: first, reason: 'Hers, and she agreed.' }))
    await app.transaction('everything', (tx) =>
      tx.updateTable('opportunities').set({ backgroundEn: 'Nothing.' }).where('id', '=', draft.id).execute(),
    )
    done(await explainMark(app, staff.client, { id: draft.id, mark: second, reason: 'Made up.' }))
    const kept = await app.read('everything', (tx) => explanationsOfMarks(tx, draft.id))
    expect(kept.map(({ kind }) => kind)).toEqual([second.kind])
  })
})

test('a worked criterion is added in both languages, once for each page that was read', async () => {
  const draft = await arrangeDraft(world, { workCriteria: [{ en: 'It works.', fr: 'Cela fonctionne.' }] })
  const input = { id: draft.id, seen: draft.version, subject: 'security' } as const
  done(await addWorkedCriterion(world.app, world.staff.client, input))
  expect(await addWorkedCriterion(world.app, world.staff.client, input)).toEqual({ ok: false, because: 'stale' })
  const { workCriteria } = await world.app.read('everything', async (tx) =>
    statementOf(tx, await found(world, draft.id)),
  )
  expect(workCriteria).toHaveLength(2)
  expect(workCriteria[1]?.fr).toContain('sécurité')
  expect(await addWorkedCriterion(world.app, world.staff.procurement, input)).toEqual({
    ok: false,
    because: 'not_allowed',
  })
})

test('the licence of a repository is said once for the department, and compared', async () => {
  const draft = await arrangeDraft(world)
  const codes = async () => {
    const { findings } = await checked(draft.id)
    return findings.repositoryLicence
  }
  expect(await codes()).toBeNull()
  const say = (licence: string) => sayLicence(world.app, world.staff.client, { id: draft.id, licence })
  expect(await say('Mine-1.0')).toEqual({ ok: false, because: 'licence_unknown' })
  done(await say('GPL-3.0-only'))
  done(await say('MIT'))
  expect(await codes()).toBe('MIT')
  const another = await arrangeDraft(world)
  expect((await checked(another.id)).findings.repositoryLicence).toBe('MIT')
  const elsewhere = await arrangeDraft(world, { repository: { kind: 'supplier', url: '' } })
  expect(await sayLicence(world.app, world.staff.client, { id: elsewhere.id, licence: 'MIT' })).toEqual({
    ok: false,
    because: 'no_repository',
  })
})

test('links are tried by a job, and what cannot be told stays unchecked', async () => {
  const work = { en: 'See https://example.org/a and https://example.org/gone.', fr: 'Voir https://example.org/fr.' }
  const draft = await arrangeDraft(world, { work })
  const states = async () => {
    const links = await world.app.read('everything', async (tx) =>
      linksOf(tx, draft.id, await statementOf(tx, await found(world, draft.id))),
    )
    return links.map(({ url, state }) => `${url.slice(19)} ${state}`)
  }
  const repository = '/waterways/licence-forms'
  expect(await states()).toEqual([repository, '/a', '/gone', '/fr'].map((end) => `${end} unchecked`))
  expect(done(await askForLinks(world.app, world.staff.client, { id: draft.id })).count).toBe(4)
  expect((await states())[0]).toBe(`${repository} waiting`)
  const answers: Record<string, Reached> = { 'https://example.org/a': 'alive', 'https://example.org/gone': 'dead' }
  const reach = async (url: string): Promise<Reached> => answers[url] ?? 'unchecked'
  await checkLinks(world.app, { opportunityId: draft.id }, reach)
  await checkLinks(world.app, { opportunityId: draft.id }, reach)
  expect(await states()).toEqual([`${repository} unchecked`, '/a alive', '/gone dead', '/fr unchecked'])
  expect((await checked(draft.id)).findings.deadLinks).toEqual(['https://example.org/gone'])
  expect(await askForLinks(world.app, world.staff.procurement, { id: draft.id })).toEqual({
    ok: false,
    because: 'not_allowed',
  })
})

async function checked(id: string) {
  const findings = await world.app.read('everything', async (tx) => {
    const opportunity = await found(world, id)
    const now = await tx.now()
    const policy = await policyOf(tx, opportunity.departmentId, now)
    return readinessOf(tx, opportunity, await statementOf(tx, opportunity), { policy, now })
  })
  return { findings }
}

describe('the pages', () => {
  const client = () => world.as(world.staff.client)

  test('of the check lead to the field, and add a worked criterion', async () => {
    const rows = [{ en: 'It is user-friendly.', fr: 'C’est convivial.' }]
    const { id, version } = await arrangeDraft(world, { workCriteria: rows, hasInterface: false })
    const [row] = await world.app.read(
      'everything',
      async (tx) => (await statementOf(tx, await found(world, id))).workCriteria,
    )
    for (const [address, word] of [
      [`/en/files/${id}/readiness`, '“user-friendly”'],
      [`/fr/dossiers/${id}/verification`, '«\u00a0convivial\u00a0»'],
    ] as const) {
      const { status, body } = await client().get(address)
      expect(status).toBe(200)
      expect(body).toContain(word)
      expect(body).toContain(`#${fieldId(`workCriteria.${row?.id}_en`)}`)
      expect(await htmlErrors(body)).toEqual([])
    }
    const add = (subject: string, seen: number) =>
      client().post(`/en/files/${id}/readiness/criteria`, { subject, seen: String(seen) })
    expect((await add('security', version)).status).toBe(303)
    const again = await add('licence', version)
    expect([again.status, again.body.includes('Somebody has saved since')]).toEqual([409, true])
    expect((await add('cooking', version + 1)).status).toBe(404)
  })

  test('of the scan show the passage in place, and take a reason', async () => {
    const { id } = await arrangeDraft(world, { work: { en: `<b>Test</b> with ${number}.`, fr: 'Essayez.' } })
    const shown = await client().get(`/en/files/${id}/scan`)
    expect(shown.body).toContain(`&lt;b>Test&lt;/b> with <mark>${number}</mark>.`)
    expect(shown.body).toContain('The work (English)')
    expect(await htmlErrors(shown.body)).toEqual([])
    const mark = only(await marksOf(await found(world, id)))
    const typed = { kind: mark.kind, field: mark.field, digest: mark.digest, place: '1' }
    const empty = await client().post(`/fr/dossiers/${id}/reperage`, { ...typed, reason_1: ' ' })
    expect([empty.status, empty.body.includes('Dites pourquoi ce passage peut être public.')]).toEqual([422, true])
    expect(await htmlErrors(empty.body)).toEqual([])
    const gone = await client().post(`/en/files/${id}/scan`, { ...typed, field: 'title', reason_1: 'Made up.' })
    expect([gone.status, gone.body.includes('no longer there')]).toEqual([409, true])
    expect((await client().post(`/en/files/${id}/scan`, { ...typed, reason_1: 'Made up.' })).status).toBe(303)
    const after = await client().get(`/en/files/${id}/scan`)
    for (const said of ['Made up.', world.staff.client.name, 'Nothing was found']) expect(after.body).toContain(said)
    expect(await htmlErrors(after.body)).toEqual([])
    expect((await world.as(world.staff.client2).get(`/en/files/${id}/scan`)).status).toBe(404)
  })

  test('take the licence of the repository and the wish to try the links', async () => {
    const { id } = await arrangeDraft(world, { repository: { kind: 'department', url: 'https://example.org/mine' } })
    const at = `/en/files/${id}/readiness`
    expect((await client().post(`${at}/licence`, { licence: 'none' })).status).toBe(303)
    const wrong = await client().post(`${at}/licence`, { licence: 'Mine' })
    expect([wrong.status, wrong.body.includes('Choose one of the licences')]).toEqual([409, true])
    expect((await client().post(`${at}/links`, {})).status).toBe(303)
    const { body } = await client().get(at)
    for (const said of ['https://example.org/mine', 'Being tried']) expect(body).toContain(said)
    expect(await htmlErrors(body)).toEqual([])
  })
})
