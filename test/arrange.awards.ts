import { randomBytes } from 'node:crypto'
import { type Supplier, system } from '../src/accounts/rules.ts'
import { acceptOffer } from '../src/awards/commands.answers.ts'
import { makeOffer } from '../src/awards/commands.ts'
import { offersOf } from '../src/awards/store.ts'
import { countersignTerms } from '../src/delivery/commands.ts'
import { confirmValue, enterValue, prepareDraw } from '../src/draws/commands.ts'
import { valueKnownFrom } from '../src/draws/rules.ts'
import { findManifest } from '../src/draws/store.ts'
import { newId } from '../src/platform/ids.ts'
import { type Applying, arrangeConfirmed, arrangeOpened, given, type ToEvaluate } from './arrange.evaluation.ts'
import type { World } from './world.ts'

export const CLOSES = new Date('2026-11-17T19:00:00Z')

/** Who applied, in the order of the ranking, and who did not pass. */
export type Drawn = ToEvaluate & { readonly ranked: readonly Supplier[]; readonly failed: readonly Supplier[] }

/** A file that was evaluated and drawn by the program’s own commands, with its funds reserved and its request by the client. */
export async function arrangeDrawn(
  world: World,
  passing: number,
  applying: readonly Applying[],
  closesAt = CLOSES,
): Promise<Drawn> {
  const file = await arrangeOpened(world, applying, { closesAt })
  const { client, finance, program, program2 } = world.staff
  await world.worker.transaction('everything', async (tx) => {
    await tx
      .insertInto('fileDuties')
      .values({
        ...{ id: newId(closesAt, randomBytes), departmentId: world.departmentId, requestId: file.fileId },
        ...{ duty: 'requested', personId: client.id, at: closesAt },
      })
      .execute()
    await tx
      .updateTable('opportunities')
      .set({
        ...{ reservationNumber: 'FR-7', reservationFiscalYear: 2026, reservationCents: 747_500 },
        ...{ reservedBy: finance.id, reservedAt: closesAt },
      })
      .where('id', '=', file.id)
      .execute()
  })
  await arrangeConfirmed(world, file, passing)
  await prepareDraw(world.worker, { opportunityId: file.id })
  if (passing > 1) {
    const manifest = await world.app.read('everything', (tx) => findManifest(tx, file.id))
    if (manifest) world.now = valueKnownFrom(manifest)
    given(await enterValue(world.app, program, { opportunityId: file.id, value: '9.18.26.34.41.45.' }))
    given(await confirmValue(world.app, program2, { opportunityId: file.id }))
  }
  const order = await world.app.read('everything', (tx) =>
    tx
      .selectFrom('applications as a')
      .leftJoin('drawRankings as r', 'r.applicationId', 'a.id')
      .select(['a.supplierId', 'r.rank'])
      .where('a.opportunityId', '=', file.id)
      .orderBy('r.rank')
      .execute(),
  )
  const whose = (supplierId: string) => file.suppliers.filter(({ id }) => id === supplierId)
  return {
    ...file,
    ranked: order.filter(({ rank }) => rank !== null).flatMap(({ supplierId }) => whose(supplierId)),
    failed: order.filter(({ rank }) => rank === null).flatMap(({ supplierId }) => whose(supplierId)),
  }
}

export type Offered = Drawn & { readonly offerId: string }

/** The first of the ranking has been made an offer. */
export async function arrangeOffered(world: World, passing: number, applying: readonly Applying[]): Promise<Offered> {
  const file = await arrangeDrawn(world, passing, applying)
  const asked = given(await makeOffer(world.worker, system, { opportunityId: file.id }))
  if (!('offerId' in asked)) throw new Error('nobody could be made an offer')
  return { ...file, offerId: asked.offerId }
}

/** Says yes to the offer that stands, by PayPal and without a tax number. */
export async function acceptAs(world: World, supplier: Supplier, file: ToEvaluate): Promise<string> {
  const offers = await world.app.read('everything', (tx) => offersOf(tx, file.id))
  const offer = offers.find(({ state }) => state === 'made')
  if (!offer) throw new Error('no offer waits for an answer')
  const said = {
    payment: 'paypal',
    paymentDetail: 'paypal.me/supplier',
    taxNumber: '',
    signatory: supplier.name,
  } as const
  given(await acceptOffer(world.app, supplier, { offerId: offer.id, ...said }))
  return offer.id
}

export type Running = Offered & { readonly supplier: Supplier }

/** Both have signed: the work is under way. */
export async function arrangeRunning(world: World, passing: number, applying: readonly Applying[]): Promise<Running> {
  const file = await arrangeOffered(world, passing, applying)
  const supplier = file.ranked[0]
  if (!supplier) throw new Error('nobody was ranked')
  await acceptAs(world, supplier, file)
  given(await countersignTerms(world.app, world.staff.signatory, { opportunityId: file.id }))
  return { ...file, supplier }
}
