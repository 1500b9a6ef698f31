import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeDraft, arrangeInReview, done, found, statement } from '../../test/arrange.opportunities.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'
import { approveStatement, returnStatement } from '../opportunities/commands.writing.ts'
import { statementOf } from '../opportunities/store.ts'
import { path } from '../platform/paths.ts'
import { comment } from './commands.comments.ts'
import { saveChanges } from './commands.ts'
import { draftFacts } from './pages.ts'
import { markOf, typedOf } from './rules.fields.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const as = (who: keyof World['staff']) => world.as(world.staff[who])
const stored = async (id: string) => world.app.read('everything', async (tx) => statementOf(tx, await found(world, id)))
const fields = async (id: string): Promise<Record<string, string>> => {
  const facts = await world.app.read('everything', (tx) => draftFacts(tx, world.staff.program, id))
  return facts ? { ...typedOf(facts.written, 'America/Toronto', 'en') } : {}
}
const save = (who: 'client' | 'program', id: string, typed: Record<string, string>) =>
  as(who).post(`/en/files/${id}/statement`, typed)

describe('the builder without a script', () => {
  test('saves what changed, field by field, and shows it again', async () => {
    const { id, version } = await arrangeDraft(world)
    const typed = { ...(await fields(id)), title_en: 'Another title', seen: String(version), do: 'save' }
    const saved = await save('program', id, typed)
    expect([saved.status, saved.location]).toEqual([303, `/en/files/${id}/statement?saved=1`])
    expect(await stored(id)).toMatchObject(statement({ title: { en: 'Another title', fr: statement().title.fr } }))
    const shown = await as('client').get(`/fr/dossiers/${id}/enonce`)
    expect(shown.body).toContain('Another title')
    expect(await htmlErrors(shown.body)).toEqual([])
  })

  test.each([
    ['title_fr', 'x'.repeat(101), 'Use 100 characters or fewer.'],
    ['teaser_en', 'x'.repeat(501), 'Use 500 characters or fewer.'],
    ['price', '1e4', 'Enter an amount in dollars, such as 6,500.00.'],
    ['hours', 'many', 'Enter a whole number of hours, from 1 to 9999.'],
    ['closing_day', '2026-02-31', 'Enter a day as year-month-day, such as 2026-11-17.'],
    ['closing_time', '2 p.m.', 'Enter a time on the 24-hour clock, such as 14:00.'],
    ['delivery_day', 'soon', 'Enter a day as year-month-day, such as 2026-11-17.'],
    ['repository_url', 'javascript:alert(1)', 'Enter a web address that starts with https://.'],
  ])('%s as %s comes back with a sentence, and is kept as typed', async (name, value, sentence) => {
    const { id, version } = await arrangeDraft(world)
    const typed = { ...(await fields(id)), [name]: value, seen: String(version), do: 'save' }
    const answer = await save('client', id, typed)
    expect(answer.status).toBe(422)
    for (const said of [sentence, value, 'Start from issue 412.']) expect(answer.body).toContain(said)
    expect((await fields(id))[name]).toBe(value)
  })

  test('keeps what is too long to be saved on the page, with a sentence at its field', async () => {
    const { id, version } = await arrangeDraft(world)
    const long = 'long words '.repeat(2_000)
    const typed = { ...(await fields(id)), work_en: long, seen: String(version), do: 'save' }
    const answer = await save('client', id, typed)
    expect(answer.status).toBe(409)
    for (const said of ['This text is too long to be kept.', long.trim()]) expect(answer.body).toContain(said)
    const odd = { comment: 'work', 'comment.work': 'a\u0000b', seen: String(version) }
    expect((await save('client', id, { ...(await fields(id)), ...odd })).status).toBe(303)
    expect((await save('client', id, { ...(await fields(id)), comment: 'no_such_field\u0000' })).status).toBeLessThan(
      500,
    )
  })

  test('adds and removes rows, and loses nothing that is typed', async () => {
    const { id, version } = await arrangeDraft(world)
    const typed = { ...(await fields(id)), seen: String(version), title_en: 'Half a ti', price: 'not yet', rate: '70' }
    const added = await save('client', id, { ...typed, add: 'skills' })
    expect(added.status).toBe(200)
    for (const kept of ['Half a ti', 'not yet', 'value="70"', 'id="f-skills-2"']) expect(added.body).toContain(kept)
    const [row] = (await stored(id)).workCriteria
    const { rate: _, ...rest } = await fields(id)
    const current = String((await found(world, id)).version)
    const removed = await save('client', id, { ...rest, seen: current, remove: `workCriteria:${row?.id}` })
    expect([removed.status, removed.location]).toEqual([303, `/en/files/${id}/statement#f-workCriteria`])
    expect((await stored(id)).workCriteria).toHaveLength(2)
  })

  test('of two over the same field, shows both texts and lets one choose', async () => {
    const { id, version } = await arrangeDraft(world)
    const typed = { ...(await fields(id)), seen: String(version), do: 'save' }
    await save('program', id, { ...typed, teaser_en: 'From the program team.', team_fr: 'Bateaux' })
    const marks = JSON.stringify(
      Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, markOf(name, text)])),
    )
    const clash = await save('client', id, { ...typed, marks, teaser_en: 'From the client.', title_en: 'Also changed' })
    expect(clash.status).toBe(409)
    for (const text of ['From the program team.', 'From the client.', 'Two texts for this field'])
      expect(clash.body).toContain(text)
    expect(await htmlErrors(clash.body)).toEqual([])
    // Only what this person changed was written: the other's change of another field stands.
    expect(await fields(id)).toMatchObject({ title_en: 'Also changed', team_fr: 'Bateaux' })

    const [, button = ''] = /name="settle" value="([^"]+:taken)"/.exec(clash.body) ?? []
    const [, seen = ''] = new RegExp(`name="settle.${button.split(':')[0]}" value="([^"]+)"`).exec(clash.body) ?? []
    const current = await fields(id)
    const chosen = await save('client', id, {
      ...current,
      seen: String((await found(world, id)).version),
      settle: button,
      [`settle.${button.split(':')[0]}`]: seen,
    })
    expect(chosen.status).toBe(303)
    expect((await fields(id)).teaser_en).toBe('From the client.')
  })

  test('works out a price, and takes the suggested dates and price when asked', async () => {
    const { id, version } = await arrangeDraft(world, { price: null })
    const typed = { ...(await fields(id)), seen: String(version), rate: '65', do: 'estimate' }
    const answer = await save('client', id, typed)
    expect(answer.body).toContain('(90 hours + 10 for paperwork) × $65.00 = $6,500.00.')
    expect((await stored(id)).price).toBe(650_000)
    const seen = String((await found(world, id)).version)
    const taken = await save('client', id, { ...(await fields(id)), seen, do: 'suggest' })
    expect(taken.status).toBe(200)
    const { price, closesAt, selectionDay, deliveryDay } = await stored(id)
    expect([price, closesAt?.toISOString(), selectionDay, deliveryDay]).toEqual([
      ...[800_000, '2026-05-19T18:00:00.000Z', '2026-05-21', '2026-06-08'],
    ])
  })
})

describe('what the script sends and asks', () => {
  const json = async (answer: Promise<{ body: string }>) => JSON.parse((await answer).body)
  test('is saved, and told to the other', async () => {
    const { id } = await arrangeDraft(world)
    const mark = markOf('title_en', statement().title.en)
    const inFrench = path('/files/:id/edits', 'fr', { id })
    const edits = JSON.stringify([{ key: 'k', name: 'title_en', mark, value: 'Typed' }])
    const sent = await json(as('client').post(`/en/files/${id}/edits`, { edits }))
    expect(sent).toMatchObject({
      ok: true,
      at: expect.stringMatching(/^10:00:\d\d$/),
      outcomes: [{ name: 'title_en', outcome: 'applied' }],
    })
    await as('client').post(`/en/files/${id}/presence`, { field: 'title_en' })
    const news = await json(as('program').get(`${inFrench}?version=1&shape=x`))
    expect(news.fields.title_en).toBe('Typed')
    expect(news.here).toEqual(['Claire Arsenault écrit ici\u00a0: Titre (anglais).'])
    const same = await json(as('program').get(`${inFrench}?version=${news.version}&shape=${news.shape}`))
    expect(same.fields).toBeUndefined()
    await as('client').post(`/en/files/${id}/presence`, { leaves: 'yes' })
    expect((await json(as('program').get(`/en/files/${id}/edits`))).here).toEqual([])
    expect((await json(as('client').post(`/en/files/${id}/edits`, { edits: '{}' }))).ok).toBe(false)
  })

  test('is closed to other clients, and ends with the draft', async () => {
    const { id } = await arrangeDraft(world)
    for (const address of [`/en/files/${id}/edits`, `/en/files/${id}/presence`])
      expect((await as('client2').post(address, { edits: '[]' })).status).toBe(404)
    expect((await as('client2').get(`/en/files/${id}/edits`)).status).toBe(404)
    const review = await arrangeInReview(world)
    expect(await json(as('client').get(`/en/files/${review.id}/edits`))).toMatchObject({ ended: true })
    expect(await json(as('client').post(`/en/files/${review.id}/edits`, { edits: '[]' }))).toMatchObject({ ok: false })
  })
})

describe('pages about a statement', () => {
  test('comments are made, answered and settled at their field, in both languages', async () => {
    const { id } = await arrangeInReview(world)
    const empty = await as('procurement').post(`/en/files/${id}/comments`, { comment: 'title', 'comment.title': ' ' })
    expect([empty.status, empty.body.includes('Write something first.')]).toEqual([409, true])
    const body = { comment: 'title', 'comment.title': 'Which <b>picker</b>?' }
    expect((await as('procurement').post(`/en/files/${id}/comments`, body)).status).toBe(303)
    const page = await as('client').get(`/fr/dossiers/${id}/commentaires`)
    expect(page.body).toContain('Which &lt;b>picker&lt;/b>?')
    expect(page.body).toContain('1 commentaire en suspens')
    expect(await htmlErrors(page.body)).toEqual([])
    const [, commentId = ''] = /name="answer" value="([^"]+)"/.exec(page.body) ?? []
    const answered = { answer: commentId, [`answer.${commentId}`]: 'The one of the form.' }
    expect((await as('client').post(`/en/files/${id}/comments`, answered)).status).toBe(303)
    expect((await as('procurement').post(`/en/files/${id}/comments`, { resolve: commentId })).status).toBe(303)
    expect((await as('program').get(`/en/files/${id}/comments`)).body).toContain('No open comment')
    expect((await as('client2').get(`/en/files/${id}/comments`)).status).toBe(404)
  })

  test('versions are listed and compared; earlier texts of a field are found', async () => {
    const { id } = await arrangeInReview(world)
    done(await comment(world.app, world.staff.program, { id, field: 'team', body: 'Say which.' }))
    done(await approveStatement(world.app, world.staff.procurement, { id }))
    done(await returnStatement(world.app, world.staff.program, { id, reasons: 'Again.' }))
    const change = { key: 'k', name: 'team_en', mark: markOf('team_en', 'Licensing'), value: 'Boat licensing' }
    done(await saveChanges(world.app, world.staff.client, { id, changes: [change] }))
    for (const address of [
      `/en/files/${id}/versions`,
      `/fr/dossiers/${id}/versions?from=1&to=now`,
      `/en/files/${id}/earlier?field=team`,
      `/fr/dossiers/${id}/anterieures?field=nothing`,
      `/en/files/${id}/preview`,
      `/en/files/${id}/statement`,
    ])
      expect([address, await htmlErrors((await as('client').get(address)).body)]).toEqual([address, []])
    const compared = await as('procurement').get(`/en/files/${id}/versions?from=1&to=now`)
    for (const said of ['Submission', 'Approval', 'Return', 'Team (English)', '<ins>'])
      expect(compared.body).toContain(said)
    expect((await as('client').get(`/en/files/${id}/versions?from=1&to=2`)).body).toContain('Both say the same.')
    expect((await as('client').get(`/en/files/${id}/earlier?field=team`)).body).toContain('Boat')
  })

  test('the preview shows what is there, with suggestions for what is missing', async () => {
    const { id } = await arrangeDraft(world, { price: null, closesAt: null })
    const { body } = await as('client').get(`/fr/dossiers/${id}/apercu`)
    expect(body).toContain('les valeurs montrées sont des suggestions')
    expect(body).toContain('data-fragment')
  })
})
