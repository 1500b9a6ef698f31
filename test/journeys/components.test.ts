import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Language, languages } from '../../src/platform/i18n.ts'
import { htmlDocument } from '../../src/ui/document.ts'
import { LanguageChoice } from '../../src/ui/frame.tsx'
import { markdownHtml } from '../../src/ui/markdown.tsx'
import { SheetPage } from '../../src/ui/sheet.tsx'
import { choiceTexts } from '../../src/ui/texts.ts'
import { attacks } from '../attacks.ts'
import { axeViolations, horizontalScroll, htmlErrors, openBrowser, screenshot } from '../browser.ts'

const assets = { tokens: '/tokens.css', ui: '/ui.css', script: '/enhance.js' }
const widths = [320, 768, 1280]

let browser: Browser
let server: Server
let base = ''

beforeAll(async () => {
  const files = await served()
  server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? ['text/plain', '']
    response.writeHead(body ? 200 : 404, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy':
        "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'",
    })
    response.end(body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  base = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await new Promise((closed) => server?.close(closed))
})

describe.each(['/en', '/fr', '/en/staff', '/fr/staff', '/'])('the page %s', (path) => {
  test.each(['light', 'dark'] as const)('is accessible in %s colours, at every width', async (colorScheme) => {
    const page = await browser.newPage({ colorScheme })
    const refused: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text())
    })
    // The same parts in longer words, or in other colours, are laid out alike: the narrowest and the widest are enough.
    const asked = colorScheme === 'light' && !path.startsWith('/fr') ? widths : [widths[0], widths.at(-1)]
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(`${base}${path}`)
      expect(await horizontalScroll(page), `scroll at ${width}`).toBe(0)
      if (!asked.includes(width)) continue
      expect(await axeViolations(page), `axe at ${width}`).toEqual([])
      await screenshot(page, `sheet${path.replaceAll('/', '-')}-${colorScheme}-${width}`)
    }
    expect(refused.filter((text) => /Content Security Policy/.test(text))).toEqual([])
    await page.close()
  })

  test('is valid HTML', async () => {
    expect(await htmlErrors(await (await fetch(`${base}${path}`)).text())).toEqual([])
  })
})

test('the words of a limited field are counted as one types, with the same sentence as the server', async () => {
  const page = await browser.newPage()
  await page.goto(`${base}/fr`)
  const line = page.locator('#f-plan-count > span').first()
  expect(await line.textContent()).toBe('20 sur 15 mots\u00a0: 5 de trop')

  await page.getByLabel('Votre plan couvre T1 à T4').fill('D’abord, reproduire le défaut.')

  expect(await line.textContent()).toBe('4 sur 15 mots')
  await page.close()
})

test('what is wrong takes the focus, and its links lead to the fields', async () => {
  const page = await browser.newPage()
  await page.goto(`${base}/en`)
  const summary = page.getByRole('alert')
  await expect.poll(() => summary.evaluate((element) => element === document.activeElement)).toBe(true)

  await summary.getByRole('link').nth(1).click()

  expect(
    await page.getByRole('radio', { name: 'Pass' }).evaluate((element) => element === document.activeElement),
  ).toBe(true)
  await page.close()
})

test('how long is left stands beside the closing, and only with a script', async () => {
  const page = await browser.newPage()
  const opened = Date.parse('2026-11-10T19:14:09Z')
  await page.addInitScript(
    `Object.defineProperty(performance, 'timeOrigin', { value: ${opened} }); performance.now = () => 0`,
  )
  await page.goto(`${base}/en`)
  expect(await page.locator('.left').textContent()).toBe(' (7 days left)')
  await page.close()

  const plain = await browser.newPage({ javaScriptEnabled: false })
  await plain.goto(`${base}/en`)
  expect(await plain.locator('.left').count()).toBe(0)
  expect(await plain.locator('[data-closes]').textContent()).toContain('November 17, 2026')
  await plain.close()
})

test('the skip link comes first and leads to the main content', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(`${base}/en`)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content')
  await page.close()
})

test('no attack in a text runs, even on a page without a content policy', async () => {
  const page = await browser.newPage()
  const happened: string[] = []
  page.on('dialog', (dialog) => {
    happened.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('request', (request) => happened.push(request.url()))
  await page.setContent(attacks.map((attack) => markdownHtml(attack)).join('<hr>'))
  for (const link of await page.getByRole('link').all()) expect(await link.getAttribute('href')).toMatch(/^https:/)
  expect(happened).toEqual([])

  await page.setContent(attacks.join('<hr>'))
  await expect.poll(() => happened.length).toBeGreaterThan(0)
  await page.close()
})

test('what looks at pages finds what it looks for', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 600 } })
  await page.setContent(`<html><body><img src="data:,"><pre>${'x'.repeat(900)}</pre><button>a</button></body></html>`)
  expect((await axeViolations(page)).map((line) => line.split(' ')[0])).toEqual(
    expect.arrayContaining(['image-alt', 'html-has-lang', 'document-title']),
  )
  expect(await horizontalScroll(page)).toBeGreaterThan(0)
  expect(await htmlErrors('<p style="color: red"><div></div></p>')).not.toEqual([])
  await page.close()
})

async function served(): Promise<Record<string, [type: string, body: string]>> {
  const script = await build({
    entryPoints: ['src/ui/browser/enhance.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  })
  const sheet = (language: Language, audience: 'public' | 'staff') =>
    htmlDocument(
      h(SheetPage, { language, audience, assets, address: (of) => (audience === 'staff' ? `/${of}/staff` : `/${of}`) }),
    )
  const choice = htmlDocument(
    h(LanguageChoice, {
      assets,
      demo: true,
      choices: { en: { href: '/en', lead: choiceTexts.lead.en }, fr: { href: '/fr', lead: choiceTexts.lead.fr } },
    }),
  )
  return {
    '/': ['text/html', choice],
    '/favicon.ico': ['image/x-icon', ' '],
    ...Object.fromEntries(
      languages.flatMap((language): [string, [string, string]][] => [
        [`/${language}`, ['text/html', sheet(language, 'public')]],
        [`/${language}/staff`, ['text/html', sheet(language, 'staff')]],
      ]),
    ),
    '/tokens.css': ['text/css', await readFile('src/ui/tokens.css', 'utf8')],
    '/ui.css': ['text/css', await readFile('src/ui/ui.css', 'utf8')],
    '/enhance.js': ['text/javascript', script.outputFiles[0]?.text ?? ''],
  }
}
