import type { Browser, BrowserContext, Page } from 'playwright-core'
import { axeViolations, horizontalScroll } from '../browser.ts'
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
  const base = await listening(stage)
  const context = await browser.newContext({ viewport: { width: 320, height: 900 }, reducedMotion: 'reduce' })
  const look: Look = { pages: 0, problems: [] }
  const waiting = [...pages.entries()]
  await serveSeen(context, base, pages)
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
      await page.setViewportSize({ width: widths[0] ?? 320, height: 900 })
      await page.goto(`${base}/seen/${number}`, { waitUntil: 'load' })
      const wide = await horizontalScroll(page)
      const problems =
        wide > 0 && page.viewportSize()?.width === 320 ? [`${wide} pixels wider than 320: ${await widest(page)}`] : []
      for (const width of axe(seen) ? widths : []) {
        await page.setViewportSize({ width, height: 900 })
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
  return look
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

/** Where the server of a stage listens, for a browser that fetches style sheets and script from it. */
export async function listening({ server }: Stage): Promise<string> {
  if (!server.server.listening) await server.listen({ port: 0, host: '127.0.0.1' })
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the server does not listen')
  return `http://127.0.0.1:${address.port}`
}

async function serveSeen(context: BrowserContext, base: string, pages: readonly Seen[]): Promise<void> {
  await context.route(`${base}/seen/*`, async (route) => {
    const seen = pages[Number(new URL(route.request().url()).pathname.split('/').pop())]
    if (!seen) return route.abort()
    const policy = String(seen.headers['content-security-policy'])
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }
    // Not with the status it had: the browser complains of a 422 as of a fault.
    return route.fulfill({ status: 200, headers, body: seen.html })
  })
  await context.route(`${base}/favicon.ico`, (route) => route.fulfill({ status: 204 }))
}
