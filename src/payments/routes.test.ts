import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeRunning } from '../../test/arrange.awards.ts'
import { arrangeInvoice, invoiceNow } from '../../test/arrange.payments.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld(new Date('2026-11-17T19:00:00Z'))
})
afterAll(() => world.close())

const sent = { invoiceNumber: '2026-07', taxNumber: '', postalCode: 'h2x1y4', correct: 'yes', seenTotal: '650000' }

describe('the supplier’s invoice', () => {
  test('is a readable draft in both languages, and only theirs', async () => {
    const { invoiceId, supplier } = await arrangeInvoice(world, 'drafted')
    const english = await world.as(supplier).get(`/en/invoices/${invoiceId}`)
    expect(english.status).toBe(200)
    for (const said of ['$6,500.00', 'FR-7', 'Ana Roy', 'Ottawa', 'is not registered']) {
      if (said === 'Ana Roy') expect(english.body).toContain(supplier.name)
      else expect(english.body).toContain(said)
    }
    const french = await world.as(supplier).get(`/fr/factures/${invoiceId}`)
    expect(french.body).toContain('6\u00a0500,00\u00a0$')
    expect(await htmlErrors(english.body)).toEqual([])
    expect(await htmlErrors(french.body)).toEqual([])
    const other = await world.supplier('Otto Quay')
    expect((await world.as(other).get(`/en/invoices/${invoiceId}`)).status).toBe(404)
    expect((await world.as(other).post(`/en/invoices/${invoiceId}`, sent)).status).toBe(404)
    expect((await world.as(world.staff.finance).get(`/en/invoices/${invoiceId}`)).status).toBe(404)
    expect((await world.as(supplier).get('/en/invoices/nonsense')).status).toBe(404)
  })

  test.each([
    ['invoiceNumber', { invoiceNumber: ' ' }, 422, 'Fill in this field.'],
    ['invoiceNumber', { invoiceNumber: '4111 1111 1111 1111' }, 409, 'number of a card'],
    ['taxNumber', { taxNumber: '1234' }, 422, 'nine digits'],
    ['postalCode', { postalCode: '90210' }, 422, 'K1A 0A1'],
    ['correct', { correct: '' }, 422, 'Tick this box'],
    ['correct', { taxNumber: '123456782 RT0001' }, 409, 'the total is different'],
  ])('says what is wrong with %s and keeps what was typed', async (field, wrong, status, sentence) => {
    const { invoiceId, supplier } = await arrangeInvoice(world, 'drafted')
    const back = await world.as(supplier).post(`/en/invoices/${invoiceId}`, { ...sent, ...wrong })
    expect(back.status).toBe(status)
    expect(back.body).toContain(`href="#f-${field}"`)
    expect(back.body).toContain(sentence)
    expect(back.body).toContain(field === 'postalCode' ? 'value="2026-07"' : 'value="h2x1y4"')
    expect(await invoiceNow(world, invoiceId)).toMatchObject({ state: 'drafted' })
  })

  test('shows the new total for a tax number, and goes out with it', async () => {
    const { invoiceId, supplier } = await arrangeInvoice(world, 'drafted')
    const form = { ...sent, taxNumber: '123456782 RT0001' }
    const back = await world.as(supplier).post(`/fr/factures/${invoiceId}`, form)
    expect(back.body).toContain('TVH (13\u00a0%)')
    expect(back.body).toContain('name="seenTotal" value="734500"')
    const again = await world.as(supplier).post(`/fr/factures/${invoiceId}`, { ...form, seenTotal: '734500' })
    expect(again).toMatchObject({ status: 303, location: `/fr/factures/${invoiceId}` })
    const shown = await world.as(supplier).get(`/fr/factures/${invoiceId}`)
    expect(shown.body).toContain('Nous avons votre facture')
    expect(shown.body).not.toContain('name="invoiceNumber"')
    expect((await world.as(supplier).post(`/fr/factures/${invoiceId}`, form)).status).toBe(409)
  })
})

describe('the page of staff', () => {
  const certify = { act: 'certify', decision: 'yes', because: '', working: '' }

  test('is one page whose turn changes, up to the money, and no card number is taken on the way', async () => {
    const { id, invoiceId, supplier } = await arrangeInvoice(world, 'sent')
    const url = `/en/files/${id}/payment`
    const { section34, finance, cardholder, observer, program } = world.staff
    const shown = await world.as(section34).get(url)
    expect(shown.body).toContain('Do you certify under section 34?')
    for (const said of [
      'Every criterion is met',
      'Accepted by Claire Arsenault',
      'Your delegation covers',
      'Day 0 of 7',
    ])
      expect(shown.body).toContain(said)
    expect(await htmlErrors(shown.body)).toEqual([])
    for (const other of [finance, cardholder, observer, program]) {
      const seen = await world.as(other).get(url)
      expect(seen.status).toBe(200)
      expect(seen.body).not.toContain('name="act"')
    }
    expect((await world.as(observer).post(url, certify)).status).toBe(404)
    expect((await world.as(cardholder).post(url, certify)).status).toBe(409)
    expect((await world.as(world.staff.client).get(url)).status).toBe(404)

    const noReason = await world.as(section34).post(url, { ...certify, decision: 'no', working: '2 h' })
    expect(noReason.status).toBe(409)
    expect(noReason.body).toContain('href="#f-because"')
    expect(noReason.body).toContain('value="2 h"')
    expect((await world.as(section34).post(url, { act: 'certify' })).status).toBe(422)
    expect((await world.as(section34).post(url, { ...certify, working: 'a lot' })).status).toBe(422)
    expect((await world.as(section34).post(url, { act: 'constructor' })).status).toBe(409)
    expect((await world.as(section34).post(url, { ...certify, working: '2 h' })).status).toBe(303)
    expect((await world.as(section34).post(url, certify)).body).toContain('in the meantime')

    expect((await world.as(finance).post(url, { act: 'enter' })).status).toBe(422)
    expect((await world.as(finance).post(url, { act: 'enter', entered: 'yes' })).status).toBe(303)
    const document = { act: 'document', cardDocument: 'CD-9' }
    const refused = await world.as(cardholder).post(url, { ...document, cardDocument: '4111111111111111' })
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('href="#f-cardDocument"')
    expect((await world.as(cardholder).post(url, document)).status).toBe(303)
    const paying = await world.as(cardholder).get(`/fr/dossiers/${id}/paiement`)
    expect(paying.body).toContain('paypal.me/supplier')
    expect(await htmlErrors(paying.body)).toEqual([])
    const pay = { act: 'pay', method: 'paypal', reference: '4111 1111 1111 1111' }
    expect((await world.as(cardholder).post(url, pay)).status).toBe(409)
    expect((await world.as(cardholder).post(url, { ...pay, method: 'cheque' })).status).toBe(422)
    expect((await world.as(cardholder).post(url, { ...pay, reference: 'PP-1' })).status).toBe(303)
    expect((await world.as(program).get(url)).body).toContain('Paid in 0 days; promised within 7 days')

    const paid = await world.as(supplier).get(`/en/invoices/${invoiceId}`)
    expect(paid.body).toContain('PP-1')
    expect(paid.body).toContain('/en/feedback?for=winner&amp;department=DW')
    expect((await world.as(supplier).post(`/en/invoices/${invoiceId}/receipt`, {})).status).toBe(303)
    expect((await world.as(supplier).post(`/en/invoices/${invoiceId}/receipt`, {})).status).toBe(409)
    expect((await world.as(supplier).get(`/en/invoices/${invoiceId}/receipt`)).location).toBe(
      `/en/invoices/${invoiceId}`,
    )
  })

  test('tells a manager who evaluated that somebody else must decide', async () => {
    const file = await arrangeInvoice(world, 'sent', { accepter: world.staff.program })
    const { program } = world.staff
    await world.app.transaction('everything', (tx) =>
      tx
        .insertInto('roleGrants')
        .values({
          ...{ id: world.newId(), departmentId: world.departmentId, personId: program.id, role: 'section_34' },
          fromDay: '2020-01-01',
        })
        .execute(),
    )
    const shown = await world.as(program).get(`/en/files/${file.id}/payment`)
    expect(shown.body).toContain('Somebody else must decide')
    expect(shown.body).not.toContain('name="act"')
  })

  test('says what keeps a certification from standing', async () => {
    const file = await arrangeInvoice(world, 'sent')
    await world.app.transaction('everything', (tx) =>
      tx.updateTable('opportunities').set({ reservationCents: 100 }).where('id', '=', file.id).execute(),
    )
    const shown = await world.as(world.staff.section34).get(`/fr/dossiers/${file.id}/paiement`)
    expect(shown.body).toContain('Le total dépasse le montant réservé')
  })

  test('exists before there is an invoice, and the printed form after', async () => {
    const early = await arrangeRunning(world, 1, [{ name: 'Ana Roy' }, { name: 'Bo Sol' }])
    const { finance } = world.staff
    expect((await world.as(finance).get(`/en/files/${early.id}/payment`)).body).toContain('No invoice yet')
    expect((await world.as(finance).post(`/en/files/${early.id}/payment`, { act: 'enter' })).status).toBe(404)
    expect((await world.as(finance).get(`/en/files/${early.id}/payment/form`)).status).toBe(404)
    const file = await arrangeInvoice(world, 'documented')
    for (const url of [`/en/files/${file.id}/payment/form`, `/fr/dossiers/${file.id}/paiement/formulaire`]) {
      const printed = await world.as(finance).get(url)
      expect(printed.body).toContain('CD-5001')
      expect(printed.body).toContain('Simone Roy')
      expect(await htmlErrors(printed.body)).toEqual([])
    }
  })
})
