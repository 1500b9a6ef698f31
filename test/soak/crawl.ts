import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rootFolder } from '../../src/platform/root.ts'
import { openBrowser } from '../browser.ts'
import type { Seen } from '../pages/crawl.ts'
import { lookAt } from '../pages/looking.ts'
import { openDemoStage } from '../pages/stage.ts'
import { survey } from '../pages/survey.ts'

/**
 * Every page as everybody: `bin/soak crawl [suppliers] [--unopened]`, with 20 suppliers by default. Each person walks the
 * whole demonstration in both languages; each page is checked, validated, and opened in a browser, except where somebody
 * was shown the same, ids and clock apart. An interrupted run goes on with the next person. Ends with 1 when anything was found.
 */
const words = process.argv.slice(2)
const suppliers = Number(words.find((word) => /^\d+$/.test(word)) ?? 20)
/** Leaves out the browser: a minute instead of an hour. */
const unopened = words.includes('--unopened')
/** Pages held in memory at once, on their way to the browser. */
const BATCH = 200
const file = join(rootFolder, '.cache', 'soak', 'crawl.json')
type Sums = {
  done: string[]
  pages: number
  files: number
  links: number
  opened: number
  alike: number
  templates: string[]
  problems: string[]
}
const fresh: Sums = { done: [], pages: 0, files: 0, links: 0, opened: 0, alike: 0, templates: [], problems: [] }
const shown = new Set<string>()
const sums: Sums = await readFile(file, 'utf8').then(JSON.parse, () => fresh)
await mkdir(join(file, '..'), { recursive: true })

const stage = await openDemoStage({ suppliers, colleagues: Number.POSITIVE_INFINITY })
try {
  for (const asker of stage.askers) {
    if (sums.done.includes(asker.name)) continue
    const waiting: Seen[] = []
    const open = async (): Promise<void> => {
      if (waiting.length === 0) return
      // A browser for each batch: over hours, one that breaks costs a batch.
      const browser = await openBrowser()
      const look = await lookAt(browser, stage, waiting.splice(0)).finally(() => browser.close())
      sums.opened += look.pages
      tell(look.problems)
    }
    const found = await survey(stage, {
      ...{ checks: 'all', askers: [asker] },
      async look(seen) {
        if (unopened || isAlike(seen)) return
        waiting.push(seen)
        if (waiting.length >= BATCH) await open()
      },
    })
    await open()
    tell(found.problems)
    for (const count of ['pages', 'files', 'links'] as const) sums[count] += found[count]
    sums.templates = [...new Set([...sums.templates, ...found.templates])]
    sums.done.push(asker.name)
    await writeFile(file, JSON.stringify(sums))
    say()
  }
} finally {
  await stage.close()
}
await rm(file, { force: true })
process.exitCode = sums.problems.length === 0 ? 0 : 1

/** Was the same shown before, to whomever? Names in the header differ: each person's first page is opened whatever it says. */
function isAlike({ asker, place, html }: Seen): boolean {
  const said = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
  const plain = said
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#')
    .replace(/\d{1,2}(?::| h )\d{2}(?:(?::| min )\d{2})?/g, '#')
  const mark = createHash('sha256').update(`${place.pattern} ${place.language} ${plain}`).digest('base64url')
  const alike = shown.has(mark) && shown.has(asker.name)
  shown.add(mark)
  shown.add(asker.name)
  if (alike) sums.alike += 1
  return alike
}

function tell(problems: readonly string[]): void {
  for (const problem of problems) process.stdout.write(`${problem}\n`)
  sums.problems.push(...problems)
}

function say(): void {
  const { done, pages, files, links, opened, alike, templates, problems } = sums
  process.stdout.write(
    `${done.length}/${stage.askers.length} people: pages ${pages}, opened ${opened}, alike ${alike}, templates ${templates.length / 2}, ` +
      `files ${files}, links ${links}, problems ${problems.length}\n`,
  )
}
