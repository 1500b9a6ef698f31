import { randomBytes } from 'node:crypto'
import type { Supplier } from '../src/accounts/rules.ts'
import { versionsAgreed } from '../src/applications/agreements.ts'
import type { Content } from '../src/applications/content.ts'
import { createOpportunityKey } from '../src/applications/keys.ts'
import type { Posted } from '../src/applications/rules.ts'
import { findPosted } from '../src/applications/store.ts'
import { commitmentOf } from '../src/draws/protocol.ts'
import type { App } from '../src/platform/app.ts'
import { day } from '../src/platform/day.ts'
import { newId } from '../src/platform/ids.ts'

export type Arranged = { id: string; slug: string; fileId: string; posted: Posted }

export type Scene = { app: App; worker: App; departmentId: string; clientId: string }

/** A scene from a world: who has the keys, in which department, and whose need it is. */
export const sceneOf = (world: {
  app: App
  worker: App
  departmentId: string
  staff: { client: { id: string } }
}): Scene => ({
  app: world.app,
  worker: world.worker,
  departmentId: world.departmentId,
  clientId: world.staff.client.id,
})

let made = 0

/** An opportunity that has been posted, with its key pair, its commitment and its public page, by SQL. */
export async function arrangeOpen(
  { worker, departmentId, clientId }: Scene,
  { closesAt, slug = `posted-${++made}` }: { closesAt: Date; slug?: string },
): Promise<Arranged> {
  const at = new Date(closesAt.getTime() - 14 * 86_400_000)
  const id = newId(at, randomBytes)
  const fileId = newId(at, randomBytes)
  const number = `T-${slug}`
  const commitment = commitmentOf(randomBytes(32).toString('hex'))
  const title = { titleEn: 'Fix a keyboard trap', titleFr: 'Corriger un piège au clavier' }
  const posted = await worker.transaction('everything', async (tx) => {
    await tx
      .insertInto('requests')
      .values({
        ...{ id: fileId, departmentId, number, state: 'accepted', clientId, team: 'Licensing', language: 'en' },
        ...{ subject: 'Keyboard trap', need: 'Repair it', receivedAt: at, screenedAt: at, screenedBy: clientId },
        meetsCriteria: true,
      })
      .execute()
    await tx
      .insertInto('opportunities')
      .values({
        ...{ id, departmentId, requestId: fileId, number, slug, state: 'open', clientId, sourceLanguage: 'en' },
        ...title,
        ...{ licence: 'MIT', priceCents: 650_000, closesAt, selectionDay: '2027-01-05', deliveryDay: '2027-02-12' },
        publishedAt: at,
      })
      .execute()
    const texts = [
      ['application', 1, 'You have repaired focus handling before', 'Vous avez déjà réparé la gestion du focus'],
      ['application', 2, 'Your plan covers the work', 'Votre plan couvre le travail'],
      ['work', 1, 'The Escape key closes it', 'La touche Échap le ferme'],
    ] as const
    for (const [kind, position, textEn, textFr] of texts)
      await tx
        .insertInto('opportunityCriteria')
        .values({ id: newId(at, randomBytes), departmentId, opportunityId: id, kind, position, textEn, textFr })
        .execute()
    await tx
      .insertInto('publication.opportunities')
      .values({
        ...{ opportunityId: id, slug, departmentCode: 'DW', departmentEn: 'Waterways', departmentFr: 'Voies' },
        ...{
          number,
          status: 'open',
          ...title,
          teaserEn: '',
          teaserFr: '',
          priceCents: 650_000,
          publishedAt: at,
          closesAt,
        },
        ...{ timeZone: 'America/Toronto', notice: '{}', updatedAt: at },
      })
      .execute()
    if (commitment.ok)
      await tx
        .insertInto('drawCommitments')
        .values({
          ...{ opportunityId: id, departmentId, commitment: commitment.value, sealedSeed: Buffer.from('sealed') },
          ...{ beaconSource: 'lotto-649', committedAt: at },
        })
        .execute()
    await createOpportunityKey(tx, worker, { opportunityId: id, departmentId }, at)
    return findPosted(tx, { id })
  })
  if (!posted) throw new Error('the arranged opportunity cannot be found')
  return { id, slug, fileId, posted }
}

/** What an applicant may say; no word of it says who they are. */
export const contentFrom = (supplier: Pick<Supplier, 'name' | 'email'>, changed: Partial<Content> = {}): Content => ({
  language: 'en',
  answers: [
    { position: 1, answer: 'I removed a listener that stopped every key event.' },
    { position: 2, answer: 'I would work in five steps, the riskiest first.' },
  ],
  legalName: supplier.name,
  operatingName: '',
  workerName: supplier.name,
  signatoryName: supplier.name,
  email: supplier.email,
  publicService: 'no',
  affiliates: '',
  repositories: '',
  ...versionsAgreed(day('2026-01-01')),
  ...changed,
})

/** Many suppliers at once, by SQL: people cost nothing here, their applications do. */
export async function arrangeSuppliers(app: App, count: number): Promise<Supplier[]> {
  const at = app.clock()
  const suppliers = Array.from({ length: count }, (_, place) => {
    const id = newId(at, randomBytes)
    return { kind: 'supplier' as const, id, name: `Supplier ${place}`, email: `s${place}-${id.slice(-6)}@example.ca` }
  })
  await app.transaction('everything', (tx) =>
    tx
      .insertInto('people')
      .values(suppliers.map(({ id, name, email }) => ({ id, name, email, language: 'en' as const, createdAt: at })))
      .execute(),
  )
  return suppliers
}
