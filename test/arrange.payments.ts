import { type Staff, system } from '../src/accounts/rules.ts'
import { decideWork, deliverWork } from '../src/delivery/commands.ts'
import { criteriaOf } from '../src/opportunities/store.ts'
import { certifyInvoice, createCardDocument, enterInvoice } from '../src/payments/commands.staff.ts'
import { draftInvoice, sendInvoice } from '../src/payments/commands.ts'
import type { InvoiceState } from '../src/payments/rules.ts'
import { findInvoice } from '../src/payments/store.ts'
import { arrangeRunning, type Running } from './arrange.awards.ts'
import { given } from './arrange.evaluation.ts'
import type { World } from './world.ts'

export type Invoiced = Running & { readonly invoiceId: string }

export const sending = { invoiceNumber: '2026-07', taxNumber: '', postalCode: 'H2X 1Y4' } as const
const stages = ['drafted', 'sent', 'certified', 'entered'] as const

/** A file whose work was accepted by the program team, with its invoice brought as far as asked, each by whose turn it is. */
export async function arrangeInvoice(
  world: World,
  upTo: Extract<InvoiceState, (typeof stages)[number]> | 'documented',
  { accepter = world.staff.client }: { accepter?: Staff } = {},
): Promise<Invoiced> {
  const file = await arrangeRunning(world, 1, [{ name: 'Ana Roy' }, { name: 'Bo Sol' }])
  const { app, worker, staff } = world
  const contractId = file.offerId
  const repositoryUrl = 'https://code.example.ca/waterways/focus'
  const delivered = { repositoryUrl, pullRequestUrl: `${repositoryUrl}/pull/3`, note: '', language: 'en' } as const
  given(await deliverWork(app, file.supplier, { contractId, ...delivered }))
  const criteria = await app.read('everything', (tx) => criteriaOf(tx, file.id, 'work'))
  const marks = criteria.map(({ id }) => ({ criterionId: id, met: true, comment: '' }))
  given(await decideWork(app, accepter, { contractId, marks, newDay: null }))
  const { invoiceId } = given(await draftInvoice(worker, system, { contractId }))

  const reached = upTo === 'documented' ? stages.length : stages.indexOf(upTo)
  if (reached >= 1) given(await sendInvoice(app, file.supplier, { invoiceId, ...sending }))
  if (reached >= 2) given(await certifyInvoice(app, staff.section34, { invoiceId }))
  if (reached >= 3) given(await enterInvoice(app, staff.finance, { invoiceId }))
  if (reached >= 4) given(await createCardDocument(app, staff.cardholder, { invoiceId, number: 'CD-5001' }))
  return { ...file, invoiceId }
}

export const invoiceNow = (world: World, id: string) => world.app.read('everything', (tx) => findInvoice(tx, id))
