import { acceptOffer } from '../awards/commands.answers.ts'
import { offersOf } from '../awards/store.ts'
import { terminateContract } from '../delivery/commands.ending.ts'
import { declareUnable } from '../delivery/commands.exceptions.ts'
import { countersignTerms, decideWork, deliverWork } from '../delivery/commands.ts'
import { done, found } from '../measures/settling.ts'
import { criteriaOf } from '../opportunities/store.ts'
import { certifyInvoice, createCardDocument, enterInvoice, recordPayment } from '../payments/commands.staff.ts'
import { confirmReceipt, sendInvoice } from '../payments/commands.ts'
import { invoiceOfContract } from '../payments/store.ts'
import { offerAfter } from './demo.plan.ts'
import type { DemoFile, FileAct } from './demo.stage.ts'

/** From the offer to the money: the terms, the work, the invoice. */
export const workActs = (file: DemoFile): FileAct[] => [
  ...termsActs(file),
  ...deliveryActs(file),
  ...paymentActs(file),
  ...terminationActs(file),
]

function termsActs(file: DemoFile): FileAct[] {
  const { app, staff, planned } = file
  const offered = offerAfter(planned)
  return [
    {
      ...{ stage: 'to_sign', day: offered + 1, clock: '11:00' },
      does: async () => {
        const { supplier, offerId } = await chosen(file)
        const { payment, paymentDetail, name: signatory } = supplier
        const input = { offerId, payment, paymentDetail, taxNumber: '', signatory }
        await done('accept the offer', acceptOffer(app, supplier, input))
      },
    },
    {
      ...{ stage: 'in_progress', day: offered + 2, clock: '10:00' },
      does: async () => {
        const input = { opportunityId: file.id, workingDays: 0.25 }
        await done('sign the terms', countersignTerms(app, staff.signatory, input))
      },
    },
  ]
}

function deliveryActs(file: DemoFile): FileAct[] {
  const { app, staff, planned, written, calendar } = file
  const offered = offerAfter(planned)
  const client = staff[planned.client]
  return [
    {
      ...{ stage: 'delivered', day: offered + 7, clock: '15:00' },
      does: async () => {
        const { supplier, offerId: contractId } = await chosen(file)
        const repositoryUrl = `https://code.example/waterways/${written.key}`
        const links = { repositoryUrl, pullRequestUrl: `${repositoryUrl}/pulls/1` }
        const input = { contractId, ...links, note: notes[supplier.language], language: supplier.language }
        await done('deliver', deliverWork(app, supplier, input))
      },
    },
    {
      ...{ stage: planned.turn === 'revision' ? 'delivered' : 'accepted', day: offered + 8, clock: '10:00' },
      does: async () => {
        const { offerId: contractId } = await chosen(file)
        const revise = planned.turn === 'revision'
        const criteria = await app.read('everything', (tx) => criteriaOf(tx, file.id, 'work'))
        const marks = criteria.map(({ id: criterionId, position }) => {
          const met = !revise || position !== 2
          return { criterionId, met, comment: met ? '' : 'The form loses what was typed when the session ends.' }
        })
        const newDay = revise ? calendar.day(8) : null
        const answered = planned.turn === 'revision' || planned.reached !== 'delivered'
        if (answered) await done('answer', decideWork(app, client, { contractId, marks, newDay, workingDays: 0.5 }))
      },
    },
  ]
}

function paymentActs(file: DemoFile): FileAct[] {
  const { app, staff, planned } = file
  const offered = offerAfter(planned)
  const invoiceOf = async () => {
    const { offerId, supplier } = await chosen(file)
    const invoice = await app.read('everything', (tx) => invoiceOfContract(tx, offerId))
    return { invoiceId: found(invoice, 'no invoice was drafted').id, supplier }
  }
  return [
    {
      ...{ stage: 'invoiced', day: offered + 9, clock: '09:00' },
      does: async () => {
        const { invoiceId, supplier } = await invoiceOf()
        const { postalCode } = supplier
        const input = { invoiceId, invoiceNumber: '2026-01', taxNumber: '', postalCode }
        await done('send the invoice', sendInvoice(app, supplier, input))
      },
    },
    {
      ...{ stage: 'certified', day: offered + 10, clock: '11:00' },
      does: async () => {
        const { invoiceId } = await invoiceOf()
        await done('certify', certifyInvoice(app, staff.section34, { invoiceId, workingDays: 0.25 }))
      },
    },
    {
      ...{ stage: 'entered', day: offered + 11, clock: '09:30' },
      does: async () => {
        const { invoiceId } = await invoiceOf()
        await done('enter', enterInvoice(app, staff.finance, { invoiceId, workingDays: 0.25 }))
      },
    },
    {
      ...{ stage: 'entered', day: offered + 11, clock: '14:00' },
      does: async () => {
        const { invoiceId } = await invoiceOf()
        const input = { invoiceId, number: '5100-0042', workingDays: 0.25 }
        await done('create the card document', createCardDocument(app, staff.cardholder, input))
      },
    },
    {
      ...{ stage: 'paid', day: offered + 12, clock: '10:00' },
      does: async () => {
        const { invoiceId, supplier } = await invoiceOf()
        const input = { invoiceId, method: supplier.payment, reference: 'PAY-2207', workingDays: 0.25 }
        await done('pay', recordPayment(app, staff.cardholder, input))
      },
    },
    {
      ...{ stage: 'paid', day: offered + 13, clock: '08:45' },
      does: async () => {
        const { invoiceId, supplier } = await invoiceOf()
        await done('confirm the receipt', confirmReceipt(app, supplier, { invoiceId }))
      },
    },
  ]
}

/** A supplier who cannot deliver, and a contract that ends; what comes next waits for the program team. */
function terminationActs(file: DemoFile): FileAct[] {
  const { app, staff, planned } = file
  if (planned.turn !== 'terminated') return []
  const offered = offerAfter(planned)
  return [
    {
      ...{ stage: planned.reached, day: offered + 6, clock: '16:10' },
      does: async () => {
        const { supplier, offerId: contractId } = await chosen(file)
        const because = 'A longer contract takes all of my time. I am sorry to let you down.'
        await done('declare it', declareUnable(app, supplier, { contractId, because }))
      },
    },
    {
      ...{ stage: planned.reached, day: offered + 8, clock: '11:30' },
      does: async () => {
        const { offerId: contractId } = await chosen(file)
        const because = 'The supplier said that they cannot deliver the work.'
        const input = { contractId, kind: 'default', because, percentage: null } as const
        await done('terminate', terminateContract(app, staff.signatory, input))
      },
    },
  ]
}

/** The offer that stands, and who got it. A contract has the id of its offer. */
async function chosen(file: DemoFile) {
  const offers = await file.app.read('everything', (tx) => offersOf(tx, file.id))
  const { id: offerId, supplierId } = found(offers.at(-1), 'no offer was made')
  const supplier = Object.values(file.suppliers).find(({ id }) => id === supplierId)
  return { offerId, supplier: found(supplier, 'the offer went to somebody else') }
}

const notes = {
  en: 'All three criteria are met; the tests run with one command. The documentation begins with what the program refuses to do.',
  fr: 'Les trois critères sont satisfaits; les tests s’exécutent en une commande. La documentation commence par ce que le programme refuse de faire.',
}
