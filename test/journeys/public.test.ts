import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../../src/accounts/rules.ts'
import { prepareOpportunityKeys } from '../../src/applications/keys.ts'
import { extendClosing } from '../../src/opportunities/commands.amendments.ts'
import { type PublicStatus, setPublicStatus } from '../../src/opportunities/notice.ts'
import type { Statement } from '../../src/opportunities/rules.ts'
import { day } from '../../src/platform/day.ts'
import { dollars } from '../../src/platform/money.ts'
import { path } from '../../src/platform/paths.ts'
import { publish } from '../../src/publication/commands.ts'
import { confirmationToken, leavingToken, subscribe } from '../../src/subscribers/commands.ts'
import { arrangeReady, done, tick } from '../arrange.opportunities.ts'
import { axeViolations, horizontalScroll, openBrowser, screenshot } from '../browser.ts'
import { openWorld, type World } from '../world.ts'

let world: World
let browser: Browser
let styles: string
beforeAll(async () => {
  world = await openWorld()
  browser = await openBrowser()
  styles = (await Promise.all(['tokens.css', 'ui.css'].map((name) => readFile(`src/ui/${name}`, 'utf8')))).join('\n')
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const widths = [320, 768, 1280]

/**
 * A page as anybody gets it, without a script, at every width: nobody scrolls sideways, and axe has nothing to say of the
 * French page on a phone and of the English one at a desk.
 */
async function look(body: string, name: string): Promise<void> {
  const asked = body.includes('<html lang="fr') ? 320 : 1280
  const page = await browser.newPage({ javaScriptEnabled: true })
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await page.setContent(
      body
        .replace(/<link rel="stylesheet"[^>]*>/g, '')
        .replace(/<script[^>]*><\/script>/g, '')
        .replace('</head>', `<style>${styles}</style></head>`),
    )
    expect([name, width, await horizontalScroll(page)]).toEqual([name, width, 0])
    if (width === asked) expect([name, width, await axeViolations(page)]).toEqual([name, width, []])
    if (width === 1280) await screenshot(page, `public-${name}-${width}`)
  }
  await page.close()
}

async function posted(changed: Partial<Statement>): Promise<string> {
  const { id } = await arrangeReady(world, changed)
  await prepareOpportunityKeys(world.worker)
  tick(world)
  done(await publish(world.app, world.staff.program, { id }))
  return id
}

const put = (id: string, status: PublicStatus, more = {}) =>
  world.app.transaction('everything', (tx) => setPublicStatus(tx, id, status, more))

test('the public pages fit a phone and pass axe, in both languages', async () => {
  const visitor = world.as(null)
  for (const url of ['/en', '/en/opportunities', '/fr/resultats'])
    await look((await visitor.get(url)).body, `empty${url.replaceAll('/', '-')}`)

  await posted({
    title: { en: 'Resume ice-chart downloads', fr: 'Reprendre le téléchargement des cartes de glaces' },
    teaser: {
      en: 'Crews download charts over satellite links that fail often. Resume partial files and check them when complete.',
      fr: 'Les équipages téléchargent les cartes par satellite, et la liaison tombe souvent. Il faut reprendre les fichiers partiels.',
    },
    team: { en: 'Field tools', fr: 'Outils de terrain' },
    skills: [
      { en: 'Python', fr: 'Python' },
      { en: 'Networking', fr: 'Réseau' },
    ],
    licence: 'Apache-2.0',
    price: dollars(5_600),
    hours: 70,
    closesAt: new Date('2026-05-27T18:00:00Z'),
    selectionDay: day('2026-05-29'),
  })
  const over = await posted({
    title: { en: 'Test the tide-table parser', fr: 'Tester l’analyseur de tables de marées' },
  })
  await put(over, 'delivered', {
    winnerName: 'Atelier Cormoran',
    repositoryUrl: 'https://example.org/atelier/tide-tables',
    paidDays: 5,
  })
  await put(
    await posted({ title: { en: 'Fold accents in search', fr: 'Recherche insensible aux accents' } }),
    'unsuccessful',
  )
  await put(await posted({ title: { en: 'Import portages', fr: 'Importer les portages' } }), 'ended_without_delivery')
  await put(await posted({ title: { en: 'Colour-safe palette', fr: 'Palette lisible' } }), 'awarded', {
    winnerName: 'Priya Raman',
  })
  const main = await posted({})
  done(
    await extendClosing(world.app, world.staff.program, {
      id: main,
      reason: {
        en: 'Two people asked for time over the holiday.',
        fr: 'Deux personnes ont demandé du temps en raison du congé.',
      },
      closesAt: new Date('2026-05-26T20:00:00Z'),
      selectionDay: day('2026-05-29'),
      deliveryDay: day('2026-08-07'),
    }),
  )
  const ready = await arrangeReady(world)
  const slug = 'fix-a-keyboard-trap-in-the-boat-licence-date-picker'

  for (const language of ['en', 'fr'] as const) {
    const pages: Record<string, string> = {
      home: path('/', language),
      list: path('/opportunities', language),
      award: path('/results/:slug', language, { slug: 'test-the-tide-table-parser' }),
      detail: path('/opportunities/:slug', language, { slug }),
      delivered: path('/opportunities/:slug', language, { slug: 'test-the-tide-table-parser' }),
      results: path('/results', language),
      guide: path('/guide', language),
      process: path('/process', language),
      subscribe: path('/subscribe', language),
      sent: path('/subscribe/sent', language),
    }
    for (const [name, url] of Object.entries(pages)) {
      const { status, body } = await visitor.get(url)
      expect([url, status]).toEqual([url, 200])
      await look(body, `${name}-${language}`)
    }
    const asked = done(await subscribe(world.app, system, { email: `${language}@example.ca`, language }))
    for (const [name, url] of [
      ['confirm', path('/subscribe/confirmation/:token', language, { token: confirmationToken(world.app, asked) })],
      ['leave', path('/unsubscribe/:token', language, { token: leavingToken(world.app, asked) })],
    ] as const)
      await look((await visitor.get(url)).body, `${name}-${language}`)
    await look(
      (await visitor.post(path('/subscribe', language), { email: 'not an address', language })).body,
      `wrong-${language}`,
    )
    const staff = world.as(world.staff.program)
    await look((await staff.get(path('/files/:id/publication', language, { id: ready.id }))).body, `post-${language}`)
    await look((await staff.get(path('/files/:id/publication', language, { id: main }))).body, `posted-${language}`)
  }

  const before = world.now
  world.now = new Date('2026-05-26T20:00:00Z')
  await look((await visitor.get(`/fr/occasions/${slug}`)).body, 'closed-fr')
  world.now = before
})
