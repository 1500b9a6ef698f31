import { otherLanguage } from '../../src/platform/i18n.ts'
import type { Seen } from './crawl.ts'
import { type KnownTexts, saidOn, wordsProblems } from './language.ts'
import { around, classesOf, type Element, elementsOf, found, oneLine, textOf } from './markup.ts'
import { placeOf } from './places.ts'
import { withoutTyped } from './typed.ts'

/** What is wrong with a page, as far as its text tells: a line for each. The browser's part is in `test/pages/browser.ts`. */
export const pageProblems = (seen: Seen, known: KnownTexts, typed: readonly string[]): string[] => [
  ...frameProblems(seen),
  ...markupProblems(seen.page),
  ...formProblems(seen.page),
  ...headerProblems(seen),
  ...saidOn(seen.page)
    .filter((said) => wordsProblems(said, known).length > 0)
    .map((said) => ({ ...said, text: withoutTyped(said.text, typed) }))
    .flatMap((said) => wordsProblems(said, known)),
]

function frameProblems({ page, place, url, status }: Seen): string[] {
  const problems: string[] = []
  const [root] = found(page, 'html')
  if (root?.attributes.get('lang') !== `${place.language}-CA`) problems.push('the language of the page is not declared')
  const heads = found(page, 'h1')
  if (heads.length !== 1) problems.push(`${heads.length} h1`)
  if (heads.some((head) => oneLine(textOf(head)) === '')) problems.push('the h1 is empty')
  const [title] = found(page, 'title')
  if (!title || !/\S – Opportune$/.test(textOf(title))) problems.push('the page has no title of its own')

  const toggle = found(page, 'a').find((link) => classesOf(link).includes('lang'))
  const there = placeOf('GET', toggle?.attributes.get('href') ?? '')
  // A form that came back has the address of an act: its toggle may lead to the page that shows the form.
  if (status !== 200 && there && there.language !== place.language) return problems
  const same = there?.pattern === place.pattern && there.language === otherLanguage(place.language)
  if (!same || JSON.stringify(there.params) !== JSON.stringify(place.params))
    problems.push(`the language toggle of ${url} leads to ${toggle?.attributes.get('href')}`)
  return problems
}

/** Nothing inline, nothing that runs, no link to nowhere, one thing to do first. */
export function markupProblems(page: Element): string[] {
  const problems: string[] = []
  const ids = new Set(elementsOf(page).map(({ attributes }) => attributes.get('id')))
  for (const element of elementsOf(page)) {
    const { tag, attributes } = element
    for (const name of attributes.keys()) if (/^on|^style$/.test(name)) problems.push(`${tag} has ${name}`)
    if (tag === 'style') problems.push('a style sheet inside the page')
    if (tag === 'script' && (textOf(element) || !attributes.get('src')?.startsWith('/assets/')))
      problems.push('a script inside the page')
    const href = attributes.get('href')
    if (href?.startsWith('#') && !ids.has(href.slice(1))) problems.push(`nothing is at ${href}`)
    if (href !== undefined && !/^(\/(?!\/)|#|https?:\/\/|mailto:|tel:)/.test(href)) problems.push(`a link to ${href}`)
  }
  const filled = new Set(
    found(page, 'a', 'button')
      .filter((element) => classesOf(element).includes('btn'))
      .filter((element) => !classesOf(element).some((named) => ['plain', 'stop', 'lit'].includes(named)))
      .map((element) => oneLine(textOf(element))),
  )
  if (filled.size > 1) problems.push(`several filled buttons: ${[...filled].join(' | ')}`)
  return problems
}

function formProblems(page: Element): string[] {
  const problems: string[] = []
  const labels = found(page, 'label')
  const ids = new Set(elementsOf(page).map(({ attributes }) => attributes.get('id')))
  for (const form of found(page, 'form')) {
    const method = (form.attributes.get('method') ?? 'get').toUpperCase()
    const action = form.attributes.get('action') ?? ''
    if (!placeOf(method, action)) problems.push(`a form leads to ${method} ${action}`)
    if (found(form, 'button').length === 0) problems.push(`the form to ${action} has no button`)
  }
  for (const field of found(page, 'input', 'select', 'textarea')) {
    if (field.attributes.get('type') === 'hidden') continue
    const name = field.attributes.get('name') ?? field.attributes.get('id')
    const id = field.attributes.get('id')
    const named = field.attributes.has('aria-label') || field.attributes.has('aria-labelledby')
    const labelled = labels.some(({ attributes }) => id !== undefined && attributes.get('for') === id)
    if (!named && !labelled && !around(field, ({ tag }) => tag === 'label')) problems.push(`${name} has no label`)
    for (const described of (field.attributes.get('aria-describedby') ?? '').split(' ').filter(Boolean))
      if (!ids.has(described)) problems.push(`${name} is described by ${described}, which is not there`)
  }
  return problems
}

function headerProblems({ headers, asker, page }: Seen): string[] {
  const problems: string[] = []
  const policy = String(headers['content-security-policy'] ?? '')
  if (!policy.includes("default-src 'none'") || policy.includes('unsafe')) problems.push(`content policy: ${policy}`)
  if (headers['x-content-type-options'] !== 'nosniff') problems.push('no nosniff')
  // A page that shows nobody's name, such as the feedback's, is nobody's.
  const personal = found(page, 'form').some(({ attributes }) =>
    /sign-out|deconnexion/.test(attributes.get('action') ?? ''),
  )
  if (asker.kind !== 'visitor' && personal && headers['cache-control'] !== 'no-store') problems.push('kept in caches')
  return problems
}
