import { expect, test } from 'vitest'
import { arrangeReceived } from '../../test/arrange.requests.ts'
import { openWorld } from '../../test/world.ts'
import { countWaiting } from './waiting.ts'

test('the count is kept while nothing is recorded, for a quarter of a minute at most', async () => {
  const world = await openWorld()
  try {
    const { app, staff } = world
    const { id } = await arrangeReceived(world, { subject: 'A need' })
    expect(await countWaiting(app, staff.program)).toBe(1)

    await app.transaction('everything', (tx) =>
      tx
        .updateTable('requests')
        .set({ state: 'withdrawn', reason: 'by_client', endedAt: world.now })
        .where('id', '=', id)
        .execute(),
    )
    expect(await countWaiting(app, staff.program)).toBe(1)
    world.now = new Date(world.now.getTime() + 15_000)
    expect(await countWaiting(app, staff.program)).toBe(0)

    await arrangeReceived(world, { subject: 'Another need' })
    expect(await countWaiting(app, staff.program)).toBe(1)
    expect(await countWaiting(app, staff.observer)).toBe(0)
  } finally {
    await world.close()
  }
})
