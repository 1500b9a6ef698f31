import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrangeOffered, arrangeRunning, CLOSES, type Offered } from '../../test/arrange.awards.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'
import type { Supplier } from '../accounts/rules.ts'

let world: World
beforeAll(async () => {
  world = await openWorld(CLOSES)
})
afterAll(() => world.close())

const three = ['Ana Roy', 'Bo Sol', 'Cy Tran'].map((name) => ({ name }))
const first = (file: Offered): Supplier => {
  const [supplier] = file.ranked
  if (!supplier) throw new Error('nobody was ranked')
  return supplier
}
const answer = {
  ...{ agreeDate: 'yes', agreePrice: 'yes', agreeIdentity: 'yes', agreeTerms: 'yes', payment: 'paypal' },
  ...{ paymentDetail: 'paypal.me/ana', taxNumber: '', termsRead: '' },
}
const digestIn = (body: string): string => /name="termsRead" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? ''
const valid = async (body: string) => expect(await htmlErrors(body)).toEqual([])

describe('the offer, from the letter to both signatures', () => {
  it('shows to its supplier alone, keeps what was typed, and is signed by both', async () => {
    const file = await arrangeOffered(world, 2, three)
    const supplier = first(file)
    const page = `/en/offers/${file.offerId}`
    for (const language of ['en', 'fr']) {
      const shown = await world.as(supplier).get(language === 'en' ? page : `/fr/offres/${file.offerId}`)
      expect(shown.status).toBe(200)
      await valid(shown.body)
      expect(shown.body).toContain(language === 'en' ? '$6,500.00' : '6\u00a0500,00\u00a0$')
    }
    expect((await world.as(file.ranked[1] ?? null).get(page)).status).toBe(404)
    expect((await world.as(world.staff.program).get(page)).status).toBe(404)
    expect((await world.as(null).get(page)).location).toContain('/en/sign-in')
    expect((await world.as(supplier).get('/en/offers/nonsense')).status).toBe(404)

    const termsRead = digestIn((await world.as(supplier).get(page)).body)
    const post = (change: Record<string, string>) => world.as(supplier).post(page, { ...answer, termsRead, ...change })
    const typo = await post({ signatory: supplier.name, agreeDate: '', taxNumber: '12 RT' })
    expect(typo.status).toBe(422)
    expect(typo.body).toContain('Enter nine digits, RT and four digits')
    expect(typo.body).toContain('paypal.me/ana')
    await valid(typo.body)
    const other = await post({ signatory: 'Somebody Else' })
    expect([other.status, other.body.includes('as on your application')]).toEqual([409, true])
    expect((await post({ signatory: supplier.name, paymentDetail: '4111111111111111' })).status).toBe(409)
    expect((await post({ signatory: supplier.name })).location).toBe(page)
    expect((await post({ signatory: supplier.name })).status).toBe(409)

    const { program, procurement, client, signatory } = world.staff
    const staffPage = `/en/files/${file.id}/offer`
    const named = async (actor: typeof program) => (await world.as(actor).get(staffPage)).body.includes(supplier.name)
    expect([await named(program), await named(procurement), await named(client)]).toEqual([true, false, false])
    const terms = `/en/files/${file.id}/terms`
    expect((await world.as(client).get(terms)).body).not.toContain(supplier.name)
    const toSign = await world.as(signatory).get(terms)
    expect(toSign.body).toContain('Sign for Canada')
    await valid(toSign.body)
    expect((await world.as(program).post(terms, { read: 'yes' })).status).toBe(404)
    expect((await world.as(signatory).post(terms, { workingDays: 'x' })).status).toBe(422)
    expect((await world.as(signatory).post(terms, { read: 'yes', workingDays: '0,25' })).location).toBe(terms)
    expect((await world.as(signatory).post(terms, { read: 'yes' })).status).toBe(409)
    expect([await named(procurement), await named(client)]).toEqual([true, true])
    expect((await world.as(supplier).get(page)).body).toContain(`/en/contracts/${file.offerId}`)
  })

  it('is declined on a page of its own', async () => {
    const file = await arrangeOffered(world, 2, three)
    const supplier = first(file)
    const page = `/fr/offres/${file.offerId}/refus`
    await valid((await world.as(supplier).get(page)).body)
    expect((await world.as(supplier).post(page, { because: '' })).status).toBe(422)
    expect((await world.as(supplier).post(page, { because: 'Un autre emploi' })).location).toBe(
      `/fr/offres/${file.offerId}`,
    )
    expect((await world.as(supplier).post(page, { because: 'Encore' })).status).toBe(409)
    expect((await world.as(supplier).get(page)).status).toBe(303)
    const staff = await world.as(world.staff.program).get(`/fr/dossiers/${file.id}/offre`)
    expect(staff.body).toContain('Un autre emploi')
    await valid(staff.body)
  })
})

describe('the work', () => {
  it('is delivered with addresses that can be opened, checked criterion by criterion, and accepted', async () => {
    const file = await arrangeRunning(world, 1, three)
    const { client, observer, signatory } = world.staff
    const page = `/en/contracts/${file.offerId}`
    const shown = await world.as(file.supplier).get(page)
    expect(shown.body).toContain(client.email)
    await valid(shown.body)
    const wrong = await world.as(file.supplier).post(page, { repositoryUrl: 'javascript:alert(1)', note: 'Kept' })
    expect([wrong.status, wrong.body.includes('Kept')]).toEqual([422, true])
    const delivered = { repositoryUrl: 'https://code.example/keys', note: '**Try** it' }
    expect((await world.as(file.supplier).post(page, delivered)).location).toBe(page)
    expect((await world.as(file.supplier).post(page, delivered)).status).toBe(409)

    const work = `/en/files/${file.id}/work`
    for (const [actor, decides] of [
      [client, true],
      [observer, false],
      [signatory, false],
    ] as const) {
      const answered = await world.as(actor).get(work)
      expect(answered.body.includes('Record my decision')).toBe(decides)
      await valid(answered.body)
    }
    const decide = (form: Record<string, string>) => world.as(client).post(work, form)
    expect((await decide({})).status).toBe(422)
    const unsaid = await decide({ 'met-1': 'no', newDay: '2027-03-01' })
    expect([unsaid.status, unsaid.body.includes('f-comment-1-error')]).toEqual([409, true])
    expect((await decide({ 'met-1': 'no', 'comment-1': 'No effect', newDay: 'soon' })).status).toBe(422)
    expect((await decide({ 'met-1': 'no', 'comment-1': 'No effect', newDay: '2027-03-01' })).location).toBe(work)
    expect((await world.as(file.supplier).get(page)).body).toContain('No effect')
    await world.as(file.supplier).post(page, delivered)
    expect((await decide({ 'met-1': 'yes' })).location).toBe(work)
    for (const url of [work, `/fr/dossiers/${file.id}/travail`]) await valid((await world.as(client).get(url)).body)
    await valid((await world.as(file.supplier).get(`/fr/contrats/${file.offerId}`)).body)
  })

  it('has a page for each exception, open only to whoever may act on it', async () => {
    const file = await arrangeRunning(world, 2, three)
    const { program, signatory } = world.staff
    const work = `/en/files/${file.id}/work`
    const contract = `/en/contracts/${file.offerId}`
    for (const page of ['extension', 'difficulty'])
      await valid((await world.as(file.supplier).get(`${contract}/${page}`)).body)
    const ask = (day: string) =>
      world.as(file.supplier).post(`${contract}/extension`, { day, because: 'A flood', language: 'en' })
    expect([(await ask('31 February')).status, (await ask('2027-02-12')).status]).toEqual([422, 409])
    expect((await ask('2027-02-26')).status).toBe(303)
    await valid((await world.as(program).get(`${work}/extension`)).body)
    const answerDate = (form: Record<string, string>) => world.as(program).post(`${work}/extension`, form)
    expect([(await answerDate({})).status, (await answerDate({ decision: 'refused' })).status]).toEqual([422, 409])
    expect((await answerDate({ decision: 'refused', reply: 'We need it' })).location).toBe(work)
    expect((await world.as(program).get(`${work}/extension`)).status).toBe(303)
    expect((await world.as(program).post(`${work}/lateness`, {})).status).toBe(409)

    const end = (form: Record<string, string>) => world.as(signatory).post(`${work}/termination`, form)
    await valid((await world.as(signatory).get(`${work}/termination`)).body)
    expect((await end({ kind: 'default', because: 'Late' })).body).toContain('There is no default')
    const unable = { because: 'I fell ill', sure: 'yes' }
    expect((await world.as(file.supplier).post(`${contract}/difficulty`, unable)).location).toBe(contract)
    expect((await end({ kind: 'default', percentage: '200 %', because: 'Unable' })).status).toBe(409)
    expect((await end({ kind: 'default', because: 'Unable to deliver' })).location).toBe(work)
    const next = await world.as(program).get(`${work}/next`)
    expect(next.body).toContain('One supplier is left')
    await valid(next.body)
    const decide = (form: Record<string, string>) => world.as(program).post(`${work}/next`, form)
    expect((await decide({ step: 'next' })).status).toBe(409)
    expect((await decide({ step: 'next', deliveryDay: '2027-04-30' })).location).toBe(`/en/files/${file.id}/offer`)
    await valid((await world.as(file.supplier).get(contract)).body)
    await valid((await world.as(program).get(work)).body)
  })
})
