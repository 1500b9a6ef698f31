import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createServer } from '../../src/app.ts'
import { followPublicVersion, type PublicVersion } from '../../src/platform/pageCache.version.ts'
import { plantPostings, somePostings } from '../arrange.postings.ts'
import { axeViolations, horizontalScroll, openBrowser, screenshot } from '../browser.ts'
import { freshAssets } from '../pages/assets.ts'
import { openWorld, type World } from '../world.ts'

/* The first visit of somebody who decides in minutes, with 200 open opportunities, from a real server as it is started. */

const MOST_BYTES = 40_000
const MOST_REQUESTS = 5
const OPEN = 200

let world: World
let version: PublicVersion
let server: FastifyInstance
let browser: Browser
let base: string
beforeAll(async () => {
  world = await openWorld()
  world.live()
  await plantPostings(world.worker, somePostings({ open: OPEN, over: 60, now: new Date() }))
  const log = pino({ level: 'silent' })
  const url = world.database.appUrl
  version = followPublicVersion({ url, role: 'opportune_web', log, clock: () => new Date() })
  server = await createServer(world.app, await freshAssets(), version)
  await server.listen({ port: 0, host: '127.0.0.1' })
  await vi.waitUntil(() => version.current() !== undefined, { timeout: 5_000 })
  base = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.close()
  await version.stop()
  await world.close()
})

/** What a first visit fetches: every answer with its bytes on the wire, headers included, as the browser counted them. */
async function visit(page: Page, url: string) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const asked = new Map<string, { url: string; bytes: number; encoding: string }>()
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const encoding = response.headers['content-encoding'] ?? response.headers['Content-Encoding'] ?? ''
    asked.set(requestId, { url: response.url, bytes: 0, encoding })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const known = asked.get(requestId)
    if (known) known.bytes = encodedDataLength
  })
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const answer = await page.goto(base + url, { waitUntil: 'networkidle' })
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
  // A window without a frame asks for no icon; every other one does, once.
  const icon = await page.evaluate(async () => {
    const href = document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? '/favicon.ico'
    return fetch(href).then(async (given) => ({ ok: given.ok, bytes: (await given.arrayBuffer()).byteLength + 1_000 }))
  })
  const files = [...asked.values()].filter((each) => !each.url.includes('icon'))
  return { status: answer?.status(), files, shifts, icon }
}

test('a first visit to 200 open opportunities is 40 KB and five requests at most, and nothing moves', async () => {
  for (const [url, width] of [
    ['/en/opportunities', 360],
    ['/fr/occasions', 1280],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    const { status, files, shifts, icon } = await visit(page, url)
    const bytes = files.reduce((all, file) => all + file.bytes, icon.bytes)
    const each = files.map((file) => `${new URL(file.url).pathname} ${file.bytes} ${file.encoding}`)
    process.stdout.write(`  ${url} at ${width}: ${bytes} bytes, ${files.length + 1} requests (${each.join(', ')})\n`)
    expect([url, status, icon.ok]).toEqual([url, 200, true])
    expect(files.filter(({ encoding }) => encoding === '')).toEqual([])
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
    expect(files.length + 1).toBeLessThanOrEqual(MOST_REQUESTS)
    expect([url, shifts]).toEqual([url, []])
    expect([url, await horizontalScroll(page)]).toEqual([url, 0])
    await screenshot(page, `list-${width}`)
    await context.close()
  }
})

test('without a script somebody finds, narrows, corrects and turns the page', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${base}/fr/occasions`)
  expect(await page.locator('article').count()).toBe(20)
  expect(await page.getByText('1 à 20 sur 200').count()).toBe(1)

  await page.getByLabel('Chercher').fill('acessibilité')
  await page.getByRole('button', { name: 'Afficher' }).click()
  expect(await page.getByText('Nous avons cherché «\u00a0accessibilité\u00a0».').count()).toBe(1)
  const found = await page.locator('article').count()
  expect(found).toBeGreaterThan(0)

  await page.goto(`${base}/fr/occasions`)
  await page.getByText('Filtres').click()
  const choice = await page.locator('select[name=skill] option[value=accessibility]').textContent()
  await page.getByLabel('Compétence').selectOption('accessibility')
  await page.getByRole('button', { name: 'Afficher' }).click()
  expect(new URL(page.url()).search).toBe('?skill=accessibility')
  const count = Number(/\((\d+)\)/.exec(choice ?? '')?.[1])
  expect(await page.getByText(`${count} sur les 200 qui sont ouvertes`).count()).toBe(1)

  await page.getByRole('link', { name: 'English' }).click()
  expect(page.url()).toBe(`${base}/en/opportunities?skill=accessibility`)
  await page.getByRole('link', { name: 'Accessibility', exact: true }).first().click()
  expect(page.url()).toBe(`${base}/en/opportunities`)
  await page.getByRole('link', { name: 'Next page' }).click()
  expect(await page.getByText('21 to 40 of 200').count()).toBe(1)
  await context.close()
})

test('filters, a corrected word and results pass axe at both widths', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  for (const [at, [url, name]] of (
    [
      ['/fr/occasions?skill=accessibility&price=2500-5000', 'filters'],
      ['/en/opportunities?q=acessibility', 'meant'],
      ['/fr/resultats?status=delivered', 'results'],
    ] as const
  ).entries())
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(base + url)
      expect([url, width, await horizontalScroll(page)]).toEqual([url, width, 0])
      if ((width === 320) === (at % 2 === 0)) expect([url, await axeViolations(page)]).toEqual([url, []])
      await screenshot(page, `list-${name}-${width}`)
    }
  await context.close()
})
