import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, type CodeHost, openCodeHost } from '../../test/codeHost.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'
import { askToRead } from './commands.ts'
import { readLimit } from './rules.ts'
import { findImport } from './store.ts'
import { importRefusals, issueRefusals } from './texts.ts'

let world: World
let host: CodeHost
beforeAll(async () => {
  world = await openWorld()
  host = await openCodeHost()
  const codeHosts = { allowed: ['github.com', 'gitlab.com'], standIn: host.address, timeoutInMs: 1_000 }
  Object.assign(world.app, { config: { ...world.app.config, codeHosts } })
})
afterAll(async () => {
  await world.close()
  await host.close()
})

const client = () => world.as(world.staff.client)
const post = (form: Record<string, string>, language: 'en' | 'fr' = 'en', actor = client()) =>
  actor.post(language === 'en' ? '/en/backlog/new' : '/fr/travaux-en-attente/nouveau', form)
const idIn = (location: string | undefined): string => /[0-9a-f-]{36}/.exec(location ?? '')?.[0] ?? ''
const importIn = async (location: string | undefined) =>
  world.app.read('everything', (tx) => findImport(tx, idIn(location)))

describe('an issue', () => {
  test('is read, laid out and shown, with what found no place', async () => {
    const answer = await post({ from: 'issue', address: addresses.github })
    expect(answer.status).toBe(303)
    const found = await importIn(answer.location)
    expect(found).toMatchObject({
      kind: 'github',
      address: addresses.github,
      language: 'en',
      departmentId: world.departmentId,
      personId: world.staff.client.id,
      other: null,
      outline: {
        title: 'Keyboard trap in the date picker',
        teaser: 'Boaters who use a keyboard cannot leave the calendar of the booking page.',
        licence: 'MIT',
        repositoryUrl: 'https://github.com/waterways-example/lock-booking',
        skills: ['Web accessibility', 'TypeScript', 'Preact'],
        hasInterface: true,
      },
    })
    expect(found?.outline.workCriteria).toHaveLength(3)
    const { status, body } = await client().get(answer.location ?? '')
    expect(status).toBe(200)
    for (const said of [
      'good first issue',
      'team: canals',
      '@j-tremblay',
      '[Bug]:',
      'The calendar, open',
      'Licence file',
    ])
      expect(body).toContain(said)
    expect(body).toContain(`/en/requests/new?from=${found?.id}`)
    expect(await htmlErrors(body)).toEqual([])
    expect(await htmlErrors((await client().get('/en/backlog/new')).body)).toEqual([])
  })

  test('in French is laid out in French, on a page in French', async () => {
    const answer = await post({ from: 'issue', address: addresses.gitlab }, 'fr')
    expect(await importIn(answer.location)).toMatchObject({
      language: 'fr',
      outline: { licence: 'GPL-3.0-only', skills: ['Python', 'Données'], workCriteria: { length: 2 } },
    })
    const { body } = await client().get(answer.location ?? '')
    expect(body).toContain('Ce qui n’a pas trouvé de place')
    expect(body).toContain('workflow::ready')
  })

  test.each([
    ['not_an_issue', 'https://github.com/team'],
    ['host_not_allowed', 'https://example.ca/a/b/issues/1'],
    ['is_a_change_request', addresses.githubPull],
    ['not_found', addresses.gitlabPrivate],
    ['timed_out', addresses.githubSilent],
    ['too_large', addresses.githubHuge],
    ['not_reachable', addresses.githubBroken],
    ['sent_elsewhere', addresses.githubSentElsewhere],
    ['not_understood', addresses.githubPage],
  ] as const)('%s: a sentence at the field, and what was typed', async (because, address) => {
    const answer = await post({ from: 'issue', address })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(issueRefusals[because].en)
    expect(answer.body).toContain(`value="${address}"`)
  })

  test('rate-limited: from when to try again, in the reader’s language', async () => {
    const answer = await post({ from: 'issue', address: addresses.githubLimited }, 'fr')
    expect(answer.status).toBe(422)
    expect(answer.body).toMatch(/ne répondra plus avant le[^.]*11/)
  })
})

test('one person has a limited number of issues read; what was typed stays, and other people go on', async () => {
  const program = world.as(world.staff.program)
  const form = { from: 'issue', address: addresses.gitlabPrivate }
  for (let each = 0; each < readLimit.most; each += 1) expect((await post(form, 'en', program)).status).toBe(422)
  const refused = await post(form, 'fr', program)
  expect(refused.status).toBe(409)
  expect(refused.body).toContain(importRefusals.too_many_reads.fr)
  expect(refused.body).toContain(`value="${form.address}"`)
  expect((await post(form)).body).toContain(issueRefusals.not_found.en)
  world.now = new Date(world.now.getTime() + readLimit.minutes * 60_000)
  expect((await post(form, 'en', program)).status).toBe(422)
  const { procurement } = world.staff
  expect(await askToRead(world.app, procurement)).toEqual({ ok: false, because: 'not_allowed' })
})

test('a text is laid out; too long or empty is said', async () => {
  const answer = await post({
    from: 'text',
    text: '# Count the boats\n\nBy hand today.\n\n## Done when\n\n- [ ] It counts.',
  })
  expect(await importIn(answer.location)).toMatchObject({
    kind: 'markdown',
    address: '',
    outline: { title: 'Count the boats', work: 'By hand today.', workCriteria: ['It counts.'] },
  })
  expect((await post({ from: 'text', text: '' })).status).toBe(422)
  const long = await post({ from: 'text', text: 'x'.repeat(60_001) })
  expect(long.status).toBe(422)
})

test('a template comes whole, in both languages', async () => {
  const answer = await post({ from: 'template', template: 'script' }, 'fr')
  const found = await importIn(answer.location)
  expect(found).toMatchObject({ kind: 'template', address: 'script', language: 'fr' })
  expect(found?.other?.workCriteria).toHaveLength(found?.outline.workCriteria.length ?? 0)
  expect((await post({ from: 'template', template: 'nothing' })).status).toBe(404)
})

test('an import is read by who made it and by the program team, never in another role or by another client', async () => {
  const { location = '' } = await post({ from: 'template', template: 'bug_fix' })
  expect((await world.as(world.staff.program).get(location)).status).toBe(200)
  expect((await world.as(world.staff.client2).get(location)).status).toBe(404)
  expect((await world.as(world.staff.finance).get(location)).status).toBe(404)
  expect((await client().get('/en/backlog/not-an-id')).status).toBe(404)
  expect((await client().get(`/en/backlog/${world.newId()}`)).status).toBe(404)
})

test('a hostile title and body are text, not markup', async () => {
  const text = '# <script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=alert(1)>'
  const { location = '' } = await post({ from: 'text', text })
  const { body } = await client().get(location)
  expect(body).not.toMatch(/<script>alert|<img src=x|href="javascript:/)
})
