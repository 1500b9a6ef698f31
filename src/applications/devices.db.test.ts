import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Arranged, arrangeOpen, arrangeSuppliers, contentFrom, sceneOf } from '../../test/arrange.applications.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'
import type { Supplier } from '../accounts/rules.ts'
import { startSession } from '../accounts/sessions.ts'
import { withdrawApplication } from './commands.ts'
import { formOf } from './forms.ts'
import { markOf } from './joining.ts'
import { currentSeal } from './store.ts'
import { submitApplication } from './submission.ts'

const closesAt = new Date('2026-11-18T04:59:00.000Z')
let world: World
let suppliers: Supplier[]
let next = 0
const somebody = (): Supplier => suppliers[next++] as Supplier
beforeAll(async () => {
  world = await openWorld(new Date(closesAt.getTime() - 86_400_000))
  suppliers = await arrangeSuppliers(world.app, 20)
})
afterAll(() => world.close())

const open = (): Promise<Arranged> => {
  world.now = new Date(closesAt.getTime() - 86_400_000)
  return arrangeOpen(sceneOf(world), { closesAt })
}
const filled = (supplier: Supplier): Record<string, string> =>
  Object.fromEntries(Object.entries(formOf(contentFrom(supplier))).map(([name, value]) => [name, String(value)]))
const form = (slug: string) => `/en/opportunities/${slug}/application`

let devices = 0
/** One browser of one person: it keeps its cookies. */
function device(supplier: Supplier) {
  devices += 1
  const browser = devices.toString(16).padStart(32, '0')
  const ask = async (method: 'GET' | 'POST', url: string, body?: Record<string, string>) => {
    const session = await world.app.transaction('everything', (tx) =>
      startSession(tx, world.app, { personId: supplier.id, departmentId: null }),
    )
    return world.server.inject({
      ...{ method, url },
      headers: {
        ...{ host: 'localhost:8080', cookie: `opportune=${session}; opportune-browser=${browser}` },
        ...{ 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      },
      ...(body ? { payload: new URLSearchParams(body).toString() } : {}),
    })
  }
  return {
    get: (url: string) => ask('GET', url),
    post: (url: string, body: Record<string, string>) => ask('POST', url, body),
    /** What the page was written with, for the form to send back. */
    async marks(slug: string): Promise<string> {
      const { body } = await ask('GET', form(slug))
      return (/name="marks" value="([^"]*)"/.exec(body)?.[1] ?? '').replaceAll('&quot;', '"')
    },
  }
}

const letters = (supplier: Supplier, kind: string) =>
  world.app.read('everything', (tx) =>
    tx
      .selectFrom('outboxMessages')
      .select('id')
      .where('toAddress', '=', supplier.email)
      .where('kind', '=', kind)
      .execute(),
  )
const applicationsOf = (supplier: Supplier) =>
  world.app.read('everything', (tx) =>
    tx.selectFrom('applications').selectAll().where('supplierId', '=', supplier.id).execute(),
  )

describe('another device', () => {
  it('resumes the draft; it is recorded and told by e-mail, once', async () => {
    const { slug } = await open()
    const supplier = somebody()
    const [first, second] = [device(supplier), device(supplier)]
    await first.post(form(slug), { 'answer-1': 'Begun on a phone.', do: 'save' })
    await first.get(form(slug))
    expect(await letters(supplier, 'application.resumed')).toHaveLength(0)
    const resumed = await second.get(form(slug))
    expect(resumed.body).toContain('Begun on a phone.')
    await Promise.all([second.get(form(slug)), second.get(form(slug)), second.get(`${form(slug)}/preview`)])
    expect(await letters(supplier, 'application.resumed')).toHaveLength(1)
    const [application] = await applicationsOf(supplier)
    const events = await world.app.read('everything', (tx) =>
      tx
        .selectFrom('historyEvents')
        .select(['kind', 'fileId'])
        .where('subjectId', '=', application?.id ?? '')
        .where('kind', '=', 'application.resumed')
        .execute(),
    )
    expect(events).toEqual([{ kind: 'application.resumed', fileId: null }])
    expect(resumed.body).toContain('could pass for you with such a code')
  })

  it('overwrites nothing silently: both texts are shown, and the author chooses', async () => {
    const { slug } = await open()
    const supplier = somebody()
    const [phone, laptop] = [device(supplier), device(supplier)]
    await phone.post(form(slug), { ...filled(supplier), do: 'save' })
    const [onPhone, onLaptop] = [await phone.marks(slug), await laptop.marks(slug)]
    const say = { ...filled(supplier), 'answer-1': 'From the phone.', do: 'save' }
    expect((await phone.post(form(slug), { ...say, marks: onPhone })).statusCode).toBe(303)

    const given = { ...filled(supplier), 'answer-1': 'From the laptop.', 'answer-2': 'A new plan.' }
    const both = await laptop.post(form(slug), { ...given, marks: onLaptop, do: 'send' })
    expect(both.statusCode).toBe(409)
    for (const text of ['From the phone.', 'From the laptop.', 'A new plan.', 'Saved on another device'])
      expect(both.body).toContain(text)
    expect(both.body).toContain('E1: another device saved something else.')
    expect((await applicationsOf(supplier))[0]?.state).toBe('draft')
    expect((await phone.get(form(slug))).body).toContain('From the phone.')

    const seen = (/name="marks" value="([^"]*)"/.exec(both.body)?.[1] ?? '').replaceAll('&quot;', '"')
    const chosen = await laptop.post(form(slug), { ...given, marks: seen, do: 'send' })
    expect(chosen.headers.location).toContain('/receipt')
    expect((await phone.get(form(slug))).body).toContain('From the laptop.')
  })

  it('says a clash in French too', async () => {
    const { slug } = await open()
    const supplier = somebody()
    const [phone, laptop] = [device(supplier), device(supplier)]
    const marks = await laptop.marks(slug)
    await phone.post(form(slug), { ...filled(supplier), do: 'save' })
    const url = `/fr/occasions/${slug}/candidature`
    const both = await laptop.post(url, { ...filled(supplier), publicService: 'yes', marks, do: 'save' })
    expect(both.statusCode).toBe(409)
    expect(both.body).toContain('Fonction publique\u00a0: un autre appareil a enregistré autre chose.')
  })
})

describe('while one types', () => {
  const edit = (name: string, value: string, before = '') => ({
    edits: JSON.stringify([{ name, value, mark: markOf(before) }]),
  })

  it('saves each field alone, and tells what another device saved there', async () => {
    const { slug } = await open()
    const supplier = somebody()
    const [phone, laptop] = [device(supplier), device(supplier)]
    const saved = await phone.post(`${form(slug)}/edits`, edit('answer-1', 'Half a sent'))
    expect(saved.json()).toMatchObject({ ok: true, outcomes: [{ name: 'answer-1', outcome: 'applied' }] })
    const clash = await laptop.post(`${form(slug)}/edits`, edit('answer-1', 'Something else'))
    expect(clash.json().outcomes).toEqual([
      { name: 'answer-1', outcome: 'clash', mark: markOf('Half a sent'), text: 'Half a sent', shown: 'Half a sent' },
    ])
    const mine = await laptop.post(`${form(slug)}/edits`, edit('answer-1', 'Something else', 'Half a sent'))
    expect(mine.json().outcomes[0].outcome).toBe('applied')
    expect((await phone.get(form(slug))).body).toContain('Something else')
  })

  it('is about fields of the form, until closing, and nothing else', async () => {
    const { slug } = await open()
    const supplier = somebody()
    const browser = device(supplier)
    const other = await browser.post(`${form(slug)}/edits`, edit('state', 'passed'))
    expect(other.json()).toMatchObject({ ok: true, outcomes: [] })
    for (const edits of ['', 'x', '{}', '[{"name":1}]'])
      expect((await browser.post(`${form(slug)}/edits`, { edits })).statusCode).toBe(404)
    world.now = closesAt
    const late = await browser.post(`${form(slug)}/edits`, edit('answer-1', 'x'))
    expect(late.json().ok).toBe(false)
    expect(late.json().said).toContain('has closed')
  })
})

describe('the preview', () => {
  it('shows the answers alone, with what gives their author away marked in its place', async () => {
    const { slug } = await open()
    const supplier = somebody()
    const browser = device(supplier)
    const given = {
      ...filled(supplier),
      'answer-1': 'I, Zoé Lavoie, wrote <b>this</b> & more.',
      ...{ legalName: 'Ateliers Nord-Sud inc.', workerName: 'Zoe Lavoie', do: 'preview' },
    }
    const went = await browser.post(form(slug), given)
    expect(went.headers.location).toBe(`${form(slug)}/preview`)
    const { body } = await browser.get(`${form(slug)}/preview`)
    expect(body).toContain('I, </span>'.replace('</span>', '<mark>Zoé Lavoie</mark>'))
    expect(body).toContain('&lt;b>this&lt;/b> &amp; more.')
    expect(body).not.toContain('Nord-Sud')
    expect(body).toContain(`href="${form(slug)}#f-answer-1"`)
    const french = await browser.get(`/fr/occasions/${slug}/candidature/apercu`)
    expect(french.body).toContain('Ce que liront les personnes évaluatrices')
  })

  it('is nothing without a draft, and nothing after closing', async () => {
    const { slug } = await open()
    const browser = device(somebody())
    expect((await browser.get(`${form(slug)}/preview`)).headers.location).toBe(form(slug))
    expect((await browser.get('/en/opportunities/nowhere/application/preview')).statusCode).toBe(404)
  })
})

describe('at once', () => {
  it('two tabs that begin make one application', async () => {
    const { slug } = await open()
    const supplier = somebody()
    const tabs = Array.from({ length: 6 }, () => device(supplier))
    await Promise.all(tabs.map((tab, at) => tab.post(form(slug), { ...filled(supplier), 'answer-1': `Tab ${at}` })))
    expect(await applicationsOf(supplier)).toHaveLength(1)
    expect(await letters(supplier, 'application.resumed')).toHaveLength(tabs.length - 1)
  })

  it('a double click, and the same form from two devices, give one application and one receipt', async () => {
    const { slug } = await open()
    const supplier = somebody()
    const [phone, laptop] = [device(supplier), device(supplier)]
    const sent = { ...filled(supplier), do: 'send' }
    const answers = await Promise.all([phone, phone, laptop, laptop].map((each) => each.post(form(slug), sent)))
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1)
    expect(await letters(supplier, 'application.received')).toHaveLength(1)
  })

  it('of two devices that send different texts, what counts is one of them whole, and the other is told', async () => {
    const { slug } = await open()
    const supplier = somebody()
    const content = (answer: string) => contentFrom(supplier, { answers: [{ position: 1, answer }] })
    await submitApplication(world.app, supplier, { slug, content: content('Before') })
    const marks = { 'answer-1': markOf('Before') }
    const sent = await Promise.all(
      ['Phone', 'Laptop'].map((text) =>
        submitApplication(world.app, supplier, { slug, content: content(text), marks }),
      ),
    )
    expect(sent.map((each) => (each.ok ? 'received' : each.because)).sort()).toEqual(['changed_elsewhere', 'received'])
  })

  it('bites: without what was seen, the later one overwrites the other in silence', async () => {
    const { slug } = await open()
    const supplier = somebody()
    const content = (answer: string) => contentFrom(supplier, { answers: [{ position: 1, answer }] })
    const sent = await Promise.all(
      ['Phone', 'Laptop'].map((text) => submitApplication(world.app, supplier, { slug, content: content(text) })),
    )
    expect(sent.every(({ ok }) => ok)).toBe(true)
  })

  it('a withdrawal and a submission end in one state, with a seal that counts only while it is submitted', async () => {
    const { slug } = await open()
    const supplier = somebody()
    const content = contentFrom(supplier)
    const first = await submitApplication(world.app, supplier, { slug, content })
    const applicationId = first.ok ? first.value.application.id : ''
    const changed = contentFrom(supplier, { legalName: 'Changed' })
    const [, sent] = await Promise.all([
      withdrawApplication(world.app, supplier, { applicationId }),
      submitApplication(world.app, supplier, { slug, content: changed }),
    ])
    const [application] = await applicationsOf(supplier)
    expect(application?.state).toBe('withdrawn')
    if (!sent.ok) expect(sent.because).toBe('withdrawn')
    const seal = await world.app.read('everything', (tx) => currentSeal(tx, applicationId))
    expect(seal).toBeDefined()
  })
})

it('each page of an application is valid HTML, errors, clash and preview included', async () => {
  const { slug } = await open()
  const supplier = somebody()
  const [phone, laptop] = [device(supplier), device(supplier)]
  const marks = await laptop.marks(slug)
  const pages = [await phone.get(form(slug)), await phone.post(form(slug), { 'answer-1': 'a@b.ca', do: 'send' })]
  pages.push(await laptop.post(form(slug), { 'answer-1': 'b', marks, do: 'save' }))
  pages.push(await phone.get(`${form(slug)}/preview`), await phone.get(`/fr/occasions/${slug}/candidature/apercu`))
  expect(pages.map(({ statusCode }) => statusCode)).toEqual([200, 422, 409, 200, 200])
  for (const { body } of pages) expect(await htmlErrors(body)).toEqual([])
})
