import { htmlErrors } from '../html.ts'
import { crawl, partsOf, type Seen } from './crawl.ts'
import { type KnownTexts, knownTexts } from './language.ts'
import { exportedPairs } from './pairs.ts'
import { pageProblems } from './problems.ts'
import type { Asker, Stage } from './stage.ts'
import { typedTexts } from './typed.ts'

/** What was found on a walk through the whole site: figures, what is wrong, and the pages worth opening in a browser. */
export type Survey = {
  pages: number
  files: number
  links: number
  skipped: number
  templates: Set<string>
  /** Each brings a kind of element, a state or a form that no other page of its route and language has brought. */
  representatives: Seen[]
  problems: string[]
}

/** All that can be said of a page without a browser; for a form that came back too. */
export async function everyProblem(stage: Stage, pages: readonly Seen[]): Promise<string[]> {
  const [known, typed] = [await allKnownTexts(), await typedTexts(stage.app)]
  const problems = new Set<string>()
  for (const seen of pages) {
    const { place, status, asker, url, html } = seen
    for (const problem of [...pageProblems(seen, known, typed), ...(await htmlErrors(html))])
      problems.add(`${place.pattern} ${place.language} ${status}: ${problem} (${asker.name}, ${url})`)
  }
  return [...problems]
}

/** Everybody walks, so many at a time. Each page is checked; the HTML standard is asked about the representatives, or about all; `none` only walks. */
export async function survey(
  stage: Stage,
  {
    most,
    checks = 'representatives',
    askers = stage.askers,
    parts = new Map(),
    look,
  }: {
    most?: number
    checks?: 'none' | 'representatives' | 'all'
    askers?: readonly Asker[]
    /** What each template has shown so far; another walk that is given it brings only what is new. */
    parts?: Map<string, Set<string>>
    look?: (seen: Seen) => void | Promise<void>
  } = {},
): Promise<Survey> {
  const known = await allKnownTexts()
  const typed = checks === 'none' ? [] : await typedTexts(stage.app)
  const found: Survey = {
    ...{ pages: 0, files: 0, links: 0, skipped: 0 },
    ...{ templates: new Set(), representatives: [], problems: [] },
  }
  const said = new Set<string>()
  /** Once for each kind: what follows the dash or the bracket is an example. */
  const tell = (problem: string): void => {
    const kind = problem.split(/ — | \(/)[0] ?? problem
    if (said.has(kind)) return
    said.add(kind)
    found.problems.push(problem)
  }
  const waiting = [...askers]
  const walk = async (): Promise<void> => {
    for (let asker = waiting.shift(); asker; asker = waiting.shift()) {
      const outcome = await crawl(stage, asker, {
        ...(most === undefined ? {} : { most }),
        async look(seen) {
          const template = `${seen.place.pattern} ${seen.place.language}`
          found.templates.add(template)
          const brought = partsOf(seen.page).filter((part) => !parts.get(template)?.has(part))
          parts.set(template, new Set([...(parts.get(template) ?? []), ...brought]))
          if (brought.length > 0) found.representatives.push(seen)
          await look?.(seen)
          if (checks === 'none') return
          const errors = brought.length > 0 || checks === 'all' ? await htmlErrors(seen.html) : []
          for (const problem of [...pageProblems(seen, known, typed), ...errors])
            tell(`${template}: ${problem} (${seen.asker.name}, ${seen.url})`)
        },
      })
      for (const problem of outcome.problems) tell(problem)
      for (const count of ['pages', 'files', 'links', 'skipped'] as const) found[count] += outcome[count]
    }
  }
  await Promise.all([walk(), walk(), walk()])
  return found
}

let texts: Promise<KnownTexts> | undefined
const allKnownTexts = (): Promise<KnownTexts> => {
  texts ??= exportedPairs().then(({ pairs }) => knownTexts(pairs.map(({ text }) => text)))
  return texts
}
