import type { SelectQueryNode } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeDraft, arrangeInReview, done, found, tick } from '../../test/arrange.opportunities.ts'
import { openWorld, type World } from '../../test/world.ts'
import { approveStatement, returnStatement, submitStatement } from '../opportunities/commands.writing.ts'
import { heldOf } from '../opportunities/held.store.ts'
import { statementOf } from '../opportunities/store.ts'
import { versionsOf } from '../opportunities/versions.store.ts'
import type { App } from '../platform/app.ts'
import { answerComment, comment, resolveComment } from './commands.comments.ts'
import { addRow, removeRow, saveChanges, settleConflict } from './commands.ts'
import { draftFacts } from './pages.ts'
import { LONGEST } from './rules.edits.ts'
import { markOf, typedOf } from './rules.fields.ts'
import { openConflicts } from './store.conflicts.ts'
import { editsOf } from './store.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const facts = async (id: string) => {
  const read = await world.app.read('everything', (tx) => draftFacts(tx, world.staff.program, id))
  if (!read) throw new Error('the file is not there')
  return read
}
const fieldsOf = async (id: string) => typedOf((await facts(id)).written, 'America/Toronto', 'en')
const change = (name: string, over: string, value: string, key = `${name} ${value}`) => ({
  ...{ key, name, mark: markOf(name, over), value },
})
const save = (id: string, who: 'client' | 'program', ...changes: ReturnType<typeof change>[]) =>
  saveChanges(world.app, world.staff[who], { id, changes })
const outcomes = async (saved: ReturnType<typeof save>) => done(await saved).outcomes.map(({ outcome }) => outcome)

describe('changes of single fields', () => {
  test('are taken over each by itself, as rows that nobody alters', async () => {
    const { id, version } = await arrangeDraft(world, { hours: null })
    const [skill] = (await facts(id)).written.lists.skills
    const row = `skills.${skill?.id}_en`
    const saved = await save(
      id,
      'client',
      change('title_en', 'Fix a keyboard trap in the boat-licence date picker', 'A title'),
      change('hours', '', '40'),
      change(row, 'TypeScript', 'TypeScript, or similar'),
      change('price', '6,500.00', '5000'),
      change('standalone', 'yes', ''),
    )
    expect(done(saved).outcomes.map(({ outcome }) => outcome)).toEqual(Array(5).fill('applied'))
    expect(done(saved).version).toBe(version + 1)
    expect(await fieldsOf(id)).toMatchObject({
      ...{ title_en: 'A title', hours: '40', [row]: 'TypeScript, or similar', price: '$5,000.00', standalone: '' },
    })
    const edits = await world.app.read('everything', (tx) => editsOf(tx, id, 'title'))
    expect(edits).toMatchObject([
      { half: 'en', base: expect.stringContaining('keyboard trap'), value: 'A title', applied: true },
    ])
    await expect(
      world.app.transaction('everything', (tx) => tx.updateTable('statementEdits').set({ value: '' }).execute()),
    ).rejects.toThrow(/permission denied/)
  })

  test('that cannot be read yet are held as typed, and keep the statement from being submitted', async () => {
    const { id } = await arrangeDraft(world)
    expect(await outcomes(save(id, 'client', change('hours', '90', 'about 90')))).toEqual(['applied'])
    expect(await outcomes(save(id, 'client', change('closing_time', '14:00', '2 p')))).toEqual(['applied'])
    expect(await world.app.read('everything', (tx) => heldOf(tx, id))).toEqual({
      ...{ hours: 'about 90', closing_time: '2 p', closing_day: '2026-05-26' },
    })
    const { version } = await found(world, id)
    expect(await submitStatement(world.app, world.staff.client, { id, seen: version })).toEqual({
      ok: false,
      because: 'unreadable',
    })
    await save(id, 'client', change('hours', 'about 90', '90'), change('closing_time', '2 p', '14:00'))
    expect(await world.app.read('everything', (tx) => heldOf(tx, id))).toEqual({})
    expect((await found(world, id)).hours).toBe(90)
    expect((await facts(id)).written.facts.closesAt).toEqual(new Date('2026-05-26T18:00:00Z'))
  })

  test('of one key are one within one sending, too', async () => {
    const { id } = await arrangeDraft(world)
    const sent = save(id, 'client', change('team_en', 'Licensing', 'A', 'k'), change('team_fr', 'Permis', 'B', 'k'))
    expect(await outcomes(sent)).toEqual(['applied', 'applied'])
    expect(await fieldsOf(id)).toMatchObject({ team_en: 'A', team_fr: 'Permis' })
  })

  test('bring a removed row back while there is room for it, not beyond', async () => {
    const { id } = await arrangeDraft(world)
    const [skill] = (await facts(id)).written.lists.skills
    const rowId = skill?.id ?? ''
    done(await removeRow(world.app, world.staff.client, { id, list: 'skills', rowId }))
    for (let row = 0; row < 10; row += 1)
      done(await addRow(world.app, world.staff.client, { id, list: 'skills', most: 10 }))
    const late = change(`skills.${rowId}_en`, 'TypeScript', 'TypeScript 7')
    expect(await outcomes(save(id, 'program', late))).toEqual(['unknown'])
    expect((await facts(id)).written.lists.skills).toHaveLength(10)
  })

  test('sent twice are one, even after somebody wrote over them', async () => {
    const { id } = await arrangeDraft(world)
    const first = change('teaser_en', 'Keyboard users cannot leave the calendar.', 'First', 'once')
    await save(id, 'client', first)
    await save(id, 'program', change('teaser_en', 'First', 'Second'))
    expect(await outcomes(save(id, 'client', first))).toEqual(['applied'])
    expect((await fieldsOf(id)).teaser_en).toBe('Second')
    expect((await facts(id)).conflicts).toEqual([])
  })

  test('of a name that is no field, of another state or of too long a text are refused', async () => {
    const { id } = await arrangeDraft(world)
    expect(await outcomes(save(id, 'client', change('nothing', '', 'x')))).toEqual(['unknown'])
    const long = change('work_en', 'Start from issue 412.', 'x'.repeat(LONGEST + 1))
    expect(await save(id, 'client', long)).toEqual({ ok: false, because: 'too_long' })
    const review = await arrangeInReview(world)
    expect(await save(review.id, 'client', change('title_en', '', 'x'))).toEqual({ ok: false, because: 'wrong_state' })
  })
})

describe('two people in one field', () => {
  test('at once: one text is saved, the other stands beside it, and none is lost', async () => {
    const lost = await lostTexts(world.app)
    expect(lost).toEqual([])
  })

  test('the check bites: without the lock of the row, a text is overwritten', async () => {
    expect((await lostTexts(withoutLock(world.app))).length).toBeGreaterThan(0)
  })

  /** Five rounds of two people who write over the same text at once; the texts that stand nowhere afterwards. */
  async function lostTexts(app: App): Promise<string[]> {
    const { id } = await arrangeDraft(world)
    const lost: string[] = []
    for (let round = 1; round <= 5; round += 1) {
      const before = (await fieldsOf(id)).background_en ?? ''
      const texts = [`Client ${round}`, `Program ${round}`]
      await Promise.allSettled([
        saveChanges(app, world.staff.client, { id, changes: [change('background_en', before, texts[0] ?? '')] }),
        saveChanges(app, world.staff.program, { id, changes: [change('background_en', before, texts[1] ?? '')] }),
      ])
      const now = (await fieldsOf(id)).background_en
      const beside = (await facts(id)).conflicts.map(({ value }) => value)
      lost.push(...texts.filter((text) => text !== now && !beside.includes(text)))
    }
    return lost
  }

  test('choose: the saved text stays, the other is taken, or a third is written', async () => {
    const { id } = await arrangeDraft(world)
    const clash = async (mine: string) => {
      const before = (await fieldsOf(id)).team_en ?? ''
      await save(id, 'program', change('team_en', before, `${mine} of the program`))
      expect(await outcomes(save(id, 'client', change('team_en', before, mine)))).toEqual(['conflict'])
      const [conflict] = await world.app.read('everything', (tx) => openConflicts(tx, id))
      return { editId: conflict?.id ?? '', mark: markOf('team_en', `${mine} of the program`) }
    }
    const settle = (input: { editId: string; mark: string }, choice: 'kept' | 'taken' | 'merged', merged = '') =>
      settleConflict(world.app, world.staff.client, { id, ...input, choice, merged })

    expect(done(await settle(await clash('One'), 'kept')).name).toBe('team_en')
    expect((await fieldsOf(id)).team_en).toBe('One of the program')
    const taken = await clash('Two')
    expect(await settle({ ...taken, mark: 'older' }, 'taken')).toEqual({ ok: false, because: 'changed_again' })
    done(await settle(taken, 'taken'))
    expect((await fieldsOf(id)).team_en).toBe('Two')
    expect(await settle(taken, 'taken')).toEqual({ ok: false, because: 'already_settled' })
    done(await settle(await clash('Three'), 'merged', 'From both'))
    expect((await fieldsOf(id)).team_en).toBe('From both')
    expect((await facts(id)).conflicts).toEqual([])
    const earlier = await world.app.read('everything', (tx) => editsOf(tx, id, 'team'))
    expect(earlier.filter(({ applied }) => !applied).map(({ value }) => value)).toEqual(['Three', 'Two', 'One'])
  })

  test('a person who goes on writing has one other text, the latest', async () => {
    const { id } = await arrangeDraft(world)
    await save(id, 'program', change('team_en', 'Licensing', 'Boats'))
    await save(id, 'client', change('team_en', 'Licensing', 'Lic'))
    await save(id, 'client', change('team_en', 'Licensing', 'Licences'))
    const { conflicts } = await facts(id)
    expect(conflicts.map(({ value, base }) => [value, base])).toEqual([['Licences', 'Licensing']])
  })
})

describe('rows', () => {
  test('are added and removed at once, each with an id of its own', async () => {
    const { id } = await arrangeDraft(world)
    const add = (who: 'client' | 'program') => addRow(world.app, world.staff[who], { id, list: 'skills', most: 10 })
    const [first] = (await facts(id)).written.lists.skills
    const [one, two] = await Promise.all([
      add('client'),
      add('program'),
      removeRow(world.app, world.staff.client, { id, list: 'skills', rowId: first?.id ?? '' }),
    ])
    const rows = (await facts(id)).written.lists.skills
    expect(new Set(rows.map((row) => row.id))).toEqual(new Set([done(one).rowId, done(two).rowId]))
    await save(id, 'client', change(`skills.${done(one).rowId}_en`, '', 'Go'))
    const said = await world.app.read('everything', async (tx) => statementOf(tx, await found(world, id)))
    expect(said.skills.map(({ en }) => en)).toEqual(['Go'])
  })

  test('that were removed while somebody was writing in them come back with every word', async () => {
    const { id } = await arrangeDraft(world)
    const [row] = (await facts(id)).written.lists.workCriteria
    const rowId = row?.id ?? ''
    await removeRow(world.app, world.staff.program, { id, list: 'workCriteria', rowId })
    const name = `workCriteria.${rowId}_en`
    expect(await outcomes(save(id, 'client', change(name, row?.en ?? '', 'Tab goes in and out.')))).toEqual(['applied'])
    const back = (await facts(id)).written.lists.workCriteria.find((each) => each.id === rowId)
    expect(back).toMatchObject({ id: rowId, en: 'Tab goes in and out.', fr: row?.fr })
  })

  test('stop at the most that a list may have', async () => {
    const { id } = await arrangeDraft(world)
    expect(done(await addRow(world.app, world.staff.client, { id, list: 'skills', most: 1 })).rowId).toBeNull()
  })
})

describe('comments', () => {
  test('are made, answered and settled, and a return counts the open ones', async () => {
    const { id } = await arrangeInReview(world)
    const field = 'title'
    const said = done(await comment(world.app, world.staff.procurement, { id, field, body: 'Say which picker.' }))
    tick(world)
    done(await comment(world.app, world.staff.program, { id, field: 'work', body: 'Which branch?' }))
    const { commentId } = said
    done(await answerComment(world.app, world.staff.client, { id, commentId, body: 'The one of the licence form.' }))
    expect((await facts(id)).comments[0]).toMatchObject({ field, answers: [{ body: 'The one of the licence form.' }] })
    expect(await resolveComment(world.app, world.staff.client, { id, commentId })).toEqual({
      ok: false,
      because: 'not_allowed',
    })
    done(await resolveComment(world.app, world.staff.procurement, { id, commentId }))
    expect(await resolveComment(world.app, world.staff.procurement, { id, commentId })).toEqual({
      ok: false,
      because: 'unknown_comment',
    })
    done(await returnStatement(world.app, world.staff.program, { id, reasons: 'See the comments.' }))
    const letters = await world.app.read('everything', (tx) =>
      tx.selectFrom('outboxMessages').select(['kind', 'facts']).where('facts', 'like', `%${id}%`).execute(),
    )
    expect(letters.filter(({ kind }) => kind === 'statement.commented')).toHaveLength(1)
    expect(letters.find(({ kind }) => kind === 'opportunity.returned')?.facts).toContain('Which branch?')
  })
})

describe('versions', () => {
  test('are kept at each moment that counts, with the text of the digest', async () => {
    const { id } = await arrangeInReview(world)
    done(await approveStatement(world.app, world.staff.procurement, { id }))
    tick(world)
    done(await returnStatement(world.app, world.staff.program, { id, reasons: 'Once more.' }))
    const versions = await world.app.read('everything', (tx) => versionsOf(tx, id))
    expect(versions.map(({ number, moment }) => `${number} ${moment}`)).toEqual([
      '1 submitted',
      '2 approved',
      '3 returned',
    ])
    expect(versions[0]?.digest.equals(versions[1]?.digest ?? Buffer.alloc(0))).toBe(true)
    expect(versions[0]?.frozen).toContain('Start from issue 412.')
  })
})

/** The planted bug: the same program whose rows are read without a lock. */
function withoutLock(app: App): App {
  return {
    ...app,
    transaction: (scope, act, as) =>
      app.transaction(
        scope,
        (tx) =>
          act(
            Object.assign(
              tx.withPlugin({
                transformQuery: ({ node }) => (node.kind === 'SelectQueryNode' ? unlocked(node) : node),
                transformResult: async ({ result }) => result,
              }),
              { now: () => tx.now() },
            ) as typeof tx,
          ),
        as,
      ),
  }
}

function unlocked(node: SelectQueryNode): SelectQueryNode {
  const { endModifiers: _, ...rest } = node
  return rest
}
