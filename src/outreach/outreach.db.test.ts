import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrangeOutreach, arrangeReady, done, found, tick } from '../../test/arrange.opportunities.ts'
import { openWorld, type World } from '../../test/world.ts'
import { prepareOpportunityKeys } from '../applications/keys.ts'
import { day } from '../platform/day.ts'
import { publish } from '../publication/commands.ts'
import { finishOutreach, planOutreach, redraftMessage, removeOutreach, writeMessage } from './commands.ts'
import { activitiesOf, messagesOf, outreachFacts } from './store.ts'
import { waitingForOutreach } from './waiting.ts'

let world: World
let id = ''
beforeAll(async () => {
  world = await openWorld()
  id = (await arrangeReady(world)).id
  await world.app.transaction('everything', (tx) => tx.deleteFrom('outreachActivities').execute())
})
afterAll(() => world.close())

const asked = { channel: 'schools', ownName: '', day: day('2026-05-06'), done: false, language: 'en' } as const
const read = <T>(question: (tx: Parameters<Parameters<World['app']['read']>[1]>[0]) => Promise<T>) =>
  world.app.read('everything', question)
const as = (person: keyof World['staff']) => world.as(world.staff[person])
const queue = async () =>
  (await read((tx) => waitingForOutreach(tx, world.staff.program, 'en'))).map(({ text }) => text.en)

describe('a department’s first posting', () => {
  it('waits for its outreach, and says why in a sentence, on the page too', async () => {
    expect(await queue()).toEqual(['Plan the outreach'])
    expect(await publish(world.app, world.staff.program, { id })).toEqual({ ok: false, because: 'outreach_missing' })
    const page = await as('program').get(`/fr/dossiers/${id}/publication`)
    expect(page.body).toContain('planifiez d’abord la diffusion')
    done(await planOutreach(world.app, world.staff.program, { id, ...asked }))
    expect(await queue()).toEqual([])
    const late = await as('program').post(`/en/files/${id}/publication`, {})
    expect(late.body.slice(late.body.indexOf('<main'))).toContain('hear of it too late')
    expect(late.status).toBe(409)
  })
})

describe('the plan', () => {
  it('is made by the client and the program team, on a page that others read', async () => {
    const at = `/en/files/${id}/outreach`
    const wrong = await as('client').post(at, { channel: 'own', ownName: '', day: '2026-05-07' })
    expect([wrong.status, wrong.body.includes('Name the other place.')]).toEqual([409, true])
    const typo = await as('client').post(at, { channel: '', ownName: 'A club', day: 'soon' })
    expect(typo.status).toBe(422)
    expect(typo.body).toContain('value="A club"')
    expect(typo.body).toContain('Enter a day as year-month-day')
    const past = await as('client').post(at, { channel: 'social', day: '2026-05-01' })
    expect([past.status, past.body.includes('This day has passed')]).toEqual([409, true])
    const added = await as('client').post(at, {
      channel: 'own',
      ownName: '<b>Club</b>',
      day: '2026-05-01',
      done: 'yes',
    })
    expect(added.location).toBe(at)
    const read = await as('observer').get(`/fr/dossiers/${id}/diffusion`)
    expect(read.body).toContain('lang="en">&lt;b>Club&lt;/b>')
    expect(read.body).not.toContain('Ajouter au plan')
    expect((await as('client2').get(at)).status).toBe(404)
    expect((await as('finance').get(at)).status).toBe(404)
    expect((await as('procurement').post(at, { channel: 'social', day: '2026-05-07' })).status).toBe(404)
  })

  it('is due on its day, and is ticked off once, by one of two at once', async () => {
    const [activity] = (await read((tx) => activitiesOf(tx, id))).filter((each) => !each.done)
    if (!activity) throw new Error('nothing is planned')
    expect(await queue()).toEqual([])
    world.now = new Date('2026-05-07T14:00:00Z')
    expect(await queue()).toEqual(['Make the opportunity known'])
    const result = { result: 'Two schools posted it.', reached: 120, language: 'en' } as const
    const finish = (person: 'program' | 'program2') =>
      finishOutreach(world.app, world.staff[person], { id, activityId: activity.id, day: day('2026-05-06'), ...result })
    const both = await Promise.all([finish('program'), finish('program2')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'already_done' })
    const again = await as('program').post(`/en/files/${id}/outreach/${activity.id}`, { day: '2026-05-07' })
    expect([again.status, again.body.includes('This activity is done already.')]).toEqual([409, true])
    expect((await as('client').get(`/en/files/${id}/outreach`)).body).toContain('People reached: 120')
    expect(await read((tx) => outreachFacts(tx, world.departmentId))).toMatchObject({
      done: 2,
      planned: 0,
      reached: 120,
    })
    const events = await read((tx) =>
      tx.selectFrom('historyEvents').select('kind').where('kind', 'like', 'outreach.%').orderBy('id').execute(),
    )
    expect(events.map(({ kind }) => kind)).toContain('outreach.done')
  })

  it('gives up what is not done; a page of an activity that is gone is unknown', async () => {
    const activityId = done(
      await planOutreach(world.app, world.staff.program, { id, ...asked, day: day('2026-05-20') }),
    )
    expect((await as('program').get(`/en/files/${id}/outreach/${activityId}`)).body).toContain('Take off the plan')
    expect((await as('program').post(`/fr/dossiers/${id}/diffusion/${activityId}/retrait`, {})).location).toBe(
      `/fr/dossiers/${id}/diffusion`,
    )
    expect((await as('program').get(`/en/files/${id}/outreach/${activityId}`)).status).toBe(404)
    const gone = await removeOutreach(world.app, world.staff.program, { id, activityId })
    expect(gone).toEqual({ ok: false, because: 'unknown_activity' })
  })
})

describe('a message', () => {
  it('is drafted from the statement, kept as somebody changes it, and drafted again on request', async () => {
    const plan = (await as('client').get(`/en/files/${id}/outreach`)).body
    expect(plan).toContain('Fix a keyboard trap in the boat-licence date picker')
    expect(plan).toContain('/fr/occasions/')
    const at = `/en/files/${id}/outreach/messages/social`
    const long = await as('client').post(at, { text_en: 'x'.repeat(281), text_fr: 'Venez!' })
    expect([long.status, long.body.includes('Use 280 characters or fewer')]).toEqual([409, true])
    expect((await as('client').post(at, { text_en: 'Come!', text_fr: ' ' })).body).toContain('in both languages')
    expect((await as('client').post(at, { text_en: 'Come!', text_fr: 'Venez!' })).status).toBe(303)
    expect((await as('client').get(`/fr/dossiers/${id}/diffusion`)).body).toContain('Modifié par une personne')
    expect((await read((tx) => messagesOf(tx, id))).get('social')).toEqual({ en: 'Come!', fr: 'Venez!' })
    expect((await as('client').post(at, { do: 'redraft' })).status).toBe(303)
    expect((await read((tx) => messagesOf(tx, id))).size).toBe(0)
    expect((await as('client').get(`/en/files/${id}/outreach/messages/poster`)).status).toBe(404)
    const { client2 } = world.staff
    const text = { en: 'a', fr: 'b' }
    expect(await writeMessage(world.app, client2, { id, kind: 'list', text })).toEqual({
      ok: false,
      because: 'not_allowed',
    })
    expect(await redraftMessage(world.app, client2, { id, kind: 'list' })).toEqual({
      ok: false,
      because: 'not_allowed',
    })
  })
})

describe('once people were told early enough', () => {
  it('the first posting goes out; later ones are not held', async () => {
    await arrangeOutreach(world, id)
    await prepareOpportunityKeys(world.worker)
    tick(world)
    done(await publish(world.app, world.staff.program, { id }))
    expect((await found(world, id)).state).toBe('open')
    expect((await as('observer').get('/en/observer?year=2026')).body).toContain('needs nothing else to serve')
    const french = (await as('observer').get('/fr/observation')).body
    expect(french).toContain('Personne dans l’équipe ne connaît')
    expect(french).toContain('1 affichage')
    expect((await as('observer').get('/en/observer?year=2025')).body).toContain('Nothing was posted then')
    expect((await as('client').get('/en/observer')).status).toBe(404)
    const behind = async (key: string) =>
      (await as('observer').get(`/en/observer?after=${encodeURIComponent(`${world.newId()}.${key}`)}`)).body
    expect(await behind('2020-01-01 00:00:00.25+00')).toContain('Nothing was posted then')
    for (const none of ['1', 'day 1', '2026-02-30 00:00:00+00', '0000-01-01 00:00:00+00', '2026-01-01 25:00:00+00'])
      expect(await behind(none)).toContain('needs nothing else to serve')
    expect((await as('program').get('/en/measures')).body).toContain('Activities done: 3, on 1 of 1 postings.')
  })
})
