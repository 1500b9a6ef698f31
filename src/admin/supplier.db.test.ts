import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acceptAs, arrangeOffered } from '../../test/arrange.awards.ts'
import { given } from '../../test/arrange.evaluation.ts'
import { arrangeInvoice } from '../../test/arrange.payments.ts'
import { openWorld, type World } from '../../test/world.ts'
import type { Supplier } from '../accounts/rules.ts'
import { countersignTerms } from '../delivery/commands.ts'
import { inHandTexts } from './texts.supplier.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const two = [{ name: 'Ana Roy' }, { name: 'Bo Sol' }]
const homes = async (supplier: Supplier) => ({
  en: (await world.as(supplier).get('/en/applications')).body,
  fr: (await world.as(supplier).get('/fr/candidatures')).body,
})

describe('a supplier’s home after the choice', () => {
  it('leads to the offer, then to the work; the others see neither', async () => {
    const file = await arrangeOffered(world, 1, two)
    const winner = file.ranked[0]
    const other = file.failed[0]
    if (!winner || !other) throw new Error('one should have passed and one failed')
    const offered = await homes(winner)
    expect(offered.en).toContain(`/en/offers/${file.offerId}`)
    expect(offered.en).toContain(inHandTexts.offer.made.what.en)
    expect(offered.fr).toContain(`/fr/offres/${file.offerId}`)
    expect(offered.fr).toContain(inHandTexts.offer.made.what.fr)
    expect((await homes(other)).en).not.toContain('/en/offers/')

    await acceptAs(world, winner, file)
    expect((await homes(winner)).en).toContain(inHandTexts.offer.accepted.happening.en)
    given(await countersignTerms(world.app, world.staff.signatory, { opportunityId: file.id }))
    const working = await homes(winner)
    expect(working.en).toContain(`/en/contracts/${file.offerId}`)
    expect(working.fr).toContain(inHandTexts.contract.in_progress.what.fr)
    expect((await homes(other)).en).not.toContain('/en/contracts/')
  })

  it('leads to the invoice once there is one', async () => {
    const file = await arrangeInvoice(world, 'drafted')
    const home = await homes(file.supplier)
    expect(home.en).toContain(`/en/invoices/${file.invoiceId}`)
    expect(home.en).toContain(inHandTexts.invoice.drafted.what.en)
    expect(home.fr).toContain(`/fr/factures/${file.invoiceId}`)
  })
})
