import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeReady, done, found, tick } from '../../test/arrange.opportunities.ts'
import { openWorld, type World } from '../../test/world.ts'
import { system } from '../accounts/rules.ts'
import { prepareOpportunityKeys } from '../applications/keys.ts'
import { extendClosing, withdrawOpportunity } from '../opportunities/commands.amendments.ts'
import { day } from '../platform/day.ts'
import { newToken } from '../platform/ids.ts'
import { BATCH, confirmationToken, confirmSubscription, subscribe } from '../subscribers/commands.ts'
import { announce, announceAmendment, announceEnd } from './announcing.ts'
import { publish } from './commands.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const everything = <T>(question: Parameters<typeof world.app.read<T>>[1]) => world.app.read('everything', question)
const events = (requestId: string) =>
  everything((tx) => tx.selectFrom('historyEvents').select(['kind', 'body']).where('fileId', '=', requestId).execute())
const letters = (kind: string) =>
  everything((tx) => tx.selectFrom('outboxMessages').selectAll().where('kind', '=', kind).execute())
const mailingOf = (name: string) =>
  everything((tx) => tx.selectFrom('mailings').selectAll().where('name', '=', name).executeTakeFirstOrThrow())

async function arrangePublished() {
  const opportunity = await arrangeReady(world)
  await prepareOpportunityKeys(world.worker)
  tick(world)
  done(await publish(world.app, world.staff.program, { id: opportunity.id }))
  return opportunity
}

describe('posting', () => {
  test('opens both languages, the commitment, the key and the closing in one transaction', async () => {
    const { id, requestId, slug } = await arrangeReady(world)
    await prepareOpportunityKeys(world.worker)
    tick(world)
    const { publishedAt, closesAt } = done(await publish(world.app, world.staff.program, { id, workingDays: 1 }))

    expect(publishedAt).toEqual(world.now)
    expect((await found(world, id)).state).toBe('open')
    const shown = await world.app.read('nothing', (tx) =>
      tx.selectFrom('publication.opportunities').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow(),
    )
    expect([shown.status, shown.titleEn !== '', shown.titleFr !== '']).toEqual(['open', true, true])
    const draw = await world.app.read('nothing', (tx) =>
      tx.selectFrom('publication.draws').select('commitment').where('slug', '=', slug).executeTakeFirstOrThrow(),
    )
    expect(draw.commitment).toMatch(/^[0-9a-f]{64}$/)
    const happened = await events(requestId)
    expect(happened.map(({ kind }) => kind)).toContain('opportunity.published')
    expect(happened.filter(({ body }) => body.includes('page-prepared')).map(({ body }) => body)).toContain(
      '{"step":"page-prepared","working":1}',
    )
    expect(happened.some(({ kind, body }) => kind === 'step.started' && body.includes('on-website'))).toBe(true)
    const duties = await everything((tx) =>
      tx
        .selectFrom('fileDuties')
        .select(['duty', 'personId'])
        .where('opportunityId', '=', id)
        .where('duty', '=', 'published')
        .execute(),
    )
    expect(duties).toEqual([{ duty: 'published', personId: world.staff.program.id }])
    expect(closesAt.toISOString()).toBe('2026-05-26T18:00:00.000Z')
  })

  test('twice, and by two at once, happens once and answers the same', async () => {
    const { id, requestId } = await arrangeReady(world)
    await prepareOpportunityKeys(world.worker)
    tick(world)
    const both = await Promise.all([
      publish(world.app, world.staff.program, { id }),
      publish(world.app, world.staff.program2, { id }),
    ])
    tick(world)
    const again = await publish(world.app, world.staff.program, { id })
    expect(both[0]).toEqual(both[1])
    expect(again).toEqual(both[0])
    const kinds = (await events(requestId)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'opportunity.published')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'draw.committed')).toHaveLength(1)
  })

  test('without a prepared key changes nothing and says so', async () => {
    const { id, slug } = await arrangeReady(world)
    expect(await publish(world.app, world.staff.program, { id })).toEqual({ ok: false, because: 'key_not_ready' })
    expect((await found(world, id)).state).toBe('ready')
    const shown = await world.app.read('nothing', (tx) =>
      tx.selectFrom('publication.opportunities').select('slug').where('slug', '=', slug).execute(),
    )
    expect(shown).toEqual([])
  })

  test('that fails at its last step shows nothing in either language', async () => {
    const { id, slug } = await arrangeReady(world)
    await prepareOpportunityKeys(world.worker)
    const failing = {
      ...world.app,
      transaction: ((scope, act, as) =>
        world.app.transaction(
          scope,
          async (tx) => {
            await act(tx)
            throw new Error('the lights went out')
          },
          as,
        )) as typeof world.app.transaction,
    }
    await expect(publish(failing, world.staff.program, { id })).rejects.toThrow('the lights went out')
    expect((await found(world, id)).state).toBe('ready')
    expect((await world.as(null).get(`/en/opportunities/${slug}`)).status).toBe(404)
    expect((await world.as(null).get(`/fr/occasions/${slug}`)).status).toBe(404)
  })
})

describe('news', () => {
  const SUBSCRIBERS = BATCH + 30

  beforeAll(async () => {
    for (let place = 0; place < SUBSCRIBERS; place += 1) {
      const language = place % 3 === 0 ? 'fr' : 'en'
      const asked = done(await subscribe(world.app, system, { email: `n${place}@example.ca`, language }))
      if (place > 0) done(await confirmSubscription(world.app, system, { token: confirmationToken(world.app, asked) }))
    }
  })

  test('of a posting reach each confirmed subscriber once, also when the job is killed in the middle', async () => {
    const { id } = await arrangePublished()
    let batches = 0
    const killed = {
      ...world.worker,
      transaction: ((scope, act, as) =>
        world.worker.transaction(
          scope,
          async (tx) => {
            const answer = await act(tx)
            batches += 1
            if (batches === 3) throw new Error('killed') // it began, and wrote the first batch
            return answer
          },
          as,
        )) as typeof world.app.transaction,
    }
    await expect(announce(killed, { opportunityId: id })).rejects.toThrow('killed')
    const first = (await letters('publication.announced')).filter(({ dedupeKey }) => dedupeKey.includes(id))
    expect(first).toHaveLength(BATCH)

    await announce(world.worker, { opportunityId: id })
    await announce(world.worker, { opportunityId: id })
    const sent = (await letters('publication.announced')).filter(({ dedupeKey }) => dedupeKey.includes(id))
    expect(new Set(sent.map(({ toAddress }) => toAddress)).size).toBe(SUBSCRIBERS - 1)
    expect(sent).toHaveLength(SUBSCRIBERS - 1)
    expect(sent.some(({ toAddress }) => toAddress === 'n0@example.ca')).toBe(false) // never confirmed
    const french = sent.find(({ toAddress }) => toAddress === 'n3@example.ca')
    expect(french?.language).toBe('fr')
    expect(french?.facts).not.toContain('signature') // the link is made when the letter is sent
    const mailing = await mailingOf(`announced ${id}`)
    expect(mailing).toMatchObject({ state: 'going', readers: SUBSCRIBERS - 1 })
    expect(mailing.factsFr).toContain('Corriger un piège')
    expect(mailing.writtenAt).not.toBeNull()
  })

  test('of an extension reach drafts and applications, one letter for each address', async () => {
    const { id, departmentId } = await arrangePublished()
    const both = await world.supplier('N One')
    await world.app.transaction('everything', async (tx) => {
      await tx.updateTable('people').set({ email: 'n1@example.ca' }).where('id', '=', both.id).execute()
      for (const supplier of [both, await world.supplier('Draft Only')])
        await tx
          .insertInto('applications')
          .values({
            ...{ id: world.newId(), departmentId, opportunityId: id, supplierId: supplier.id, state: 'draft' },
            ...{ token: newToken(randomBytes), language: 'en', createdAt: world.now },
          })
          .execute()
    })
    tick(world)
    const later = {
      closesAt: new Date('2026-06-02T18:00:00Z'),
      selectionDay: day('2026-06-04'),
      deliveryDay: day('2026-08-07'),
    }
    const reason = { en: 'More time was asked for.', fr: 'On a demandé plus de temps.' }
    const { number } = done(await extendClosing(world.app, world.staff.program, { id, reason, ...later }))
    await announceAmendment(world.worker, { opportunityId: id, amendment: number })
    await announceAmendment(world.worker, { opportunityId: id, amendment: number })

    const sent = (await letters('publication.extended')).filter(({ dedupeKey }) => dedupeKey.includes(id))
    expect(sent).toHaveLength(SUBSCRIBERS - 1 + 1) // confirmed subscribers, one of whom has a draft, and one draft more
    expect(sent.filter(({ toAddress }) => toAddress === 'n1@example.ca')).toHaveLength(1)
    expect(sent.find(({ toAddress }) => toAddress === 'draft.only@example.ca')?.facts).toContain('June 2, 2026')
  })

  test('of what was withdrawn say why; what is not open is not announced', async () => {
    const { id } = await arrangePublished()
    tick(world)
    const publicReason = { en: 'A library does it already.', fr: 'Une bibliothèque le fait déjà.' }
    done(await withdrawOpportunity(world.app, world.staff.program, { id, reason: 'library', publicReason }))
    await announce(world.worker, { opportunityId: id })
    expect((await letters('publication.announced')).filter(({ dedupeKey }) => dedupeKey.includes(id))).toEqual([])
    await announceEnd(world.worker, { opportunityId: id })
    const sent = (await letters('publication.stopped')).filter(({ dedupeKey }) => dedupeKey.includes(id))
    expect(sent).toHaveLength(SUBSCRIBERS - 1)
    const { factsEn, factsFr } = await mailingOf(`stopped ${id}`)
    expect([factsEn, factsFr].map((facts) => facts.includes('A library does it already'))).toEqual([true, false])
    expect(factsFr).toContain('Une bibliothèque le fait déjà')
  })

  test('of a posting that ends meanwhile are said no more', async () => {
    const { id } = await arrangePublished()
    await announce(world.worker, { opportunityId: id })
    tick(world)
    const publicReason = { en: 'A library does it already.', fr: 'Une bibliothèque le fait déjà.' }
    done(await withdrawOpportunity(world.app, world.staff.program, { id, reason: 'library', publicReason }))
    await announceEnd(world.worker, { opportunityId: id })
    expect((await mailingOf(`announced ${id}`)).state).toBe('stopped')
    expect((await mailingOf(`stopped ${id}`)).state).toBe('going')
  })
})
