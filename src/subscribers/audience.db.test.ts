import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import { system, visitor } from '../accounts/rules.ts'
import { path } from '../platform/paths.ts'
import { choosePreferences } from './commands.preferences.ts'
import { confirmationToken, confirmSubscription, leavingToken, subscribe, unsubscribe } from './commands.ts'
import type { Cadence } from './rules.ts'
import { growthOf } from './store.audience.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const joins = async (email: string, language: 'en' | 'fr' = 'en') => {
  const asked = await subscribe(world.app, system, { email, language })
  if (!asked.ok) throw new Error(asked.because)
  await confirmSubscription(world.app, system, { token: confirmationToken(world.app, asked.value) })
  return leavingToken(world.app, asked.value)
}
const growth = () => world.app.read({ department: world.departmentId }, (tx) => growthOf(tx, 'America/Toronto'))
const shown = async (language: 'en' | 'fr') =>
  (await world.as(world.staff.program).get(path('/audience', language))).body.replaceAll('\u00a0', ' ')

test('before anybody subscribes the page says what to do', async () => {
  expect(await shown('en')).toContain('Nobody has subscribed yet')
  expect(await shown('fr')).toContain('Aucun abonnement pour l’instant')
})

test('who joins and leaves is counted by month, the list’s way out and back in too', async () => {
  const tokens: string[] = []
  for (let place = 0; place < 6; place += 1) tokens.push(await joins(`p${place}@utoronto.ca`))
  await joins('one@mcgill.ca', 'fr')
  world.now = new Date('2026-06-10T14:00:00Z')
  await unsubscribe(world.app, visitor, { token: tokens[0] ?? '' })
  const choose = (cadence: Cadence) =>
    choosePreferences(world.app, {
      ...{ token: tokens[1] ?? '', language: 'en' },
      wants: { cadence, skills: [], departments: [] },
    })
  await choose('watched_only')
  await choose('watched_only')
  await choose('daily')
  expect(await growth()).toEqual([
    { month: '2026-05', joined: 7, left: 0, total: 7 },
    { month: '2026-06', joined: 1, left: 2, total: 6 },
  ])
})

test('no address is shown, and no count that could point at a person', async () => {
  const page = await shown('en')
  expect(page).not.toMatch(/p\d@|one@/)
  expect(page).toContain('utoronto.ca')
  expect(page).not.toContain('mcgill.ca')
  expect(page).toContain('Others, fewer than 5 each')
  expect(page.match(/suppressed/g)?.length).toBeGreaterThan(3)
  // One reads French: neither language is told, or a subtraction would tell the other.
  const languages = page.slice(page.indexOf('id="languages"'), page.indexOf('id="cadence"'))
  expect(languages.match(/suppressed/g)).toHaveLength(2)
})

test('whoever may not see it finds no page', async () => {
  expect((await world.as(world.staff.client).get('/en/audience')).status).toBe(404)
  expect((await world.as(world.staff.administrator).get('/en/audience')).body).not.toContain('id="share"')
})
