import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Arranged, arrangeOpen, arrangeSuppliers, contentFrom, sceneOf } from '../../test/arrange.applications.ts'
import { openWorld, type World } from '../../test/world.ts'
import { type Supplier, system } from '../accounts/rules.ts'
import { closeOpportunity } from '../draws/closing.ts'
import { drainOutbox } from '../platform/outbox.ts'
import { signatureOf, signerOf } from '../platform/signing.ts'
import type { OutgoingMail, Transport } from '../platform/transports.ts'
import { renderEmail } from '../ui/email.tsx'
import { saveDraft, startApplication, withdrawApplication } from './commands.ts'
import { receiptEmail } from './emails.ts'
import { formOf } from './forms.ts'
import { createOpportunityKey, prepareOpportunityKeys } from './keys.ts'
import { openApplications } from './opening.ts'
import { checkReceipt, receiptFile, signedReceipt } from './receipt.ts'
import { dropEndedDraftKeys, findDraft, findPosted } from './store.ts'
import { findReceipt, submitApplication } from './submission.ts'

const closesAt = new Date('2026-11-18T04:59:00.000Z')
const at = (ms: number) => new Date(closesAt.getTime() + ms)

let world: World
let suppliers: Supplier[]
let next = 0
const somebody = (): Supplier => suppliers[next++] ?? ({} as Supplier)
beforeAll(async () => {
  world = await openWorld(at(-3_600_000))
  suppliers = await arrangeSuppliers(world.app, 60)
})
afterAll(() => world.close())

const open = (): Promise<Arranged> => {
  world.now = at(-3_600_000)
  return arrangeOpen(sceneOf(world), { closesAt })
}
const submit = (supplier: Supplier, { slug }: Arranged, changed: Parameters<typeof contentFrom>[1] = {}) =>
  submitApplication(world.app, supplier, { slug, content: contentFrom(supplier, changed) })
const rows = <Row>(statement: (tx: Parameters<Parameters<World['app']['read']>[1]>[0]) => Promise<Row>) =>
  world.app.read('everything', statement)
const seals = (opportunityId: string) =>
  rows((tx) =>
    tx
      .selectFrom('applicationSeals as s')
      .innerJoin('applications as a', 'a.id', 's.applicationId')
      .selectAll('s')
      .where('a.opportunityId', '=', opportunityId)
      .execute(),
  )
const events = (subjectId: string) =>
  rows((tx) =>
    tx.selectFrom('historyEvents').selectAll().where('subjectId', '=', subjectId).orderBy('recordedAt').execute(),
  )

describe('submitting', () => {
  it.each([
    [-1, true],
    [0, false],
    [1, false],
  ])('%i ms from closing: received is %s', async (ms, received) => {
    const arranged = await open()
    const supplier = somebody()
    await saveDraft(world.app, supplier, { ...arranged, language: 'en', form: formOf(contentFrom(supplier)) })
    world.now = at(ms)
    const sent = await submit(supplier, arranged)
    expect(sent.ok ? sent.value.facts.receivedAt : sent.because).toEqual(received ? at(-1) : 'too_late')
    expect(await seals(arranged.id)).toHaveLength(received ? 1 : 0)
  })

  it('gives one application and one receipt, however often the same is sent', async () => {
    const arranged = await open()
    const supplier = somebody()
    const sent = await Promise.all(Array.from({ length: 12 }, () => submit(supplier, arranged)))
    const receipts = new Set(sent.map((each) => (each.ok ? JSON.stringify(each.value) : each.because)))
    expect(receipts.size).toBe(1)
    expect(await seals(arranged.id)).toHaveLength(1)
    const [first] = sent
    const id = first?.ok ? first.value.application.id : ''
    expect((await events(id)).map(({ kind }) => kind).sort()).toEqual(['application.started', 'application.submitted'])
    const mail = await rows((tx) =>
      tx.selectFrom('outboxMessages').selectAll().where('toAddress', '=', supplier.email).execute(),
    )
    expect(mail).toHaveLength(1)
  })

  it('replaces what was sent before, keeps the token, and only the newest counts', async () => {
    const arranged = await open()
    const supplier = somebody()
    const first = await submit(supplier, arranged)
    world.now = at(-60_000)
    const second = await submit(supplier, arranged, { legalName: 'Another Name' })
    if (!first.ok || !second.ok) throw new Error('refused')
    expect(second.value.facts.token).toBe(first.value.facts.token)
    expect(second.value.facts.sealedSha256).not.toBe(first.value.facts.sealedSha256)
    expect((await seals(arranged.id)).map(({ current }) => current).sort()).toEqual([false, true])
  })

  it('keeps no key of what was sent where the policy says so, and takes another in its place', async () => {
    const arranged = await open()
    const supplier = somebody()
    const keyOf = (id: string) =>
      rows((tx) =>
        tx
          .selectFrom('applicationDrafts')
          .select('wrappedKey')
          .where('applicationId', '=', id)
          .executeTakeFirstOrThrow(),
      )
    await world.app.transaction('everything', (tx) =>
      tx
        .insertInto('policySettings')
        .values({
          ...{ id: world.newId(), departmentId: world.departmentId, setting: 'draftsAfterSending' },
          ...{ fromDay: '2026-01-01', value: '"dropped"', source: 'test' },
        })
        .execute(),
    )
    const first = await submit(supplier, arranged)
    if (!first.ok) throw new Error(first.because)
    expect(await keyOf(first.value.application.id)).toEqual({ wrappedKey: null })
    const second = await submit(supplier, arranged, { legalName: 'Another Name' })
    expect(second.ok && second.value.facts.token).toBe(first.value.facts.token)
    expect(await keyOf(first.value.application.id)).toEqual({ wrappedKey: null })
    expect((await seals(arranged.id)).map(({ current }) => current).sort()).toEqual([false, true])
    await world.app.transaction('everything', (tx) => tx.deleteFrom('policySettings').execute())
  })

  it('is for suppliers, of an opportunity that exists', async () => {
    const arranged = await open()
    const content = contentFrom(somebody())
    const staff = await submitApplication(world.app, world.staff.program, { slug: arranged.slug, content })
    expect(staff).toEqual({ ok: false, because: 'not_a_supplier' })
    const nowhere = await submitApplication(world.app, somebody(), { slug: 'nowhere', content })
    expect(nowhere).toEqual({ ok: false, because: 'unknown_opportunity' })
  })

  it('says nothing of how many apply to anything that staff can list by file', async () => {
    const arranged = await open()
    await submit(somebody(), arranged)
    await startApplication(world.app, somebody(), { slug: arranged.slug, language: 'fr' })
    const ofFile = await rows((tx) =>
      tx.selectFrom('historyEvents').select('kind').where('fileId', '=', arranged.fileId).execute(),
    )
    expect(ofFile).toEqual([])
  })

  it('leaves nothing readable in the database: no answer, no name', async () => {
    const arranged = await open()
    const supplier = somebody()
    const secret = 'Zebulon9 wrote this answer'
    await submit(supplier, arranged, { answers: [{ position: 1, answer: secret }], legalName: 'Zebulon9 Inc.' })
    const [sealed] = await seals(arranged.id)
    const drafts = await rows((tx) => tx.selectFrom('applicationDrafts').selectAll().execute())
    const outbox = await rows((tx) => tx.selectFrom('outboxMessages').select('facts').execute())
    const history = await rows((tx) => tx.selectFrom('historyEvents').select('body').execute())
    const bytes = [sealed?.sealed, ...drafts.map(({ ciphertext }) => ciphertext)].map((b) => b?.toString('latin1'))
    expect([...bytes, ...outbox.map(({ facts }) => facts), ...history.map(({ body }) => body)].join()).not.toContain(
      'Zebulon9',
    )
  })
})

describe('withdrawing', () => {
  it('takes the application off the roster, for good, and its draft’s key', async () => {
    const arranged = await open()
    const [leaves, stays] = [somebody(), somebody()]
    const sent = await submit(leaves, arranged)
    await submit(stays, arranged)
    if (!sent.ok) throw new Error(sent.because)
    const applicationId = sent.value.application.id
    expect((await withdrawApplication(world.app, stays, { applicationId })).ok).toBe(false)
    expect((await withdrawApplication(world.app, leaves, { applicationId })).ok).toBe(true)
    expect(await withdrawApplication(world.app, leaves, { applicationId })).toEqual({
      ok: false,
      because: 'wrong_state',
    })
    expect(await submit(leaves, arranged)).toEqual({ ok: false, because: 'withdrawn' })
    world.now = closesAt
    const closed = await closeOpportunity(world.worker, system, { opportunityId: arranged.id })
    expect(closed.ok && closed.value.received).toBe(1)
    expect(closed.ok && closed.value.text).not.toContain(sent.value.facts.token)
    expect(await withdrawApplication(world.app, stays, { applicationId })).toEqual({
      ok: false,
      because: 'unknown_application',
    })
  })

  it('is too late at the closing instant', async () => {
    const arranged = await open()
    const supplier = somebody()
    const sent = await submit(supplier, arranged)
    if (!sent.ok) throw new Error(sent.because)
    world.now = closesAt
    const applicationId = sent.value.application.id
    expect(await withdrawApplication(world.app, supplier, { applicationId })).toEqual({
      ok: false,
      because: 'too_late',
    })
  })
})

describe('the receipt', () => {
  it('checks, with its salt below it, and not when a digit of it was changed', async () => {
    const arranged = await open()
    const supplier = somebody()
    const sent = await submit(supplier, arranged)
    if (!sent.ok) throw new Error(sent.because)
    const own = await rows((tx) => findReceipt(tx, world.app, sent.value.application.id, supplier.id))
    expect(own?.facts).toEqual(sent.value.facts)
    const signer = signerOf(world.app)
    const note = signedReceipt(sent.value.facts, signer)
    const file = receiptFile(note, { salt: own?.salt, content: 'what I wrote' }, 'en')
    expect(file).toContain(own?.salt?.toString('hex'))
    for (const text of [note, file, file.replaceAll('\n', '\r\n'), `Hello,\n\n${file}\nBye`])
      expect(checkReceipt(text, signer).ok).toBe(true)
    const forged = note.replace('.000Z', '.001Z')
    expect(forged).not.toBe(note)
    expect(checkReceipt(forged, signer)).toEqual({ ok: false, because: 'changed' })
    expect(checkReceipt(note, { ...signer, name: 'elsewhere.example' })).toEqual({ ok: false, because: 'other_key' })
    expect(checkReceipt('hello', signer)).toEqual({ ok: false, because: 'not_a_receipt' })
  })

  it('is acknowledged as it is signed on its page and in its letter', async () => {
    const supplier = somebody()
    const sent = await submit(supplier, await open())
    if (!sent.ok) throw new Error(sent.because)
    const { facts, receipt } = sent.value
    expect(receipt).toBe(signedReceipt(facts, signerOf(world.app)))
    const letters: OutgoingMail[] = []
    const transport: Transport = { send: async (_, letter) => void letters.push(letter), close() {} }
    await drainOutbox(world.worker, { emails: [receiptEmail], render: renderEmail, transport, sender: 'a@b.example' })
    const letter = letters.find(({ to }) => to === supplier.email)
    expect(letter?.text).toContain(signatureOf(receipt))
    expect(letter?.text).toContain(facts.receivedAt.toISOString())
  })
})

describe('the opening', () => {
  it('is refused, on the record, before closing and without the seal key', async () => {
    const arranged = await open()
    await submit(somebody(), arranged)
    const opportunityId = arranged.id
    expect(await openApplications(world.worker, { opportunityId })).toEqual({ ok: false, because: 'not_closed' })
    world.now = closesAt
    await closeOpportunity(world.worker, system, { opportunityId })
    expect(await openApplications(world.app, { opportunityId })).toEqual({ ok: false, because: 'no_seal_key' })
    const refusedBecause = (await events(opportunityId))
      .filter(({ kind }) => kind === 'application.opening_refused')
      .map(({ body }) => JSON.parse(body).because)
    expect(refusedBecause).toEqual(['not_closed', 'no_seal_key'])
    const stored = await rows((tx) =>
      tx.selectFrom('applications').select('state').where('opportunityId', '=', opportunityId).execute(),
    )
    expect(stored).toEqual([{ state: 'submitted' }])
  })

  it('writes identities and answers apart, numbers everybody, and resumes after a kill', async () => {
    const arranged = await open()
    const who = Array.from({ length: 7 }, somebody)
    for (const supplier of who)
      await submit(supplier, arranged, { legalName: `Legal ${supplier.name}`, language: 'fr' })
    world.now = closesAt
    await closeOpportunity(world.worker, system, { opportunityId: arranged.id })

    let acts = 0
    const dying = {
      ...world.worker,
      transaction: ((scope, act, as) => {
        acts += 1
        if (acts > 4) throw new Error('killed')
        return world.worker.transaction(scope, act, as)
      }) as World['worker']['transaction'],
    }
    await expect(openApplications(dying, { opportunityId: arranged.id })).rejects.toThrow('killed')
    const numbersBefore = await numbers(arranged.id)
    expect(await openApplications(world.worker, { opportunityId: arranged.id })).toEqual({
      ok: true,
      value: { opened: 4, refused: 0 },
    })
    expect(await numbers(arranged.id)).toEqual(numbersBefore)
    expect(numbersBefore.map(({ anonymousNumber }) => anonymousNumber).sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
    const identities = await rows((tx) => tx.selectFrom('applicationIdentities').selectAll().execute())
    expect(identities.map(({ legalName }) => legalName).sort()).toEqual(who.map(({ name }) => `Legal ${name}`).sort())
    const answers = await rows((tx) => tx.selectFrom('applicationAnswers').selectAll().execute())
    expect(answers).toHaveLength(14)
    expect(answers.every(({ language }) => language === 'fr')).toBe(true)
    expect(await openApplications(world.worker, { opportunityId: arranged.id })).toEqual({
      ok: true,
      value: { opened: 0, refused: 0 },
    })
    const [first] = who
    const mine = identities.find(({ legalName }) => legalName === `Legal ${first?.name}`)
    const own = await rows((tx) => findReceipt(tx, world.app, mine?.applicationId ?? '', first?.id ?? ''))
    expect(own?.salt?.toString('hex')).toBe(mine?.contentSalt)
  })

  it('sets aside, loudly, a file that does not open or is another’s', async () => {
    const arranged = await open()
    const [swapped, other] = [somebody(), somebody()]
    await submit(swapped, arranged)
    await submit(other, arranged)
    const [one, two] = await seals(arranged.id)
    await world.app.transaction('everything', (tx) =>
      tx
        .updateTable('applicationSeals')
        .set({ sealed: two?.sealed ?? Buffer.alloc(0), sealedSha256: two?.sealedSha256 ?? '' })
        .where('id', '=', one?.id ?? '')
        .execute(),
    )
    world.now = closesAt
    await closeOpportunity(world.worker, system, { opportunityId: arranged.id })
    expect(await openApplications(world.worker, { opportunityId: arranged.id })).toEqual({
      ok: true,
      value: { opened: 1, refused: 1 },
    })
    const told = await rows((tx) =>
      tx.selectFrom('outboxMessages').select('toAddress').where('kind', '=', 'application.opening_failed').execute(),
    )
    expect(told.map(({ toAddress }) => toAddress).sort()).toEqual([
      'program2@waterways.example',
      'program@waterways.example',
    ])
  })
})

describe('drafts', () => {
  it('lose their key when the opportunity ends in any way, and none is written afterwards', async () => {
    const arranged = await open()
    const supplier = somebody()
    const draft = { slug: arranged.slug, language: 'en' as const, form: { 'answer-1': 'half' } }
    const saved = await saveDraft(world.app, supplier, draft)
    const id = saved.ok ? saved.value.application.id : ''
    const key = async () => (await rows((tx) => findDraft(tx, id)))?.wrappedKey
    await world.worker.transaction('everything', dropEndedDraftKeys)
    expect(await key()).toBeInstanceOf(Buffer)
    await world.app.transaction('everything', (tx) =>
      tx
        .updateTable('opportunities')
        .set({ state: 'withdrawn', endedBecause: 'budget', endedAt: world.now })
        .where('id', '=', arranged.id)
        .execute(),
    )
    await world.worker.transaction('everything', dropEndedDraftKeys)
    expect(await key()).toBeNull()
    expect(await saveDraft(world.app, supplier, draft)).toEqual({ ok: false, because: 'not_open' })
    expect(await submit(supplier, arranged)).toEqual({ ok: false, because: 'not_open' })
  })
})

describe('the key pair', () => {
  it('is prepared by the worker while a file is on its way to posting', async () => {
    const arranged = await open()
    const state = (to: 'ready' | 'open') =>
      world.app.transaction('everything', (tx) =>
        tx
          .updateTable('opportunities')
          .set({ state: to, submittedAt: world.now, statementDigest: Buffer.alloc(32) })
          .where('id', '=', arranged.id)
          .execute(),
      )
    await world.app.transaction('everything', (tx) =>
      tx.deleteFrom('opportunityKeys').where('opportunityId', '=', arranged.id).execute(),
    )
    await state('ready')
    await prepareOpportunityKeys(world.app)
    expect((await rows((tx) => findPosted(tx, { id: arranged.id })))?.recipients).toBeUndefined()
    await prepareOpportunityKeys(world.worker)
    await state('open')
    expect((await rows((tx) => findPosted(tx, { id: arranged.id })))?.recipients).toHaveLength(2)
  })

  it('is made once, by the side that holds the seal key', async () => {
    const arranged = await open()
    const { id: opportunityId } = arranged
    const make = (app: World['app'], opportunity: { opportunityId: string; departmentId: string }) =>
      app.transaction('everything', (tx) => createOpportunityKey(tx, app, opportunity, world.now))
    const again = await make(world.app, { opportunityId, departmentId: world.departmentId })
    expect(again.ok && again.value.recipient).toBe(arranged.posted.recipients?.[0])
    expect(arranged.posted.recipients?.[1]).toBe(world.app.keys.escrowRecipient)
    expect(await make(world.app, { opportunityId: world.newId(), departmentId: world.departmentId })).toEqual({
      ok: false,
      because: 'key_not_ready',
    })
  })
})

const numbers = (opportunityId: string) =>
  rows((tx) =>
    tx
      .selectFrom('applications')
      .select(['id', 'anonymousNumber'])
      .where('opportunityId', '=', opportunityId)
      .orderBy('id')
      .execute(),
  )
