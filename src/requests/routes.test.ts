import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeAccepted, arrangeReceived, arrangeReleased } from '../../test/arrange.requests.ts'
import { openWorld, type World } from '../../test/world.ts'
import { declineReasons } from './rules.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const answered = (answer: string) => ({
  isCode: answer,
  isOpenSource: answer,
  isUnclassified: answer,
  isVirtual: answer,
  isWithinLimit: answer,
  isOwnDepartment: answer,
  isMaintained: answer === 'no' ? 'no' : 'unknown',
})
const form = {
  subject: 'Resume the ice-chart downloader',
  team: 'Field tools',
  homeBranch: 'no',
  need: 'It starts again from zero. **It should resume.**',
  ...answered('yes'),
  isVirtual: 'unknown',
  maintainer: '',
  estimate: '6,500.00',
  language: 'fr',
}

describe('asking', () => {
  test('a client sends the form and lands on the request, in the language of the page', async () => {
    const { client } = world.staff
    const sent = await world.as(client).post('/fr/demandes', form)
    expect(sent.status).toBe(303)
    expect(sent.location).toMatch(/^\/fr\/demandes\/[0-9a-f-]{36}$/)
    const shown = await world.as(client).get(sent.location ?? '')
    expect(shown.status).toBe(200)
    expect(shown.body).toContain('<strong>It should resume.</strong>')
    expect(shown.body).toContain('L’équipe du programme étudie votre demande')
    expect(shown.body).toContain('6\u00a0500,00\u00a0$')
    expect(shown.body).toContain('mardi 5 mai 2026, 16\u00a0h')
  })

  test.each([
    ['subject', { subject: ' ' }, 'Fill in this field.'],
    ['need', { need: 'x'.repeat(6001) }, 'Use 6000 characters or fewer.'],
    ['isCode', { isCode: 'perhaps' }, 'Choose an answer.'],
    ['estimate', { estimate: '6,5' }, 'Write both digits of the cents'],
    ['estimate', { estimate: '30,000,000.00' }, 'Enter an amount under'],
    ['language', { language: 'de' }, 'Choose an answer.'],
  ])('says what is wrong with %s and keeps what was typed', async (field, wrong, sentence) => {
    const back = await world.as(world.staff.client).post('/en/requests', { ...form, ...wrong })
    expect(back.status).toBe(422)
    expect(back.body).toContain(`href="#f-${field}"`)
    expect(back.body).toContain(sentence)
    expect(back.body).toContain(field === 'subject' ? 'It should resume.' : 'value="Resume the ice-chart downloader"')
  })

  test('an empty form is a list of things to fill in, never an error', async () => {
    const back = await world.as(world.staff.client).post('/en/requests', {})
    expect(back.status).toBe(422)
    expect(back.body.match(/<a href="#f-/g)).toHaveLength(12)
  })

  test('text that looks like a script is text', async () => {
    const { client } = world.staff
    const subject = '<script>alert(1)</script>'
    const sent = await world
      .as(client)
      .post('/en/requests', { ...form, subject, need: `${subject} [x](javascript:alert(1))` })
    const shown = await world.as(client).get(sent.location ?? '')
    expect(shown.body).not.toContain('<script>alert')
    expect(shown.body).not.toContain('href="javascript')
  })
})

describe('screening', () => {
  const at = (id: string) => `/en/requests/${id}/screening`

  test('starts from what the client said, and asks again where they did not know', async () => {
    const sent = await world.as(world.staff.client).post('/en/requests', form)
    const shown = await world.as(world.staff.program).get(`${sent.location}/screening`)
    expect(shown.status).toBe(200)
    expect(shown.body).toMatch(/name="isCode" value="yes" checked/)
    expect(shown.body).not.toMatch(/name="isVirtual" value="[a-z]+" checked/)
    expect(shown.body).toContain('The limit is $10,000.00, taxes included.')
  })

  test('a verdict that contradicts itself comes back with the reason at its field', async () => {
    const { id } = await arrangeReceived(world)
    const verdict = { ...answered('yes'), isCode: 'no', meets: 'yes', outcome: 'accept', reply: 'Welcome.' }
    const back = await world.as(world.staff.program).post(at(id), verdict)
    expect(back.status).toBe(409)
    expect(back.body).toContain('href="#f-meets"')
    expect(back.body).toContain('Welcome.')
  })

  test('declining needs a reason', async () => {
    const { id } = await arrangeReceived(world)
    const verdict = { ...answered('unknown'), meets: 'no', outcome: 'decline', reason: 'constructor' }
    const back = await world.as(world.staff.program).post(at(id), verdict)
    expect(back.status).toBe(422)
    expect(back.body).toContain('Choose the reason.')
  })

  test.each(Object.keys(declineReasons))(
    'declines as %s, and says so to the client in both languages',
    async (reason) => {
      const { id } = await arrangeReceived(world, { language: 'fr' })
      const meets = reason === 'staffing' || reason === 'other' ? 'yes' : 'no'
      const verdict = {
        ...answered('unknown'),
        meets,
        outcome: 'decline',
        reason,
        referredTo: 'TBS',
        reply: 'Voyez avec eux.',
      }
      expect((await world.as(world.staff.program).post(at(id), verdict)).status).toBe(303)
      for (const language of ['en/requests', 'fr/demandes']) {
        const shown = await world.as(world.staff.client).get(`/${language}/${id}`)
        expect(shown.status).toBe(200)
        expect(shown.body).toContain('Voyez avec eux.')
      }
    },
  )

  test('a second screening is told where the request stands', async () => {
    const { id } = await arrangeAccepted(world)
    const verdict = { ...answered('yes'), meets: 'yes', outcome: 'accept' }
    const back = await world.as(world.staff.program2).post(at(id), verdict)
    expect(back.status).toBe(409)
    expect(back.body).toContain('Somebody acted on this request in the meantime')
    expect((await world.as(world.staff.program2).get(at(id))).location).toBe(`/en/requests/${id}`)
  })
})

describe('the Go', () => {
  test('a no needs a reason; a yes offers the statement to the client', async () => {
    const { id } = await arrangeAccepted(world)
    const procurement = world.as(world.staff.procurement)
    const back = await procurement.post(`/en/requests/${id}/go`, { said: 'no_go', goReason: '', workingDays: '0.25' })
    expect(back.status).toBe(409)
    expect(back.body).toContain('Say why there is no Go.')
    expect(back.body).toContain('value="0.25"')
    expect((await procurement.post(`/fr/demandes/${id}/feu-vert`, { said: 'go', workingDays: '0,25' })).status).toBe(
      303,
    )
    const shown = await world.as(world.staff.client).get(`/en/requests/${id}`)
    expect(shown.body).toContain(`action="/en/requests/${id}/statement"`)
    expect((await world.as(world.staff.procurement).get(`/en/requests/${id}`)).body).not.toContain('/statement"')
  })

  test('a working time that is no number comes back', async () => {
    const { id } = await arrangeAccepted(world)
    const back = await world
      .as(world.staff.procurement)
      .post(`/en/requests/${id}/go`, { said: 'go', workingDays: 'a day' })
    expect(back.status).toBe(422)
    expect(back.body).toContain('Enter a number of days')
  })
})

describe('withdrawing', () => {
  test('a client withdraws; the program says that nobody answers', async () => {
    const [own, silent] = [await arrangeReceived(world), await arrangeAccepted(world)]
    const { client, program } = world.staff
    expect((await world.as(client).post(`/en/requests/${own.id}/withdrawal`, { reason: 'by_client' })).status).toBe(303)
    expect((await world.as(client).post(`/en/requests/${silent.id}/withdrawal`, { reason: 'no_reply' })).status).toBe(
      409,
    )
    expect((await world.as(program).post(`/en/requests/${silent.id}/withdrawal`, { reason: 'no_reply' })).status).toBe(
      303,
    )
    expect((await world.as(client).get(`/en/requests/${silent.id}`)).body).toContain('The client does not answer')
  })
})

describe('who may look', () => {
  test('a request is unknown to another client, to a stranger and to other roles', async () => {
    const { id } = await arrangeReleased(world)
    const { client2, finance, observer } = world.staff
    expect((await world.as(client2).get(`/en/requests/${id}`)).status).toBe(404)
    expect((await world.as(finance).get(`/en/requests/${id}`)).status).toBe(404)
    expect((await world.as(null).get(`/en/requests/${id}`)).status).not.toBe(200)
    expect((await world.as(observer).get(`/en/requests/${id}`)).status).toBe(200)
    expect((await world.as(observer).post(`/en/requests/${id}/withdrawal`, { reason: 'by_client' })).status).toBe(404)
    expect((await world.as(observer).get('/en/requests/not-an-id')).status).toBe(404)
  })

  test('the list is a client’s own, or everybody’s for those who work on them', async () => {
    const mine = await arrangeReceived(world, { subject: 'Only Colin’s' }, world.staff.client2)
    const own = await world.as(world.staff.client2).get('/fr/demandes')
    expect(own.body).toContain(mine.id)
    expect(own.body.match(/href="\/fr\/demandes\/[0-9a-f]{8}-/g)).toHaveLength(1)
    expect((await world.as(world.staff.observer).get('/en/requests?state=received&before=nonsense')).status).toBe(200)
  })
})
