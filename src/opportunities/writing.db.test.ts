import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeDraft, arrangeInReview, done, found, statement } from '../../test/arrange.opportunities.ts'
import { arrangeReceived, arrangeReleased } from '../../test/arrange.requests.ts'
import { openWorld, type World } from '../../test/world.ts'
import { saveStatement, startStatement, submitStatement } from './commands.writing.ts'
import { criteriaOf, statementOf } from './store.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('a statement', () => {
  test('starts with the client’s words, once', async () => {
    const { id: requestId, number } = await arrangeReleased(world)
    const asked = await Promise.all([
      startStatement(world.app, world.staff.client, { requestId }),
      startStatement(world.app, world.staff.program, { requestId }),
    ])
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
    expect(asked.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'already_started' })
    const started = asked.flatMap((each) => (each.ok ? [each.value] : []))[0]
    expect(started).toMatchObject({
      number,
      posting: 1,
      state: 'draft',
      title: { en: 'Validate boat-licence numbers offline', fr: '' },
    })
  })

  test('needs an accepted request of one’s own', async () => {
    const { id: requestId } = await arrangeReceived(world)
    expect(await startStatement(world.app, world.staff.client, { requestId })).toEqual({
      ok: false,
      because: 'not_accepted',
    })
    expect(await startStatement(world.app, world.staff.client2, { requestId })).toEqual({
      ok: false,
      because: 'not_allowed',
    })
  })

  test('is saved as it is, lists and all, and read back the same', async () => {
    const { id } = await arrangeDraft(world)
    const saved = await world.app.read('everything', async (tx) => statementOf(tx, await found(world, id)))
    expect(saved).toMatchObject(statement())
    const criteria = await world.app.read('everything', (tx) => criteriaOf(tx, id))
    expect(criteria.map(({ kind, position }) => `${kind} ${position}`)).toEqual([
      'work 1',
      'work 2',
      'work 3',
      'application 1',
    ])
  })

  test('keeps the id of every row over a save, whether the form named it or not', async () => {
    const { id, version } = await arrangeDraft(world)
    const before = await world.app.read('everything', async (tx) => statementOf(tx, await found(world, id)))
    const [first, second, third] = before.workCriteria
    if (!first || !second || !third) throw new Error('three criteria were arranged')
    const edited = { ...third, en: 'The security check is green' }
    const added = { en: 'New', fr: 'Nouveau' }
    const moved = { ...before, workCriteria: [edited, added, first] }
    done(await saveStatement(world.app, world.staff.client, { id, seen: version, statement: moved }))
    const after = await world.app.read('everything', async (tx) => statementOf(tx, await found(world, id)))
    expect(after.workCriteria.map((row) => row.id)).toEqual([third.id, expect.any(String), first.id])
    expect(after.workCriteria.map(({ en }) => en)).toEqual([edited.en, 'New', first.en])
    expect(after.skills).toEqual(before.skills)
    expect(after.provisions).toEqual(before.provisions)

    const unnamed = after.workCriteria.map(({ en, fr }, place) => ({ en, fr: place === 1 ? 'Tout nouveau' : fr }))
    const again = { ...after, workCriteria: unnamed }
    done(await saveStatement(world.app, world.staff.client, { id, seen: version + 1, statement: again }))
    const last = await world.app.read('everything', async (tx) => statementOf(tx, await found(world, id)))
    expect(last.workCriteria.map((row) => row.id)).toEqual(after.workCriteria.map((row) => row.id))
  })

  test('never takes the id of a row of another file', async () => {
    const [mine, theirs] = [await arrangeDraft(world), await arrangeDraft(world)]
    const read = (id: string) => world.app.read('everything', async (tx) => statementOf(tx, await found(world, id)))
    const stolen = { ...(await read(mine.id)), skills: (await read(theirs.id)).skills }
    done(await saveStatement(world.app, world.staff.client, { id: mine.id, seen: mine.version, statement: stolen }))
    expect((await read(mine.id)).skills[0]?.id).not.toBe((await read(theirs.id)).skills[0]?.id)
    expect((await read(theirs.id)).skills).toHaveLength(1)
  })

  test('gets an address from its English title, another one when that is taken', async () => {
    const title = { en: 'Sort names – in French, too!', fr: 'Trier' }
    const [first, second] = [await arrangeDraft(world, { title }), await arrangeDraft(world, { title })]
    expect(first.slug).toBe('sort-names-in-french-too')
    expect(second.slug).toBe(`sort-names-in-french-too-dw-${second.number}`)
  })

  test('of two who save at once over the same version, one is told and nothing is lost', async () => {
    const { id, version } = await arrangeDraft(world)
    const save = (teaser: string, who: 'client' | 'program') =>
      saveStatement(world.app, world.staff[who], {
        id,
        seen: version,
        statement: statement({ teaser: { en: teaser, fr: '' } }),
      })
    const decisions = await Promise.all([save('Mine', 'client'), save('Yours', 'program')])
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1)
    expect(decisions.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'stale' })
    expect(['Mine', 'Yours']).toContain((await found(world, id)).teaser.en)
  })

  test('is submitted in its source language, and its translation may follow', async () => {
    const { id } = await arrangeInReview(world, { background: { en: 'Only English yet.', fr: '' } })
    expect((await found(world, id)).state).toBe('in_review')
    const { id: other, version } = await arrangeDraft(world, { background: { en: '', fr: 'Seulement en français.' } })
    expect(await submitStatement(world.app, world.staff.client, { id: other, seen: version })).toEqual({
      ok: false,
      because: 'not_ready',
    })
  })
})
