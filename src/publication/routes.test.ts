import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeReady, found } from '../../test/arrange.opportunities.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'
import { prepareOpportunityKeys } from '../applications/keys.ts'
import { setPublicStatus } from '../opportunities/notice.ts'

const START = new Date('2026-05-04T14:00:00Z')
let world: World
let slug = ''
let id = ''
beforeAll(async () => {
  world = await openWorld(START)
})
afterAll(() => world.close())

const get = (url: string) => world.as(null).get(url)
const put = (status: Parameters<typeof setPublicStatus>[2], more = {}) =>
  world.app.transaction('everything', (tx) => setPublicStatus(tx, id, status, more))

test('with nothing posted, the public pages say so and how to be told', async () => {
  for (const [url, words] of [
    ['/en', 'Nothing is open yet'],
    ['/en/opportunities', 'Nothing is open yet'],
    ['/fr/occasions', 'Aucune occasion pour le moment'],
    ['/en/results', 'No result yet'],
  ] as const) {
    const { status, body } = await get(url)
    expect([status, body.includes(words)]).toEqual([200, true])
    expect(await htmlErrors(body)).toEqual([])
  }
})

describe('the decision to post', () => {
  test('shows what will be public, and posts with one button', async () => {
    const opportunity = await arrangeReady(world)
    id = opportunity.id
    slug = opportunity.slug
    const program = world.as(world.staff.program)
    const shown = await program.get(`/en/files/${id}/publication`)
    expect(shown.status).toBe(200)
    expect(await htmlErrors(shown.body)).toEqual([])
    for (const words of ['Post in both languages', opportunity.title.en, opportunity.title.fr])
      expect(shown.body).toContain(words)
    expect((await get(`/en/opportunities/${slug}`)).status).toBe(404)

    const wrong = await program.post(`/fr/dossiers/${id}/publication`, { workingDays: 'beaucoup' })
    expect([wrong.status, wrong.body.includes('value="beaucoup"')]).toEqual([422, true])
    const early = await program.post(`/en/files/${id}/publication`, { workingDays: '' })
    expect([early.status, early.body.includes('Try again in a few seconds')]).toEqual([409, true])

    await prepareOpportunityKeys(world.worker)
    const posted = await program.post(`/fr/dossiers/${id}/publication`, { workingDays: '0,5' })
    expect([posted.status, posted.location]).toEqual([303, `/fr/dossiers/${id}/publication`])
    expect((await found(world, id)).state).toBe('open')
    const again = await program.post(`/en/files/${id}/publication`, {})
    expect(again.status).toBe(303)
    const after = await program.get(`/fr/dossiers/${id}/publication`)
    expect(after.body).toContain('Voir la page publique')
    expect(after.body).not.toContain('Afficher dans les deux langues</button>')
  })

  test('is not there for others, nor for what is no file', async () => {
    for (const actor of [world.staff.client, world.staff.procurement, world.staff.observer])
      expect((await world.as(actor).get(`/en/files/${id}/publication`)).status).toBe(404)
    expect((await world.as(null).get(`/en/files/${id}/publication`)).status).toBe(303)
    for (const strange of ['x', world.newId()])
      for (const ask of ['get', 'post'] as const)
        expect((await world.as(world.staff.program)[ask](`/en/files/${strange}/publication`, {})).status).toBe(404)
  })

  test('says why not, and what to do, when closing is too near', async () => {
    const other = await arrangeReady(world)
    const before = world.now
    world.now = new Date('2026-05-22T14:00:00Z')
    const { body } = await world.as(world.staff.program).get(`/en/files/${other.id}/publication`)
    expect(body).toContain('Closing is too near')
    expect(body).toContain('Set other dates')
    expect(body).not.toContain('Post in both languages</button>')
    const refused = await world.as(world.staff.program).post(`/en/files/${other.id}/publication`, {})
    expect(refused.status).toBe(409)
    world.now = before
  })
})

describe('the page of a posting', () => {
  test.each([
    ['en', 'opportunities', 'Read W1 to W3, then apply', 'Fix a keyboard trap', 'W1'],
    ['fr', 'occasions', 'Lisez T1 à T3, puis postulez', 'Corriger un piège au clavier', 'T1'],
  ])('in %s has the facts, the criteria and the way to apply', async (language, word, next, title, key) => {
    const { status, body } = await get(`/${language}/${word}/${slug}`)
    expect(status).toBe(200)
    expect(await htmlErrors(body)).toEqual([])
    for (const words of [next, title, `>${key}<`, 'mailto:micro@waterways.example', `/${language}/`])
      expect(body).toContain(words)
    expect(body).toContain(language === 'en' ? '$6,500.00' : '6\u00a0500,00\u00a0$')
    expect(body).toContain(`href="/${language}/${word}/${slug}/${language === 'en' ? 'application' : 'candidature'}"`)
    expect(body).toContain(`/${language}/${language === 'en' ? 'draws' : 'tirages'}/${slug}`)
    expect(body).not.toContain(world.staff.client.name)
    const head = body.slice(0, body.indexOf('</head>'))
    expect(head).toContain(`rel="canonical" href="http://localhost:8080/${language}/${word}/${slug}"`)
    expect(head).toMatch(/<meta name="description" content="[^"]{20,}"/)
    expect(head).toContain('hreflang="fr-CA"')
  })

  test('work acceptance criteria come before the evaluation of applications', async () => {
    const { body } = await get(`/en/opportunities/${slug}`)
    expect(body.indexOf('id="work-criteria"')).toBeLessThan(body.indexOf('id="application-criteria"'))
  })

  test('answers HEAD as it answers GET, and 404 for a slug that nobody has', async () => {
    for (const url of [`/en/opportunities/${slug}`, '/fr/occasions', '/en/results', '/fr/guide', '/en/process']) {
      const head = await world.server.inject({ method: 'HEAD', url, headers: { host: 'localhost:8080' } })
      expect([url, head.statusCode, head.body]).toEqual([url, 200, ''])
    }
    for (const strange of ['nothing-here', '%00', "x' or 1=1", 'a'.repeat(150)])
      expect((await get(`/en/opportunities/${encodeURIComponent(strange)}`)).status).toBe(404)
  })

  test('is closed by the clock, to the millisecond, though no job ran', async () => {
    const before = world.now
    world.now = new Date('2026-05-26T17:59:59.999Z')
    expect((await get(`/en/opportunities/${slug}`)).body).toContain('Open: your turn')
    expect((await get('/en')).body).toContain('See the open opportunity')
    expect((await get('/en/opportunities')).body).toContain('One is open.')
    world.now = new Date('2026-05-26T18:00:00Z')
    const { body } = await get(`/en/opportunities/${slug}`)
    expect(body).toContain('the applications are being evaluated')
    expect(body).not.toContain('/application"')
    expect((await found(world, id)).state).toBe('open')
    expect((await get('/en/opportunities')).body).toContain('Closed opportunities (1)')
    world.now = before
  })

  test('says what came of it, and no name after a default', async () => {
    await put('awarded', { winnerName: 'Atelier Cormoran' })
    expect((await get(`/fr/occasions/${slug}`)).body).toContain('Attribuée à Atelier Cormoran')
    await put('delivered', { repositoryUrl: 'https://example.org/w/forms', paidDays: 5 })
    const delivered = (await get(`/en/opportunities/${slug}`)).body
    for (const words of ['Delivered by Atelier Cormoran', 'Paid in 5 days', 'https://example.org/w/forms'])
      expect(delivered).toContain(words)
    const results = (await get('/en/results')).body
    for (const words of ['Atelier Cormoran', '5 days', 'https://example.org/w/forms', '$6,500.00'])
      expect(results).toContain(words)
    expect(await htmlErrors(results)).toEqual([])

    await put('ended_without_delivery', { winnerName: null, repositoryUrl: null, paidDays: null })
    for (const url of [`/en/opportunities/${slug}`, `/fr/occasions/${slug}`, '/en/results', '/fr/occasions'])
      expect((await get(url)).body).not.toContain('Cormoran')
    expect((await get(`/en/opportunities/${slug}`)).body).toContain('Ended without delivery')

    for (const status of ['unsuccessful', 'cancelled', 'withdrawn'] as const) {
      await put(status)
      const { status: code, body } = await get(`/fr/occasions/${slug}`)
      expect([code, await htmlErrors(body)]).toEqual([200, []])
    }
    await put('open')
  })

  test('does not follow an address that is none', async () => {
    await put('delivered', { repositoryUrl: 'javascript:alert(1)' })
    expect((await get(`/en/opportunities/${slug}`)).body).not.toContain('javascript:')
    expect((await get('/en/results')).body).not.toContain('javascript:')
    await put('open', { repositoryUrl: null })
  })
})

test('the process is there in both languages', async () => {
  for (const [url, words] of [
    ['/en/process', 'waiting for its approvals'],
    ['/fr/processus', 'en attente de ses approbations'],
  ] as const) {
    const { status, body } = await get(url)
    expect([url, status, body.includes(words)]).toEqual([url, 200, true])
    expect(await htmlErrors(body)).toEqual([])
  }
})
