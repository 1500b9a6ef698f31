import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  arrangeDraft,
  arrangeInApproval,
  arrangeInReview,
  arrangePosted,
  arrangeReady,
  done,
  found,
  statement,
} from '../../test/arrange.opportunities.ts'
import { arrangeReleased } from '../../test/arrange.requests.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'
import { formatMoney } from '../platform/format.ts'
import { withdrawOpportunity } from './commands.amendments.ts'
import { sendToFinance, signCommitment } from './commands.gates.ts'
import { statementTyped } from './forms.statement.ts'
import { statementOf } from './store.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const as = (who: keyof World['staff']) => world.as(world.staff[who])
const fields = (changed: Record<string, string> = {}) => ({
  ...statementTyped(statement(), 'America/Toronto', (amount) => formatMoney(amount, 'en')),
  ...changed,
})
const stored = async (id: string) => world.app.read('everything', async (tx) => statementOf(tx, await found(world, id)))

describe('the builder', () => {
  test('is reached from the request, once', async () => {
    const { id } = await arrangeReleased(world)
    const first = await as('client').post(`/en/requests/${id}/statement`, {})
    expect([first.status, first.location]).toEqual([
      303,
      expect.stringMatching(/^\/en\/files\/[0-9a-f-]{36}\/statement$/),
    ])
    const second = await as('client').post(`/fr/demandes/${id}/enonce`, {})
    expect(second.location).toBe(first.location?.replace('/en/files', '/fr/dossiers').replace('/statement', ''))
  })

  test('is closed to other clients and to those who do not write', async () => {
    const { id } = await arrangeDraft(world)
    expect((await as('client2').get(`/en/files/${id}`)).status).toBe(404)
    expect((await as('client2').get(`/en/files/${id}/statement`)).status).toBe(404)
    expect((await as('client2').post(`/en/files/${id}/statement`, fields())).status).toBe(404)
    expect((await as('finance').get(`/en/files/${id}/statement`)).status).toBe(404)
    expect((await as('observer').get(`/en/files/${id}`)).status).toBe(200)
    expect((await world.as(null).get(`/en/files/${id}`)).location).toContain('/en/sign-in')
    expect((await as('client').get('/en/files/not-an-id')).status).toBe(404)
  })
})

describe('the check and the submission', () => {
  test('list what is missing, each with a link to its field', async () => {
    const { id } = await arrangeDraft(world, { licence: '', title: { en: 'Fix', fr: '' } })
    const { status, body } = await as('client').get(`/en/files/${id}/readiness`)
    expect(status).toBe(200)
    expect(body).toContain(`/en/files/${id}/statement#f-licence`)
    expect(body).toContain('One thing to repair first')
    expect(body).toContain('Title: write it in French.')
    expect(body).not.toContain('Submit the statement')
    expect(await htmlErrors(body)).toEqual([])
  })

  test('submit what is complete; hours of work are kept as days', async () => {
    const { id, version } = await arrangeDraft(world)
    const wrong = await as('client').post(`/en/files/${id}/submission`, { seen: String(version), working: 'a while' })
    expect([wrong.status, wrong.body.includes('a while')]).toEqual([422, true])
    const because = { standalone_reason: 'whole', noCapacity_reason: 'skill' }
    const asked = { seen: String(version), working: '15 h', ...because }
    const { location } = await as('client').post(`/fr/dossiers/${id}/envoi`, asked)
    expect(location).toBe(`/fr/dossiers/${id}`)
    expect((await found(world, id)).state).toBe('in_review')
    const late = await as('client').post(`/en/files/${id}/submission`, { seen: String(version) })
    expect(late.status).toBe(303)
  })
})

describe('decisions', () => {
  test('the statement: approve, or send back with a reason', async () => {
    const { id } = await arrangeInReview(world)
    const at = `/en/files/${id}/approval`
    expect((await as('procurement').get(at)).body).toContain('Do you approve this statement?')
    expect((await as('procurement').post(at, {})).body).toContain('Choose yes or no.')
    const why = await as('procurement').post(at, { decision: 'no', reason: '' })
    expect([why.status, why.body.includes('Give the reason.')]).toEqual([409, true])
    expect((await as('procurement').post(at, { decision: 'yes' })).location).toBe(`/en/files/${id}`)
    const again = await as('procurement').post(at, { decision: 'yes' })
    expect([again.status, again.body.includes('The file has moved on')]).toEqual([409, true])
  })

  test('lead one after the other to a file that is ready', async () => {
    const { id, version } = await arrangeInReview(world)
    const steps: [keyof World['staff'], string, Record<string, string>][] = [
      ['procurement', 'approval', { decision: 'yes' }],
      ['client', 'initiation', { costCentre: '4410', account: '51321', note: '', working: '1' }],
      ['section32', 'commitment', { decision: 'yes', working: '0,5' }],
      ['program', 'finance', {}],
      ['finance', 'reservation', { number: 'FR-1187', fiscalYear: '2026', amount: '7 475,00 $' }],
      ['program', 'translation', { seen: String(version), attested: 'yes', do: 'attest' }],
    ]
    for (const [who, page, form] of steps) {
      const shown = await as(who).get(`/en/files/${id}/${page}`)
      expect([page, shown.status]).toEqual([page, 200])
      expect(await htmlErrors(shown.body)).toEqual([])
      const answer = await as(who).post(`/en/files/${id}/${page}`, form)
      expect([page, answer.status, answer.location]).toEqual([page, 303, `/en/files/${id}`])
    }
    expect((await found(world, id)).state).toBe('ready')
  })

  test('section 32 says beforehand why a person may not sign', async () => {
    const { id } = await arrangeInApproval(world)
    await world.app.transaction('everything', (tx) =>
      tx
        .updateTable('roleGrants')
        .set({ limitCents: 100_000 })
        .where('personId', '=', world.staff.section32.id)
        .execute(),
    )
    const shown = await as('section32').get(`/en/files/${id}/commitment`)
    expect(shown.body).toContain('Your delegation goes up to $1,000.00; this file needs $7,475.00, tax included.')
    const signed = await as('section32').post(`/en/files/${id}/commitment`, { decision: 'yes' })
    expect(signed.status).toBe(409)
    await world.app.transaction('everything', (tx) =>
      tx
        .updateTable('roleGrants')
        .set({ limitCents: 2_500_000 })
        .where('personId', '=', world.staff.section32.id)
        .execute(),
    )
  })

  test('a reservation that cannot be read comes back', async () => {
    const { id } = await arrangeInApproval(world)
    done(await signCommitment(world.app, world.staff.section32, { id }))
    done(await sendToFinance(world.app, world.staff.client, { id }))
    const typed = { number: 'FR-1187', fiscalYear: '2026', amount: '7,47' }
    const answer = await as('finance').post(`/en/files/${id}/reservation`, typed)
    expect(answer.status).toBe(422)
    for (const kept of ['FR-1187', '7,47']) expect(answer.body).toContain(kept)
  })
})

describe('the file', () => {
  test.each(['client', 'program', 'procurement', 'section32', 'finance', 'observer'] as const)(
    'is a valid page for %s, in both languages',
    async (who) => {
      const { id } = await arrangeReady(world)
      for (const address of [
        `/en/files/${id}`,
        `/fr/dossiers/${id}`,
        `/en/files/${id}/preview`,
        `/fr/dossiers/${id}/apercu`,
      ]) {
        const { status, body } = await as(who).get(address)
        expect([address, status]).toEqual([address, 200])
        expect(await htmlErrors(body)).toEqual([])
      }
    },
  )

  test('is cancelled by its client while its statement was never submitted, from the page of the request', async () => {
    const { id, requestId } = await arrangeDraft(world)
    const request = `/en/requests/${requestId}`
    const refused = await as('client').post(`${request}/withdrawal`, { reason: 'by_client' })
    expect([refused.status, refused.body.includes('cancel its file instead')]).toEqual([409, true])
    const way = `href="/en/files/${id}/cancellation"`
    expect(refused.body).toContain(way)
    expect((await as('program').get(request)).body).not.toContain(way)
    expect((await as('client').get(`/fr/demandes/${requestId}`)).body).toContain('Vous n’en avez plus besoin?')

    const shown = await as('client').get(`/en/files/${id}/cancellation`)
    expect([shown.status, await htmlErrors(shown.body)]).toEqual([200, []])
    expect((await as('client').post(`/en/files/${id}/cancellation`, { reason: ' ' })).status).toBe(409)
    const reason = 'Another tool does it.'
    expect((await as('client').post(`/en/files/${id}/cancellation`, { reason })).status).toBe(303)
    expect(await found(world, id)).toMatchObject({ state: 'cancelled', endedBecause: reason })
    expect((await as('client').get(request)).body).not.toContain(way)
  })

  test('once submitted is no longer the client’s to cancel', async () => {
    const { id, requestId } = await arrangeInReview(world)
    expect((await as('client').get(`/en/requests/${requestId}`)).body).not.toContain('/cancellation')
    expect((await as('client').get(`/en/files/${id}/cancellation`)).status).toBe(303)
    const tried = await as('client').post(`/en/files/${id}/cancellation`, { reason: 'Too late.' })
    expect([tried.status, tried.body.includes('Your role does not let you')]).toEqual([409, true])
  })

  test('after posting shows what can change, and changes it', async () => {
    const { id, version } = await arrangePosted(world)
    for (const page of ['extension', 'amendments', 'withdrawal', 'cancellation'])
      expect([page, (await as('program').get(`/en/files/${id}/${page}`)).status]).toEqual([page, 200])

    const dates = {
      closing_day: '2026-06-02',
      closing_time: '23:59:59',
      selection_day: '2026-06-04',
      delivery_day: '2026-08-14',
    }
    const early = await as('program').post(`/en/files/${id}/extension`, {
      ...dates,
      closing_day: '2026-05-20',
      reason_en: 'a',
      reason_fr: 'b',
    })
    expect([early.status, early.body.includes('Closing only moves later')]).toEqual([409, true])
    const half = await as('program').post(`/en/files/${id}/extension`, {
      ...dates,
      reason_en: 'Few so far.',
      reason_fr: '',
    })
    expect([half.status, half.body.includes('Few so far.')]).toEqual([409, true])
    const moved = await as('program').post(`/en/files/${id}/extension`, {
      ...dates,
      reason_en: 'Few so far.',
      reason_fr: 'Peu.',
    })
    expect(moved.status).toBe(303)
    expect(await found(world, id)).toMatchObject({ closesAt: new Date('2026-06-03T03:59:59Z') })

    const words = {
      title_en: statement().title.en,
      title_fr: statement().title.fr,
      teaser_en: 'New.',
      teaser_fr: 'Neuf.',
    }
    const amended = await as('program').post(`/en/files/${id}/amendments`, {
      ...{ ...words, background_en: statement().background.en, background_fr: statement().background.fr },
      ...{ reason_en: 'Clearer.', reason_fr: 'Plus clair.', seen: String(version + 1) },
    })
    expect(amended.status).toBe(303)
    expect((await stored(id)).teaser).toEqual({ en: 'New.', fr: 'Neuf.' })
    expect((await stored(id)).work).toEqual(statement().work)
  })

  test('that ended is posted again by one button', async () => {
    const { id } = await arrangePosted(world)
    const publicReason = { en: 'Late.', fr: 'Retard.' }
    done(await withdrawOpportunity(world.app, world.staff.program, { id, reason: 'Late.', publicReason }))
    const shown = await as('client').get(`/fr/dossiers/${id}/nouvel-affichage`)
    expect(shown.status).toBe(200)
    const answer = await as('client').post(`/fr/dossiers/${id}/nouvel-affichage`, {})
    expect(answer.location).toMatch(/^\/fr\/dossiers\/[0-9a-f-]{36}\/enonce$/)
    expect((await as('client').get(answer.location ?? '')).status).toBe(200)
  })

  test('text of the statement is sanitised wherever it is shown', async () => {
    const { id } = await arrangeReady(world, {
      work: { en: '<script>alert(1)</script> [x](javascript:alert(2))', fr: '<img src=x onerror=alert(3)>' },
    })
    for (const address of [`/en/files/${id}/preview`, `/fr/dossiers/${id}/apercu`]) {
      const { body } = await as('program').get(address)
      expect(body).not.toMatch(/<script>alert|href="javascript|<img/)
    }
  })
})
