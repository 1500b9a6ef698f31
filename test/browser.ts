import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

export { htmlErrors } from './html.ts'

/** The same engine without a window to draw, in two thirds of the time, where it is installed. */
const installed = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path))

/** The browser of the system, or the one that CHROMIUM names. It speaks to nobody but the pages of a test. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? installed ?? 'chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** Levels are named one by one: the default of axe leaves out WCAG 2.2 (size of targets). */
export const accessibilityTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const withoutColours = { 'color-contrast': { enabled: false } }

/** Style sheets are not read again and what passes is not described: the same violations in half the time. */
const options = {
  runOnly: { type: 'tag', values: accessibilityTags },
  resultTypes: ['violations'],
  preload: false,
}

/** Has axe on every page that is opened from now on: cheaper than on one page after the other. */
export const bringAxe = (context: BrowserContext): Promise<unknown> => context.addInitScript(axeSource)

/**
 * What axe refuses on the page as it is now, a line for each element; empty when there is nothing. Colours, nearly half
 * of its time, can be left out where the same page was looked at in the other language.
 */
export async function axeViolations(page: Page, { colours = true }: { colours?: boolean } = {}): Promise<string[]> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axeSource)
  const found: unknown = await page.evaluate(
    `axe.run(document, ${JSON.stringify(colours ? options : { ...options, rules: withoutColours })}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
        id + ' at ' + target.join(' ') + ': ' + failureSummary.split('\\n').slice(1).join(' '))))`,
  )
  return found as string[]
}

/** How many pixels the page is wider than its window; 0 when nobody has to scroll sideways. */
export const horizontalScroll = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))

/** The whole page as a picture in `test-results/`, to be looked at by a person. */
export async function screenshot(page: Page, name: string): Promise<string> {
  await mkdir('test-results', { recursive: true })
  const path = `test-results/${name}.png`
  await page.screenshot({ path, fullPage: true })
  return path
}

const axeSource: string = createRequire(import.meta.url)('axe-core/axe.min.js').source
