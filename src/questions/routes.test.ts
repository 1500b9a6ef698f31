import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { arrangePosted, done } from '../../test/arrange.opportunities.ts'
import { htmlErrors } from '../../test/html.ts'
import { openWorld, type World } from '../../test/world.ts'
import { visitor } from '../accounts/rules.ts'
import { languages } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { askQuestion, confirmationToken, confirmQuestion } from './commands.ts'
import { questionsOf } from './store.ts'

let world: World
let id = ''
let slug = ''
beforeAll(async () => {
  world = await openWorld()
  const file = await arrangePosted(world)
  id = file.id
  slug = file.slug
})
afterAll(() => world.close())

const asking = (language: 'en' | 'fr') => path('/opportunities/:slug/question', language, { slug })
const put = async (words: string) => {
  world.now = new Date(world.now.getTime() + 3_700_000)
  const asked = done(
    await askQuestion(world.app, visitor, { slug, words, email: 'asker@people.example', language: 'fr' }),
  )
  done(await confirmQuestion(world.app, { token: confirmationToken(world.app, asked) }))
  return asked.id
}
const page = (question: string, language: 'en' | 'fr' = 'en') =>
  path('/files/:id/questions/:question', language, { id, question })

describe.each(languages)('asking in %s', (language) => {
  const email = `visitor.${language}@people.example`
  const words = 'Must it work offline?\n<script>alert(1)</script>'

  test('has a form, gives back what was typed, and sends a letter', async () => {
    const form = await world.as(null).get(asking(language))
    expect([form.status, await htmlErrors(form.body)]).toEqual([200, []])
    const wrong = await world.as(null).post(asking(language), { words, email: 'not an address' })
    expect([wrong.status, wrong.body.includes('&lt;script>') || wrong.body.includes('&lt;script&gt;')]).toEqual([
      422,
      true,
    ])
    expect(wrong.body).toContain('value="not an address"')
    const long = await world.as(null).post(asking(language), { words: 'mot '.repeat(201), email })
    expect([long.status, long.body.includes('mot mot mot')]).toEqual([409, true])
    const sent = await world.as(null).post(asking(language), { words, email })
    expect([sent.status, sent.location]).toEqual([303, `${asking(language)}/${language === 'en' ? 'sent' : 'envoye'}`])
    const after = await world.as(null).get(sent.location ?? '')
    expect([after.status, after.body.includes(email), await htmlErrors(after.body)]).toEqual([200, false, []])
  })

  test('is put by the button of the letter’s page, never by its link', async () => {
    const row = await world.app.read('everything', (tx) =>
      tx.selectFrom('questionAskers').select('questionId').where('email', '=', email).executeTakeFirstOrThrow(),
    )
    const link = path('/question/confirmation/:token', language, {
      token: confirmationToken(world.app, { id: row.questionId }),
    })
    for (const _ of [1, 2]) {
      const shown = await world.as(null).get(link)
      expect([shown.status, await htmlErrors(shown.body), shown.headers['cache-control']]).toEqual([
        200,
        [],
        'no-store',
      ])
    }
    expect(await world.app.read('everything', (tx) => questionsOf(tx, id))).toHaveLength(language === 'en' ? 0 : 1)
    const before = await world.as(world.staff.program).get(path('/files/:id/questions', language, { id }))
    expect(
      before.body.includes(path('/files/:id/questions/:question', language, { id, question: row.questionId })),
    ).toBe(false)
    const hidden = path('/files/:id/questions/:question', language, { id, question: row.questionId })
    expect((await world.as(world.staff.program).get(hidden)).status).toBe(404)

    expect((await world.as(null).post(link, {})).location).toBe(link)
    expect((await world.as(null).get(link)).body).toContain(language === 'en' ? 'is put' : 'est posée')
    expect((await world.as(world.staff.program).get(hidden)).status).toBe(200)
    const broken = await world.as(null).post(`${link.slice(0, -3)}AAA`, {})
    expect([broken.status, await htmlErrors(broken.body)]).toEqual([409, []])
  })
})

it('asks a supplier for no address, and staff for nothing', async () => {
  const supplier = await world.supplier('Mina Roy')
  const form = await world.as(supplier).get(asking('en'))
  expect([form.body.includes('type="email"'), form.body.includes(supplier.email)]).toEqual([false, true])
  expect((await world.as(supplier).post(asking('en'), { words: 'Which licence?' })).status).toBe(303)
  const staff = await world.as(world.staff.client).get(asking('en'))
  expect([staff.status, staff.body.includes('<textarea')]).toEqual([200, false])
  expect((await world.as(world.staff.client).post(asking('en'), { words: 'Mine?', email: 'a@b.example' })).status).toBe(
    409,
  )
})

describe('the file', () => {
  it('shows nobody who asked, and the words as they were asked to the program team alone', async () => {
    const question = await put('Ici Ada Brown, faut-il un essai?')
    for (const who of ['client', 'program', 'procurement', 'observer'] as const) {
      const shown = await world.as(world.staff[who]).get(page(question))
      expect([who, shown.status, shown.body.includes('Ada Brown')]).toEqual([who, 200, who === 'program'])
      expect(shown.body).not.toContain('asker@people.example')
      expect(await htmlErrors(shown.body)).toEqual([])
    }
    expect((await world.as(world.staff.client2).get(page(question))).status).toBe(404)
    expect((await world.as(world.staff.finance).get(page(question))).status).toBe(404)
    expect((await world.as(world.staff.program).get(page(world.newId()))).status).toBe(404)
  })

  it('keeps what was typed when it is refused, at the field that it is about', async () => {
    const question = await put('Faut-il citer W2?')
    const typed = {
      question_en: 'Must W2 be cited?',
      question_fr: '',
      answer_en: 'Yes <b>',
      answer_fr: 'Oui',
      seen: '1',
    }
    const refused = await world.as(world.staff.program).post(page(question), { ...typed, do: 'publish' })
    expect([refused.status, await htmlErrors(refused.body)]).toEqual([409, []])
    expect(refused.body).toContain('Yes &lt;b')
    expect(refused.body).toContain('href="#f-question_5f-fr"')
    const hands = await world.as(world.staff.client).post(page(question), { ...typed, do: 'hand' })
    expect(hands.status).toBe(303)
    const stale = await world
      .as(world.staff.program)
      .post(page(question), { ...typed, question_fr: 'W2?', do: 'publish' })
    expect([stale.status, stale.body.includes('What stands now')]).toEqual([409, true])
    const none = await world
      .as(world.staff.program)
      .post(`${page(question)}/refusal`, { because: 'other', explanation: '' })
    expect([none.status, none.body.includes('the asker reads it')]).toEqual([409, true])
    const itself = await world.as(world.staff.program).post(`${page(question)}/duplicate`, { of: question })
    expect(itself.status).toBe(409)
    expect((await world.as(world.staff.client).post(`${page(question)}/refusal`, { because: 'other' })).status).toBe(
      404,
    )
    expect((await world.as(world.staff.procurement).post(page(question), { ...typed, do: 'publish' })).status).toBe(404)
  })

  it('publishes in both languages at one instant, on the public page, with an anchor', async () => {
    const question = await put('Une réponse à afficher?')
    const typed = {
      question_en: 'To be <shown>?',
      question_fr: 'À <montrer>?',
      answer_en: '**Yes** [x](javascript:alert(1))',
      answer_fr: '**Oui**',
    }
    const sent = await world.as(world.staff.program).post(page(question), { ...typed, seen: '1', do: 'publish' })
    expect([sent.status, sent.location]).toEqual([303, page(question)])
    const [en, fr] = [
      await world.as(null).get(`/en/opportunities/${slug}`),
      await world.as(null).get(`/fr/occasions/${slug}`),
    ]
    expect(en.body).toContain('id="question-1"')
    expect(en.body).toContain('<strong>Yes</strong>')
    expect(en.body).not.toContain('href="javascript:')
    expect(fr.body).toContain('À &lt;montrer')
    expect([await htmlErrors(en.body), await htmlErrors(fr.body)]).toEqual([[], []])
    const shown = await world.as(world.staff.program).get(page(question, 'fr'))
    expect([shown.status, shown.body.includes(`/fr/occasions/${slug}#question-1`)]).toEqual([200, true])
    const again = await world.as(world.staff.program).post(page(question), { ...typed, seen: '1', do: 'publish' })
    expect([again.status, again.body.includes('decided already')]).toEqual([409, true])
    const list = await world.as(world.staff.client).get(path('/files/:id/questions', 'fr', { id }))
    expect([list.status, await htmlErrors(list.body)]).toEqual([200, []])
  })
})

it('after the cut-off says so, with the mailbox for two purposes, and keeps what was typed', async () => {
  world.now = new Date('2026-05-22T17:59:59.999Z')
  expect((await world.as(null).get(asking('en'))).body).toContain('<textarea')
  world.now = new Date('2026-05-22T18:00:00Z')
  const over = await world.as(null).get(asking('fr'))
  expect([over.status, over.body.includes('micro@waterways.example'), over.body.includes('<textarea')]).toEqual([
    200,
    true,
    false,
  ])
  const late = await world.as(null).post(asking('en'), { words: 'One more thing?', email: 'late@people.example' })
  expect([late.status, late.body.includes('One more thing?'), late.body.includes('Nothing was sent')]).toEqual([
    409,
    true,
    true,
  ])
  const posting = await world.as(null).get(`/en/opportunities/${slug}`)
  expect(posting.body).toContain('The time to ask is over')
  expect(posting.body).toContain('question-1')
})
