import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { arrangePosted, done, tick } from '../../test/arrange.opportunities.ts'
import { openWorld, type World } from '../../test/world.ts'
import { type Supplier, visitor } from '../accounts/rules.ts'
import { waitingFor } from '../admin/waiting.ts'
import { startApplication } from '../applications/commands.ts'
import { extendClosing } from '../opportunities/commands.amendments.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { lockOpportunity, setOpportunityState } from '../opportunities/store.ts'
import { day } from '../platform/day.ts'
import { tellOfAnswers } from '../publication/answering.ts'
import { confirmSubscription, subscribe, confirmationToken as subscriptionToken } from '../subscribers/commands.ts'
import { declineQuestion, draftAnswer, linkQuestion, nameAmendment, publishAnswer } from './commands.answering.ts'
import { forgetAskersOf, forgetQuestions, lapseQuestions, remindOfQuestions } from './commands.time.ts'
import { askQuestion, confirmationToken, confirmQuestion } from './commands.ts'
import { confirmQuestionEmail } from './emails.ts'
import { askLimits, questionLifecycle, type Said } from './rules.ts'
import { publishedAnswers } from './store.published.ts'
import { originalOf, questionsOf } from './store.ts'

let world: World
let file: Opportunity
let supplier: Supplier
let owner: Supplier
const started = new Date('2026-05-04T14:00:00Z')
const CUTOFF = new Date('2026-05-22T18:00:00Z')
beforeAll(async () => {
  world = await openWorld()
  file = await arrangePosted(world)
  supplier = await world.supplier('Mina Roy')
  owner = await world.supplier('Otto Key')
})
afterAll(() => world.close())
beforeEach(() => {
  world.now = new Date(Math.max(world.now.getTime() + 3_700_000, started.getTime()))
})

type Tx = Parameters<Parameters<World['app']['read']>[1]>[0]
const read = <T>(question: (tx: Tx) => Promise<T>) => world.app.read('everything', question)
const letters = (kind: string) =>
  read((tx) => tx.selectFrom('outboxMessages').selectAll().where('kind', '=', kind).orderBy('createdAt').execute())
const said = (text: string): Said => ({
  question: { en: `${text}?`, fr: `${text}, en français?` },
  answer: { en: `Yes, ${text}.`, fr: `Oui, ${text}.` },
})
const ask = (words: string, email = 'curious@example.ca') =>
  askQuestion(world.app, visitor, { slug: file.slug, words, email, language: 'en' })
const asked = async (words: string, by: Supplier = supplier) =>
  done(await askQuestion(world.app, by, { slug: file.slug, words, email: '', language: 'fr' }))
const publish = (questionId: string, words: string, seen = 1) =>
  publishAnswer(world.app, world.staff.program, { id: file.id, questionId, said: said(words), seen, amendment: null })
const askers = () => read((tx) => tx.selectFrom('questionAskers').select('email').execute())
const eventsOf = (id: string) =>
  read((tx) => tx.selectFrom('historyEvents').selectAll().where('subjectId', '=', id).orderBy('at').execute())

describe('asking', () => {
  it('needs no account: a letter confirms, by POST alone, and until then nobody sees the question', async () => {
    const question = done(await ask('Must it work offline? My name is Ada Brown.'))
    expect(question.state).toBe('unverified')
    expect(await read((tx) => questionsOf(tx, file.id))).toEqual([])
    expect((await letters('question.confirm')).map(({ toAddress }) => toAddress)).toEqual(['curious@example.ca'])
    expect(await letters('question.to_answer')).toEqual([])
    expect(await eventsOf(question.id)).toEqual([])

    const token = confirmationToken(world.app, question)
    expect(await confirmQuestion(world.app, { token: `${question.id}.${'A'.repeat(43)}` })).toMatchObject({ ok: false })
    done(await confirmQuestion(world.app, { token }))
    done(await confirmQuestion(world.app, { token }))
    const [put] = await read((tx) => questionsOf(tx, file.id))
    expect(put).toMatchObject({ state: 'asked', words: 'Must it work offline? My name is […].', masked: 1 })
    expect(await read((tx) => originalOf(tx, question.id))).toContain('Ada Brown')
    const [event, ...more] = await eventsOf(question.id)
    expect(more).toEqual([])
    expect([event?.kind, event?.actorKind, event?.actorId]).toEqual(['question.asked', 'visitor', null])
    expect((await letters('question.to_answer')).map(({ toAddress }) => toAddress).toSorted()).toEqual(
      [world.staff.client, world.staff.program, world.staff.program2].map(({ email }) => email).toSorted(),
    )
  })

  it('twice, and five times at once, is one question and one letter', async () => {
    const sent = await Promise.all([1, 2, 3, 4, 5].map(() => ask('Is a firm of two allowed?', 'twice@example.ca')))
    expect(new Set(sent.map((each) => done(each).id)).size).toBe(1)
    expect(
      (await letters('question.confirm')).filter(({ toAddress }) => toAddress === 'twice@example.ca'),
    ).toHaveLength(1)
  })

  it('is asked anew once its link no longer works, even before it is forgotten', async () => {
    const [first, now] = [done(await ask('Asked and forgotten?', 'later@example.ca')), world.now]
    world.now = first.confirmBy
    const second = done(await ask('Asked and forgotten?', 'later@example.ca'))
    expect(await confirmQuestion(world.app, { token: confirmationToken(world.app, first) })).toMatchObject({
      because: 'link_expired',
    })
    expect(second.id).not.toBe(first.id)
    world.now = now
  })

  it('by a supplier who is signed in is put at once, and the record names nobody', async () => {
    const question = await asked('Faut-il un essai pour chaque jour?')
    expect(question.state).toBe('asked')
    const [event] = await eventsOf(question.id)
    expect([event?.actorKind, event?.actorId, event?.body.includes(supplier.id)]).toEqual(['visitor', null, false])
  })

  it('is limited for one mailbox', async () => {
    const sent = []
    for (const place of [1, 2, 3, 4, 5, 6, 7]) sent.push(await ask(`Question ${place}?`, 'flood@example.ca'))
    expect(sent.map(({ ok }) => ok)).toEqual([true, true, true, true, true, true, false])
    expect(sent.at(-1)).toEqual({ ok: false, because: 'too_many_requests' })
  })

  it('says nothing of a stranger’s to a mailbox, nor keeps its owner from asking', async () => {
    const words = 'You won a prize: call 1 900 555 0100 at prize.example'
    for (const place of [1, 2, 3, 4, 5, 6, 7]) await ask(`${words} ${place}`, owner.email)
    const sent = (await letters('question.confirm')).filter(({ toAddress }) => toAddress === owner.email)
    expect(sent).toHaveLength(6)
    for (const { facts } of sent) {
      const { subject, paragraphs } = confirmQuestionEmail.write(JSON.parse(facts), 'en')
      expect(JSON.stringify([facts, subject, paragraphs])).not.toContain('prize')
    }
    expect((await asked('Is a firm of three allowed?', owner)).state).toBe('asked')
  })

  it('counts nothing against a mailbox for whoever asks too often themselves', async () => {
    const flood = { slug: file.slug, words: 'Why?', language: 'en', origin: 'one network' } as const
    for (let place = 0; place <= askLimits.origin.most; place += 1)
      await askQuestion(world.app, visitor, { ...flood, email: `flood${place}@example.ca` })
    for (const place of [1, 2, 3, 4, 5, 6, 7])
      await askQuestion(world.app, visitor, { ...flood, email: 'owner@example.ca', words: `Why ${place}?` })
    expect(await ask('Why so?', 'owner@example.ca')).toMatchObject({ ok: true })
  })

  it('ends at the instant of the cut-off by the clock of the database', async () => {
    const at = async (ms: number) => {
      const before = world.now
      world.now = new Date(CUTOFF.getTime() + ms)
      const decision = await ask(`At ${ms}?`, `at${ms + 10}@example.ca`)
      world.now = before
      return decision.ok || decision.because
    }
    expect([await at(-1), await at(0), await at(1)]).toEqual([true, 'past_cutoff', 'past_cutoff'])
  })

  it('forgets what nobody confirmed, with its words and its address', async () => {
    const before = world.now
    world.now = new Date(CUTOFF.getTime() + 3_700_000)
    await forgetQuestions(world.worker)
    world.now = before
    const left = await askers()
    expect(left.map(({ email }) => email).toSorted()).toEqual(['curious@example.ca', supplier.email, owner.email])
  })
})

describe('answering', () => {
  it('of two who publish at once, one does; numbers have no gaps under a race', async () => {
    const one = await asked('Publié par deux personnes à la fois?')
    const both = await Promise.all([publish(one.id, 'first'), publish(one.id, 'second')])
    expect(both.map((each) => each.ok || each.because).toSorted()).toEqual([true, 'wrong_state'].toSorted())
    const many = []
    for (const place of [1, 2, 3, 4, 5, 6])
      many.push(await asked(`Une course ${place}?`, await world.supplier(`Racer ${'abcdef'[place - 1]}`)))
    const numbers = await Promise.all(
      many.map(async ({ id }, place) => done(await publish(id, `race ${place}`)).number),
    )
    expect(numbers.toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7])
    expect((await read((tx) => publishedAnswers(tx, file.id))).map(({ number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ])
  })

  it('is written by the client, handed over, and published by the program with a record of the edit', async () => {
    const question = await asked('Ici Mina Roy, faut-il citer W2?')
    const queue = async (who: 'client' | 'program') =>
      (await read((tx) => waitingFor(tx, world.staff[who], 'en'))).filter(({ href }) => href.includes(question.id))
    expect((await queue('client')).map(({ text }) => text.en)).toEqual(['Answer a question'])
    const handed = { id: file.id, questionId: question.id, said: { ...said('W2'), question: { en: '', fr: '' } } }
    done(await draftAnswer(world.app, world.staff.client, { ...handed, seen: 1, hands: true }))
    expect(await draftAnswer(world.app, world.staff.program, { ...handed, seen: 1, hands: false })).toEqual({
      ok: false,
      because: 'changed_meanwhile',
    })
    expect(await queue('client')).toEqual([])
    expect((await queue('program')).map(({ text }) => text.en)).toEqual(['Publish an answer'])
    const named = { ...said('W2'), question: { en: 'Mina asks: W2?', fr: 'Faut-il citer W2?' } }
    const input = { id: file.id, questionId: question.id, seen: 2, amendment: null }
    expect(await publishAnswer(world.app, world.staff.program, { ...input, said: named })).toEqual({
      ok: false,
      because: 'reveals_asker',
    })
    done(await publishAnswer(world.app, world.staff.program, { ...input, said: said('W2') }))
    expect((await eventsOf(question.id)).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['question.asked', 'question.handed_over', 'question.edited', 'question.answered']),
    )
    expect((await eventsOf(question.id)).every(({ body }) => !/W2|Mina/.test(body))).toBe(true)
    expect(await queue('program')).toEqual([])
  })

  it('declines with a reason, and links to another; each asker is told once', async () => {
    const [first, second] = [await asked('Combien de candidatures?'), await asked('Où est le ticket?')]
    const decided = { id: file.id, questionId: first.id, because: 'confidential', explanation: '' } as const
    done(await declineQuestion(world.app, world.staff.program, decided))
    expect(await declineQuestion(world.app, world.staff.program, decided)).toMatchObject({ because: 'wrong_state' })
    const of =
      (await read((tx) => questionsOf(tx, file.id))).find((each) => each.state === 'answered' && each.number === 1)
        ?.id ?? ''
    done(await linkQuestion(world.app, world.staff.program, { id: file.id, questionId: second.id, of }))
    expect((await letters('question.declined')).map(({ toAddress, language }) => [toAddress, language])).toEqual([
      [supplier.email, 'fr'],
    ])
    expect((await letters('question.linked')).map(({ facts }) => JSON.parse(facts).other)).toEqual([1])

    const page = `/en/files/${file.id}/questions/${first.id}`
    const reopen = (reason: string) => world.as(world.staff.program).post(`${page}/reopening`, { reason })
    expect((await world.as(world.staff.client).get(page)).body).not.toContain('Take the question up again')
    expect((await reopen('')).status).toBe(422)
    expect((await reopen('The number is public since yesterday.')).status).toBe(303)
    const again = await reopen('Twice.')
    expect([again.status, /decided already/.test(again.body)]).toEqual([409, true])
    const { body } = await world.as(world.staff.program).get(page)
    for (const text of ['The number is public since yesterday.', 'Declined, then taken up again', 'Publish in both'])
      expect(body).toContain(text)
    expect((await world.as(world.staff.client).get(page)).body).not.toContain('public since yesterday')
    expect((await letters('question.reopened')).map(({ toAddress }) => toAddress)).toEqual([supplier.email])
    expect((await eventsOf(first.id)).map(({ kind, body: facts }) => [kind, /yesterday/.test(facts)])).toEqual([
      ['question.asked', false],
      ['question.declined', false],
      ['question.reopened', false],
    ])
    done(await declineQuestion(world.app, world.staff.program, decided))
  })
})

describe('telling', () => {
  const digest = () => tellOfAnswers(world.worker, { opportunityId: file.id })
  const watch = async (email: string) => {
    const subscriber = done(await subscribe(world.app, visitor, { email, language: 'fr' }))
    done(await confirmSubscription(world.app, visitor, { token: subscriptionToken(world.app, subscriber) }))
    await world.app.transaction('everything', (tx) =>
      tx
        .insertInto('watches')
        .values({
          ...{ id: world.newId(), subscriberId: subscriber.id, opportunityId: file.id },
          ...{ askedAt: world.now, confirmedAt: world.now },
        })
        .execute(),
    )
  }

  it('writes one letter to each address for all the answers of a round, however often it runs', async () => {
    await watch('watcher@example.ca')
    await watch('curious@example.ca') // asked too
    const drafting = await world.supplier('Dora Applies')
    done(await startApplication(world.app, drafting, { slug: file.slug, language: 'en' }))
    await watch(drafting.email)
    await Promise.all([digest(), digest()].map((each) => each.catch(() => {})))
    await digest()
    const told = await letters('question.answers')
    const addresses = told.map(({ toAddress }) => toAddress)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses).toEqual(expect.arrayContaining(['watcher@example.ca', 'curious@example.ca', supplier.email]))
    expect(addresses.filter((address) => address === drafting.email)).toHaveLength(1)
    expect(addresses).not.toContain('twice@example.ca')
    const facts = JSON.parse(told.find(({ toAddress }) => toAddress === supplier.email)?.facts ?? '{}')
    expect(JSON.parse(facts.answers)).toHaveLength(8)
    // Number 1 twice: asked, and linked to by another question of theirs.
    expect(facts.yours).toBe('1, 8')
    const watcher = JSON.parse(told.find(({ toAddress }) => toAddress === 'watcher@example.ca')?.facts ?? '{}')
    expect([watcher.yours, typeof watcher.signs]).toEqual(['', 'string'])
  })

  it('finishes a round that was cut short, then begins the next', async () => {
    const question = await asked('Après le premier envoi?')
    done(await publish(question.id, 'later'))
    const before = (await letters('question.answers')).length
    const cut = { ...world.worker, transaction: failingAfter(2) }
    await expect(tellOfAnswers(cut, { opportunityId: file.id })).rejects.toThrow('cut')
    await digest()
    const after = await letters('question.answers')
    const fresh = after.slice(before).map(({ toAddress }) => toAddress)
    expect(new Set(fresh).size).toBe(fresh.length)
    expect(fresh).toEqual(expect.arrayContaining(['watcher@example.ca', supplier.email]))
    await digest()
    expect(await letters('question.answers')).toHaveLength(after.length)
  })

  /** A worker that is killed after some acts. */
  function failingAfter(count: number): World['worker']['transaction'] {
    let acts = 0
    return (scope, act, as) => {
      acts += 1
      if (acts > count) return Promise.reject(new Error('cut'))
      return world.worker.transaction(scope, act, as)
    }
  }
})

describe('time', () => {
  it('reminds of what is not answered before the cut-off, and the program before closing; an extension moves both', async () => {
    const question = await asked('Restera sans réponse?')
    const at = async (instant: string, before: 'cutoff' | 'closing') => {
      world.now = new Date(instant)
      await remindOfQuestions(world.worker, { opportunityId: file.id, before })
      return [(await letters('question.unanswered')).length, (await letters('question.before_closing')).length]
    }
    expect(await at('2026-05-21T17:59:00Z', 'cutoff')).toEqual([0, 0])
    expect(await at('2026-05-21T18:00:00Z', 'cutoff')).toEqual([3, 0])
    expect(await at('2026-05-21T18:00:01Z', 'cutoff')).toEqual([3, 0])
    expect(await at('2026-05-25T18:00:00Z', 'closing')).toEqual([3, 2])
    tick(world)
    const moved = {
      closesAt: new Date('2026-05-27T18:00:00Z'),
      selectionDay: day('2026-05-29'),
      deliveryDay: day('2026-08-04'),
    }
    const reason = { en: 'The repository was away.', fr: 'Le dépôt était inaccessible.' }
    done(await extendClosing(world.app, world.staff.program, { id: file.id, reason, ...moved }))
    const late = await asked('Après le report?').catch((error: Error) => error.message)
    expect(late).toBe('refused: past_cutoff')
    const on = { id: file.id, questionId: question.id, said: said('extended'), seen: 1 }
    expect(await publishAnswer(world.app, world.staff.program, { ...on, amendment: 9 })).toMatchObject({
      because: 'no_such_amendment',
    })
  })

  it('names the amendment that followed, for the public too', async () => {
    const first = (await read((tx) => questionsOf(tx, file.id))).find(
      (each) => each.state === 'answered' && each.number === 1,
    )
    const on = { id: file.id, questionId: first?.id ?? '' }
    expect((await read((tx) => publishedAnswers(tx, file.id)))[0]?.amendment).toBeNull()
    done(await nameAmendment(world.app, world.staff.program, { ...on, amendment: 1 }))
    expect((await read((tx) => publishedAnswers(tx, file.id)))[0]?.amendment).toBe(1)
  })

  it('lapses what has no answer at closing, and not before', async () => {
    world.now = new Date('2026-05-27T17:59:59.999Z')
    await lapseQuestions(world.worker, { opportunityId: file.id })
    expect(await letters('question.lapsed')).toEqual([])
    world.now = new Date('2026-05-27T18:00:00Z')
    await lapseQuestions(world.worker, { opportunityId: file.id })
    await forgetAskersOf(world.worker, { opportunityId: file.id })
    expect([await letters('question.lapsed'), (await askers()).length > 0]).toEqual([[], true])
    await world.app.transaction('everything', async (tx) => {
      const opportunity = await lockOpportunity(tx, file.id)
      await setOpportunityState(tx, opportunity, 'close', { closedAt: world.now })
    })
    await lapseQuestions(world.worker, { opportunityId: file.id })
    await lapseQuestions(world.worker, { opportunityId: file.id })
    const lapsed = (await read((tx) => questionsOf(tx, file.id))).filter(({ state }) => state === 'lapsed')
    expect(await letters('question.lapsed')).toHaveLength(lapsed.length)
    expect(lapsed.length).toBeGreaterThan(0)
    const [one] = lapsed
    expect(await publish(one?.id ?? '', 'too late')).toMatchObject({ because: 'wrong_state' })
  })

  it('forgets who asked, after the closing alone', async () => {
    await forgetAskersOf(world.worker, { opportunityId: file.id })
    expect(await askers()).toEqual([])
    expect((await read((tx) => questionsOf(tx, file.id))).length).toBeGreaterThan(0)
  })

  it('knows the same states as the database', async () => {
    const { rows } = await read((tx) =>
      sql<{ definition: string }>`select pg_get_constraintdef(oid) as definition from pg_constraint
        where conrelid = 'questions'::regclass and conname = 'questions_state_check'`.execute(tx),
    )
    const known = [...(rows[0]?.definition ?? '').matchAll(/'([a-z_]+)'/g)].map(([, state]) => state)
    expect(known.toSorted()).toEqual(questionLifecycle.states.toSorted())
  })
})
