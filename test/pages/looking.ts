import { createServer } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { axeViolations, bringAxe, horizontalScroll } from '../browser.ts'
import type { Seen } from './crawl.ts'
import type { Stage } from './stage.ts'

export type Look = { pages: number; problems: string[] }

/**
 * Opens each page in the browser as it was answered, with its content policy: what axe refuses at the width of a phone and
 * of a desk, whether one has to scroll sideways at 320 pixels, and what the browser complained about or ran.
 */
export async function lookAt(
  browser: Browser,
  stage: Stage,
  pages: readonly Seen[],
  {
    widths = [320, 1280],
    axe = () => true,
    atOnce = 3,
    colours = () => true,
  }: {
    widths?: readonly number[]
    /** Is axe asked about this page? */
    axe?: (seen: Seen) => boolean
    atOnce?: number
    /** Are the colours of this page worth looking at? */
    colours?: (seen: Seen) => boolean
  } = {},
): Promise<Look> {
  const { base, close } = await serveSeen(stage, pages)
  const context = await browser.newContext({ viewport: { width: 320, height: 900 }, reducedMotion: 'reduce' })
  if (pages.some(axe)) await bringAxe(context)
  const look: Look = { pages: 0, problems: [] }
  const waiting = [...pages.entries()]
  const work = async (): Promise<void> => {
    const page = await context.newPage()
    let happened: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') happened.push(message.text())
    })
    page.on('pageerror', (error) => happened.push(error.message))
    page.on('dialog', (dialog) => {
      happened.push(`a dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [number, seen] = next
      happened = []
      await widen(page, widths[0] ?? 320)
      await page.goto(`${base}/seen/${number}`, { waitUntil: 'load' })
      const wide = await horizontalScroll(page)
      const problems =
        wide > 0 && page.viewportSize()?.width === 320 ? [`${wide} pixels wider than 320: ${await widest(page)}`] : []
      for (const width of axe(seen) ? widths : []) {
        await widen(page, width)
        problems.push(...(await axeViolations(page, { colours: colours(seen) })).map((line) => `at ${width}: ${line}`))
      }
      if (await page.evaluate('"hostile" in window')) problems.push('a text of somebody ran')
      look.pages += 1
      const { place, asker, url } = seen
      for (const problem of [...problems, ...happened])
        look.problems.push(`${place.pattern} ${place.language}: ${problem} (${asker.name}, ${url})`)
    }
    await page.close()
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  await context.close()
  await close()
  return look
}

async function widen(page: Page, width: number): Promise<void> {
  if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 900 })
}

/** The innermost element that reaches beyond the window, as its tags and classes say it. */
const widest = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const out = [...document.querySelectorAll('main *')].filter(
      (element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
    )
    const inmost = out.filter((element) => !out.some((other) => other !== element && element.contains(other)))
    const named = inmost.map(
      (element) => `${element.parentElement?.className} > ${element.tagName}.${element.className}`,
    )
    return [...new Set(named)].slice(0, 3).join(', ')
  })

/**
 * A server that answers what was seen, and passes every other question on to the stage's. The browser speaks to it
 * directly: where it is told to ask us about each request, it keeps no style sheet from one page to the next.
 */
async function serveSeen(stage: Stage, pages: readonly Seen[]): Promise<{ base: string; close: () => Promise<void> }> {
  await stage.server.ready()
  const server = createServer((request, response) => {
    const url = request.url ?? '/'
    const seen = url.startsWith('/seen/') ? pages[Number(url.slice('/seen/'.length))] : undefined
    // Not with the status it had: the browser complains of a 422 as of a fault.
    if (seen) response.writeHead(200, headersOf(seen)).end(seen.html)
    else if (url === '/favicon.ico') response.writeHead(204).end()
    else stage.server.routing(request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server does not listen')
  return {
    base: `http://127.0.0.1:${address.port}`,
    close: () => new Promise((closed) => void server.close(() => closed()).closeAllConnections()),
  }
}

const headersOf = ({ headers }: Seen) => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': String(headers['content-security-policy']),
})
