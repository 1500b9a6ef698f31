import { randomBytes } from 'node:crypto'
import type { Supplier } from '../src/accounts/rules.ts'
import { system } from '../src/accounts/rules.ts'
import { createOpportunityKey } from '../src/applications/keys.ts'
import { giveNumbers, sealedApplications, writeOpened } from '../src/applications/opening.store.ts'
import { shuffled } from '../src/applications/opening.ts'
import { findPosted } from '../src/applications/store.ts'
import { closeOpportunity } from '../src/draws/closing.ts'
import { newToken } from '../src/draws/protocol.ts'
import { commitSeed } from '../src/draws/seed.ts'
import { confirmEvaluation, lockEvaluation } from '../src/evaluation/commands.lock.ts'
import { declareNoConflict, markAnswers, startEvaluation } from '../src/evaluation/commands.ts'
import { applicantsOf } from '../src/evaluation/store.ts'
import { criteriaOf } from '../src/opportunities/store.ts'
import type { Decision } from '../src/platform/decision.ts'
import type { Language } from '../src/platform/i18n.ts'
import { newId } from '../src/platform/ids.ts'
import { sha256Hex } from '../src/platform/sealing.ts'
import { contentFrom } from './arrange.applications.ts'
import type { World } from './world.ts'

export type ToEvaluate = {
  readonly id: string
  readonly slug: string
  readonly fileId: string
  readonly suppliers: readonly Supplier[]
  readonly criteria: readonly string[]
}

export type Applying = {
  readonly name: string
  readonly language?: Language
  /** Both answers. */
  readonly answers?: readonly [string, string]
  readonly operatingName?: string
  readonly affiliates?: string
}

/** A value, or an error that says why there is none. */
export function given<Value>(decision: Decision<Value, string>): Value {
  if (!decision.ok) throw new Error(`refused: ${decision.because}`)
  return decision.value
}

let made = 0

/**
 * A posting that has closed with these applications, opened and numbered: the seed is committed and the roster is built
 * by the program's own commands. The world's clock is left two hours after the closing.
 */
export async function arrangeOpened(
  world: World,
  applying: readonly Applying[],
  { closesAt = world.now, opened = true }: { closesAt?: Date; opened?: boolean } = {},
): Promise<ToEvaluate> {
  const { departmentId, worker, staff } = world
  const at = new Date(closesAt.getTime() - 14 * 86_400_000)
  const [id, fileId] = [newId(at, randomBytes), newId(at, randomBytes)]
  const slug = `evaluated-${++made}`
  const number = `E-${made}`
  const clientId = staff.client.id
  const title = { titleEn: 'Fix a keyboard trap', titleFr: 'Corriger un piège au clavier' }
  const suppliers: Supplier[] = []

  await worker.transaction('everything', async (tx) => {
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
        ...{
          opportunityId: id,
          slug,
          departmentCode: 'DW',
          departmentEn: 'Waterways',
          departmentFr: 'Voies navigables',
        },
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
    given(await createOpportunityKey(tx, worker, { opportunityId: id, departmentId }, at))
    given(await commitSeed(tx, world.app, { opportunityId: id, departmentId, slug }, at))
    for (const { name, language = 'en' } of applying) {
      const supplier = { kind: 'supplier' as const, id: newId(at, randomBytes), name, email: addressOf(name, made) }
      suppliers.push(supplier)
      const applicationId = newId(at, randomBytes)
      await tx
        .insertInto('people')
        .values({ id: supplier.id, name, email: supplier.email, language, createdAt: at })
        .execute()
      await tx
        .insertInto('applications')
        .values({
          ...{ id: applicationId, departmentId, opportunityId: id, supplierId: supplier.id, language },
          ...{ token: newToken(randomBytes), state: 'submitted', createdAt: at, submittedAt: at },
        })
        .execute()
      const sealed = randomBytes(64)
      await tx
        .insertInto('applicationSeals')
        .values({
          ...{ id: newId(at, randomBytes), departmentId, applicationId, sealed, sealedSha256: sha256Hex(sealed) },
          ...{ contentCommitment: sha256Hex(name), submittedAt: at },
        })
        .execute()
    }
  })

  world.now = new Date(closesAt.getTime() + 1_000)
  given(await closeOpportunity(worker, system, { opportunityId: id }))
  if (opened) await open(world, id, applying, suppliers)
  world.now = new Date(closesAt.getTime() + 7_200_000)
  const criteria = await world.app.read('everything', (tx) => criteriaOf(tx, id, 'application'))
  return { id, slug, fileId, suppliers, criteria: criteria.map((criterion) => criterion.id) }
}

export const aReason = 'The example is specific, public and checked with tests that failed before the repair was made.'

/** Evaluated by two clients, locked by the first and confirmed by procurement: the first `passing` applicants pass. */
export async function arrangeConfirmed(world: World, file: ToEvaluate, passing: number): Promise<void> {
  const { client, client2 } = world.staff
  await arrangeMarked(world, file, passing)
  given(await lockEvaluation(world.app, client, { opportunityId: file.id }))
  given(await confirmEvaluation(world.app, world.staff.procurement, { opportunityId: file.id }))
  void client2
}

/** Started, declared and marked: everything but the lock. */
export async function arrangeMarked(world: World, file: ToEvaluate, passing: number): Promise<void> {
  const { client } = world.staff
  await arrangeStarted(world, file)
  const applicants = await world.app.read('everything', (tx) => applicantsOf(tx, file.id))
  for (const { number, language } of applicants) {
    const marks = file.criteria.map((criterionId, place) => ({
      ...{ criterionId, rationale: aReason, language },
      passed: number <= passing || place === 0,
    }))
    given(await markAnswers(world.app, client, { opportunityId: file.id, number, marks }))
  }
}

/** Started by the program team, with two clients who have declared. */
export async function arrangeStarted(world: World, file: ToEvaluate): Promise<void> {
  const { client, client2, program } = world.staff
  given(await startEvaluation(world.app, program, { opportunityId: file.id, evaluators: [client.id, client2.id] }))
  for (const evaluator of [client, client2])
    given(await declareNoConflict(world.app, evaluator, { opportunityId: file.id, reads: ['en', 'fr'] }))
}

async function open(
  world: World,
  id: string,
  applying: readonly Applying[],
  suppliers: readonly Supplier[],
): Promise<void> {
  await world.worker.transaction('everything', async (tx) => {
    await giveNumbers(tx, id, shuffled(await sealedApplications(tx, id), randomBytes))
    const posted = await findPosted(tx, { id })
    if (!posted) throw new Error('the arranged opportunity cannot be found')
    const owners = await tx
      .selectFrom('applications')
      .select(['id', 'supplierId'])
      .where('opportunityId', '=', id)
      .execute()
    for (const application of owners) {
      const place = suppliers.findIndex((supplier) => supplier.id === application.supplierId)
      const [supplier, its] = [suppliers[place], applying[place]]
      if (!supplier || !its) throw new Error('an application is nobody’s')
      const { language = 'en', answers, operatingName = '', affiliates = '' } = its
      const content = contentFrom(supplier, { language, operatingName, affiliates })
      const said = answers ? answers.map((answer, at) => ({ position: at + 1, answer })) : content.answers
      const at = await tx.now()
      await writeOpened(tx, randomBytes, {
        ...{ application, posted, content: { ...content, answers: [...said] } },
        ...{ salt: randomBytes(32), at },
      })
    }
  })
}

const addressOf = (name: string, file: number): string =>
  `${name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')}.${file}@example.ca`
