import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeInApproval, arrangeInReview, done, found, tick } from '../../test/arrange.opportunities.ts'
import { htmlErrors } from '../../test/html.ts'
import { type Cast, openWorld, type World } from '../../test/world.ts'
import { sendToFinance, signCommitment } from '../opportunities/commands.gates.ts'
import { returnStatement } from '../opportunities/commands.writing.ts'

let world: World
beforeAll(async () => {
  world = await openWorld(new Date('2026-05-04T14:00:00Z'))
})
afterAll(() => world.close())
const as = (who: Cast) => world.as(world.staff[who])

describe('the one page of an approver', () => {
  test('holds all that is needed, and one decision', async () => {
    const { id } = await arrangeInReview(world)
    const { body, status } = await as('procurement').get(`/en/files/${id}/approval`)
    expect(status).toBe(200)
    for (const said of [
      'Claire Arsenault', // who asks
      '$7,475.00',
      '$2,525.00 under the limit of $10,000.00',
      'Start from issue 412.',
      'This is its first submission.',
      'What the client declares',
      'Authority papers',
      'name="seen"',
      'No, send it back',
    ])
      expect(body).toContain(said)
    expect(body.match(/<form action="[^"]*\/approval"/g)).toHaveLength(1)
    expect(await htmlErrors(body)).toEqual([])
    const french = await as('procurement').get(`/fr/dossiers/${id}/approbation`)
    expect(french.body).toContain('2\u00a0525,00\u00a0$ sous la limite de 10\u00a0000,00\u00a0$')
    expect(await htmlErrors(french.body)).toEqual([])
  })

  test('shows what changed since the submission before', async () => {
    const { id } = await arrangeInReview(world)
    const read = await as('procurement').get(`/en/files/${id}/approval`)
    const seen = /name="seen" value="([0-9a-f]{64})"/.exec(read.body)?.[1] ?? ''
    tick(world)
    done(await returnStatement(world.app, world.staff.procurement, { id, reasons: 'Say which screen readers.' }))
    const gone = await as('procurement').get(`/en/files/${id}/approval`)
    expect(gone.body).toContain('The statement was sent back, or is being written.')
    await world.app.transaction('everything', (tx) =>
      tx.updateTable('opportunities').set({ workEn: 'Start from issue 413.' }).where('id', '=', id).execute(),
    )
    const { version } = await found(world, id)
    tick(world)
    const again = await as('client').post(`/en/files/${id}/submission`, { seen: String(version) })
    expect(again.status).toBe(303)
    const next = await as('procurement').get(`/en/files/${id}/approval`)
    expect(next.body).toContain('What changed since it was last submitted')
    expect(next.body).toMatch(/<del>.*412/s)
    expect(next.body).toMatch(/<ins>.*413/s)
    // The page that was opened before decides nothing about the new words.
    const old = await as('procurement').post(`/en/files/${id}/approval`, { decision: 'yes', seen })
    expect(old.status).toBe(409)
    expect(old.body).toContain('submitted again after you opened this page')
    expect((await found(world, id)).state).toBe('in_review')
  })

  test('tells whoever cannot decide why, in a sentence', async () => {
    const { id } = await arrangeInApproval(world)
    const sign = `/en/files/${id}/commitment`
    const sentences: [Cast, string, string][] = [
      ['finance', sign, 'This decision belongs to a manager with a section 32 delegation.'],
      ['client', sign, 'This decision belongs to a manager with a section 32 delegation.'],
      ['section32', `/en/files/${id}/reservation`, 'This decision belongs to finance.'],
      ['finance', `/en/files/${id}/reservation`, 'Nothing to decide yet: the file comes to finance'],
      ['procurement', `/en/files/${id}/approval`, 'This is decided: Priya Nair, '],
    ]
    for (const [who, address, sentence] of sentences) {
      const { status, body } = await as(who).get(address)
      expect([status, who]).toEqual([200, who])
      expect(body).toContain(sentence)
      expect(body).not.toContain('Record my decision')
      expect(await htmlErrors(body)).toEqual([])
    }
    const wrong = await as('finance').post(sign, { decision: 'yes' })
    expect(wrong.status).toBe(409)
    expect(wrong.body).toContain('Your role does not let you do this on this file.')
  })

  test('a forwarded link to somebody who may not see the file tells nothing but that', async () => {
    const { id } = await arrangeInApproval(world)
    for (const address of [id, world.newId()]) {
      const { status, location } = await as('client2').get(`/en/files/${address}/commitment`)
      expect([status, location]).toEqual([303, '/en/not-for-you'])
      const posted = await as('client2').post(`/en/files/${address}/commitment`, { decision: 'yes' })
      expect([posted.status, posted.location]).toEqual([303, '/en/not-for-you'])
    }
    const said = await as('client2').get('/en/not-for-you')
    expect(said.body).toContain('You are signed in as Colin Baptiste (Client).')
    const french = await as('client2').get('/fr/pas-pour-vous')
    expect(french.body).toContain('Vous avez ouvert une session sous le nom de Colin Baptiste (Client).')
    expect(await htmlErrors(french.body)).toEqual([])
  })

  test('an amount above the delegation, and a decision that was given, each say why', async () => {
    const { id } = await arrangeInApproval(world)
    const limit = (limitCents: number) =>
      world.app.transaction('everything', (tx) =>
        tx.updateTable('roleGrants').set({ limitCents }).where('personId', '=', world.staff.section32.id).execute(),
      )
    await limit(700_000)
    const low = await as('section32').get(`/en/files/${id}/commitment`)
    expect(low.body).toContain('Your delegation goes up to $7,000.00; this file needs $7,475.00, tax included.')
    expect(low.body).not.toContain('Record my decision')
    expect(low.body).toContain('Send the statement back instead')
    const refused = await as('section32').post(`/en/files/${id}/commitment`, { decision: 'yes' })
    expect(refused.status).toBe(409)
    await limit(2_500_000)
    expect((await as('section32').post(`/en/files/${id}/commitment`, { decision: 'yes' })).status).toBe(303)
    const twice = await as('section32').post(`/en/files/${id}/commitment`, { decision: 'yes' })
    expect(twice.status).toBe(409)
    expect(twice.body).toContain('This is decided: Sam Okafor, ')
    expect(await htmlErrors(twice.body)).toEqual([])
  })

  test('finance sends back with a reason from the page where it reserves', async () => {
    const { id } = await arrangeInApproval(world)
    done(await signCommitment(world.app, world.staff.section32, { id }))
    done(await sendToFinance(world.app, world.staff.program, { id }))
    const page = await as('finance').get(`/fr/dossiers/${id}/reservation`)
    expect(page.body).toContain('Retourner plutôt l’énoncé')
    expect(await htmlErrors(page.body)).toEqual([])
    const empty = await as('finance').post(`/fr/dossiers/${id}/reservation`, { decision: 'no', reason: '' })
    expect(empty.status).toBe(409)
    expect(empty.body).toContain('Donnez le motif.')
    const back = await as('finance').post(`/fr/dossiers/${id}/reservation`, { decision: 'no', reason: 'Budget fermé.' })
    expect(back.status).toBe(303)
    expect(await found(world, id)).toMatchObject({ state: 'draft', returnedBecause: 'Budget fermé.' })
  })
})

describe('the initiation form', () => {
  test('remembers the codes of a team', async () => {
    await arrangeInApproval(world)
    const { id } = await arrangeInReview(world)
    const { body } = await as('client').get(`/en/files/${id}/initiation`)
    expect(body).toContain('value="4410"')
    expect(body).toContain('The codes are those of your team’s last form.')
    const wrong = await as('client').post(`/en/files/${id}/initiation`, { costCentre: '', account: '9' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).not.toContain('value="4410"')
  })

  test('prints as a PDF in each language, for whoever sees the file', async () => {
    const { id, number } = await arrangeInApproval(world)
    const printed = await as('observer').get(`/fr/dossiers/${id}/lancement.pdf`)
    expect(printed.status).toBe(200)
    expect(printed.headers['content-type']).toBe('application/pdf')
    expect(printed.headers['content-disposition']).toBe(`attachment; filename="lancement-${number}.pdf"`)
    expect(printed.body.startsWith('%PDF-1.7')).toBe(true)
    expect((await as('client2').get(`/en/files/${id}/initiation.pdf`)).status).toBe(404)
  })
})

describe('papers, delegations and delegates', () => {
  test('come back with a sentence when they cannot be read, and are listed when they are kept', async () => {
    const empty = await as('program').post('/en/papers', { title: 'Kept as typed' })
    expect(empty.status).toBe(422)
    for (const said of ['Choose an answer.', 'Enter a day as year-month-day', 'Kept as typed'])
      expect(empty.body).toContain(said)
    expect(await htmlErrors(empty.body)).toEqual([])
    const note = {
      kind: 'cfo_note',
      title: 'Carte <b>et</b> seuil',
      language: 'fr',
      dated: '2026-04-01',
      link: 'https://a.example/x',
    }
    expect((await as('program').post('/en/papers', { ...note, link: 'javascript:alert(1)' })).status).toBe(422)
    expect((await as('program').post('/en/papers', { ...note, link: '' })).status).toBe(409)
    expect((await as('finance').post('/en/papers', note)).status).toBe(404)
    expect((await as('program').post('/en/papers', note)).status).toBe(303)
    const list = await as('observer').get('/fr/autorisations')
    expect(list.body).toContain('Carte &lt;b>et&lt;/b> seuil')
    expect(list.body).not.toContain('Retirer de la liste')
    expect(await htmlErrors((await as('administrator').get('/en/papers')).body)).toEqual([])
  })

  test('a file above five megabytes is refused at its field, with what was typed', async () => {
    const sent = (bytes: number) => {
      const form = new FormData()
      const note = { kind: 'cfo_note', title: 'Kept <as> typed', language: 'en', dated: '2026-04-01', link: '' }
      for (const [name, value] of Object.entries(note)) form.set(name, value)
      const file = Buffer.alloc(bytes, ' ')
      file.write('%PDF-1.7')
      form.set('file', new File([file], 'note.pdf', { type: 'application/pdf' }))
      return form
    }
    for (const bytes of [5_000_001, 12_000_000]) {
      const back = await as('program').upload('/fr/autorisations', sent(bytes))
      expect([bytes, back.status]).toEqual([bytes, 409])
      expect(back.body).toMatch(/href="#f-file"[^>]*>[^<]*<?[^<]*Le fichier dépasse 5 Mo/)
      expect(back.body).toContain('value="Kept &lt;as> typed"')
      expect(back.body).toMatch(/value="cfo_note"[^>]* checked/)
      expect(await htmlErrors(back.body)).toEqual([])
    }
    expect((await as('program').upload('/en/papers', sent(26_000_000))).status).toBe(413)
    expect((await as('program').upload('/en/papers', sent(5_000_000))).status).toBe(303)
  })

  test('an administrator records and ends a delegation; never their own', async () => {
    const person = world.staff.client2.id
    const asked = { person, role: 'section_34', limit: '$5,000.00', fromDay: '2026-05-04', untilDay: '', actingFor: '' }
    const post = (form: Record<string, string>) => as('administrator').post('/en/delegations', form)
    expect((await post({ ...asked, person: world.staff.administrator.id })).body).toContain(
      'Nobody gives a role to themselves.',
    )
    expect((await post({ ...asked, limit: 'much' })).status).toBe(422)
    const acting = await post({ ...asked, actingFor: world.staff.section34.id })
    expect(acting.body).toContain('Acting in somebody’s place has a last day. Enter it.')
    expect((await post(asked)).status).toBe(303)
    const list = await as('finance').get('/en/delegations')
    expect(list.body).toContain('Colin Baptiste')
    expect(list.body).toContain('$5,000.00')
    expect(list.body).not.toContain('End it now')
    const mine = await as('administrator').get('/fr/delegations')
    expect(await htmlErrors(mine.body)).toEqual([])
    const [, id = ''] = /\/fr\/delegations\/([0-9a-f-]{36})\/fin/.exec(mine.body) ?? []
    expect((await as('administrator').post(`/fr/delegations/${id}/fin`, {})).status).toBe(303)
    expect((await as('administrator').post(`/fr/delegations/${id}/fin`, {})).status).toBe(409)
    expect((await as('administrator').post(`/fr/delegations/${world.newId()}/fin`, {})).status).toBe(404)
  })

  test('an approver names a colleague who shares a role, or is told why not', async () => {
    const page = await as('program').get('/fr/remplacement')
    expect(page.body).toContain('Pauline Hébert')
    expect(await htmlErrors(page.body)).toEqual([])
    const period = { delegate: world.staff.program2.id, fromDay: '2026-05-04', untilDay: '2026-05-08' }
    expect(
      (await as('program').post('/fr/remplacement', { ...period, delegate: world.staff.finance.id })).body,
    ).toContain('n’a alors aucun de vos rôles')
    expect((await as('program').post('/fr/remplacement', period)).status).toBe(303)
    expect((await as('program').get('/en/delegates')).body).toContain('Take it back')
  })

  test('lists of what comes after are there for their readers', async () => {
    for (const [who, address] of [
      ['procurement', '/en/reviews'],
      ['finance', '/fr/liberations'],
    ] as const) {
      const { status, body } = await as(who).get(address)
      expect(status).toBe(200)
      expect(await htmlErrors(body)).toEqual([])
    }
    const { id } = await arrangeInApproval(world)
    for (const [who, address] of [
      ['finance', `/en/files/${id}/budget`],
      ['finance', `/fr/dossiers/${id}/liberation`],
    ] as const)
      expect(await htmlErrors((await as(who).get(address)).body)).toEqual([])
    expect((await as('procurement').get(`/en/files/${id}/review`)).status).toBe(303)
  })
})
