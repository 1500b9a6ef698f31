import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../browser.ts'
import { cloneDatabase } from '../cloned.ts'
import { openArrangedStage } from '../pages/arranged.ts'
import { lookAt } from '../pages/looking.ts'
import { openDemoStage, type Stage } from '../pages/stage.ts'
import { survey } from '../pages/survey.ts'

const stages: Readonly<Record<string, () => Promise<Stage>>> = {
  'the demonstration': async () => {
    const database = await cloneDatabase()
    const stage = await openDemoStage({ database, suppliers: 3 })
    return { ...stage, close: () => stage.close().then(database.drop) }
  },
  'files in other states': () => openArrangedStage({ suppliers: 3 }),
}

let browser: Browser
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
    const { representatives, templates } = await survey(stage, { most: 12, checks: 'none' })
    const { pages, problems } = await lookAt(browser, stage, representatives)
    process.stdout.write(`${name}: ${pages} pages of ${templates.size / 2} templates opened in the browser\n`)
    expect(problems).toEqual([])
  })
})
