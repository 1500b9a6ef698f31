import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Planted, plantFiles } from '../../test/arrange.splitting.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'
import { system } from '../accounts/rules.ts'
import { checkSplitting } from './commands.ts'
import { flagsOf } from './store.flags.ts'

let world: World
let first = ''
let second = ''
beforeAll(async () => {
  world = await openWorld()
  const file: Planted = {
    ...{ clientId: world.staff.client.id, team: 'Licensing', repository: 'https://github.com/waterways/forms' },
    ...{ title: 'Fix the <date> picker', work: 'Tab leaves the calendar.', skills: ['TypeScript'] },
    ...{ priceCents: 443_478, committedAt: world.now, state: 'in_approval' },
  }
  const committedAt = new Date(world.now.getTime() - 20 * 86_400_000)
  const ids = await plantFiles(world.app, world.departmentId, [{ ...file, committedAt }, file])
  ;[first = '', second = ''] = ids
  const { departmentId } = world
  for (const opportunityId of ids)
    await world.app.transaction('everything', async (tx) =>
      checkSplitting(tx, world.app, {
        opportunityId,
        departmentId,
        occasion: 'submission',
        actor: system,
        at: world.now,
      }),
    )
})
afterAll(() => world.close())

const flag = async () => {
  const [found] = await world.app.read('everything', (tx) => flagsOf(tx, second))
  if (!found) throw new Error('nothing was found')
  return found
}

it('explains what was found, in both languages, to whoever may read the file', async () => {
  const en = await world.as(world.staff.procurement).get(`/en/files/${second}/splitting`)
  expect(en.status).toBe(200)
  expect(en.body).toContain('With 1 other file for the same need, this file comes to $10,200.00')
  expect(en.body).toContain(`/en/files/${first}"`)
  expect(en.body).toContain('Fix the &lt;date')
  expect(en.body).toContain('What do you decide?')
  expect(await htmlErrors(en.body)).toEqual([])
  const fr = await world.as(world.staff.client).get(`/fr/dossiers/${second}/fractionnement`)
  expect(fr.status).toBe(200)
  expect(fr.body).toContain('pour le même besoin, ce dossier atteint')
  expect(fr.body).not.toContain('Que décidez-vous?')
  expect(fr.body).not.toContain(`/fr/dossiers/${first}"`)
  expect((await world.as(world.staff.finance).get(`/en/files/${second}/splitting`)).status).toBe(404)
  const clean = await world.as(world.staff.program).get(`/en/files/${first}/splitting`)
  expect(clean.body).toContain('Nothing was found')
})

it('lists what is open, by rule, and leads to it', async () => {
  const list = await world.as(world.staff.program).get('/en/splitting')
  expect(list.body).toContain(`/en/files/${second}/splitting`)
  expect(await htmlErrors(list.body)).toEqual([])
  const none = await world.as(world.staff.procurement).get('/fr/fractionnement?rule=S5')
  expect(none.body).toContain('Aucun constat')
  expect((await world.as(world.staff.procurement).get('/fr/fractionnement?show=all&rule=DROP')).status).toBe(200)
  expect((await world.as(world.staff.client).get('/en/splitting')).status).toBe(404)
})

it('asks for a choice and for reasons, and keeps what was typed', async () => {
  const { id, version } = await flag()
  const address = `/en/files/${second}/splitting`
  const form = { rule: 'S1', flag: id, seen: String(version) }
  const unchosen = await world.as(world.staff.procurement).post(address, { ...form, rationale_S1: 'Two <bugs>' })
  expect(unchosen.status).toBe(422)
  expect(unchosen.body).toContain('Two &lt;bugs>')
  const silent = await world
    .as(world.staff.procurement)
    .post(address, { ...form, decision_S1: 'stop', rationale_S1: ' ' })
  expect(silent.status).toBe(409)
  expect(silent.body).toContain('Say why')
  const stale = { ...form, seen: '99', decision_S1: 'stop', rationale_S1: 'Why' }
  expect((await world.as(world.staff.procurement).post(address, stale)).body).toContain('changed since you read')
  const other = { ...form, flag: world.newId(), decision_S1: 'stop', rationale_S1: 'Why' }
  expect((await world.as(world.staff.procurement).post(address, other)).status).toBe(409)
  for (const who of [world.staff.client, world.staff.program, world.staff.observer])
    expect((await world.as(who).post(address, { ...form, decision_S1: 'explain', rationale_S1: 'Mine' })).status).toBe(
      404,
    )
})

it('records one decision, and shows it to the client', async () => {
  const { id, version } = await flag()
  const form = {
    rule: 'S1',
    flag: id,
    seen: String(version),
    decision_S1: 'merge',
    rationale_S1: 'One release, one need.',
  }
  const decided = await world.as(world.staff.procurement).post(`/fr/dossiers/${second}/fractionnement`, form)
  expect([decided.status, decided.location]).toEqual([303, `/fr/dossiers/${second}/fractionnement`])
  const shown = await world.as(world.staff.client).get(`/en/files/${second}/splitting`)
  expect(shown.body).toContain('One release, one need.')
  expect(shown.body).toContain('Bring the files together')
  const again = await world.as(world.staff.procurement).post(`/en/files/${second}/splitting`, form)
  expect(again.status).toBe(409)
})
