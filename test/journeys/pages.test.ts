import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../browser.ts'
import { cloneDatabase } from '../cloned.ts'
import { openArrangedStage } from '../pages/arranged.ts'
import { partsOf, type Seen } from '../pages/crawl.ts'
import { lookAt } from '../pages/looking.ts'
import { gatheringForms, returnedPages } from '../pages/returned.ts'
import { few, openDemoStage, type Stage } from '../pages/stage.ts'
import { survey } from '../pages/survey.ts'

const stages: Readonly<Record<string, () => Promise<Stage>>> = {
  'the demonstration': async () => {
    const database = await cloneDatabase()
    const stage = await openDemoStage({ database, ...few })
    return { ...stage, close: () => stage.close().then(database.drop) }
  },
  'files in other states': () => openArrangedStage(few),
}

let browser: Browser
/** A state that one world has shown in the browser is not opened again from the other. */
const parts = new Map<string, Set<string>>()
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
})

describe.each(Object.entries(stages))('each template in each state and language, from %s', (name, open) => {
  let stage: Stage
  beforeAll(async () => {
    stage = await open()
  }, 120_000)
  afterAll(async () => {
    await stage?.close()
  })

  it('is accessible (WCAG 2.2 AA), fits 320 pixels and breaks no content policy', async () => {
    const { forms, look } = gatheringForms()
    const { representatives, templates } = await survey(stage, { most: 5, checks: 'none', parts, look })
    const returned = (await returnedPages(stage, forms.values())).filter(({ place, page, status }) =>
      bringsNew(`${place.pattern} ${place.language} ${status}`, partsOf(page)),
    )
    const phone = await lookAt(browser, stage, [...representatives, ...returned], { widths: [320] })
    const desk = await lookAt(browser, stage, firstOfEach(representatives), { widths: [1280] })
    process.stdout.write(
      `${name}: ${phone.pages} pages of ${templates.size / 2} templates at 320 pixels, ${desk.pages} at 1280\n`,
    )
    expect([...phone.problems, ...desk.problems]).toEqual([])
  })
})

/** What looks at pages finds what it looks for: a planted page has one fault of each kind. */
it('bites', async () => {
  const stage = await stages['files in other states']?.()
  if (!stage) throw new Error('there is no stage')
  try {
    const { representatives } = await survey(stage, { most: 1, checks: 'none', askers: stage.askers.slice(0, 1) })
    const [seen] = representatives
    if (!seen) throw new Error('nobody saw a page')
    const html = seen.html.replace(
      '</main>',
      `<img src="/x.png"><nobr>${'x'.repeat(900)}</nobr><script>1</script></main>`,
    )
    const { problems } = await lookAt(browser, stage, [{ ...seen, html }], { widths: [320] })
    for (const fault of [/image-alt/, /pixels wider/, /Content Security Policy/])
      expect(problems.filter((problem) => fault.test(problem))).not.toEqual([])
  } finally {
    await stage.close()
  }
})

function bringsNew(template: string, brought: readonly string[]): boolean {
  const before = parts.get(template) ?? new Set()
  parts.set(template, new Set([...before, ...brought]))
  return brought.some((part) => !before.has(part))
}

function firstOfEach(pages: readonly Seen[]): Seen[] {
  const first = new Map<string, Seen>()
  for (const seen of pages) {
    const template = `${seen.place.pattern} ${seen.place.language}`
    if (!first.has(template)) first.set(template, seen)
  }
  return [...first.values()]
}
