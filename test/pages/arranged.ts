import { createServer } from '../../src/app.ts'
import { startStatement } from '../../src/opportunities/commands.writing.ts'
import { writeNotice } from '../../src/opportunities/notice.ts'
import { arrangeOpen, sceneOf } from '../arrange.applications.ts'
import { arrangeConfirmed, arrangeMarked, arrangeOpened, arrangeStarted } from '../arrange.evaluation.ts'
import { arrangeAccepted, arrangeReceived, arrangeReleased } from '../arrange.requests.ts'
import { openWorld, type World } from '../world.ts'
import { freshAssets } from './assets.ts'
import { askersOf, type Stage } from './stage.ts'

/** A small world with files in the states that the demonstration may not show, in both languages. */
export async function openArrangedStage({ suppliers }: { suppliers: number }): Promise<Stage & { world: World }> {
  const world = await openWorld(new Date('2026-05-04T14:00:00Z'))
  const french = {
    language: 'fr',
    subject: 'Corriger l’horaire des marées',
    need: 'Les heures sont fausses.',
    maintainer: 'Une développeuse de l’équipe',
  } as const
  await arrangeReceived(world)
  await arrangeReceived(world, french, world.staff.client2)
  await arrangeAccepted(world)
  await arrangeAccepted(world, french)
  await arrangeReleased(world)
  const { id } = await arrangeReleased(world, french)
  await startStatement(world.app, world.staff.client, { requestId: id })

  const applying = [{ name: 'Amélie Roy', language: 'fr' }, { name: 'Bo Chen' }, { name: 'Cy Twyne' }] as const
  const scene = sceneOf(world)
  await arrangeOpened(world, applying)
  await arrangeStarted(world, await arrangeOpened(world, applying))
  // The reasons of the arrangement are in English, as are these applicants.
  const english = applying.slice(1)
  await arrangeMarked(world, await arrangeOpened(world, english), 1)
  await arrangeConfirmed(world, await arrangeOpened(world, english), 2)
  await arrangeConfirmed(world, await arrangeOpened(world, english), 1)
  await arrangeConfirmed(world, await arrangeOpened(world, english), 0)
  await arrangeOpen(scene, { closesAt: new Date(world.now.getTime() + 10 * 86_400_000) })

  // What the public sees is written by the program, not by the arrangement.
  await world.worker.transaction('everything', async (tx) => {
    for (const { id } of await tx
      .selectFrom('opportunities')
      .select('id')
      .where('publishedAt', 'is not', null)
      .execute())
      await writeNotice(tx, id)
  })
  const server = await createServer(world.app, await freshAssets())
  return {
    ...{ world, app: world.app, server, askers: await askersOf(world.app, { suppliers }) },
    async close() {
      await server.close()
      await world.close()
    },
  }
}
