import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Arranged, arrangeOpen, contentFrom, sceneOf } from '../../test/arrange.applications.ts'
import { openGcForms } from '../../test/gcForms.ts'
import { openWorld, type World } from '../../test/world.ts'
import { system } from '../accounts/rules.ts'
import { closeOpportunity } from '../draws/closing.ts'
import { formsCommand } from './command-line.ts'
import { importSubmissions } from './commands.forms.ts'
import { type Mapping, mappingShape } from './gcForms.mapping.ts'
import { openApplications } from './opening.ts'
import { submitApplication } from './submission.ts'

const closesAt = new Date('2026-11-18T04:59:00.000Z')
let world: World
let forms: Awaited<ReturnType<typeof openGcForms>>
let posted: Arranged
beforeAll(async () => {
  world = await openWorld(closesAt)
})
beforeEach(async () => {
  world.now = new Date(closesAt.getTime() - 86_400_000)
  posted = await arrangeOpen(sceneOf(world), { closesAt })
  forms = await openGcForms()
  return () => forms.close()
})
afterAll(() => world.close())

const tick = (question: string) => ({ question, values: { 'I agree / J’accepte': 'yes' } })
const mapping: Mapping = {
  language: { question: '2', values: { English: 'en', Français: 'fr' } },
  answers: ['10', '11'],
  ...{ legalName: '3', workerName: '4', signatoryName: '5', email: '6', affiliates: '7', repositories: '8' },
  publicService: { question: '9', values: { 'No / Non': 'no', 'Yes / Oui': 'yes' } },
  agreed: { bind: tick('12'), eligible: tick('13'), only: tick('14'), agree: tick('15') },
}
const filled = (email: string, changed: Record<string, unknown> = {}) => ({
  ...{ '2': 'Français', '3': 'Ateliers Élan inc.', '4': 'Zoé Lavoie', '5': 'Zoé Lavoie', '6': email, '7': '', '8': '' },
  ...{ '9': 'No / Non', '10': 'J’ai retiré un écouteur.', '11': 'Mon plan tient en cinq étapes.' },
  ...Object.fromEntries(['12', '13', '14', '15'].map((question) => [question, ['I agree / J’accepte']])),
  ...changed,
})
const run = () => importSubmissions(world.app, forms.service, { slug: posted.slug, key: forms.key, mapping })
const read = <T>(ask: Parameters<typeof world.app.read<T>>[1]) => world.app.read('everything', ask)
const applications = () =>
  read((tx) =>
    tx
      .selectFrom('applications as a')
      .innerJoin('people as p', 'p.id', 'a.supplierId')
      .select(['a.id', 'a.state', 'a.language', 'p.email'])
      .where('a.opportunityId', '=', posted.id)
      .orderBy('p.email')
      .execute(),
  )

it('takes submissions over, sealed like the others, confirms each, and is done when run again', async () => {
  forms.submit('17-11-aaaa', filled('zoe@elan.example'))
  forms.submit('17-11-bbbb', filled('Bo@Sol.example', { '2': 'English' }))
  expect(await run()).toEqual({ ok: true, value: { refused: [], untold: [] } })
  expect(await applications()).toMatchObject([
    { state: 'submitted', language: 'en', email: 'bo@sol.example' },
    { state: 'submitted', language: 'fr', email: 'zoe@elan.example' },
  ])
  expect([forms.statusOf('17-11-aaaa'), forms.statusOf('17-11-bbbb')]).toEqual(['Confirmed', 'Confirmed'])
  const letters = () =>
    read((tx) => tx.selectFrom('outboxMessages').select('id').where('toAddress', '=', 'zoe@elan.example').execute())
  expect(await letters()).toHaveLength(1)
  expect(await run()).toEqual({ ok: true, value: { refused: [], untold: [] } })
  expect(await letters()).toHaveLength(1)

  world.now = closesAt
  await closeOpportunity(world.worker, system, { opportunityId: posted.id })
  expect(await openApplications(world.worker, { opportunityId: posted.id })).toMatchObject({ value: { opened: 2 } })
  const answers = await read((tx) => tx.selectFrom('applicationAnswers').select('answer').execute())
  expect(answers.map(({ answer }) => answer)).toContain('J’ai retiré un écouteur.')
})

it('refuses by name what is damaged or incomplete, and reports it where it came from', async () => {
  forms.submit('17-11-good', filled('good@elan.example'))
  forms.submit('17-11-sum', filled('sum@elan.example'), { checksum: '0'.repeat(32) })
  forms.submit('17-11-key', filled('key@elan.example'), { encryptedKey: Buffer.alloc(256, 1).toString('base64') })
  const long = Array.from({ length: 251 }, () => 'mot').join(' ')
  forms.submit('17-11-half', filled('half@elan.example', { '10': long, '14': [], '6': 'nobody' }))
  const done = await run()
  expect(done.ok && done.value).toEqual({
    refused: [
      { name: '17-11-sum', because: 'checksum_differs', fields: [] },
      { name: '17-11-key', because: 'cannot_decrypt', fields: [] },
      { name: '17-11-half', because: 'incomplete', fields: ['email', 'answer-1', 'only'] },
    ],
    untold: [],
  })
  expect((await applications()).map(({ email }) => email)).toEqual(['good@elan.example'])
  expect(forms.problems.map(({ name }) => name)).toEqual(['17-11-sum', '17-11-key', '17-11-half'])
  expect(forms.problems[0]?.body).toMatchObject({ contactEmail: posted.posted.mailbox, preferredLanguage: 'en' })
  expect(JSON.stringify(forms.problems)).not.toContain('elan.example')
})

it('takes the newest of one address, and leaves alone what somebody sent here themselves', async () => {
  forms.submit('17-11-old', filled('zoe@elan.example'))
  forms.submit('17-11-new', filled('zoe@elan.example', { '3': 'Élan' }))
  const own = await world.supplier('Own Sender')
  await submitApplication(world.app, own, { slug: posted.slug, content: contentFrom(own) })
  forms.submit('17-11-own', filled(own.email))
  const done = await run()
  expect(done.ok && done.value.refused).toEqual([{ name: '17-11-own', because: 'already_applied', fields: [] }])
  expect(await applications()).toHaveLength(2)
  expect(forms.statusOf('17-11-own')).toBe('New')
})

it('is too late at the closing instant: nothing is saved, confirmed or reported, and the list says so', async () => {
  forms.submit('17-11-late', filled('late@elan.example'))
  world.now = closesAt
  const done = await run()
  expect(done.ok && done.value.refused).toEqual([{ name: '17-11-late', because: 'too_late', fields: [] }])
  expect([await applications(), forms.statusOf('17-11-late'), forms.problems]).toEqual([[], 'New', []])
})

it('goes on after it was killed after any of its acts, and after a confirmation that was lost', async () => {
  for (const after of [1, 2, 3, 4]) {
    const [name, email] = [`17-11-k${after}`, `kill${after}@elan.example`]
    forms.submit(name, filled(email))
    let acts = 0
    const dying = {
      ...world.app,
      transaction: ((scope, act, as) => {
        acts += 1
        if (acts > after) throw new Error('killed')
        return world.app.transaction(scope, act, as)
      }) as World['app']['transaction'],
    }
    await importSubmissions(dying, forms.service, { slug: posted.slug, key: forms.key, mapping }).catch(() => undefined)
    if (forms.statusOf(name) === 'New') {
      forms.fail(1)
      expect(await run()).toEqual({ ok: true, value: { refused: [], untold: [name] } })
    }
    expect(await run()).toEqual({ ok: true, value: { refused: [], untold: [] } })
    expect(forms.statusOf(name)).toBe('Confirmed')
    const received = (await applications()).filter((one) => one.email === email)
    expect(received).toMatchObject([{ state: 'submitted' }])
    const letters = await read((tx) =>
      tx.selectFrom('outboxMessages').select('id').where('toAddress', '=', email).execute(),
    )
    expect(letters).toHaveLength(1)
  }
})

it('two imports at once take each submission over once', async () => {
  for (const name of ['a', 'b', 'c']) forms.submit(`17-11-${name}`, filled(`${name}@race.example`))
  const both = await Promise.all([run(), run()])
  expect(both.map((done) => done.ok && done.value.refused)).toEqual([[], []])
  expect(await applications()).toHaveLength(3)
  const events = await read((tx) =>
    tx.selectFrom('historyEvents').select('subjectId').where('kind', '=', 'application.submitted').execute(),
  )
  const ids = new Set((await applications()).map(({ id }) => id))
  expect(events.filter(({ subjectId }) => ids.has(subjectId ?? ''))).toHaveLength(3)
})

it('is refused without the right key, or when nobody answers', async () => {
  const other = await openGcForms()
  const asked = { slug: posted.slug, mapping }
  const wrong = await importSubmissions(world.app, forms.service, { ...asked, key: other.key })
  expect(wrong).toEqual({ ok: false, because: 'not_allowed' })
  await other.close()
  const away = await importSubmissions(world.app, other.service, { ...asked, key: other.key })
  expect(away).toEqual({ ok: false, because: 'not_reachable' })
  const nowhere = await importSubmissions(world.app, forms.service, { ...asked, slug: 'nowhere', key: forms.key })
  expect(nowhere).toEqual({ ok: false, because: 'unknown_opportunity' })
})

it('is a command, which keeps the mapping with the opportunity and never says how many there are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forms-'))
  const [key, map] = [join(folder, 'key.json'), join(folder, 'mapping.json')]
  writeFileSync(key, JSON.stringify(forms.key))
  writeFileSync(map, JSON.stringify(mappingShape.parse(mapping)))
  const ask = async (...words: string[]) => {
    let [out, err] = ['', '']
    const code = await formsCommand({ web: world.app }, words, {
      out: (text) => {
        out += text
      },
      err: (text) => {
        err += text
      },
    })
    return { code, out, err }
  }
  const from = ['import', '--opportunity', posted.slug, '--key', key, '--api', forms.url, '--identity', forms.url]
  try {
    forms.submit('17-11-cmd', filled('cmd@elan.example'))
    expect((await ask(...from)).code).toBe(2)
    expect(await ask(...from, '--mapping', map)).toMatchObject({ code: 0, err: '' })
    forms.submit('17-11-bad', filled('bad@elan.example', { '3': '' }))
    const again = await ask(...from)
    expect(again.code).toBe(1)
    expect(again.out).toContain('17-11-bad: An answer is missing')
    expect(again.out).not.toMatch(/\b\d+ (?:saved|taken|applications)/)
    for (const wrong of [
      [],
      ['import'],
      ['export'],
      [...from, '--nothing'],
      [...from.slice(0, 5), '--api', 'http://x.ca'],
    ])
      expect((await ask(...wrong)).code).toBe(2)
    expect((await ask('--help')).out).toContain('forms import')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
