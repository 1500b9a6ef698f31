import { system, visitor } from '../../src/accounts/rules.ts'
import { createServer } from '../../src/app.ts'
import { askExtension } from '../../src/delivery/commands.exceptions.ts'
import { closeOpportunity } from '../../src/draws/closing.ts'
import { enterValue, prepareDraw } from '../../src/draws/commands.ts'
import { flagOutages } from '../../src/draws/outage.ts'
import { valueKnownFrom } from '../../src/draws/rules.ts'
import { findManifest } from '../../src/draws/store.ts'
import { lockEvaluation } from '../../src/evaluation/commands.lock.ts'
import { startEvaluation } from '../../src/evaluation/commands.ts'
import { signCommitment } from '../../src/opportunities/commands.gates.ts'
import { startStatement } from '../../src/opportunities/commands.writing.ts'
import { writeNotice } from '../../src/opportunities/notice.ts'
import { day } from '../../src/platform/day.ts'
import { type Language, languages } from '../../src/platform/i18n.ts'
import { path } from '../../src/platform/paths.ts'
import { askQuestion, confirmQuestion, confirmationToken as questionToken } from '../../src/questions/commands.ts'
import { confirmationToken, confirmSubscription, leavingToken, subscribe } from '../../src/subscribers/commands.ts'
import { confirmWatch, watch, watchToken } from '../../src/subscribers/commands.watching.ts'
import { findWatched } from '../../src/subscribers/store.postings.ts'
import { arrangeOpen, sceneOf } from '../arrange.applications.ts'
import { arrangeOffered, arrangeRunning } from '../arrange.awards.ts'
import { arrangeConfirmed, arrangeMarked, arrangeOpened, arrangeStarted, given } from '../arrange.evaluation.ts'
import {
  arrangeDraft,
  arrangeInApproval,
  arrangeInReview,
  arrangePosted,
  arrangeReady,
  tick,
} from '../arrange.opportunities.ts'
import { arrangeInvoice } from '../arrange.payments.ts'
import {
  arrangeAccepted,
  arrangeQuestions,
  arrangeReceived,
  arrangeReferral,
  arrangeReleased,
} from '../arrange.requests.ts'
import { openWorld, type World } from '../world.ts'
import { freshAssets } from './assets.ts'
import { type Among, askersOf, type Stage } from './stage.ts'

const applying = [{ name: 'Amélie Roy', language: 'fr' }, { name: 'Bo Chen' }, { name: 'Cy Twyne' }] as const
/** The reasons of the arrangement are in English, as are these applicants. */
const english = applying.slice(1)

/** A small world with files in the states that the demonstration may not show, in both languages. */
export async function openArrangedStage(among: Among): Promise<Stage & { world: World }> {
  const world = await openWorld(new Date('2026-05-04T14:00:00Z'))
  await arrangeAsked(world)
  await arrangeWritten(world)
  await arrangeEvaluated(world)
  await arrangeAfterTheChoice(world)
  await arrangeOutages(world)
  const { slug } = await arrangeOpen(sceneOf(world), { closesAt: new Date(world.now.getTime() + 10 * 86_400_000) })
  // What the public sees is written by the program, not by the arrangement.
  await world.worker.transaction('everything', async (tx) => {
    const posted = await tx.selectFrom('opportunities').select('id').where('publishedAt', 'is not', null).execute()
    for (const { id } of posted) await writeNotice(tx, id)
  })
  const server = await createServer(world.app, await freshAssets())
  return {
    ...{ world, app: world.app, server },
    askers: await askersOf(world.app, among),
    letters: await linksInLetters(world, slug),
    async close() {
      await server.close()
      await world.close()
    },
  }
}

async function arrangeAsked(world: World): Promise<void> {
  const words = { subject: 'Corriger l’horaire des marées', need: 'Les heures sont fausses.' }
  const french = { language: 'fr', ...words, maintainer: 'Une développeuse de l’équipe' } as const
  await arrangeReceived(world)
  await arrangeReceived(world, french, world.staff.client2)
  await arrangeQuestions(world)
  await arrangeReferral(world)
  await arrangeAccepted(world)
  await arrangeAccepted(world, french)
  await arrangeReleased(world)
  const { id } = await arrangeReleased(world, french)
  given(await startStatement(world.app, world.staff.client, { requestId: id }))
}

async function arrangeWritten(world: World): Promise<void> {
  await arrangeDraft(world)
  await arrangeInReview(world)
  await arrangeInApproval(world)
  const { id } = await arrangeInApproval(world)
  tick(world)
  given(await signCommitment(world.app, world.staff.section32, { id }))
  await arrangeReady(world)
  await arrangePosted(world)
}

async function arrangeEvaluated(world: World): Promise<void> {
  const { client, client2, program } = world.staff
  await arrangeOpened(world, applying)
  const named = await arrangeOpened(world, english)
  const evaluators = [client.id, client2.id]
  given(await startEvaluation(world.app, program, { opportunityId: named.id, evaluators }))
  await arrangeStarted(world, await arrangeOpened(world, applying))
  await arrangeMarked(world, await arrangeOpened(world, english), 1)
  const marked = await arrangeOpened(world, english)
  await arrangeMarked(world, marked, 2)
  given(await lockEvaluation(world.app, client, { opportunityId: marked.id }))
  for (const passing of [2, 1, 0]) await arrangeConfirmed(world, await arrangeOpened(world, english), passing)
}

async function arrangeAfterTheChoice(world: World): Promise<void> {
  const { app, staff, worker } = world
  const { supplier, offerId } = await arrangeRunning(world, 1, english)
  const asked = { day: day('2027-02-20'), because: 'The review upstream takes longer.', language: 'en' } as const
  given(await askExtension(app, supplier, { contractId: offerId, ...asked }))
  for (const upTo of ['drafted', 'sent', 'certified', 'entered', 'documented'] as const)
    await arrangeInvoice(world, upTo, { accepter: staff.client })
  await arrangeOffered(world, 2, english)
  for (const entered of [false, true]) {
    const file = await arrangeOpened(world, english)
    await arrangeConfirmed(world, file, 2)
    await prepareDraw(worker, { opportunityId: file.id })
    const manifest = await app.read('everything', (tx) => findManifest(tx, file.id))
    if (!manifest) throw new Error('nothing is to be drawn')
    const known = valueKnownFrom(manifest)
    if (world.now < known) world.now = known
    const value = { opportunityId: file.id, value: '9.18.26.34.41.45.' }
    if (entered) given(await enterValue(app, staff.program, value))
  }
}

/** The site was away: before a closing that is to come, and over one that is held until somebody decides. */
async function arrangeOutages(world: World): Promise<void> {
  const at = (minutes: number) => new Date(world.now.getTime() + minutes * 60_000)
  await arrangeOpen(sceneOf(world), { closesAt: at(20 * 60) })
  const covered = await arrangeOpen(sceneOf(world), { closesAt: at(-45) })
  await world.worker.transaction('everything', (tx) =>
    tx
      .insertInto('serviceSpans')
      .values([
        { id: world.newId(), fromAt: at(-30 * 60), toAt: at(-60) },
        { id: world.newId(), fromAt: at(-40), toAt: at(0) },
      ])
      .execute(),
  )
  await flagOutages(world.worker)
  const closing = await closeOpportunity(world.worker, system, { opportunityId: covered.id })
  if (closing.ok || closing.because !== 'held') throw new Error('the closing is not held')
}

/** What somebody who subscribed, or asked a question, has been sent: the addresses are the keys. */
async function linksInLetters(world: World, slug: string): Promise<string[]> {
  const subscriber = given(await subscribe(world.app, visitor, { email: 'ana@example.ca', language: 'en' }))
  const asking = { slug, email: 'bea@example.ca', language: 'fr' } as const
  const open = given(await askQuestion(world.app, visitor, { ...asking, words: 'Ici Bea Roy, faut-il un essai?' }))
  const put = given(await askQuestion(world.app, visitor, { ...asking, words: 'Où est le ticket?' }))
  given(await confirmQuestion(world.app, { token: questionToken(world.app, put) }))
  const subscribed = await linksOfReaders(world, slug)
  return languages.flatMap((language) => [
    path('/subscribe/confirmation/:token', language, { token: confirmationToken(world.app, subscriber) }),
    path('/unsubscribe/:token', language, { token: leavingToken(world.app, subscriber) }),
    path('/question/confirmation/:token', language, { token: questionToken(world.app, open) }),
    path('/question/confirmation/:token', language, { token: questionToken(world.app, put) }),
    ...subscribed.map((pattern) => pattern(language)),
  ])
}

/** The pages of somebody on the list who follows an opportunity, and of an address that is asked about following it. */
async function linksOfReaders({ app }: World, slug: string): Promise<((language: Language) => string)[]> {
  const member = given(await subscribe(app, visitor, { email: 'luc@example.ca', language: 'fr' }))
  given(await confirmSubscription(app, visitor, { token: confirmationToken(app, member) }))
  const followed = await app.read('nothing', async (tx) => findWatched(tx, { slug }, await tx.now()))
  const about = { opportunityId: followed?.opportunityId ?? '', language: 'en' } as const
  const known = given(await watch(app, visitor, { ...about, email: 'luc@example.ca' }))
  const asked = given(await watch(app, visitor, { ...about, email: 'eve@example.ca' }))
  if (!known || !asked) throw new Error('nothing is followed')
  given(await confirmWatch(app, visitor, { token: watchToken(app, known) }))
  const link = (pattern: string, token: string) => (language: Language) => path(pattern, language, { token })
  return [
    link('/subscribe/confirmation/:token', confirmationToken(app, member)),
    link('/subscribe/preferences/:token', leavingToken(app, member)),
    link('/subscribe/watching/:token', watchToken(app, known)),
    link('/subscribe/watching/:token', watchToken(app, asked)),
  ]
}
