import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeDraft } from '../../test/arrange.opportunities.ts'
import { acceptance, arrangeReceived } from '../../test/arrange.requests.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'
import { importIssue, importMarkdown, importStatement, importTemplate } from '../backlog/commands.ts'
import { findImport } from '../backlog/store.ts'
import { startStatement } from '../opportunities/commands.writing.ts'
import { opportunityJobs } from '../opportunities/jobs.ts'
import { findOpportunity, statementOf } from '../opportunities/store.ts'
import type { Issue } from '../platform/codeHosts.ts'
import { decideGo, screenRequest } from '../requests/commands.ts'
import { opportunityOf } from '../requests/store.ts'
import { fillDraft } from './commands.start.ts'
import type { FillRefusal } from './rules.start.ts'
import { editsOf } from './store.ts'
import { fillRefusals } from './texts.start.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const issue: Issue = {
  kind: 'github',
  address: 'https://github.com/waterways-example/lock-booking/issues/128',
  title: 'Keyboard trap in the date picker',
  body: 'Boaters cannot leave the calendar.\n\n## Context\n\nAdded in 2019.\n\n## Details\n\nIt keeps keys.\n\n## Acceptance criteria\n\n- [ ] Escape closes it.',
  labels: ['accessibility'],
  repository: {
    address: 'https://github.com/waterways-example/lock-booking',
    ...{ licence: 'Apache-2.0', licenceUnknown: null, languages: ['TypeScript'], topics: [] },
  },
}
const done = <Value>(decision: { ok: true; value: Value } | { ok: false; because: string }): Value => {
  if (!decision.ok) throw new Error(`refused: ${decision.because}`)
  return decision.value
}
const read = async (id: string) =>
  world.app.read('everything', async (tx) => {
    const opportunity = await findOpportunity(tx, id)
    if (!opportunity) throw new Error('there is no such file')
    return { opportunity, statement: await statementOf(tx, opportunity) }
  })
const imported = async (asked: Promise<Parameters<typeof done>[0]>) => {
  const { id } = done(await asked) as { id: string }
  const found = await world.app.read('everything', (tx) => findImport(tx, id))
  if (!found) throw new Error('there is no such import')
  return found
}
/** A request that was started from this, as its form came back. */
async function accepted(importId: string, subject: string, need: string, language: 'en' | 'fr' = 'en') {
  const { id } = await arrangeReceived(world, { importId, subject, need, language })
  done(await screenRequest(world.app, world.staff.program, { id, verdict: acceptance }))
  return id
}

describe('a statement begins', () => {
  test('at the acceptance, from the issue, before any Go; twice is once', async () => {
    const found = await imported(importIssue(world.app, world.staff.client, { issue, language: 'fr' }))
    const requestId = await accepted(found.id, found.outline.title, found.outline.need, 'fr')
    await opportunityJobs['statement.start'](world.worker, { requestId })
    await opportunityJobs['statement.start'](world.worker, { requestId })
    const id = await world.app.read('everything', (tx) => opportunityOf(tx, requestId))
    const { opportunity, statement } = await read(id ?? '')
    expect(opportunity).toMatchObject({ state: 'draft', sourceLanguage: 'en', clientId: world.staff.client.id })
    expect(statement).toMatchObject({
      title: { en: 'Keyboard trap in the date picker', fr: '' },
      teaser: { en: 'Boaters cannot leave the calendar.', fr: '' },
      background: { en: 'Added in 2019.', fr: '' },
      work: { en: '# Details\n\nIt keeps keys.', fr: '' },
      skills: [
        { en: 'Web accessibility', fr: 'Accessibilité du Web' },
        { en: 'TypeScript', fr: 'TypeScript' },
      ],
      licence: 'Apache-2.0',
      repository: { kind: 'department', url: issue.repository.address },
      hasInterface: true,
    })
    expect(statement.workCriteria.map(({ en }) => en.split('\n')[0])).toEqual([
      'Escape closes it.',
      'Licence file',
      'Requirements and documentation',
      'Automated security check',
      'Accessibility',
    ])
    expect(statement.applicationCriteria).toHaveLength(2)
    const events = await world.app.read('everything', (tx) =>
      tx.selectFrom('historyEvents').select(['kind', 'actorKind', 'body']).where('fileId', '=', requestId).execute(),
    )
    expect(events.find(({ kind }) => kind === 'opportunity.drafted')).toMatchObject({ actorKind: 'system' })
    expect(JSON.stringify(events)).not.toContain('lock-booking')
  })

  test('with the client’s words when they wrote the need anew', async () => {
    const found = await imported(importIssue(world.app, world.staff.client, { issue, language: 'en' }))
    const requestId = await accepted(found.id, 'Ma propre idée', 'Mes propres mots.', 'fr')
    const started = done(await startStatement(world.app, world.staff.client, { requestId }))
    const { statement } = await read(started.id)
    expect(started.sourceLanguage).toBe('fr')
    expect(statement).toMatchObject({
      title: { en: '', fr: 'Ma propre idée' },
      work: { en: '', fr: 'Mes propres mots.' },
      licence: 'Apache-2.0',
    })
  })

  test('from a template in both languages, but with the client’s own title alone', async () => {
    const found = await imported(importTemplate(world.app, world.staff.client, { key: 'script', language: 'fr' }))
    const requestId = await accepted(found.id, 'Compter les bateaux', found.outline.need, 'fr')
    const started = done(await startStatement(world.app, world.staff.client, { requestId }))
    const { statement } = await read(started.id)
    expect(statement.title).toEqual({ en: '', fr: 'Compter les bateaux' })
    expect(statement.work.en && statement.work.fr).toBeTruthy()
    expect(statement.workCriteria).toHaveLength(6)
  })

  test('not against a refused Go', async () => {
    const { id: requestId } = await arrangeReceived(world)
    done(await screenRequest(world.app, world.staff.program, { id: requestId, verdict: acceptance }))
    done(await decideGo(world.app, world.staff.procurement, { id: requestId, said: 'no_go', reason: 'Too large.' }))
    expect(await startStatement(world.app, world.staff.client, { requestId })).toEqual({ ok: false, because: 'no_go' })
  })
})

describe('a draft is filled', () => {
  const markdown = {
    title: '',
    body: '# Another title\n\nOther words.\n\n## Done when\n\n- It counts.',
    language: 'en',
  } as const

  test('where it is empty; with a tick, over what is written, which stays among the earlier versions', async () => {
    const { id } = await arrangeDraft(world)
    const before = await read(id)
    const found = await imported(importMarkdown(world.app, world.staff.client, markdown))
    const source = { kind: 'import', key: found.id } as const
    const careful = done(await fillDraft(world.app, world.staff.client, { id, seen: 0, source, replace: false }))
    expect(careful.taken).toEqual([])
    expect(careful.kept).toContain('title')
    expect((await read(id)).opportunity.version).toBe(before.opportunity.version)

    const seen = before.opportunity.version
    const bold = done(await fillDraft(world.app, world.staff.program, { id, seen, source, replace: true }))
    expect(bold.taken).toEqual(expect.arrayContaining(['title', 'work', 'workCriteria']))
    const after = await read(id)
    expect(after.statement.title).toEqual({ en: 'Another title', fr: before.statement.title.fr })
    expect(after.statement.price).toBe(before.statement.price)
    const edits = await world.app.read('everything', (tx) => editsOf(tx, id, 'title'))
    expect(edits[0]).toMatchObject({
      half: 'en',
      base: before.statement.title.en,
      value: 'Another title',
      applied: true,
    })
  })

  test('from an earlier statement of one’s own; never from that of another client', async () => {
    const { id: other } = await arrangeDraft(world)
    const { id } = await arrangeDraft(world)
    const source = { kind: 'statement', key: other } as const
    const same = done(await fillDraft(world.app, world.staff.client, { id, seen: 0, source, replace: false }))
    expect(same).toEqual({ taken: [], kept: [] })
    expect(await importStatement(world.app, world.staff.client2, { opportunityId: other })).toEqual({
      ok: false,
      because: 'not_allowed',
    })
    const reused = await imported(importStatement(world.app, world.staff.program, { opportunityId: other }))
    expect(reused).toMatchObject({ kind: 'statement', outline: { title: (await read(other)).statement.title.en } })
  })

  const refused: Record<FillRefusal, (id: string, key: string) => ReturnType<typeof fillDraft>> = {
    not_allowed: (id, key) =>
      fillDraft(world.app, world.staff.procurement, { id, seen: 0, source: { kind: 'import', key }, replace: false }),
    wrong_state: async (id, key) => {
      await world.app.transaction('everything', (tx) =>
        tx
          .updateTable('opportunities')
          .set({ state: 'cancelled', endedAt: world.now, endedBecause: 'x' })
          .where('id', '=', id)
          .execute(),
      )
      return fillDraft(world.app, world.staff.client, { id, seen: 0, source: { kind: 'import', key }, replace: false })
    },
    source_gone: (id) =>
      fillDraft(world.app, world.staff.client, {
        ...{ id, seen: 0, replace: false },
        source: { kind: 'import', key: world.newId() },
      }),
    stale: (id, key) =>
      fillDraft(world.app, world.staff.client, { id, seen: 1, source: { kind: 'import', key }, replace: true }),
  }
  test.each(Object.entries(refused))('refused: %s', async (because, call) => {
    const { id } = await arrangeDraft(world)
    const found = await imported(importMarkdown(world.app, world.staff.client, markdown))
    expect(await call(id, found.id)).toEqual({ ok: false, because })
    expect(Object.keys(fillRefusals)).toContain(because)
  })

  test('on its page, which says what was taken and what was left', async () => {
    const { id } = await arrangeDraft(world)
    const client = world.as(world.staff.client)
    const shown = await client.get(`/fr/dossiers/${id}/depart?template=script`)
    expect(shown.body).toContain('value="template:script" selected')
    const seen = /name="seen" value="(\d+)"/.exec(shown.body)?.[1] ?? ''
    const posted = await client.post(`/fr/dossiers/${id}/depart`, { source: 'template:script', seen, replace: 'yes' })
    expect(posted.status).toBe(303)
    const said = await client.get(posted.location ?? '')
    expect(said.body).toContain('Critères d’acceptation du travail')
    expect(await htmlErrors(said.body)).toEqual([])
    const wrong = await client.post(`/fr/dossiers/${id}/depart`, { source: 'file:///etc/passwd', seen })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain(fillRefusals.source_gone.fr)
    const stale = await client.post(`/fr/dossiers/${id}/depart`, { source: 'template:script', seen, replace: 'yes' })
    expect(stale.status).toBe(409)
    expect(stale.body).toContain(fillRefusals.stale.fr)
    expect((await world.as(world.staff.client2).get(`/fr/dossiers/${id}/depart`)).status).toBe(404)
    expect((await world.as(world.staff.program).get(`/en/files/${id}/start`)).status).toBe(200)
  })
})
