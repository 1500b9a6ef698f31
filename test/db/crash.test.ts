import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Crashing, prepareCrashes } from '../crash.ts'

let crashing: Crashing
beforeAll(async () => {
  crashing = await prepareCrashes()
})
afterAll(() => crashing?.stop())

test.each(['server', 'postgres'] as const)(
  'kill -9 of the %s, three times while people apply: nothing lost, nothing doubled',
  async (victim) => {
    for (let round = 0; round < 3; round += 1) {
      const { lost, doubled, acknowledged } = await crashing.round(victim)
      expect({ lost, doubled, acknowledged }).toEqual({ lost: 0, doubled: 0, acknowledged: 100 })
    }
  },
)

test('after all that, the roster has every application that was acknowledged', async () => {
  expect(await crashing.finish()).toEqual({ acknowledged: 600, onRoster: 600, missing: 0 })
})

test('bites: a sealed file that is gone is found', async () => {
  expect(await crashing.check()).toEqual({ lost: 0, doubled: 0 })
  await crashing.spoil()
  expect(await crashing.check()).toEqual({ lost: 1, doubled: 0 })
})
