import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planted, plantPostings } from '../../test/arrange.postings.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'
import type { Notice, PublicStatus } from '../opportunities/notice.ts'
import { setPublicStatus } from '../opportunities/notice.ts'
import { dollars } from '../platform/money.ts'
import { A_PAGE, find } from './finding.ts'
import { searchFrom, type Where } from './rules.search.ts'
import { filtersFrom } from './store.search.ts'

const now = new Date('2026-05-04T14:00:00Z')
const DAY = 86_400_000
let world: World

/** A posting with words of its own: none of those that the planted ones share. */
function posting(at: number, days: number, status: PublicStatus, said: Partial<Notice>) {
  const nothing = { en: 'x', fr: 'x' }
  const rest = {
    teaser: nothing,
    background: nothing,
    work: nothing,
    team: nothing,
    skills: [],
    applicationCriteria: [],
  }
  const closesAt = new Date(now.getTime() + days * DAY)
  return planted(at, { status, closesAt, ...rest, workCriteria: [nothing], ...said })
}
const departments = {
  dw: {
    code: 'DW',
    name: { en: 'Department of Waterways', fr: 'Ministère des Voies navigables' },
    mailbox: 'a@example.ca',
  },
  arc: { code: 'ARC', name: { en: 'Archives', fr: 'Archives' }, mailbox: 'b@example.ca' },
}
const accessibility = { en: 'Accessibility', fr: 'Accessibilité' }
const typescript = { en: 'TypeScript', fr: 'TypeScript' }

beforeAll(async () => {
  world = await openWorld(now)
  const { dw, arc } = departments
  await plantPostings(world.app, [
    posting(1, 3, 'open', {
      ...{ title: { en: 'Rate the harbour forms', fr: 'L’évaluation des formulaires du port' }, department: dw },
      ...{ skills: [accessibility, typescript], price: dollars(6_500) },
    }),
    posting(2, 10, 'open', {
      title: { en: 'Assessments of node.js modules', fr: 'Élèves et étés: la météo' },
      ...{
        department: arc,
        skills: [{ en: 'C++', fr: 'C++' }],
        price: dollars(2_500),
        work: { en: 'An evaluation.', fr: 'Œuvre.' },
      },
    }),
    posting(3, 12, 'open', {
      ...{ title: { en: '100% <b>bold</b> %_', fr: '100 % « gras » \\' }, department: arc, price: dollars(2_499.99) },
      skills: [typescript],
    }),
    posting(4, -2, 'delivered', {
      title: { en: 'Zebra crossing', fr: 'Passage zébré' },
      department: dw,
      skills: [accessibility],
    }),
    posting(5, -3, 'ended_without_delivery', { title: { en: 'Late train', fr: 'Train en retard' }, department: dw }),
    posting(6, -1, 'open', { title: { en: 'Closed by the clock', fr: 'Close selon l’horloge' }, department: dw }),
  ])
})
afterAll(() => world.close())

const said = (words: string) => encodeURIComponent(words.toWellFormed())
const ask = (query: Record<string, string>, where: Where = 'opportunities') =>
  world.app.read('nothing', (tx) => find(tx, searchFrom(query, where), 3))
const titles = async (query: Record<string, string>, where?: Where) =>
  (await ask(query, where)).postings.map(({ slug }) => Number(slug.split('-')[1]) - 1)
const get = (url: string) => world.as(null).get(url)

describe('words', () => {
  test.each([
    ['evaluation', [1, 2]],
    ['évaluation', [1, 2]],
    ['EVALUATIONS', [1, 2]],
    ['eleve ete', [2]],
    ['meteo', [2]],
    ['oeuvre', [2]],
    ['assessment', [2]],
    ['harbour form', [1]],
    ['formulaires harbour', [1]],
    ['node', [2]],
    ['c++', [2]],
    ['"harbour forms"', [1]],
    ['“forms harbour”', []],
    ['«\u00a0du port\u00a0»', [1]],
    ['port or meteo', [1, 2]],
    ['waterways', [1]],
    ['2026-00003', [2]],
    ['mit -harbour', [1]],
  ])('%s finds %j', async (q, expected) => {
    const found = await ask({ q })
    expect(found.postings.map(({ slug }) => Number(slug.split('-')[1]) - 1)).toEqual(expected)
    expect(found.total).toBe(expected.length)
  })

  test('that are misspelt find what was meant, and say so', async () => {
    const found = await ask({ q: 'acessibility' })
    expect([found.meant, found.postings.map(({ slug }) => slug)]).toEqual([
      { en: 'accessibility', fr: 'accessibility' },
      ['posting-2'],
    ])
    expect((await ask({ q: 'ACESSIBILITE' })).meant?.fr).toBe('accessibilité')
    expect((await ask({ q: 'harbor forms' })).meant?.en).toBe('harbour forms')
    expect((await ask({ q: 'evaluation' })).meant).toBeNull()
    expect(await ask({ q: 'qqqqqqq' })).toMatchObject({ total: 0, meant: null, common: false })
    const page = (await get('/en/opportunities?q=acessibility')).body
    expect(page).toContain('No opportunity has “acessibility”. We looked for “accessibility” instead.')
    expect(await htmlErrors(page)).toEqual([])
  })

  test('that every text has are called common; what has closed is offered', async () => {
    expect(await ask({ q: 'the' })).toMatchObject({ total: 0, common: true })
    expect(await ask({ q: 'des de la' })).toMatchObject({ total: 0, common: true })
    const page = (await get('/en/opportunities?q=zebra')).body
    expect(page).toContain('See the one that has closed')
    expect(await titles({ q: 'zebra', status: 'closed' })).toEqual([4])
  })

  const hostile = [
    ...[
      '&',
      '|',
      '!',
      '(',
      ':*',
      '<->',
      "'",
      '"',
      '\\',
      '%',
      '_',
      '$$',
      '--',
      ';',
      '*',
      '%00',
      '<script>alert(1)</script>',
    ],
    ...[
      "' or 1=1 --",
      'a & | b',
      '!!!',
      '"unclosed',
      '\u0000nul',
      '\ud800',
      '\u202e',
      '🛶',
      'OR',
      'or or or',
      '-',
      '- -',
    ],
    ...[
      'x'.repeat(10_000),
      'word '.repeat(2_000),
      '"'.repeat(999),
      '('.repeat(5_000),
      '__proto__',
      'a\nb\tc',
      '１００％',
    ],
  ]
  test('of any kind are a question and nothing else', async () => {
    const others = ['skill', 'department', 'price', 'after', 'status', 'closing']
    for (const [at, words] of hostile.entries()) {
      expect((await ask({ q: words })).openCount).toBe(3)
      const name = others[at % others.length] ?? ''
      const url = `/fr/occasions?q=${said(words.slice(0, 2_000))}&${name}=${said(words.slice(0, 500))}`
      const { status, body } = await get(url)
      expect([url.slice(0, 60), status]).toEqual([url.slice(0, 60), 200])
      expect(body).not.toContain('<script>alert')
    }
    expect((await get(`/en/results?q=${encodeURIComponent('"<b>')}&skill=%27`)).status).toBe(200)
    expect((await get('/en/opportunities?q=%FF%FE')).status).toBeLessThan(500)
    expect((await get('/en/opportunities?q=a&q=b&skill[]=x&after=')).status).toBe(303)
  })
})

describe('filters', () => {
  test('narrow the list, one by one and together', async () => {
    expect(await titles({})).toEqual([1, 2, 3])
    expect(await titles({ skill: 'typescript' })).toEqual([1, 3])
    expect(await titles({ skill: 'cplusplus' })).toEqual([2])
    expect(await titles({ department: 'ARC' })).toEqual([2, 3])
    expect(await titles({ price: '0-2500' })).toEqual([3])
    expect(await titles({ price: '2500-5000' })).toEqual([2])
    expect(await titles({ closing: 'soon' })).toEqual([1])
    expect(await titles({ skill: 'typescript', department: 'ARC', price: '0-2500' })).toEqual([3])
    expect(await titles({ status: 'closed' })).toEqual([6, 4, 5])
    expect(await titles({ status: 'evaluating' })).toEqual([6])
    expect(await titles({ skill: 'nobody-has-it', department: 'NONE' })).toEqual([1, 2, 3])
  })

  test('say how many each would leave, with everything else as it is', async () => {
    const { facets } = await ask({ skill: 'typescript' })
    expect(facets?.skills.map(({ key, count }) => [key, count])).toEqual([
      ['typescript', 2],
      ['accessibility', 1],
      ['cplusplus', 1],
    ])
    expect(facets?.departments.map(({ key, count }) => [key, count])).toEqual([
      ['ARC', 1],
      ['DW', 1],
    ])
    expect([...(facets?.prices ?? [])].toSorted()).toEqual([
      ['0-2500', 1],
      ['5000-7500', 1],
    ])
    expect([facets?.soon, facets?.states.get('open')]).toEqual([1, 2])
    for (const [name, count] of [...(facets?.skills ?? [])].map(({ key, count }) => [key, count] as const))
      expect((await ask({ skill: name })).total).toBe(count)
  })

  test('appear from the number that a department sets on', async () => {
    expect(await world.app.read('everything', (tx) => filtersFrom(tx, now))).toBe(9)
    expect((await get('/en/opportunities')).body).not.toContain('name="q"')
    const own = { id: world.newId(), departmentId: world.departmentId, setting: 'listing', fromDay: '2026-01-01' }
    const value = JSON.stringify({ filtersFrom: 3 })
    await world.app.transaction('everything', (tx) =>
      tx
        .insertInto('policySettings')
        .values({ ...own, value, source: 'A test of the list' })
        .execute(),
    )
    const { body } = await get('/fr/occasions')
    for (const words of [
      'name="q"',
      'TypeScript (2)',
      'Accessibilité (1)',
      'Moins de 2\u00a0500,00\u00a0$ (1)',
      'D’ici 7\u00a0jours (1)',
    ])
      expect(body).toContain(words)
    expect(await htmlErrors(body)).toEqual([])
  })

  test('make one address in both languages, without what was left empty', async () => {
    const sent = await get('/en/opportunities?q=&skill=typescript&department=&price=&closing=&status=')
    expect([sent.status, sent.location]).toEqual([303, '/en/opportunities?skill=typescript'])
    const { body } = await get('/en/opportunities?skill=accessibility')
    expect(body).toContain('href="/fr/occasions?skill=accessibility"')
    expect(body).toContain('<option value="accessibility" selected>Accessibility (1)</option>')
    expect(body).toContain('<a href="/en/opportunities">Accessibility</a>')
  })
})

describe('results', () => {
  test('say who, for how much, in how many days; each award has a page to cite', async () => {
    expect(await titles({}, 'results')).toEqual([4, 5])
    const { body } = await get('/en/results')
    expect(body).toContain('href="/en/results/posting-5"')
    const award = (await get('/en/results/posting-5')).body
    expect(award).toMatch(/Atelier [^<]* 5\. “Zebra crossing”\. Department of Waterways, opportunity 2026-00005, \$/)
    expect(award).toContain('http://localhost:8080/en/results/posting-5')
    expect(await htmlErrors(award)).toEqual([])
    const french = (await get('/fr/resultats/posting-5')).body
    expect(french).toContain('«\u00a0Passage zébré\u00a0». Ministère des Voies navigables, occasion 2026-00005')
    expect(await htmlErrors(french)).toEqual([])
  })

  test('have no page for what is open, unknown or withdrawn, and no name after a default', async () => {
    for (const slug of ['posting-2', 'nothing', '%00', 'posting-7'])
      expect((await get(`/en/results/${slug}`)).status).toBe(404)
    const id = planted(4, { status: 'open', closesAt: now }).notice.opportunityId
    const put = (status: PublicStatus, winnerName: string | null) =>
      world.app.transaction('everything', (tx) => setPublicStatus(tx, id, status, { winnerName, paidDays: null }))
    await put('awarded', 'Atelier Cormoran')
    expect((await get('/fr/resultats/posting-5')).body).toContain('Attribuée à Atelier Cormoran')
    await put('ended_without_delivery', null)
    for (const url of ['/en/results/posting-5', '/fr/resultats/posting-5', '/en/results', '/fr/resultats'])
      expect((await get(url)).body).not.toContain('Cormoran')
    expect((await get('/en/results/posting-5')).body).toContain(', ended without delivery. http')
    await put('delivered', 'Atelier Cormoran')
    expect((await get('/en/results/posting-5')).body).toContain('awarded May 4, 2026, delivered May 4, 2026')
  })
})

test('pages follow one another by their keys, none twice and none left out', async () => {
  const many = Array.from({ length: 45 }, (_, at) =>
    // Two close at each instant: the key parts them.
    planted(100 + at, { status: 'open', closesAt: new Date(now.getTime() + (20 + Math.floor(at / 2)) * DAY) }),
  )
  await plantPostings(world.app, many)
  const seen: string[] = []
  let after = ''
  for (let page = 0; page < 3; page += 1) {
    const found = await ask(after ? { after } : {})
    expect([found.before, found.total]).toEqual([page * A_PAGE, 48])
    seen.push(...found.postings.map(({ slug }) => slug))
    after = found.next ? `${found.next.closesAt.toISOString()}_${found.next.slug}` : ''
  }
  expect(after).toBe('')
  expect(new Set(seen).size).toBe(48)
  expect(await ask({ after: '2099-01-01T00:00:00.000Z_z' })).toMatchObject({ before: 0, total: 48 })
  const { body } = await get('/en/opportunities')
  expect(body).toContain('1 to 20 of 48')
  const next = /href="([^"]*after=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = (await get(next)).body
  expect(second).toContain('21 to 40 of 48')
  expect(await htmlErrors(second)).toEqual([])
})

test('one of them all is drawn on the home page, with the next to close on top', async () => {
  for (const [url, words] of [
    ['/en', 'See the 48 open opportunities'],
    ['/fr', 'Voir les 48 occasions ouvertes'],
  ] as const) {
    const { status, body } = await get(url)
    expect([url, status, body.includes(words)]).toEqual([url, 200, true])
    expect(body.match(/<article/g)).toHaveLength(4)
    expect(await htmlErrors(body)).toEqual([])
  }
})
