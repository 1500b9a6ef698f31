import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeDraft, arrangeInReview, done, explained, found, statement } from '../../test/arrange.opportunities.ts'
import { openWorld, type World } from '../../test/world.ts'
import { explainDeclarations } from '../opportunities/commands.declarations.ts'
import { saveStatement, submitStatement } from '../opportunities/commands.writing.ts'
import { explanationsOf } from '../opportunities/declarations.store.ts'
import { statementOf } from '../opportunities/store.ts'
import { attestTranslation } from './commands.attest.ts'
import { receiveImport, takeImport, translateSegments, translationOf } from './commands.ts'
import { aboutOf } from './pages.ts'
import { digestOf, progressOf, type Segment } from './rules.segments.ts'
import type { TakeRefusal } from './rules.ts'
import { writeXliff } from './xliff.ts'
import { readXliff } from './xliffReading.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const segmentsNow = async (id: string): Promise<readonly Segment[]> => {
  const opportunity = await found(world, id)
  return (await world.app.read('everything', (tx) => translationOf(tx, opportunity))).segments
}
const entryOf = (segment: Segment | undefined, text: string, confirmed = false) => ({
  ...{ key: segment?.key ?? '', text, confirmed },
  ...{ source: digestOf(segment?.source ?? ''), shown: digestOf(segment?.target ?? '') },
})
const at = (segments: readonly Segment[], key: string) => segments.find((segment) => segment.key === key)
const passages = (en: string, fr: string) => ({ work: { en, fr } })

test('one English sentence changed makes exactly that one segment stale, whoever changed it', async () => {
  const { id } = await arrangeDraft(world, passages('One.\n\nTwo. Three.\n\nFour.', 'Un.\n\nDeux. Trois.\n\nQuatre.'))
  expect(progressOf(await segmentsNow(id)).stale).toBe(0)
  const { version } = await found(world, id)
  const changed = statement(passages('One.\n\nTwo. Three and a half.\n\nFour.', 'Un.\n\nDeux. Trois.\n\nQuatre.'))
  done(await saveStatement(world.app, world.staff.client, { id, seen: version, statement: changed }))
  const stale = (await segmentsNow(id)).filter(({ state }) => state !== 'done')
  expect(stale).toMatchObject([{ key: 'work.2', state: 'stale', before: 'Two. Three.', target: 'Deux. Trois.' }])

  const saved = done(
    await translateSegments(world.app, world.staff.program, {
      id,
      entries: [entryOf(stale[0], 'Deux. Trois et demi.')],
    }),
  )
  expect(saved).toMatchObject({ saved: 1, conflicts: [] })
  const { done: finished, all } = progressOf(await segmentsNow(id))
  expect(finished).toBe(all)
  expect((await found(world, id)).work.fr).toBe('Un.\n\nDeux. Trois et demi.\n\nQuatre.')
})

test('a row whose words change goes stale, by its id, wherever it moves', async () => {
  const { id } = await arrangeDraft(world)
  const opportunity = await found(world, id)
  const before = await world.app.read('everything', (tx) => statementOf(tx, opportunity))
  const [first, second, third] = before.workCriteria
  if (!first || !second || !third) throw new Error('three criteria are arranged')
  const workCriteria = [third, { ...first, en: `${first.en} Twice.` }, second]
  const input = { id, seen: opportunity.version, statement: { ...before, workCriteria } }
  done(await saveStatement(world.app, world.staff.client, input))
  const stale = (await segmentsNow(id)).filter(({ state }) => state !== 'done')
  expect(stale).toMatchObject([{ key: `workCriteria.${first.id}`, state: 'stale', place: 2 }])
})

test('two translators at once: what the other saved is not overwritten', async () => {
  const { id } = await arrangeDraft(world)
  const title = at(await segmentsNow(id), 'title')
  const both = await Promise.all([
    translateSegments(world.app, world.staff.program, { id, entries: [entryOf(title, 'Premier titre')] }),
    translateSegments(world.app, world.staff.program2, { id, entries: [entryOf(title, 'Second titre')] }),
  ])
  const results = both.map((decision) => done(decision))
  expect(results.map(({ saved }) => saved).toSorted()).toEqual([0, 1])
  expect(results.flatMap(({ conflicts }) => conflicts)).toMatchObject([{ key: 'title', why: 'translation_changed' }])
})

test('a stale passage, or a date in one language, is not attested', async () => {
  const { id, version } = await arrangeInReview(world)
  const background = at(await segmentsNow(id), 'background.1')
  const wrong = [entryOf(background, 'Environ 61 000 personnes renouvellent en ligne depuis le 4 mai 2026.')]
  const saved = done(await translateSegments(world.app, world.staff.program, { id, entries: wrong }))
  const attest = (seen: number) => attestTranslation(world.app, world.staff.program, { id, seen })
  expect(await attest(saved.version)).toEqual({ ok: false, because: 'facts_differ' })
  expect(await attest(version)).toEqual({ ok: false, because: 'stale' })

  const right = [entryOf(at(await segmentsNow(id), 'background.1'), 'Environ 61 000 personnes renouvellent en ligne.')]
  const again = done(await translateSegments(world.app, world.staff.program, { id, entries: right }))
  expect((await attest(again.version)).ok).toBe(true)
  expect(await translateSegments(world.app, world.staff.program, { id, entries: [] })).toEqual({
    ok: false,
    because: 'already_done',
  })
})

test('why it is bought is translated with the statement, and its change makes it stale', async () => {
  const { id, version: drafted } = await arrangeDraft(world)
  const { client, program } = world.staff
  const because = (en: string, fr: string) => ({ ...explained, standalone: { en, fr } })
  const explain = (en: string, fr: string) => explainDeclarations(world.app, client, { id, explained: because(en, fr) })
  done(await explain('It has one result.', 'Il a un seul résultat.'))
  expect(at(await segmentsNow(id), 'standaloneBecause')).toMatchObject({ state: 'done', place: null })
  done(await explain('It has one result of use.', 'Il a un seul résultat.'))
  expect(at(await segmentsNow(id), 'standaloneBecause')).toMatchObject({
    ...{ state: 'stale', before: 'It has one result.', target: 'Il a un seul résultat.' },
  })
  done(await submitStatement(world.app, client, { id, seen: drafted, explained: because('It has one result.', '') }))

  const { version } = await found(world, id)
  const attest = (seen: number) => attestTranslation(world.app, program, { id, seen })
  expect(await attest(version)).toEqual({ ok: false, because: 'explanations_half' })
  const page = `/fr/dossiers/${id}/traduction`
  const refused = await world.as(program).post(page, { do: 'attest', attested: 'yes', working: '' })
  expect(refused.status).toBe(409)
  expect(refused.body).toContain('Traduisez-les, à la fin des textes de la page')
  expect(refused.body).toContain('name="t.standaloneBecause"')
  expect(refused.body).toContain('Pourquoi il forme un tout')
  expect((await world.as(program).get(`${page}.xlf`)).body).toContain(
    '<unit id="standaloneBecause" name="Why it stands alone">',
  )
  expect((await world.as(program).get(`${page}.csv`)).body).toContain('"standaloneBecause","Why it stands alone"')

  const missing = at(await segmentsNow(id), 'standaloneBecause')
  expect(missing).toMatchObject({ state: 'missing', source: 'It has one result.' })
  const long = await translateSegments(world.app, program, { id, entries: [entryOf(missing, 'x'.repeat(601))] })
  expect(done(long).conflicts).toMatchObject([{ key: 'standaloneBecause', why: 'too_long' }])
  const returned = [{ key: 'standaloneBecause', source: missing?.source ?? '', target: 'Un seul résultat.' }]
  const office = { id, fileName: 'retour.xlf', format: 'xliff', returned } as const
  const { importId } = done(await receiveImport(world.app, program, office))
  const taken = await takeImport(world.app, program, { id, importId, seen: version, chosen: ['standaloneBecause'] })
  expect(await world.app.read('everything', (tx) => explanationsOf(tx, id))).toEqual(
    because('It has one result.', 'Un seul résultat.'),
  )
  expect((await attest(done(taken).version)).ok).toBe(true)
})

test('explanations from before their translation was remembered are as they were written: side by side', async () => {
  const { id } = await arrangeInReview(world)
  const forgotten = await world.app.transaction('everything', (tx) =>
    tx
      .deleteFrom('translatedTexts')
      .where('opportunityId', '=', id)
      .where('field', 'in', ['standaloneBecause', 'noCapacityBecause'])
      .executeTakeFirst(),
  )
  expect(Number(forgotten.numDeletedRows)).toBe(2)
  const segments = await segmentsNow(id)
  expect(['standaloneBecause', 'noCapacityBecause'].map((key) => at(segments, key)?.state)).toEqual(['done', 'done'])
})

test('a file of the office shows what it would change, then changes what was chosen', async () => {
  const { id } = await arrangeDraft(world, passages('One.\n\nTwo.', ''))
  const opportunity = await found(world, id)
  const about = aboutOf(opportunity)
  const page = `/en/files/${id}/translation`
  const exported = await world.as(world.staff.program).get(`${page}.xlf`)
  expect(exported.status).toBe(200)
  expect(exported.headers['content-disposition']).toContain(`${opportunity.number}-en-fr.xlf`)
  const translated = exported.body.replace('<source>Two.</source>', '<source>Two.</source><target>Deux.</target>')
  const read = readXliff(Buffer.from(translated), about)
  if (!read.ok) throw new Error(read.because)
  const input = { id, fileName: 'retour.xlf', format: 'xliff' as const, returned: read.value }
  const { importId } = done(await receiveImport(world.app, world.staff.program, input))

  const shown = await world.as(world.staff.program).get(`${page}/import/${importId}`)
  expect(shown.body).toContain('name="take.work.2"')
  expect(shown.body).toContain('Deux.')
  expect((await found(world, id)).work.fr).toBe('')
  const french = await world.as(world.staff.program).get(`/fr/dossiers/${id}/traduction/importation/${importId}`)
  expect(french.body).toContain('Nouvelle traduction')

  const { version } = await found(world, id)
  const taking = { id, importId, seen: version, chosen: ['work.2'] }
  const refused: Record<
    Exclude<TakeRefusal, 'wrong_state' | 'already_done' | 'too_long' | 'already_taken'>,
    () => Promise<unknown>
  > = {
    not_allowed: () => takeImport(world.app, world.staff.procurement, taking),
    unknown_import: () => takeImport(world.app, world.staff.program, { ...taking, importId: world.newId() }),
    nothing_chosen: () => takeImport(world.app, world.staff.program, { ...taking, chosen: [] }),
    changed_since: () => takeImport(world.app, world.staff.program, { ...taking, seen: version - 1 }),
  }
  for (const [because, ask] of Object.entries(refused)) expect(await ask()).toEqual({ ok: false, because })
  const posted = await world
    .as(world.staff.program)
    .post(`${page}/import/${importId}`, { 'take.work.2': 'yes', seen: String(version) })
  expect(posted.status).toBe(303)
  expect((await found(world, id)).work.fr).toBe('Deux.')
  expect(at(await segmentsNow(id), 'work.1')?.state).toBe('missing')
  expect(at(await segmentsNow(id), 'work.2')?.state).toBe('done')
  expect(await takeImport(world.app, world.staff.program, taking)).toEqual({ ok: false, because: 'already_taken' })
  expect(writeXliff(about, [])).toContain(id)
})

test('the page works as one form, keeps what was typed, and is closed to others', async () => {
  const { id } = await arrangeInReview(world)
  const title = at(await segmentsNow(id), 'title')
  const page = `/fr/dossiers/${id}/traduction`
  const program = world.as(world.staff.program)
  const shown = await program.get(page)
  expect(shown.body).toContain(`value="${digestOf(title?.source ?? '')}"`)
  const form = {
    't.title': 'Un titre',
    's.title': digestOf(title?.source ?? ''),
    'b.title': digestOf(title?.target ?? ''),
  }
  expect((await program.post(page, { ...form, do: 'save' })).status).toBe(303)
  expect((await found(world, id)).title.fr).toBe('Un titre')
  const late = await program.post(page, { ...form, 't.title': 'Un autre titre', do: 'save' })
  expect(late.status).toBe(409)
  expect(late.body).toContain('Un autre titre')
  expect(late.body).toContain('entre-temps')

  const unticked = await program.post(page, { do: 'attest', working: '1' })
  expect(unticked.status).toBe(422)
  expect(unticked.body).toContain('Cochez la case pour attester.')
  expect((await program.post(page, { do: 'attest', attested: 'yes', working: '0,5' })).status).toBe(303)
  expect((await program.get(page)).status).toBe(303)
  expect((await world.as(world.staff.procurement).get(page)).status).toBe(404)
  expect((await world.as(world.staff.client2).get(page)).status).toBe(404)
})
