import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSession } from '../../src/accounts/sessions.ts'
import { draftFacts } from '../../src/drafting/pages.ts'
import { typedOf } from '../../src/drafting/rules.fields.ts'
import { liveTexts, draftingTexts as texts } from '../../src/drafting/texts.ts'
import { builderTexts, listTexts } from '../../src/opportunities/texts.statement.ts'
import { arrangeDraft } from '../arrange.opportunities.ts'
import { axeViolations, horizontalScroll, openBrowser, screenshot } from '../browser.ts'
import { type Cast, openWorld, type World } from '../world.ts'
import { type Killable, openKillable } from './killed.ts'

let world: World
let browser: Browser
let server: Killable
beforeAll(async () => {
  world = await openWorld()
  browser = await openBrowser()
  server = await openKillable(world.database.appUrl)
})
afterAll(async () => {
  server.kill()
  await browser.close()
  await world.close()
})

async function signedIn(who: Cast): Promise<BrowserContext> {
  const { id: personId, departmentId } = world.staff[who]
  world.live()
  const session = await world.app.transaction('everything', (tx) =>
    startSession(tx, { ...world.app, random: randomBytes }, { personId, departmentId }),
  )
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await context.addCookies([{ name: 'opportune', value: session, url: server.url }])
  return context
}

async function draft(): Promise<string> {
  world.now = new Date('2026-05-04T14:00:00Z')
  const { id } = await arrangeDraft(world, { background: { en: '', fr: '' }, hours: null, price: null })
  world.live()
  return id
}

async function openBuilder(context: BrowserContext, id: string, language = 'en'): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${server.url}${language === 'en' ? `/en/files/${id}/statement` : `/fr/dossiers/${id}/enonce`}`)
  await page.waitForSelector('.draft-bar', { state: 'attached' })
  return page
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`)
const saved = (id: string) =>
  world.app.read('everything', async (tx) => {
    const facts = await draftFacts(tx, world.staff.program, id)
    return facts ? typedOf(facts.written, 'America/Toronto', 'en') : {}
  })
const eventually = async (what: () => Promise<boolean>, within = 15_000) => {
  const since = performance.now()
  while (!(await what())) {
    if (performance.now() - since > within) throw new Error('it did not happen in time')
    await sleep(50)
  }
  return Math.round(performance.now() - since)
}

test('the server is killed in the middle of typing: every field is as typed, and the rest is offered back', async () => {
  const id = await draft()
  const context = await signedIn('client')
  const page = await openBuilder(context, id)
  await field(page, 'title_en').fill('Fix what was typed')
  await field(page, 'background_fr').pressSequentially('Écrit il y a plus de deux secondes.')
  await field(page, 'hours').fill('about forty')
  await field(page, 'price').fill('5000')
  await field(page, 'licence').selectOption('Apache-2.0')
  await field(page, 'standalone').uncheck()
  await sleep(2_000)
  await field(page, 'teaser_en').press('Control+a')
  await field(page, 'teaser_en').pressSequentially('Typed just now')
  server.kill()
  await field(page, 'teaser_en').pressSequentially(', and after the kill')
  await page.getByText(liveTexts.offline.en).first().waitFor()
  await page.close({ runBeforeUnload: false })
  await server.restart()

  const reopened = await openBuilder(context, id)
  const values = Object.fromEntries(
    await Promise.all(
      ['title_en', 'background_fr', 'hours', 'price', 'licence'].map(
        async (name) => [name, await field(reopened, name).inputValue()] as const,
      ),
    ),
  )
  expect(values).toEqual({
    ...{ title_en: 'Fix what was typed', background_fr: 'Écrit il y a plus de deux secondes.' },
    ...{ hours: 'about forty', price: '$5,000.00', licence: 'Apache-2.0' },
  })
  expect(await field(reopened, 'standalone').isChecked()).toBe(false)

  const note = reopened.getByRole('region', { name: liveTexts.keptHead.en })
  await note.getByText('Typed just now, and after the kill').waitFor()
  await note.getByRole('button', { name: liveTexts.putBack.en }).click()
  await eventually(async () => (await saved(id)).teaser_en === 'Typed just now, and after the kill')

  // The page stays open: what is typed while the server is away is sent when it is back.
  server.kill()
  await field(reopened, 'team_en').fill('Boats, while nobody listens')
  await reopened.getByText(liveTexts.offline.en).first().waitFor()
  await server.restart()
  await eventually(async () => (await saved(id)).team_en === 'Boats, while nobody listens')
  await context.close()
})

test('two people write in one field at once: nobody’s text is lost, both see both', async () => {
  const id = await draft()
  const [one, two] = [await signedIn('client'), await signedIn('program')]
  const [client, program] = [await openBuilder(one, id), await openBuilder(two, id, 'fr')]
  await field(client, 'work_en').focus()
  await program
    .getByText(texts.here(world.staff.client.name, '').fr.split(' ')[0] ?? '')
    .first()
    .waitFor()

  // Another field: seen within about two seconds.
  await field(client, 'title_en').fill('Seen by the other')
  const seen = await eventually(async () => (await field(program, 'title_en').inputValue()) === 'Seen by the other')
  expect(seen).toBeLessThan(10_000)

  await Promise.all([
    field(client, 'background_en').pressSequentially('From the client.', { delay: 15 }),
    field(program, 'background_en').pressSequentially('From the program.', { delay: 15 }),
  ])
  for (const page of [client, program]) {
    const choice = page.locator('[data-choice="background_en"]')
    await choice.getByText('From the client.').first().waitFor()
    await choice.getByText('From the program.').first().waitFor()
  }
  await screenshot(client, 'drafting-choice-1280')
  expect(await axeViolations(client)).toEqual([])

  const winner = (await saved(id)).background_en
  const loser = winner === 'From the client.' ? program : client
  const language = loser === program ? 'fr' : 'en'
  await loser.locator('[data-choice="background_en"]').getByRole('button', { name: texts.takeMine[language] }).click()
  const taken = winner === 'From the client.' ? 'From the program.' : 'From the client.'
  for (const page of [client, program]) {
    await eventually(async () => (await field(page, 'background_en').inputValue()) === taken)
    await page.locator('[data-choice]').waitFor({ state: 'detached' })
  }
  // The text that lost is among the earlier versions of the field.
  await client.goto(`${server.url}/en/files/${id}/earlier?field=background`)
  const earlier = await client.locator('main').innerText()
  expect([earlier.includes('From the client.'), earlier.includes('From the program.')]).toEqual([true, true])
  await one.close()
  await two.close()
})

test('rows of one appear at the other, and the builder fits a phone', async () => {
  const id = await draft()
  const [one, two] = [await signedIn('client'), await signedIn('program')]
  const [client, program] = [await openBuilder(one, id), await openBuilder(two, id)]
  await client.getByRole('button', { name: listTexts.skills.add.en }).click()
  const name = 'fieldset[data-row]:last-child'
  await client.locator(`[data-rows="skills"] ${name} input[lang="en"]`).fill('Go, or similar')
  const other = program.locator(`[data-rows="skills"] ${name} input[lang="en"]`)
  await eventually(async () => (await other.count()) > 0 && (await other.inputValue()) === 'Go, or similar')
  await other.fill('Go or Rust')
  await eventually(async () => Object.values(await saved(id)).includes('Go or Rust'))

  await client.locator('[data-notice] [data-fragment]').waitFor()
  await screenshot(client, 'drafting-1280')
  await program.setViewportSize({ width: 360, height: 800 })
  expect(await horizontalScroll(program)).toBe(0)
  expect(await axeViolations(program)).toEqual([])
  await screenshot(program, 'drafting-360')
  await client.getByRole('button', { name: builderTexts.saveAndCheck.en }).click()
  await client.waitForURL(/readiness/)
  await one.close()
  await two.close()
})
