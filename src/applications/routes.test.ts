import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Arranged, arrangeOpen, arrangeSuppliers, contentFrom, sceneOf } from '../../test/arrange.applications.ts'
import { openWorld, type World } from '../../test/world.ts'
import { type Supplier, system } from '../accounts/rules.ts'
import { closeOpportunity } from '../draws/closing.ts'
import { contentCommitment } from '../platform/sealing.ts'
import { signerOf } from '../platform/signing.ts'
import { formOf } from './forms.ts'
import { openApplications } from './opening.ts'
import { signedReceipt } from './receipt.ts'
import { findReceipt } from './submission.ts'

const closesAt = new Date('2026-11-18T04:59:00.000Z')
let world: World
let suppliers: Supplier[]
let next = 0
const somebody = (): Supplier => suppliers[next++] as Supplier
beforeAll(async () => {
  world = await openWorld()
  suppliers = await arrangeSuppliers(world.app, 40)
})
afterAll(() => world.close())

const open = (): Promise<Arranged> => {
  world.now = new Date(closesAt.getTime() - 86_400_000)
  return arrangeOpen(sceneOf(world), { closesAt })
}
const filled = (supplier: Supplier): Record<string, string> =>
  Object.fromEntries(Object.entries(formOf(contentFrom(supplier))).map(([name, value]) => [name, String(value)]))
const form = (slug: string) => `/en/opportunities/${slug}/application`
const formulaire = (slug: string) => `/fr/occasions/${slug}/candidature`
const words = (count: number) => Array.from({ length: count }, (_, place) => `word${place}`).join(' ')
const applicationOf = (supplier: Supplier) =>
  world.app.read('everything', (tx) =>
    tx.selectFrom('applications').selectAll().where('supplierId', '=', supplier.id).executeTakeFirst(),
  )

describe('the form', () => {
  it('asks a visitor to sign in, and shows a supplier both languages', async () => {
    const { slug } = await open()
    const supplier = somebody()
    expect((await world.as(null).get(form(slug))).location).toContain('/en/sign-in?to=')
    const english = await world.as(supplier).get(form(slug))
    expect([english.status, english.body.includes('0 of 250 words'), english.body.includes('E2')]).toEqual([
      200,
      true,
      true,
    ])
    const french = await world.as(supplier).get(formulaire(slug))
    expect([french.status, french.body.includes('0 sur 250 mots'), french.body.includes('C2')]).toEqual([
      200,
      true,
      true,
    ])
    expect(french.body).toContain('12 février 2027')
    expect(await applicationOf(supplier)).toBeUndefined()
    expect((await world.as(supplier).get(form('nowhere'))).status).toBe(404)
    expect((await world.as(world.staff.program).get(form(slug))).status).toBe(404)
  })

  it('keeps a draft, wrong or incomplete, and shows it again', async () => {
    const { slug } = await open()
    const supplier = somebody()
    const typed = { 'answer-1': 'Half an <b>answer</b>', legalName: '', do: 'save' }
    const saved = await world.as(supplier).post(form(slug), typed)
    expect([saved.status, saved.location]).toEqual([303, form(slug)])
    const again = await world.as(supplier).get(form(slug))
    expect(again.body).toContain('Half an &lt;b>answer&lt;/b>')
    expect(again.body).toContain('Draft saved')
    expect((await world.as(supplier).post(form(slug), { ...typed, do: 'later' })).location).toBe('/en/applications')
    expect((await world.as(supplier).get('/en/applications')).body).toContain('You have a draft. It is not sent.')
    expect((await world.as(somebody()).get(form(slug))).body).not.toContain('Half an')
  })

  it('counts words as the browser does, and says how many to remove', async () => {
    const { slug } = await open()
    const supplier = somebody()
    const long = await world.as(supplier).post(form(slug), { ...filled(supplier), 'answer-2': words(262), do: 'send' })
    expect(long.status).toBe(422)
    expect(long.body).toContain('E2: your answer has 262 words. Remove at least 12.')
    expect(long.body).toContain('262 of 250 words: 12 too many')
    expect(long.body).toContain('word261')
    const exact = await world.as(supplier).post(form(slug), { ...filled(supplier), 'answer-2': words(250), do: 'send' })
    expect(exact.status).toBe(303)
  })

  it('names each field that is missing, in both languages, and loses nothing', async () => {
    const { slug } = await open()
    const supplier = somebody()
    const bare = await world
      .as(supplier)
      .post(form(slug), { 'answer-1': 'Kept text', hasAffiliates: 'yes', do: 'send' })
    expect(bare.status).toBe(422)
    for (const sentence of [
      'E2: write your answer.',
      'Write the legal name of the supplier.',
      'Say whether you are a public servant.',
      'Name the affiliates of this supplier, one a line.',
      'Agree to the date, the price, the way you are paid and the licence.',
    ])
      expect(bare.body.split(sentence).length - 1).toBe(2)
    expect(bare.body).toContain('Kept text')
    const french = await world.as(supplier).post(formulaire(slug), { do: 'send' })
    expect(french.body).toContain('C1\u00a0: rédigez votre réponse.')
  })

  it('warns of what gives the person away, and then sends it if that is their wish', async () => {
    const { slug } = await open()
    const supplier = somebody()
    const given = {
      ...filled(supplier),
      'answer-1': 'See https://me.example/tiller, or call 613-555-0142.',
      do: 'send',
    }
    const warned = await world.as(supplier).post(form(slug), given)
    expect(warned.status).toBe(200)
    expect(warned.body).toContain('Your answers may say who you are')
    expect(warned.body).toContain('613-555-0142')
    expect((await applicationOf(supplier))?.state).toBe('draft')
    const seen = /name="seen" value="([0-9a-f]+)"/.exec(warned.body)?.[1] ?? ''
    expect((await world.as(supplier).post(form(slug), { ...given, seen })).location).toContain('/receipt')
  })

  it('survives hostile text in every field', async () => {
    const { slug } = await open()
    const supplier = somebody()
    const attack = '"><script>alert(1)</script>\u0000\ud800\'; drop table applications; --'
    const hostile = Object.fromEntries(Object.keys(filled(supplier)).map((name) => [name, attack]))
    for (const wish of ['send', 'save', attack]) {
      const answer = await world.as(supplier).post(form(slug), { ...hostile, do: wish })
      expect(answer.status).toBeLessThan(500)
      expect(answer.body).not.toContain('<script>alert')
    }
    expect((await world.as(supplier).get(form(slug))).body).not.toContain('<script>alert')
  })
})

describe('after sending', () => {
  it('leads to a receipt that checks, also pasted, and whose file carries the salt', async () => {
    const arranged = await open()
    const supplier = somebody()
    const sent = await world.as(supplier).post(form(arranged.slug), { ...filled(supplier), do: 'send' })
    const receipt = await world.as(supplier).get(sent.location ?? '')
    expect(receipt.body).toContain('opportune receipt/1')
    expect(receipt.body).toContain('UTC 2026-11-17T04:59:00.000Z')
    const file = await world.as(supplier).get(`${sent.location}.txt`)
    expect(file.headers['content-type']).toContain('text/plain')
    expect(file.body).toMatch(/^salt: [0-9a-f]{64}$/m)
    const proof = /^salt: (.+)\ncontent: (.+)$/m.exec(file.body)
    const proven = contentCommitment(Buffer.from(proof?.[1] ?? '', 'hex'), Buffer.from(proof?.[2] ?? ''))
    expect(file.body).toContain(`content commitment: ${proven}`)
    const checked = await world.as(null).post('/en/receipt', { receipt: file.body })
    expect(checked.body).toContain('nothing in it was changed')
    expect(checked.body).toContain('published at closing. Come back then.')
    const forged = await world
      .as(null)
      .post('/fr/recu', { receipt: file.body.replace('received: 2026', 'received: 2025') })
    expect(forged.body).toContain('Ce reçu a été modifié')
    expect((await world.as(null).post('/en/receipt', { receipt: 'x' })).status).toBe(422)
    expect((await world.as(somebody()).get(sent.location ?? '')).status).toBe(404)

    world.now = closesAt
    await closeOpportunity(world.worker, system, { opportunityId: arranged.id })
    const listed = await world.as(null).post('/en/receipt', { receipt: file.body })
    expect(listed.body).toContain('has this application, with the same sealed file')
    const between = await world.as(supplier).get(sent.location ?? '')
    expect(between.body).toContain('Destroyed at closing with your draft')
    await openApplications(world.worker, { opportunityId: arranged.id })
    const salt = /^salt: ([0-9a-f]{64})$/m.exec(file.body)?.[1] ?? 'none'
    expect((await world.as(supplier).get(sent.location ?? '')).body).toContain(salt)
  })

  it('tells when the draft is no longer what was sent', async () => {
    const { slug } = await open()
    const supplier = somebody()
    await world.as(supplier).post(form(slug), { ...filled(supplier), do: 'send' })
    expect((await world.as(supplier).get(form(slug))).body).toContain('Your application is received and sealed.')
    await world.as(supplier).post(form(slug), { ...filled(supplier), 'answer-1': 'Another answer.', do: 'save' })
    expect((await world.as(supplier).get(form(slug))).body).toContain('What you sent before counts.')
  })

  it('withdraws by a button, never by a link', async () => {
    const { slug } = await open()
    const supplier = somebody()
    await world.as(supplier).post(form(slug), { ...filled(supplier), do: 'send' })
    const id = (await applicationOf(supplier))?.id
    const asked = await world.as(supplier).get(`/en/applications/${id}/withdrawal`)
    expect([asked.status, (await applicationOf(supplier))?.state]).toEqual([200, 'submitted'])
    expect((await world.as(somebody()).post(`/en/applications/${id}/withdrawal`, {})).status).toBe(404)
    expect((await world.as(supplier).post(`/en/applications/${id}/withdrawal`, {})).location).toBe('/en/applications')
    expect((await world.as(supplier).get('/en/applications')).body).toContain('You withdrew this application.')
    expect((await world.as(supplier).get(form(slug))).body).toContain('A withdrawal is final.')
    expect((await world.as(supplier).post(`/en/applications/${id}/withdrawal`, {})).status).toBe(409)
    expect((await world.as(supplier).get('/en/applications/not-an-id/receipt')).status).toBe(404)
  })
})

describe('too late', () => {
  it('says so, keeps what was typed on the page, and gives it back as a file', async () => {
    const { slug } = await open()
    const supplier = somebody()
    await world.as(supplier).get(form(slug))
    world.now = closesAt
    const late = await world
      .as(supplier)
      .post(form(slug), { ...filled(supplier), 'answer-1': 'Too late a word', do: 'send' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('the closing instant itself is late')
    expect(late.body).toContain('Too late a word')
    const copy = await world.as(supplier).post(`${form(slug)}/copy`, { 'answer-1': 'Too late a word' })
    expect(copy.body).toContain('Too late a word')
    expect(copy.headers['content-disposition']).toContain('attachment')
    expect((await world.as(supplier).get(form(slug))).body).toContain('It has closed')
  })
})

it('says nothing of the number of applications on any page that a visitor or staff can ask for here', async () => {
  const arranged = await open()
  for (const supplier of [somebody(), somebody(), somebody()])
    await world.as(supplier).post(form(arranged.slug), { ...filled(supplier), do: 'send' })
  for (const actor of [null, world.staff.program, world.staff.observer, world.staff.administrator])
    for (const url of [form(arranged.slug), '/en/applications']) {
      const answer = await world.as(actor).get(url)
      expect([303, 404]).toContain(answer.status)
    }
  const first = await world.app.read('everything', (tx) =>
    tx
      .selectFrom('applications')
      .select(['id', 'supplierId'])
      .where('opportunityId', '=', arranged.id)
      .executeTakeFirstOrThrow(),
  )
  const own = await world.app.read('everything', (tx) => findReceipt(tx, world.app, first.id, first.supplierId))
  expect(own && signedReceipt(own.facts, signerOf(world.app))).not.toMatch(/(received|size|count): \d+$/m)
})
