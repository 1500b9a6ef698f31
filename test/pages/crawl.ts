import { features } from '../../src/features.ts'
import { type Language, languages } from '../../src/platform/i18n.ts'
import { path } from '../../src/platform/paths.ts'
import { classesOf, type Element, elementsOf, found, oneLine, parseMarkup, textOf } from './markup.ts'
import { type Place, placeOf } from './places.ts'
import { type Asker, headersOf, mayAsk, type Stage } from './stage.ts'

/** A page as somebody saw it. */
export type Seen = {
  readonly asker: Asker
  readonly url: string
  readonly place: Place
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly html: string
  readonly page: Element
}

export type CrawlOutcome = { pages: number; files: number; links: number; skipped: number; problems: string[] }

/**
 * Follows every link that leads to a page of ours, in both languages, breadth first; whoever asks also tries each page
 * without a gap in its address. `most` limits how many addresses of one route are looked at; the rest is counted.
 */
export async function crawl(
  { server, letters = [] }: Stage,
  asker: Asker,
  { most = Number.POSITIVE_INFINITY, look }: { most?: number; look: (seen: Seen) => void | Promise<void> },
): Promise<CrawlOutcome> {
  const outcome: CrawlOutcome = { pages: 0, files: 0, links: 0, skipped: 0, problems: [] }
  const known = new Set<string>()
  const counts = new Map<string, number>()
  const queue: { url: string; from: string }[] = []

  const add = (url: string, from: string): void => {
    if (known.has(url)) return
    known.add(url)
    outcome.links += 1
    const place = placeOf('GET', url)
    if (place) {
      const kind = `${place.pattern} ${place.language} ${[...new URL(url, 'http://local').searchParams.keys()].join()}`
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      if (count > most) {
        outcome.skipped += 1
        return
      }
    }
    queue.push({ url, from })
  }

  for (const url of [...startsOf(asker), ...(asker.kind === 'visitor' ? letters : [])]) add(url, 'the start')
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { url, from } = next
    const response = await server.inject({ method: 'GET', url, headers: headersOf(asker) })
    if (response.statusCode === 303) {
      add(String(response.headers.location), url)
      continue
    }
    if (response.statusCode !== 200) {
      const [here, there] = [from, url].map((address) => placeOf('GET', address)?.pattern ?? address)
      const kind = asker.name.split(' ')[0]
      outcome.problems.push(`${kind}: ${there}, from ${here}, answers ${response.statusCode} (${url}, from ${from})`)
      continue
    }
    if (!String(response.headers['content-type']).startsWith('text/html')) {
      outcome.files += 1
      continue
    }
    outcome.pages += 1
    const page = parseMarkup(response.body)
    for (const link of linksOf(page)) add(new URL(link, `http://local${url}`).href.slice('http://local'.length), url)
    const place = placeOf('GET', url)
    const { statusCode: status, headers, body: html } = response
    if (place) await look({ asker, url, place, status, headers, html, page })
  }
  return outcome
}

/** The addresses of ours on a page, without the part after `#`. */
export function linksOf(page: Element): string[] {
  const hrefs = found(page, 'a', 'link', 'area').map(({ attributes }) => attributes.get('href') ?? '')
  return hrefs.filter((href) => href.startsWith('/')).map((href) => href.split('#')[0] ?? href)
}

/**
 * What a page is made of: its kinds of elements, the states it shows, where its forms lead. A page that brings nothing
 * new of these is a page already seen with other facts in it.
 */
export function partsOf(page: Element): string[] {
  const main = found(page, 'main')[0] ?? page
  const parts = new Set<string>()
  for (const element of elementsOf(main)) {
    const classes = classesOf(element)
    parts.add([element.tag, ...classes].join('.'))
    if (classes.includes('status') || classes.includes('state')) parts.add(`says ${headOf(element)}`)
    if (element.tag === 'form') parts.add(`form ${actionOf(element)}`)
  }
  return [...parts]
}

const headOf = (element: Element): string => oneLine(textOf(found(element, 'h2', 'h3')[0] ?? element)).slice(0, 80)

function actionOf({ attributes }: Element): string {
  const action = attributes.get('action') ?? ''
  return placeOf((attributes.get('method') ?? 'get').toUpperCase(), action)?.pattern ?? action
}

function startsOf(asker: Asker): string[] {
  const open = Object.entries(features.routes).flatMap(([key, { who }]) => {
    const [method, pattern = ''] = key.split(/ +/)
    return method === 'GET' && !pattern.includes(':') && mayAsk(who, asker) ? [pattern] : []
  })
  return ['/', ...languages.flatMap((language: Language) => open.map((pattern) => path(pattern, language)))]
}
