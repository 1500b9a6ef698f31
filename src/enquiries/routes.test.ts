import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { attacks } from '../../test/attacks.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'
import { scopeOf, visitor } from '../accounts/rules.ts'
import { letterOf } from '../platform/outbox.ts'
import { path } from '../platform/paths.ts'
import { renderEmail } from '../ui/email.tsx'
import { confirmationToken, forgetEnquiry, writeEnquiry } from './commands.ts'
import { enquiryEmails } from './emails.ts'
import { draftedAnswer } from './letters.ts'
import { enquiryLimits } from './rules.ts'
import { fromRow } from './store.ts'
import { waitingForEnquiries } from './waiting.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
/** Another quarter of an hour: what was written before does not count against what follows. */
beforeEach(() => {
  world.now = new Date(world.now.getTime() + 15 * 60_000)
})

const rowsWith = (body: string) =>
  world.app
    .read('everything', (tx) => tx.selectFrom('enquiries').selectAll().where('body', '=', body).execute())
    .then((rows) => rows.map(fromRow))
const one = async (body: string) => {
  const [found] = await rowsWith(body)
  if (!found) throw new Error(`nobody wrote ${body}`)
  return found
}
const lettersTo = (address: string) =>
  world.app.read('nothing', (tx) =>
    tx.selectFrom('outboxMessages').selectAll().where('toAddress', '=', address).orderBy('id').execute(),
  )
const write = (body: string, more: Record<string, string> = {}, language: 'en' | 'fr' = 'en') =>
  world.as(null).post(path('/contact', language), { kind: 'problem', body, ...more })
const team = () => world.as(world.staff.program)
const at = (pattern: string, id: string) => path(pattern, 'en', { id })

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  const address = `asker.${language}@example.ca`
  const body = `May a co-operative apply? (${language})`

  test('a question is asked, confirmed by a button, taken up, answered and closed', async () => {
    const visitor = world.as(null)
    const form = await visitor.get(`${path('/contact', language)}?page=${path('/faq', language)}`)
    expect(form.body).toContain(`value="${path('/faq', language)}"`)
    expect(await htmlErrors(form.body)).toEqual([])
    const asked = await write(body, { kind: 'question', email: address, page: path('/faq', language) }, language)
    expect([asked.status, asked.location]).toEqual([303, path('/contact/sent', language)])
    const enquiry = await one(body)
    expect([enquiry.state, enquiry.language, enquiry.departmentId]).toEqual([
      'unconfirmed',
      language,
      world.departmentId,
    ])
    expect((await team().get('/en/enquiries')).body).not.toContain(body)
    expect((await team().get(at('/enquiries/:id', enquiry.id))).status).toBe(404)

    const link = path('/contact/confirmation/:token', language, { token: confirmationToken(world.app, enquiry) })
    expect((await visitor.get(link)).status).toBe(200)
    expect((await one(body)).state).toBe('unconfirmed') // opening the link changed nothing
    expect((await visitor.post(link, {})).status).toBe(303)
    expect((await visitor.post(link, {})).status).toBe(303)
    expect((await one(body)).state).toBe('waiting')

    const queue = await team().get('/en/enquiries')
    expect(queue.body).toContain(body)
    expect(queue.body).not.toContain(address)
    expect(await htmlErrors(queue.body)).toEqual([])
    const answer = (text: string) => team().post(at('/enquiries/:id/answer', enquiry.id), { text })
    expect((await answer('Yes.')).status).toBe(409)
    expect((await team().post(at('/enquiries/:id', enquiry.id), { do: 'take' })).status).toBe(303)
    const shown = await team().get(at('/enquiries/:id', enquiry.id))
    expect(shown.body).toContain(address)
    expect(await htmlErrors(shown.body)).toEqual([])
    const draft = draftedAnswer(enquiry, { en: 'Department of Waterways', fr: 'Ministère des Voies navigables' })
    expect(shown.body).toContain(language === 'en' ? 'Thank you for your question.' : 'Merci de votre question.')
    expect((await answer(draft)).status).toBe(409)
    expect((await answer('')).status).toBe(422)
    const other = world.as(world.staff.program2)
    expect((await other.post(at('/enquiries/:id/answer', enquiry.id), { text: 'No.' })).status).toBe(409)
    expect((await answer('Yes, as one supplier.')).status).toBe(303)
    expect((await answer('Yes, twice.')).status).toBe(409)

    const letters = await lettersTo(address)
    expect(letters.map(({ kind, language: in_ }) => `${kind} ${in_}`).toSorted()).toEqual([
      ...[`enquiry.answer ${language}`, `enquiry.confirm ${language}`],
    ])
    const kind = enquiryEmails.find((email) => email.kind === 'enquiry.answer')
    if (!kind) throw new Error('no letter')
    const facts = JSON.parse(letters.find((letter) => letter.kind === 'enquiry.answer')?.facts ?? '{}')
    const { text } = letterOf(world.app, { kind, facts, language, from: null }, renderEmail)
    expect(text).toContain('Yes, as one supplier.')
    expect(text).toContain(body)

    expect((await team().post(at('/enquiries/:id/end', enquiry.id), {})).status).toBe(422)
    expect((await team().post(at('/enquiries/:id/end', enquiry.id), { outcome: 'answered' })).status).toBe(303)
    expect((await one(body)).state).toBe('closed')
    const events = await world.app.read('everything', (tx) =>
      tx
        .selectFrom('historyEvents')
        .select(['kind', 'body'])
        .where('subjectId', '=', enquiry.id)
        .orderBy('id')
        .execute(),
    )
    expect(events.map((event) => event.kind).toSorted()).toEqual([
      ...['enquiry.answered', 'enquiry.closed', 'enquiry.received', 'enquiry.taken'],
    ])
    expect(JSON.stringify(events)).not.toMatch(/co-operative|example\.ca|supplier/)
  })

  test('what was typed comes back with the sentence', async () => {
    const wrong = await write('Why?', { kind: 'question', email: '' }, language)
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain(language === 'en' ? 'without it we cannot answer you' : 'sans elle')
    expect(wrong.body).toContain('Why?')
    expect(await htmlErrors(wrong.body)).toEqual([])
    expect((await write('', {}, language)).status).toBe(422)
  })
})

test('a problem is told without an address, is read at once, and is closed with what came of it', async () => {
  const body = 'The print button prints nothing.'
  expect((await write(body, { page: '/en/opportunities/x/application' })).status).toBe(303)
  const { id, state, page, email } = await one(body)
  expect([state, page, email]).toEqual(['waiting', '/en/opportunities/x', null])
  const { program, program2, client } = world.staff
  const waits = (actor: typeof program) =>
    world.app
      .read(scopeOf(actor), (tx) => waitingForEnquiries(tx, actor, 'fr'))
      .then((all) => all.filter(({ href }) => href.endsWith(id)))
  expect((await waits(program)).map(({ due }) => due?.toISOString())).toEqual(['2026-05-07T03:59:00.000Z'])
  expect(await waits(client)).toEqual([])
  await world.as(program2).post(at('/enquiries/:id', id), { do: 'take' })
  expect([(await waits(program)).length, (await waits(program2)).length]).toEqual([0, 1])
  expect((await team().post(at('/enquiries/:id', id), { do: 'give_back' })).status).toBe(409)
  expect((await team().post(at('/enquiries/:id', id), { do: 'take' })).status).toBe(303)
  const shown = await team().get(at('/enquiries/:id', id))
  expect(shown.body).toContain('no address was left')
  expect(shown.body).not.toContain('name="text"')
  expect((await team().post(at('/enquiries/:id/answer', id), { text: 'Hello' })).status).toBe(409)
  expect((await team().post(at('/enquiries/:id', id), { do: 'give_back' })).status).toBe(303)
  await team().post(at('/enquiries/:id', id), { do: 'take' })
  expect((await team().post(at('/enquiries/:id/end', id), { outcome: 'repaired' })).status).toBe(303)
})

test('the same words sent twice, or at once, are one message and one letter', async () => {
  const body = 'Where is the guide for teams?'
  const send = () => write(body, { kind: 'question', email: 'twice@example.ca' })
  expect((await Promise.all([send(), send()])).map(({ status }) => status)).toEqual([303, 303])
  expect((await send()).status).toBe(303)
  expect((await rowsWith(body)).length).toBe(1)
  expect((await lettersTo('twice@example.ca')).length).toBe(1)
})

test('two who take it up at once: one has it, and is told apart', async () => {
  const body = 'Two people look at this.'
  await write(body)
  const { id } = await one(body)
  const take = (who: 'program' | 'program2') =>
    world.as(world.staff[who]).post(at('/enquiries/:id', id), { do: 'take' })
  expect((await Promise.all([take('program'), take('program2')])).map(({ status }) => status)).toEqual([303, 303])
  const { takenBy } = await one(body)
  const end = (who: 'program' | 'program2') =>
    world.as(world.staff[who]).post(at('/enquiries/:id/end', id), { outcome: 'noted' })
  const [mine, theirs] =
    takenBy === world.staff.program.id ? (['program', 'program2'] as const) : (['program2', 'program'] as const)
  expect((await end(theirs)).status).toBe(409)
  expect((await end(mine)).status).toBe(303)
})

test('an answer becomes a draft entry in both languages; a suggestion becomes a lesson, once', async () => {
  const body = 'Please post in the evening.'
  await write(body, { kind: 'suggestion' }, 'fr')
  const { id } = await one(body)
  await team().post(at('/enquiries/:id', id), { do: 'take' })
  const form = await team().get(at('/enquiries/:id/faq', id))
  expect(form.body).toMatch(/name="question_fr"[^>]*>Please post in the evening\./)
  expect(await htmlErrors(form.body)).toEqual([])
  const half = await team().post(at('/enquiries/:id/faq', id), { question_en: 'When?', answer_en: 'At noon.' })
  expect(half.status).toBe(422)
  const entry = {
    ...{ question_en: 'When do you post?', question_fr: 'Quand affichez-vous?' },
    ...{ answer_en: 'At noon.', answer_fr: 'À midi.' },
  }
  const added = await team().post(at('/enquiries/:id/faq', id), entry)
  expect([added.status, added.location]).toEqual([303, '/en/content/faq'])
  const editor = (await team().get('/en/content/faq')).body
  expect(editor).toContain('### When do you post? {#when-do-you-post}')
  expect(editor).toContain('### Quand affichez-vous? {#when-do-you-post}')
  expect((await world.as(null).get('/en/faq')).body).not.toContain('When do you post?')
  expect((await team().get('/en/content/faq/preview')).body).toContain('Both halves say the same')

  const lesson = { lesson_en: 'Post at noon, not at night.', lesson_fr: 'Afficher à midi, pas la nuit.' }
  expect((await team().post(at('/enquiries/:id/lesson', id), { lesson_en: 'Half' })).status).toBe(422)
  expect((await team().post(at('/enquiries/:id/lesson', id), lesson)).status).toBe(303)
  expect((await team().post(at('/enquiries/:id/lesson', id), lesson)).status).toBe(409)
  for (const url of ['/fr/mesures', '/fr/mesures/rapport']) {
    const { body: page } = await world.as(world.staff.observer).get(url)
    expect(page).toContain('Afficher à midi, pas la nuit.')
    expect(await htmlErrors(page)).toEqual([])
  }
  const markdown = await world.as(world.staff.observer).get('/en/measures/report.md')
  expect(markdown.body).toContain('Post at noon, not at night.')
})

test('what nobody confirms is forgotten after three days, and what was closed when policy says', async () => {
  const start = world.now
  await write('Forget me.', { kind: 'question', email: 'forgot@example.ca' })
  await write('Keep the report.', { email: 'report@example.ca' })
  const [asked, reported] = [await one('Forget me.'), await one('Keep the report.')]
  const token = confirmationToken(world.app, asked)
  world.now = new Date(start.getTime() + 72 * 3_600_000 - 1)
  for (const { id } of [asked, reported]) await forgetEnquiry(world.worker, { enquiryId: id })
  expect((await rowsWith('Forget me.')).length).toBe(1)
  world.now = new Date(start.getTime() + 72 * 3_600_000)
  expect((await world.as(null).post(path('/contact/confirmation/:token', 'fr', { token }), {})).status).toBe(409)
  for (const { id } of [asked, reported]) await forgetEnquiry(world.worker, { enquiryId: id })
  expect(await rowsWith('Forget me.')).toEqual([])
  expect(await one('Keep the report.')).toMatchObject({ state: 'waiting', email: null })

  await team().post(at('/enquiries/:id', reported.id), { do: 'take' })
  await team().post(at('/enquiries/:id/end', reported.id), { outcome: 'noted' })
  world.now = new Date('2028-05-06T00:00:00Z')
  await forgetEnquiry(world.worker, { enquiryId: reported.id })
  expect((await rowsWith('Keep the report.')).length).toBe(1)
  world.now = new Date('2028-05-08T00:00:00Z')
  for (let times = 0; times < 2; times += 1) await forgetEnquiry(world.worker, { enquiryId: reported.id })
  expect(await rowsWith('Keep the report.')).toEqual([])
  world.now = start
})

test('nobody else sees the queue, and another department sees its own and what is for all', async () => {
  const body = 'Only for Waterways.'
  await write(body)
  const { id } = await one(body)
  for (const role of ['client', 'observer', 'administrator', 'procurement'] as const)
    expect((await world.as(world.staff[role]).get(at('/enquiries/:id', id))).status).toBe(404)

  const other = world.newId()
  await world.app.transaction('everything', (tx) =>
    tx
      .insertInto('departments')
      .values({
        ...{ id: other, code: 'AB', nameEn: 'Arts Board', nameFr: 'Conseil des arts', mailbox: 'a@arts.example' },
        postalAddress: '2 Hill Street',
      })
      .execute(),
  )
  const { program } = world.staff
  const seen = (departmentId: string) =>
    world.app.read({ department: departmentId }, (tx) => tx.selectFrom('enquiries').select('body').execute())
  expect((await world.as(null).get('/fr/nous-joindre')).body).toContain('Conseil des arts')
  await write('For the arts.', { department: 'AB' })
  await write('For whoever reads.')
  expect((await seen(other)).map((row) => row.body).toSorted()).toEqual(['For the arts.', 'For whoever reads.'])
  expect((await seen(program.departmentId)).map((row) => row.body)).not.toContain('For the arts.')
  expect(await world.app.read('nothing', (tx) => tx.selectFrom('enquiries').select('id').execute())).toEqual([])
  const arts = await one('For the arts.')
  expect((await team().get(at('/enquiries/:id', arts.id))).status).toBe(404)
  expect((await team().get('/en/enquiries')).body).toContain('For whoever reads.')
})

test('hostile words are words, in the queue, on the page and in the letter', async () => {
  for (const [place, attack] of attacks.slice(0, 12).entries()) {
    const sent = await write(`${place} ${attack}`, { page: attack.slice(0, 400), department: attack })
    expect(sent.status).toBe(303)
  }
  const queue = (await team().get('/en/enquiries')).body
  expect(queue).not.toMatch(/<script(?! type="module")|<img|<iframe|href="javascript:/i)
  const wrong = await write('x', { kind: 'question', email: attacks[0] ?? '' })
  expect([303, 422]).toContain(wrong.status)
})

test('too many from one place are refused, with what was typed', async () => {
  let last = await write('Flood 0')
  for (let count = 1; last.status === 303 && count < 40; count += 1) last = await write(`Flood ${count}`)
  expect(last.status).toBe(429)
  expect(last.body).toContain('Flood ')
  expect(last.body).toContain('Wait a quarter of an hour')
})

test('a stranger’s tries keep neither the owner of a mailbox out, nor everybody', async () => {
  const email = 'owner@example.ca'
  const wrote = { kind: 'suggestion', language: 'en', departmentId: null, page: '', email } as const
  for (let count = 0; count < 30; count += 1)
    await writeEnquiry(world.app, visitor, { ...wrote, body: `Stranger ${count}`, origin: 'one network' })
  const { count } = await world.app.read('everything', (tx) =>
    tx
      .selectFrom('limits')
      .select('count')
      .where('key', 'like', 'enquiry everybody%')
      .where('windowStart', '<=', world.now)
      .orderBy('windowStart', 'desc')
      .executeTakeFirstOrThrow(),
  )
  expect(count).toBe(enquiryLimits.address.most)
  const owner = { ...(await world.supplier('Own Er')), email }
  expect((await writeEnquiry(world.app, owner, { ...wrote, body: 'Mine.', origin: 'one network of theirs' })).ok).toBe(
    true,
  )
})
