import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase } from '../cloned.ts'
import { openArrangedStage } from '../pages/arranged.ts'
import type { Seen } from '../pages/crawl.ts'
import { knownTexts, wrongLanguage } from '../pages/language.ts'
import { parseMarkup } from '../pages/markup.ts'
import { markupProblems } from '../pages/problems.ts'
import { gatheringForms, returnedPages } from '../pages/returned.ts'
import { few, openDemoStage, type Stage } from '../pages/stage.ts'
import { everyProblem, type Survey, survey } from '../pages/survey.ts'

const stages: Readonly<Record<string, () => Promise<Stage>>> = {
  'the demonstration': async () => {
    const database = await cloneDatabase()
    const stage = await openDemoStage({ database, ...few })
    return { ...stage, close: () => stage.close().then(database.drop) }
  },
  'files in other states': () => openArrangedStage(few),
}

describe.each(Object.entries(stages))('every page of %s, as everybody, in both languages', (name, open) => {
  let stage: Stage
  let found: Survey
  let returned: Seen[]
  beforeAll(async () => {
    stage = await open()
    const { forms, look } = gatheringForms()
    found = await survey(stage, { most: 5, look })
    returned = await returnedPages(stage, forms.values())
    const { pages, templates, representatives, skipped } = found
    process.stdout.write(
      `${name}: ${pages} pages, ${templates.size / 2} templates, ${representatives.length} to open, ${skipped} skipped, ${returned.length} forms came back\n`,
    )
  }, 240_000)
  afterAll(async () => {
    await stage?.close()
  })

  it('answers, is valid, speaks one language and leads somewhere', async () => {
    await writeFile(`test-results/pages-${name.replaceAll(' ', '-')}.txt`, found.problems.join('\n'))
    expect(found.problems.slice(0, 50)).toEqual([])
  })

  it('is as good when a form comes back with what is wrong', async () => {
    expect(await everyProblem(stage, returned)).toEqual([])
  })

  it('is there in both languages', () => {
    const alone = [...found.templates].filter(
      (template) => !found.templates.has(template.replace(/ (en|fr)$/, (end) => (end === ' en' ? ' fr' : ' en'))),
    )
    expect(alone).toEqual([])
  })
})

it('finds what it looks for in a page', () => {
  const page = parseMarkup(
    '<p onclick="x">a &amp; b</p><a href="javascript:x">c</a><a href="#gone">d</a><style>e</style>' +
      '<button class="btn">Publish</button><button class="btn">Withdraw</button><div style=f></div><script>g</script>',
  )
  expect(markupProblems(page)).toHaveLength(7)
  const known = knownTexts([{ en: 'Withdraw', fr: 'Retirer' }])
  expect(wrongLanguage({ text: 'Withdraw', language: 'fr' }, known)).toHaveLength(1)
  expect(wrongLanguage({ text: 'Retirer', language: 'fr' }, known)).toHaveLength(0)
})
