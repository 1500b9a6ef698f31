import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../src/accounts/rules.ts'
import { saveDraft, withdrawApplication } from '../../src/applications/commands.ts'
import { formOf } from '../../src/applications/forms.ts'
import { createOpportunityKey } from '../../src/applications/keys.ts'
import { submitApplication } from '../../src/applications/submission.ts'
import { features } from '../../src/features.ts'
import { patternIn } from '../../src/platform/paths.ts'
import { contentFrom } from '../arrange.applications.ts'
import { arrangePosted, done } from '../arrange.opportunities.ts'
import { openWorld, type World } from '../world.ts'

/*
 * Before closing nobody learns how many apply: every page that anybody but an applicant can read says the same, byte for
 * byte, before and after some people have started, sent, corrected and taken back an application.
 */
let world: World
let opportunity: { id: string; requestId: string; slug: string }
beforeAll(async () => {
  world = await openWorld()
  opportunity = await arrangePosted(world)
  const { departmentId } = world
  await world.worker.transaction('everything', async (tx) => {
    done(await createOpportunityKey(tx, world.worker, { opportunityId: opportunity.id, departmentId }, await tx.now()))
  })
})
afterAll(() => world.close())

it('every page says the same whether nobody or somebody applies', async () => {
  const before = await everyPage()
  expect([...before.values()].filter((body) => body.startsWith('200 ')).length).toBeGreaterThan(50)
  await apply('Alma Draft', 'draft')
  await apply('Boris Sent', 'sent')
  await apply('Chloé Back', 'taken back')
  const after = await everyPage()
  expect([...after].filter(([key, body]) => body !== before.get(key)).map(([key]) => key)).toEqual([])
  expect([...after].filter(([, body]) => body.startsWith('5')).map(([key]) => key)).toEqual([])
}, 120_000)

async function apply(name: string, how: 'draft' | 'sent' | 'taken back'): Promise<void> {
  const supplier = await world.supplier(name)
  const content = { ...contentFrom(supplier), answers: await answers() }
  const { slug } = opportunity
  done(await saveDraft(world.app, supplier, { slug, language: 'en', form: formOf(content) }))
  if (how === 'draft') return
  const { application } = done(await submitApplication(world.app, supplier, { slug, content }))
  if (how === 'sent') return
  done(await withdrawApplication(world.app, supplier, { applicationId: application.id }))
}

async function answers() {
  const criteria = await world.app.read('everything', (tx) =>
    tx
      .selectFrom('opportunityCriteria')
      .select('position')
      .where('opportunityId', '=', opportunity.id)
      .where('kind', '=', 'application')
      .execute(),
  )
  return criteria.map(({ position }) => ({ position, answer: 'I removed a listener that stopped every key event.' }))
}

/** Each page as each role and as a visitor, by who and address. The mailbox is the development's own. */
async function everyPage(): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const askers: (readonly [string, Actor | null])[] = [['visitor', null], ...Object.entries(world.staff)]
  for (const key of Object.keys(features.routes)) {
    const [method = '', pattern = ''] = key.split(' ').filter(Boolean)
    if (method !== 'GET' || pattern.startsWith('/mailbox') || pattern === '/sign-in-demo') continue
    for (const id of pattern.includes(':id') ? [opportunity.id, opportunity.requestId] : ['']) {
      const url = patternIn(pattern, 'en')
        .replace(':id', id)
        .replace(':slug', opportunity.slug)
        .replace(':number', '1')
        .replace(':token', 'x')
      for (const [name, actor] of askers) {
        const { status, body } = await world.as(actor).get(url)
        const stable = body.replace(/<code[^>]*>[0-9A-F]{12}<\/code>/g, '')
        seen.set(`${name} ${url}`, `${status} ${stable}`)
      }
    }
  }
  return seen
}
