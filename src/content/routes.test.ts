import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangePosted } from '../../test/arrange.opportunities.ts'
import { attacks } from '../../test/attacks.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'
import { system } from '../accounts/rules.ts'
import { path } from '../platform/paths.ts'
import { publishForAll } from './commands.ts'
import { defaultWords } from './defaults.ts'
import { contentAddresses, contentPages, type Words } from './rules.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const get = (url: string) => world.as(null).get(url)
const formOf = ({ title, lead, text }: Words, seen: number) => ({
  ...{ title_en: title.en, title_fr: title.fr, lead_en: lead.en, lead_fr: lead.fr, text_en: text.en, text_fr: text.fr },
  seen: String(seen),
})
const faq = defaultWords('faq')
const changed = (en: string, fr: string): Words => ({ ...faq, lead: { en, fr } })

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test.each(contentPages)('anybody reads %s, with its figures and its contents', async (page) => {
    const { status, body } = await get(path(contentAddresses[page], language))
    expect(status).toBe(200)
    expect(body).toContain(`<h1>${defaultWords(page).title[language]}</h1>`)
    expect(body).not.toMatch(/\{\{|\{#/)
    expect(body).not.toContain('/contenu')
    expect(await htmlErrors(body)).toEqual([])
    const anchors = [...body.matchAll(/href="#([a-z0-9-]+)"/g)].map(([, anchor]) => anchor)
    expect(anchors.filter((anchor) => !body.includes(`id="${anchor}"`))).toEqual([])
  })
})

test('links of the pages lead to pages of ours that are there', async () => {
  const links = new Set<string>()
  for (const language of ['en', 'fr'] as const)
    for (const page of contentPages) {
      const { body } = await get(path(contentAddresses[page], language))
      const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'))
      for (const [, link = ''] of main.matchAll(/href="(\/[^"#]*)/g)) links.add(link)
    }
  expect(links.size).toBeGreaterThan(15)
  for (const link of links) expect([link, (await get(link)).status < 400]).toEqual([link, true])
})

test('the figures are those of the department that uses the program', async () => {
  expect((await get('/en/guide')).body).toContain('write to <a href="mailto:micro@waterways.example"')
  const { departmentId } = world
  await world.app.transaction({ department: departmentId }, (tx) =>
    tx
      .insertInto('policySettings')
      .values({
        ...{ id: world.newId(), departmentId, setting: 'limitIncludingTax', fromDay: '2026-01-01' },
        ...{ value: '4000000', source: 'A test' },
      })
      .execute(),
  )
  expect((await get('/en/guide')).body).toContain('at most $40,000.00 with tax')
  expect((await get('/fr/guide')).body).toContain('au plus 40\u00a0000,00\u00a0$')
  expect((await get('/en/guide?department=XX')).status).toBe(404)
  expect((await get('/en/guide?department=DW')).status).toBe(200)
})

test('a page is drafted, previewed, published in both languages, and taken back', async () => {
  const writer = world.as(world.staff.program)
  const at = (pattern: string) => path(pattern, 'en', { page: 'faq' })
  expect((await writer.get('/en/content')).body).toContain('Frequent questions')
  const editor = await writer.get(at('/content/:page'))
  expect(editor.body).toContain('name="seen" value="0"')
  expect(await htmlErrors(editor.body)).toEqual([])
  expect((await writer.get(at('/content/:page/preview'))).body).toContain('There is no draft')

  const first = changed('Answers that are short.', 'Des réponses qui sont courtes.')
  const saved = await writer.post(at('/content/:page'), { ...formOf(first, 0), do: 'preview' })
  expect([saved.status, saved.location]).toEqual([303, at('/content/:page/preview')])
  expect((await get('/en/faq')).body).not.toContain('Answers that are short.')

  const preview = await writer.get(at('/content/:page/preview'))
  expect(preview.body).toContain('Des réponses qui sont courtes.')
  expect(preview.body).toContain('Both halves say the same')
  expect(await htmlErrors(preview.body)).toEqual([])
  const publish = (note: string, seen: string) => writer.post(at('/content/:page/publication'), { note, seen })
  expect((await publish('', '1')).status).toBe(422)
  expect((await publish('Shorter', '7')).status).toBe(409)
  expect((await publish('Shorter', '1')).status).toBe(303)
  expect((await publish('Again', '1')).status).toBe(409)
  expect((await get('/en/faq')).body).toContain('Answers that are short.')
  expect((await get('/fr/faq')).body).toContain('Des réponses qui sont courtes.')
  expect((await get('/fr/faq')).body).toContain('4 mai 2026')

  await writer.post(at('/content/:page'), formOf(changed('Second.', 'Deuxième.'), 0))
  expect((await publish('Second thoughts', '1')).status).toBe(303)
  const versions = await writer.get(`${at('/content/:page/versions')}?version=2`)
  expect(versions.body).toContain('What version 2 changed')
  expect(versions.body).toContain('Second thoughts')
  expect(await htmlErrors(versions.body)).toEqual([])
  expect((await writer.post(at('/content/:page/versions'), { version: '9' })).status).toBe(409)
  expect((await writer.post(at('/content/:page/versions'), { version: '1' })).status).toBe(303)
  expect((await writer.get(at('/content/:page/preview'))).body).toContain('Answers that are short.')
  expect((await publish('Back to the first', '1')).status).toBe(303)
  expect((await get('/en/faq')).body).toContain('Answers that are short.')

  const kinds = await world.app.read('everything', (tx) =>
    tx.selectFrom('historyEvents').select(['kind', 'body']).where('kind', '=', 'content.published').execute(),
  )
  expect(kinds.map(({ body }) => body)).toEqual([1, 2, 3].map((number) => `{"number":${number},"page":"faq"}`))
})

test('what is wrong comes back at its field, with what was typed', async () => {
  const writer = world.as(world.staff.administrator)
  const url = '/fr/contenu/terms'
  const terms = defaultWords('terms')
  const unknown = { ...terms, text: { ...terms.text, fr: '## Un {#un}\n\n{{plafond}}' } }
  const wrong = await writer.post(url, formOf(unknown, 0))
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain('Rien ne correspond à {{plafond}}')
  expect(wrong.body).toContain('href="#f-text_5f-fr"')

  const apart = { ...terms, text: { ...terms.text, fr: '## Un {#un}\n\nRien.' } }
  expect((await writer.post(url, formOf(apart, 0))).status).toBe(303)
  const preview = await writer.get('/fr/contenu/terms/apercu')
  expect(preview.body).toContain('Titres présents d’un seul côté')
  expect(preview.body).not.toContain('Publier dans les deux langues')
  const published = await writer.post('/fr/contenu/terms/publication', { note: 'Essai', seen: '1' })
  expect(published.status).toBe(409)
})

test('two who write at once: the second is told, sees what the first saved, and may go on', async () => {
  const [one, two] = [world.as(world.staff.program), world.as(world.staff.program2)]
  const words = defaultWords('privacy')
  const save = (who: typeof one, lead: string, seen: number) =>
    who.post('/en/content/privacy', formOf({ ...words, lead: { en: lead, fr: lead } }, seen))
  const [first, second] = await Promise.all([save(one, 'From Paul', 0), save(two, 'From Pauline', 0)])
  expect([first.status, second.status].toSorted()).toEqual([303, 409])
  const late = first.status === 409 ? first : second
  expect(late.body).toContain('What the others saved meanwhile')
  expect(late.body).toContain('name="seen" value="1"')
  expect((await save(first.status === 409 ? one : two, 'Mine then', 1)).status).toBe(303)
})

test('nobody else writes, whatever they send', async () => {
  for (const role of ['client', 'procurement', 'observer', 'finance'] as const) {
    expect((await world.as(world.staff[role]).get('/en/content')).status).toBe(404)
    expect((await world.as(world.staff[role]).post('/en/content/faq', formOf(faq, 0))).status).toBe(404)
  }
  expect((await get('/en/content/faq')).location).toContain('/en/sign-in')
  expect((await world.as(world.staff.program).get('/en/content/nothing')).status).toBe(404)
})

test('hostile words are words: in the editor, in the preview and on the page', async () => {
  const writer = world.as(world.staff.program)
  const hostile = `## A {#a}\n\n${attacks.slice(0, 40).join('\n\n')}`.replaceAll('{{', '{ {').replaceAll('}}', '} }')
  const words: Words = { title: faq.title, lead: faq.lead, text: { en: hostile, fr: hostile } }
  expect((await writer.post('/en/content/clients', formOf(words, 0))).status).toBe(303)
  for (const url of ['/en/content/clients', '/en/content/clients/preview']) {
    const { status, body } = await writer.get(url)
    expect(status).toBe(200)
    expect(body.replace(/<textarea[\s\S]*?<\/textarea>/g, '')).not.toMatch(
      /<script(?! type="module")|<img|<iframe|href="javascript:/i,
    )
  }
})

test('several departments: each has its words under its code, the rest reads the common ones', async () => {
  const id = world.newId()
  await world.app.transaction('everything', (tx) =>
    tx
      .insertInto('departments')
      .values({
        ...{ id, code: 'AB', nameEn: 'Arts Board', nameFr: 'Conseil des arts', mailbox: 'a@arts.example' },
        postalAddress: '2 Hill Street',
      })
      .execute(),
  )
  const common = (await get('/en/faq')).body
  expect(common).not.toContain('Answers that are short.')
  expect(common).toContain('href="/en/faq?department=DW"')
  expect(common).not.toContain('department=AB')
  const own = (await get('/en/faq?department=DW')).body
  expect(own).toContain('As worded by Department of Waterways.')
  expect(own).toContain('Answers that are short.')
  expect((await get('/fr/faq?department=AB')).body).toContain(faq.lead.fr)

  // The database refuses what no rule of ours would ask: words put into another department’s mouth.
  const theirs = world.app.transaction({ department: id }, (tx) =>
    tx
      .insertInto('contentVersions')
      .values({
        ...{
          id: world.newId(),
          departmentId: world.departmentId,
          page: 'faq',
          number: 99,
          note: 'x',
          noteLanguage: 'en',
        },
        ...{ titleEn: 'x', titleFr: 'x', leadEn: 'x', leadFr: 'x', textEn: 'x', textFr: 'x', publishedAt: world.now },
      })
      .execute(),
  )
  await expect(theirs).rejects.toThrow('row-level security')

  const words = { ...faq, lead: { en: 'For all of us.', fr: 'Pour nous tous.' } }
  const note = { text: 'Common words', language: 'en' } as const
  const refused = await publishForAll(world.app, world.staff.administrator, { page: 'faq', words, note })
  expect(refused).toEqual({ ok: false, because: 'not_allowed' })
  expect(await publishForAll(world.app, system, { page: 'faq', words, note })).toEqual({ ok: true, value: 1 })
  expect((await get('/fr/faq')).body).toContain('Pour nous tous.')
  expect((await get('/fr/faq?department=AB')).body).toContain('Pour nous tous.')
  expect((await get('/fr/faq?department=DW')).body).not.toContain('Pour nous tous.')
})

test('an administrator gives the words of their department to all; the program team is not offered it', async () => {
  const url = '/en/content/faq/versions'
  const as = (who: 'administrator' | 'program') => world.as(world.staff[who])
  const { body } = await as('administrator').get(url)
  expect(body).toContain('Departments without their own words show the common version 1.')
  expect(await htmlErrors(body)).toEqual([])
  expect((await as('program').get(url)).body).not.toContain('For every department')
  const [, seen = ''] = /name="seen" value="(\d+)"/.exec(body) ?? []
  const share = (form: Record<string, string>) => as('administrator').post('/en/content/faq/common', form)
  expect((await share({ seen, note: '' })).status).toBe(422)
  const late = await share({ seen: '1000', note: 'Shorter.' })
  expect([late.status, /Somebody saved this page/.test(late.body)]).toEqual([409, true])
  expect((await share({ seen, note: 'Shorter.' })).status).toBe(303)
  expect((await get('/en/faq?department=AB')).body).toContain('Answers that are short.')
  expect((await share({ seen, note: 'Again.' })).body).toContain('The draft is what readers see already')
  expect((await as('administrator').get('/fr/contenu/faq/versions')).body).toContain('la version commune 2')
})

test('pages of an opportunity lead to the words of its department, where it has its own', async () => {
  const { slug } = await arrangePosted(world)
  const { body } = await get(`/en/opportunities/${slug}`)
  expect(body).toContain('href="/en/faq?department=DW"')
  expect(body).toContain('href="/en/terms"')
  expect((await get(`/fr/occasions/${slug}`)).body).toContain('href="/fr/faq?department=DW"')
  expect((await get('/en/opportunities')).body).not.toContain('?department=DW"')
})
